"""The bands of running text: eight columns of words, and in the four beside them the figures that they rest on.

Where a theme is rich in numbers they take the whole side of a page, and text and charts stand beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.document.model import Section, Theme, plain
from generator.drawing import Item, Role
from generator.layout.book import bands, marginalia
from generator.layout.book.bands import Band
from generator.layout.book.compositor import Compositor, placed
from generator.layout.book.flow import Passage, height, take
from generator.layout.book.prose import passages, set_down
from generator.units import pt

if TYPE_CHECKING:
    from generator.ink import Ink
    from generator.layout.book.marginalia import Marginal
    from generator.typeset.model import Composed

SIDE, MAIN = 4, 8
"""Columns of the margin and of the text."""


@dataclass(frozen=True)
class TextBand(Band):
    """Passages with the figures beside them and the source under them; its heights are asked for often, and counted once."""

    flow: tuple[Passage, ...]
    beside: tuple[Marginal, ...]
    source: Composed | None
    ink: Ink

    @cached_property
    def least(self) -> int:
        """The taller of text with its source, and margin."""
        return max(self._told, marginalia.height(self.beside))

    @cached_property
    def _told(self) -> int:
        return self.running + (self.grid.holding(self.source.height) if self.source else 0)

    @cached_property
    def running(self) -> int:
        """The lines of its passages."""
        return height(self.flow)

    @cached_property
    def white(self) -> int:
        """What its figures are longer than its words."""
        return max(0, marginalia.height(self.beside) - self._told)

    def split(self, room: int) -> tuple[TextBand, TextBand] | None:
        """Part words and margin alike; the source goes with the end."""
        here, there = take(self.flow, room, fresh=room >= self.grid.lines)
        beside = fitting(self.beside, room)
        late = self.beside[len(beside) :]
        if not (there or late):
            here, there = take(self.flow, self.running - 1)
        if not here:
            return None
        return replace(self, flow=here, beside=beside, source=None), replace(self, flow=there, beside=late)

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return figures, words and source, in this order of reading: words first."""
        columns = self.grid.columns(page)
        x, under = columns.x(SIDE), line + height(self.flow)
        words = set_down(self.grid, self.flow, x, line, self.ink)
        source = () if self.source is None else (placed(self.source, x, self.grid.y(under) + pt(2)),)
        return (*words, *source, *marginalia.draw(self.beside, columns.left, line + 1))


def text_band(compositor: Compositor, told: Theme | Section, ink: Ink) -> TextBand:
    """Return the text of a theme or a section with its source, without figures."""
    measure = compositor.span(MAIN)
    note = compositor.set(told.source, compositor.voices.note, measure, told.origin, Role.NOTE) if plain(told.source) else None
    return TextBand(compositor.grid, passages(compositor, told.text, measure, ink), (), note, ink)


def fitting(beside: tuple[Marginal, ...], room: int) -> tuple[Marginal, ...]:
    """Return as many figures of a column as stand in so many lines."""
    return next(beside[:count] for count in range(len(beside), -1, -1) if marginalia.height(beside[:count]) <= room or not count)


@dataclass(frozen=True, slots=True)
class ColumnBand(Band):
    """A whole page in two columns: bands in the text's columns, and at their side all the figures."""

    beside: tuple[Marginal, ...]
    main: tuple[Band, ...]

    @property
    def least(self) -> int:
        """The taller of the two columns."""
        return max(marginalia.height(self.beside), bands.height(self.main))

    def draw(self, page: int, line: int, lines: int) -> tuple[Item, ...]:
        """Return text and charts, then the figures beside them."""
        main = (item for stratum in bands.settled(self.main, line, line + lines - 1) for item in stratum.draw(page))
        return (*main, *marginalia.draw(self.beside, self.grid.columns(page).left, line + 1))
