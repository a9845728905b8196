"""Items made smaller or larger: every place, size and line alike.

In: items and a factor. Out: the same items in the same order, links left out: what is printed has none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.drawing import Box, Close, CurveTo, Disc, Glyph, Group, Image, LineTo, Link, MoveTo, Path, TextRun
from generator.units import Point, Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.drawing import Item, Segment


def scaled(items: Iterable[Item], by: float) -> tuple[Item, ...]:
    """Return items at so many times their size."""
    return tuple(_items(items, by))


def _items(items: Iterable[Item], by: float) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield replace(item, items=scaled(item.items, by), at=_point(item.at, by))
        elif isinstance(item, TextRun):
            yield _run(item, by)
        elif isinstance(item, Path):
            segments = tuple(_segment(one, by) for one in item.segments)
            dash = tuple(round(part * by) for part in item.dash)
            yield replace(item, segments=segments, stroke_width=round(item.stroke_width * by), dash=dash)
        elif isinstance(item, Box):
            width, radius = round(item.stroke_width * by), round(item.radius * by)
            yield replace(item, rect=_rect(item.rect, by), stroke_width=width, radius=radius)
        elif isinstance(item, Image):
            yield replace(item, rect=_rect(item.rect, by))
        elif isinstance(item, Disc):
            yield replace(item, rect=_rect(item.rect, by), stroke_width=round(item.stroke_width * by))
        else:
            assert isinstance(item, Link)


def _run(run: TextRun, by: float) -> TextRun:
    glyphs = tuple(Glyph(glyph.id, round(glyph.x * by), glyph.text, round(glyph.y * by)) for glyph in run.glyphs)
    place, size, width = _point(run.origin_point, by), round(run.size * by), round(run.width * by)
    return replace(run, origin_point=place, size=size, width=width, glyphs=glyphs)


def _segment(segment: Segment, by: float) -> Segment:
    if isinstance(segment, CurveTo):
        return CurveTo(_point(segment.control_1, by), _point(segment.control_2, by), _point(segment.to, by))
    if isinstance(segment, Close):
        return segment
    return (MoveTo if isinstance(segment, MoveTo) else LineTo)(_point(segment.to, by))


def _point(point: Point, by: float) -> Point:
    return Point(round(point.x * by), round(point.y * by))


def _rect(rect: Rect, by: float) -> Rect:
    left, top = round(rect.x * by), round(rect.y * by)
    return Rect(left, top, max(0, round(rect.right * by) - left), max(0, round(rect.bottom * by) - top))
