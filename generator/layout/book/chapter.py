"""A theme: its opener on a left page, and after it an odd number of pages, so that the next theme opens on a left page too.

The right page is tried first with everything on it: each figure beside the words that tell it, or else all beside the text. What needs
more flows on; then the story has a page of its own, and where a blank one would be left, the theme's headline fills it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.charts.kinds.table import KINDS
from generator.layout.book import bands, marginalia
from generator.layout.book.draft import PageDraft, drafted
from generator.layout.book.exhibit import Exhibit, Stand, exhibit
from generator.layout.book.figure_rows import OUTGROWN, with_figures
from generator.layout.book.lone_pages import headline_page, story_page
from generator.layout.book.marginalia import Marginal, marginals
from generator.layout.book.opener import opener
from generator.layout.book.stands import told_enough
from generator.layout.book.story import story_band
from generator.layout.book.text_band import SIDE, ColumnBand, TextBand, text_band
from generator.layout.book.thin_theme import few_words, quiet_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.design.palette import ThemeInks
    from generator.document.model import Datum, Theme
    from generator.layout.book.bands import Band, Layer
    from generator.layout.book.compositor import Compositor


@dataclass(frozen=True, slots=True)
class Chapter:
    """A theme being laid out: its inks, its figures as set for the margin, its text, and which figures its story tells instead."""

    theme: Theme
    inks: ThemeInks
    beside: tuple[Marginal, ...]
    text: TextBand
    told: frozenset[str]
    compositor: Compositor

    def charts(self, stand: Stand) -> tuple[Band, ...]:
        """Return the charts standing so."""
        return tuple(exhibit(self.compositor, chart, self.inks, stand) for chart in self.theme.charts)

    def quiet(self) -> tuple[Band, ...]:
        """Text large, for a theme with nothing else to show, or but a few figures; nothing for any other."""
        if self.theme.charts or (self.theme.story and self.beside):
            return ()
        if self.theme.story:
            made: Band | None = few_words(self.compositor, self.theme.text, self.text.source)
        else:
            made = quiet_page(self.compositor, self.theme.text, self.text.source, self.beside, self.inks)
        return (made,) if made else ()

    def banded(self, stand: Stand = Stand.BESIDE) -> tuple[Band, ...]:
        """Text with the figures beside it, and under it the charts."""
        text = replace(self.text, beside=self.beside)
        return (*((text,) if text.flow or text.beside else ()), *self.charts(stand))

    def columned(self) -> tuple[Band, ...]:
        """Figures the whole way down, and beside them text and charts; nothing where a chart takes the whole measure."""
        charts = self.charts(Stand.UNDER)
        if any(isinstance(one, Exhibit) and one.stand is Stand.WIDE for one in charts):
            return ()
        return (ColumnBand(self.text.grid, self.beside, (self.text, *charts)),)

    def rowed(self) -> tuple[Band, ...]:
        """Text with as many figures beside it as it has room for, the others in rows under it, and then the charts."""
        return (*with_figures(self.text, self.beside), *self.charts(Stand.BESIDE))

    def story(self) -> tuple[Band, ...]:
        """Return the story's band with the figures that it alone tells, or nothing."""
        told = tuple(datum for datum in _shown(self.compositor, self.theme) if datum.figure in self.told)
        return (story_band(self.compositor, self.theme.story, self.inks, told),) if self.theme.story else ()

    def untold(self) -> Chapter:
        """Return the chapter with all figures beside the text, none with the story."""
        return replace(self, beside=_beside(self.compositor, self.theme, frozenset()), told=frozenset())

    def ways(self) -> Iterator[tuple[Band, ...]]:
        """Yield the ways to fill one page, the best first: charts wide, charts narrow; in columns first where figures outgrow the text."""
        if quiet := self.quiet():
            yield (*quiet, *self.story())
        outgrown = marginalia.height(self.beside) > self.text.least + OUTGROWN
        if not outgrown and any(KINDS[chart.kind].roomy for chart in self.theme.charts):
            yield (*self.banded(Stand.WIDE), *self.story())
        for way in (self.columned, self.banded) if outgrown else (self.banded, self.columned):
            if made := way():
                yield (*made, *self.story())
        yield (*self.rowed(), *self.story())
        if self.told:
            yield from self.untold().ways()

    def flowed(self, layers: tuple[Layer, ...], first: int) -> tuple[PageDraft, ...]:
        """Return the pages of layers under the theme's running head."""
        return drafted(layers, first, self.theme.name.text, self.inks.main)


def theme_pages(compositor: Compositor, theme: Theme, number: int, age: int) -> tuple[PageDraft, ...]:
    """Return the pages of a theme from an even page number on, an even number of them; `age` counts the themes up to it."""
    return (opener(compositor, theme, number, age), *_inside(_chapter(compositor, theme), number + 1))


def _chapter(compositor: Compositor, theme: Theme) -> Chapter:
    inks, told = compositor.inks(theme), _told(compositor, theme)
    text = text_band(compositor, theme, inks.main)
    return Chapter(theme, inks, _beside(compositor, theme, told), text, told, compositor)


def _told(compositor: Compositor, theme: Theme) -> frozenset[str]:
    """Return the figures that the story tells and the theme's own text does not."""
    if theme.story is None:
        return frozenset()
    figures = {use.id: use.figure for use in compositor.report.ledger.uses}
    own, story = ({figures.get(run.use, "") for part in text for run in part.text} for text in (theme.text, theme.story.text))
    return frozenset(story.union(datum.figure for datum in theme.story.figures) - own)


def _beside(compositor: Compositor, theme: Theme, told: frozenset[str]) -> tuple[Marginal, ...]:
    data = [datum for datum in _shown(compositor, theme) if datum.figure not in told]
    return marginals(compositor, data, compositor.span(SIDE), compositor.inks(theme).main)


def _shown(compositor: Compositor, theme: Theme) -> tuple[Datum, ...]:
    """Return the figures that stand beside text and story: no chart shows them, and they are not told twice already."""
    enough = told_enough(compositor.report, theme)
    return tuple(datum for datum in theme.figures if datum.origin not in enough)


def _inside(chapter: Chapter, first: int) -> tuple[PageDraft, ...]:
    """All on one page, in bands or else in columns; or an odd number of pages."""
    lines = chapter.compositor.grid.lines
    for page in chapter.ways():
        if page and bands.height(page) <= lines:
            return chapter.flowed(bands.pages(page, _hung(chapter, page)), first)
    return _over_pages(chapter.untold(), first)


def _hung(chapter: Chapter, page: tuple[Band, ...]) -> int:
    """Return the first line of a page: little text with nothing under it hangs from the line of the opener's message."""
    grid, bare = chapter.compositor.grid, not (chapter.theme.charts or chapter.theme.story)
    return grid.hang if bare and bands.height(page) <= grid.lines // 2 else grid.first


def _over_pages(chapter: Chapter, first: int) -> tuple[PageDraft, ...]:
    """Text and charts flow on; the story has a page of its own, and where the count asks for one more, the headline before it."""
    theme = chapter.theme
    told = chapter.rowed()
    together = bands.pages((*told, *chapter.story()))
    alone = not theme.story or len(together[-1]) == 1
    if len(together) % 2 and not (theme.story and alone):
        return chapter.flowed(together, first)
    made = [*chapter.flowed(bands.pages(told), first)]
    quiet = 1 if theme.story else 0
    if (len(made) + quiet) % 2 == 0:
        made.append(headline_page(chapter.compositor, theme, first + len(made)))
    if theme.story:
        made.append(story_page(chapter.compositor, theme, theme.story, first + len(made)))
    return tuple(made)
