"""Tables of a source as they are read: what heads a cell, by which its bare number has a unit (供水量（万立方米）, 单位：万元).

Cells come row by row; what heads one is known from those before it: the first of its row, the first of its column, and the line over or
in the table that says a unit for all.
"""

from typing import NamedTuple

UNIT_LINE = "单位"


class Block(NamedTuple):
    """A block of a source: its words, whether it is a heading, and what heads it where it stands in a table, the nearest first."""

    text: str
    heading: bool = False
    heads: tuple[str, ...] = ()


class Tables:
    """Follows the blocks of a document through its tables; a table within another is read as part of the cell."""

    def __init__(self) -> None:
        self._depth = 0
        self._line = ""
        self._columns: dict[int, str] = {}
        self._first, self._cell, self._at = "", "", 0

    @property
    def inside(self) -> bool:
        """Whether a table is open."""
        return self._depth > 0

    def begin(self) -> None:
        """Begin a table."""
        self._depth += 1
        if self._depth == 1:
            self._columns.clear()

    def end(self) -> None:
        """End a table, and what is left open of its row."""
        self._depth = max(0, self._depth - 1)

    def row(self) -> None:
        """Begin a row."""
        if self._depth == 1:
            self._first, self._cell, self._at = "", "", 0

    def end_cell(self, span: int = 1) -> None:
        """End a cell of so many columns: what stands in it heads what follows in its row and under it."""
        if self._depth == 1:
            self._first = self._first or self._cell
            for at in range(self._at, self._at + span):
                self._columns.setdefault(at, self._cell)
            self._at += span
            self._cell = ""

    def block(self, text: str, *, heading: bool = False) -> Block:
        """Return a block where it stands: in a cell, or outside of a table where it may say the unit of the next."""
        if UNIT_LINE in text:
            self._line = text
        elif text.strip() and not self.inside:
            self._line = ""
        heads = tuple(filter(None, (self._first, self._columns.get(self._at), self._line))) if self.inside else ()
        self._cell += text
        return Block(text, heading, heads)
