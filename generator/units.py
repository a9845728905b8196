"""Lengths and shapes on a page or a slide, in whole EMU, origin at the top left, y downwards.

English Metric Units (ECMA-376 Part 1, 20.1.2.1) divide point, millimetre and inch exactly: 12 700 to a point, 36 000 to a
millimetre, 914 400 to an inch. Every length in the program is one integer of them, so that page and slide add up alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Length: TypeAlias = int
"""A length in EMU."""

EMU_PER_POINT = 12_700
EMU_PER_MILLIMETRE = 36_000


def pt(points: float) -> Length:
    """Return a length given in points, rounded to the nearest EMU."""
    return round(points * EMU_PER_POINT)


def mm(millimetres: float) -> Length:
    """Return a length given in millimetres, rounded to the nearest EMU."""
    return round(millimetres * EMU_PER_MILLIMETRE)


def to_pt(length: Length) -> float:
    """Return a length in points."""
    return length / EMU_PER_POINT


def in_mm(length: Length) -> str:
    """Return a length in millimetres as people write it, to a hundredth."""
    return f"{length / EMU_PER_MILLIMETRE:.2f}".rstrip("0").rstrip(".")


def em(size: Length, ems: float) -> Length:
    """Return so many ems of a type size."""
    return round(size * ems)


@dataclass(frozen=True, slots=True)
class Point:
    """A place: x to the right, y down."""

    x: Length
    y: Length

    def moved(self, dx: Length, dy: Length) -> Point:
        """Return the place so far to the right and down."""
        return Point(self.x + dx, self.y + dy)


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height."""

    width: Length
    height: Length


@dataclass(frozen=True, slots=True)
class Insets:
    """Distances kept free inside the four edges of a rectangle."""

    top: Length
    right: Length
    bottom: Length
    left: Length


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its top left corner, width and height; neither may be negative."""

    x: Length
    y: Length
    width: Length
    height: Length

    def __post_init__(self) -> None:
        if self.width < 0 or self.height < 0:
            message = f"a rectangle cannot be {self.width} by {self.height}"
            raise ValueError(message)

    @property
    def right(self) -> Length:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> Length:
        """The y of the lower edge."""
        return self.y + self.height

    def inset(self, by: Insets) -> Rect:
        """Return the rectangle within these insets."""
        return Rect(self.x + by.left, self.y + by.top, self.width - by.left - by.right, self.height - by.top - by.bottom)

    def moved(self, dx: Length, dy: Length) -> Rect:
        """Return the rectangle so far to the right and down."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def union(self, other: Rect) -> Rect:
        """Return the smallest rectangle that holds both."""
        left, top = min(self.x, other.x), min(self.y, other.y)
        return Rect(left, top, max(self.right, other.right) - left, max(self.bottom, other.bottom) - top)
