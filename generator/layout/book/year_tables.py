"""Key figures with years as columns: a row a figure, the newest year in the theme's ink, what it changed by, and where it stands.

Each column has an axis on which its digits end, and after which units stand as far as there is room; where there is none, nouns and units
go under their digits, and where that is not enough either, the oldest years give up their columns.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.design.grid import HAIRLINE
from generator.document.model import Run, plain
from generator.drawing import Role
from generator.layout.book.figure_cells import (
    CAP_RISE,
    COLUMN_GAP,
    UNIT_GAP,
    beside,
    digits_width,
    header,
    number,
    words_width,
)
from generator.layout.book.tables import Cell, Row, Table
from generator.units import Length, em, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.document.model import Datum, FigureTable, RichText, YearRow, Years
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.voices import Voice
    from generator.typeset.model import Composed

MEASURE = mm(170)
"""The measure that the widths of columns are parts of: A4's."""
LEAST_LABEL, MOST_LABEL, MOST_CHANGE, MOST_SOURCE = (pt(points) / MEASURE for points in (80, 126, 88, 78))
LEAST_UNIT = 3
"""A unit breaks under its digits where columns are narrow, but has so many characters to a line;
one over another (立方米/日) breaks nowhere."""
SOURCE, NONE = "来源", "—"
"""What heads the sources, and what stands where there is no value."""
YEARS = "/years"


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns of tables of as many years: where names end, right edge of each year, left edges of change and source, and the right."""

    label: Length
    ends: tuple[Length, ...]
    change: Length
    source: Length
    width: Length

    @property
    def step(self) -> Length:
        """From the left edge of one year to that of the next."""
        return self.ends[0] - self.label


def with_room(compositor: Compositor, figures: Sequence[FigureTable]) -> tuple[tuple[FigureTable, ...], dict[int, Frame]]:
    """Return the tables with as many of their newest years as columns as have room, and the columns by how many years there are.

    Tables of as many years stand in line. Older values then have a row each, and where not even two years have room all have.
    """
    held = tuple(figures)
    while True:
        frames = _frames(compositor, held)
        narrowed = tuple(_narrowed(compositor, one, frames) for one in held)
        if narrowed == held:
            return held, frames
        held = narrowed


def _narrowed(compositor: Compositor, figures: FigureTable, frames: dict[int, Frame]) -> FigureTable:
    """Return a table as it is where its numbers have room, else without its oldest year."""
    if figures.years is None or _holds(compositor, figures.years, frames):
        return figures
    return figures.lately(len(figures.years.heads) - 1)


def _frames(compositor: Compositor, figures: Sequence[FigureTable]) -> dict[int, Frame]:
    by_count: dict[int, list[Years]] = defaultdict(list)
    for one in figures:
        if one.years:
            by_count[len(one.years.heads)].append(one.years)
    return {count: _frame(compositor, alike) for count, alike in by_count.items()}


def _holds(compositor: Compositor, years: Years, frames: dict[int, Frame]) -> bool:
    """Tell whether each number of a table has room for its digits and some of its unit, and each head."""
    frame, least = frames[len(years.heads)], LEAST_UNIT * compositor.voices.cell.style.size
    least += max(_mark_gap(cell) for row in years.rows for cell in row.cells if cell)
    digits, units = _needed(compositor, years)
    tails = (beside(cell) for row in years.rows for cell in row.cells if cell)
    least = max(least, *(words_width(compositor, tail) for tail in tails if "/" in tail), 0)
    return digits + UNIT_GAP + min(least, units) + COLUMN_GAP <= frame.step


def _needed(compositor: Compositor, years: Years) -> tuple[Length, Length]:
    """Return how wide the digits or heads of a table are, and the units."""
    data = [cell for row in years.rows for cell in row.cells if cell]
    heads = (words_width(compositor, plain(head)) for head in years.heads)
    digits = max(*heads, *(digits_width(compositor, one) for one in data))
    return digits, max(words_width(compositor, beside(one)) + _mark_gap(one) for one in data)


def _mark_gap(datum: Datum) -> Length:
    """Return by how much more than others a value keeps off the next: the mark of its note is not to be read with that."""
    return COLUMN_GAP if datum.mark else 0


def year_table(compositor: Compositor, figures: FigureTable, frames: dict[int, Frame], noted: tuple[Row, ...]) -> Iterator[Table]:
    """Yield the table of a theme's figures of several years, without white in the rows; nothing where it has none."""
    if not figures.years:
        return
    frame, newest = frames[len(figures.years.heads)], compositor.voices.term.inked(compositor.look.theme(figures.color).main)
    axes = _axes(compositor, figures.years, frame)
    rows = tuple(_row(compositor, row, frame, axes, newest) for row in figures.years.rows)
    head = header(compositor, figures, figures.name, _titles(compositor, figures.years, frame, axes, newest), frame.width)
    yield Table(head, (*rows, *noted), str(figures.name), compositor.look.rule, YEARS)


def _frame(compositor: Compositor, alike: Sequence[Years]) -> Frame:
    """Measure the columns: change and source as wide as they need, the years evenly in what names leave of the rest."""
    width, rows = compositor.grid.measure, [row for years in alike for row in years.rows]
    change = _widest(compositor, [(row.change.run,) for row in rows if row.change], compositor.voices.cell, MOST_CHANGE)
    change = max(
        change, _widest(compositor, [years.changes for years in alike if years.compared], compositor.voices.note, MOST_CHANGE)
    )
    source = _widest(compositor, [_cited(compositor, row) for row in rows], compositor.voices.note, MOST_SOURCE)
    source = round(width * MOST_SOURCE) if source and compositor.report.sole_source else source
    wanted = max(digits + UNIT_GAP + units + COLUMN_GAP for digits, units in (_needed(compositor, years) for years in alike))
    count, room = len(alike[0].heads), width - change - source
    step = (room - round(width * MOST_LABEL)) // count
    if step < wanted:
        step = min(wanted, (room - round(width * LEAST_LABEL)) // count)
    ends = tuple(room - step * after for after in reversed(range(count)))
    return Frame(room - step * count, ends, room, width - source, width)


def _axes(compositor: Compositor, years: Years, frame: Frame) -> tuple[Length, ...]:
    """Return where the digits of each year end, units after them as far as digits leave these room; what is over stands on both sides."""
    digits, units = _needed(compositor, years)
    room = frame.step - COLUMN_GAP - UNIT_GAP - digits
    after = units + (room - units) // 2 if units < room else room
    return tuple(end - COLUMN_GAP - after - UNIT_GAP for end in frame.ends)


def _widest(compositor: Compositor, texts: Sequence[RichText], voice: Voice, most: float) -> Length:
    """Return the width of a column of words with its gap; none where nothing stands in it."""
    widest = max((compositor.line(text, voice).width for text in texts if plain(text)), default=0)
    return min(widest + COLUMN_GAP, round(compositor.grid.measure * most)) if widest else 0


def _cited(compositor: Compositor, row: YearRow) -> RichText:
    return row.place if compositor.report.sole_source else row.source


def _titles(
    compositor: Compositor, years: Years, frame: Frame, axes: Sequence[Length], newest: Voice
) -> list[tuple[Composed, Length]]:
    """Return the heads with their left edges: a year ends where its digits do, the one that most rows lead up to in the newest's ink."""
    voices = [newest if at == years.latest else compositor.voices.note for at in range(len(years.heads))]
    heads = [compositor.line(text, voice, role=Role.HEADER_CELL) for text, voice in zip(years.heads, voices, strict=True)]
    titles = [(one, axis - one.width) for one, axis in zip(heads, axes, strict=True)]
    sole = compositor.report.sole_source
    more: tuple[tuple[RichText, Length, Length], ...] = (
        (years.changes if years.compared else (), frame.change, frame.source),
        ((Run(f"{SOURCE}："), *sole) if sole else (Run(SOURCE),), frame.source, frame.width),
    )
    return titles + [
        (compositor.line(text, compositor.voices.note, role=Role.HEADER_CELL), start) for text, start, end in more if end > start
    ]


def _row(compositor: Compositor, row: YearRow, frame: Frame, axes: Sequence[Length], newest: Voice) -> Row:
    cells = (
        _named(compositor, row, frame),
        *_values(compositor, row, zip(axes, frame.ends, strict=True), newest),
        *_rest(compositor, row, frame),
    )
    height, rise = max(one.height for one in cells), em(compositor.voices.cell.style.size, CAP_RISE)
    return Row(frame.width, cells, height, compositor.look.rule, HAIRLINE, rise, row.origin)


def _named(compositor: Compositor, row: YearRow, frame: Frame) -> Cell:
    """Return the name of a figure, and under it what its periods and its scope add."""
    said = ((row.label, compositor.voices.cell), (row.remark, compositor.voices.note))
    return replace(_stacked(compositor, said, 0, frame.label, row.origin), heads=True)


def _stacked(compositor: Compositor, texts: Iterable[tuple[RichText, Voice]], start: Length, end: Length, origin: str) -> Cell:
    """Return texts under one another in a column, without those that say nothing."""
    made = [compositor.set(text, voice, end - start - COLUMN_GAP, origin, Role.CELL) for text, voice in texts if text]
    tops = accumulate((one.height for one in made), initial=0)
    return Cell(tuple((one, start, top) for one, top in zip(made, tops, strict=False)))


def _values(compositor: Compositor, row: YearRow, columns: Iterable[tuple[Length, Length]], newest: Voice) -> Iterator[Cell]:
    for index, (datum, at) in enumerate(zip(row.cells, columns, strict=True)):
        yield _value(compositor, row, datum, at, newest if index == row.latest else compositor.voices.cell)


def _value(compositor: Compositor, row: YearRow, datum: Datum | None, at: tuple[Length, Length], voice: Voice) -> Cell:
    axis, end = at
    if datum is None:
        none = compositor.line((Run(NONE),), compositor.voices.note, row.origin, Role.CELL)
        return Cell(((none, axis - none.width, 0),))
    return Cell(tuple(number(compositor, datum, axis, end - COLUMN_GAP - _mark_gap(datum) - axis - UNIT_GAP, voice)))


def _rest(compositor: Compositor, row: YearRow, frame: Frame) -> Iterator[Cell]:
    """Yield change and source, as far as the table has these columns; under a change its year, where the head means another."""
    cell, note = compositor.voices.cell, compositor.voices.note
    change = ((row.change.run,), cell) if row.change else ((Run(NONE),), note)
    if frame.source > frame.change:
        yield _stacked(compositor, (change, (row.since, note)), frame.change, frame.source, row.origin)
    if frame.width > frame.source:
        yield _stacked(compositor, ((_cited(compositor, row), note),), frame.source, frame.width, row.origin)
