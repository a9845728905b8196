"""What of a shape lies within a window: decoration that runs off a slide ends at the edge of its picture.

In: a box or a disc, and the rectangle of the window. Out: the item itself where it is inside, else what remains of it, or None.
"""

from __future__ import annotations

from itertools import pairwise
from math import acos, asin, cos, pi, sin, tan

from generator.drawing import Box, CurveTo, Disc, MoveTo, Path, Segment
from generator.units import Length, Point, Rect

_QUARTER = pi / 2
_THIRD = 4 / 3
"""The handles of an arc of an angle reach 4/3 · tan(angle/4) radii."""


def within(item: Box | Disc, window: Rect) -> Box | Disc | Path | None:
    """Return what of an item is seen through a window; of a disc that the edge cuts, its stroked line alone (rings have no more)."""
    rect = item.rect
    if rect.x >= window.x and rect.y >= window.y and rect.right <= window.right and rect.bottom <= window.bottom:
        return item
    if isinstance(item, Disc):
        segments = tuple(step for arc in _seen(rect, window) for step in _arc(rect, *arc))
        return Path(segments, None, item.stroke, item.stroke_width, origin=item.origin) if segments else None
    left, top = max(rect.x, window.x), max(rect.y, window.y)
    width, height = min(rect.right, window.right) - left, min(rect.bottom, window.bottom) - top
    if width <= 0 or height <= 0:
        return None
    return Box(Rect(left, top, width, height), item.fill, item.stroke, item.stroke_width, item.radius, item.origin)


def _seen(rect: Rect, window: Rect) -> list[tuple[float, float]]:
    """Return the arcs of an ellipse that are inside, each from an angle to an angle."""
    radius, ends = (rect.width / 2, rect.height / 2), [0.0, 2 * pi]
    middle = rect.x + radius[0], rect.y + radius[1]
    for edge in (window.x, window.right):
        if abs(part := (edge - middle[0]) / radius[0]) < 1:
            ends += [acos(part), 2 * pi - acos(part)]
    for edge in (window.y, window.bottom):
        if abs(part := (edge - middle[1]) / radius[1]) < 1:
            ends += [asin(part) % (2 * pi), (pi - asin(part)) % (2 * pi)]
    return [(start, end) for start, end in pairwise(sorted(ends)) if end > start and _holds(window, _at(rect, (start + end) / 2))]


def _holds(window: Rect, place: Point) -> bool:
    return window.x <= place.x <= window.right and window.y <= place.y <= window.bottom


def _at(rect: Rect, angle: float, reach: float = 0) -> Point:
    """Return the place of an angle on an ellipse, moved along its tangent by so much of the radii."""
    across, down = rect.width / 2, rect.height / 2
    x, y = cos(angle) - reach * sin(angle), sin(angle) + reach * cos(angle)
    return Point(_whole(rect.x + across + across * x), _whole(rect.y + down + down * y))


def _whole(value: float) -> Length:
    return round(value)


def _arc(rect: Rect, start: float, end: float) -> tuple[Segment, ...]:
    """Return an arc as curves of at most a quarter each."""
    count = max(1, -int(-(end - start) // _QUARTER))
    step = (end - start) / count
    reach = _THIRD * tan(step / 4)
    angles = [start + step * at for at in range(count + 1)]
    curves = (CurveTo(_at(rect, a, reach), _at(rect, b, -reach), _at(rect, b)) for a, b in pairwise(angles))
    return (MoveTo(_at(rect, start)), *curves)
