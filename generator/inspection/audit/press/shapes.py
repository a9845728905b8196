"""Paths as corners: curves flattened, lines made as wide as they are painted.

In: the steps and points of a path and the matrix that places it. Out: contours in points of the page.
"""

from __future__ import annotations

from itertools import pairwise
from math import hypot, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.inspection.audit.press.sheet import Contour
    from generator.inspection.pdf.geometry import Bounds, Matrix

Place = tuple[float, float]

PIECES = 8
"""Straight pieces of a curve: a quarter of a circle of 100 mm is then off by less than 0.5 pt."""
_PARTS = tuple(piece / PIECES for piece in range(1, PIECES + 1))
_WEIGHTS = tuple(((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in _PARTS)


def contours(steps: Sequence[str], points: Sequence[float], place: Matrix) -> tuple[Contour, ...]:
    """Return the contours of a path, each closed only where the path closes it: its first corner then stands last as well."""
    a, b, c, d, e, f = place
    placed = iter([(a * x + c * y + e, b * x + d * y + f) for x, y in zip(points[::2], points[1::2], strict=True)])
    found: list[list[Place]] = []
    for step in steps:
        if step == "m" or not found:
            found.append([next(placed)] if step != "h" else [])
        elif step == "h":
            found[-1].append(found[-1][0])
        elif step == "c":
            found[-1] += _curve(found[-1][-1], next(placed), next(placed), next(placed))
        else:
            found[-1].append(next(placed))
    return tuple(tuple(one) for one in found if one)


def _curve(start: Place, one: Place, other: Place, end: Place) -> Iterator[Place]:
    for p, q, r, s in _WEIGHTS:
        yield (
            p * start[0] + q * one[0] + r * other[0] + s * end[0],
            p * start[1] + q * one[1] + r * other[1] + s * end[1],
        )


def scale_of(place: Matrix) -> float:
    """Return by how much lengths grow under a matrix."""
    a, b, c, d = place[:4]
    return sqrt(abs(a * d - b * c))


def outlines(lines: Sequence[Contour], weight: float) -> tuple[Contour, ...]:
    """Return the shapes that lines of a weight cover, one for each straight piece, ends cut square."""
    return tuple(_bar(one, other, weight / 2) for line in lines for one, other in pairwise(line) if one != other)


def _bar(one: Place, other: Place, half: float) -> Contour:
    length = hypot(other[0] - one[0], other[1] - one[1])
    across, down = (one[1] - other[1]) / length * half, (other[0] - one[0]) / length * half
    return (
        (one[0] + across, one[1] + down), (other[0] + across, other[1] + down),
        (other[0] - across, other[1] - down), (one[0] - across, one[1] - down),
    )  # fmt: skip


def box_of(shapes: Sequence[Contour]) -> Bounds:
    """Return the box round contours."""
    xs = [x for shape in shapes for x, _ in shape]
    ys = [y for shape in shapes for _, y in shape]
    return (min(xs), min(ys), max(xs), max(ys))
