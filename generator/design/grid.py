"""The page's skeleton: trim, bleed, margins, twelve columns and the baseline grid.

Nothing comes in but a page's number; places in EMU go out. The inner margin is wider than the outer and changes sides with the page:
odd numbers are recto, their spine at the left.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.design.type_scale import BASELINE
from generator.units import Length, Rect, Size, mm, pt

BLEED = mm(3)
"""How far a colour field goes on beyond the trim."""

SAFE = mm(5)
"""Text keeps this far from the trim."""

SAFE_SPINE = mm(6)
"""And this far from the spine."""

HAIRLINE = pt(0.35)
"""The thinnest rule; the press holds 0.25 pt."""

COLUMNS = 12
GUTTER = mm(4)


@dataclass(frozen=True, slots=True)
class Columns:
    """Equal columns with gutters from a left edge over a width."""

    left: Length
    width: Length
    count: int = COLUMNS
    gutter: Length = GUTTER

    def span(self, columns: int) -> Length:
        """Return the width of so many columns with the gutters between them."""
        return round((self.width + self.gutter) * columns / self.count) - self.gutter

    def x(self, column: int) -> Length:
        """Return the left edge of a column, counted from 0."""
        return self.left + round((self.width + self.gutter) * column / self.count)


@dataclass(frozen=True, slots=True)
class PageGrid:
    """A page format on a baseline grid; lines count from 1 at the head of the trim, and `first` and `last` bear text."""

    size: Size
    inner: Length
    outer: Length
    first: int
    last: int
    head: int
    foot: int
    baseline: Length = BASELINE

    @property
    def lines(self) -> int:
        """How many lines of body a page bears."""
        return self.last - self.first + 1

    @property
    def measure(self) -> Length:
        """The width of the type area."""
        return self.size.width - self.inner - self.outer

    def y(self, line: float) -> Length:
        """Return the baseline of a line of the grid."""
        return round(self.baseline * line)

    def columns(self, page: int) -> Columns:
        """Return the columns of a page by its number: odd is recto."""
        return Columns(self.inner if page % 2 else self.outer, self.measure)

    @property
    def trim(self) -> Rect:
        """The page itself."""
        return Rect(0, 0, self.size.width, self.size.height)

    @property
    def bleed(self) -> Rect:
        """The page with 3 mm more on every side."""
        return Rect(-BLEED, -BLEED, self.size.width + 2 * BLEED, self.size.height + 2 * BLEED)

    def safe(self, page: int) -> Rect:
        """Return where text may stand on a page: 5 mm from the trim, 6 mm from the spine."""
        left, right = (SAFE_SPINE, SAFE) if page % 2 else (SAFE, SAFE_SPINE)
        return Rect(left, SAFE, self.size.width - left - right, self.size.height - 2 * SAFE)


A4 = PageGrid(size=Size(mm(210), mm(297)), inner=mm(23), outer=mm(17), first=5, last=46, head=3, foot=48)
"""The report's page: 170 mm of type area, twelve columns of 10.5 mm, 42 lines."""
