"""What lies at the cut: colour goes on to the bleed's edge, marks stand beyond it, text keeps away from it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.inspection.audit.press.judging import Hit, Judged, millimetres, quoted
from generator.inspection.audit.press.sheet import MM, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.audit.press.reading import PrintFile
    from generator.inspection.audit.press.sheet import Contour, Mark, Sheet
    from generator.inspection.pdf.geometry import Bounds

SIDES = ("left", "foot", "right", "head")
"""The sides of a page in the order of a box's numbers."""
AT_TRIM = 0.3
"""Points inside the trim at which an edge is as good as on it: no cutter is so exact."""
STRAIGHT = 0.01
NEARLY = 0.5
"""Points by which a line may end before the bleed's edge."""
LEAST_EDGE = 0.2
"""Points of an edge that is one."""
SAFE, SPINE = 5.0, 6.0
"""Millimetres that text keeps from the trim, and from the edge where the sheets are stitched."""
CROPS = 8
"""Two at each corner."""
ALIGNED = 0.1
"""Points by which a crop mark may miss the trim."""


def to_the_edge(file: PrintFile) -> Judged:
    """Judge whether colour that reaches the trim goes on to the bleed's edge."""
    hits = (hit for sheet in file.sheets for mark in sheet.printed() for hit in _short(sheet, mark))
    reach = sum(_reaches(sheet, mark) for sheet in file.sheets for mark in sheet.printed())
    return Judged(said("press-found.fields", count=reach), tuple(dict.fromkeys(hits)), idle=not reach)


def _reaches(sheet: Sheet, mark: Mark) -> bool:
    low, high = sheet.cut[:2], sheet.cut[2:]
    out = any(mark.box[at] < low[at] + AT_TRIM or mark.box[at + 2] > high[at] - AT_TRIM for at in (0, 1))
    return out and mark.kind is not Kind.TEXT and not mark.colour.is_white


def _short(sheet: Sheet, mark: Mark) -> Iterator[Hit]:
    """Yield each side at which a mark ends on the trim or in the bleed."""
    if not _reaches(sheet, mark):
        return
    line = mark.kind is Kind.LINE
    edges = [] if line else [edge for contour in _seen(mark) for edge in pairwise((*contour, contour[0]))]
    for side, name in enumerate(SIDES):
        if any(_stops(sheet, side, end) for end in mark.ends) or any(_ends(sheet, side, one, other) for one, other in edges):
            yield Hit(said("press-found.short-field", side=said(f"press-side.{name}")), sheet.number)


def _ends(sheet: Sheet, side: int, one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Tell whether an edge runs along a side, on the trim or beyond it, and short of the bleed's edge."""
    axis = side % 2
    if abs(one[axis] - other[axis]) > STRAIGHT or abs(one[1 - axis] - other[1 - axis]) < LEAST_EDGE:
        return False
    low, high = sorted((one[1 - axis], other[1 - axis]))
    if min(high, sheet.cut[3 - axis]) - max(low, sheet.cut[1 - axis]) < LEAST_EDGE:
        return False
    return _is_short(sheet, side, one[axis], STRAIGHT)


def _stops(sheet: Sheet, side: int, end: tuple[float, float]) -> bool:
    """Tell whether a line's end lies at a side, on the trim or beyond it, and short of the bleed's edge."""
    axis = side % 2
    return sheet.cut[1 - axis] < end[1 - axis] < sheet.cut[3 - axis] and _is_short(sheet, side, end[axis], NEARLY)


def _is_short(sheet: Sheet, side: int, place: float, slack: float) -> bool:
    out = 1 if side >= len(SIDES) // 2 else -1
    return -AT_TRIM <= (place - sheet.cut[side]) * out < (sheet.edge[side] - sheet.cut[side]) * out - slack


def _seen(mark: Mark) -> Iterable[Contour]:
    """Return a mark's contours as far as the clip shows them."""
    whole = mark.contours or (_corners(mark.box),)
    if mark.clip is None:
        return whole
    return [seen for one in whole if (seen := _within(one, mark.clip))]


def _corners(box: Bounds) -> Contour:
    left, low, right, high = box
    return ((left, low), (right, low), (right, high), (left, high))


def _within(contour: Contour, clip: Bounds) -> Contour:
    """Return a contour cut at the four sides of a box (Sutherland and Hodgman, 1974)."""
    for side, limit in enumerate(clip):
        axis, out = side % 2, 1 if side >= len(SIDES) // 2 else -1
        kept: list[tuple[float, float]] = []
        for one, other in pairwise((contour[-1], *contour)) if contour else ():
            before, after = (one[axis] - limit) * out, (other[axis] - limit) * out
            if before * after < 0:
                part = before / (before - after)
                kept.append((one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])))
            if after <= 0:
                kept.append(other)
        contour = tuple(kept)
    return contour


def marks(file: PrintFile) -> Judged:
    """Judge whether marks stand outside the bleed, in line with the trim, and on all plates."""
    hits = tuple(hit for sheet in file.sheets for hit in _mismarked(sheet))
    some = any(one.colour.registers for sheet in file.sheets for one in sheet.marks)
    return Judged(said("press-found.marks" if some else "press-found.no-marks"), hits, idle=not some)


def _mismarked(sheet: Sheet) -> Iterator[Hit]:
    if any(one.colour.registers for one in sheet.printed()):
        yield Hit(said("press-found.mark-inside"), sheet.number)
    lines = [one for one in sheet.beside() if one.kind is Kind.LINE]
    if any(not one.colour.registers for one in lines):
        yield Hit(said("press-found.mark-on-some-plates"), sheet.number)
    found = len({place for one in lines if (place := _crop(sheet, one))})
    if lines and found < CROPS:
        yield Hit(said("press-found.crop-marks", found=str(found), due=str(CROPS)), sheet.number)


def _crop(sheet: Sheet, line: Mark) -> tuple[int, bool] | None:
    """Return which edge of the trim a line goes on from, and at which of its ends; None for no crop mark."""
    left, low, right, high = line.box
    middle = ((left + right) / 2, (low + high) / 2)
    upright = high - low > right - left
    for side in range(len(SIDES)):
        axis = side % 2
        if upright == (axis == 0) and abs(middle[axis] - sheet.cut[side]) <= ALIGNED:
            return side, middle[1 - axis] > (sheet.cut[1 - axis] + sheet.cut[3 - axis]) / 2
    return None


def safe(file: PrintFile) -> Judged:
    """Judge whether all text keeps away from the cut, and from the spine."""
    found = [(*_nearest(sheet, file.wanted.spine), sheet.number) for sheet in file.sheets]
    hits = tuple(
        Hit(
            said("press-found.near-cut", text=quoted(text), side=said(f"press-side.{SIDES[side]}"), distance=millimetres(room)),
            page,
        )
        for spare, room, side, text, page in found
        if spare < -STRAIGHT
    )
    least = min(((spare, room) for spare, room, *_ in found), default=(0.0, 0.0))[1]
    some = any(text for _, _, _, text, _ in found)
    return Judged(
        said("press-found.safe", distance=millimetres(least)) if some else said("press-found.no-text"), hits, idle=not some
    )


def _nearest(sheet: Sheet, spine: str) -> tuple[float, float, int, str]:
    """Return the text of a page that has the least room to spare: that, its room to the cut, in points, at which side, and it."""
    inner = SIDES.index(spine) if sheet.number % 2 else SIDES.index("right" if spine == "left" else "left")
    due = [(SPINE if side == inner else SAFE) * MM for side in range(len(SIDES))]
    found = [
        (room - due[side], room, side, mark.text)
        for mark in sheet.printed(Kind.TEXT)
        if mark.text
        for side, room in enumerate(_rooms(sheet.cut, mark))
    ]
    return min(found, default=(float("inf"), float("inf"), 0, ""))


def _rooms(cut: Bounds, mark: Mark) -> tuple[float, ...]:
    glyphs = [one for one in mark.glyphs if one.text.strip()]
    left, right = min(one.left for one in glyphs), max(one.right for one in glyphs)
    low, high = min(one.bottom for one in glyphs), max(one.top for one in glyphs)
    return left - cut[0], low - cut[1], cut[2] - right, cut[3] - high
