"""Honest axes: where they begin and end, and what they may do only with a reason (IBCS 2.0, CH 1.1 and CH 1.2).

In: a chart's content, or its values. Out: faults, and the axis' ends. Bars begin at zero always; points may stand on a logarithmic
axis or on one that does not begin at zero, when the author says why, and then the chart says so itself.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import log10

from generator.charts.faults import ChartError
from generator.charts.series import categories, dimensions, rows
from generator.diagnostics import said
from generator.document.model import Chart

CUT, LOG = "cut", "log"
HEADROOM = Decimal("1.18")
"""The axis goes on beyond the longest bar, so that the label at its end has room."""

CUT_ROOM = Decimal("0.3")
"""A cut axis goes on for this part of the values' spread below the least of them and above the greatest."""

WIDEST_POINTS = 1000
"""A point under a thousandth of the highest cannot be told from zero."""

BELOW_ROOM = Decimal("0.1")
"""Under the least of values below zero a label needs this part of the whole height more."""


def no_axis(chart: Chart) -> Iterator[ChartError]:
    """Refuse another axis than the linear one from zero: a bar's length is its value, a part's area its share."""
    if chart.axis:
        yield ChartError(said("cut-axis.marks", axis=chart.axis, kind=chart.kind), said("hint.even-axis"), chart.origin)


def reasoned_axis(chart: Chart) -> Iterator[ChartError]:
    """Refuse a logarithmic or cut axis without a written reason, and a logarithmic one for what has no logarithm."""
    if chart.axis and not chart.reason:
        yield ChartError(said("axis-without-reason.missing", axis=chart.axis), said("hint.give-reason"), chart.origin)
    for datum in chart.data:
        if chart.axis == LOG and datum.number.value is not None and datum.number.value <= 0:
            says = said("no-logarithm.value", figure=datum.figure, number=str(datum.number))
            yield ChartError(says, said("hint.no-log"), datum.origin)


def comparable_points(chart: Chart) -> Iterator[ChartError]:
    """Refuse points on an even scale most of which would lie on its foot; what differs in its unit is not of a size at all."""
    first = chart.data[0].number if chart.data and len(dimensions(chart)) <= 1 else None
    amounts = [abs(amount) for datum in chart.data if first and (amount := datum.number.amount_in(first))]
    if not chart.axis and amounts and max(amounts) > WIDEST_POINTS * min(amounts):
        says = said("too-far-apart.points", times=f"{max(amounts) / min(amounts):,.0f}")
        yield ChartError(says, said("hint.cards-or-log"), chart.origin)


def one_row(chart: Chart) -> Iterator[ChartError]:
    """Refuse several rows."""
    return few_rows(1, chart)


def few_rows(most: int, chart: Chart) -> Iterator[ChartError]:
    """Refuse more rows than can be told apart and labelled."""
    count = len(rows(chart))
    if count > most:
        says = said("too-many-series.rows", kind=chart.kind, most=most, found=count)
        yield ChartError(says, said("hint.panels"), chart.origin)


def few_bars(most: int, chart: Chart) -> Iterator[ChartError]:
    """Refuse more bars side by side, in several rows, than can be told apart and each bear its number."""
    count = len(rows(chart)) * len(categories(chart)) if chart.data else 0
    if len(rows(chart)) > 1 and count > most:
        says = said("too-many-bars.side-by-side", kind=chart.kind, most=most, rows=len(rows(chart)), found=len(categories(chart)))
        yield ChartError(says, said("hint.fewer-bars", most=most // len(rows(chart))), chart.origin)


def ends(values: Sequence[Decimal], axis: str) -> tuple[Decimal, Decimal]:
    """Return where an axis begins and ends, in units of the values."""
    least, most = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    if axis == LOG:
        return Decimal(1).scaleb(least.adjusted()), Decimal(1).scaleb((most * HEADROOM).adjusted() + 1)
    if axis == CUT and least > 0:
        return _cut(least, most)
    top = end(most) if most > 0 or least == 0 else Decimal(0)
    return (-end(-least + BELOW_ROOM * (top - least)) if least < 0 else Decimal(0)), top


def _cut(least: Decimal, most: Decimal) -> tuple[Decimal, Decimal]:
    """Return the ends of a cut axis: a part of the values' spread beyond them, on even digits."""
    room = CUT_ROOM * ((most - least) or least)
    step = Decimal(1).scaleb(room.adjusted())
    low, high = ((least - room) / step).to_integral_value(ROUND_FLOOR), ((most + room) / step).to_integral_value(ROUND_CEILING)
    return max(low * step, Decimal(0)), high * step


def end(largest: Decimal) -> Decimal:
    """Return the axis' end: the largest value with its headroom, rounded up to two digits."""
    wanted = largest * HEADROOM
    if wanted <= 0:
        return Decimal(1)
    step = Decimal(1).scaleb(wanted.adjusted() - 1)
    return (wanted / step).to_integral_value(ROUND_CEILING) * step


def part(value: Decimal, ends: tuple[Decimal, Decimal], axis: str) -> float:
    """Return how high a value lies on an axis between these ends, 0 to 1."""
    low, high, here = (float(one) for one in (*ends, value))
    if axis == LOG:
        low, high, here = log10(low), log10(high), log10(here)
    return (here - low) / (high - low)
