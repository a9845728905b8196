"""The text of a thin theme: larger, and hung from the line where the message on the facing page begins, so that the white is meant.

A sentence alone is set as a statement on the theme's tint; figures, where there are any, stand in rows at the foot, in line with the
opener's heroes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from generator.layout.book.bands import Band
from generator.layout.book.compositor import Compositor, placed, stacked
from generator.layout.book.figure_rows import FigureRows
from generator.layout.book.opener import SECOND
from generator.layout.book.ornaments import field
from generator.layout.book.text_band import MAIN, SIDE
from generator.units import pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.design.grid import PageGrid
    from generator.design.palette import ThemeInks
    from generator.document.model import Paragraph
    from generator.drawing import Item
    from generator.layout.book.marginalia import Marginal
    from generator.typeset.model import Composed

STATEMENT, LOUD = 3, 6
"""How many lines a single paragraph may have at the most to be set as a statement, and as a large heading."""
BREATHING = 3
"""A statement of no more lines is broken after its stops; a longer one would look torn."""
STATEMENT_COLUMNS = 10
OVER_FIGURES = 3
"""Lines of white between text and figures, at least."""
SOURCE_GAP = pt(12)


@dataclass(frozen=True, slots=True)
class FewWords(Band):
    """A few large paragraphs and their source, low on the page: ragged, as justified lines so short would be drawn apart."""

    parts: tuple[Composed, ...]
    under: int = 0
    """Lines of white under them."""
    quiet: ClassVar[bool] = True

    @property
    def least(self) -> int:
        """The white over it counts."""
        return _above(self.grid) + self.grid.holding(sum(part.height for part in self.parts)) + self.under

    def draw(self, page: int, line: int, lines: int) -> tuple[Item, ...]:
        """Return the paragraphs one under another, at the foot of the lines they have."""
        baseline = self.grid.y(line + _above(self.grid) + lines - self.least)
        return stacked(self.parts, self.grid.columns(page).x(SIDE), baseline)


def _above(grid: PageGrid) -> int:
    """Return the lines of white over the text: it begins in line with the message beside it."""
    return grid.hang - grid.first


def few_words(compositor: Compositor, text: Sequence[Paragraph], source: Composed | None) -> FewWords | None:
    """Return plain paragraphs as few large words; None when there are headings, lists or quotations among them."""
    if any(paragraph.kind != "text" for paragraph in text):
        return None
    return FewWords(compositor.grid, (*_large(compositor, text), *((source,) if source else ())))


@dataclass(frozen=True, slots=True)
class QuietPage(Band):
    """A page of a few large words and, at its foot, figures; `ground` where it is a statement on a tint."""

    words: tuple[Composed, ...]
    source: Composed | None
    figures: FigureRows
    column: int
    ground: ThemeInks | None
    quiet: ClassVar[bool] = True

    @property
    def least(self) -> int:
        """The whole page, and more where it does not fit."""
        parts = (*self.words, *((self.source,) if self.source else ()))
        words = self.grid.holding(sum(part.height for part in parts) + SOURCE_GAP)
        taken = _above(self.grid) + words + (OVER_FIGURES + self.figures.least if self.figures.figures else 0)
        return max(self.grid.lines, taken + self.grid.last - self._foot)

    @property
    def _foot(self) -> int:
        """The last line of the figures, whose last row is in line with the opener's heroes."""
        *_, last = self.figures.rows or ((),)
        return min(self.grid.last, self.grid.line(SECOND) + max((one.lines for one in last), default=0) - 1)

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return the ground, the words from the opener's line on, their source, and the figures at the foot."""
        x, baseline = self.grid.columns(page).x(self.column), self.grid.y(line + _above(self.grid))
        ground = (field(self.grid, self.ground.tint),) if self.ground else ()
        words, under = stacked(self.words, x, baseline), baseline + sum(part.height for part in self.words) + SOURCE_GAP
        if self.source:
            lead = self.words[-1].setting.leading - self.source.setting.leading if self.words else 0
            words = (*words, placed(self.source, x, under - lead))
        return (*ground, *words, *self.figures.draw(page, self._foot + 1 - self.figures.least, self.figures.least))


def quiet_page(
    compositor: Compositor, text: Sequence[Paragraph], source: Composed | None, figures: tuple[Marginal, ...], inks: ThemeInks
) -> QuietPage | None:
    """Return a page of its own for plain paragraphs and figures; None where there is more than one takes, or no plain text."""
    if not text or any(paragraph.kind != "text" for paragraph in text):
        return None
    grid = compositor.grid
    made = (*((words, 0) for words in _statements(compositor, text, inks)), (_large(compositor, text), SIDE))
    pages = (
        QuietPage(grid, words, source, FigureRows(grid, figures), column, inks if column == 0 and not figures else None)
        for words, column in made
    )
    return next((page for page in pages if page.least <= grid.lines), None)


def _statements(compositor: Compositor, text: Sequence[Paragraph], inks: ThemeInks) -> Iterator[tuple[Composed, ...]]:
    """Yield a single paragraph as a statement, in each voice in which it is short enough."""
    measure, voices = compositor.span(STATEMENT_COLUMNS), compositor.voices
    for voice, most in ((voices.statement, STATEMENT), (voices.large_heading, LOUD)) if len(text) == 1 else ():
        words = compositor.set(text[0].text, voice.inked(inks.main), measure, text[0].origin)
        if len(words.lines) > BREATHING:
            words = compositor.set(text[0].text, voice.inked(inks.main), measure, text[0].origin)
        if len(words.lines) <= most:
            yield (words,)


def _large(compositor: Compositor, text: Sequence[Paragraph]) -> tuple[Composed, ...]:
    measure = compositor.span(MAIN)
    return tuple(compositor.set(one.text, compositor.voices.large, measure, one.origin) for one in text)
