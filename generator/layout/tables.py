"""The key figures as tables: one a theme, its name in the header row, a row a value; digits end on one axis, units begin there.

Rows are never parted; a table that goes on repeats its header (T33: digits tabular and right-aligned).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.grid import A4, HAIRLINE
from generator.design.palette import GREY, INK, RULE, theme_inks
from generator.design.type_scale import REPORT
from generator.document.model import Run
from generator.drawing import Group, Role
from generator.layout.compositor import BOLD, SANS, Voice, placed
from generator.layout.numerals import parts
from generator.layout.sheet import rule
from generator.units import em, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Datum, FigureTable, RichText
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.desk import Desk
    from generator.typeset.model import Composed
    from generator.units import Length

HEADERS = ("数值", "时期", "统计的是", "来源")
COLUMNS = (0.0, 0.21, 0.42, 0.57, 0.865)
"""Left edges of label, value, period, definition and source, in parts of the measure."""
AXIS = 0.295
"""Where digits end and units begin."""
CELL = Voice(REPORT.note, SANS, INK)
QUIET = Voice(REPORT.note, SANS, GREY)
DIGITS = Voice(REPORT.note, BOLD, INK)
COLUMN_GAP = pt(8)
ROW_PAD = pt(5)
"""White within a row, half above and half below."""
ROW_RISE = em(REPORT.note.size, 0.92) + ROW_PAD // 2
HEADER_RISE = em(REPORT.body.size, 1.3)
"""From a row's upper edge to its first baseline."""
TABLE_GAP = pt(17)


@dataclass(frozen=True, slots=True)
class Cell:
    """A set cell: its parts with their x, and whether it heads."""

    parts: tuple[tuple[Composed, Length], ...]
    heads: bool = False


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
                tuple(placed(part, x + dx, baseline) for part, dx in cell.parts),
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


def key_table(desk: Desk, figures: FigureTable) -> Table:
    """Set the table of a theme."""
    ink = theme_inks(figures.color).main if figures.color else INK
    return Table(_header(desk, figures, ink), tuple(_row(desk, datum) for datum in figures.rows), str(figures.name))


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


def _header(desk: Desk, figures: FigureTable, ink: Ink) -> Row:
    name = desk.compositor.line(figures.name.text, Voice(REPORT.body, BOLD, ink), figures.name.origin, Role.HEADER_CELL)
    titles = [desk.compositor.line((Run(title),), QUIET, role=Role.HEADER_CELL) for title in HEADERS]
    edges = (AXIS, *COLUMNS[2:])
    cells = [Cell(((name, 0),), heads=True)]
    cells += [Cell(((title, em(A4.measure, edge)),), heads=True) for title, edge in zip(titles, edges, strict=True)]
    return Row(tuple(cells), REPORT.body.leading + pt(2), ink, pt(1.25), HEADER_RISE, figures.name.origin)


def _row(desk: Desk, datum: Datum) -> Row:
    texts = (datum.label, datum.period, _definition(datum), datum.source)
    edges = (COLUMNS[0], *COLUMNS[2:])
    widths = (COLUMNS[1], *(end - start for start, end in zip(COLUMNS[2:], (*COLUMNS[3:], 1.0), strict=True)))
    voices = (CELL, QUIET, QUIET, QUIET)
    made = [
        desk.compositor.set(text, voice, em(A4.measure, width) - COLUMN_GAP, datum.origin, Role.CELL)
        for text, voice, width in zip(texts, voices, widths, strict=True)
    ]
    plain_cells = [Cell(((one, em(A4.measure, edge)),)) for one, edge in zip(made, edges, strict=True)]
    cells = (plain_cells[0], Cell(tuple(_value(desk, datum))), *plain_cells[1:])
    return Row(cells, max(one.height for one in made) + ROW_PAD, RULE, HAIRLINE, ROW_RISE, datum.origin)


def _value(desk: Desk, datum: Datum) -> Iterator[tuple[Composed, Length]]:
    """Qualifier and digits up to the axis, scale and unit from it on."""
    before, large, after = parts(datum.number)
    axis = em(A4.measure, AXIS)
    digits = desk.compositor.line((Run(before + large, datum.number.use),), DIGITS, datum.origin, Role.CELL)
    yield digits, axis - digits.width
    if after:
        yield desk.compositor.line((Run(after, datum.number.use),), CELL, datum.origin, Role.CELL), axis + pt(2)


def _definition(datum: Datum) -> RichText:
    """What is counted, with the scope in brackets where there is one."""
    return (*datum.means, Run("（"), *datum.scope, Run("）")) if datum.scope else datum.means
