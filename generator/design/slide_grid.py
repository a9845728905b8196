"""The slide's skeleton: format, margins, twelve columns, and the ladders of sizes that a text may step down, all in EMU.

Nothing comes in; constants for `layout.slides` go out. Sizes are the deck's type scale; a ladder is tried from its largest step and
never left below its least (body 18 pt, tables 14 pt, notes to a number 12 pt).
"""

from __future__ import annotations

from generator.design.type_scale import DECK, Step
from generator.units import Length, Rect, Size, pt

SLIDE = Size(12_192_000, 6_858_000)
"""16:9, 960 by 540 points."""

DIVIDER_NUMBER = Step(pt(190), pt(190))
"""The theme's number on its field: a picture as much as a text."""

COVERS = (Step(pt(60), pt(82)), DECK.cover, DECK.title)
BODIES = (Step(DECK.heading_2.size, pt(38)), DECK.lead, DECK.heading_3, DECK.body)
POINTS = (DECK.heading_2, DECK.lead, DECK.heading_3, DECK.body)
TABLES = (Step(DECK.body.size, DECK.heading_3.leading), Step(pt(16), pt(23)), DECK.table)
SOURCES = (DECK.lead, TABLES[0])
TIGHT_TABLE = Step(DECK.table.size, pt(18.5))
"""The least size with its lines drawn together, where that saves a slide."""
HEROES = (*DECK.heroes, *DECK.figures[1:])
HERO_WHOLE = DECK.heroes[-1]
"""Rather than under this size, a hero goes to a smaller unit beside its digits."""
CARDS = DECK.figures[1:]
KICKER = Step(pt(16), pt(22))
AGENDA_NUMBER = Step(DECK.heroes[1], pt(92))
"""A theme's number on its panel of the agenda."""
LABELS = (Step(DECK.body.size, pt(25)), KICKER)
"""The words under a hero number, where there is room and where there is little."""
CARD_LABELS = (KICKER, DECK.caption)
"""The words under a small number, where there is room and where there is little."""
SPEECH = Step(pt(12), pt(18))
"""The speaker's notes, which are read at a desk."""

TITLE_LINES = 2

EDGE = pt(14)
"""The strip of the theme's colour along the left edge."""
LEFT = pt(60)
RIGHT = pt(912)
KICKER_TOP = pt(32)
TITLE_TOP = pt(58)
CONTENT_FOOT = pt(466)
SOURCE_FOOT = pt(498)
FOOTER_TOP = pt(508)
GUTTER = pt(20)
COLUMNS = 12

MARK = Size(pt(28), pt(3))
"""One step of the progress mark; the step reached is three times as high, so that it is not told by colour alone."""
MARK_GAP = pt(6)
MARKS = pt(204)
"""All steps of the progress mark together are at most so wide."""
HAIRLINE = pt(0.75)
SHORT_RULE = Size(pt(36), pt(3))


def columns(first: int, count: int) -> tuple[Length, Length]:
    """Return the x and the width of so many of the twelve columns, counted from 0."""
    pitch = (RIGHT - LEFT + GUTTER) / COLUMNS
    return LEFT + round(first * pitch), round(count * pitch) - GUTTER


def between(top: Length, foot: Length, first: int = 0, count: int = COLUMNS) -> Rect:
    """Return the rectangle between two heights over so many columns."""
    x, width = columns(first, count)
    return Rect(x, top, width, max(0, foot - top))
