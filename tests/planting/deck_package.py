"""Alterations of the deck as a whole: sections, properties, links, comments and parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from tests.planting.deck_shapes import BOX, WHITE, drawn
from tests.planting.model import ANY, DECK, NUMBER, TURNING, WORDING, Table, shuffled
from tests.planting.slides import A, P, R, Slides, box_of, name_of, xml

planted = Table(DECK)
CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"

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
    one, two = rng.sample([one for one in deck.tree(Slides.LIST).iter(SECTION) if not TURNING.search(one.get("name"))], 2)
    mine, theirs = one.get("name"), two.get("name")
    one.set("name", theirs)
    two.set("name", mine)
    return True


PROPERTIES = (
    ("a title of the file changed", WORDING, CORE, r"(<dc:title>[^<]*)", r"\1（草稿）", "the file's title says other words"),
    ("a number in the title of the file", NUMBER, CORE, r"(<dc:title>)[^<]*", r"\1增长88%", "the file's title says a number"),
    ("a subject of the file changed", WORDING, CORE, r"(<dc:subject>[^<]*)", r"\1（草稿）", "the file's subject says other words"),
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
