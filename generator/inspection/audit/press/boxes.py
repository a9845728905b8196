"""The sheet's boxes: what is cut, what is printed to be cut, and the paper round it (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.diagnostics import Words, said
from generator.inspection.audit.press.judging import Hit, Judged
from generator.inspection.audit.press.sheet import MM, encloses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.audit.press.reading import PrintFile
    from generator.inspection.audit.press.sheet import Sheet
    from generator.inspection.pdf.geometry import Bounds

PAPERS = {(210, 297): "a4", (210, 285): "daliu", (185, 260): "shiliu", (148, 210): "a5", (297, 420): "a3"}
"""Sizes that have a name, in millimetres."""
NEAR = 0.05
"""Millimetres by which a size may be off its name's."""
LEAST_BLEED = 3.0
"""Millimetres of colour beyond the trim that a cutter asks for."""
ROUNDING = 0.01


def nested(file: PrintFile) -> Judged:
    """Judge whether every page says what is trim and bleed, each within the next."""
    measured = said("press-found.boxes", trim=_sizes(file, "cut"), sheet=_sizes(file, "media"))
    return Judged(measured, tuple(hit for sheet in file.sheets for hit in _unboxed(sheet)))


def _unboxed(sheet: Sheet) -> Iterator[Hit]:
    if sheet.trim is None and sheet.art is None:
        yield Hit(said("press-found.no-trim"), sheet.number)
    if sheet.trim is not None and sheet.art is not None:
        yield Hit(said("press-found.trim-and-art"), sheet.number)
    if sheet.bleed is not None and not encloses(sheet.bleed, sheet.cut):
        yield Hit(said("press-found.bleed-inside"), sheet.number)
    if not encloses(sheet.media, sheet.edge):
        yield Hit(said("press-found.beyond-sheet"), sheet.number)


def one_size(file: PrintFile) -> Judged:
    """Judge whether all pages are cut to one size, the one that is wanted where one is."""
    sizes, asked = [_size(sheet.cut) for sheet in file.sheets], file.wanted.trim
    usual = asked or Counter(sizes).most_common(1)[0][0]
    key = "press-found.not-asked-size" if asked else "press-found.other-size"
    others = (
        Hit(said(key, size=paper(size), due=paper(usual)), at) for at, size in enumerate(sizes, 1) if not _alike(size, usual)
    )
    return Judged(said("press-found.one-size", size=paper(usual)), tuple(others))


def _alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def bleed(file: PrintFile) -> Judged:
    """Judge whether the bleed is wide enough on all sides."""
    widths = [(min(_beyond(sheet)), sheet.number) for sheet in file.sheets]
    least, due = min(width for width, _ in widths), max(LEAST_BLEED, file.wanted.bleed)
    hits = tuple(
        Hit(said("press-found.narrow-bleed", width=f"{max(width, 0):.2g}", due=f"{due:g}"), page)
        for width, page in widths
        if width < due - ROUNDING
    )
    return Judged(said("press-found.bleed", width=f"{round(least, 2):g}"), hits)


def _beyond(sheet: Sheet) -> tuple[float, ...]:
    """Return how far the bleed goes beyond the trim on each side, in millimetres."""
    cut, edge = sheet.cut, sheet.edge
    return tuple(one / MM for one in (cut[0] - edge[0], cut[1] - edge[1], edge[2] - cut[2], edge[3] - cut[3]))


def _size(box: Bounds) -> tuple[float, float]:
    return round((box[2] - box[0]) / MM, 1), round((box[3] - box[1]) / MM, 1)


def _sizes(file: PrintFile, name: str) -> tuple[Words, ...]:
    return tuple(paper(one) for one in dict.fromkeys(_size(getattr(sheet, name)) for sheet in file.sheets))


def paper(size: tuple[float, float]) -> Words:
    """Return a size in words, by its name where it has one."""
    named = [name for known, name in PAPERS.items() if _alike(known, size)]
    return said(f"press-paper.{named[0] if named else 'other'}", width=f"{size[0]:g}", height=f"{size[1]:g}")
