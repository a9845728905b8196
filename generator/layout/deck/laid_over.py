"""Where the names of what lies over a native chart's marks stand: at the plot's right edge, beside their last values.

In: a ChartBox whose plot is placed. Out: a shift in shares of the chart. A program puts a label right of its point, which is the middle of
the last column: it is moved to the edge and a little further.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.look import LABEL_GAP

if TYPE_CHECKING:
    from generator.charts.plan import PlanRow
    from generator.layout.deck.slide import ChartBox


def shift_of(box: ChartBox) -> tuple[float, float]:
    """Return by how much the names at the right are moved."""
    return half_pitch(box) + LABEL_GAP * box.label.size / box.rect.width, 0.0


def half_pitch(box: ChartBox) -> float:
    """Return half of the way from one name to the next, in shares of the chart."""
    assert box.plot is not None, "a plot with something over it is placed"
    return box.plot.width / len(box.plan.categories) / 2 / box.rect.width


def half_rise(box: ChartBox, row: PlanRow) -> float:
    """Return how far down half of the way from a row's first value to its last lies, in shares of the chart: as near as can be told.

    Where the axis ends is the program's choice: about where the plan has it.
    """
    assert box.plot is not None, "a plot with something over it is placed"
    first, last = row.points[0], row.points[-1]
    rise = float(last.value - first.value) if first and last else 0.0
    return -rise / 2 / float(box.plan.maximum - box.plan.minimum) * box.plot.height / box.rect.height
