"""Items of a drawing at another size: places, type and strokes alike."""

from __future__ import annotations

from dataclasses import replace

from generator.drawing import Box, Close, CurveTo, Disc, Glyph, Group, Item, LineTo, Link, MoveTo, Path, Segment, TextRun
from generator.units import Length, Point, Rect


def scaled(item: Item, part: float) -> Item:
    """Return an item at a part of its size, about the origin; its text and what it says stay as they are."""

    def length(value: Length) -> Length:
        return round(value * part)

    def point(place: Point) -> Point:
        return Point(length(place.x), length(place.y))

    def rect(one: Rect) -> Rect:
        return Rect(length(one.x), length(one.y), length(one.width), length(one.height))

    def segment(one: Segment) -> Segment:
        if isinstance(one, CurveTo):
            return CurveTo(point(one.control_1), point(one.control_2), point(one.to))
        return one if isinstance(one, Close) else type(one)(point(one.to))

    match item:
        case TextRun():
            glyphs = tuple(Glyph(one.id, length(one.x), one.text, length(one.y)) for one in item.glyphs)
            places = {"origin_point": point(item.origin_point), "size": length(item.size), "width": length(item.width)}
            return replace(item, glyphs=glyphs, **places)  # type: ignore[arg-type]
        case Group():
            return replace(item, items=tuple(scaled(one, part) for one in item.items), at=point(item.at))
        case Path():
            dash = tuple(map(length, item.dash))
            steps = tuple(map(segment, item.segments))
            return replace(item, segments=steps, stroke_width=length(item.stroke_width), dash=dash)
        case Box():
            return replace(item, rect=rect(item.rect), stroke_width=length(item.stroke_width), radius=length(item.radius))
        case Disc():
            return replace(item, rect=rect(item.rect), stroke_width=length(item.stroke_width))
        case Link():
            return replace(item, rect=rect(item.rect))
