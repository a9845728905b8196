"""The page's skeleton: trim, bleed, margins, twelve columns and the baseline grid.

In: a format and a page's number. Out: places in EMU. The inner margin is wider than the outer and changes sides with the page: odd
numbers are recto, their spine at the left.
"""

from dataclasses import dataclass

from generator.design.format import Format
from generator.units import Length, Rect, Size, em, mm, pt

BLEED = mm(3)
"""How far a colour field goes on beyond the trim, unless the print shop asks for another bleed."""

SAFE = mm(5)
"""Text keeps this far from the trim."""

SAFE_SPINE = mm(6)
"""And this far from the spine."""

SIDE, MAIN = 4, 8
"""Columns of the margin and of the text."""
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
    """A page on a baseline grid; lines count from 1 at the head of the trim, `first` and `last` bear text.

    `head` and `foot` are the lines of running head and folio; what does not begin at the head of the page hangs from `hang`.
    """

    size: Size
    inner: Length
    outer: Length
    first: int
    last: int
    head: int
    foot: int
    hang: int
    baseline: Length
    bled: Length = BLEED

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

    def over(self, baseline: Length, lines: float) -> Length:
        """Return the height so many lines over a baseline; under it for less than none."""
        return baseline - em(self.baseline, lines)

    def line(self, part: float) -> int:
        """Return the line that stands at this part of the page's height."""
        return round((self.foot + 1) * part)

    def holding(self, height: Length) -> int:
        """Return how many lines hold a height."""
        return -(-height // self.baseline)

    def columns(self, page: int) -> Columns:
        """Return the columns of a page by its number: odd is recto."""
        return Columns(self.inner if page % 2 else self.outer, self.measure)

    @property
    def trim(self) -> Rect:
        """The page itself."""
        return Rect(0, 0, self.size.width, self.size.height)

    @property
    def bleed(self) -> Rect:
        """The page with its bleed on every side."""
        return Rect(-self.bled, -self.bled, self.size.width + 2 * self.bled, self.size.height + 2 * self.bled)

    def safe(self, page: int) -> Rect:
        """Return where text may stand on a page: 5 mm from the trim, 6 mm from the spine."""
        left, right = (SAFE_SPINE, SAFE) if page % 2 else (SAFE, SAFE_SPINE)
        return Rect(left, SAFE, self.size.width - left - right, self.size.height - 2 * SAFE)


INNER, OUTER = 23 / 210, 17 / 210
"""The margins in parts of the trim's width."""
FIRST, HANG = 5 / 49, 16 / 49
"""The first line of text, and the line from which an opener's message and a page without text at its head hang, in parts of all lines."""
LEAST_HEAD = 2
"""The line that a running head needs to keep off the trim."""


def page_grid(sheet: Format, baseline: Length, bleed: Length = BLEED) -> PageGrid:
    """Return the grid of a page: margins as parts of the trim, lines as many as its height holds with half a line free under them.

    A4 on a baseline of 17 pt has 170 mm of type area, twelve columns of 10.5 mm and 42 lines.
    """
    lines = (sheet.size.height - baseline // 2) // baseline
    first = max(LEAST_HEAD + 2, round(lines * FIRST))
    return PageGrid(
        size=sheet.size,
        inner=round(sheet.size.width * INNER),
        outer=round(sheet.size.width * OUTER),
        first=first,
        last=lines - 3,
        head=first - 2,
        foot=lines - 1,
        hang=round(lines * HANG),
        baseline=baseline,
        bled=bleed,
    )
