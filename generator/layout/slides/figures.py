"""A theme's key figures: the heroes large, the others as small cards under them; more cards than fit go on to a second slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design import slide_grid as grid
from generator.document.model import Talk
from generator.layout.slides import heroes
from generator.layout.slides.notes import SILENT, Spare, cite, notes
from generator.layout.slides.sheet import Sheet, phrase_of
from generator.units import Rect, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.model import Datum, Theme
    from generator.layout.slide import Slide
    from generator.layout.slides.sheet import Desk, Livery

MOST_BESIDE = 10
"""Cards under heroes; a third row would press the heroes flat."""
MOST_ALONE = 12
BETWEEN = pt(34)


def shares(theme: Theme) -> tuple[tuple[tuple[Datum, ...], tuple[Datum, ...]], ...]:
    """Return the heroes and the cards of each of a theme's key-figures slides."""
    first, rest = theme.figures[:MOST_BESIDE], theme.figures[MOST_BESIDE:]
    more = [((), rest[start : start + MOST_ALONE]) for start in range(0, len(rest), MOST_ALONE)]
    return ((theme.heroes, first), *more)


def key_figures(desk: Desk, number: int, theme: Theme, share: tuple[tuple[Datum, ...], tuple[Datum, ...]], livery: Livery) -> Slide:
    """Return a slide of key figures under the theme's headline."""
    large, small = share
    headline = phrase_of(theme.headline, theme.message)
    sheet = Sheet(desk, number, livery, theme.origin)
    sheet.title(headline.text, headline.origin)
    foot = sheet.source(theme.source, (), theme.origin)
    room = grid.between(sheet.top + pt(24), foot)
    _numbers(sheet, large, small, room)
    talk: Talk = theme.talk if large else SILENT
    return sheet.finish(notes(talk, Spare((headline.text,), cite((*large, *small)))))


def _numbers(sheet: Sheet, large: Sequence[Datum], small: Sequence[Datum], room: Rect) -> None:
    if not small:
        _heroes_alone(sheet, large, room)
        return
    if not large:
        heroes.card_grid(sheet, small, room)
        return
    least = heroes.cards_height(sheet, small, room)
    above = Rect(room.x, room.y, room.width, room.height - least - BETWEEN)
    spare = max(0, above.height - heroes.row_height(sheet, large, above))
    heroes.hero_row(sheet, large, above.moved(0, spare // 4))
    grown = least + spare // 4
    heroes.card_grid(sheet, small, Rect(room.x, room.bottom - grown, room.width, grown))


def _heroes_alone(sheet: Sheet, large: Sequence[Datum], room: Rect) -> None:
    """Heroes with no cards stand a little above the middle of the slide, and take the room that they have."""
    if not large:
        return
    height = heroes.row_height(sheet, large, room)
    heroes.hero_row(sheet, large, room.moved(0, round(max(0, room.height - height) * heroes.OPTICAL)))
