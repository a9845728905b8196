"""The sheet: a page's trim or a slide, by its size and the name that people have for it; any other is made in the same way.

Nothing comes in; formats go out. Grids are made from them (`grid`, `slide_grid`), so that another format is set anew, never scaled.
"""

from dataclasses import dataclass

from generator.units import Size, mm


@dataclass(frozen=True, slots=True)
class Format:
    """A sheet by its name and size."""

    name: str
    size: Size


A4 = Format("a4", Size(mm(210), mm(297)))
DALIU = Format("daliu", Size(mm(210), mm(285)))
"""大16开, as most Chinese books of A4's kind are trimmed."""
A5 = Format("a5", Size(mm(148), mm(210)))
WIDE = Format("16:9", Size(12_192_000, 6_858_000))
"""A slide of 960 by 540 points (ST_SlideSizeType, ECMA-376 Part 1, 19.7.18)."""
CLASSIC = Format("4:3", Size(9_144_000, 6_858_000))
"""A slide of 720 by 540 points."""
