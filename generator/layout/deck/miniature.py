"""Items of a drawing at another size: places, type and strokes alike."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.drawing import Box, Close, CurveTo, Disc, Glyph, Group, Image, Item, Link, Path, Segment, TextRun
from generator.units import Length, Point, Rect


def scaled(item: Item, part: float, least: Length = 0) -> Item:
    """Return an item at a part of its size, about the origin, no type under `least`; its text and what it says stay as they are."""
    return _Lens(part, least).item(item)


@dataclass(frozen=True, slots=True)
class _Lens:
    part: float
    least: Length

    def item(self, item: Item) -> Item:
        if isinstance(item, TextRun):
            return self._run(item)
        if isinstance(item, Group):
            return replace(item, items=tuple(self.item(one) for one in item.items), at=self._point(item.at))
        if isinstance(item, Link | Image):
            return replace(item, rect=self._rect(item.rect))
        if isinstance(item, Path):
            steps = tuple(map(self._segment, item.segments))
            dash = tuple(map(self._length, item.dash))
            return replace(item, segments=steps, stroke_width=self._length(item.stroke_width), dash=dash)
        return self._shape(item)

    def _run(self, run: TextRun) -> TextRun:
        length = self._length
        glyphs = tuple(Glyph(one.id, length(one.x), one.text, length(one.y)) for one in run.glyphs)
        return replace(
            run,
            origin_point=self._point(run.origin_point),
            size=max(self.least, length(run.size)),
            width=length(run.width),
            glyphs=glyphs,
        )

    def _shape(self, item: Box | Disc) -> Box | Disc:
        rect, width = self._rect(item.rect), self._length(item.stroke_width)
        if isinstance(item, Disc):
            return replace(item, rect=rect, stroke_width=width)
        return replace(item, rect=rect, stroke_width=width, radius=self._length(item.radius))

    def _length(self, value: Length) -> Length:
        return round(value * self.part)

    def _point(self, place: Point) -> Point:
        return Point(self._length(place.x), self._length(place.y))

    def _rect(self, one: Rect) -> Rect:
        return Rect(self._length(one.x), self._length(one.y), self._length(one.width), self._length(one.height))

    def _segment(self, one: Segment) -> Segment:
        if isinstance(one, CurveTo):
            return CurveTo(self._point(one.control_1), self._point(one.control_2), self._point(one.to))
        return one if isinstance(one, Close) else replace(one, to=self._point(one.to))
