"""Notes at the foot of a page, under a rule of a third of the measure (CLREQ, notes): set notes in; a piece of so many lines out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.grid import HAIRLINE
from generator.layout.book.compositor import placed
from generator.layout.book.flow import Figured
from generator.layout.book.ornaments import rule

if TYPE_CHECKING:
    from generator.design.grid import PageGrid
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.typeset.model import Composed
    from generator.units import Length

PART = 3
"""The rule is so much of the measure."""
RISE = 0.9
"""Lines from the first note's baseline up to the rule."""


def tall(grid: PageGrid, notes: tuple[Composed, ...]) -> int:
    """Return the lines that notes take with the white that parts them from the words."""
    return 1 + grid.holding(sum(one.height for one in notes)) if notes else 0


@dataclass(frozen=True, slots=True)
class Foot(Figured):
    """Notes under their rule; they stay whole."""

    grid: PageGrid
    notes_set: tuple[Composed, ...]
    kind: str = "notes"
    origin: str = ""
    before: int = 0

    @property
    def lines(self) -> int:
        """The white with the rule, and the notes."""
        return tall(self.grid, self.notes_set)

    @property
    def _ink(self) -> Ink:
        """The ink of the words."""
        return next(run.ink for note in self.notes_set for line in note.lines for run in line.runs)

    def split(self, room: int) -> tuple[tuple[Foot, ...], tuple[Foot, ...]]:
        """Stand whole or not at all."""
        return ((self,), ()) if self.lines <= room else ((), (self,))

    def draw(self, grid: PageGrid, x: Length, line: int) -> tuple[Item, ...]:
        """Return rule and notes, one under another."""
        baseline = grid.y(line + 1)
        measure = self.notes_set[0].setting.measure
        items: list[Item] = [rule(x, grid.over(baseline, RISE), measure // PART, self._ink, HAIRLINE)]
        for note in self.notes_set:
            items.append(placed(note, x, baseline))
            baseline += note.height
        return tuple(items)
