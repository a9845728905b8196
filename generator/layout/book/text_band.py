"""The bands of running text: eight columns of words, and in the four beside them the figures that they rest on.

Where a theme is rich in numbers they take the whole side of a page, and text and charts stand beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.design.grid import MAIN, SIDE
from generator.document.model import Block, Picture, TextTable, plain
from generator.drawing import Item, Role
from generator.layout.book import bands, marginalia
from generator.layout.book.bands import Band
from generator.layout.book.compositor import Compositor, placed
from generator.layout.book.flow import Piece, height, notes_of, take
from generator.layout.book.footnotes import tall
from generator.layout.book.prose import passages, set_down, under_words
from generator.layout.book.text_table import is_wide, table_piece
from generator.units import pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.model import Section, Theme
    from generator.ink import Ink
    from generator.layout.book.marginalia import Marginal
    from generator.layout.book.text_table import TablePiece
    from generator.typeset.model import Composed


@dataclass(frozen=True)
class TextBand(Band):
    """Passages with the figures beside them and the source under them; its heights are asked for often, and counted once."""

    flow: tuple[Piece, ...]
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

    @property
    def notes(self) -> tuple[Composed, ...]:
        """The notes to its words."""
        return notes_of(self.flow)

    def split(self, room: int) -> tuple[TextBand, TextBand] | None:
        """Part words and margin alike; the source goes with the end, and notes have their room under the words."""
        here, there = self._taken(room)
        beside = fitting(self.beside, room)
        late = self.beside[len(beside) :]
        if not (there or late):
            here, there = take(self.flow, self.running - 1)
        if not here:
            return None
        return replace(self, flow=here, beside=beside, source=None), replace(self, flow=there, beside=late)

    def _taken(self, room: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Return the words that stand in so many lines with their notes, and those that go on."""
        fresh = room >= self.grid.lines
        for lines in range(room, 0, -1):
            here, there = take(self.flow, lines, fresh=fresh)
            if height(here) + tall(self.grid, notes_of(here)) <= room:
                return here, there
        return take(self.flow, room, fresh=fresh)

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return figures, words and source, in this order of reading: words first."""
        columns = self.grid.columns(page)
        x, under = columns.x(SIDE), line + height(self.flow)
        words = set_down(self.grid, self.flow, x, line, self.ink)
        source = () if self.source is None else (placed(self.source, x, self.grid.y(under) + pt(2)),)
        return (*words, *source, *marginalia.draw(self.beside, columns.left, line + 1))


def text_band(compositor: Compositor, told: Theme | Section, ink: Ink) -> TextBand:
    """Return the text of a theme or a section with its source, without figures and pictures."""
    measure = compositor.span(MAIN)
    flow = passages(compositor, _unpictured(told.blocks), measure, ink)
    return TextBand(compositor.grid, flow, (), _source(compositor, told), ink)


def footed(text: TextBand) -> TextBand:
    """Return a text with its notes under its words."""
    return replace(text, flow=under_words(text.grid, text.flow))


def text_bands(compositor: Compositor, told: Theme | Section, ink: Ink) -> tuple[TextBand, tuple[Band, ...]]:
    """Return a text up to the first table that wants the whole measure, and what follows: such tables, and the words between them."""
    measure, held, bands = compositor.span(MAIN), list[Block](), list[Band]()
    for block in _unpictured(told.blocks):
        if isinstance(block, TextTable) and is_wide(compositor, block, measure):
            bands += [
                _words(compositor, held, ink),
                TableBand(compositor.grid, table_piece(compositor, block, compositor.grid.measure, ink)),
            ]
            held = []
        else:
            held.append(block)
    bands += [_words(compositor, held, ink)] if held or not bands else []
    first, *more = bands
    assert isinstance(first, TextBand), "a text begins with words"
    source = _source(compositor, told)
    if not more:
        return replace(first, source=source), ()
    last = replace(more[-1], source=source) if isinstance(more[-1], TextBand) else None
    closing = (last,) if last else (more[-1], *((TextBand(compositor.grid, (), (), source, ink),) if source else ()))
    return first, tuple(one for one in (*more[:-1], *closing) if not isinstance(one, TextBand) or one.flow or one.source)


def _unpictured(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks without the pictures, which stand where the composition has room for them."""
    return tuple(one for one in blocks if not isinstance(one, Picture))


def _words(compositor: Compositor, blocks: Sequence[Block], ink: Ink) -> TextBand:
    return TextBand(compositor.grid, passages(compositor, blocks, compositor.span(MAIN), ink), (), None, ink)


def _source(compositor: Compositor, told: Theme | Section) -> Composed | None:
    measure = compositor.span(MAIN)
    return compositor.set(told.source, compositor.voices.note, measure, told.origin, Role.NOTE) if plain(told.source) else None


@dataclass(frozen=True, slots=True)
class TableBand(Band):
    """A table across the whole measure."""

    table: TablePiece

    @property
    def least(self) -> int:
        """Its title, its rows, its notes."""
        return self.table.lines

    def split(self, room: int) -> tuple[Band, Band] | None:
        """Part it between rows."""
        here, there = self.table.split(room)
        if not here or not there:
            return None
        return replace(self, table=here[0]), replace(self, table=there[0])

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return the table."""
        return self.table.draw(self.grid, self.grid.columns(page).left, line)


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
