"""The rows of a native chart's plan: each value with its ink, its label's ink and its number format.

In: a plan that knows its chart and inks. Out: the plan with rows, categories and the ends of its axis.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.charts import scales, series
from generator.charts.amounts import Amounts, several, value
from generator.charts.native import Marks
from generator.charts.number_format import common_format, number_format, plain_format
from generator.charts.plan import NOUGHT, Plan, PlanPoint, PlanRow
from generator.document.model import Datum, RichText, Series, plain
from generator.ink import Ink

BARE = "数值"
"""The header of numbers without scale and unit."""


def with_row(bare: Plan, inks: Sequence[Ink] = ()) -> Plan:
    """Return the plan of a single row, its points in these inks, else in the theme's where the message is about them and quiet."""
    said, found, categories, shared = series.looked_at(bare.chart), bare.inks, series.categories(bare.chart), several(bare.chart)
    (row,) = series.rows(bare.chart)
    points = []
    for place, (name, datum) in enumerate(zip(categories, row.data, strict=True)):
        emphasis = datum.number.use in said
        ink = inks[place] if inks else found.main if emphasis else found.quiet
        points.append(_point(name, datum, (ink, ink if emphasis else found.ink), shared, emphasis=emphasis))
    return _with(bare, (PlanRow(row.name, tuple(points), found.main, _format(row, shared)),), categories)


def with_rows(bare: Plan, paints: Sequence[tuple[Ink, Ink]]) -> Plan:
    """Return the plan of several rows, marks and labels of each in a pair of inks."""
    said, categories, shared = series.looked_at(bare.chart), series.categories(bare.chart), several(bare.chart)
    rows = []
    for place, (row, paint) in enumerate(zip(series.rows(bare.chart), paints, strict=True)):
        own = series.by_category(bare.chart, place)
        data = ((name, own.get(plain(name))) for name in categories)
        points = (
            _point(name, datum, paint, shared, emphasis=datum.number.use in said) if datum else None for name, datum in data
        )
        rows.append(PlanRow(row.name, tuple(points), paint[0], _format(row, shared)))
    return _with(bare, tuple(rows), categories)


def _with(bare: Plan, rows: tuple[PlanRow, ...], categories: tuple[RichText, ...]) -> Plan:
    number = bare.chart.data[0].number
    shared = several(bare.chart)
    scale, native = (shared.scale, bare.native if shared.is_written else None) if shared else (number.scale, bare.native)
    made = replace(bare, native=native, series=scale + number.unit or BARE, rows=rows, categories=series.brief(categories))
    minimum, maximum = scales.ends([point.value for point in made.points], bare.chart.axis)
    marks = made.native.marks if made.native else None
    return replace(made, minimum=minimum, maximum=maximum, down=marks is Marks.POINTS and series.of_ranks(bare.chart))


def _format(row: Series, shared: Amounts | None) -> str:
    if shared:
        return plain_format(shared.scale + row.data[0].number.unit)
    return common_format(datum.number for datum in row.data)


def _point(category: RichText, datum: Datum, paint: tuple[Ink, Ink], shared: Amounts | None, *, emphasis: bool) -> PlanPoint:
    number = datum.short or datum.number
    code = shared.code(number) if shared else number_format(number)
    return PlanPoint(category, number, value(datum, shared) or NOUGHT, code, *paint, emphasis, datum.origin)
