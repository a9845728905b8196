"""The band of a story: a tinted ground from its head to the foot of the page, title at the side, the account beside it.

The figures that only the story tells stand under its account, in rows across the type area.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.design.grid import MAIN, SIDE
from generator.design.palette import ThemeInks
from generator.diagnostics import said
from generator.document.model import Datum, Story
from generator.drawing import Group, Item, Role
from generator.layout.book.bands import Band
from generator.layout.book.compositor import Compositor, Room, placed
from generator.layout.book.figure_rows import FigureRows, figure_rows
from generator.layout.book.flow import Figured, Piece, height
from generator.layout.book.ornaments import OVER_SMALL, accent, foot_field, rule
from generator.layout.book.prose import passages, set_down, under_words
from generator.layout.motifs.icon import icon
from generator.layout.motifs.signs import story_icon
from generator.typeset.model import Composed
from generator.units import Length, Point, em

TITLE_ROOM = Room(3, said("part.story-title"), said("room.beside-story"))
MESSAGE_ROOM = Room(3, said("part.story-message"), said("room.story"))
PAD = 2
"""Lines of ground above the first line."""
ABOVE_FIGURES = 2
"""Lines from the last of the account to the first row of figures, a rule between them."""
ICON_DROP, ICON_SIDE, INSET = 0.7, 3, 2 / 24
"""Lines from the last of the title down to the story's icon, and its side, the same on all pages. Most signs begin so far, in
sides, from the left of their square."""
RULE_RISE = 1.9
"""Lines from a row of figures up to that rule."""


@dataclass(frozen=True, slots=True)
class StoryBand(Band):
    """A story set: title beside, message and account under one another."""

    title: Composed
    message: Composed
    flow: tuple[Piece, ...]
    inks: ThemeInks
    figures: FigureRows
    icon: str
    origin: str
    at_foot: ClassVar[bool] = True
    follows: ClassVar[bool] = False

    @property
    def least(self) -> int:
        """Ground, message, account, figures; title, icon and rule when they are taller."""
        return PAD + self._words + (ABOVE_FIGURES + self.figures.least if self.figures.figures else 0)

    @property
    def _account(self) -> int:
        """Lines from the first of the message to the account; what draws itself keeps off the message."""
        return len(self.message.lines) + bool(self.flow and isinstance(self.flow[0], Figured))

    @property
    def _words(self) -> int:
        return max(self._account + height(self.flow), len(self.title.lines) + (ICON_SIDE if self.icon else 0))

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return ground, title, message, account and figures."""
        grid, columns, first = self.grid, self.grid.columns(page), line + PAD
        x, baseline, under = columns.x(SIDE), grid.y(first), first + self._words + ABOVE_FIGURES
        over = grid.over(grid.y(under), RULE_RISE)
        told = (
            accent(columns.left, grid.over(baseline, OVER_SMALL), self.inks.main),
            placed(self.title, columns.left, baseline),
            *self._icon(columns.left, first),
            placed(self.message, x, baseline),
            *set_down(grid, self.flow, x, first + self._account, self.inks.main),
            *((rule(columns.left, over, columns.width, self.inks.pale),) if self.figures.figures else ()),
            *self.figures.draw(page, under, self.figures.least),
        )
        return foot_field(grid, grid.y(line), self.inks.tint), Group(told, role=Role.SECTION, origin=self.origin)

    def _icon(self, x: Length, first: int) -> tuple[Item, ...]:
        """Return the icon under the title."""
        if not self.icon:
            return ()
        grid, side = self.grid, ICON_SIDE * self.grid.baseline
        top = grid.over(grid.y(first + len(self.title.lines) - 1), -ICON_DROP)
        return (icon(self.icon, Point(x - em(side, INSET), top), side, self.inks.main),)


def story_band(compositor: Compositor, story: Story, inks: ThemeInks, told: Sequence[Datum] = ()) -> StoryBand:
    """Return the band of a story, with the figures that it alone tells."""
    main, voices, heading = compositor.span(MAIN), compositor.voices, compositor.voices.small_heading.inked(inks.main)
    title = compositor.set(story.title.text, heading, compositor.span(SIDE), story.title.origin, Role.HEADING_2)
    message = compositor.set(story.message.text, voices.strong, main, story.message.origin)
    return StoryBand(
        compositor.grid,
        compositor.fitted(title, TITLE_ROOM, story.title.origin),
        compositor.fitted(message, MESSAGE_ROOM, story.message.origin),
        under_words(compositor.grid, passages(compositor, story.blocks, main, inks.main, Role.HEADING_3)),
        inks,
        figure_rows(compositor, told, inks.main),
        story_icon(story),
        story.title.origin,
    )
