"""The band of a story: a tinted ground from its head to the foot of the page, title at the side, the account beside it.

The figures that only the story tells stand under its account, in rows across the type area.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.drawing import Role
from generator.layout.book.bands import Band
from generator.layout.book.compositor import Room, placed
from generator.layout.book.figure_rows import FigureRows, figure_rows
from generator.layout.book.flow import height
from generator.layout.book.prose import passages, set_down
from generator.layout.book.sheet import OVER_SMALL, accent, foot_field, over, rule
from generator.layout.book.text_band import MAIN, SIDE
from generator.layout.desk import SMALL_HEADING, STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.palette import ThemeInks
    from generator.document.model import Datum, Story
    from generator.drawing import Item
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.flow import Passage
    from generator.typeset.model import Composed

TITLE_ROOM = Room(3, "the story's title", "the column beside a story")
MESSAGE_ROOM = Room(3, "the story's message", "a story")
PAD = 2
"""Lines of ground above the first line."""
ABOVE_FIGURES = 2
"""Lines from the last of the account to the first row of figures, a rule between them."""
RULE_RISE = 1.9
"""Lines from a row of figures up to that rule."""


@dataclass(frozen=True, slots=True)
class StoryBand(Band):
    """A story set: title beside, message and account under one another."""

    title: Composed
    message: Composed
    flow: tuple[Passage, ...]
    inks: ThemeInks
    figures: FigureRows

    @property
    def least(self) -> int:
        """Ground, message, account, figures; title and rule when they are taller."""
        return PAD + self._words + (ABOVE_FIGURES + self.figures.least if self.figures.figures else 0)

    @property
    def _words(self) -> int:
        return max(len(self.message.lines) + height(self.flow), len(self.title.lines))

    @property
    def at_foot(self) -> bool:
        """Its ground runs off the foot of the page."""
        return True

    @property
    def follows(self) -> bool:
        """A story takes all the white over it."""
        return False

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return ground, title, message, account and figures."""
        columns, first = A4.columns(page), line + PAD
        x = columns.x(SIDE)
        return (
            foot_field(A4.y(line), self.inks.tint),
            accent(columns.left, over(A4.y(first), OVER_SMALL), self.inks.main),
            placed(self.title, columns.left, A4.y(first)),
            placed(self.message, x, A4.y(first)),
            *set_down(self.flow, x, first + len(self.message.lines), self.inks.main),
            *self._draw_figures(page, first + self._words + ABOVE_FIGURES),
        )

    def _draw_figures(self, page: int, line: int) -> tuple[Item, ...]:
        if not self.figures.figures:
            return ()
        columns = A4.columns(page)
        above = rule(columns.left, over(A4.y(line), RULE_RISE), columns.width, self.inks.pale)
        return (above, *self.figures.draw(page, line, self.figures.least))


def story_band(compositor: Compositor, story: Story, inks: ThemeInks, told: Sequence[Datum] = ()) -> StoryBand:
    """Return the band of a story, with the figures that it alone tells."""
    columns = A4.columns(1)
    side, main = columns.span(SIDE), columns.span(MAIN)
    title = compositor.set(story.title.text, SMALL_HEADING.inked(inks.main), side, story.title.origin, Role.HEADING_2)
    message = compositor.set(story.message.text, STRONG, main, story.message.origin)
    return StoryBand(
        compositor.fitted(title, TITLE_ROOM, story.title.origin),
        compositor.fitted(message, MESSAGE_ROOM, story.message.origin),
        passages(compositor, story.text, main, inks.main),
        inks,
        figure_rows(compositor, told, inks.main),
    )
