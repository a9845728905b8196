"""A section of words alone (展望): on a ground at the foot of the last page told, or as a statement on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from generator.diagnostics import said
from generator.drawing import Role
from generator.layout.book import bands
from generator.layout.book.bands import Band
from generator.layout.book.compositor import Room, placed
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.ornaments import OVER_LARGE, accent, field, foot_field
from generator.layout.book.section import HeadBand, head_band, section_bands, section_pages
from generator.layout.book.text_band import text_band

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.model import Section
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.text_band import TextBand

PAD = 2
STATEMENT_ROOM = Room(4, said("part.message"), said("room.own-page"))
STATEMENT_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class ClosingBand(Band):
    """Head and text on a ground that runs off the foot of the page."""

    section: tuple[str, str]
    head: HeadBand
    text: TextBand
    ground: Ink
    at_foot: ClassVar[bool] = True
    follows: ClassVar[bool] = False

    @property
    def least(self) -> int:
        """Ground, head, text."""
        return PAD + self.head.least + 1 + self.text.least

    @property
    def begins(self) -> tuple[str, str]:
        """Its section."""
        return self.section

    def draw(self, page: int, line: int, lines: int) -> tuple[Item, ...]:
        """Return ground, head and text."""
        under = line + lines - self.text.least
        return (
            foot_field(self.grid, self.grid.y(line), self.ground),
            *self.head.draw(page, line + PAD, self.head.least),
            *self.text.draw(page, under, self.text.least),
        )


def closing_band(compositor: Compositor, section: Section) -> ClosingBand | None:
    """Return a section as a closing band, its message louder than its name, or None where it has more than words."""
    if section.figures or section.charts:
        return None
    look, voices = compositor.look, compositor.voices
    head = head_band(compositor, section, (voices.heading, voices.large_heading))
    text = text_band(compositor, section, look.ink)
    return ClosingBand(compositor.grid, (section.id, str(section.name)), head, text, look.ground)


def closing_fits(before: Sequence[Band], closing: ClosingBand) -> bool:
    """Tell whether the last page of the bands before has room for it."""
    last = bands.pages(before)[-1]
    return bands.height([*(stratum.band for stratum in last), closing]) <= closing.grid.lines


def statement_pages(compositor: Compositor, section: Section, number: int) -> tuple[PageDraft, ...]:
    """Return a section of its own: its message as a statement and the text under it, on a ground; or plainly, when it holds more."""
    grid, look, voices = compositor.grid, compositor.look, compositor.voices
    left, measure = grid.columns(number).left, compositor.span(STATEMENT_COLUMNS)
    message = compositor.phrased(section.message.text, voices.statement, measure, section.message.origin)
    text = text_band(compositor, section, look.ink)
    under = grid.hang + grid.holding(message.height) + 1
    if section.figures or section.charts or under + text.least > grid.last + 1:
        return section_pages(section, section_bands(compositor, section), number)
    head = grid.y(grid.first + 2)
    items = (
        field(grid, look.ground),
        accent(left, grid.over(head, OVER_LARGE), look.brand),
        placed(compositor.line(section.name.text, voices.heading, section.name.origin, Role.HEADING_1), left, head),
        placed(compositor.fitted(message, STATEMENT_ROOM, section.message.origin), left, grid.y(grid.hang)),
        *text.draw(number, under, text.least),
    )
    return (PageDraft(number, items, section.name.text, marks=(Mark(section.id, str(section.name)),)),)
