"""Shapes as path operators (ISO 32000-1, 8.5): boxes, discs and free paths, in the page's upward coordinates.

In: items of a drawing and where they lie on a page. Out: the operators that construct and paint them; the colours are the pen's.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.drawing import CurveTo, LineTo, MoveTo, Segment
from generator.units import Length, Point, Rect
from generator.writers.pdf.operators import numbers

KAPPA = 0.5522847498
"""How far, in radii, a Bézier curve's handles reach for a quarter of a circle: 4/3 · (√2 − 1), right to 0.03 %."""

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


def rectangle(rect: Rect, radius: Length, frame: Frame) -> str:
    """Return the construction of a rectangle, its corners rounded to at most half its shorter side."""
    if radius:
        radius = min(radius, rect.width // 2, rect.height // 2)
        return _rounded(rect, radius, radius, frame)
    area = frame.area(rect)
    return f"{numbers((area.x, area.y, area.width, area.height))} re"


def ellipse(rect: Rect, frame: Frame) -> str:
    """Return the construction of the ellipse that touches the four sides of a rectangle."""
    return _rounded(rect, rect.width / 2, rect.height / 2, frame)


def _rounded(rect: Rect, across: float, down: float, frame: Frame) -> str:
    corners = (
        (rect.right, rect.y, (-1, 0), (0, 1)),
        (rect.right, rect.bottom, (0, -1), (-1, 0)),
        (rect.x, rect.bottom, (1, 0), (0, -1)),
        (rect.x, rect.y, (0, 1), (1, 0)),
    )
    start = Point(rect.x + round(across), rect.y)
    pieces = [f"{frame(start)} m"]
    for x, y, back, on in corners:
        first, last = (_towards(x, y, way, across, down) for way in (back, on))
        handles = [_towards(x, y, way, across * (1 - KAPPA), down * (1 - KAPPA)) for way in (back, on)]
        pieces += [f"{frame(first)} l", f"{frame(*handles, last)} c"]
    return "\n".join([*pieces, "h"])


def _towards(x: Length, y: Length, way: tuple[int, int], across: float, down: float) -> Point:
    return Point(x + round(way[0] * across), y + round(way[1] * down))
