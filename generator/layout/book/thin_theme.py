"""The text of a thin theme: larger, and hung from the line where the message on the facing page begins, so that the white is meant.

A sentence alone is set as a statement on the theme's tint; figures, where there are any, stand in rows at the foot, in line with the
opener's heroes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from generator.design.grid import MAIN, SIDE
from generator.layout.book.bands import Band
from generator.layout.book.compositor import Compositor, placed, stacked
from generator.layout.book.figure_rows import FigureRows
from generator.layout.book.opener import SECOND
from generator.layout.book.ornaments import field
from generator.layout.book.tiles import tiles
from generator.layout.sentences import END
from generator.units import pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.design.grid import PageGrid
    from generator.design.palette import ThemeInks
    from generator.document.model import Paragraph, Run, Theme
    from generator.drawing import Item
    from generator.layout.book.marginalia import Marginal
    from generator.layout.book.tiles import Tiles
    from generator.typeset.model import Composed

STATEMENT, LOUD = 3, 6
"""How many lines a single paragraph may have at the most to be set as a statement, and as a large heading."""
BREATHING = 3
"""A statement of no more lines is broken after its stops; a longer one would look torn."""
STATEMENT_COLUMNS = 10
OVER_FIGURES = 3
"""Lines of white between text and figures, at least."""
BODY = 150 / 297
"""Where on the page's height the text begins under a sentence that opens it."""
OPENING = 36
"""A first sentence of no more characters opens a text."""
RISE = 0.65
"""Lines from the baseline of large words up to their heads."""
SOURCE_GAP = pt(12)


@dataclass(frozen=True, slots=True)
class FewWords(Band):
    """A few large paragraphs and their source, low on the page, under a sentence that opens them; tiles, where there are any, beside."""

    opening: Composed | None
    parts: tuple[Composed, ...]
    tiles: Tiles | None = None
    under: int = 0
    """Lines of white under them."""
    quiet: ClassVar[bool] = True

    @property
    def least(self) -> int:
        """The white over it counts."""
        tall = max(self.grid.holding(sum(part.height for part in self.parts)), self.tiles.lines if self.tiles else 0)
        return self._below + tall + self.under

    @property
    def _below(self) -> int:
        """Lines from the head of the band down to the paragraphs."""
        if not self.opening:
            return _above(self.grid)
        under = _above(self.grid) + self.grid.holding(self.opening.height) + 2
        return max(under, self.grid.line(BODY) - self.grid.first)

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return the sentence in line with the message beside it, the paragraphs one under another, and the tiles."""
        columns, low = self.grid.columns(page), line + self._below
        opening = placed(self.opening, columns.left, self.grid.y(line + _above(self.grid))) if self.opening else None
        return (
            *((opening,) if opening else ()),
            *stacked(self.parts, columns.x(SIDE), self.grid.y(low)),
            *(self.tiles.draw(page, low) if self.tiles else ()),
        )


def _above(grid: PageGrid) -> int:
    """Return the lines of white over the text: it begins in line with the message beside it."""
    return grid.hang - grid.first


def few_words(compositor: Compositor, theme: Theme, source: Composed | None) -> FewWords | None:
    """Return a theme's plain paragraphs as few large words; None when there are headings, lists or quotations among them.

    A short first sentence opens them as a statement; a small count that they tell stands beside them as tiles.
    """
    if any(paragraph.kind != "text" for paragraph in theme.text):
        return None
    ink = compositor.inks(theme).main
    opening, text = _opened(theme.text)
    told = None
    if opening:
        voice = compositor.voices.large_heading.inked(ink)
        told = compositor.set(opening.text, voice, compositor.span(STATEMENT_COLUMNS), opening.origin)
    figures = {use.id: use.figure for use in compositor.report.ledger.uses}
    names = [figures.get(run.use, "") for paragraph in theme.text for run in paragraph.text if run.use]
    count = tiles(compositor, (*theme.heroes, *theme.figures), names, ink, RISE) if told else None
    return FewWords(compositor.grid, told, (*_large(compositor, text), *((source,) if source else ())), count)


def _opened(text: Sequence[Paragraph]) -> tuple[Paragraph | None, tuple[Paragraph, ...]]:
    """Return the sentence that opens a text, where it is a short one and more follows, and what follows."""
    if not text:
        return None, ()
    first, *others = text
    taken: list[Run] = []
    for index, run in enumerate(first.text):
        stop = None if run.use else END.search(run.text)
        end = stop.end() if stop else 0
        taken.append(replace(run, text=run.text[:end]) if end else run)
        if end:
            rest = tuple(one for one in (replace(run, text=run.text[end:]), *first.text[index + 1 :]) if one.text)
            follows = (*((replace(first, text=rest),) if rest else ()), *others)
            short = sum(len(one.text) for one in taken) <= OPENING
            return (replace(first, text=tuple(taken)), follows) if short and follows else (None, tuple(text))
    return None, tuple(text)


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
