"""Does a result follow from the two values that it stands between? A multiple, a change or a difference is done over, exactly.

In: a chart with a computed result, or pairs with multiples. Out: a refusal where the printed result is not what these two values give,
in this order and in one unit. Rounding is allowed for as far as the result is printed.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.charts.faults import ChartError
from generator.diagnostics import said
from generator.document.model import Chart, Datum, Number, converted

MULTIPLE, PERCENT = "倍", "%"
ROUNDED = Decimal("0.005")
"""A result printed with 约 keeps three significant digits: it is within half a hundredth of the exact one."""

BETWEEN = 2


def result_follows(chart: Chart) -> Iterator[ChartError]:
    """Refuse a result that the chart's two values do not give."""
    if chart.result is not None and len(chart.data) == BETWEEN:
        yield from _refusals(chart.data[0], chart.data[1], chart.result, chart.origin)


def multiples_follow(chart: Chart) -> Iterator[ChartError]:
    """Refuse a multiple that the two values of its pair do not give."""
    for pair in chart.pairs:
        if pair.multiple is not None:
            yield from _refusals(pair.then, pair.now, pair.multiple, pair.origin)


def _refusals(then: Datum, now: Datum, result: Number, origin: str) -> Iterator[ChartError]:
    told = {"result": str(result), "then": str(then.number), "now": str(now.number)}
    amount = now.number.amount_in(then.number)
    if then.number.measures[0] != now.number.measures[0]:
        yield ChartError(said("wrong-result.units", **told), said("hint.leave-out-result"), origin)
    elif result.value is None or not then.number.amount or amount is None:
        yield ChartError(said("wrong-result.inexact", **told), said("hint.leave-out-result"), origin)
    elif not _agrees(result, then.number, amount):
        yield ChartError(said("wrong-result.order", **told), said("hint.derive-result"), origin)


def _agrees(result: Number, before: Number, now: Decimal) -> bool:
    """Tell whether a result follows from what was and what is, which is given in the unit of what was."""
    then = before.amount
    assert result.value is not None
    assert then
    if result.unit == MULTIPLE:
        exact, shown = now / then, result.amount or result.value
    elif result.unit == PERCENT:
        exact, shown = abs(now / then - 1) * 100, abs(result.value)
    else:
        factor = before.factor / result.factor if result.measures[0] == before.measures[0] else Fraction(1)
        exact, shown = abs(converted(now - then, factor)), abs(result.amount or result.value)
    return abs(exact - shown) <= _slack(result, exact)


def _slack(result: Number, exact: Decimal) -> Decimal:
    """Return by how much a printed result may miss the exact one: half of its last digit."""
    assert result.value is not None
    exponent = result.value.as_tuple().exponent
    assert isinstance(exponent, int)
    step = (result.amount / result.value) if result.amount and result.value else Decimal(1)
    last = Decimal(1).scaleb(exponent) * (step if result.unit != PERCENT else 1) / 2
    return max(last, exact * ROUNDED if result.qualifier else Decimal(0))
