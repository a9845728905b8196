"""Matrices and rectangles of a PDF page (ISO 32000-1, 8.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Bounds: TypeAlias = tuple[float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

CLIP_SLACK = 0.5
"""Points by which an em box may reach over a clip: its ink is smaller than its box."""


def matrix(operands: Any) -> Matrix:  # noqa: ANN401 - six numbers in any of pikepdf's clothes
    """Return six numbers as a matrix."""
    a, b, c, d, e, f = (float(one) for one in operands)
    return (a, b, c, d, e, f)


def product(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that applies one, then the other."""
    if other is IDENTITY:
        return one
    if one is IDENTITY:
        return other
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def bounds(points: Sequence[tuple[float, float]], place: Matrix) -> Bounds:
    """Return the rectangle round some points under a matrix."""
    a, b, c, d, e, f = place
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def intersection(one: Bounds | None, other: Bounds) -> Bounds:
    """Return what two rectangles share; None is the whole page."""
    if one is None:
        return other
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))


def holds(outer: Bounds, inner: Bounds) -> bool:
    """Tell whether a rectangle lies within another, but for rounding."""
    return min(inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]) >= -CLIP_SLACK
