"""Native tables: columns and rows of rich text in, measured and shared out over slides, a table on a sheet out.

Rows are as high as their text; what is left of a slide's height is shared between them, so that a table stands even. The first row
is the header, no cell is merged, no type is under 14 pt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from generator.document.model import RichText, Run
from generator.layout.deck.gauge import characters
from generator.layout.deck.letters import centred, right
from generator.layout.deck.slide import Anchor, Cell, SlideParagraph, TableBox
from generator.units import EMU_PER_POINT, Insets, Length, Rect, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.design.palette import ThemeInks
    from generator.design.type_scale import Step
    from generator.layout.deck.bench import Bench
    from generator.layout.deck.draft import Draft
    from generator.typeset.model import Span

Cells: TypeAlias = "tuple[SlideParagraph, ...]"
"""The paragraphs of a line, one a cell."""

CELL = Insets(pt(3.5), pt(8), pt(3.5), pt(8))
TIGHT = Insets(pt(2.5), pt(6), pt(2.5), pt(6))
"""A cell's insets where a little less air saves a slide."""
LEAST_LEFT = 0.36
"""The part of a table that its columns of prose must have before snug columns are capped."""
LEAST_WORDS = pt(60)
"""Columns of words are narrowed to this for the sake of numbers, and no further."""
_LATIN = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,%+\-]+")
"""What a program does not part: a word, a number."""
_WHOLE = re.compile(r"[0-9][0-9,，]*")
"""The whole part of a number."""
MOST_STRETCH = pt(10)
"""How much all rows may grow to fill a slide, and each before that towards the others: more, and the table falls apart."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, in words of ours or `named` by the author, its share of what snug columns leave, and whether its cells stand out.

    A snug column is as wide as its longest cell, up to that part of the table; one of numbers stands flush right in the theme's ink, a
    quiet one of them in that of words; `pointed` ones stand with the ends of their whole parts under one another. Words may be `centred`.
    """

    head: str
    share: float
    strong: bool = False
    number: bool = False
    snug: float = 0
    quiet: bool = False
    pointed: bool = False
    centred: bool = False
    named: RichText = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells, where it comes from, where each of its cells does if that is known, and which one is `loud` in a quiet column."""

    cells: tuple[RichText, ...]
    origin: str
    origins: tuple[str, ...] = ()
    loud: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows at one size, in the inks of a part."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    step: Step
    inks: ThemeInks
    air: Insets = CELL


@dataclass(frozen=True, slots=True)
class Laid:
    """A table in a width: its words set, header first, and its columns' widths, which add up to the whole.

    `natural` is what each snug column would need to break nowhere; `behind` is left free behind each cell, so that numbers stand with
    the ends of their whole parts under one another; `least` is what a column needs for its longest number or Latin word.
    """

    table: Table
    lines: tuple[Cells, ...]
    natural: tuple[Length, ...]
    widths: tuple[Length, ...]
    behind: tuple[tuple[Length, ...], ...]
    least: tuple[Length, ...]

    def cramped(self, *, words: bool = True) -> bool:
        """Tell whether a snug column of numbers, or also one of words, is narrower than its longest cell, so that this breaks."""
        needed = zip(self.natural, self.widths, self.table.columns, strict=True)
        cells = any(column.snug and (words or column.number) and width < natural for natural, width, column in needed)
        return cells or any(width < least for least, width in zip(self.least, self.widths, strict=True))

    def heights(self, bench: Bench) -> Iterator[Length]:
        """Yield the height of the header and of every row."""
        air = self.table.air.top + self.table.air.bottom
        return (max(self.cell_heights(at, bench)) + air for at in range(len(self.lines)))

    def cell_heights(self, at: int, bench: Bench) -> tuple[Length, ...]:
        """Return the height of what stands in each cell of the so-manieth line, the header being 0."""
        air = self.table.air.left + self.table.air.right
        lines, cells = bench.gauge.lines, zip(self.lines[at], self.widths, self.behind[at], strict=True)
        return tuple([len(lines(cell, width - air - free)) * cell.leading for cell, width, free in cells])

    def fits(self, bench: Bench, room: Length) -> bool:
        """Tell whether header and rows fit a height, measuring no more of them than it takes to know."""
        least = self.table.step.leading + self.table.air.top + self.table.air.bottom
        return len(self.lines) * least <= room and all(taken <= room for taken in accumulate(self.heights(bench)))

    def piece(self, start: int, end: int) -> Laid:
        """Return these rows under the same header, in columns as wide."""
        table = replace(self.table, rows=self.table.rows[start:end])
        lines, behind = ((whole[0], *whole[start + 1 : end + 1]) for whole in (self.lines, self.behind))
        return replace(self, table=table, lines=lines, behind=behind)


def laid(table: Table, bench: Bench, whole: Length) -> Laid:
    """Lay a table out in a width."""
    lines = (_heads(table, bench), *(_line(table, bench, row) for row in table.rows))
    columns = tuple(zip(*lines, strict=True))
    free = [
        _behind(cells, bench) if one.pointed else (0,) * len(cells) for cells, one in zip(columns, table.columns, strict=True)
    ]
    least = (0,) * len(columns)
    if not any(column.share for column in table.columns):
        natural, least = _natural(table, columns, free, bench), _least(table, columns, bench)
        made = _even(table.columns, natural, least, whole)
    else:
        most = round(whole * LEAST_LEFT) if any(column.snug for column in table.columns) else 0
        natural = _natural(table, columns, free, bench, most)
        made = _shares(table.columns, natural, whole)
    return Laid(table, lines, natural, (*made[:-1], whole - sum(made[:-1])), tuple(zip(*free, strict=True)), least)


def _least(table: Table, columns: Sequence[Cells], bench: Bench) -> tuple[Length, ...]:
    """Return what each column needs so that no number and no Latin word in it breaks."""
    air = table.air.left + table.air.right
    pieces = ((piece for cell in cells for run in cell.runs for piece in _whole(run)) for cells in columns)
    return tuple(max((bench.gauge.width((one,)) + air for one in column), default=0) for column in pieces)


def _whole(run: Span) -> Iterator[Span]:
    """Yield what of a run may not be parted."""
    yield from (run,) if run.use else (replace(run, text=one) for one in _LATIN.findall(run.text))


def _behind(cells: Cells, bench: Bench) -> tuple[Length, ...]:
    """Return what is left free behind each cell of a column, its head first: its numbers' whole parts end under one another.

    GB/T 15835-2011 and the report's decimal stops; a head and a cell without a number end where the whole parts do, but for a head
    that would need more room for it.
    """
    _, *tails = (bench.gauge.natural(_tail(cell.runs)) for cell in cells)
    longest = max(tails, default=0)
    return (0, *(longest - tail for tail in tails))


def _tail(runs: Sequence[Span]) -> tuple[Span, ...]:
    """Return what stands behind the whole part of the first number; nothing where there is none."""
    found = _WHOLE.search(characters(runs))
    at = found.end() if found else len(characters(runs))
    made: list[Span] = []
    for run in runs:
        made += [replace(run, text=run.text[at:])] if at < len(run.text) else []
        at = max(0, at - len(run.text))
    return tuple(made)


def _natural(
    table: Table, columns: Sequence[Cells], free: Sequence[Sequence[Length]], bench: Bench, most: Length | None = None
) -> tuple[Length, ...]:
    """Return what each column needs to break nowhere; of prose, where a limit is given, no more than decides whether it is that much."""
    air = table.air.left + table.air.right
    limits = (None if column.snug else most for column in table.columns)
    return tuple(_widest(*one, bench) + air for one in zip(columns, free, limits, strict=True))


def _widest(cells: Cells, free: Sequence[Length], limit: Length | None, bench: Bench) -> Length:
    """Return the width of the widest cell of a column; up to a limit where one is given, the likeliest asked first."""
    if limit is None:
        return max(bench.gauge.width(cell.runs) + behind for cell, behind in zip(cells, free, strict=True))
    wide = 0
    for cell in sorted(cells, key=lambda one: -len(characters(one.runs))):
        if wide >= limit:
            break
        wide = max(wide, bench.gauge.width(cell.runs))
    return wide


def _heads(table: Table, bench: Bench) -> Cells:
    heads = (bench.letters.strong(column.named or (Run(column.head),), table.step, table.inks.main) for column in table.columns)
    return tuple(map(_aligned, heads, table.columns))


def _line(table: Table, bench: Bench, row: Row) -> Cells:
    cells = enumerate(zip(row.cells, table.columns, strict=True))
    return tuple(_cell(table, bench, text, column, loud=at == row.loud) for at, (text, column) in cells)


def _cell(table: Table, bench: Bench, text: RichText, column: Column, *, loud: bool) -> SlideParagraph:
    loud |= column.number and not column.quiet
    made = bench.letters.strong if loud or column.strong else bench.letters.words
    return _aligned(made(text, table.step, table.inks.main if loud else None), column)


def _aligned(cell: SlideParagraph, column: Column) -> SlideParagraph:
    return right(cell) if column.number else centred(cell) if column.centred else cell


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


def _even(columns: Sequence[Column], natural: Sequence[Length], least: Sequence[Length], whole: Length) -> list[Length]:
    """Return columns that all have what they need and as much air as the next; where there is too little, the widest words break."""
    spare = whole - sum(natural)
    if spare > 0:
        return [width + spare // len(natural) for width in natural]
    for most in range(max(natural), LEAST_WORDS, -EMU_PER_POINT):
        needed = zip(natural, least, columns, strict=True)
        made = [width if column.number else min(width, max(most, own)) for width, own, column in needed]
        if sum(made) <= whole:
            return made
    return [width * whole // sum(natural) for width in natural]


def shared(tall: Sequence[Length], room: Length) -> tuple[tuple[int, int], ...]:
    """Return the rows of each slide as (start, end): as few slides as hold them, and as evenly filled as those can be."""
    head, rows = tall[0], tall[1:]
    count = len(_greedy(rows, room - head))
    low, high = min(max(rows, default=0), room - head), room - head
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_greedy(rows, middle)) <= count else (middle + 1, high)
    return _greedy(rows, max(low, 1))


def filled(tall: Sequence[Length], room: Length) -> tuple[tuple[int, int], ...]:
    """Return the rows of each slide as (start, end), each as full as it can be, so that the last has room to spare."""
    return _greedy(tall[1:], room - tall[0])


def _greedy(rows: Sequence[Length], room: Length) -> tuple[tuple[int, int], ...]:
    made, start, filled = [], 0, 0
    for index, height in enumerate(rows):
        if index > start and filled + height > room:
            made.append((start, index))
            start, filled = index, 0
        filled += height
    return (*made, (start, len(rows)))


def put(draft: Draft, made: Laid, room: Rect, alt: str, stretch: Length = MOST_STRETCH) -> Rect:
    """Set a table in a rectangle, its rows growing a little to fill it, and return where; one too high is a fault at its tallest row."""
    bench, table = draft.bench, made.table
    tall = tuple(made.heights(bench))
    spare = room.height - sum(tall)
    if spare < 0:
        _refuse(draft, made, room, tall)
    grown = levelled(tall, max(0, spare), stretch)
    rect = Rect(room.x, room.y, room.width, sum(grown))
    rows = tuple(_cells(made, at) for at in range(len(made.lines)))
    draft.put(TableBox("表格", rect, made.widths, grown, rows, alt, table.air, bench.look.rule, draft.origin, "table"))
    return rect


def levelled(tall: Sequence[Length], spare: Length, most: Length = MOST_STRETCH) -> tuple[Length, ...]:
    """Return the heights of a head and its rows with so much to spare: low rows grow first, towards the others, then all alike."""
    head, *rows = tall
    for _ in range(len(rows)):
        low = min(rows)
        lowest = [index for index, height in enumerate(rows) if height == low]
        next_up = min((height for height in rows if height > low), default=low)
        more = min(next_up - low, spare // len(lowest), most - low + min(tall[1 + index] for index in lowest))
        if more <= 0:
            break
        rows = [height + more if height == low else height for height in rows]
        spare -= more * len(lowest)
    more = min(most, spare // len(tall))
    return tuple(height + more for height in (head, *rows))


def _refuse(draft: Draft, made: Laid, room: Rect, tall: Sequence[Length]) -> None:
    """Tell by how many lines a table is too high, at the cell that makes its tallest row as tall as it is."""
    tallest, leading = max(range(len(made.table.rows)), key=lambda index: tall[index + 1]), made.table.step.leading
    lines = room.height // leading
    excess = 1 + (sum(tall) - room.height) // leading
    draft.refuse("table", lines + excess, lines, _tallest_cell(made, tallest, draft.bench), cure="tallest-row")


def _tallest_cell(made: Laid, index: int, bench: Bench) -> str:
    """Return where the cell comes from that makes a row as tall as it is."""
    row, tall = made.table.rows[index], made.cell_heights(index + 1, bench)
    return max(zip(tall, row.origins, strict=False), key=lambda one: one[0])[1] if row.origins else row.origin


def _cells(made: Laid, at: int) -> tuple[Cell, ...]:
    """Return the cells of the so-manieth line, those of the header on the part's tint."""
    fill, air = None if at else made.table.inks.tint, made.table.air
    told = zip(made.lines[at], made.behind[at], strict=True)
    return tuple(
        Cell((one,), Anchor.MIDDLE, fill, replace(air, right=air.right + behind) if behind else None) for one, behind in told
    )
