"""A theme's key figures: three heroes large and a strip of four under them; what else there is stands in the backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.model import Phrase, Run, Theme
from generator.layout.deck import words
from generator.layout.deck.cards import card_grid, card_sizes, cards_fit, cards_height
from generator.layout.deck.draft import Draft
from generator.layout.deck.exhibits import numbers
from generator.layout.deck.hero_rows import ROWS, hero_rows
from generator.layout.deck.heroes import Numbers, cells, hero_row, hero_size, heroes_alone, label_step, row_height
from generator.layout.deck.notes import Spare, cite, notes
from generator.units import Length, Rect, pt

if TYPE_CHECKING:
    from generator.layout.deck.bench import Bench, Part, Turn
    from generator.layout.deck.slide import Slide

TOP_GAP = pt(24)
BETWEEN = pt(30)


def key_figures(bench: Bench, turn: Turn, theme: Theme, part: Part) -> Slide:
    """Return the slide of a theme's key figures under its headline."""
    large, small = numbers(bench, theme)
    headline = _headline(theme)
    draft = Draft(bench, turn, part, theme.origin, words.FIGURES)
    draft.title(headline.text, headline.origin)
    room = bench.grid.between(draft.top + TOP_GAP, draft.source(theme.source, (), theme.origin))
    _numbers(draft, Numbers(bench, large), Numbers(bench, small), room)
    return draft.finish(notes(theme.talk, Spare((headline.text,), cite((*large, *small)))))


def _headline(theme: Theme) -> Phrase:
    """Return what the key figures stand under: the author's headline, else the theme's only point, else its name."""
    if str(theme.headline):
        return theme.headline
    if len(theme.points) == 1 and theme.points[0].origin not in {hero.origin for hero in theme.heroes}:
        return theme.points[0]
    return Phrase((Run(words.FIGURES_OF), *theme.name.text), theme.name.origin)


def _numbers(draft: Draft, large: Numbers, small: Numbers, room: Rect) -> None:
    if not small.data or not large.data:
        _alone(draft, large if large.data else small, room)
        return
    cards = _cards_height(large, small, room)
    above = _above(room, cards)
    step = label_step(large, cells(large, above)[0])
    spare = max(0, above.height - row_height(large, above, step))
    hero_row(draft, large, above.moved(0, spare // 4), step)
    grown = cards + spare // 4
    card_grid(draft, small, Rect(room.x, room.bottom - grown, room.width, grown))


def _alone(draft: Draft, row: Numbers, room: Rect) -> None:
    """Set numbers over no strip: a few in rows that fill the slide, else side by side."""
    if ROWS[0] <= len(row.data) <= ROWS[1]:
        hero_rows(draft, row, room)
    else:
        heroes_alone(draft, row, room)


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
