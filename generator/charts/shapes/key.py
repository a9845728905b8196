"""The key of a chart of several rows: their names in one line over the marks, each after its colour, in the order of the rows.

In: a plan of several rows. Out: the names, set, and the line that they make. In the deck it is the chart's own legend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.native import Over
from generator.drawing import Box
from generator.units import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan
    from generator.drawing import Item
    from generator.units import Length

SWATCH, SWATCH_GAP, ITEM_GAP, BELOW = 0.8, 0.4, 1.6, 1.2
"""In label sizes: a row's colour beside its name, the gap between them, from name to next colour, from the names to the marks."""


def names(plan: Plan, easel: Easel) -> tuple[Block, ...]:
    """Return the names of the rows, set; a chart of one row has no key, unless a line lies over it."""
    over = any(row.over is Over.LINE for row in plan.over)
    many = plan.rows if len(plan.rows) > 1 or over else ()
    return tuple(easel.words(row.name, easel.look.name(), easel.size.width // 2) for row in many)


def width(made: Sequence[Block], easel: Easel) -> Length:
    """Return the width of the line."""
    each = easel.em(SWATCH + SWATCH_GAP)
    return sum(block.width + each for block in made) + max(len(made) - 1, 0) * easel.em(ITEM_GAP)


def height(made: Sequence[Block], easel: Easel) -> Length:
    """Return the height that the line takes with the gap under it; nothing without names."""
    return max(block.height for block in made) + easel.em(BELOW) if made else 0


def items(plan: Plan, made: Sequence[Block], left: Length, easel: Easel) -> tuple[Item, ...]:
    """Return the line, from a place on where there is room, else as far left as it must."""
    x, side = max(0, min(left, easel.size.width - width(made, easel))), easel.em(SWATCH)
    drawn: list[Item] = []
    for row, block in zip(plan.rows, made, strict=False):
        drawn.append(Box(Rect(x, (block.height - side) // 2, side, side), fill=row.ink))
        x += side + easel.em(SWATCH_GAP)
        drawn.append(block.at(x, 0))
        x += block.width + easel.em(ITEM_GAP)
    return tuple(drawn)
