"""What a line costs a reader: how far it is squeezed or opened, how ragged it is.

In: the measures of a line. Out: a number, the less the better, comparable over a paragraph. Squeeze first, stretch second (CLREQ,
reduction and expansion): costs, not vetoes. The numbers were set by eye on pages of this report.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.units import Length

SQUEEZE_COST = 45.0
"""A line squeezed to its limit, all its commas half as wide; squares in between, so that half of it costs a quarter."""
FILL_COST = 10.0
"""A line whose word spaces and Han–Latin gaps are stretched to their limit."""
OPEN_COST = 100.0
"""A line opened by OPEN_EMS at every joint, which a reader sees as pale."""
OPEN_EMS = 0.1
TOLERANCE = 40.0
"""Lines that cost more are weighed only when there are fewer than ENOUGH better ones from the same start."""
EVEN_COST = 30.0
"""A line that costs more is seen to be tight, or open."""
UNEVEN_COST = 60.0
"""A tight line over an open one, or under it, where a reader sees the difference."""
ENOUGH = 3
ENOUGH_AGAIN = 12
"""The same in a second search, made only when the first could not but end with a short line, or found nothing but poor ones."""
POOR_COST = 40.0
"""Lines that cost more than this on the average are poor: a narrow measure with long pieces, worth a second, wider search."""
BARREN_COST = 100_000.0
"""A line short of the measure with nothing in it that could be stretched."""
GAPING_COST = 150_000.0
"""A line opened as far as one likes costs no more: it is still better than two lines of one character."""
SHORT_END_COST = 1500.0
"""A last line of less than SHORT_END characters of text: worth a pale line or two, not a line that
cannot be filled (CLREQ, adjustments of orphans and widows)."""
SHORT_END = 2
RAGGED_COST = 1000.0
"""A ragged line as empty as it can be; squares in between."""
LADDER_COST = 1500.0
"""A hyphen under a hyphen: one may stand alone, a ladder of them is seen at once."""
LINE_COST = 3000.0
"""A ragged paragraph takes no line more than it must."""
RAGGED_ENOUGH = 6
"""Line ends weighed from one start when lines are ragged."""
EMERGENCY_COST = 1_000_000.0
"""A piece wider than the measure, torn; times the rank of the place."""


class Grey(IntEnum):
    """How dark a line looks."""

    TIGHT = 0
    EVEN = 1
    OPEN = 2


TIGHT, EVEN, OPEN = Grey
"""By themselves, for a member is slow to look up and a paragraph asks a hundred thousand times."""


def flush_cost(slack: Length, give: Length, fill: Length, joints_ems: float) -> float:
    """Return the cost of a line made flush.

    `slack` is what is missing, negative when the line is too long (never by more than `give`); `fill` what word spaces and
    Han–Latin gaps take first; `joints_ems` how far the line would grow, in EMU, if every joint opened by an em.
    """
    if slack < 0:
        squeezed = slack / give
        return SQUEEZE_COST * squeezed * squeezed
    if slack <= fill:
        return FILL_COST * (slack / fill) ** 2 if fill else 0.0
    if not joints_ems:
        return BARREN_COST
    opened = (slack - fill) / joints_ems / OPEN_EMS
    cost = (FILL_COST if fill else 0.0) + OPEN_COST * opened * opened
    return cost if cost < GAPING_COST else GAPING_COST  # noqa: FURB136 - `min` takes four times as long


def grey(slack: Length, cost: float) -> Grey:
    """Return how dark a flush line looks, by what was missing and what it costs."""
    if cost <= EVEN_COST:
        return EVEN
    return TIGHT if slack < 0 else OPEN


def ragged_cost(empty: float) -> float:
    """Return the cost of a ragged line of which this part is empty."""
    return RAGGED_COST * empty**2
