"""Outlines as path operators (ISO 32000-1, 8.5), in the page's upward coordinates.

In: the steps of an outline and where its drawing lies on a page. Out: the operators that construct it; the colours are the pen's.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.drawing import CurveTo, LineTo, MoveTo, Segment
from generator.units import Length, Point, Rect
from generator.writers.pdf.operators import numbers

ORIGIN = Point(0, 0)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a drawing's origin lies on a page so high; turns y downwards into PDF's y upwards."""

    height: Length
    at: Point = ORIGIN

    def moved(self, by: Point) -> Frame:
        """Return the frame of a group that lies there in this one."""
        return Frame(self.height, self.at.moved(by.x, by.y))

    def place(self, point: Point) -> Point:
        """Return a point of the drawing on the page, y upwards."""
        return Point(self.at.x + point.x, self.height - self.at.y - point.y)

    def area(self, rect: Rect) -> Rect:
        """Return a rectangle of the drawing on the page: its corner is the lower left one."""
        corner = self.place(Point(rect.x, rect.bottom))
        return Rect(corner.x, corner.y, rect.width, rect.height)

    def __call__(self, *points: Point) -> str:
        """Return the operands of points."""
        left, foot = self.at.x, self.height - self.at.y
        return numbers([value for point in points for value in (left + point.x, foot - point.y)])


def trace(segments: tuple[Segment, ...], frame: Frame) -> str:
    """Return the construction of a path."""
    return "\n".join([_segment(segment, frame) for segment in segments])


def _segment(segment: Segment, frame: Frame) -> str:
    if isinstance(segment, LineTo):
        return f"{frame(segment.to)} l"
    if isinstance(segment, MoveTo):
        return f"{frame(segment.to)} m"
    if isinstance(segment, CurveTo):
        return f"{frame(segment.control_1, segment.control_2, segment.to)} c"
    return "h"


def rectangle(rect: Rect, frame: Frame) -> str:
    """Return the construction of an upright rectangle."""
    area = frame.area(rect)
    return f"{numbers((area.x, area.y, area.width, area.height))} re"
