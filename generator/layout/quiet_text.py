"""The text of a thin theme: larger, and hung from the line where the message on the facing page begins, so that the white is meant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.layout.bands import HANG
from generator.layout.compositor import placed
from generator.layout.desk import LEAD
from generator.layout.text_band import MAIN, SIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.model import Paragraph
    from generator.drawing import Item
    from generator.layout.bands import Band
    from generator.layout.compositor import Compositor
    from generator.typeset.model import Composed

VOICE = replace(LEAD, indent=2)
"""Large and few: ragged, as justified lines of so few characters would be drawn apart."""
ABOVE = HANG - A4.first
"""Lines of white over the text."""


@dataclass(frozen=True, slots=True)
class QuietText:
    """A few large paragraphs and their source, low on the page."""

    parts: tuple[Composed, ...]

    @property
    def least(self) -> int:
        """The white over it counts."""
        return ABOVE + ceil(sum(part.height for part in self.parts) / A4.baseline)

    @property
    def best(self) -> int:
        """No more."""
        return self.least

    @property
    def most(self) -> int:
        """No more."""
        return self.least

    @property
    def at_foot(self) -> bool:
        """It hangs from its line."""
        return False

    @property
    def follows(self) -> bool:
        """It is the first on its page."""
        return True

    def split(self, room: int) -> tuple[Band, Band] | None:
        """Stay whole: more text than a page is not quiet."""

    def draw(self, page: int, line: int, lines: int) -> tuple[Item, ...]:
        """Return the paragraphs one under another, at the foot of the lines they have."""
        x = A4.columns(page).x(SIDE)
        baseline = A4.y(line + ABOVE + lines - self.least)
        items = []
        for part in self.parts:
            items.append(placed(part, x, baseline))
            baseline += part.height
        return tuple(items)


def quiet_text(compositor: Compositor, text: Sequence[Paragraph], source: Composed | None) -> QuietText | None:
    """Return plain paragraphs as quiet text; None when there are headings, lists or quotations among them."""
    if any(paragraph.kind != "text" for paragraph in text):
        return None
    measure = A4.columns(1).span(MAIN)
    words = tuple(compositor.set(paragraph.text, VOICE, measure, paragraph.origin) for paragraph in text)
    return QuietText((*words, *((source,) if source else ())))
