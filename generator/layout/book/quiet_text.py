"""The text of a thin theme: larger, and hung from the line where the message on the facing page begins, so that the white is meant.

A sentence alone is set as a statement on the theme's tint; figures, where there are any, stand in rows at the foot, in line with the
opener's heroes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.layout.book.bands import HANG, Band
from generator.layout.book.compositor import placed
from generator.layout.book.figure_rows import FigureRows
from generator.layout.book.opener import SECOND_LINE
from generator.layout.book.sheet import field
from generator.layout.book.text_band import MAIN, SIDE
from generator.layout.desk import LARGE_HEADING, LEAD, STATEMENT
from generator.units import pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.design.palette import ThemeInks
    from generator.document.model import Paragraph
    from generator.drawing import Item
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.marginalia import Marginal
    from generator.typeset.model import Composed
    from generator.units import Length

VOICE = replace(LEAD, indent=2)
"""Large and few: ragged, as justified lines of so few characters would be drawn apart."""
ABOVE = HANG - A4.first
"""Lines of white over the text."""
STATEMENTS = ((STATEMENT, 3), (LARGE_HEADING, 6))
"""The voices of a single paragraph, and of how many lines each may be at the most."""
BREATHING = 3
"""A statement of no more lines is broken after its stops; a longer one would look torn."""
STATEMENT_COLUMNS = 10
OVER_FIGURES = 3
"""Lines of white between text and figures, at least."""
SOURCE_GAP = pt(12)


@dataclass(frozen=True, slots=True)
class QuietText(Band):
    """A few large paragraphs and their source, low on the page."""

    parts: tuple[Composed, ...]

    @property
    def least(self) -> int:
        """The white over it counts."""
        return ABOVE + ceil(sum(part.height for part in self.parts) / A4.baseline)

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


@dataclass(frozen=True, slots=True)
class QuietPage(Band):
    """A page of a few large words and, at its foot, figures; `ground` where it is a statement on a tint."""

    words: tuple[Composed, ...]
    source: Composed | None
    figures: FigureRows
    column: int
    ground: ThemeInks | None

    @property
    def least(self) -> int:
        """The whole page, and more where it does not fit."""
        taken = ABOVE + self._lines + (OVER_FIGURES + self.figures.least if self.figures.figures else 0)
        return max(A4.lines, taken + A4.last - self._foot)

    @property
    def _foot(self) -> int:
        """The last line of the figures, whose last row is in line with the opener's heroes."""
        *_, last = self.figures.rows or ((),)
        return min(A4.last, SECOND_LINE + max((one.lines for one in last), default=0) - 1)

    @property
    def _lines(self) -> int:
        parts = (*self.words, *((self.source,) if self.source else ()))
        tall: Length = sum(part.height for part in parts) + SOURCE_GAP
        return ceil(tall / A4.baseline)

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return the ground, the words from the opener's line on, their source, and the figures at the foot."""
        x, baseline = A4.columns(page).x(self.column), A4.y(line + ABOVE)
        items: list[Item] = [field(self.ground.tint)] if self.ground else []
        for part in self.words:
            items.append(placed(part, x, baseline))
            baseline += part.height
        if self.source:
            lead = self.words[-1].setting.leading - self.source.setting.leading if self.words else 0
            items.append(placed(self.source, x, baseline - lead + SOURCE_GAP))
        return (*items, *self.figures.draw(page, self._foot + 1 - self.figures.least, self.figures.least))


def quiet_page(
    compositor: Compositor, text: Sequence[Paragraph], source: Composed | None, figures: tuple[Marginal, ...], inks: ThemeInks
) -> QuietPage | None:
    """Return a page of its own for plain paragraphs and figures; None where there is more than one takes, or no plain text."""
    if not text or any(paragraph.kind != "text" for paragraph in text):
        return None
    rows = FigureRows(figures)
    made = (*_statements(compositor, text, inks), _large(compositor, text))
    pages = (QuietPage(words, source, rows, column, inks if column == 0 and not figures else None) for words, column in made)
    return next((page for page in pages if page.least <= A4.lines), None)


def _statements(compositor: Compositor, text: Sequence[Paragraph], inks: ThemeInks) -> Iterator[tuple[tuple[Composed, ...], int]]:
    """Yield a single paragraph as a statement, in each voice in which it is short enough."""
    measure = A4.columns(1).span(STATEMENT_COLUMNS)
    for voice, most in STATEMENTS if len(text) == 1 else ():
        words = compositor.phrased(text[0].text, voice.inked(inks.main), measure, text[0].origin)
        if len(words.lines) > BREATHING:
            words = compositor.set(text[0].text, voice.inked(inks.main), measure, text[0].origin)
        if len(words.lines) <= most:
            yield (words,), 0


def _large(compositor: Compositor, text: Sequence[Paragraph]) -> tuple[tuple[Composed, ...], int]:
    measure = A4.columns(1).span(MAIN)
    return tuple(compositor.set(one.text, VOICE, measure, one.origin) for one in text), SIDE
