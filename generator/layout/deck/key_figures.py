"""A theme's key figures: the heroes large, the others as small cards under them; more cards than fit go on to a second slide."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator.design.slide_grid import TITLE_LINES
from generator.document.model import Datum, Phrase, Run, Theme
from generator.layout.deck import words
from generator.layout.deck.cards import card_grid, card_sizes, cards_fit, cards_height
from generator.layout.deck.draft import OVER_SOURCE, UNDER_TITLE, Draft
from generator.layout.deck.heroes import MOST_ACROSS, Numbers, cells, hero_row, hero_size, heroes_alone, label_step, row_height
from generator.layout.deck.notes import SILENT, Spare, cite, notes
from generator.units import Length, Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.layout.deck.bench import Bench, Part, Turn
    from generator.layout.deck.slide import Slide

Share: TypeAlias = "tuple[tuple[Datum, ...], tuple[Datum, ...]]"
"""The heroes and the cards of one slide."""

MOST_BESIDE = 10
"""Cards under heroes; a third row would press the heroes flat."""
MOST_ALONE = 12
TOP_GAP = pt(24)
BETWEEN = pt(30)


def shares(bench: Bench, theme: Theme) -> tuple[Share, ...]:
    """Return what stands on each of a theme's key-figures slides: as many cards under the heroes as leave them large."""
    room = _sure(bench)
    small = theme.figures if _roomy(bench, theme, theme.figures, room) else _elsewhere_unseen(theme)
    beside = next((count for count in range(len(small), 0, -1) if _roomy(bench, theme, small[:count], room)), 0)
    first, rest = small[:beside], small[beside:]
    more = [((), rest[start : start + MOST_ALONE]) for start in range(0, len(rest), MOST_ALONE)]
    return ((theme.heroes, first), *more)


def _sure(bench: Bench) -> Rect:
    """Return what is sure to be free between a title of two lines and a source of one."""
    grid, scale = bench.grid, bench.scale
    top = grid.title + TITLE_LINES * scale.heading_1.leading + UNDER_TITLE + TOP_GAP
    return grid.between(top, grid.source_foot - scale.note.leading - OVER_SOURCE)


def _elsewhere_unseen(theme: Theme) -> tuple[Datum, ...]:
    """Return the figures that neither a chart nor the story of the theme shows: where room is short, those come first."""
    shown = {datum.figure for chart in theme.charts for datum in chart.data}
    shown |= {datum.figure for datum in theme.story.figures} if theme.story else set()
    return tuple(datum for datum in theme.figures if datum.figure not in shown)


def _roomy(bench: Bench, theme: Theme, small: Sequence[Datum], room: Rect) -> bool:
    if not small or not theme.heroes:
        return len(small) <= MOST_ALONE
    if len(small) > MOST_BESIDE:
        return False
    above = _above(room, cards_height(Numbers(bench, small), room))
    return row_height(Numbers(bench, theme.heroes), above) <= above.height


def key_figures(bench: Bench, turn: Turn, theme: Theme, share: Share, part: Part) -> Slide:
    """Return a slide of key figures under the theme's headline."""
    large, small = share
    headline = _headline(theme)
    draft = Draft(bench, turn, part, theme.origin)
    draft.title(headline.text, headline.origin)
    _numbers(
        draft,
        Numbers(bench, large),
        Numbers(bench, small),
        bench.grid.between(draft.top + TOP_GAP, draft.source(theme.source, (), theme.origin)),
    )
    talk = theme.talk if large else SILENT
    return draft.finish(notes(talk, Spare((headline.text,), cite((*large, *small)))))


def _headline(theme: Theme) -> Phrase:
    """Return what the key figures stand under: the author's headline, else the theme's only point, else its name."""
    if str(theme.headline):
        return theme.headline
    if len(theme.points) == 1 and theme.points[0].origin not in {hero.origin for hero in theme.heroes}:
        return theme.points[0]
    return Phrase((Run(words.FIGURES_OF), *theme.name.text), theme.name.origin)


def _numbers(draft: Draft, large: Numbers, small: Numbers, room: Rect) -> None:
    if not small.data or (not large.data and len(small.data) <= MOST_ACROSS):
        heroes_alone(draft, large if large.data else small, room)
        return
    if not large.data:
        card_grid(draft, small, room)
        return
    cards = _cards_height(large, small, room)
    above = _above(room, cards)
    step = label_step(large, cells(large, above)[0])
    spare = max(0, above.height - row_height(large, above, step))
    hero_row(draft, large, above.moved(0, spare // 4), step)
    grown = cards + spare // 4
    card_grid(draft, small, Rect(room.x, room.bottom - grown, room.width, grown))


def _cards_height(large: Numbers, small: Numbers, room: Rect) -> Length:
    """Return the height of the largest cards under which the heroes stay as large as over the least ones."""
    least = cards_height(small, room)
    most = _digits(large, room, least)
    for size in card_sizes(small.bench):
        if not cards_fit(small, room, size):
            continue
        taken = cards_height(small, room, size)
        above = _above(room, taken)
        if row_height(large, above) <= above.height and _digits(large, room, taken) == most:
            return taken
    return least


def _above(room: Rect, cards: Length) -> Rect:
    return Rect(room.x, room.y, room.width, max(0, room.height - cards - BETWEEN))


def _digits(large: Numbers, room: Rect, cards: Length) -> Length:
    return hero_size(large, cells(large, _above(room, cards))[0], large.bench.ladders.labels[-1])
