"""Parts of a whole: what may be a pie, a doughnut or a field of a hundred squares, and where its parts lie.

In: a chart's content. Out: faults, shares, and by how much a pie is turned so that its labels keep clear of one another.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from math import cos, radians, sin

from generator.charts.faults import ChartError
from generator.diagnostics import said
from generator.document.model import Chart, Datum

PER_CENT = "%"
WHOLE = Decimal(100)

LEAST_PARTS, MOST_PARTS = 2, 5
"""More parts of a pie than these cannot be compared."""

LEAST_SHARE = Decimal("0.03")
"""A thinner slice is a line."""

TURNS = (0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330)
FULL = 360

GATHER = said("hint.gather")
"""The cure of parts that cannot be compared."""

ENOUGH = 0.55
"""Labels whose places are so far apart, in radii, keep clear of one another; then the first part begins at twelve o'clock."""


def some_parts(chart: Chart) -> Iterator[ChartError]:
    """Refuse a pie of one part or of more than can be compared."""
    if chart.data and not LEAST_PARTS <= len(chart.data) <= MOST_PARTS:
        says = said("too-many-parts.pie", found=len(chart.data), least=LEAST_PARTS, most=MOST_PARTS)
        yield ChartError(says, GATHER if len(chart.data) > 1 else said("hint.choose", kind="share"), chart.origin)


def no_slivers(chart: Chart) -> Iterator[ChartError]:
    """Refuse a part of nothing, or one too thin to be seen."""
    total = sum((abs(amount(datum)) for datum in chart.data), Decimal(0))
    for datum in chart.data:
        if datum.number.value is not None and amount(datum) < LEAST_SHARE * total:
            yield ChartError(said("too-thin.slice", figure=datum.figure, number=str(datum.number)), GATHER, datum.origin)


def a_whole(chart: Chart) -> Iterator[ChartError]:
    """Refuse parts that are not the whole: percentages that do not add up to 100, counts that are not all there is."""
    if any(datum.number.value is None for datum in chart.data) or not chart.data:
        return
    total = sum((amount(datum) for datum in chart.data), Decimal(0))
    whole = _whole(chart)
    if whole is None:
        yield ChartError(said("no-whole.parts"), said("hint.name-whole"), chart.origin)
    elif abs(total - whole) > sum((rounding(datum) for datum in _with_whole(chart)), Decimal(0)):
        says = said("not-the-whole.sum", total=f"{total.normalize():f}", whole=f"{whole.normalize():f}")
        yield ChartError(says, said("hint.every-part"), chart.origin)


def a_part(chart: Chart) -> Iterator[ChartError]:
    """Refuse a share of anything but one figure: a percentage of at most a hundred, or a part with the whole that it belongs to."""
    if len(chart.data) != 1:
        yield ChartError(said("bad-chart.share-of-one", found=len(chart.data)), said("hint.choose", kind="pie"), chart.origin)
        return
    datum, whole = chart.data[0], _whole(chart)
    if datum.number.value is None:
        return
    if whole is None:
        yield ChartError(said("no-whole.part", number=str(datum.number)), said("hint.per-cent-or-whole"), datum.origin)
    elif not 0 <= amount(datum) <= whole or not whole:
        yield ChartError(said("not-the-whole.part", figure=datum.figure), said("hint.check-both"), datum.origin)


def same_unit(chart: Chart) -> Iterator[ChartError]:
    """Refuse parts in another unit than their whole."""
    if chart.whole and chart.data and chart.whole.number.measures != chart.data[0].number.measures:
        says = said("mixed-units.whole", part=chart.data[0].number.unit, whole=chart.whole.number.unit)
        yield ChartError(says, said("hint.same-unit"), chart.whole.origin)


def amount(datum: Datum) -> Decimal:
    """Return a value in its unit."""
    return datum.number.amount or Decimal(0)


def _whole(chart: Chart) -> Decimal | None:
    if chart.whole:
        return chart.whole.number.amount
    return WHOLE if chart.data[0].number.unit == PER_CENT else None


def _with_whole(chart: Chart) -> tuple[Datum, ...]:
    return (*chart.data, chart.whole) if chart.whole else chart.data


def rounding(datum: Datum) -> Decimal:
    """Return half a unit of the last digit printed: what rounding may have taken."""
    value = datum.number.value
    if value is None or not value:
        return Decimal(0)
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    last = Decimal(1).scaleb(min(exponent, 0)) / 2
    return last * (amount(datum) / value) if _is_rounded(datum) else Decimal(0)


def _is_rounded(datum: Datum) -> bool:
    """Tell whether a number may have been rounded: a percentage, a decimal, a qualified or scaled one; a plain count was not."""
    number = datum.number
    return bool(number.qualifier or number.scale or "." in number.digits or number.unit == PER_CENT)


def share(chart: Chart) -> Decimal:
    """Return the part of the whole that a share chart shows, 0 to 1."""
    whole = _whole(chart)
    assert whole
    return amount(chart.data[0]) / whole


def middles(values: Sequence[Decimal], turn: int) -> list[float]:
    """Return the directions of the parts' middles, clockwise from twelve o'clock, in degrees."""
    total = float(sum(values)) or 1.0
    edges = [0.0, *accumulate(float(value) / total * FULL for value in values)]
    return [(turn + (start + stop) / 2) % FULL for start, stop in pairwise(edges)]


def turn(values: Sequence[Decimal]) -> int:
    """Return by how much a pie is turned: not at all where its labels keep clear, else as it keeps them farthest apart."""
    if _clearance(values, 0) >= ENOUGH:
        return 0
    return max(TURNS, key=lambda degrees: (round(_clearance(values, degrees), 3), -degrees))


def _clearance(values: Sequence[Decimal], degrees: int) -> float:
    """Return the least height between the places of two labels on one side, in radii: labels are wide and low."""
    places = [(sin(radians(angle)), -cos(radians(angle))) for angle in middles(values, degrees)]
    gaps = [
        abs(one[1] - other[1]) for at, one in enumerate(places) for other in places[at + 1 :] if (one[0] >= 0) == (other[0] >= 0)
    ]
    return min(gaps, default=2.0)
