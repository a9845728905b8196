"""How much of a page things cover: the box round all that they show.

In: items and where their origin lies on the page. Out: a rectangle, or None where they show nothing.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from generator.drawing import Close, CurveTo, Group, Image, Link, TextRun
from generator.layout.book.outlines import outline
from generator.layout.book.placements import box_of
from generator.units import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.drawing import Box, Disc, Item, Path, Segment
    from generator.units import Point


def extent(items: Iterable[Item], at: Point) -> Rect | None:
    """Return the box round items: the em boxes of text, the outlines of shapes with half their lines' width, curves by their handles."""
    boxes = list(_boxes(items, at))
    return reduce(Rect.union, boxes) if boxes else None


def _boxes(items: Iterable[Item], at: Point) -> Iterator[Rect]:
    for item in items:
        if isinstance(item, Group):
            yield from _boxes(item.items, at.moved(item.at.x, item.at.y))
        elif isinstance(item, TextRun):
            yield box_of(item, item.origin_point.moved(at.x, at.y))
        elif isinstance(item, Image):
            yield item.rect.moved(at.x, at.y)
        elif not isinstance(item, Link) and (item.fill or item.stroke):
            yield _box(item, at)


def _box(item: Path | Box | Disc, at: Point) -> Rect:
    points = [point for segment in outline(item) for point in _points(segment)]
    half = item.stroke_width // 2 if item.stroke else 0
    left, top = (min(axis) - half for axis in zip(*((point.x, point.y) for point in points), strict=True))
    right, foot = (max(axis) + half for axis in zip(*((point.x, point.y) for point in points), strict=True))
    return Rect(at.x + left, at.y + top, right - left, foot - top)


def _points(segment: Segment) -> tuple[Point, ...]:
    if isinstance(segment, CurveTo):
        return segment.control_1, segment.control_2, segment.to
    return () if isinstance(segment, Close) else (segment.to,)
