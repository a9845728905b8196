"""A theme: its opener on a left page, and after it an odd number of pages, so that the next theme opens on a left page too.

The right page is tried first with everything on it: each figure beside the words that tell it, or else all beside the text. What needs
more flows on; then the story has a page of its own, and where a
blank one would be left, the theme's headline fills it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import theme_inks
from generator.document.model import plain
from generator.drawing import Role
from generator.layout.book import bands, marginalia
from generator.layout.book.bands import HANG
from generator.layout.book.column_band import ColumnBand
from generator.layout.book.exhibit import ROOMY_KINDS, Stand, exhibit
from generator.layout.book.marginalia import marginals
from generator.layout.book.opener import opener
from generator.layout.book.prose import passages
from generator.layout.book.quiet import headline_page, story_page
from generator.layout.book.quiet_text import quiet_page, quiet_text
from generator.layout.book.sheet import Sheet
from generator.layout.book.story import story_band
from generator.layout.book.text_band import MAIN, SIDE, TextBand
from generator.layout.book.text_figures import OUTGROWN, with_figures
from generator.layout.desk import NOTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.design.palette import ThemeInks
    from generator.document.model import Chart, Theme
    from generator.layout.book.bands import Band, Layer
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.marginalia import Marginal
    from generator.layout.desk import Desk


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
        made = (exhibit(self.compositor, chart, self.inks, _stand(chart, stand)) for chart in self.theme.charts)
        return tuple(one for one in made if one)

    def quiet(self) -> tuple[Band, ...]:
        """Text large, for a theme with nothing else to show, or but a few figures; nothing for any other."""
        if self.theme.charts or (self.theme.story and self.beside):
            return ()
        if self.theme.story:
            made: Band | None = quiet_text(self.compositor, self.theme.text, self.text.source)
        else:
            made = quiet_page(self.compositor, self.theme.text, self.text.source, self.beside, self.inks)
        return (made,) if made else ()

    def banded(self, stand: Stand = Stand.BESIDE) -> tuple[Band, ...]:
        """Text with the figures beside it, and under it the charts."""
        text = replace(self.text, beside=self.beside)
        return (*((text,) if text.flow or text.beside else ()), *self.charts(stand))

    def columned(self) -> tuple[Band, ...]:
        """Figures the whole way down, and beside them text and charts."""
        return (ColumnBand(self.beside, (self.text, *self.charts(Stand.UNDER))),)

    def rowed(self) -> tuple[Band, ...]:
        """Text with as many figures beside it as it has room for, the others in rows under it, and then the charts."""
        return (*with_figures(self.text, self.beside), *self.charts(Stand.BESIDE))

    def story(self) -> tuple[Band, ...]:
        """Return the story's band with the figures that it alone tells, or nothing."""
        told = tuple(datum for datum in self.theme.figures if datum.figure in self.told)
        return (story_band(self.compositor, self.theme.story, self.inks, told),) if self.theme.story else ()

    def untold(self) -> Chapter:
        """Return the chapter with all figures beside the text, none with the story."""
        return replace(self, beside=_beside(self.compositor, self.theme, self.inks, frozenset()), told=frozenset())

    def ways(self) -> Iterator[tuple[Band, ...]]:
        """Yield the ways to fill one page, the best first: charts wide, charts narrow; in columns first where figures outgrow the text."""
        if quiet := self.quiet():
            yield (*quiet, *self.story())
        outgrown = marginalia.height(self.beside) > self.text.least + OUTGROWN
        if not outgrown and any(chart.kind in ROOMY_KINDS for chart in self.theme.charts):
            yield (*self.banded(Stand.WIDE), *self.story())
        for way in (self.columned, self.banded) if outgrown else (self.banded, self.columned):
            yield (*way(), *self.story())
        yield (*self.rowed(), *self.story())
        if self.told:
            yield from self.untold().ways()


def theme_sheets(desk: Desk, theme: Theme, number: int, age: int) -> tuple[Sheet, ...]:
    """Return the pages of a theme from an even page number on, an even number of them; `age` counts the themes up to it."""
    return (opener(desk, theme, number, age), *_inside(desk, _chapter(desk, theme), number + 1))


def _chapter(desk: Desk, theme: Theme) -> Chapter:
    inks, measure, compositor = theme_inks(theme.color), A4.columns(1).span(MAIN), desk.compositor
    told = _told(desk, theme)
    flow = passages(compositor, theme.text, measure, inks.main)
    source = compositor.set(theme.source, NOTE, measure, theme.origin, Role.NOTE) if plain(theme.source) else None
    beside = _beside(compositor, theme, inks, told)
    return Chapter(theme, inks, beside, TextBand(flow, (), source, inks.main), told, compositor)


def _told(desk: Desk, theme: Theme) -> frozenset[str]:
    """Return the figures that the story tells and the theme's own text does not."""
    if theme.story is None:
        return frozenset()
    figures = {use.id: use.figure for use in desk.report.ledger.uses}
    own, story = ({figures.get(run.use, "") for part in text for run in part.text} for text in (theme.text, theme.story.text))
    return frozenset(story.union(datum.figure for datum in theme.story.figures) - own)


def _beside(compositor: Compositor, theme: Theme, inks: ThemeInks, told: frozenset[str]) -> tuple[Marginal, ...]:
    data = [datum for datum in theme.figures if datum.figure not in told]
    return marginals(compositor, data, A4.columns(1).span(SIDE), inks.main)


def _stand(chart: Chart, wished: Stand) -> Stand:
    """Return where a chart stands: wide only where its picture gains by it."""
    return Stand.BESIDE if wished is Stand.WIDE and chart.kind not in ROOMY_KINDS else wished


def _inside(desk: Desk, chapter: Chapter, first: int) -> tuple[Sheet, ...]:
    """All on one page, in bands or else in columns; or an odd number of pages."""
    for page in chapter.ways():
        if page and bands.height(page) <= A4.lines:
            return _flowed(chapter, bands.pages(page, _hung(chapter, page)), first)
    return _over_pages(desk, chapter.untold(), first)


def _hung(chapter: Chapter, page: tuple[Band, ...]) -> int:
    """Return the first line of a page: little text with nothing under it hangs from the line of the opener's message."""
    bare = not (chapter.theme.charts or chapter.theme.story)
    return HANG if bare and bands.height(page) <= A4.lines // 2 else A4.first


def _over_pages(desk: Desk, chapter: Chapter, first: int) -> tuple[Sheet, ...]:
    """Text and charts flow on; the story has a page of its own, and where the count asks for one more, the headline before it."""
    theme = chapter.theme
    told = chapter.rowed()
    together = bands.pages((*told, *chapter.story()))
    alone = not theme.story or len(together[-1]) == 1
    if len(together) % 2 and not (theme.story and alone):
        return _flowed(chapter, together, first)
    sheets = [*_flowed(chapter, bands.pages(told), first)]
    quiet = 1 if theme.story else 0
    if (len(sheets) + quiet) % 2 == 0:
        sheets.append(headline_page(desk, theme, first + len(sheets)))
    if theme.story:
        sheets.append(story_page(desk, theme, theme.story, first + len(sheets)))
    return tuple(sheets)


def _flowed(chapter: Chapter, layers: tuple[Layer, ...], first: int) -> tuple[Sheet, ...]:
    return tuple(
        Sheet(
            number, tuple(item for stratum in layer for item in stratum.draw(number)), chapter.theme.name.text, chapter.inks.main
        )
        for number, layer in enumerate(layers, first)
    )
