"""The key figures as tables: one a theme, its name in the header row, a row a value; digits end on one axis, units begin there.

Digits are tabular and right-aligned (T33), and the columns of all tables stand in line. A scope stands with its period; the only
source of all figures is named in the header, and a column that would be empty is not there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.design.grid import HAIRLINE
from generator.diagnostics import Diagnostic, said
from generator.document.model import Datum, FigureTable, RichText, Run, listed, plain
from generator.document.pieces import columns, noun_of
from generator.drawing import Role
from generator.layout.book.tables import Cell, Row, Table
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
COLUMN_GAP = pt(8)
UNIT_GAP = pt(2)
CAP_RISE = 1.1
"""From a row's upper edge to its first baseline, without the white, in sizes of its text: it stands in the middle."""
HEADER_RISE = 1.45
"""From an upper edge to the first baseline under it, without the white, in sizes of the name."""
HEADER_LINES = 21 / 17
HEADS = 5
"""Lines that a page's heading and a table's header take of it."""
WEIGHT = pt(1.25)
"""The rule over a header."""


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
    axis = label + max((_digits(compositor, one) for one in data), default=0)
    units = max((_unit(compositor, "".join(columns(one.number)[1:])) for one in data), default=0)
    wanted, latest = axis + units + UNIT_GAP + 2 * COLUMN_GAP, source - _needed(compositor, data)
    return Frame(label, axis, min(latest, wanted), source, width, latest, titles, bool(sole))


def _titles(data: Sequence[Datum], sole: RichText) -> tuple[RichText, RichText]:
    """Return the heads of period and source, as what stands under them has it."""
    cited = any(plain(one.place if sole else one.source) for one in data)
    source = (Run(f"{SOURCE}："), *sole) if sole else (Run(SOURCE),)
    return (Run(SCOPED if any(plain(one.scope) for one in data) else PERIOD),), source if cited else ()


def _digits(compositor: Compositor, datum: Datum) -> Length:
    style = compositor.voices.term.style
    return compositor.width(columns(datum.number)[0], style.face, style.size)


def _unit(compositor: Compositor, text: str) -> Length:
    style = compositor.voices.cell.style
    return compositor.width(text, style.face, style.size)


def _needed(compositor: Compositor, data: Sequence[Datum]) -> Length:
    """Return the width with which periods can do where numbers are wide: that of the longest, up to its usual one."""
    least = em(compositor.voices.cell.style.size, LEAST_WORDS)
    widest = max((least, *(_unit(compositor, plain(_when(datum))) for datum in data))) + 2 * COLUMN_GAP
    return min(round(compositor.grid.measure * PERIOD_PART), widest)


def _when(datum: Datum) -> RichText:
    """Return a figure's period, and its scope where it has one."""
    return listed((datum.period, datum.scope), "，")


def key_tables(compositor: Compositor, figures: Sequence[FigureTable]) -> tuple[Table, ...]:
    """Set the tables of all themes in one frame, without white in their rows."""
    frame = frame_for(compositor, [datum for table in figures for datum in table.rows])
    return tuple(_table(compositor, table, frame) for table in figures if table.rows)


def _table(compositor: Compositor, figures: FigureTable, frame: Frame) -> Table:
    rows = tuple(_row(compositor, datum, frame) for datum in figures.rows)
    return Table(_header(compositor, figures, frame), rows, str(figures.name), compositor.look.rule)


def _header(compositor: Compositor, figures: FigureTable, frame: Frame) -> Row:
    ink, voices, name = compositor.look.theme(figures.color).main, compositor.voices, figures.name
    texts = [text for text in ((Run(VALUE),), *frame.titles) if text]
    value, *titles = (compositor.line(text, voices.note, role=Role.HEADER_CELL) for text in texts)
    edges = (frame.axis - value.width, frame.period, frame.source)[: len(texts)]
    title = compositor.set(name.text, voices.strong.inked(ink), edges[0] - COLUMN_GAP, name.origin, Role.HEADER_CELL)
    more = title.height - title.setting.leading
    heads = (Cell(((one, edge, more),), heads=True) for one, edge in zip((value, *titles), edges, strict=True))
    height, rise = em(compositor.grid.baseline, HEADER_LINES) + more, em(voices.strong.style.size, HEADER_RISE)
    return Row(frame.width, (Cell(((title, 0, 0),), heads=True), *heads), height, ink, WEIGHT, rise, name.origin)


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
    """Qualifier and digits up to the axis, magnitude and unit from it on; a noun without room beside its unit stands under it."""
    head, magnitude, after = columns(datum.number)
    use = datum.number.use
    digits = compositor.line((Run(head, use),), compositor.voices.term, datum.origin, Role.CELL)
    yield replace(digits, faults=_too_long(compositor, datum, frame)), frame.axis - digits.width, 0
    room = frame.period - frame.axis - UNIT_GAP - COLUMN_GAP
    noun = "" if _unit(compositor, magnitude + after) <= room else noun_of(datum.number)
    beside = tuple(run for run in (Run(magnitude, use, emphasis=True), Run(after.removesuffix(noun), use)) if run.text)
    y = 0
    for runs in filter(None, (beside, (Run(noun, use),) if noun else ())):
        unit = compositor.set(runs, compositor.voices.cell, room, datum.origin, Role.CELL)
        yield unit, frame.axis + UNIT_GAP, y
        y += unit.height


def _too_long(compositor: Compositor, datum: Datum, frame: Frame) -> tuple[Diagnostic, ...]:
    """Return what there is to tell of digits that leave their unit no room."""
    size = compositor.voices.cell.style.size
    lacking = max(0, frame.label + _digits(compositor, datum) + LEAST_UNIT * size - frame.latest)
    excess, taken = -(-lacking // (size // 2)), len(columns(datum.number)[0])
    what, where = said("part.digits-of", number=str(datum.number)), said("room.digits-column")
    cure, sizes = said("hint.larger-unit"), (taken, max(0, taken - excess))
    return compositor.told(Overflow(what, where, *sizes, datum.valued_at, "digits", cure))
