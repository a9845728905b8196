"""The rules of honest charts: each looks at a chart's content and yields what would mislead (IBCS 2.0, CHECK and UNIFY).

Most refuse. Those that yield to a reason which the author has written (`because`, printed under the chart) warn as long as there is
none. What an axis is and what parts of a whole are is told in `scales` and `parts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.faults import ChartError
from generator.charts.series import runs_in_time
from generator.document.copydesk import KINDS
from generator.document.model import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.document.model import Chart, Datum

WIDEST_RATIO = 100
"""A bar under a hundredth of the longest is a hairline, which nobody can compare."""

INSTEAD = "set them side by side without an axis: `kind: cards` or `kind: coverage`"
REASON = "give the reason under `because:`, which is printed below the chart"

CUMULATIVE, EQUIVALENT = KINDS["cumulative"], KINDS["equivalent"]
"""Figures carry their kind as people read it."""


def names(data: Iterable[Datum]) -> str:
    """Return figures as a message lists them."""
    return ", ".join(f"`{datum.figure}`" for datum in data)


def _one_of_each(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def has_data(chart: Chart) -> Iterator[ChartError]:
    """Refuse a chart without figures."""
    if not chart.data:
        yield ChartError(f"a `{chart.kind}` chart without figures shows nothing", "name them under `figures:`", chart.origin)


def exact_values(chart: Chart) -> Iterator[ChartError]:
    """Refuse vague values (数亿): they may be said, never plotted."""
    for datum in chart.data:
        if datum.number.value is None:
            yield ChartError(
                f"`{datum.figure}` reads `{datum.number}`, which is too vague to be plotted",
                "leave it out of this chart, or choose `kind: cards`",
                datum.origin,
                "vague-value",
            )


def no_equivalents(chart: Chart) -> Iterator[ChartError]:
    """Refuse equivalents (相当于……棵树): a comparison already, as a bar one would pass for a measurement."""
    for datum in chart.data:
        if datum.kind == EQUIVALENT:
            yield ChartError(f"`{datum.figure}` is an equivalent, which is no bar", INSTEAD, datum.origin, "equivalent-plotted")


def not_below_zero(chart: Chart) -> Iterator[ChartError]:
    """Refuse values below zero: bars start there and go one way."""
    for datum in chart.data:
        if datum.number.value is not None and datum.number.value < 0:
            hint = "show it as `kind: change`, `kind: line` or `kind: cards`"
            yield ChartError(f"`{datum.figure}` is below zero", hint, datum.origin, "below-zero")


def one_unit(chart: Chart) -> Iterator[ChartError]:
    """Refuse several units on one axis."""
    units = _one_of_each(datum.number.unit for datum in chart.data)
    if len(units) > 1:
        told = ", ".join(f"`{unit}`" for unit in units)
        yield ChartError(f"units {told} on one axis", INSTEAD, chart.origin, "mixed-units")


def one_scale(chart: Chart) -> Iterator[ChartError]:
    """Refuse several scales (万, 亿): the deck's cells hold the printed numbers, under one header."""
    scales = dict.fromkeys(datum.number.scale for datum in chart.data if datum.number.value is not None)
    units = _one_of_each(datum.number.unit for datum in chart.data)
    if len(scales) > 1 and len(units) <= 1:
        told = ", ".join(f"`{datum.number}`" for datum in chart.data)
        yield ChartError(f"{told} are printed in different scales on one axis", INSTEAD, chart.origin, "mixed-scales")


def one_kind(chart: Chart) -> Iterator[ChartError]:
    """Refuse a sum over years beside one year's value, which would look small."""
    summed = [datum for datum in chart.data if datum.kind == CUMULATIVE]
    if summed and len(summed) < len(chart.data):
        others = [datum for datum in chart.data if datum.kind != CUMULATIVE]
        yield ChartError(
            f"cumulative {names(summed)} beside {names(others)}, not cumulative",
            "show one or the other, or use `kind: then-and-now`, which prints both scopes",
            chart.origin,
            "mixed-kinds",
        )


def one_period(chart: Chart) -> Iterator[ChartError]:
    """Warn of different figures of different periods; one figure may run through several, and so may each of several rows."""
    periods = _one_of_each(plain(datum.period) for datum in chart.data)
    if len(periods) > 1 and not runs_in_time(chart) and not chart.reason:
        told = ", ".join(f"`{period}`" for period in periods)
        hint = f"give figures of one period, or {REASON}"
        yield ChartError(f"periods {told} side by side on one axis", hint, chart.origin, "mixed-periods", warning=True)


def one_scope(chart: Chart) -> Iterator[ChartError]:
    """Warn of values of different scopes, of one figure or of several."""
    if chart.reason:
        return
    scopes: dict[str, list[str]] = {}
    for datum in chart.data:
        scopes.setdefault(datum.figure, []).append(plain(datum.scope))
    mixed = [figure for figure, found in scopes.items() if len(set(found)) > 1]
    hint = f"use `kind: then-and-now`, which prints both scopes, or {REASON}"
    for figure in mixed:
        message = f"`{figure}` has another scope in another period"
        yield ChartError(message, hint, chart.origin, "mixed-scopes", warning=True)
    told = _one_of_each(scope for found in scopes.values() for scope in found)
    if not mixed and len(told) > 1:
        listed = ", ".join(f"`{scope}`" for scope in told)
        yield ChartError(f"scopes {listed} side by side on one axis", hint, chart.origin, "mixed-scopes", warning=True)


def comparable_sizes(chart: Chart) -> Iterator[ChartError]:
    """Refuse a bar that would be a hairline beside another."""
    amounts = [datum.number.amount for datum in chart.data if datum.number.amount and datum.number.amount > 0]
    if chart.axis != "log" and amounts and max(amounts) > WIDEST_RATIO * min(amounts):
        yield ChartError(
            f"the largest value is {max(amounts) / min(amounts):,.0f} times the smallest, which would be a hairline",
            "two numbers far apart are set as numbers: `kind: before-after`, or `kind: cards`",
            chart.origin,
            "too-far-apart",
        )


COMPARED = (has_data, exact_values, no_equivalents, one_unit, one_scale, one_kind, one_period, one_scope)
"""What every chart keeps whose marks are compared."""

PLOTTED = (*COMPARED, comparable_sizes)
"""What every chart keeps whose marks are as long as their values."""
