"""The author's own tables on slides: native, at the largest size at which a slide holds them, their numbers point under point.

A table that is too long goes on over slides under the same head; one that is too wide goes on with the columns that are left, the first
of them repeated. A column that has no room even so is a fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.slide_grid import TITLE_LINES
from generator.document.model import Run, TextTable, listed, plain, unmarked
from generator.layout.deck import words
from generator.layout.deck.bench import TRIAL
from generator.layout.deck.draft import UNDER_TITLE, Draft
from generator.layout.deck.figure_table import TABLE_GAP
from generator.layout.deck.notes import SILENT, Spare, cite, notes
from generator.layout.deck.table import TIGHT, Column, Laid, Row, Table, laid, put, shared
from generator.units import EMU_PER_POINT, Insets, Rect, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Datum, Phrase, RichText
    from generator.layout.deck.bench import Bench, Part, Turn
    from generator.layout.deck.slide import Slide

_NUMBER = re.compile(r"[近约超逾不足仅达共≥≤＞＜<>±+\-−]{0,3}[0-9][0-9,，.]*\D{0,6}")
"""A cell that is a number with what belongs to it."""
_NOTHING = frozenset({"", "—", "——", "–", "-", "/", "…"})
"""What a cell says that has no number."""
_POINTED = (frozenset({"right"}), frozenset({"left", "right"}))
"""How the author may set numbers that stand point under point, in the first column, which names the rows, and in others."""
PROSE = 12
"""A column whose longest cell has more characters is prose."""
AIR = Insets(pt(4), pt(12), pt(4), pt(12))
STRETCH = pt(16)
"""How much rows may grow, of which there are few and in large type."""


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
    put(draft, leaf.table, room, _alt(leaf), STRETCH)
    heads = listed(map(unmarked, leaf.shown.head), "、")
    lead = (Run(words.READ_TABLE[0]), *heads, Run(words.READ_TABLE[1])) if leaf.first else ()
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
    """Return a table at its size; as few tables as hold its columns, as evenly shared as can be, where they have no room side by side."""
    columns = _loud(tuple(_column(shown, at) for at in range(len(shown.head))))
    rows = tuple(Row(row, shown.origin) for row in shown.rows)
    sizes = [Table(columns, rows, step, part.inks, AIR) for step in bench.ladders.text_tables]
    sizes.append(replace(sizes[-1], step=bench.ladders.tight_table, air=TIGHT))
    for count in range(1, len(columns)):
        tries = [tuple(_split(bench, one, room, count)) for one in sizes]
        large = (made for made in tries[:-1] if all(not one.cramped() and one.fits(bench, room.height) for one in made))
        whole = [made for made in tries[-2:] if all(_holds(bench, one, room) for one in made)]
        if best := next(large, None) or min(whole, key=lambda made: _slides(bench, made, room), default=None):
            return best
    return tries[-1]


def _holds(bench: Bench, made: Laid, room: Rect) -> bool:
    """Tell whether a table breaks no number and has no row that no slide holds under its head."""
    if made.cramped(words=False):
        return False
    head, *rows = made.heights(bench)
    return head + max(rows, default=0) <= room.height


def _slides(bench: Bench, made: Sequence[Laid], room: Rect) -> int:
    return sum(len(shared(tuple(one.heights(bench)), room.height)) for one in made)


def _split(bench: Bench, table: Table, room: Rect, count: int) -> Iterator[Laid]:
    """Yield so many tables at the most, each of the first column and a share of the others."""
    others = range(1, len(table.columns))
    each = -(-len(others) // count)
    for start in range(0, len(others), each):
        yield _of_columns(bench, table, (0, *others[start : start + each]), room)


def _of_columns(bench: Bench, table: Table, kept: Sequence[int], room: Rect) -> Laid:
    rows = tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in table.rows)
    return laid(replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows), bench, room.width)


def _pieces(bench: Bench, made: Laid, room: Rect) -> Iterator[Laid]:
    """Yield the rows of each slide under the head, as evenly as they come."""
    yield from (made.piece(start, end) for start, end in shared(tuple(made.heights(bench)), room.height))


def _column(shown: TextTable, at: int) -> Column:
    """Return a column as it is set: numbers point under point, short words unbroken; the widest columns of prose give way first."""
    cells = [plain(row[at]) for row in shown.rows]
    align, longest = shown.aligns[at], max((len(one) for one in cells), default=0)
    pointed = align in _POINTED[bool(at)] and _are_numbers(cells)
    snug = 0 if longest > PROSE and not pointed else 1
    return Column(
        "", 0, strong=not at and not pointed, number=pointed or align == "right", snug=snug, quiet=True, pointed=pointed,
        centred=align == "center", named=shown.head[at],
    )  # fmt: skip


def _loud(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return columns of which the only one of numbers has the part's ink."""
    numbers = [one for one in columns if one.pointed]
    return tuple(replace(one, quiet=len(numbers) > 1) if one.pointed else one for one in columns)


def _are_numbers(cells: Sequence[str]) -> bool:
    told = [one for one in cells if one.strip() not in _NOTHING]
    return bool(told) and all(_NUMBER.fullmatch(one) for one in told)
