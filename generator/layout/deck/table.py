"""Native tables: columns and rows of rich text in, measured and shared out over slides, a table on a sheet out.

Rows are as high as their text; what is left of a slide's height is shared between them, so that a table stands even. The first row
is the header, no cell is merged, no type is under 14 pt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.palette import INK, RULE
from generator.layout.deck import styles
from generator.layout.deck.sheet import counted
from generator.layout.deck.slide import Align, Anchor, Cell, SlideParagraph, TableBox
from generator.units import Insets, Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.palette import ThemeInks
    from generator.design.type_scale import Step
    from generator.document.model import RichText
    from generator.layout.deck.gauge import Gauge
    from generator.layout.deck.sheet import Sheet
    from generator.units import Length

CELL = Insets(pt(3.5), pt(8), pt(3.5), pt(8))
TIGHT = Insets(pt(2.5), pt(6), pt(2.5), pt(6))
"""A cell's insets where a little less air saves a slide."""
LEAST_LEFT = 0.36
"""The part of a table that its columns of prose must have before snug columns are capped."""
MOST_STRETCH = pt(10)
"""How much a row may grow to fill a slide: more, and the table falls apart."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width that snug columns leave, and the face of its cells.

    A snug column is as wide as its longest cell, up to that part of the table; one of numbers stands flush right in the theme's ink.
    """

    head: str
    share: float
    face: str = styles.REGULAR
    number: bool = False
    snug: float = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells, where it comes from, and where each of its cells does if that is known."""

    cells: tuple[RichText, ...]
    origin: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows at one size, in the inks of a part; `fixed` widths are those of a longer table that this is a piece of."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    step: Step
    inks: ThemeInks
    fixed: tuple[Length, ...] = ()
    air: Insets = CELL

    def widths(self, whole: Length, gauge: Gauge) -> tuple[Length, ...]:
        """Return the columns' widths, which add up to the whole."""
        return self.fixed or self._made(self._natural(gauge), whole)

    def cramped(self, whole: Length, gauge: Gauge, *, words: bool = True) -> bool:
        """Tell whether a snug column of numbers, or also one of words, is narrower than its longest cell, so that this breaks."""
        natural = self._natural(gauge)
        needed = zip(natural, self.fixed or self._made(natural, whole), self.columns, strict=True)
        return any(column.snug and (words or column.number) and width < natural for natural, width, column in needed)

    def _made(self, natural: tuple[Length, ...], whole: Length) -> tuple[Length, ...]:
        made = _shares(self.columns, natural, whole) if self._flexible else _even(natural, whole)
        return (*made[:-1], whole - sum(made[:-1]))

    @property
    def _flexible(self) -> bool:
        return any(column.share for column in self.columns)

    def _natural(self, gauge: Gauge) -> tuple[Length, ...]:
        lines = (self.heads(), *map(self.line, self.rows))
        return tuple(
            max(gauge.width(line[at].runs) for line in lines) + self.air.left + self.air.right for at in range(len(self.columns))
        )

    def heads(self) -> tuple[SlideParagraph, ...]:
        """Return the paragraphs of the header row."""
        return tuple(
            SlideParagraph(
                styles.words(column.head, styles.BOLD, self.step, self.inks.main).runs, self.step.leading, _align(column)
            )
            for column in self.columns
        )

    def line(self, row: Row) -> tuple[SlideParagraph, ...]:
        """Return the paragraphs of a row, one a cell."""
        return tuple(self._cell(text, column) for text, column in zip(row.cells, self.columns, strict=True))

    def _cell(self, text: RichText, column: Column) -> SlideParagraph:
        ink = self.inks.main if column.number else INK
        made = styles.paragraph(text, styles.BOLD if column.number else column.face, self.step, ink)
        return SlideParagraph(made.runs, made.leading, _align(column))


def _shares(columns: Sequence[Column], natural: Sequence[Length], whole: Length) -> list[Length]:
    """Return snug columns as wide as they need, or at their caps where too little is left, and the rest shared out."""
    needed = [width if column.snug else 0 for width, column in zip(natural, columns, strict=True)]
    prose = sum(width for width, column in zip(natural, columns, strict=True) if not column.snug)
    most = whole - min(prose, round(whole * LEAST_LEFT))
    if sum(needed) > most:
        needed = _capped(columns, needed, whole, most)
    left, total = whole - sum(needed), sum(column.share for column in columns)
    return [taken or round(left * column.share / total) for taken, column in zip(needed, columns, strict=True)]


def _capped(columns: Sequence[Column], needed: Sequence[Length], whole: Length, most: Length) -> list[Length]:
    """Return snug columns at their caps where these are less than they need; what that leaves goes to numbers, and then to words."""
    made = [min(width, round(whole * column.snug)) for width, column in zip(needed, columns, strict=True)]
    for index in sorted(range(len(columns)), key=lambda at: not columns[at].number):
        made[index] += max(0, min(needed[index] - made[index], most - sum(made)))
    return made


def _even(natural: Sequence[Length], whole: Length) -> list[Length]:
    """Return columns that all have what they need and as much air as the next; narrowed alike where there is too little."""
    spare = whole - sum(natural)
    return [width + spare // len(natural) if spare > 0 else width * whole // sum(natural) for width in natural]


def _align(column: Column) -> Align:
    return Align.RIGHT if column.number else Align.LEFT


def heights(table: Table, gauge: Gauge, whole: Length) -> tuple[Length, ...]:
    """Return the height of the header and of every row in a table so wide."""
    widths = table.widths(whole, gauge)
    return tuple(_height(cells, widths, table.air, gauge) for cells in (table.heads(), *map(table.line, table.rows)))


def _height(cells: Sequence[SlideParagraph], widths: Sequence[Length], air: Insets, gauge: Gauge) -> Length:
    tallest = max(gauge.height((cell,), width - air.left - air.right) for cell, width in zip(cells, widths, strict=True))
    return tallest + air.top + air.bottom


def shared(tall: Sequence[Length], room: Length) -> tuple[tuple[int, int], ...]:
    """Return the rows of each slide as (start, end): as few slides as hold them, and as evenly filled as those can be."""
    head, rows = tall[0], tall[1:]
    count = len(_greedy(rows, room - head))
    low, high = min(max(rows, default=0), room - head), room - head
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_greedy(rows, middle)) <= count else (middle + 1, high)
    return _greedy(rows, max(low, 1))


def _greedy(rows: Sequence[Length], room: Length) -> tuple[tuple[int, int], ...]:
    made, start, filled = [], 0, 0
    for index, height in enumerate(rows):
        if index > start and filled + height > room:
            made.append((start, index))
            start, filled = index, 0
        filled += height
    return (*made, (start, len(rows)))


def put(sheet: Sheet, table: Table, room: Rect, alt: str) -> None:
    """Set a table in a rectangle, its rows growing a little to fill it; one that is too high is an error at its tallest row."""
    tall = heights(table, sheet.desk.gauge, room.width)
    spare = room.height - sum(tall)
    if spare < 0:
        tallest = table.rows[max(range(len(table.rows)), key=lambda index: tall[index + 1])]
        excess = 1 + (sum(tall) - room.height) // table.step.leading
        said = f"the table takes {counted(excess)} more than slide {sheet.number} has room for"
        sheet.refuse(said, _tallest_cell(table, tallest, sheet.desk.gauge, room.width), "shorten this, its tallest row")
    grown = tuple(height + min(MOST_STRETCH, max(0, spare) // len(tall)) for height in tall)
    rect = Rect(room.x, room.y, room.width, sum(grown))
    rows = (_cells(table.heads(), table.inks), *(_cells(table.line(row), None) for row in table.rows))
    sheet.put(TableBox("表格", rect, table.widths(room.width, sheet.desk.gauge), grown, rows, alt, table.air, RULE, sheet.origin))


def _tallest_cell(table: Table, row: Row, gauge: Gauge, whole: Length) -> str:
    """Return where the cell comes from that makes a row as tall as it is."""
    air = table.air.left + table.air.right
    cells = zip(row.origins, table.line(row), table.widths(whole, gauge), strict=False)
    tall = [(gauge.height((cell,), width - air), origin) for origin, cell, width in cells]
    return max(tall, key=lambda one: one[0])[1] if tall else row.origin


def _cells(paragraphs: Sequence[SlideParagraph], inks: ThemeInks | None) -> tuple[Cell, ...]:
    return tuple(Cell((one,), Anchor.MIDDLE, inks.tint if inks else None) for one in paragraphs)
