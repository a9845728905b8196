"""A target of level bars: an upright line through all, with its name and number under the bars.

In: a plan with a target over it, and the canvas of its bars. Out: items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.shapes.laid_over import DASH, TARGET_PART
from generator.document.model import Run
from generator.typeset.model import Align

if TYPE_CHECKING:
    from generator.charts.canvas import Canvas
    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan, PlanRow
    from generator.units import Length

ABOVE = 0.4
"""From the line's end to its name, in label sizes."""


def _name(row: PlanRow, easel: Easel) -> Block:
    point = row.points[-1]
    assert point is not None, "a target reaches to the last bar"
    text = (*row.name, Run(" "), point.number.run)
    return easel.words(text, easel.look.name(row.ink), easel.size.width, Align.LEFT, origin=point.origin)


def foot(plan: Plan, easel: Easel) -> Length:
    """Return the height that the name takes under the bars; nothing without a target."""
    return sum(_name(row, easel).height + easel.em(ABOVE) for row in plan.over)


def draw(canvas: Canvas, plan: Plan, easel: Easel) -> None:
    """Draw the line and its name."""
    count = len(plan.categories)
    for row in plan.over:
        point, dash = row.points[-1], tuple(easel.em(part) for part in DASH)
        assert point is not None
        value = float(point.value)
        canvas.stroke(((value, -0.5), (value, count - 0.5)), row.ink, easel.em(TARGET_PART), dash)
        block, at = _name(row, easel), canvas.point((value, count - 0.5))
        left = max(0, min(at.x - block.width // 2, easel.size.width - block.width))
        canvas.label(block, (value, count - 0.5), (left - at.x, easel.em(ABOVE)), (0, 0))
