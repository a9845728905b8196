"""Who paints a native chart on a page: the functions that need matplotlib, found only when a chart must really be drawn.

Its import takes a fifth of a second, which neither a deck nor an unchanged chart should pay. Kinds drawn by shapes paint themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.charts.kind import Draw
    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan
    from generator.drawing import Item


def painter(kind: str) -> Draw:
    """Return what draws a native kind of chart; KeyError for a kind that is not native."""
    from generator.charts import draw, draw_lines  # noqa: PLC0415 - they bring matplotlib: see above

    painters: dict[str, Draw] = {
        "bar": draw.draw_bars,
        "column": draw.draw_columns,
        "stacked": draw_lines.draw_stacked,
        "line": draw_lines.draw_lines,
        "dot": draw_lines.draw_lines,
        "pie": draw_lines.draw_pie,
        "doughnut": draw_lines.draw_pie,
    }
    return painters[kind]


def paint_native(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    """Draw a native chart of any kind."""
    return painter(plan.chart.kind)(plan, easel)
