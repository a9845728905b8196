"""The band of a story: a tinted ground from its head to the foot of the page, title at the side, the account beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.drawing import Role
from generator.layout.compositor import Room, placed
from generator.layout.desk import SMALL_HEADING, STRONG
from generator.layout.flow import height
from generator.layout.prose import passages, set_down
from generator.layout.sheet import OVER_SMALL, accent, foot_field, over
from generator.layout.text_band import MAIN, SIDE

if TYPE_CHECKING:
    from generator.design.palette import ThemeInks
    from generator.document.model import Story
    from generator.drawing import Item
    from generator.layout.compositor import Compositor
    from generator.layout.flow import Passage
    from generator.typeset.model import Composed

TITLE_ROOM = Room(3, "the story's title", "the column beside a story")
MESSAGE_ROOM = Room(3, "the story's message", "a story")
PAD = 2
"""Lines of ground above the first line."""


@dataclass(frozen=True, slots=True)
class StoryBand:
    """A story set: title beside, message and account under one another."""

    title: Composed
    message: Composed
    flow: tuple[Passage, ...]
    inks: ThemeInks

    @property
    def least(self) -> int:
        """Ground, message, account; title and rule when they are taller."""
        return PAD + max(len(self.message.lines) + height(self.flow), len(self.title.lines))

    @property
    def best(self) -> int:
        """A story takes what it takes."""
        return self.least

    @property
    def most(self) -> int:
        """A story takes what it takes."""
        return self.least

    @property
    def at_foot(self) -> bool:
        """Its ground runs off the foot of the page."""
        return True

    @property
    def follows(self) -> bool:
        """A story takes all the white over it."""
        return False

    def split(self, room: int) -> tuple[StoryBand, StoryBand] | None:
        """Stay whole."""

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return ground, title, message and account."""
        columns, first = A4.columns(page), line + PAD
        x = columns.x(SIDE)
        return (
            foot_field(A4.y(line), self.inks.tint),
            accent(columns.left, over(A4.y(first), OVER_SMALL), self.inks.main),
            placed(self.title, columns.left, A4.y(first)),
            placed(self.message, x, A4.y(first)),
            *set_down(self.flow, x, first + len(self.message.lines), self.inks.main),
        )


def story_band(compositor: Compositor, story: Story, inks: ThemeInks) -> StoryBand:
    """Return the band of a story."""
    columns = A4.columns(1)
    side, main = columns.span(SIDE), columns.span(MAIN)
    title = compositor.set(story.title.text, SMALL_HEADING.inked(inks.main), side, story.title.origin, Role.HEADING_2)
    message = compositor.set(story.message.text, STRONG, main, story.message.origin)
    return StoryBand(
        compositor.fitted(title, TITLE_ROOM, story.title.origin),
        compositor.fitted(message, MESSAGE_ROOM, story.message.origin),
        passages(compositor, story.text, main, inks.main),
        inks,
    )
