"""Native tables: columns and rows of rich text in, measured and shared out over slides, a table on a sheet out.

Rows are as high as their text; what is left of a slide's height is shared between them, so that a table stands even. The first row
is the header, no cell is merged, no type is under 14 pt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.document.model import Run
from generator.layout.deck.letters import right
from generator.layout.deck.slide import Anchor, Cell, SlideParagraph, TableBox
from generator.units import EMU_PER_POINT, Insets, Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.palette import ThemeInks
    from generator.design.type_scale import Step
    from generator.document.model import RichText
    from generator.layout.deck.bench import Bench
    from generator.layout.deck.draft import Draft
    from generator.units import Length

CELL = Insets(pt(3.5), pt(8), pt(3.5), pt(8))
TIGHT = Insets(pt(2.5), pt(6), pt(2.5), pt(6))
"""A cell's insets where a little less air saves a slide."""
LEAST_LEFT = 0.36
"""The part of a table that its columns of prose must have before snug columns are capped."""
LEAST_WORDS = pt(60)
"""Columns of words are narrowed to this for the sake of numbers, and no further."""
MOST_STRETCH = pt(10)
"""How much a row may grow to fill a slide: more, and the table falls apart."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width that snug columns leave, and whether its cells stand out.

    A snug column is as wide as its longest cell, up to that part of the table; one of numbers stands flush right in the theme's ink.
    """

    head: str
    share: float
    strong: bool = False
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

    def widths(self, whole: Length, bench: Bench) -> tuple[Length, ...]:
        """Return the columns' widths, which add up to the whole."""
        return self.fixed or self._made(self._natural(bench), whole)

    def cramped(self, whole: Length, bench: Bench, *, words: bool = True) -> bool:
        """Tell whether a snug column of numbers, or also one of words, is narrower than its longest cell, so that this breaks."""
        natural = self._natural(bench)
        needed = zip(natural, self.fixed or self._made(natural, whole), self.columns, strict=True)
        return any(column.snug and (words or column.number) and width < natural for natural, width, column in needed)

    def _made(self, natural: tuple[Length, ...], whole: Length) -> tuple[Length, ...]:
        made = _shares(self.columns, natural, whole) if self._flexible else _even(self.columns, natural, whole)
        return (*made[:-1], whole - sum(made[:-1]))

    @property
    def _flexible(self) -> bool:
        return any(column.share for column in self.columns)

    def _natural(self, bench: Bench) -> tuple[Length, ...]:
        lines = (self.heads(bench), *(self.line(bench, row) for row in self.rows))
        air = self.air.left + self.air.right
        return tuple(max(bench.gauge.width(line[at].runs) for line in lines) + air for at in range(len(self.columns)))

    def heads(self, bench: Bench) -> tuple[SlideParagraph, ...]:
        """Return the paragraphs of the header row."""
        heads = (bench.letters.strong((Run(column.head),), self.step, self.inks.main) for column in self.columns)
        return tuple(map(_aligned, heads, self.columns))

    def line(self, bench: Bench, row: Row) -> tuple[SlideParagraph, ...]:
        """Return the paragraphs of a row, one a cell."""
        return tuple(self._cell(bench, text, column) for text, column in zip(row.cells, self.columns, strict=True))

    def _cell(self, bench: Bench, text: RichText, column: Column) -> SlideParagraph:
        made = bench.letters.strong if column.number or column.strong else bench.letters.words
        return _aligned(made(text, self.step, self.inks.main if column.number else None), column)


def _aligned(cell: SlideParagraph, column: Column) -> SlideParagraph:
    return right(cell) if column.number else cell


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


def _even(columns: Sequence[Column], natural: Sequence[Length], whole: Length) -> list[Length]:
    """Return columns that all have what they need and as much air as the next; where there is too little, the widest words break."""
    spare = whole - sum(natural)
    if spare > 0:
        return [width + spare // len(natural) for width in natural]
    for most in range(max(natural), LEAST_WORDS, -EMU_PER_POINT):
        made = [width if column.number else min(width, most) for width, column in zip(natural, columns, strict=True)]
        if sum(made) <= whole:
            return made
    return [width * whole // sum(natural) for width in natural]


def heights(table: Table, bench: Bench, whole: Length) -> tuple[Length, ...]:
    """Return the height of the header and of every row in a table so wide."""
    widths = table.widths(whole, bench)
    lines = (table.heads(bench), *(table.line(bench, row) for row in table.rows))
    return tuple(max(_cell_heights(cells, widths, table.air, bench)) + table.air.top + table.air.bottom for cells in lines)


def _cell_heights(cells: Sequence[SlideParagraph], widths: Sequence[Length], air: Insets, bench: Bench) -> tuple[Length, ...]:
    measured = zip(cells, widths, strict=True)
    return tuple(bench.gauge.height((cell,), width - air.left - air.right) for cell, width in measured)


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


def put(draft: Draft, table: Table, room: Rect, alt: str) -> None:
    """Set a table in a rectangle, its rows growing a little to fill it; one that is too high is a fault at its tallest row."""
    bench = draft.bench
    tall, widths, rule = heights(table, bench, room.width), table.widths(room.width, bench), bench.look.rule
    spare = room.height - sum(tall)
    if spare < 0:
        _refuse(draft, table, room, tall)
    grown = tuple(height + min(MOST_STRETCH, max(0, spare) // len(tall)) for height in tall)
    rect = Rect(room.x, room.y, room.width, sum(grown))
    rows = (_cells(table.heads(bench), table.inks), *(_cells(table.line(bench, row), None) for row in table.rows))
    draft.put(TableBox("表格", rect, widths, grown, rows, alt, table.air, rule, draft.origin))


def _refuse(draft: Draft, table: Table, room: Rect, tall: Sequence[Length]) -> None:
    """Tell by how many lines a table is too high, at the cell that makes its tallest row as tall as it is."""
    tallest = table.rows[max(range(len(table.rows)), key=lambda index: tall[index + 1])]
    lines = room.height // table.step.leading
    excess = 1 + (sum(tall) - room.height) // table.step.leading
    origin = _tallest_cell(table, tallest, draft.bench, room.width)
    draft.refuse("table", lines + excess, lines, origin, cure="tallest-row")


def _tallest_cell(table: Table, row: Row, bench: Bench, whole: Length) -> str:
    """Return where the cell comes from that makes a row as tall as it is."""
    tall = _cell_heights(table.line(bench, row), table.widths(whole, bench), table.air, bench)
    return max(zip(tall, row.origins, strict=False), key=lambda one: one[0])[1] if row.origins else row.origin


def _cells(paragraphs: Sequence[SlideParagraph], inks: ThemeInks | None) -> tuple[Cell, ...]:
    return tuple(Cell((one,), Anchor.MIDDLE, inks.tint if inks else None) for one in paragraphs)
