"""A few numbers that have a slide to themselves: a row each under a rule, the number as large as its row allows, what it is beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.slide_grid import COLUMNS, HAIRLINE, SHORT_RULE
from generator.layout.deck.heroes import AIR, bare_size, drop_beside, label, refuse_wide
from generator.layout.deck.slide import Anchor
from generator.units import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.design.type_scale import Step
    from generator.ink import Ink
    from generator.layout.deck.draft import Draft
    from generator.layout.deck.heroes import Numbers
    from generator.units import Length

ROWS = (2, 3)
"""So many numbers stand in rows: one alone is a hero by itself, and four are two rows of two."""
SAID = 4
"""The last columns, in which a row says what its number is."""


def hero_rows(draft: Draft, row: Numbers, room: Rect, inks: Sequence[Ink] = ()) -> None:
    """Set numbers under one another in rows of one height over a rectangle, all in one size; each in its ink, or in the part's."""
    grid, height = draft.bench.grid, room.height // len(row.data)
    wide, (left, width) = grid.columns(0, COLUMNS - SAID)[1], grid.columns(COLUMNS - SAID, SAID)
    digits = bare_size(row, Rect(room.x, room.y, wide, max(0, height - 2 * AIR)))
    drop, step = drop_beside(row, digits, wide), _step(row, width, height)
    own = inks or (draft.part.inks.main,) * len(row.data)
    for place, (datum, ink) in enumerate(zip(row.data, own, strict=True)):
        top = room.y + place * height
        draft.rule("细线", Rect(room.x, top, room.width, HAIRLINE), draft.bench.look.rule)
        draft.rule("短线", Rect(room.x, top, SHORT_RULE.width, SHORT_RULE.height), ink)
        number = draft.bench.letters.figure(datum.number, digits, ink, drop)
        draft.text("关键数字", Rect(room.x, top, wide, height), (number,), datum.valued_at, Anchor.MIDDLE, wrap=False)
        refuse_wide(draft, datum, number, wide)
        said = label(draft.bench, datum, step)
        draft.text("数字说明", Rect(left, top, width, height), said, datum.named_at, Anchor.MIDDLE)


def _step(row: Numbers, width: Length, height: Length) -> Step:
    """Return the largest size at which labels take one line each, else the largest that a row holds."""
    scale, steps = row.bench.scale, row.bench.ladders.labels
    tries = (scale.heading_2, scale.heading_3, *steps)
    single = (one for one in tries if row.one_line_each(width, one))
    held = (one for one in tries if row.label_height(width, one) <= height)
    return next(single, None) or next(held, steps[-1])
