"""A theme's key figures: the heroes large, the others as small cards under them; more cards than fit go on to a second slide."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.design import slide_grid as grid
from generator.design.type_scale import DECK
from generator.diagnostics import Sink
from generator.document.model import Phrase, Run
from generator.layout.deck import heroes, words
from generator.layout.deck.notes import SILENT, Spare, cite, notes
from generator.layout.deck.sheet import Desk, Sheet, phrase_of
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.model import Datum, Theme
    from generator.layout.deck.sheet import Livery
    from generator.layout.deck.slide import Slide
    from generator.units import Length

MOST_BESIDE = 10
"""Cards under heroes; a third row would press the heroes flat."""
MOST_ALONE = 12
TOP_GAP = pt(24)
BETWEEN = pt(30)
LOWEST_TOP = grid.TITLE_TOP + grid.TITLE_LINES * DECK.heading_1.leading + pt(8) + TOP_GAP
HIGHEST_FOOT = grid.SOURCE_FOOT - DECK.note.leading - pt(18)
"""What is sure to be free between a title of two lines and a source of one."""


def shares(desk: Desk, theme: Theme, livery: Livery) -> tuple[tuple[tuple[Datum, ...], tuple[Datum, ...]], ...]:
    """Return the heroes and the cards of each of a theme's key-figures slides: as many cards under the heroes as leave them large."""
    trial = Sheet(Desk(desk.report, desk.gauge, Sink()), 0, livery, theme.origin)
    fits = partial(_roomy, trial, theme, room=grid.between(LOWEST_TOP, HIGHEST_FOOT))
    small = theme.figures if fits(theme.figures) else _elsewhere_unseen(theme)
    beside = next((count for count in range(len(small), 0, -1) if fits(small[:count])), 0)
    first, rest = small[:beside], small[beside:]
    more = [((), rest[start : start + MOST_ALONE]) for start in range(0, len(rest), MOST_ALONE)]
    return ((theme.heroes, first), *more)


def _elsewhere_unseen(theme: Theme) -> tuple[Datum, ...]:
    """Return the figures that neither a chart nor the story of the theme shows: where room is short, those come first."""
    shown = {datum.figure for chart in theme.charts for datum in chart.data}
    shown |= {datum.figure for datum in theme.story.figures} if theme.story else set()
    return tuple(datum for datum in theme.figures if datum.figure not in shown)


def _roomy(trial: Sheet, theme: Theme, small: Sequence[Datum], room: Rect) -> bool:
    if not small or not theme.heroes:
        return len(small) <= MOST_ALONE
    if len(small) > MOST_BESIDE:
        return False
    least = heroes.cards_height(trial, small, room)
    above = _above(room, least)
    return heroes.row_height(trial, theme.heroes, above) <= above.height


def key_figures(
    desk: Desk, number: int, theme: Theme, share: tuple[tuple[Datum, ...], tuple[Datum, ...]], livery: Livery
) -> Slide:
    """Return a slide of key figures under the theme's headline."""
    large, small = share
    headline = phrase_of(theme.headline, Phrase((Run(words.FIGURES_OF), *theme.name.text), theme.name.origin))
    sheet = Sheet(desk, number, livery, theme.origin)
    sheet.title(headline.text, headline.origin)
    foot = sheet.source(theme.source, (), theme.origin)
    room = grid.between(sheet.top + TOP_GAP, foot)
    _numbers(sheet, large, small, room)
    talk = theme.talk if large else SILENT
    return sheet.finish(notes(talk, Spare((headline.text,), cite((*large, *small)))))


def _numbers(sheet: Sheet, large: Sequence[Datum], small: Sequence[Datum], room: Rect) -> None:
    if not small:
        heroes.heroes_alone(sheet, large, room)
        return
    if not large and len(small) <= heroes.MOST_ACROSS:
        heroes.heroes_alone(sheet, small, room)
        return
    if not large:
        heroes.card_grid(sheet, small, room)
        return
    cards = _cards_height(sheet, large, small, room)
    above = Rect(room.x, room.y, room.width, room.height - cards - BETWEEN)
    step = heroes.label_step(sheet, large, heroes.cells(large, above)[0])
    spare = max(0, above.height - heroes.row_height(sheet, large, above, step))
    heroes.hero_row(sheet, large, above.moved(0, spare // 4), step)
    grown = cards + spare // 4
    heroes.card_grid(sheet, small, Rect(room.x, room.bottom - grown, room.width, grown))


def _cards_height(sheet: Sheet, large: Sequence[Datum], small: Sequence[Datum], room: Rect) -> Length:
    """Return the height of the largest cards under which the heroes stay as large as over the least ones."""
    least = heroes.cards_height(sheet, small, room)
    most = _digits(sheet, large, room, least)
    for size in heroes.card_sizes():
        taken = heroes.cards_height(sheet, small, room, size)
        above = _above(room, taken)
        if (
            heroes.cards_fit(sheet, small, room, size)
            and heroes.row_height(sheet, large, above) <= above.height
            and _digits(sheet, large, room, taken) == most
        ):
            return taken
    return least


def _above(room: Rect, cards: Length) -> Rect:
    return Rect(room.x, room.y, room.width, max(0, room.height - cards - BETWEEN))


def _digits(sheet: Sheet, large: Sequence[Datum], room: Rect, cards: Length) -> Length:
    return heroes.hero_size(sheet, large, heroes.cells(large, _above(room, cards))[0])
