"""The band of running text: eight columns of words, and in the four beside them the figures that they rest on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.layout.book import marginalia
from generator.layout.book.bands import Band
from generator.layout.book.compositor import placed
from generator.layout.book.flow import height, take
from generator.layout.book.prose import set_down
from generator.units import pt

if TYPE_CHECKING:
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.flow import Passage
    from generator.layout.book.marginalia import Marginal
    from generator.typeset.model import Composed

SIDE, MAIN = 4, 8
"""Columns of the margin and of the text."""


@dataclass(frozen=True, slots=True)
class TextBand(Band):
    """Passages with the figures beside them and the source under them."""

    flow: tuple[Passage, ...]
    beside: tuple[Marginal, ...]
    source: Composed | None
    ink: Ink

    @property
    def least(self) -> int:
        """The taller of text with its source, and margin."""
        return max(height(self.flow) + self._source_lines, marginalia.height(self.beside))

    @property
    def _source_lines(self) -> int:
        return 0 if self.source is None else -(-self.source.height // A4.baseline)

    def split(self, room: int) -> tuple[TextBand, TextBand] | None:
        """Part words and margin alike; the source goes with the end."""
        here, there = take(self.flow, room)
        beside = fitting(self.beside, room)
        late = self.beside[len(beside) :]
        if not (there or late):
            here, there = take(self.flow, height(self.flow) - 1)
        if not here:
            return None
        return replace(self, flow=here, beside=beside, source=None), replace(self, flow=there, beside=late)

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return figures, words and source, in this order of reading: words first."""
        columns = A4.columns(page)
        x = columns.x(SIDE)
        words = set_down(self.flow, x, line, self.ink)
        under = line + height(self.flow)
        source = () if self.source is None else (placed(self.source, x, A4.y(under) + pt(2)),)
        return (*words, *source, *marginalia.draw(self.beside, columns.left, line + 1))


def fitting(beside: tuple[Marginal, ...], room: int) -> tuple[Marginal, ...]:
    """Return as many figures of a column as stand in so many lines."""
    count = len(beside)
    while marginalia.height(beside[:count]) > room:
        count -= 1
    return beside[:count]
