"""A theme set: its words, its figures, and how these and its charts may be arranged; which arrangement is taken is composed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from generator.charts.kinds.table import KINDS
from generator.design.grid import SIDE
from generator.document.model import Paragraph, Picture
from generator.layout.book import marginalia
from generator.layout.book.exhibit import Exhibit, Stand, exhibit
from generator.layout.book.figure_rows import OUTGROWN, FigureRows, with_figures
from generator.layout.book.marginalia import Marginal, marginals
from generator.layout.book.stands import told_enough
from generator.layout.book.story import story_band
from generator.layout.book.text_band import ColumnBand, TextBand, text_bands
from generator.layout.book.thin_theme import few_words, quiet_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.design.palette import ThemeInks
    from generator.document.model import Datum, Theme
    from generator.layout.book.bands import Band
    from generator.layout.book.compositor import Compositor

OVER_ROWS = 2
"""Lines of white between large words and the figures under them, beyond the one that parts all bands."""
Arranged: TypeAlias = "tuple[tuple[Band, ...], tuple[Band, ...]]"
"""Bands in their order, and the charts that may stand between them."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A theme being laid out: its inks, its figures as set for the margin, its text, and which figures its story tells instead."""

    theme: Theme
    inks: ThemeInks
    beside: tuple[Marginal, ...]
    text: TextBand
    told: frozenset[str]
    compositor: Compositor
    more: tuple[Band, ...] = ()
    """What follows the text: tables across the measure, and the words between them."""

    def charts(self, stand: Stand) -> tuple[Band, ...]:
        """Return the charts standing so."""
        return tuple(exhibit(self.compositor, chart, self.inks, stand) for chart in self.theme.charts)

    @property
    def is_plain(self) -> bool:
        """Whether its text is paragraphs alone, without notes: only such can be set large."""
        return all(isinstance(one, Paragraph) and one.kind == "text" and not one.notes for one in self.theme.blocks)

    @property
    def is_pictured(self) -> bool:
        """Whether pictures stand between its words."""
        return any(isinstance(one, Picture) for one in self.theme.blocks)

    def quiet(self) -> Arranged | None:
        """Text large, for a theme with nothing else to show, or but a few figures; nothing for any other."""
        if self.theme.charts or (self.theme.story and self.beside) or not self.is_plain:
            return None
        if self.theme.story:
            return self.large()
        made = quiet_page(self.compositor, self.theme.text, self.text.source, self.beside, self.inks)
        return ((made,), ()) if made else None

    def large(self) -> Arranged | None:
        """Text large and low on the page, and its figures in rows under it; nothing where there are charts."""
        told = self.text.flow and self.is_plain and not self.theme.charts
        words = few_words(self.compositor, self.theme, self.text.source) if told else None
        rows = (FigureRows(self.text.grid, self.beside),) if self.beside else ()
        return ((replace(words, under=OVER_ROWS if rows else 0), *rows), ()) if words else None

    def banded(self, stand: Stand = Stand.BESIDE) -> Arranged:
        """Text with the figures beside it, and its charts."""
        text = replace(self.text, beside=self.beside)
        return (*((text,) if text.flow or text.beside else ()), *self.more), self.charts(stand)

    def columned(self) -> Arranged | None:
        """Figures the whole way down, and beside them text and charts; nothing where a chart takes the whole measure, or a page."""
        charts = self.charts(Stand.UNDER)
        band = ColumnBand(self.text.grid, self.beside, (self.text, *charts))
        wide = any(isinstance(one, Exhibit) and one.stand is Stand.WIDE for one in charts)
        return None if self.more or self.is_pictured or wide or band.least > band.grid.lines else ((band,), ())

    def rowed(self) -> Arranged:
        """Text with as many figures beside it as it has room for, the others in rows under it, and its charts."""
        return (*with_figures(self.text, self.beside), *self.more), self.charts(Stand.BESIDE)

    def arrangements(self) -> Iterator[Callable[[], Arranged | None]]:
        """Yield the ways to arrange words and charts, the best first: charts wide, narrow; in columns first where figures outgrow words."""
        yield self.quiet
        outgrown = marginalia.height(self.beside) > self.text.least + OUTGROWN
        if not outgrown and any(KINDS[chart.kind].roomy for chart in self.theme.charts):
            yield partial(self.banded, Stand.WIDE)
        yield from (self.columned, self.banded) if outgrown else (self.banded, self.columned)
        yield self.rowed
        if self.beside:
            yield self.large

    def story(self) -> tuple[Band, ...]:
        """Return the story's band with the figures that it alone tells, or nothing."""
        told = tuple(datum for datum in _shown(self.compositor, self.theme) if datum.figure in self.told)
        return (story_band(self.compositor, self.theme.story, self.inks, told),) if self.theme.story else ()

    def untold(self) -> Chapter:
        """Return the chapter with all figures beside the text, none with the story."""
        return replace(self, beside=_beside(self.compositor, self.theme, frozenset()), told=frozenset())


def chapter(compositor: Compositor, theme: Theme) -> Chapter:
    """Return a theme with its words and figures set."""
    inks, told = compositor.inks(theme), _told(compositor, theme)
    text, more = text_bands(compositor, theme, inks.main)
    return Chapter(theme, inks, _beside(compositor, theme, told), text, told, compositor, more)


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
