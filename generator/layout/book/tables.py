"""Tables of rows on pages: set rows in, slabs of them with their places out.

Rows are never parted; a table that goes on repeats its header.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic
from generator.drawing import Group, Item, Role
from generator.ink import Ink
from generator.layout.book.compositor import placed
from generator.layout.book.ornaments import rule
from generator.typeset.model import Composed
from generator.units import Length, pt

ROW_PADS = (pt(8), pt(7.25), pt(6.5), pt(5.5), pt(4.75), pt(4), pt(3.25))
"""White within a row, half above and half below: the loosest that takes no more pages than the tightest."""
TABLE_GAP = pt(17)


@dataclass(frozen=True, slots=True)
class Cell:
    """A set cell: its parts with their x and how far under the first baseline they stand, whether it heads, what there is to tell of it."""

    parts: tuple[tuple[Composed, Length, Length], ...]
    heads: bool = False
    faults: tuple[Diagnostic, ...] = ()

    @property
    def height(self) -> Length:
        """From the upper edge of its first line to the lower of its last; nothing where none stands in it."""
        return max((part.height + dy for part, _, dy in self.parts), default=0)


@dataclass(frozen=True, slots=True)
class Row:
    """A set row with its width, its height and the rule over it; a `loose` one is text under the table rather than a row of it."""

    width: Length
    cells: tuple[Cell, ...]
    height: Length
    rule: Ink
    weight: Length
    rise: Length
    origin: str
    loose: bool = False

    def under(self, x: Length, top: Length) -> Group:
        """Return what a loose row says as paragraphs of their own."""
        parts = (part for cell in self.cells for part in cell.parts)
        return Group(
            tuple(placed(part, x + dx, top + self.rise + dy) for part, dx, dy in parts), role=Role.BOX, origin=self.origin
        )

    def at(self, x: Length, top: Length, role: Role = Role.ROW) -> Group:
        """Return the row's cells in reading order; a header that a later page repeats is furniture of that page."""
        baseline = top + self.rise
        cells = tuple(
            Group(
                tuple(placed(part, x + dx, baseline + dy) for part, dx, dy in cell.parts),
                role=Role.HEADER_CELL if cell.heads else Role.CELL,
                origin=self.origin,
                faults=cell.faults,
            )
            for cell in self.cells
        )
        return Group((rule(x, top, self.width, self.rule, self.weight), *cells), role=role, origin=self.origin)


@dataclass(frozen=True, slots=True)
class Table:
    """A theme's table: its header and its rows; `part` tells it from others of its header's origin."""

    header: Row
    rows: tuple[Row, ...]
    name: str
    rule: Ink
    part: str = ""

    @property
    def key(self) -> str:
        """What its pieces on several pages have in common."""
        return self.header.origin + self.part


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
        header, later = self.table.header, self.rows[0] is not self.table.rows[0]
        y = self.top + header.height
        rows = [header.at(x, self.top, Role.ARTIFACT if later else Role.ROW)]
        for row in (one for one in self.rows if not one.loose):
            rows.append(row.at(x, y))
            y += row.height
        foot = rule(x, y, header.width, self.table.rule)
        table = Group(tuple(rows), role=Role.TABLE, alt=self.table.name, origin=self.table.key, continues=later)
        return table, foot, *(row.under(x, y) for row in self.rows if row.loose)


def padded(table: Table, pad: Length) -> Table:
    """Return a table with so much white in each row."""
    rows = (replace(row, height=row.height + pad, rise=row.rise + pad // 2) for row in table.rows)
    return replace(table, rows=tuple(rows))


def laid_down(tables: Sequence[Table], tops: tuple[Length, Length], bottom: Length) -> tuple[tuple[Slab, ...], ...]:
    """Lay tables down one under another; `tops` are the heads of the first and of later pages. One tuple of slabs a page.

    At least a row stands on a page, even one that is too high for it.
    """
    pages: list[list[Slab]] = [[]]
    y, later = tops
    for table in tables:
        rest = table.rows
        while rest:
            count = _fitting(table, rest, bottom - y) or int(y == later)
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
