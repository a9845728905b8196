"""The key figures as tables: one a theme, its name in the header row, a row a value; before it one with years as columns where due.

The columns of all tables of one value a row stand in line. A scope stands with its period; the only
source of all figures is named in the header, and a column that would be empty is not there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.design.grid import HAIRLINE
from generator.diagnostics import Diagnostic, said
from generator.document.model import Datum, FigureTable, Phrase, RichText, Run, listed, plain
from generator.document.pieces import columns
from generator.drawing import Role
from generator.layout.book.figure_cells import (
    CAP_RISE,
    COLUMN_GAP,
    HEADS,
    UNIT_GAP,
    beside,
    digits_width,
    header,
    notes,
    number,
    words_width,
)
from generator.layout.book.tables import Cell, Row, Table
from generator.layout.book.year_tables import Frame as YearFrame
from generator.layout.book.year_tables import with_room, year_table
from generator.layout.overflow import Overflow
from generator.units import Length, em, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed

VALUE, PERIOD, SCOPED, SOURCE = "数值", "时期", "时期与口径", "来源"
MEASURE = mm(170)
"""The measure that the widths of columns are parts of: A4's."""
LABEL_PART, PERIOD_PART, SOURCE_PART = pt(126) / MEASURE, pt(112) / MEASURE, pt(70) / MEASURE
LEAST_WORDS = 2
"""The width of a column's title, in its characters."""
LEAST_UNIT = 4
"""A unit breaks where its column would press the scope, but has so many characters."""
OTHERS = "其他数据"
"""The name of a theme's table where another, with years as columns, has the theme's."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns of all tables, so that they stand in line: left edges, and the axis where digits end and units begin.

    `latest` is where the period begins at the latest, so that what follows has what it needs; `titles` are the heads of period and
    source, the latter empty where no figure has any: its column has no width then. `sole` tells that the source's cells say places only.
    """

    label: Length
    axis: Length
    period: Length
    source: Length
    width: Length
    latest: Length
    titles: tuple[RichText, RichText]
    sole: bool

    @property
    def edges(self) -> tuple[Length, ...]:
        """The left edges of label, period and source, and the right edge; a source that nothing has begins there."""
        return 0, self.period, self.source, self.width

    def cited(self, datum: Datum) -> RichText:
        """Return a figure's source as its cell says it."""
        return datum.place if self.sole else datum.source


def frame_for(compositor: Compositor, data: Sequence[Datum]) -> Frame:
    """Measure the columns: the value's is as wide as its widest digits and its widest unit."""
    width, sole = compositor.grid.measure, compositor.report.sole_source
    titles = _titles(data, sole)
    label, source = round(width * LABEL_PART), width - (round(width * SOURCE_PART) if titles[1] else 0)
    axis = label + max((digits_width(compositor, one) for one in data), default=0)
    units = max((words_width(compositor, beside(one)) for one in data), default=0)
    wanted, latest = axis + units + UNIT_GAP + 2 * COLUMN_GAP, source - _needed(compositor, data)
    return Frame(label, axis, min(latest, wanted), source, width, latest, titles, bool(sole))


def _titles(data: Sequence[Datum], sole: RichText) -> tuple[RichText, RichText]:
    """Return the heads of period and source, as what stands under them has it."""
    cited = any(plain(one.place if sole else one.source) for one in data)
    source = (Run(f"{SOURCE}："), *sole) if sole else (Run(SOURCE),)
    return (Run(SCOPED if any(plain(one.scope) for one in data) else PERIOD),), source if cited else ()


def _needed(compositor: Compositor, data: Sequence[Datum]) -> Length:
    """Return the width with which periods can do where numbers are wide: that of the longest, up to its usual one."""
    least = em(compositor.voices.cell.style.size, LEAST_WORDS)
    widest = max((least, *(words_width(compositor, plain(_when(datum))) for datum in data))) + 2 * COLUMN_GAP
    return min(round(compositor.grid.measure * PERIOD_PART), widest)


def _when(datum: Datum) -> RichText:
    """Return a figure's period, and its scope where it has one."""
    return listed((datum.period, datum.scope), "，")


def key_tables(compositor: Compositor, figures: Sequence[FigureTable]) -> tuple[Table, ...]:
    """Set the tables of all themes without white in their rows, those of one value a row in one frame."""
    held, frames = with_room(compositor, figures)
    frame = frame_for(compositor, [datum for table in held for datum in table.rows])
    return tuple(made for table in held for made in _tables(compositor, table, frame, frames))


def _tables(compositor: Compositor, figures: FigureTable, frame: Frame, frames: dict[int, YearFrame]) -> Iterator[Table]:
    """Yield a theme's tables: years as columns, then one value a row, each with the notes to its own values under it."""
    marks = {datum.mark for datum in figures.rows}
    own, years = (
        notes(
            compositor, replace(figures, notes=tuple(one for one in figures.notes if (one.mark in marks) is of_rows)), frame.width
        )
        for of_rows in (True, False)
    )
    yield from year_table(compositor, figures, frames, years)
    if figures.rows:
        yield _table(compositor, figures, frame, own)


def _table(compositor: Compositor, figures: FigureTable, frame: Frame, noted: tuple[Row, ...]) -> Table:
    name = Phrase((Run(OTHERS),), figures.name.origin) if figures.years else figures.name
    rows = tuple(_row(compositor, datum, frame) for datum in figures.rows)
    said = f"{figures.name}：{OTHERS}" if figures.years else str(name)
    head = header(compositor, figures, name, _titled(compositor, frame), frame.width)
    return Table(head, (*rows, *noted), said, compositor.look.rule)


def _titled(compositor: Compositor, frame: Frame) -> list[tuple[Composed, Length]]:
    """Return the titles of a table's columns with their left edges."""
    texts = [text for text in ((Run(VALUE),), *frame.titles) if text]
    value, *titles = (compositor.line(text, compositor.voices.note, role=Role.HEADER_CELL) for text in texts)
    return list(zip((value, *titles), (frame.axis - value.width, frame.period, frame.source), strict=False))


def _row(compositor: Compositor, datum: Datum, frame: Frame) -> Row:
    cell, note = compositor.voices.cell, compositor.voices.note
    texts = ((datum.label, cell), (_when(datum), note), *(((frame.cited(datum), note),) if frame.titles[1] else ()))
    widths = (frame.label, *(end - start for start, end in pairwise(frame.edges[1:])))
    made = [
        compositor.set(text, voice, width - COLUMN_GAP, datum.origin, Role.CELL)
        for (text, voice), width in zip(texts, widths, strict=False)
    ]
    words = [Cell(((one, edge, 0),), heads=not edge) for one, edge in zip(made, frame.edges, strict=False)]
    cells = (words[0], Cell(tuple(_value(compositor, datum, frame))), *words[1:])
    height, rise = max(one.height for one in cells), em(cell.style.size, CAP_RISE)
    cells = (replace(cells[0], faults=_too_high(compositor, datum, height)), *cells[1:])
    return Row(frame.width, cells, height, compositor.look.rule, HAIRLINE, rise, datum.origin)


def _too_high(compositor: Compositor, datum: Datum, height: Length) -> tuple[Diagnostic, ...]:
    """Return what there is to tell of a row that no page holds under its heading and its header."""
    taken, room = compositor.grid.holding(height), compositor.grid.lines - HEADS
    what = said("part.row", number=str(datum.number))
    return compositor.told(Overflow(what, said("room.page"), taken, room, datum.origin))


def _value(compositor: Compositor, datum: Datum, frame: Frame) -> Iterator[tuple[Composed, Length, Length]]:
    room = frame.period - frame.axis - UNIT_GAP - COLUMN_GAP
    (digits, x, y), *rest = number(compositor, datum, frame.axis, room, compositor.voices.term)
    yield replace(digits, faults=_too_long(compositor, datum, frame)), x, y
    yield from rest


def _too_long(compositor: Compositor, datum: Datum, frame: Frame) -> tuple[Diagnostic, ...]:
    """Return what there is to tell of digits that leave their unit no room."""
    size = compositor.voices.cell.style.size
    lacking = max(0, frame.label + digits_width(compositor, datum) + LEAST_UNIT * size - frame.latest)
    excess, taken = -(-lacking // (size // 2)), len(columns(datum.number)[0])
    what, where = said("part.digits-of", number=str(datum.number)), said("room.digits-column")
    cure, sizes = said("hint.larger-unit"), (taken, max(0, taken - excess))
    return compositor.told(Overflow(what, where, *sizes, datum.valued_at, "digits", cure))
