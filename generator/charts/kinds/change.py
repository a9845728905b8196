"""Change: what was is a whole bar, what is now a bar beside it, from zero both; the difference is marked, with the change's number.

In: one figure that is a change in per cent, or two values with the computed change as the chart's result. Out: two level bars; what
went is an outline that holds the change's number where it is wide enough, what came stands out beyond the old bar's end.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.charts.arithmetic import result_follows
from generator.charts.faults import ChartError
from generator.charts.honesty import exact_values, has_data, one_kind, one_scale, one_size, one_unit
from generator.charts.kind import Drawn, Kind, Native
from generator.charts.shapes import missing_part, two_bars
from generator.charts.shapes.sides import WHOLE, change_of, direction
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan
    from generator.document.model import Chart
    from generator.drawing import Item
    from generator.units import Length


def one_change(chart: Chart) -> Iterator[ChartError]:
    """Refuse anything but one figure in per cent whose direction is told, or two values."""
    if len(chart.data) > 2:  # noqa: PLR2004 - what was and what is
        yield ChartError(said("bad-chart.change-of-two", found=len(chart.data)), said("hint.choose", kind="column"), chart.origin)
    elif len(chart.data) == 1 and chart.data[0].number.value is not None:
        yield from _one_value(chart)


def _one_value(chart: Chart) -> Iterator[ChartError]:
    datum, number = chart.data[0], str(chart.data[0].number)
    if datum.number.unit != "%":
        yield ChartError(said("bad-chart.not-per-cent", number=number), said("hint.change-in-per-cent"), datum.origin)
    elif not direction(chart):
        says = said("bad-chart.no-direction", figure=datum.figure, number=number)
        yield ChartError(says, said("hint.less-or-more"), datum.origin)
    elif direction(chart) < 0 and abs(datum.number.value or Decimal(0)) > WHOLE:
        yield ChartError(said("bad-chart.falls-too-far", number=number), said("hint.falls-to-nothing"), datum.origin)


def _height(plan: Plan, easel: Easel) -> Length:
    return two_bars.height(change_of(plan.chart), easel)


def _natural(plan: Plan, easel: Easel) -> Length:
    return two_bars.natural(change_of(plan.chart), easel)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    return two_bars.draw(change_of(plan.chart), easel)


RULES = (has_data, exact_values, one_change, one_unit, one_size, one_scale, one_kind, result_follows)
NATIVE = Native(missing_part.FORM, missing_part.fill, missing_part.plot, settle=missing_part.settled)
KIND = Kind("变化", RULES, Drawn(_height, _natural, _draw), NATIVE, roomy=True, result=True, stretch=1.25, sparing=0.7)
