"""One plan for both outputs, made of a chart's content; or a refusal that names the cure.

In: a resolved chart and its theme's ink. Out: a plan. `check` gathers the refusals of a chart as diagnostics before any layout.
"""

from __future__ import annotations

from collections import Counter
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from generator.charts.alt_text import alt_text
from generator.charts.faults import ChartError
from generator.charts.kinds import KINDS
from generator.charts.look import QUIET
from generator.charts.number_format import number_format
from generator.charts.plan import GAP_WIDTH, Plan, PlanPoint
from generator.document.model import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.charts.kind import Kind
    from generator.diagnostics import Sink, Span
    from generator.document.model import Chart, Datum, RichText
    from generator.ink import Ink

HEADROOM = Decimal("1.18")
"""The axis goes on beyond the longest bar, so that the label at its end has room."""

FEW_POINTS = {"bar": {1: 120, 2: 110, 3: 90, 4: 75}, "column": {1: 350, 2: 220, 3: 150, 4: 100}}
"""Gap widths of few bars in per cent of a bar, so that none is a slab; five and more have GAP_WIDTH."""


def kind_of(chart: Chart) -> Kind:
    """Return the kind of a chart; raises ChartError for a word that names none."""
    if chart.kind not in KINDS:
        raise _unknown_kind(chart)
    return KINDS[chart.kind]


def _unknown_kind(chart: Chart) -> ChartError:
    return ChartError(f"no chart is called `{chart.kind}`", f"kinds are {', '.join(KINDS)}", chart.origin, "unknown-kind")


def faults(chart: Chart) -> Iterator[ChartError]:
    """Yield all that speaks against a chart."""
    try:
        kind = kind_of(chart)
    except ChartError as unknown:
        yield unknown
        return
    for rule in kind.rules:
        yield from rule(chart)


def check(chart: Chart, sink: Sink, places: Mapping[str, Span]) -> None:
    """Record as errors all that speaks against a chart, each at its line of the content."""
    for fault in faults(chart):
        sink.error(fault.code, fault.message, places.get(fault.origin) or places.get(chart.origin), fault.hint)


def plan(chart: Chart, ink: Ink) -> Plan:
    """Return the plan of a chart in its theme's ink; raises ChartError with the first of its faults."""
    for fault in faults(chart):
        raise fault
    native = kind_of(chart).native
    points = _points(chart, ink) if native else ()
    return Plan(
        chart=chart,
        native=native,
        series=_series(chart) if native else "",
        points=points,
        maximum=_maximum(points),
        ink=ink,
        alt=alt_text(chart, KINDS[chart.kind]),
        gap=FEW_POINTS.get(chart.kind, {}).get(len(points), GAP_WIDTH),
    )


def _points(chart: Chart, ink: Ink) -> tuple[PlanPoint, ...]:
    emphasized = _emphasized(chart)
    return tuple(
        PlanPoint(
            category=category,
            number=datum.number,
            value=datum.number.value or Decimal(0),
            format=number_format(datum.number),
            ink=ink if place in emphasized else QUIET,
            emphasis=place in emphasized,
            origin=datum.origin,
        )
        for place, (datum, category) in enumerate(zip(chart.data, categories(chart), strict=True))
    )


def categories(chart: Chart) -> tuple[RichText, ...]:
    """Return what each value is called: its label, or its period where the label repeats (one figure over time)."""
    labels = Counter(plain(datum.label) for datum in chart.data)
    return tuple(datum.label if labels[plain(datum.label)] == 1 else datum.period for datum in chart.data)


def _emphasized(chart: Chart) -> frozenset[int]:
    """Return the places of the values that the message names; the largest where it names none."""
    said = {run.text for run in chart.message.text if run.use}
    named = frozenset(place for place, datum in enumerate(chart.data) if str(datum.number) in said)
    return named or frozenset({max(range(len(chart.data)), key=lambda place: _value(chart.data[place]))})


def _value(datum: Datum) -> Decimal:
    return datum.number.value or Decimal(0)


def _series(chart: Chart) -> str:
    number = chart.data[0].number
    return number.scale + number.unit


def _maximum(points: tuple[PlanPoint, ...]) -> Decimal:
    """Return the axis' end: the largest value with its headroom, rounded up to two digits."""
    largest = max((point.value for point in points), default=Decimal(0)) * HEADROOM
    if not largest:
        return Decimal(1)
    step = Decimal(1).scaleb(largest.adjusted() - 1)
    return (largest / step).to_integral_value(ROUND_CEILING) * step
