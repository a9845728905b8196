"""A year's chronicle: a list by month, the month in the margin's column over a rule, what happened beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.grid import MAIN, SIDE
from generator.document.model import TextTable, plain, words_of
from generator.drawing import Role
from generator.layout.book.bands import Band
from generator.layout.book.compositor import placed
from generator.layout.book.ornaments import rule
from generator.layout.book.prose import set_note
from generator.layout.book.text_band import text_band
from generator.units import pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.model import RichText, Section
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed

FEW = 2
"""Fewer rows stand on no page alone."""
RISE = 1.1
"""Lines from a month's first baseline up to the rule over it."""
WEIGHT = pt(1.25)
"""The rule that a month begins with."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened, with the month where it is the first of one, and its notes."""

    month: Composed | None
    text: Composed
    notes: tuple[Composed, ...]


@dataclass(frozen=True, slots=True)
class ChronicleBand(Band):
    """Moments one under the other, a line of white before each month."""

    moments: tuple[Moment, ...]
    inks: tuple[Ink, Ink]

    @property
    def least(self) -> int:
        """All moments with the white between months."""
        return self._lines(self.moments)

    def _lines(self, moments: tuple[Moment, ...]) -> int:
        return sum(self.grid.holding(one.text.height) for one in moments) + sum(one.month is not None for one in moments[1:])

    @property
    def notes(self) -> tuple[Composed, ...]:
        """The notes to its moments."""
        return tuple(note for one in self.moments for note in one.notes)

    def split(self, room: int) -> tuple[Band, Band] | None:
        """Part it between moments, no fewer than `FEW` on either side."""
        count = next((many for many in range(len(self.moments) - FEW, 0, -1) if self._lines(self.moments[:many]) <= room), 0)
        if count < FEW:
            return None
        return replace(self, moments=self.moments[:count]), replace(self, moments=self.moments[count:])

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return months and moments in order."""
        columns = self.grid.columns(page)
        items: list[Item] = []
        for index, one in enumerate(self.moments):
            line += bool(index and one.month)
            if one.month:
                over = self.grid.over(self.grid.y(line), RISE)
                items.append(rule(columns.left, over, columns.width, self.inks[1]))
                items.append(rule(columns.left, over, columns.span(1), self.inks[0], WEIGHT))
                items.append(placed(one.month, columns.left, self.grid.y(line)))
            items.append(placed(one.text, columns.x(SIDE), self.grid.y(line)))
            line += self.grid.holding(one.text.height)
        return tuple(items)


def chronicle_bands(compositor: Compositor, section: Section) -> Iterator[Band]:
    """Yield the words before a chronicle, and the chronicle."""
    yield text_band(compositor, replace(section, blocks=words_of(section.blocks)), compositor.look.ink)
    for table in (one for one in section.blocks if isinstance(one, TextTable)):
        moments = tuple(_moment(compositor, table, row) for row in range(len(table.rows)))
        yield ChronicleBand(compositor.grid, moments, (compositor.look.marks.accent, compositor.look.rule))


def _moment(compositor: Compositor, table: TextTable, row: int) -> Moment:
    month, text = table.rows[row]
    origin, voices = f"{table.origin}.rows[{row}]", compositor.voices
    own = compositor.set(month, voices.strong, compositor.span(SIDE), origin, Role.HEADING_2) if plain(month) else None
    notes = tuple(set_note(compositor, note, compositor.span(MAIN)) for note in table.notes if _marked(text, note.origin))
    return Moment(own, compositor.set(text, voices.item, compositor.span(MAIN), origin, Role.LIST_ITEM), notes)


def _marked(text: RichText, note: str) -> bool:
    """Tell whether a text has the mark of a note."""
    return any(run.note == note for run in text)
