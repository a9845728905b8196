"""A small count as so many tiles, one for each thing, on the columns of the grid; the words under them say so.

In: figures of a theme. Out: the tiles of the first that counts whole things, few enough to be seen one by one, or None.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from generator.design.grid import SIDE
from generator.document.model import Run, plain
from generator.drawing import Box, Group, Role
from generator.layout.book.compositor import placed
from generator.units import Length, Rect, mm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.document.model import Datum
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed

LEAST, MOST = 3, 24
"""Fewer things are no field of tiles, and more are not seen one by one."""
APART, CORNER = 0.75, mm(1.2)
"""Between two tiles, in gutters, and the radius of their corners."""
LABEL_DROP = 1.2
"""Lines from the last row of tiles to their label, at least."""
KEY = "一格一"
"""One tile is one …"""


@dataclass(frozen=True, slots=True)
class Tiles:
    """A count of tiles, four to a row, with its label; `rise` is the lines from the first baseline up to their heads."""

    count: int
    label: Composed
    ink: Ink
    datum: Datum
    compositor: Compositor
    rise: float

    @property
    def lines(self) -> int:
        """Lines of the grid with the label."""
        return self._label + self.compositor.grid.holding(self.label.height)

    @property
    def _label(self) -> int:
        """Lines from the first baseline down to the label's."""
        grid = self.compositor.grid
        return ceil(-(-self.count // SIDE) * self._pitch / grid.baseline - self.rise - self._gap / grid.baseline + LABEL_DROP)

    @property
    def _gap(self) -> Length:
        return round(APART * self.compositor.grid.columns(1).gutter)

    @property
    def _pitch(self) -> Length:
        """From one tile to the next: together they leave two gutters to the text beside them."""
        columns = self.compositor.grid.columns(1)
        return (columns.span(SIDE) - 2 * columns.gutter + self._gap) // SIDE

    def draw(self, page: int, line: int) -> tuple[Item, ...]:
        """Return the tiles and their label, from a line on."""
        grid, left = self.compositor.grid, self.compositor.grid.columns(page).left
        top, pitch, side = grid.over(grid.y(line), self.rise), self._pitch, self._pitch - self._gap
        places = (divmod(index, SIDE) for index in range(self.count))
        tiles = tuple(
            Box(Rect(left + column * pitch, top + row * pitch, side, side), fill=self.ink, radius=CORNER)
            for row, column in places
        )
        label = placed(self.label, left, grid.y(line + self._label))
        alt = f"{plain(self.label_runs)}：{self.datum.number}"
        return Group(tiles, role=Role.FIGURE, alt=alt, origin=self.datum.origin), label

    @property
    def label_runs(self) -> tuple[Run, ...]:
        """What the tiles stand for: 加入“视觉无障碍行动”，一格一个APP."""
        return _label(self.datum)


def tiles(compositor: Compositor, data: Iterable[Datum], told: Iterable[str], ink: Ink, rise: float) -> Tiles | None:
    """Return the tiles of the first of these figures that is told in words beside them and counts whole things."""
    names = set(told)
    datum = next((one for one in data if one.figure in names and _is_count(one)), None)
    if datum is None or datum.number.value is None:
        return None
    label = compositor.set(_label(datum), compositor.voices.label, compositor.span(SIDE), datum.origin)
    return Tiles(int(datum.number.value), label, ink, datum, compositor, rise)


def _is_count(datum: Datum) -> bool:
    """Tell whether a number is exact and whole and counts things: by a counter (个), which measures nothing else, or by their name."""
    number = datum.number
    counts = number.dimension in ("", number.unit) and number.tail
    if number.value is None or number.scale or number.qualifier or datum.computed or not counts:
        return False
    return number.value == int(number.value) and LEAST <= number.value <= MOST


def _label(datum: Datum) -> tuple[Run, ...]:
    return (*datum.label, Run("，"), Run(f"{KEY}{datum.number.tail}"))
