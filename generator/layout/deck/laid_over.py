"""Where the names of what lies over a native chart's marks stand: at the plot's right edge, beside their last values.

In: a ChartBox whose plot is placed. Out: a shift in shares of the chart. A program puts a label right of its point, which is the middle of
the last column: it is moved to the edge and a little further.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.look import LABEL_GAP

if TYPE_CHECKING:
    from generator.layout.deck.slide import ChartBox


def shift_of(box: ChartBox) -> tuple[float, float]:
    """Return by how much the names at the right are moved."""
    return half_pitch(box) + LABEL_GAP * box.label.size / box.rect.width, 0.0


def half_pitch(box: ChartBox) -> float:
    """Return half of the way from one name to the next, in shares of the chart."""
    assert box.plot is not None, "a plot with something over it is placed"
    return box.plot.width / len(box.plan.categories) / 2 / box.rect.width
