"""The contours of an outline as corners, curves in short straight steps: for arithmetic on shapes, never for painting whole ones.

In: the steps of an outline. Out: its contours, each with its points and whether it is closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.drawing import Close, CurveTo, LineTo, MoveTo
from generator.units import Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.drawing import Segment

STEPS = 12
"""Straight steps to a curve: a quarter of a circle of 50 mm is right to a tenth of a millimetre."""


class Contour(NamedTuple):
    """A contour's corners in their order, and whether its end is joined to its beginning."""

    points: list[Point]
    closed: bool


def contours(segments: Sequence[Segment]) -> Iterator[Contour]:
    """Yield the contours of an outline."""
    points: list[Point] = []
    for segment in segments:
        if isinstance(segment, Close):
            yield Contour(points, closed=True)
            points = []
        elif isinstance(segment, MoveTo):
            if points:
                yield Contour(points, closed=False)
            points = [segment.to]
        elif isinstance(segment, LineTo):
            points.append(segment.to)
        else:
            points += _flat(points[-1], segment)
    if points:
        yield Contour(points, closed=False)


def _flat(start: Point, curve: CurveTo) -> Iterator[Point]:
    ends = (start, curve.control_1, curve.control_2, curve.to)
    for step in range(1, STEPS + 1):
        t = step / STEPS
        parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        across = sum(part * end.x for part, end in zip(parts, ends, strict=True))
        down = sum(part * end.y for part, end in zip(parts, ends, strict=True))
        yield Point(round(across), round(down))
