"""Dots: a point a name, hung on a thin thread from the line that it is seen against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts import scales
from generator.charts.kind import Drawn, Kind, Native
from generator.charts.native import Marks, NativeForm, Option
from generator.charts.plan_rows import with_row
from generator.charts.shapes import points

if TYPE_CHECKING:
    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan
    from generator.drawing import Item


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    canvas, look = points.canvas_of(plan, easel), easel.look
    for place, point in enumerate(plan.points):
        height = points.part(point.value, plan)
        canvas.stroke(((place, points.foot(plan)), (place, height)), look.inks.rule, look.hairline)
        canvas.disc((place, height), easel.em(points.MARK), point.ink)
    points.letter(canvas, plan, easel)
    return tuple(canvas.items)


RULES = (*points.RULES, scales.one_row, scales.reasoned_axis, scales.comparable_points)
NATIVE = Native(NativeForm("LINE_MARKERS", Marks.POINTS), with_row, points.open_plot, settle=points.settled)
OPTIONS = frozenset({Option.TABLE})
KIND = Kind("点图", RULES, Drawn(points.height, points.natural, _draw), NATIVE, stretch=1.5, options=OPTIONS)
