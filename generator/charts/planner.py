"""One plan for both outputs, made of a chart's content; or a refusal that names the cure.

In: a resolved chart and its inks. Out: a plan. `check` gathers the refusals of a chart as diagnostics before any layout.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.charts import parts, scales, series
from generator.charts.alt_text import alt_text
from generator.charts.faults import ChartError
from generator.charts.kinds import KINDS
from generator.charts.number_format import number_format
from generator.charts.plan import GAP_WIDTH, Plan, PlanPoint, PlanRow
from generator.charts.sides import sided
from generator.document.model import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.charts.inks import ChartInks
    from generator.charts.kind import Kind
    from generator.diagnostics import Sink, Span
    from generator.document.model import Chart, Datum, RichText
    from generator.ink import Ink

FEW_POINTS = {
    "bar": {1: 120, 2: 110, 3: 90, 4: 75},
    "column": {1: 350, 2: 220, 3: 150, 4: 100},
    "stacked": {1: 120, 2: 110, 3: 90, 4: 75},
}
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
    """Record all that speaks against a chart, each at its line of the content: errors, and warnings that a reason would silence."""
    for fault in faults(chart):
        tell = sink.warn if fault.warning else sink.error
        tell(fault.code, fault.message, places.get(fault.origin) or places.get(chart.origin), fault.hint)


def plan(chart: Chart, inks: ChartInks) -> Plan:
    """Return the plan of a chart in its inks; raises ChartError with the first of its faults that forbids it."""
    for fault in faults(chart):
        if not fault.warning:
            raise fault
    kind = KINDS[chart.kind]
    empty = Plan(chart, kind.native, "", (), Decimal(1), inks, alt_text(chart, kind))
    return _native(chart, empty) if kind.native else empty


def _native(chart: Chart, empty: Plan) -> Plan:
    categories = series.categories(chart)
    rows = _rows(chart, categories, empty.inks)
    minimum, maximum = scales.ends(_heights(chart, rows), chart.axis)
    if chart.kind == "stacked":
        maximum = max(_heights(chart, rows))
    if chart.kind == "line":
        rows = sided(rows, lambda value: scales.part(value, (minimum, maximum), chart.axis))
        minimum = scales.under(rows, (minimum, maximum), chart.axis)
    points = tuple(point for row in rows for point in row.points if point)
    number = chart.data[0].number
    return replace(
        empty,
        series=number.scale + number.unit,
        points=points,
        minimum=minimum,
        maximum=maximum,
        gap=FEW_POINTS.get(chart.kind, {}).get(len(categories), GAP_WIDTH),
        rows=rows,
        categories=categories,
        turn=parts.turn([point.value for point in points]) if chart.kind in parts.ROUND else 0,
    )


def _heights(chart: Chart, rows: tuple[PlanRow, ...]) -> list[Decimal]:
    """Return what the axis must reach: the values, or the sums of those that are stacked."""
    columns = list(zip(*(row.points for row in rows), strict=True))
    if chart.kind == "stacked":
        return [sum((point.value for point in column if point), Decimal(0)) for column in columns]
    return [point.value for column in columns for point in column if point]


def _rows(chart: Chart, categories: tuple[RichText, ...], inks: ChartInks) -> tuple[PlanRow, ...]:
    made = series.rows(chart)
    said = series.looked_at(chart)
    if len(made) == 1 and chart.kind != "stacked":
        tones = inks.parts(said, tuple(datum.number.use for datum in chart.data)) if chart.kind in parts.ROUND else None
        return (_row(made[0].name, list(made[0].data), categories, (said, tones, inks.main), inks),)
    found = [series.by_category(chart, place) for place in range(len(made))]
    own_inks = (inks.lines if chart.kind == "line" else inks.rows)(len(made))
    return tuple(
        _row(row.name, [own.get(plain(name)) for name in categories], categories, (said, (tone,) * len(categories), tone), inks)
        for row, own, tone in zip(made, found, own_inks, strict=True)
    )


def _row(
    name: RichText,
    data: list[Datum | None],
    categories: tuple[RichText, ...],
    dress: tuple[frozenset[str], tuple[Ink, ...] | None, Ink],
    inks: ChartInks,
) -> PlanRow:
    """Return a row; `dress` are the values to look at, an ink for each point where they do not follow from that, and the row's."""
    said, tones, ink = dress
    points: list[PlanPoint | None] = []
    for place, (category, datum) in enumerate(zip(categories, data, strict=True)):
        if datum is None:
            points.append(None)
            continue
        looked_at = datum.number.use in said
        tone = tones[place] if tones else ink if looked_at else inks.quiet
        value = datum.number.value or Decimal(0)
        points.append(PlanPoint(category, datum.number, value, number_format(datum.number), tone, looked_at, datum.origin))
    return PlanRow(name, tuple(points), ink, inks.on(ink))
