"""A theme: its opener on a left page, and after it an odd number of pages, so that the next theme opens on a left page too.

The right page is tried first with everything on it. What needs more flows on; then the story has a page of its own, and where a
blank one would be left, the theme's headline fills it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import theme_inks
from generator.document.model import plain
from generator.drawing import Role
from generator.layout import bands, marginalia
from generator.layout.column_band import ColumnBand
from generator.layout.desk import NOTE
from generator.layout.exhibit import Stand, exhibit
from generator.layout.marginalia import marginals
from generator.layout.opener import opener
from generator.layout.prose import passages
from generator.layout.quiet import headline_page, story_page
from generator.layout.quiet_text import quiet_text
from generator.layout.sheet import Sheet
from generator.layout.story import story_band
from generator.layout.text_band import MAIN, SIDE, TextBand

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.design.palette import ThemeInks
    from generator.document.model import Theme
    from generator.layout.bands import Band, Layer
    from generator.layout.compositor import Compositor
    from generator.layout.desk import Desk
    from generator.layout.marginalia import Marginal


OUTGROWN = 6
"""Figures so many lines longer than the text beside them would leave a hole under it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A theme being laid out: its inks, its figures as set for the margin, and its text."""

    theme: Theme
    inks: ThemeInks
    beside: tuple[Marginal, ...]
    text: TextBand
    compositor: Compositor

    def charts(self, stand: Stand) -> tuple[Band, ...]:
        """Return the charts standing so."""
        made = (exhibit(self.compositor, chart, self.inks, stand) for chart in self.theme.charts)
        return tuple(one for one in made if one)

    def quiet(self) -> tuple[Band, ...]:
        """Text alone and large, for a theme with nothing else to show; nothing for any other."""
        thin = not (self.theme.charts or self.beside)
        made = quiet_text(self.compositor, self.theme.text, self.text.source) if thin else None
        return (made,) if made else ()

    def banded(self) -> tuple[Band, ...]:
        """Text with the figures beside it, and under it the charts."""
        text = replace(self.text, beside=self.beside)
        return (*((text,) if text.flow or text.beside else ()), *self.charts(Stand.BESIDE))

    def columned(self) -> tuple[Band, ...]:
        """Figures the whole way down, and beside them text and charts."""
        return (ColumnBand(self.beside, (self.text, *self.charts(Stand.UNDER))),)

    def ways(self) -> tuple[Callable[[], tuple[Band, ...]], ...]:
        """Return the ways to lay out one page, in the order in which they are tried: in columns first where figures outgrow the text."""
        outgrown = marginalia.height(self.beside) > self.text.least + OUTGROWN
        both = (self.columned, self.banded) if outgrown else (self.banded, self.columned)
        return (self.quiet, *both)

    def story(self) -> tuple[Band, ...]:
        """Return the story's band, or nothing."""
        return (story_band(self.compositor, self.theme.story, self.inks),) if self.theme.story else ()


def theme_sheets(desk: Desk, theme: Theme, number: int, age: int) -> tuple[Sheet, ...]:
    """Return the pages of a theme from an even page number on, an even number of them; `age` counts the themes up to it."""
    return (opener(desk, theme, number, age), *_inside(desk, _chapter(desk, theme), number + 1))


def _chapter(desk: Desk, theme: Theme) -> Chapter:
    inks, columns, compositor = theme_inks(theme.color), A4.columns(1), desk.compositor
    flow = passages(compositor, theme.text, columns.span(MAIN), inks.main)
    beside = marginals(compositor, theme.figures, columns.span(SIDE), inks.main)
    source = compositor.set(theme.source, NOTE, columns.span(MAIN), theme.origin, Role.NOTE) if plain(theme.source) else None
    return Chapter(theme, inks, beside, TextBand(flow, (), source, inks.main), compositor)


def _inside(desk: Desk, chapter: Chapter, first: int) -> tuple[Sheet, ...]:
    """All on one page, in bands or else in columns; or an odd number of pages."""
    story = chapter.story()
    for way in chapter.ways():
        body = way()
        page = (*body, *story)
        if body and bands.height(page) <= A4.lines:
            return _flowed(chapter, bands.pages(page), first)
    return _over_pages(desk, chapter, first)


def _over_pages(desk: Desk, chapter: Chapter, first: int) -> tuple[Sheet, ...]:
    """Text and charts flow on; the story has a page of its own, and where the count asks for one more, the headline before it."""
    theme = chapter.theme
    together = bands.pages((*chapter.banded(), *chapter.story()))
    alone = not theme.story or len(together[-1]) == 1
    if len(together) % 2 and not (theme.story and alone):
        return _flowed(chapter, together, first)
    sheets = [*_flowed(chapter, bands.pages(chapter.banded()), first)]
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
