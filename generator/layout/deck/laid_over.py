"""How what lies over a native chart's marks stands there: how wide a target is at one column, and how far names at the right are moved.

In: a ChartBox whose plot is placed. Out: lengths, and a shift in shares of the chart. A program puts a label right of its point, which is
the middle of the last column: it is moved to the plot's edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.layout.deck.slide import ChartBox
    from generator.units import Length


class Stand(NamedTuple):
    """How wide all columns of a name are together, and by how much the names at the right are moved."""

    wide: Length
    shift: tuple[float, float]


def placed(box: ChartBox) -> Stand:
    """Return how what lies over a box's marks stands."""
    plan = box.plan
    assert box.plot is not None, "a plot with something over it is placed"
    pitch = box.plot.width / len(plan.categories)
    wide = pitch * 100 * len(plan.rows) / (100 * len(plan.rows) + plan.gap)
    return Stand(round(wide), (pitch / 2 / box.rect.width, 0.0))
