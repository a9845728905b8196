"""Marks of a chart that colour told apart and gray does not: hatched, hollow or dashed, as draughtsmen had it before colour.

In: the items of one figure and the grays of its inks. Out: the same items, and strokes more. A field is hatched with strokes of paper,
which leave out the text that stands on it; a field of small marks is drawn hollow; a line is dashed. Strokes are cut to the outline by
arithmetic, so that nothing is clipped.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.design.palette import PAPER
from generator.drawing import Box, Disc, Group, Image, LineTo, MoveTo, Path, TextRun
from generator.ink import contrast
from generator.layout.book.contours import contours
from generator.layout.book.outlines import outline
from generator.pictures.inks import PICTURE
from generator.pictures.packing import grayed
from generator.units import Point, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.drawing import Item, Segment
    from generator.ink import Ink
    from generator.layout.gray.tones import Grays
    from generator.units import Length

TOLD_APART = 1.5
"""Two fields of one chart with less contrast than this are not told apart by it alone, on an office printer."""
PITCH, STROKE = pt(4), pt(0.9)
"""From hatch to hatch, level, and how wide one is."""
SMALL = 3 * PITCH
"""Marks smaller than this are drawn hollow: no hatch shows on them."""
RIM = pt(0.75)
LINE = pt(1)
"""Strokes at least so wide are lines of a chart, thinner ones its furniture."""
DASH = (4, 3)
"""In widths of the line."""
AIR = pt(1.5)
"""What a hatch keeps from text."""
PAIR = 2

Span = tuple["Length", "Length"]
Area = tuple["Length", "Length", "Length", "Length"]
RGB = tuple[int, int, int]


def told_apart(items: tuple[Item, ...], gray: Grays) -> tuple[Item, ...]:
    """Return the items of a figure in gray, those marked that have another's tone."""
    marks = tuple(_marks(items))
    fields = _alike([one.fill for one in marks if one.fill and not _is_rule(one)], gray, TOLD_APART)
    lines = _alike([one.stroke for one in marks if _is_line(one) and one.stroke], gray, TOLD_APART**PAIR)
    texts = tuple(_texts(items, Point(0, 0)))
    return _drawn(items, Point(0, 0), _Cures(gray, fields, lines, texts))


class _Cures:
    """What is done to the marks of a figure: inks whose fields are hatched, those whose lines are dashed, and where text stands."""

    def __init__(self, gray: Grays, fields: frozenset[RGB], lines: frozenset[RGB], texts: tuple[Area, ...]) -> None:
        self.gray, self.fields, self.lines, self.texts = gray, fields, lines, texts


def _marks(items: Sequence[Item]) -> Iterator[Path | Box | Disc]:
    for item in items:
        if isinstance(item, Group):
            yield from _marks(item.items)
        elif isinstance(item, Path | Box | Disc):
            yield item


def _is_line(item: Path | Box | Disc) -> bool:
    return item.fill is None and item.stroke_width >= LINE and isinstance(item, Path) and not item.dash


def _is_rule(item: Path | Box | Disc) -> bool:
    """Tell whether a field is so thin that it is a line."""
    return isinstance(item, Box) and min(item.rect.width, item.rect.height) <= 2 * LINE


def _alike(inks: Sequence[Ink], gray: Grays, least: float) -> frozenset[RGB]:
    """Return the inks that are less than so far from one met before them, paper and a picture's own aside; the theme's own is met first."""
    met: list[Ink] = []
    found = set[RGB]()
    for ink in sorted(dict.fromkeys(inks), key=lambda one: one.rgb not in gray.darker):
        if ink.rgb == PAPER.rgb or ink.name == PICTURE:
            continue
        if any(contrast(gray(ink), gray(other)) < least for other in met):
            found.add(ink.rgb)
        else:
            met.append(ink)
    return frozenset(found)


def _texts(items: Sequence[Item], at: Point) -> Iterator[Area]:
    for item in items:
        if isinstance(item, Group):
            yield from _texts(item.items, at.moved(item.at.x, item.at.y))
        elif isinstance(item, TextRun) and item.width > 0:
            x, y = at.x + item.origin_point.x, at.y + item.origin_point.y
            yield x - AIR, y - item.size - AIR, x + item.width + AIR, y + item.size // 4 + AIR


def _drawn(items: Sequence[Item], at: Point, cures: _Cures) -> tuple[Item, ...]:
    return tuple(one for item in items for one in _cured(item, at, cures))


def _cured(item: Item, at: Point, cures: _Cures) -> Iterator[Item]:
    if isinstance(item, Group):
        yield replace(item, items=_drawn(item.items, at.moved(item.at.x, item.at.y), cures))
    elif isinstance(item, TextRun):
        yield replace(item, ink=cures.gray(item.ink))
    elif isinstance(item, Path | Box | Disc):
        yield from _mark(item, at, cures)
    elif isinstance(item, Image):
        yield replace(item, pixels=grayed(item.pixels))
    else:
        yield item


def _mark(item: Path | Box | Disc, at: Point, cures: _Cures) -> Iterator[Item]:
    own = in_gray(item, cures.gray)
    if isinstance(own, Path) and _is_line(item) and item.stroke and item.stroke.rgb in cures.lines:
        yield replace(own, dash=tuple(part * own.stroke_width for part in DASH))
    elif item.fill is None or item.fill.rgb not in cures.fields or _is_rule(item):
        yield own
    elif _is_small(item):
        yield replace(own, fill=cures.gray(PAPER), stroke=own.fill, stroke_width=RIM)
    else:
        yield own
        if strokes := tuple(_hatches(item, at, cures.texts)):
            yield Path(strokes, stroke=cures.gray(PAPER), stroke_width=STROKE, origin=item.origin)


def in_gray(item: Path | Box | Disc, gray: Grays) -> Path | Box | Disc:
    """Return a shape in gray."""
    return replace(item, fill=gray(item.fill) if item.fill else None, stroke=gray(item.stroke) if item.stroke else None)


def _is_small(item: Path | Box | Disc) -> bool:
    """Tell whether the largest contour of a shape is too small for a hatch."""
    return all(max(_spread(one.points)) < SMALL for one in contours(outline(item)))


def _spread(points: Sequence[Point]) -> Span:
    xs, ys = [point.x for point in points], [point.y for point in points]
    return max(xs) - min(xs), max(ys) - min(ys)


def _hatches(item: Path | Box | Disc, at: Point, texts: Sequence[Area]) -> Iterator[Segment]:
    """Yield strokes from lower left to upper right within an outline, none where text stands.

    On such a stroke x + y is one number: edges are met where it is theirs, and what lies between two meetings is inside.
    """
    edges = [edge for contour in contours(outline(item)) for edge in pairwise([*contour.points, contour.points[0]])]
    sums = [point.x + point.y for edge in edges for point in edge]
    first = -(-min(sums) // PITCH) * PITCH
    for diagonal in range(first + PITCH // 2, max(sums), PITCH):
        meetings = sorted(x for edge in edges if (x := _meeting(edge, diagonal)) is not None)
        for span in zip(meetings[::PAIR], meetings[1::PAIR], strict=False):
            for left, right in _free(span, diagonal, at, texts):
                yield MoveTo(Point(left, diagonal - left))
                yield LineTo(Point(right, diagonal - right))


def _meeting(edge: tuple[Point, Point], diagonal: Length) -> Length | None:
    """Return the x at which an edge meets a diagonal; an edge holds its first end and not its last."""
    one, other = (point.x + point.y - diagonal for point in edge)
    if (one < 0) is (other < 0):
        return None
    return round(edge[0].x + (edge[1].x - edge[0].x) * one / (one - other))


def _free(span: Span, diagonal: Length, at: Point, texts: Sequence[Area]) -> Iterator[Span]:
    """Yield what texts leave of a stroke, each by its ends' x."""
    free = [span]
    for left, top, right, foot in texts:
        first, last = max(left - at.x, diagonal - (foot - at.y)), min(right - at.x, diagonal - (top - at.y))
        if first < last:
            free = [
                part for start, end in free for part in ((start, min(end, first)), (max(start, last), end)) if part[0] < part[1]
            ]
    yield from ((start, end) for start, end in free if end - start > STROKE)
