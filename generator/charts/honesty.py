"""The rules of honest charts: each looks at a chart's content and yields what would mislead (IBCS 2.0, CHECK and UNIFY).

Most refuse. Those that yield to a reason which the author has written (`because`, printed under the chart) warn as long as there is
none. What an axis is and what parts of a whole are is told in `scales` and `parts`.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.charts.faults import ChartError
from generator.charts.series import are_periods, dimensions, of_ranks, periods, runs_in_time
from generator.diagnostics import Words, said
from generator.document.copydesk import KINDS
from generator.document.model import Chart, Number, plain
from generator.document.timing import overlapping, unlike

WIDEST_RATIO = 100
"""A bar under a hundredth of the longest is a hairline, which nobody can compare."""

INSTEAD = said("hint.side-by-side")
"""The cure of what shares no axis."""

NO_NUMBERS = {
    "vague": "hint.leave-out-or-cards",
    "range": "hint.ends-or-cards",
    "ratio": "hint.leave-out-or-cards",
    "fraction": "hint.as-per-cent",
    "undisclosed": "hint.leave-out-or-cards",
}
"""What a value without a number is, and the cure of each where it is plotted."""

CUMULATIVE, EQUIVALENT, FLOW = KINDS["cumulative"], KINDS["equivalent"], KINDS["flow"]
"""Figures carry their kind as people read it."""


def _one_of_each(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def has_data(chart: Chart) -> Iterator[ChartError]:
    """Refuse a chart without figures."""
    if not chart.data:
        yield ChartError(said("bad-chart.no-figures", kind=chart.kind), said("hint.name-figures"), chart.origin)


def exact_values(chart: Chart) -> Iterator[ChartError]:
    """Refuse what is no single number: vague values (数亿), ranges, ratios, fractions, 未披露. They may be said, never plotted."""
    for datum in chart.data:
        if datum.number.value is None:
            form = datum.number.form if datum.number.form in NO_NUMBERS else "vague"
            says = said(f"vague-value.{form}", figure=datum.figure, number=str(datum.number))
            yield ChartError(says, said(NO_NUMBERS[form]), datum.origin)


def no_equivalents(chart: Chart) -> Iterator[ChartError]:
    """Refuse equivalents (相当于……棵树): a comparison already, as a bar one would pass for a measurement."""
    for datum in chart.data:
        if datum.kind == EQUIVALENT:
            yield ChartError(said("equivalent-plotted.measured", figure=datum.figure), INSTEAD, datum.origin)


def not_below_zero(chart: Chart) -> Iterator[ChartError]:
    """Refuse values below zero: parts add up, and discs and fields have no other side."""
    for datum in chart.data:
        if datum.number.value is not None and datum.number.value < 0:
            says = said("below-zero.marks", figure=datum.figure, kind=chart.kind)
            yield ChartError(says, said("hint.below-zero"), datum.origin)


def no_ranks(chart: Chart) -> Iterator[ChartError]:
    """Warn of ranks as lengths: the best would be the shortest."""
    if of_ranks(chart) and not chart.reason:
        says = said("rank-plotted.marks", figure=chart.data[0].figure, kind=chart.kind)
        yield ChartError(says, said("hint.rank-line"), chart.origin, warning=True)


def one_unit(chart: Chart) -> Iterator[ChartError]:
    """Refuse several dimensions on one axis; 度 and 千瓦时 are one."""
    units = _one_of_each(datum.number.unit for datum in chart.data)
    if len(dimensions(chart)) > 1:
        yield ChartError(said("mixed-units.axis", units=units), INSTEAD, chart.origin)


def one_size(chart: Chart) -> Iterator[ChartError]:
    """Refuse several sizes of one unit (吨, 千克) on one axis."""
    numbers = _numbers(chart)
    if len({number.factor for number in numbers}) > 1 and len(dimensions(chart)) <= 1:
        yield _mixed(numbers, chart)


def one_scale(chart: Chart) -> Iterator[ChartError]:
    """Refuse several scales (万, 亿) of one unit where values add up or stand beside marks of another kind."""
    numbers = _numbers(chart)
    scales, sizes = {number.scale for number in numbers}, {number.factor for number in numbers}
    if len(scales) > 1 and len(sizes) == 1 and len(dimensions(chart)) <= 1:
        yield _mixed(numbers, chart)


def _numbers(chart: Chart) -> tuple[Number, ...]:
    return tuple(datum.number for datum in chart.data if datum.number.value is not None)


def _mixed(numbers: tuple[Number, ...], chart: Chart) -> ChartError:
    return ChartError(said("mixed-scales.axis", numbers=tuple(map(str, numbers))), _in_one_measure(numbers), chart.origin)


def _in_one_measure(numbers: tuple[Number, ...]) -> Words:
    """Return the cure of numbers in several scales or sizes: each in that of the largest, if it can be written out."""
    largest = max(numbers, key=lambda number: abs(number.amount_in(numbers[0]) or Decimal(0)))
    written = tuple(number.written_as(largest) for number in numbers)
    return said("hint.in-one-measure", numbers=tuple(filter(None, written))) if all(written) else INSTEAD


def one_kind(chart: Chart) -> Iterator[ChartError]:
    """Refuse a sum over years beside one year's value, which would look small."""
    summed = tuple(datum.figure for datum in chart.data if datum.kind == CUMULATIVE)
    others = tuple(datum.figure for datum in chart.data if datum.kind != CUMULATIVE)
    if summed and others:
        yield ChartError(said("mixed-kinds.cumulative", summed=summed, others=others), said("hint.one-kind"), chart.origin)


def one_period(chart: Chart) -> Iterator[ChartError]:
    """Warn of different figures of different periods; one figure may run through several, and so may each of several rows.

    Rows that are each one period, and are called by it, are meant to be compared.
    """
    worded = {datum.when: plain(datum.period) for datum in reversed(chart.data) if datum.when}
    if len(worded) > 1 and not runs_in_time(chart) and not are_periods(chart) and not chart.reason:
        told = tuple(reversed(worded.values()))
        yield ChartError(said("mixed-periods.axis", periods=told), said("hint.one-period"), chart.origin, warning=True)


def like_periods(chart: Chart) -> Iterator[ChartError]:
    """Warn of an axis of time on which periods overlap, or what flows in a short one stands beside what flows in a long one.

    Sums since one day (1—3月, 1—6月) are meant to overlap where their figures are cumulative.
    """
    if chart.reason or not runs_in_time(chart):
        return
    found = periods(chart)
    summed = all(datum.kind == CUMULATIVE for datum in chart.data) and len({period.start for period in found}) == 1
    pair, key = None if summed else overlapping(found), "overlapping-periods.axis"
    if not pair and any(datum.kind == FLOW for datum in chart.data):
        pair, key = unlike(found), "unlike-periods.axis"
    if pair:
        says = said(key, one=str(pair[0]), other=str(pair[1]))
        yield ChartError(says, said("hint.like-periods"), chart.origin, warning=True)


def one_scope(chart: Chart) -> Iterator[ChartError]:
    """Warn of values of different scopes, of one figure or of several."""
    if chart.reason:
        return
    scopes: dict[str, list[str]] = {}
    for datum in chart.data:
        scopes.setdefault(datum.figure, []).append(plain(datum.scope))
    mixed = [figure for figure, found in scopes.items() if len(set(found)) > 1]
    hint = said("hint.one-scope")
    for figure in mixed:
        yield ChartError(said("mixed-scopes.figure", figure=figure), hint, chart.origin, warning=True)
    told = _one_of_each(scope for found in scopes.values() for scope in found)
    if not mixed and len(told) > 1:
        yield ChartError(said("mixed-scopes.axis", scopes=told), hint, chart.origin, warning=True)


def comparable_sizes(chart: Chart) -> Iterator[ChartError]:
    """Refuse a bar that would be a hairline beside another; what differs in its unit is not of a size at all."""
    first = chart.data[0].number if chart.data and len(dimensions(chart)) <= 1 else None
    found = (datum.number.amount_in(first) for datum in chart.data if first)
    amounts = [abs(amount) for amount in found if amount]
    if chart.axis != "log" and amounts and max(amounts) > WIDEST_RATIO * min(amounts):
        says = said("too-far-apart.bars", times=f"{max(amounts) / min(amounts):,.0f}")
        yield ChartError(says, said("hint.as-numbers"), chart.origin)


COMPARED = (has_data, exact_values, no_equivalents, one_unit, one_size, one_kind, one_period, like_periods, one_scope)
"""What every chart keeps whose marks are compared."""

PLOTTED = (*COMPARED, comparable_sizes)
"""What every chart keeps whose marks are as long as their values."""
