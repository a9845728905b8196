"""A theme's headline among its text: large between two rules' worth of white, so that a page whose words end early is no hole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from generator.design.grid import MAIN, SIDE
from generator.diagnostics import said
from generator.layout.book.bands import Band
from generator.layout.book.compositor import Compositor, Room, placed
from generator.layout.book.ornaments import OVER_LARGE, accent

if TYPE_CHECKING:
    from generator.document.model import Theme
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.typeset.model import Composed

ROOM = Room(6, said("part.headline"), said("room.own-page"))
ABOVE, AIR, MORE_AIR = 2, 1, 1
"""Lines over its first baseline, for the short rule; and of white over it where there is some, and at the most."""


@dataclass(frozen=True, slots=True)
class HeadlineBand(Band):
    """The headline in the text's columns under a short rule, in the theme's ink."""

    headline: Composed
    ink: Ink
    follows: ClassVar[bool] = False

    @property
    def least(self) -> int:
        """The rule and the words."""
        return ABOVE + self.grid.holding(self.headline.height)

    @property
    def best(self) -> int:
        """Some white over them."""
        return self.least + AIR

    @property
    def most(self) -> int:
        """More of it."""
        return self.least + AIR + MORE_AIR

    def draw(self, page: int, line: int, lines: int) -> tuple[Item, ...]:
        """Return rule and words, at the foot of the lines they have."""
        x, baseline = self.grid.columns(page).x(SIDE), self.grid.y(line + ABOVE - 1 + lines - self.least)
        return accent(x, self.grid.over(baseline, OVER_LARGE), self.ink), placed(self.headline, x, baseline)


def headline_band(compositor: Compositor, theme: Theme, ink: Ink) -> HeadlineBand | None:
    """Return the band of a theme's headline; None where its author wrote none."""
    headline = theme.headline
    if not headline.text:
        return None
    words = compositor.set(headline.text, compositor.voices.large_heading.inked(ink), compositor.span(MAIN), headline.origin)
    return HeadlineBand(compositor.grid, compositor.fitted(words, ROOM, headline.origin), ink)
