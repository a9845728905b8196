"""The presentation part and its small companions: slide list, sections, Chinese line rules, defaults.

ECMA-376 Part 1, 19.2.1.26 (presentation) and 19.2.1.17 (kinsoku); sections by [MS-PPTX] 2.4.3.8 (p14:sectionLst).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias
from uuid import UUID

from generator.fonts.offer import Fonts
from generator.layout.deck.slide import Deck, DeckSection
from generator.writers.pptx.markup import NONE, Markup, declared, element
from generator.writers.pptx.notes import PAPER
from generator.writers.pptx.tables import NO_STYLE
from generator.writers.pptx.text import usual_level

LINE_START = "。．，、；：？！～·’”）］｝》〉】〗〕」』％‰℃/-–—"
"""What begins no line (GB/T 15834-2011, 5.1; CLREQ, prohibition rules for line start)."""
LINE_END = "‘“（［｛《〈【〖〔「『￥＄№/"
"""What ends no line."""

FIRST_SLIDE_ID = 256
"""Slide ids begin here (ST_SlideId)."""
MASTER_ID = 2_147_483_648
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_UUID_BYTES = 16

Families: TypeAlias = "Sequence[tuple[str, Sequence[tuple[str, str]]]]"
"""Embedded fonts: each family with the weight ("regular", "bold") and relationship of each of its faces."""


@dataclass(frozen=True, slots=True)
class Relations:
    """The presentation's relationships: to its master, its notes master, its slides, and its fonts by family and weight."""

    master: str
    notes_master: str
    slides: Sequence[str]
    fonts: Families = ()


def _section(section: DeckSection, index: int, digest: str, ids: dict[int, int]) -> Markup:
    seed = sha256(f"{digest} section {index}".encode()).digest()[:_UUID_BYTES]
    name = f"{{{UUID(bytes=seed, version=4)}}}".upper()
    slides = [element("p14:sldId", {"id": ids[number]}) for number in section.slides]
    return element("p14:section", {"name": section.name, "id": name}, element("p14:sldIdLst", {}, *slides))


def _sections(deck: Deck, ids: dict[int, int]) -> Markup:
    """Return the sections, each with an id from the content's hash."""
    digest = deck.imprint.digest
    made = [_section(section, index, digest, ids) for index, section in enumerate(deck.sections)]
    listed = element("p14:sectionLst", declared("p14"), *made)
    return element("p:extLst", {}, element("p:ext", {"uri": _SECTIONS}, listed))


def _fonts(relations: Relations) -> Markup:
    """Return the list of embedded fonts; its charset is GB2312's, 134, as the signed byte that it is written as."""
    if not relations.fonts:
        return NONE
    made = [
        element(
            "p:embeddedFont",
            {},
            element("p:font", {"typeface": family, "charset": -122}),
            *[element(f"p:{weight}", {"r:id": rid}) for weight, rid in weights],
        )
        for family, weights in relations.fonts
    ]
    return element("p:embeddedFontLst", {}, *made)


def _defaults() -> Markup:
    whole = element("a:defPPr", {}, element("a:defRPr", {"lang": "zh-CN"}))
    return element("p:defaultTextStyle", {}, whole, usual_level())


def presentation(deck: Deck, relations: Relations) -> Markup:
    """Return the presentation.

    Raises ValueError where the sections do not hold every slide once: PowerPoint would repair the file.
    """
    ids = {slide.number: FIRST_SLIDE_ID + index for index, slide in enumerate(deck.slides)}
    if sorted(number for section in deck.sections for number in section.slides) != sorted(ids):
        message = "the deck's sections do not hold every slide once"
        raise ValueError(message)
    slides = [element("p:sldId", {"id": one, "r:id": rid}) for one, rid in zip(ids.values(), relations.slides, strict=True)]
    embeds: dict[str, str | int] = {"embedTrueTypeFonts": 1} if relations.fonts else {}
    if deck.fonts is Fonts.EMBEDDED and relations.fonts:
        embeds["saveSubsetFonts"] = 1
    return element(
        "p:presentation",
        declared("a", "r", "p") | embeds | {"autoCompressPictures": 0},
        element(
            "p:sldMasterIdLst",
            {},
            element(
                "p:sldMasterId",
                {"id": deck.master.template.master_id if deck.master.template else MASTER_ID, "r:id": relations.master},
            ),
        ),
        element("p:notesMasterIdLst", {}, element("p:notesMasterId", {"r:id": relations.notes_master})),
        element("p:sldIdLst", {}, *slides),
        element("p:sldSz", {"cx": deck.size.width, "cy": deck.size.height}),
        element("p:notesSz", {"cx": PAPER.width, "cy": PAPER.height}),
        _fonts(relations),
        element("p:kinsoku", {"lang": "zh-CN", "invalStChars": LINE_START, "invalEndChars": LINE_END}),
        _defaults(),
        _sections(deck, ids),
    )


def presentation_properties() -> Markup:
    """Return the properties of the show: PowerPoint's own."""
    return element("p:presentationPr", declared("a", "r", "p"))


def view_properties() -> Markup:
    """Return how PowerPoint opens the deck: as it likes; the part must be there."""
    return element("p:viewPr", declared("a", "r", "p"))


def table_styles() -> Markup:
    """Return the list of table styles: none of our own, the default without fill and grid."""
    return element("a:tblStyleLst", declared("a") | {"def": NO_STYLE})
