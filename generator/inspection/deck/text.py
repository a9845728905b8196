"""Read the text of shapes: paragraphs and runs with the look that they inherit, and the settings of their body.

In: a text body with the list styles behind it, nearest first. Out: paragraphs (ECMA-376 Part 1, 21.1.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.deck.model import DEFAULT_INSETS, TextParagraph, TextRun
from generator.inspection.deck.theme import Theme, defaults, look
from generator.inspection.package import NS, attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree import ElementTree as ET

INSETS, MARGINS = ("lIns", "tIns", "rIns", "bIns"), ("marL", "marT", "marR", "marB")
SPACES = ("lnSpc", "spcBef")
_A = f"{{{NS['a']}}}"
WHOLE = 100_000
"""Thousandths of a per cent; the strict form writes `%` (22.9.2.9)."""
COUNTED = frozenset({"<number>", "‹#›", ""})
"""What programs write into a field of the slide's number: the number itself is theirs to put in."""
_RUNS, _BREAK = frozenset({_A + "r", _A + "fld"}), _A + "br"


def paragraphs(body: ET.Element, styles: Sequence[ET.Element | None], theme: Theme) -> Iterator[TextParagraph]:
    """Yield the paragraphs of a text body."""
    for paragraph in body.iterfind(_A + "p"):
        level = int(attribute(paragraph, "a:pPr", "lvl", "0"))
        spacing = *_spacing(paragraph, styles, level), _share(paragraph, styles, level)
        yield TextParagraph(tuple(_runs(paragraph, defaults(styles, level), theme)), *spacing)


def _runs(paragraph: ET.Element, chain: list[ET.Element], theme: Theme) -> Iterator[TextRun]:
    for one in paragraph:
        if one.tag in _RUNS or one.tag == _BREAK:
            words = "\n" if one.tag == _BREAK else one.findtext(_A + "t", "")
            if one.get("type") == "slidenum" and words in COUNTED:
                words = "0"
            yield TextRun(words, look(one.find(_A + "rPr"), chain, theme))


def _spacing(paragraph: ET.Element, styles: Sequence[ET.Element | None], level: int) -> tuple[float, float, float, str]:
    """Return line pitch and space before in points, the left margin in EMU and the alignment of a paragraph, inherited ones too."""
    behind = _behind(paragraph, styles, level)
    spaces = [_nearest(behind, name) for name in SPACES]
    pitch, before = (int(attribute(one, "a:spcPts", usual="0")) / 100 for one in spaces)
    return pitch, before, float(setting(behind, "marL") or "0"), setting(behind, "algn") or "l"


def _behind(paragraph: ET.Element, styles: Sequence[ET.Element | None], level: int) -> list[ET.Element | None]:
    """Return what sets a paragraph, nearest first: its own properties, then its level in each list style."""
    tag = f"{_A}lvl{level + 1}pPr"
    return [paragraph.find(_A + "pPr"), *(one.find(tag) for one in styles if one is not None)]


def _nearest(behind: Sequence[ET.Element | None], name: str) -> ET.Element | None:
    return next((got for one in behind if one is not None and (got := one.find(_A + name)) is not None), None)


def _share(paragraph: ET.Element, styles: Sequence[ET.Element | None], level: int) -> float:
    """Return the line pitch in parts of single spacing."""
    written = attribute(_nearest(_behind(paragraph, styles, level), "lnSpc"), "a:spcPct", usual=str(WHOLE))
    return float(written.removesuffix("%")) / (WHOLE if not written.endswith("%") else 100)


def setting(bodies: Iterable[ET.Element | None], key: str) -> str | None:
    """Return a property by the nearest element that gives it."""
    return next((value for one in bodies if one is not None and (value := one.get(key)) is not None), None)


def insets(bodies: Sequence[ET.Element | None], keys: Sequence[str] = INSETS) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom insets in EMU: those of a text body, or by other keys the margins of a table's cell."""
    left, top, right, bottom = (float(setting(bodies, key) or usual) for key, usual in zip(keys, DEFAULT_INSETS, strict=True))
    return (left, top, right, bottom)
