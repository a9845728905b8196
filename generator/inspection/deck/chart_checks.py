"""A native chart's proof: what it shows is what its workbook holds, cell by cell, and its bars start at nought and end inside."""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.inspection.deck.charts import Range, as_number
from generator.inspection.verdict import Flaw
from generator.inspection.workbook.reader import same_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.deck.charts import ChartText


def chart_flaws(name: str, chart: ChartText) -> Iterator[Flaw]:
    """Compare a chart's cache with its workbook: header and categories as text, values as numbers; and look at its axis."""
    ranges = [one for series in chart.series for one in (series.name, series.categories, series.values)]
    if not chart.cells:
        yield Flaw("chart-mismatch", f"the chart `{name}` has no workbook to edit")
        return
    for one in ranges:
        if len(one.texts) != len(one.addresses):
            yield Flaw("chart-mismatch", f"the chart `{name}` shows {len(one.texts)} points of {len(one.addresses)} cells")
        yield from _differences(name, one, chart)
    known = {address for one in ranges for address in one.addresses}
    for address in sorted(address for address, text in chart.cells.items() if text and address not in known):
        message = f"cell {address} of the workbook of the chart `{name}` holds `{chart.cells[address]}`, which it does not show"
        yield Flaw("chart-mismatch", message)
    yield from _scale(name, chart)


def _differences(name: str, one: Range, chart: ChartText) -> Iterator[Flaw]:
    for text, address in zip(one.texts, one.addresses, strict=False):
        cell, number = chart.cells.get(address, ""), as_number(text)
        if text != cell and not (number is not None and same_number(cell, number)):
            yield Flaw("chart-mismatch", f"the chart `{name}` shows `{text}`, and cell {address} of its workbook holds `{cell}`")


def _scale(name: str, chart: ChartText) -> Iterator[Flaw]:
    """Tell bars that do not start at nought, and an axis that ends before the longest bar, or before any point on it."""
    values = _reached(chart)
    if chart.bars and (chart.least is None or chart.least != 0):
        yield Flaw("chart-scale", f"the bars of the chart `{name}` do not start at 0")
    if chart.most is not None and values and max(values) > chart.most:
        yield Flaw("chart-scale", f"the axis of the chart `{name}` ends at {chart.most:f}, before its bar of {max(values):f}")
    if chart.least is not None and values and min(values) < chart.least:
        yield Flaw(
            "chart-scale", f"the axis of the chart `{name}` starts at {chart.least:f}, beyond its point of {min(values):f}"
        )


def _reached(chart: ChartText) -> list[Decimal]:
    """Return the values that the axis must hold: those of all series, or the sums of those that are stacked."""
    rows = [[as_number(text) for text in series.values.texts] for series in chart.series]
    if chart.stacked:
        return [sum((one for one in column if one is not None), Decimal(0)) for column in zip_longest(*rows)]
    return [number for row in rows for number in row if number is not None]
