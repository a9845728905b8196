"""What stands on the spread of the history beside its pictures: its opening, the words over a picture, the outlook as a band.

In: a section or a chart. Out: set pieces that know their lines of the grid and draw themselves on a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import said
from generator.document.model import plain, words_of
from generator.drawing import Group, Role
from generator.layout.book.compositor import Room, flush_right, placed, stacked
from generator.layout.book.ornaments import OVER_LARGE, OVER_SMALL, accent, foot_field
from generator.layout.book.text_band import TextBand, footed, text_band

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.model import Chart, Section
    from generator.drawing import Item
    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed
    from generator.units import Length

MESSAGE_DROP, MESSAGE_COLUMNS = 2, 10
"""Lines from the section's name to its message, and the columns of that."""
OUTLOOK_PAD, OUTLOOK_DROP, OUTLOOK_COLUMNS = 2, 3, 9
"""Lines of ground over the outlook's name, from that to its message, and the columns of that."""
MOST_OUTLOOK = 1 / 3
"""A band takes no more of the page's lines than this."""
WORDS = 3 / 4
"""What the measure and the note over a picture take of the width: the source stands at their right."""
MESSAGE_ROOM = Room(2, said("part.message"), said("room.section-head"))
CHART_ROOM = Room(2, said("part.chart-message"), said("room.over-chart"))
OUTLOOK_ROOM = Room(3, said("part.message"), said("room.section-head"))


@dataclass(frozen=True, slots=True)
class Opening:
    """A section's name and message, for the left page, and its text, for the right one."""

    name: Composed
    message: Composed
    text: TextBand
    compositor: Compositor

    @property
    def end(self) -> int:
        """The line under the message."""
        grid = self.compositor.grid
        return grid.first + 1 + MESSAGE_DROP + grid.holding(self.message.height)

    def draw(self, page: int) -> tuple[Item, ...]:
        """Return rule, name and message."""
        grid, left = self.compositor.grid, self.compositor.grid.columns(page).left
        baseline = grid.y(grid.first + 1)
        return (
            accent(left, grid.over(baseline, OVER_LARGE), self.compositor.look.marks.accent),
            placed(self.name, left, baseline),
            placed(self.message, left, grid.y(grid.first + 1 + MESSAGE_DROP)),
        )


def opening(compositor: Compositor, section: Section) -> Opening:
    """Set the opening of a section."""
    voices, measure = compositor.voices, compositor.span(MESSAGE_COLUMNS)
    name = compositor.line(section.name.text, voices.large_heading, section.name.origin, Role.HEADING_1)
    message = compositor.set(section.message.text, voices.heading, measure, section.message.origin)
    message = compositor.fitted(message, MESSAGE_ROOM, section.message.origin)
    return Opening(name, message, footed(text_band(compositor, section, compositor.look.ink)), compositor)


class Head(NamedTuple):
    """The words over a picture: message, measure and note; its source stands at the right of the last."""

    words: tuple[Composed, ...]
    source: Composed | None
    compositor: Compositor

    @property
    def lines(self) -> int:
        """Lines of the grid that the words take."""
        return self.compositor.grid.holding(self._height)

    @property
    def _height(self) -> Length:
        return sum(one.height for one in self.words)

    def draw(self, page: int, line: int) -> Iterator[Item]:
        """Yield the words, the last of them on a line."""
        grid, columns = self.compositor.grid, self.compositor.grid.columns(page)
        yield from stacked(self.words, columns.left, grid.y(line) - self._height + self.words[-1].setting.leading)
        if self.source:
            yield flush_right(self.source, columns.left + columns.width, grid.y(line))


def head(compositor: Compositor, chart: Chart) -> Head:
    """Set the words over a chart's picture."""
    voices, measure = compositor.voices, compositor.grid.measure
    message = compositor.set(chart.message.text, voices.small_heading, measure, chart.message.origin, Role.HEADING_2)
    below = tuple(
        compositor.set(text, voice, round(measure * WORDS), chart.origin, Role.CAPTION)
        for text, voice in ((chart.measure, voices.label), (chart.note, voices.note))
        if plain(text)
    )
    source = compositor.line(chart.source, voices.note, chart.origin, Role.CAPTION) if plain(chart.source) else None
    return Head((compositor.fitted(message, CHART_ROOM, chart.message.origin), *below), source, compositor)


@dataclass(frozen=True, slots=True)
class Outlook:
    """A section of words at the foot of both pages: name and message on the left, text on the right."""

    section: Section
    name: Composed
    message: Composed
    text: TextBand
    compositor: Compositor

    @property
    def lines(self) -> int:
        """Lines of the grid with the ground over it."""
        told = OUTLOOK_DROP + self.compositor.grid.holding(self.message.height)
        return OUTLOOK_PAD + max(told, self.text.least)

    @property
    def first(self) -> int:
        """The line from over which the ground begins."""
        return self.compositor.grid.last + 1 - self.lines

    def draw(self, page: int) -> tuple[Item, ...]:
        """Return the half of a page."""
        grid, look, line = self.compositor.grid, self.compositor.look, self.first + OUTLOOK_PAD
        ground, left = foot_field(grid, grid.y(self.first), look.ground), grid.columns(page).left
        head = (
            accent(left, grid.over(grid.y(line), OVER_SMALL), look.marks.accent),
            placed(self.name, left, grid.y(line)),
            placed(self.message, left, grid.y(line + OUTLOOK_DROP)),
        )
        half = self.text.draw(page, line, self.text.least) if page % 2 else head
        return ground, Group(half, role=Role.SECTION, origin=self.section.id)


def outlook_band(compositor: Compositor, section: Section) -> Outlook | None:
    """Return a section as a band, or None where it has more than words, or more of them than a band takes."""
    if section.figures or section.charts or len(words_of(section.blocks)) != len(section.blocks):
        return None
    voices, span = compositor.voices, compositor.span(OUTLOOK_COLUMNS)
    name = compositor.line(section.name.text, voices.heading, section.name.origin, Role.HEADING_1)
    message = compositor.set(section.message.text, voices.large_heading, span, section.message.origin)
    message = compositor.fitted(message, OUTLOOK_ROOM, section.message.origin)
    band = Outlook(section, name, message, footed(text_band(compositor, section, compositor.look.ink)), compositor)
    return band if band.lines <= compositor.grid.lines * MOST_OUTLOOK else None
