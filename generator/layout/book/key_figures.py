"""The key figures as tables: one a theme, its name in the header row, a row a value; digits end on one axis, units begin there.

Digits are tabular and right-aligned (T33), and the columns of all tables stand in line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from generator.design.grid import HAIRLINE
from generator.diagnostics import Diagnostic, said
from generator.document.model import Datum, FigureTable, Run, plain
from generator.document.pieces import columns, noun_of
from generator.drawing import Role
from generator.layout.book.tables import Cell, Row, Table
from generator.layout.overflow import Overflow
from generator.units import Length, em, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed

HEADERS = ("数值", "时期", "口径", "来源")
MEASURE = mm(170)
"""The measure that the widths of columns are parts of: A4's."""
LABEL_PART, PERIOD_PART, SOURCE_PART = pt(112) / MEASURE, pt(112) / MEASURE, pt(70) / MEASURE
LEAST_SCOPE = pt(56) / MEASURE
"""The scope has what the others leave, but no less."""
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

    `latest` is where the period begins at the latest, so that what follows has what it needs.
    """

    label: Length
    axis: Length
    period: Length
    scope: Length
    source: Length
    width: Length
    latest: Length

    @property
    def edges(self) -> tuple[Length, ...]:
        """The left edges of label, period, scope and source, and the right edge."""
        return 0, self.period, self.scope, self.source, self.width


def frame_for(compositor: Compositor, data: Sequence[Datum]) -> Frame:
    """Measure the columns: the value's is as wide as its widest digits and its widest unit."""
    width = compositor.grid.measure
    label, usual = round(width * LABEL_PART), round(width * PERIOD_PART)
    axis, source = label + max((_digits(compositor, one) for one in data), default=0), width - round(width * SOURCE_PART)
    units = max((_unit(compositor, "".join(columns(one.number)[1:])) for one in data), default=0)
    wanted = axis + units + UNIT_GAP + 2 * COLUMN_GAP
    loose = source - round(width * LEAST_SCOPE) - usual
    needed = _needed(compositor, data, "period")
    latest = loose if wanted <= loose else source - _needed(compositor, data, "scope") - needed
    period = min(latest, wanted)
    return Frame(label, axis, period, period + (usual if wanted <= loose else needed), source, width, latest)


def _digits(compositor: Compositor, datum: Datum) -> Length:
    style = compositor.voices.term.style
    return compositor.width(columns(datum.number)[0], style.face, style.size)


def _unit(compositor: Compositor, text: str) -> Length:
    style = compositor.voices.cell.style
    return compositor.width(text, style.face, style.size)


def _needed(compositor: Compositor, data: Sequence[Datum], column: Literal["scope", "period"]) -> Length:
    """Return the width with which a column can do where numbers are wide: that of its longest words, up to its usual one."""
    texts = [plain(datum.scope if column == "scope" else datum.period) for datum in data]
    least = em(compositor.voices.cell.style.size, LEAST_WORDS)
    widest = max((least, *(_unit(compositor, text) for text in texts))) + 2 * COLUMN_GAP
    return min(round(compositor.grid.measure * (LEAST_SCOPE if column == "scope" else PERIOD_PART)), widest)


def key_tables(compositor: Compositor, figures: Sequence[FigureTable]) -> tuple[Table, ...]:
    """Set the tables of all themes in one frame, without white in their rows."""
    frame = frame_for(compositor, [datum for table in figures for datum in table.rows])
    return tuple(_table(compositor, table, frame) for table in figures if table.rows)


def _table(compositor: Compositor, figures: FigureTable, frame: Frame) -> Table:
    rows = tuple(_row(compositor, datum, frame) for datum in figures.rows)
    return Table(_header(compositor, figures, frame), rows, str(figures.name), compositor.look.rule)


def _header(compositor: Compositor, figures: FigureTable, frame: Frame) -> Row:
    ink, voices, name = compositor.look.theme(figures.color).main, compositor.voices, figures.name
    value, *titles = (compositor.line((Run(one),), voices.note, role=Role.HEADER_CELL) for one in HEADERS)
    edges = (frame.axis - value.width, frame.period, frame.scope, frame.source)
    title = compositor.set(name.text, voices.strong.inked(ink), edges[0] - COLUMN_GAP, name.origin, Role.HEADER_CELL)
    more = title.height - title.setting.leading
    heads = (Cell(((one, edge, more),), heads=True) for one, edge in zip((value, *titles), edges, strict=True))
    height, rise = em(compositor.grid.baseline, HEADER_LINES) + more, em(voices.strong.style.size, HEADER_RISE)
    return Row(frame.width, (Cell(((title, 0, 0),), heads=True), *heads), height, ink, WEIGHT, rise, name.origin)


def _row(compositor: Compositor, datum: Datum, frame: Frame) -> Row:
    cell, note = compositor.voices.cell, compositor.voices.note
    texts = ((datum.label, cell), (datum.period, note), (datum.scope, note), (datum.source, note))
    widths = (frame.label, *(end - start for start, end in pairwise(frame.edges[1:])))
    made = [
        compositor.set(text, voice, width - COLUMN_GAP, datum.origin, Role.CELL)
        for (text, voice), width in zip(texts, widths, strict=True)
    ]
    words = [Cell(((one, edge, 0),)) for one, edge in zip(made, frame.edges[:-1], strict=True)]
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
