"""The key figures as tables: one a theme, its name in the header row, a row a value; digits end on one axis, units begin there.

Rows are never parted; a table that goes on repeats its header (T33: digits tabular and right-aligned).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from generator.design.grid import A4, HAIRLINE
from generator.design.palette import GREY, INK, RULE, theme_inks
from generator.design.type_scale import REPORT
from generator.document.model import Run, plain
from generator.drawing import Group, Role
from generator.layout.book.compositor import BOLD, SANS, Voice, placed
from generator.layout.book.numerals import noun_of, parts
from generator.layout.book.sheet import rule
from generator.units import em, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Datum, FigureTable
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.desk import Desk
    from generator.typeset.model import Composed
    from generator.units import Length

HEADERS = ("数值", "时期", "口径", "来源")
LABEL_WIDTH, PERIOD_WIDTH, SOURCE_WIDTH = pt(112), pt(112), pt(70)
LEAST_SCOPE = pt(56)
"""The scope has what the others leave, but no less."""
LEAST_WORDS = pt(15)
"""The width of a column's title."""
LEAST_UNIT = pt(30)
"""A unit breaks where its column would press the scope, but has so much."""
CELL = Voice(REPORT.note, SANS, INK)
QUIET = Voice(REPORT.note, SANS, GREY)
DIGITS = Voice(REPORT.note, BOLD, INK)
COLUMN_GAP = pt(8)
UNIT_GAP = pt(2)
ROW_PADS = (pt(8), pt(7.25), pt(6.5), pt(5.5), pt(4.75), pt(4), pt(3.25))
"""White within a row, half above and half below: the loosest that takes no more pages than the tightest."""
CAP_RISE = em(REPORT.note.size, 1.1)
"""From a row's upper edge to its first baseline, without the white: its text stands in the middle."""
HEADER_RISE = em(REPORT.body.size, 1.45)
"""From an upper edge to the first baseline under it, without the white."""
HEADER_HEIGHT = pt(21)
TABLE_GAP = pt(17)


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns of all tables, so that they stand in line: left edges, and the axis where digits end and units begin."""

    axis: Length
    period: Length
    scope: Length
    source: Length

    @property
    def edges(self) -> tuple[Length, ...]:
        """The left edges of label, period, scope and source, and the right edge."""
        return 0, self.period, self.scope, self.source, A4.measure


@dataclass(frozen=True, slots=True)
class Cell:
    """A set cell: its parts with their x and how far under the first baseline they stand, and whether it heads."""

    parts: tuple[tuple[Composed, Length, Length], ...]
    heads: bool = False

    @property
    def height(self) -> Length:
        """From the upper edge of its first line to the lower of its last."""
        return max(part.height + dy for part, _, dy in self.parts)


@dataclass(frozen=True, slots=True)
class Row:
    """A set row with its height and the rule over it."""

    cells: tuple[Cell, ...]
    height: Length
    rule: Ink
    weight: Length
    rise: Length
    origin: str

    def at(self, x: Length, top: Length) -> Group:
        """Return the row's cells in reading order."""
        baseline = top + self.rise
        cells = tuple(
            Group(
                tuple(placed(part, x + dx, baseline + dy) for part, dx, dy in cell.parts),
                role=Role.HEADER_CELL if cell.heads else Role.CELL,
                origin=self.origin,
            )
            for cell in self.cells
        )
        return Group((rule(x, top, A4.measure, self.rule, self.weight), *cells), role=Role.ROW, origin=self.origin)


@dataclass(frozen=True, slots=True)
class Table:
    """A theme's table: its header and its rows."""

    header: Row
    rows: tuple[Row, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Slab:
    """Rows of one table on one page, header first, from a height on."""

    table: Table
    rows: tuple[Row, ...]
    top: Length

    @property
    def height(self) -> Length:
        """Header and rows together."""
        return self.table.header.height + sum(row.height for row in self.rows)

    def draw(self, x: Length) -> tuple[Item, ...]:
        """Return the slab's rows as a table, closed by a hairline."""
        y = self.top
        rows = []
        for row in (self.table.header, *self.rows):
            rows.append(row.at(x, y))
            y += row.height
        return Group(tuple(rows), role=Role.TABLE, alt=self.table.name), rule(x, y, A4.measure, RULE)


def frame_for(desk: Desk, data: Sequence[Datum]) -> Frame:
    """Measure the columns: the value's is as wide as its widest digits and its widest unit."""
    made = [parts(datum.number) for datum in data]
    size = REPORT.note.size
    digits = max((desk.compositor.width(before + large, BOLD, size) for before, large, _ in made), default=0)
    units = [desk.compositor.width(after, SANS, size) for _, _, after in made]
    axis = LABEL_WIDTH + digits
    source = A4.measure - SOURCE_WIDTH
    wanted = axis + max(units, default=0) + UNIT_GAP + 2 * COLUMN_GAP
    loose = source - LEAST_SCOPE - PERIOD_WIDTH
    latest = loose if wanted <= loose else source - _needed(desk, data, "scope") - _needed(desk, data, "period")
    if latest - axis < LEAST_UNIT:
        widest = max(data, key=lambda one: desk.compositor.width("".join(parts(one.number)[:2]), BOLD, size))
        excess = -(-(LEAST_UNIT - latest + axis) // (size // 2))
        message = f"the digits of `{widest.number}` are too long for the table of key figures"
        hint = f"they are {excess} digit{'s' * (excess > 1)} too long: count in 万 or 亿"
        desk.compositor.does_not_fit(message, widest.valued_at, hint)
    period = min(latest, wanted)
    scope = period + (PERIOD_WIDTH if wanted <= loose else _needed(desk, data, "period"))
    return Frame(axis, period, scope, source)


def _needed(desk: Desk, data: Sequence[Datum], column: Literal["scope", "period"]) -> Length:
    """Return the width with which a column can do where numbers are wide: that of its longest words, up to its usual one."""
    texts = [plain(datum.scope if column == "scope" else datum.period) for datum in data]
    widest = max((desk.compositor.width(text, SANS, REPORT.note.size) for text in texts), default=0)
    return min(LEAST_SCOPE if column == "scope" else PERIOD_WIDTH, max(LEAST_WORDS, widest) + 2 * COLUMN_GAP)


def key_tables(desk: Desk, figures: Sequence[FigureTable]) -> tuple[Table, ...]:
    """Set the tables of all themes in one frame, without white in their rows."""
    frame = frame_for(desk, [datum for table in figures for datum in table.rows])
    return tuple(_table(desk, table, frame) for table in figures if table.rows)


def _table(desk: Desk, figures: FigureTable, frame: Frame) -> Table:
    ink = theme_inks(figures.color).main if figures.color else INK
    rows = tuple(_row(desk, datum, frame) for datum in figures.rows)
    return Table(_header(desk, figures, ink, frame), rows, str(figures.name))


def padded(table: Table, pad: Length) -> Table:
    """Return a table with so much white in each row."""
    rows = (replace(row, height=row.height + pad, rise=row.rise + pad // 2) for row in table.rows)
    return replace(table, rows=tuple(rows))


def laid_down(tables: Sequence[Table], tops: tuple[Length, Length], bottom: Length) -> tuple[tuple[Slab, ...], ...]:
    """Lay tables down one under another; `tops` are the heads of the first and of later pages. One tuple of slabs a page."""
    pages: list[list[Slab]] = [[]]
    y, later = tops
    for table in tables:
        rest = table.rows
        while rest:
            room = bottom - y
            count = _fitting(table, rest, room)
            if count:
                slab = Slab(table, rest[:count], y)
                pages[-1].append(slab)
                y, rest = y + slab.height + TABLE_GAP, rest[count:]
            if rest:
                pages.append([])
                y = later
    return tuple(map(tuple, pages))


def _fitting(table: Table, rows: Sequence[Row], room: Length) -> int:
    """How many rows fit under the header: none rather than a single one of several, and no single one left over."""
    room -= table.header.height
    count = 0
    for row in rows:
        if row.height > room:
            break
        room -= row.height
        count += 1
    if count == len(rows) - 1:
        count -= 1
    return 0 if count == 1 < len(rows) else max(0, count)


def _header(desk: Desk, figures: FigureTable, ink: Ink, frame: Frame) -> Row:
    name = desk.compositor.line(figures.name.text, Voice(REPORT.body, BOLD, ink), figures.name.origin, Role.HEADER_CELL)
    value, *titles = (desk.compositor.line((Run(title),), QUIET, role=Role.HEADER_CELL) for title in HEADERS)
    edges = (frame.axis - value.width, frame.period, frame.scope, frame.source)
    cells = (Cell(((title, edge, 0),), heads=True) for title, edge in zip((value, *titles), edges, strict=True))
    return Row((Cell(((name, 0, 0),), heads=True), *cells), HEADER_HEIGHT, ink, pt(1.25), HEADER_RISE, figures.name.origin)


def _row(desk: Desk, datum: Datum, frame: Frame) -> Row:
    texts = ((datum.label, CELL), (datum.period, QUIET), (datum.scope, QUIET), (datum.source, QUIET))
    widths = (LABEL_WIDTH, *(end - start for start, end in pairwise(frame.edges[1:])))
    made = [
        desk.compositor.set(text, voice, width - COLUMN_GAP, datum.origin, Role.CELL)
        for (text, voice), width in zip(texts, widths, strict=True)
    ]
    words = [Cell(((one, edge, 0),)) for one, edge in zip(made, frame.edges[:-1], strict=True)]
    cells = (words[0], Cell(tuple(_value(desk, datum, frame))), *words[1:])
    return Row(cells, max(one.height for one in cells), RULE, HAIRLINE, CAP_RISE, datum.origin)


def _value(desk: Desk, datum: Datum, frame: Frame) -> Iterator[tuple[Composed, Length, Length]]:
    """Qualifier and digits up to the axis, scale and unit from it on; a noun without room beside its unit stands under it."""
    before, large, after = parts(datum.number)
    digits = desk.compositor.line((Run(before + large, datum.number.use),), DIGITS, datum.origin, Role.CELL)
    yield digits, frame.axis - digits.width, 0
    room = frame.period - frame.axis - UNIT_GAP - COLUMN_GAP
    whole = desk.compositor.width(after, SANS, REPORT.note.size) <= room
    noun = "" if whole else noun_of(datum.number)
    y = 0
    for text in filter(None, (after.removesuffix(noun), noun)):
        unit = desk.compositor.set((Run(text, datum.number.use),), CELL, room, datum.origin, Role.CELL)
        yield unit, frame.axis + UNIT_GAP, y
        y += unit.height
