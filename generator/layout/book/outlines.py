"""The outlines of shapes as steps of a path, right round from the top left: boxes, plain and rounded, and discs.

In: an item of a drawing. Out: its segments in the drawing's own coordinates.
"""

from generator.charts.shapes.marks import KAPPA
from generator.drawing import Box, Close, CurveTo, Disc, LineTo, MoveTo, Path, Segment
from generator.units import Length, Point, Rect


def outline(item: Path | Box | Disc) -> tuple[Segment, ...]:
    """Return the steps of an item's outline; a box's corners are rounded to at most half its shorter side."""
    if isinstance(item, Path):
        return item.segments
    rect = item.rect
    if isinstance(item, Disc):
        return _rounded(rect, rect.width / 2, rect.height / 2)
    if item.radius:
        radius = min(item.radius, rect.width // 2, rect.height // 2)
        return _rounded(rect, radius, radius)
    corners = Point(rect.right, rect.bottom), Point(rect.right, rect.y), Point(rect.x, rect.y)
    return (MoveTo(Point(rect.x, rect.bottom)), *map(LineTo, corners), Close())


def _rounded(rect: Rect, across: float, down: float) -> tuple[Segment, ...]:
    corners = (
        (rect.right, rect.y, (-1, 0), (0, 1)),
        (rect.right, rect.bottom, (0, -1), (-1, 0)),
        (rect.x, rect.bottom, (1, 0), (0, -1)),
        (rect.x, rect.y, (0, 1), (1, 0)),
    )
    steps: list[Segment] = [MoveTo(Point(rect.x + round(across), rect.y))]
    for x, y, back, on in corners:
        first, last = (_towards(x, y, way, across, down) for way in (back, on))
        handles = [_towards(x, y, way, across * (1 - KAPPA), down * (1 - KAPPA)) for way in (back, on)]
        steps += [LineTo(first), CurveTo(handles[0], handles[1], last)]
    return (*steps, Close())


def _towards(x: Length, y: Length, way: tuple[int, int], across: float, down: float) -> Point:
    return Point(x + round(way[0] * across), y + round(way[1] * down))
