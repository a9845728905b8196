"""Rows of cells: what is typed between tabs, each cell at its stop (W3C CLREQ, tables; T33: digits end on one axis).

In: a strip with typed tabs, and the stops of the setting. Out: a line. A row is never broken and never justified; a cell that finds no
stop to the right of those before it follows them at an em, and is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.typeset.lines import Part
from generator.typeset.model import Line, Stop, Tab

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.drawing import TextRun
    from generator.typeset.lines import Press
    from generator.typeset.shaping import Atom
    from generator.typeset.strip import Strip
    from generator.units import Length

TAB = "\t"
WHOLE_PART = frozenset(",，")
"""What groups the digits of a number's whole part."""


def has_tabs(strip: Strip) -> bool:
    """Tell whether a strip is a row of cells."""
    return any(atom.text == TAB for atom in strip.atoms)


@dataclass(frozen=True, slots=True)
class Row(Part):
    """A whole strip with tabs, set as one line."""

    def set_by(self, press: Press) -> Line:
        """Return the row."""
        runs: list[TextRun] = []
        pen = self.indent
        for cell, tab in zip(self._cells(), self._tabs(press), strict=False):
            places = cell.places()
            anchor = cell.anchor(tab.stop) if tab else 0
            left = max(tab.at - anchor, pen) if tab else pen + cell.atoms[0].size * bool(runs)
            pen = left + round(places[-1])
            runs += press.runs(cell, [round(left + place) for place in places[:-1]], pen)
        return Line(tuple(runs), pen)

    def missed(self, tabs: Sequence[Tab]) -> int:
        """Return how many cells have no stop of their own."""
        return max(0, sum(atom.text == TAB for atom in self.atoms) - len(tabs))

    def _tabs(self, press: Press) -> Iterator[Tab | None]:
        """Yield the stop of each cell: the first cell stands at the left edge unless a tab is typed before it."""
        yield None
        yield from press.setting.tabs
        while True:
            yield None

    def _cells(self) -> Iterator[Cell]:
        start = self.start
        for index in range(self.start, self.end):
            if self.strip.atoms[index].text == TAB:
                yield Cell(self.strip, start, index + 1, 0)
                start = index + 1
        if start < self.end:
            yield Cell(self.strip, start, self.end, 0)


@dataclass(frozen=True, slots=True)
class Cell(Part):
    """A cell with the tab typed behind it, which takes no room."""

    def places(self) -> list[float]:
        """Return where each atom begins, and where the cell ends, from its left edge."""
        widths = [0 if atom.text == TAB else atom.width for atom in self.atoms]
        rooms = [0 if after.text == TAB else joint.desired for joint, after in zip(self.joints, self.atoms[1:], strict=True)]
        steps = [width + room for width, room in zip(widths, [*rooms, 0], strict=True)]
        return list(accumulate(steps, initial=-self.atoms[0].head))

    def anchor(self, stop: Stop) -> Length:
        """Return the distance from the cell's left edge to what stands at its stop."""
        width = round(self.places()[-1]) - self._trail()
        if stop is Stop.DECIMAL:
            return min(self._whole_part(), width)
        return {Stop.LEFT: 0, Stop.CENTRE: width // 2, Stop.RIGHT: width}[stop]

    def _trail(self) -> Length:
        spoken = [atom for atom in self.atoms if atom.text != TAB]
        return spoken[-1].tail if spoken else 0

    def _whole_part(self) -> Length:
        """Return where the whole part of the cell's first number ends; where the cell ends if it has none."""
        end = None
        for left, right, meant in _characters(self.atoms, self.places()):
            if meant.isdigit() or (end is not None and meant in WHOLE_PART):
                end = right
            elif end is not None:
                return round(min(end, left))
        return round(self.places()[-1] if end is None else end)


def _characters(atoms: Sequence[Atom], places: Sequence[float]) -> Iterator[tuple[float, float, str]]:
    """Yield each character with its left and right edge, without the room between atoms."""
    for atom, place in zip(atoms, places, strict=False):
        for meant, left, right in atom.edges():
            yield place + left, place + right, meant
