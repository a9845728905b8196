"""Alterations of the deck as a whole: slides and their order, notes, masters, theme, fonts, sections, properties, parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Any

from fontTools.ttLib import TTFont

from tests.planting.deck_shapes import BLACK, NONE, WHITE, drawn
from tests.planting.model import ANY, APPEARANCE, DECK, NUMBER, WORDING, Table, is_plain, shuffled
from tests.planting.slides import A, P, R, Slides, box_of, clone, name_of, text_of, xml
from tests.planting.wording import AMOUNT, PERIOD, TURNS, change, exchange

planted = Table(DECK)
THEME, MASTER, CORE, CUSTOM = (
    "ppt/theme/theme1.xml",
    "ppt/slideMasters/slideMaster1.xml",
    "docProps/core.xml",
    "docProps/custom.xml",
)
BOX = (3_000_000, 100_000, 3_000_000, 400_000)

# Notes

SPOKEN = (
    "a digit changed", "two digits exchanged", "the point moved", "another scale", "a unit lost", "a qualifier lost", "another year",
    "another direction", "another comparison", "another measure of time", "a minus lost", "a word put in", "a full stop lost",
)  # fmt: skip
"""The turns that are made in notes as well."""

for _turn in TURNS:
    if _turn.name in SPOKEN:
        planted.add(f"notes, {_turn.name}", _turn.due, change(_turn, Slides.notes), _turn.says)

planted.add(
    "notes, two numbers exchanged", NUMBER, exchange(AMOUNT, Slides.notes, near=lambda one: one.part), "two numbers change places"
)
planted.add(
    "notes, two periods exchanged", NUMBER, exchange(PERIOD, Slides.notes, near=lambda one: one.part), "two years change places"
)


@planted(ANY, "the notes of two slides change places")
def notes_exchanged(rng: Random, deck: Slides) -> bool:
    found = [
        one
        for name in deck.named(r"ppt/slides/_rels/.*\.rels")
        for one in deck.tree(name)
        if one.get("Type").endswith("/notesSlide")
    ]
    one, two = rng.sample(found, 2)
    mine, theirs = one.get("Target"), two.get("Target")
    one.set("Target", theirs)
    two.set("Target", mine)
    return True


@planted(NUMBER, "a paragraph with a number is deleted from the notes")
def notes_shortened(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, [one for one in deck.notes() if re.search(r"\d", one.text)]):
        if len(one.element.getparent().findall(f"{A}p")) > 1:
            one.element.getparent().remove(one.element)
            return True
    return False


@planted(NUMBER, "a paragraph with a number is added to the notes")
def notes_lengthened(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, deck.notes()):
        copy = clone(one.element)
        texts = list(copy.iter(f"{A}t"))
        if texts:
            texts[0].text = "实际为88万人。"
            one.element.addnext(copy)
            return True
    return False


@planted(NUMBER, "a box with a number is added to the page of the notes")
def notes_with_a_box(rng: Random, deck: Slides) -> bool:
    rng.choice(deck.all(Slides.NOTES)).find(f"{P}cSld/{P}spTree").append(drawn(BOX, "rect", NONE, "实际为88万人"))
    return True


# Paragraphs


def paragraphs(deck: Slides, pattern: str) -> list[Any]:
    """Return paragraphs that match and do not stand alone."""
    found = [
        one
        for one in deck.lines()
        if re.search(pattern, one.text) and one.runs and (pattern != WORDED or is_plain(deck, one.text))
    ]
    return [one for one in found if len(one.element.getparent().findall(f"{A}p")) > 1]


def each(pattern: str, do: Callable[[Any], None]) -> Callable[[Random, Any], bool]:
    def alter(rng: Random, deck: Slides) -> bool:
        for one in shuffled(rng, paragraphs(deck, pattern)):
            do(one.element)
            return True
        return False

    return alter


NUMBERED, WORDED = r"\d", r"^\D{4,}$"


def drop(one: Any) -> None:
    one.getparent().remove(one)


def double(one: Any) -> None:
    one.addnext(clone(one))


def to_the_end(one: Any) -> None:
    siblings = one.getparent().findall(f"{A}p")
    if siblings[-1] is one:
        siblings[0].addprevious(one)
    else:
        siblings[-1].addnext(one)


planted.add("a paragraph with a number deleted", NUMBER, each(NUMBERED, drop), "a paragraph with a number is deleted")
planted.add("a paragraph of words deleted", WORDING, each(WORDED, drop), "a paragraph of words is deleted")
planted.add("a paragraph with a number doubled", NUMBER, each(NUMBERED, double), "a paragraph with a number stands there twice")
planted.add("a paragraph of words doubled", WORDING, each(WORDED, double), "a paragraph of words stands there twice")
planted.add(
    "two paragraphs exchanged", ANY, each(NUMBERED, to_the_end), "a paragraph moves to the end or the beginning of its box"
)


@planted(NUMBER, "a paragraph with a number goes to another slide")
def a_paragraph_on_another_slide(rng: Random, deck: Slides) -> bool:
    one, two = shuffled(rng, paragraphs(deck, NUMBERED))[:2]
    if one.part == two.part:
        return False
    two.element.addnext(one.element)
    return True


# Slides


def shown(deck: Slides) -> Any:
    return deck.tree(Slides.LIST).find(f"{P}sldIdLst")


@planted(ANY, "two slides change places")
def two_slides_exchanged(rng: Random, deck: Slides) -> bool:
    slides = shown(deck)
    one = rng.randrange(len(slides) - 1)
    slides[one + 1].addnext(slides[one])
    return True


def number_slides(deck: Slides) -> list[int]:
    return [at for at, slide in enumerate(deck.slides) if re.search(r"\d", "".join(text_of(one) for one in slide.iter(f"{P}sp")))]


@planted(NUMBER, "a slide is deleted")
def a_slide_deleted(rng: Random, deck: Slides) -> bool:
    slides = shown(deck)
    slides.remove(slides[rng.choice(number_slides(deck))])
    return True


@planted(ANY, "a slide is shown twice")
def a_slide_doubled(rng: Random, deck: Slides) -> bool:
    slides, relations = shown(deck), deck.tree(Slides.RELATIONS)
    at = rng.choice(number_slides(deck))
    name = deck.named(Slides.SLIDE)[at]
    copy = name.replace("slide" + re.findall(r"\d+", name)[-1], "slide900")
    deck.bytes[copy] = deck.bytes[name]
    deck.bytes[copy.replace("slides/", "slides/_rels/") + ".rels"] = deck.bytes[
        name.replace("slides/", "slides/_rels/") + ".rels"
    ]
    kin = next(one for one in relations if one.get("Type").endswith("/slide"))
    relation = clone(kin)
    relation.set("Id", "rId900")
    relation.set("Target", copy.removeprefix("ppt/"))
    relations.append(relation)
    types = deck.tree("[Content_Types].xml")
    override = clone(next(one for one in types if one.get("PartName") == f"/{name}"))
    override.set("PartName", f"/{copy}")
    types.append(override)
    slides.insert(at + 1, xml('<p:sldId id="900" r:id="rId900"/>'))
    return True


def of_slide(do: Callable[[Any], object], *, light: bool = False) -> Callable[[Random, Any], bool]:
    """Return an alteration of one slide with a number."""

    def alter(rng: Random, deck: Slides) -> bool:
        names = deck.named(Slides.SLIDE)
        found = [names[at] for at in number_slides(deck) if not light or deck.light(names[at])]
        do(deck.tree(rng.choice(found)))
        return True

    return alter


def ground(fill: str) -> Callable[[Any], None]:
    return lambda slide: slide.find(f"{P}cSld").insert(0, xml(f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"))


MOVES = '<p:transition advClick="0" advTm="0"><p:fade/></p:transition>'
FADE = '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"/></p:par></p:tnLst></p:timing>'
planted.add("a slide hidden", NUMBER, of_slide(lambda slide: slide.set("show", "0")), "a slide with a number is hidden")
planted.add("a slide's ground dark", NUMBER, of_slide(ground(BLACK), light=True), "a slide's ground takes the colour of its text")
planted.add(
    "a slide's ground tinted",
    APPEARANCE,
    of_slide(ground('<a:solidFill><a:srgbClr val="FFFBEA"/></a:solidFill>'), light=True),
    "a slide's ground is tinted",
)
planted.add(
    "a slide that passes", APPEARANCE, of_slide(lambda slide: slide.append(xml(MOVES))), "a slide passes by itself, at once"
)
planted.add("a slide that moves", APPEARANCE, of_slide(lambda slide: slide.append(xml(FADE))), "a slide's shapes move")


@planted(NUMBER, "colours of a slide are mapped anew: its text takes the colour of its ground")
def colours_mapped_anew(rng: Random, deck: Slides) -> bool:
    names = deck.named(Slides.SLIDE)
    slide = deck.tree(rng.choice([names[at] for at in number_slides(deck) if deck.light(names[at])]))
    own = deck.tree(MASTER).find(f"{P}clrMap")
    mapping = " ".join(f'{name}="{value}"' for name, value in ({**own.attrib, "tx1": "lt1", "tx2": "lt1", "bg1": "lt1"}).items())
    for old in slide.findall(f"{P}clrMapOvr"):
        slide.remove(old)
    slide.find(f"{P}cSld").addnext(xml(f"<p:clrMapOvr><a:overrideClrMapping {mapping}/></p:clrMapOvr>"))
    return True


@planted(ANY, "slides become four to three")
def slides_narrowed(_rng: Random, deck: Slides) -> bool:
    deck.tree(Slides.LIST).find(f"{P}sldSz").set("cx", "9144000")
    return True


@planted(ANY, "the numbers of slides begin elsewhere")
def slides_numbered_from_elsewhere(_rng: Random, deck: Slides) -> bool:
    deck.tree(Slides.LIST).set("firstSlideNum", "100")
    return True


@planted(NUMBER, "a slide's own number is typed, and wrong")
def a_slide_number_typed(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, [field for slide in deck.slides for field in slide.iter(f"{A}fld")]):
        if one.get("type") == "slidenum":
            one.find(f"{A}t").text = str(int(one.find(f"{A}t").text) + 40)
            one.tag = f"{A}r"
            one.attrib.clear()
            return True
    return False


# What slides inherit

for _part, _where in ((MASTER, "master"), ("ppt/slideLayouts/slideLayout3.xml", "layout")):
    planted.add(
        f"a number on the {_where}", NUMBER,
        lambda _rng, deck, part=_part: deck.tree(part).find(f"{P}cSld/{P}spTree").append(drawn(BOX, "rect", NONE, "超额88%")) is None,
        f"the {_where} puts a number on its slides",
    )  # fmt: skip
    planted.add(
        f"words on the {_where}", WORDING,
        lambda _rng, deck, part=_part: deck.tree(part).find(f"{P}cSld/{P}spTree").append(drawn(BOX, "rect", NONE, "内部资料")) is None,
        f"the {_where} puts words on its slides",
    )  # fmt: skip
    planted.add(
        f"a form on the {_where}", ANY,
        lambda _rng, deck, part=_part: deck.tree(part).find(f"{P}cSld/{P}spTree").append(drawn(BOX, "rect", BLACK)) is None,
        f"the {_where} puts a form on its slides",
    )  # fmt: skip


@planted(APPEARANCE, "a colour of the theme becomes another")
def a_theme_colour_changed(rng: Random, deck: Slides) -> bool:
    own = deck.tree(THEME).find(f".//{A}accent{rng.choice((1, 2, 3))}/{A}srgbClr")
    own.set("val", "0070C0" if own.get("val") != "0070C0" else "7030A0")
    return True


@planted(NUMBER, "the theme's colour of text becomes that of its ground")
def a_theme_turned_white(_rng: Random, deck: Slides) -> bool:
    deck.tree(THEME).find(f".//{A}dk1/{A}srgbClr").set("val", "FFFFFF")
    return True


@planted(APPEARANCE, "a face of the theme becomes another")
def a_theme_face_changed(rng: Random, deck: Slides) -> bool:
    for one in deck.tree(THEME).find(f".//{A}{rng.choice(('majorFont', 'minorFont'))}"):
        one.set("typeface", "KaiTi")
    return True


@planted(NUMBER, "the theme's face becomes one of signs")
def a_theme_face_of_signs(_rng: Random, deck: Slides) -> bool:
    for one in deck.tree(THEME).find(f".//{A}minorFont"):
        one.set("typeface", "Wingdings")
    return True


def refaced(deck: Slides, name: str, change: Callable[[TTFont], None]) -> bool:
    """Change the font inside a part: an embedded one has a head of its own, with the sizes of both first."""
    data = deck.bytes[name]
    size, inner = int.from_bytes(data[:4], "little"), int.from_bytes(data[4:8], "little")
    head, font = data[: size - inner], TTFont(BytesIO(data[size - inner :]))
    change(font)
    stream = BytesIO()
    font.save(stream)
    new = stream.getvalue()
    sizes = (len(head) + len(new)).to_bytes(4, "little") + len(new).to_bytes(4, "little")
    deck.bytes[name] = sizes + head[8:] + new
    return True


def lie(font: TTFont) -> None:
    """Let 3 show as 8 and 8 as 3."""
    for table in font["cmap"].tables:
        codes = table.cmap
        if {0x33, 0x38} <= set(codes):
            codes[0x33], codes[0x38] = codes[0x38], codes[0x33]


@planted(NUMBER, "the glyphs of two digits change places in an embedded font")
def a_font_that_lies(rng: Random, deck: Slides) -> bool:
    return refaced(deck, rng.choice(deck.named(r"ppt/fonts/.*\.fntdata")), lie)


@planted(ANY, "the embedded fonts are exchanged")
def fonts_exchanged(_rng: Random, deck: Slides) -> bool:
    one, two = deck.named(r"ppt/fonts/.*\.fntdata")[:2]
    deck.bytes[one], deck.bytes[two] = deck.bytes[two], deck.bytes[one]
    return True


@planted(APPEARANCE, "the embedded fonts are taken out")
def fonts_taken_out(_rng: Random, deck: Slides) -> bool:
    own = deck.tree(Slides.LIST)
    own.remove(own.find(f"{P}embeddedFontLst"))
    relations = deck.tree(Slides.RELATIONS)
    for one in [one for one in relations if one.get("Type").endswith("/font")]:
        relations.remove(one)
        deck.bytes.pop(f"ppt/{one.get('Target')}")
    return True


# What leads through it and tells of it

SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"


@planted(WORDING, "a section takes another name")
def a_section_renamed(rng: Random, deck: Slides) -> bool:
    one = rng.choice(list(deck.tree(Slides.LIST).iter(SECTION)))
    one.set("name", f"{one.get('name')}（旧）")
    return True


@planted(NUMBER, "a section's name gets a number")
def a_section_with_a_number(rng: Random, deck: Slides) -> bool:
    one = rng.choice(list(deck.tree(Slides.LIST).iter(SECTION)))
    one.set("name", f"{one.get('name')}88%")
    return True


@planted(WORDING, "two sections take each other's names")
def two_sections_exchanged(rng: Random, deck: Slides) -> bool:
    one, two = rng.sample(list(deck.tree(Slides.LIST).iter(SECTION)), 2)
    mine, theirs = one.get("name"), two.get("name")
    one.set("name", theirs)
    two.set("name", mine)
    return True


PROPERTIES = (
    ("a title of the file changed", WORDING, CORE, r"(<dc:title>)[^<]*", r"\1另一份文件", "the file's title says other words"),
    ("a number in the title of the file", NUMBER, CORE, r"(<dc:title>)[^<]*", r"\1增长88%", "the file's title says a number"),
    ("a subject of the file changed", WORDING, CORE, r"(<dc:subject>)[^<]*", r"\1另一件事", "the file's subject says other words"),
    ("an author of the file changed", WORDING, CORE, r"(<dc:creator>)[^<]*", r"\1另一家机构", "the file's author is another"),
    ("a comment on the file", WORDING, CORE, r"(</cp:coreProperties>)", r"<cp:contentStatus>作废</cp:contentStatus>\1", "the file is declared void"),
    ("the digest of another content", ANY, CUSTOM, r"[0-9a-f]{64}", "0" * 64, "the file says that it is of another content"),
    ("the digest lost", ANY, CUSTOM, r"<property .*</property>", "", "the file does not say of which content it is"),
    ("a property put in", WORDING, CUSTOM, r"(</Properties>)", r'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="9" name="状态"><vt:lpwstr>作废</vt:lpwstr></property>\1', "the file gets a property"),
    ("a company put in", WORDING, "docProps/app.xml", r"(</Properties>)", r"<Company>另一家公司</Company>\1", "the file gets a company"),
)  # fmt: skip
"""Properties of the file, as text."""


def property_(part: str, old: str, new: str) -> Callable[[Random, Any], bool]:
    def alter(_rng: Random, deck: Slides) -> bool:
        text = deck.data(part).decode("utf-8")
        changed = re.sub(old, new, text, count=1)
        deck.bytes[part] = changed.encode("utf-8")
        return changed != text

    return alter


for _name, _due, _part, _old, _new, _says in PROPERTIES:
    planted.add(_name, _due, property_(_part, _old, _new), _says)


def related(deck: Slides, slide: str, kind: str, target: str, *, mode: str = "") -> str:
    """Relate a slide to something more, and return the name of the relation."""
    relations = deck.tree(slide.replace("slides/", "slides/_rels/") + ".rels")
    name = f"rId{900 + len(relations)}"
    one = relations.makeelement(relations[0].tag, {"Id": name, "Type": f"{R[1:-1]}/{kind}", "Target": target})
    if mode:
        one.set("TargetMode", mode)
    relations.append(one)
    return name


@planted(WORDING, "a comment is put on a slide")
def a_comment(rng: Random, deck: Slides) -> bool:
    slide = rng.choice(deck.named(Slides.SLIDE))
    deck.bytes["ppt/comments/comment900.xml"] = (
        f'<p:cmLst xmlns:p="{P[1:-1]}"><p:cm authorId="0" idx="1"><p:pos x="10" y="10"/><p:text>数字请再核</p:text></p:cm></p:cmLst>'
    ).encode()
    related(deck, slide, "comments", "../comments/comment900.xml")
    return True


@planted(WORDING, "words of a slide become a link to another address")
def a_link(rng: Random, deck: Slides) -> bool:
    for one in shuffled(rng, deck.lines()):
        if one.runs and one.runs[0].find(f"{A}rPr") is not None:
            name = related(deck, one.part, "hyperlink", "https://example.com/other", mode="External")
            one.runs[0].find(f"{A}rPr").append(xml(f'<a:hlinkClick r:id="{name}"/>'))
            return True
    return False


@planted(WORDING, "a shape of a slide becomes a link to another address")
def a_shape_as_a_link(rng: Random, deck: Slides) -> bool:
    names = deck.named(Slides.SLIDE)
    slide = rng.choice(names)
    shape = rng.choice([one for one in deck.tree(slide).iter(f"{P}cNvPr") if one.get("name")])
    name = related(deck, slide, "hyperlink", "https://example.com/other", mode="External")
    shape.insert(0, xml(f'<a:hlinkClick r:id="{name}"/>'))
    return True


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63f80f00010101001b b6ee56".replace(
        " ", ""
    )
    + "0000000049454e44ae426082"
)


@planted(NUMBER, "a picture covers a number")
def a_picture_over_a_number(rng: Random, deck: Slides) -> bool:
    names = deck.named(Slides.SLIDE)
    for slide in shuffled(rng, names):
        found = [one for one in deck.tree(slide).iter(f"{P}sp") if name_of(one).startswith("关键数字") and box_of(one)]
        if not found:
            continue
        deck.bytes["ppt/media/image900.png"] = PICTURE
        deck.replace("[Content_Types].xml", "<Default ", '<Default Extension="png" ContentType="image/png"/><Default ')
        name = related(deck, slide, "image", "../media/image900.png")
        left, top, width, height = box_of(found[0]) or (0, 0, 0, 0)
        found[0].getparent().append(
            xml(
                f'<p:pic><p:nvPicPr><p:cNvPr id="9900" name="图片"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{name}"/>'
                f'<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" '
                f'cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
            )
        )
        return True
    return False


@planted(ANY, "a part of foreign data is put in, as editors that keep versions do")
def foreign_data(_rng: Random, deck: Slides) -> bool:
    deck.bytes["customXml/item1.xml"] = "<revision>数字改为88%</revision>".encode()
    relations = deck.tree("_rels/.rels")
    kind = f"{R[1:-1]}/customXml"
    relations.append(relations.makeelement(relations[0].tag, {"Id": "rId900", "Type": kind, "Target": "customXml/item1.xml"}))
    return True


@planted(NUMBER, "text that only some programs show is put in")
def text_for_some_programs(rng: Random, deck: Slides) -> bool:
    shape = drawn(BOX, "rect", WHITE, "增长88%")
    box = xml(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" Requires="p14"/></mc:AlternateContent>'
    )
    box[0].append(shape)
    rng.choice(deck.slides).find(f"{P}cSld/{P}spTree").append(box)
    return True


KINDS = tuple(planted.kinds)
