"""Alterations of what the deck's slides inherit: master and layout, colours, faces and embedded fonts."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from random import Random

from fontTools.ttLib import TTFont

from tests.planting.deck_shapes import BLACK, BOX, NONE, drawn
from tests.planting.deck_slides import MASTER
from tests.planting.model import ANY, APPEARANCE, DECK, NUMBER, WORDING, Table
from tests.planting.slides import A, P, Slides

planted = Table(DECK)

THEME = "ppt/theme/theme1.xml"

LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
"""The cover's: every deck has a slide of it."""

for _part, _where in ((MASTER, "master"), (LAYOUT, "layout")):
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
    for codes in {id(table.cmap): table.cmap for table in font["cmap"].tables}.values():
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


KINDS = tuple(planted.kinds)
