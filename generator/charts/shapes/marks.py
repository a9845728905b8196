"""The few marks that pictures are made of: rules, arrows, fields of dots, all plain vectors."""

from generator.drawing import Box, Close, CurveTo, LineTo, MoveTo, Path, Segment
from generator.ink import Ink
from generator.units import Length, Point, Rect

KAPPA = 0.5522847498
"""How far, in radii, a Bézier curve's handles reach for a quarter of a circle: 4/3 · (√2 − 1), right to 0.03 %."""

ARROW_HEAD = 4
"""The length of an arrow's head in stroke widths of its line."""


def rule(x: Length, y: Length, width: Length, weight: Length, ink: Ink) -> Box:
    """Return a level rule with its upper edge at y."""
    return Box(Rect(x, y, max(width, 0), weight), fill=ink)


def post(x: Length, y: Length, height: Length, weight: Length, ink: Ink) -> Box:
    """Return an upright rule centred on x."""
    return Box(Rect(x - weight // 2, y, weight, max(height, 0)), fill=ink)


def line(points: tuple[Point, ...], weight: Length, ink: Ink, dash: tuple[Length, ...] = ()) -> Path:
    """Return an open line through points."""
    return Path((MoveTo(points[0]), *map(LineTo, points[1:])), stroke=ink, stroke_width=weight, dash=dash)


def arrow(x: Length, to: Length, y: Length, weight: Length, ink: Ink) -> tuple[Path, Path]:
    """Return an arrow to the right: a line and an open head."""
    head = ARROW_HEAD * weight
    tip, wings = Point(to, y), (Point(to - head, y - head), Point(to - head, y + head))
    return line((Point(x, y), tip), weight, ink), line((wings[0], tip, wings[1]), weight, ink)


def circle(centre: Point, radius: Length) -> tuple[Segment, ...]:
    """Return the contour of a circle."""
    x, y, r, k = centre.x, centre.y, radius, round(radius * KAPPA)
    return (
        MoveTo(Point(x + r, y)),
        CurveTo(Point(x + r, y + k), Point(x + k, y + r), Point(x, y + r)),
        CurveTo(Point(x - k, y + r), Point(x - r, y + k), Point(x - r, y)),
        CurveTo(Point(x - r, y - k), Point(x - k, y - r), Point(x, y - r)),
        CurveTo(Point(x + k, y - r), Point(x + r, y - k), Point(x + r, y)),
        Close(),
    )
