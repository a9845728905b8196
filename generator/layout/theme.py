"""A theme: its opener on a left page, and after it an odd number of pages, so that the next theme opens on a left page too.

The right page is tried first with everything on it. What needs more flows on; where that would leave a blank page, the story gets a
page of its own, or the theme's headline does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import theme_inks
from generator.document.model import plain
from generator.drawing import Role
from generator.layout import bands
from generator.layout.desk import NOTE
from generator.layout.exhibit import exhibit
from generator.layout.marginalia import marginals
from generator.layout.opener import opener
from generator.layout.prose import passages
from generator.layout.quiet import headline_page, story_page
from generator.layout.sheet import Sheet
from generator.layout.story import story_band
from generator.layout.text_band import MAIN, SIDE, TextBand

if TYPE_CHECKING:
    from generator.design.palette import ThemeInks
    from generator.document.model import Theme
    from generator.layout.bands import Band, Layer
    from generator.layout.desk import Desk


def theme_sheets(desk: Desk, theme: Theme, number: int, age: int) -> tuple[Sheet, ...]:
    """Return the pages of a theme from an even page number on, an even number of them; `age` counts the themes up to it."""
    inks = theme_inks(theme.color)
    body = _body(desk, theme, inks)
    story = (story_band(desk.compositor, theme.story, inks),) if theme.story else ()
    together = bands.pages((*body, *story))
    apart = bands.pages(body)
    first = number + 1
    if len(together) % 2:
        rest = _flowed(theme, together, first, inks)
    elif theme.story and len(apart) % 2 == 0:
        rest = (*_flowed(theme, apart, first, inks), story_page(desk, theme, theme.story, first + len(apart)))
    else:
        rest = (*_flowed(theme, together, first, inks), headline_page(desk, theme, first + len(together)))
    return (opener(desk, theme, number, age), *rest)


def _body(desk: Desk, theme: Theme, inks: ThemeInks) -> tuple[Band, ...]:
    """Text with its margin, then the charts."""
    columns, compositor = A4.columns(1), desk.compositor
    flow = passages(compositor, theme.text, columns.span(MAIN), inks.main)
    beside = marginals(compositor, theme.figures, columns.span(SIDE), inks.main)
    source = compositor.set(theme.source, NOTE, columns.span(MAIN), theme.origin, Role.NOTE) if plain(theme.source) else None
    text = (TextBand(flow, beside, source, inks.main),) if flow or beside else ()
    charts = (exhibit(compositor, chart, inks) for chart in theme.charts)
    return (*text, *(chart for chart in charts if chart))


def _flowed(theme: Theme, layers: tuple[Layer, ...], first: int, inks: ThemeInks) -> tuple[Sheet, ...]:
    return tuple(
        Sheet(number, tuple(item for stratum in layer for item in stratum.draw(number)), theme.name.text, inks.main)
        for number, layer in enumerate(layers, first)
    )
