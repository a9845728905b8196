"""Change: what was is a whole bar, what is now a bar beside it, from zero both; the difference is marked, with the change's number.

In: one figure that is a change in per cent, or two values with the computed change as the chart's result. Out: two level bars; what
went is an outline that holds the change's number where it is wide enough, what came stands out beyond the old bar's end.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generator.charts.arithmetic import result_follows
from generator.charts.faults import ChartError
from generator.charts.honesty import exact_values, has_data, one_kind, one_scale, one_unit
from generator.charts.kind import Drawn, Kind
from generator.charts.shapes import two_bars
from generator.charts.shapes.two_bars import Change, Side
from generator.diagnostics import said
from generator.document.model import Chart, Run, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan
    from generator.drawing import Item
    from generator.units import Length

WHOLE = Decimal(100)
LESS = ("减", "降", "少", "缩", "节", "省")
MORE = ("增", "升", "涨", "长", "加", "多")
"""The words by which a change in per cent tells its direction when its number has no sign."""

YEARS = ("上年", "上一年", "去年", "同比")
LAST_YEAR, BASE = (Run("上年同期"),), (Run("基期"),)
"""What the whole bar is called: the same time of the year before where the content says so, else the base period."""

DOWN, UP = (Run("减少"),), (Run("增加"),)
"""What the difference of two values is called."""


def direction(chart: Chart) -> int:
    """Return -1 or 1 for a change in per cent that goes down or up, 0 where neither its sign nor its words tell."""
    datum = chart.data[0]
    if datum.number.value is not None and datum.number.value < 0:
        return -1
    for text in (datum.number.qualifier, plain(datum.label), plain(datum.means), datum.figure):
        down, up = (any(word in text for word in words) for words in (LESS, MORE))
        if down != up:
            return -1 if down else 1
    return 0


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


def _change(chart: Chart) -> Change:
    return _of_two(chart) if len(chart.data) > 1 else _of_one(chart)


def _of_two(chart: Chart) -> Change:
    same = plain(chart.data[0].label) == plain(chart.data[1].label)
    was, now = (
        Side(datum.number.amount or Decimal(0), datum.period if same else datum.label, datum.number, datum.origin)
        for datum in chart.data
    )
    return Change(was, now, chart.result, DOWN if now.amount < was.amount else UP, chart.origin)


def _of_one(chart: Chart) -> Change:
    datum = chart.data[0]
    now = WHOLE + direction(chart) * abs(datum.number.value or Decimal(0))
    told = plain(chart.measure) + plain(datum.label) + plain(datum.means)
    base = LAST_YEAR if any(word in told for word in YEARS) else BASE
    sides = Side(WHOLE, base, None, chart.origin), Side(now, datum.period, chart.result, datum.origin)
    return Change(*sides, datum.number, datum.label, chart.origin)


def _height(plan: Plan, easel: Easel) -> Length:
    return two_bars.height(_change(plan.chart), easel)


def _natural(plan: Plan, easel: Easel) -> Length:
    return two_bars.natural(_change(plan.chart), easel)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    return two_bars.draw(_change(plan.chart), easel)


RULES = (has_data, exact_values, one_change, one_unit, one_scale, one_kind, result_follows)
KIND = Kind("变化", RULES, Drawn(_height, _natural, _draw), roomy=True, result=True, stretch=1.25, sparing=0.7)
