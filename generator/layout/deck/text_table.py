"""The author's own tables on slides: native, at the largest size at which a slide holds them, their numbers point under point.

A table that is too long goes on over slides under the same head; one that is too wide goes on with the columns that are left, the first
of them repeated. A column that has no room even so is a fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.slide_grid import TITLE_LINES
from generator.document.model import Run, TextTable, plain
from generator.layout.deck import words
from generator.layout.deck.bench import TRIAL
from generator.layout.deck.draft import UNDER_TITLE, Draft
from generator.layout.deck.figure_table import TABLE_GAP
from generator.layout.deck.notes import SILENT, Spare, cite, notes
from generator.layout.deck.table import TIGHT, Column, Laid, Row, Table, laid, put, shared
from generator.units import EMU_PER_POINT, Rect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Datum, Phrase, RichText
    from generator.layout.deck.bench import Bench, Part, Turn
    from generator.layout.deck.slide import Slide

_NUMBER = re.compile(r"[近约超逾不足仅达共≥≤＞＜<>±+\-−]{0,3}[0-9][0-9,，.]*\D{0,6}")
"""A cell that is a number with what belongs to it."""
_NOTHING = frozenset({"", "—", "——", "–", "-", "/", "…"})
"""What a cell says that has no number."""
PROSE, LONGEST = 12, 48
"""A column whose longest cell has more characters is prose; it has room for so many of them at the most before others."""
SNUG = 0.3
"""The part of a table that a column beside prose may have."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A slide to be: a table's title, with a mark where it goes on, and what of it stands there."""

    shown: TextTable
    title: RichText
    origin: str
    table: Laid
    first: bool
    source: RichText = ()


def leaves(bench: Bench, shown: TextTable, part: Part, message: Phrase, source: RichText) -> tuple[Leaf, ...]:
    """Return the slides of a table under its title, or its part's message where it has none."""
    title = shown.title or message
    room = _room(bench, part, title, source)
    pieces = [piece for made in _tables(bench, shown, part, room) for piece in _pieces(bench, made, room)]
    many = len(pieces) > 1
    titles = [(*title.text, Run(f"（{words.continued(at + 1)}）")) if many else title.text for at in range(len(pieces))]
    return tuple(
        Leaf(shown, name, title.origin, piece, not at, source)
        for at, (name, piece) in enumerate(zip(titles, pieces, strict=True))
    )


def text_table(bench: Bench, turn: Turn, leaf: Leaf, part: Part) -> Slide:
    """Return a slide of a table."""
    draft = Draft(bench, turn, part, leaf.shown.origin, words.TABLE)
    draft.title(leaf.title, leaf.origin)
    room = bench.grid.between(draft.top + TABLE_GAP, draft.source(leaf.source, (), leaf.shown.origin))
    if leaf.table.cramped(words=False):
        sizes = (sum(leaf.table.natural) // EMU_PER_POINT, room.width // EMU_PER_POINT)
        draft.refuse("table-width", *sizes, leaf.shown.origin, unit="points", cure="narrower-table")
    put(draft, leaf.table, room, _alt(leaf))
    heads = "、".join(plain(one) for one in leaf.shown.head)
    lead = (Run(words.READ_TABLE[0]), Run(heads), Run(words.READ_TABLE[1])) if leaf.first else ()
    spare = Spare((lead,) if lead else (), cite(_data(bench, leaf.shown)), remarks=leaf.shown.notes if leaf.first else ())
    return draft.finish(notes(SILENT, spare))


def _alt(leaf: Leaf) -> str:
    heads = "、".join(plain(column.named) for column in leaf.table.table.columns if plain(column.named))
    return f"{plain(leaf.title)}：表格，各列依次为{heads}"


def _data(bench: Bench, shown: TextTable) -> Iterator[Datum]:
    """Yield the figures that stand in a table, as its numbers are printed: the notes name their sources."""
    listed = {(one.figure, str(one.number)): one for table in bench.report.tables for one in table.data}
    found = (listed.get((bench.figures.get(run.use, ""), run.text)) for row in shown.rows for cell in row for run in cell)
    yield from {one.origin: one for one in found if one}.values()


def _room(bench: Bench, part: Part, title: Phrase, source: RichText) -> Rect:
    """Return what a table has under a title of two lines, over its source."""
    trial = Draft(bench, TRIAL, part, title.origin)
    top = bench.grid.title + TITLE_LINES * bench.scale.heading_1.leading + UNDER_TITLE + TABLE_GAP
    return bench.grid.between(top, trial.source(source, (), title.origin))


def _tables(bench: Bench, shown: TextTable, part: Part, room: Rect) -> tuple[Laid, ...]:
    """Return a table at its size; as few tables as hold it where its columns have no room side by side."""
    columns = tuple(_column(shown, at) for at in range(len(shown.head)))
    rows = tuple(Row(row, shown.origin) for row in shown.rows)
    whole = Table(_loud(columns), rows, bench.ladders.text_tables[0], part.inks)
    for step in bench.ladders.text_tables:
        made = laid(replace(whole, step=step), bench, room.width)
        if not made.cramped() and made.fits(bench, room.height):
            return (made,)
    small = replace(whole, step=bench.ladders.text_tables[-1])
    tries = tuple(laid(one, bench, room.width) for one in (small, replace(small, step=bench.ladders.tight_table, air=TIGHT)))
    if tries[-1].cramped(words=False):
        return tuple(_split(bench, replace(small, air=TIGHT), room))
    return (min(tries, key=lambda one: (one.cramped(words=False), len(shared(tuple(one.heights(bench)), room.height)))),)


def _split(bench: Bench, table: Table, room: Rect) -> Iterator[Laid]:
    """Yield tables of the first column and as many of the others as have room beside it."""
    start, count = 1, len(table.columns)
    while start < count:
        tries = (_of_columns(bench, table, (0, *range(start, end)), room) for end in range(count, start, -1))
        made = next(one for one in tries if not one.cramped(words=False) or len(one.table.columns) == 1 + 1)
        yield made
        start += len(made.table.columns) - 1


def _of_columns(bench: Bench, table: Table, kept: Sequence[int], room: Rect) -> Laid:
    rows = tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in table.rows)
    return laid(replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows), bench, room.width)


def _pieces(bench: Bench, made: Laid, room: Rect) -> Iterator[Laid]:
    """Yield the rows of each slide under the head, as evenly as they come."""
    yield from (made.piece(start, end) for start, end in shared(tuple(made.heights(bench)), room.height))


def _column(shown: TextTable, at: int) -> Column:
    """Return a column as it is set: numbers point under point, short words as wide as they are, prose in what is left."""
    cells = [plain(row[at]) for row in shown.rows]
    align, longest = shown.aligns[at], max((len(one) for one in cells), default=0)
    pointed = align != "center" and _are_numbers(cells)
    snug, share = (0.0, min(longest, LONGEST)) if longest > PROSE and not pointed else (SNUG, 0)
    return Column(
        "", share, strong=not at and not pointed, number=pointed or align == "right", snug=snug, quiet=True, pointed=pointed,
        centred=align == "center", named=shown.head[at],
    )  # fmt: skip


def _loud(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return columns of which the only one of numbers has the part's ink."""
    numbers = [one for one in columns if one.pointed]
    return tuple(replace(one, quiet=len(numbers) > 1) if one.pointed else one for one in columns)


def _are_numbers(cells: Sequence[str]) -> bool:
    told = [one for one in cells if one.strip() not in _NOTHING]
    return bool(told) and all(_NUMBER.fullmatch(one) for one in told)
