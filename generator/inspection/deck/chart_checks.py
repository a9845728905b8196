"""A native chart's proof: what it shows is what its workbook holds, cell by cell, and its bars start at nought and end inside."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from generator.diagnostics import said
from generator.inspection.deck.charts import ChartText, Range, as_number
from generator.inspection.verdict import Flaw
from generator.inspection.workbook.reader import same_number


def chart_flaws(chart: ChartText) -> Iterator[Flaw]:
    """Compare a chart's cache with its workbook: header and categories as text, values as numbers; and look at its axis."""
    ranges = [one for series in chart.series for one in (series.name, series.categories, series.values)]
    if not chart.cells:
        yield Flaw(said("chart-mismatch.no-workbook"))
        return
    for one in ranges:
        if len(one.texts) != len(one.addresses):
            yield Flaw(said("chart-mismatch.points", shown=len(one.texts), cells=len(one.addresses)))
        yield from _differences(one, chart)
    known = {address for one in ranges for address in one.addresses}
    for address in sorted(address for address, text in chart.cells.items() if text and address not in known):
        yield Flaw(said("chart-mismatch.unshown", cell=address, holds=chart.cells[address]))
    yield from _scale(chart)


def _differences(one: Range, chart: ChartText) -> Iterator[Flaw]:
    for text, address in zip(one.texts, one.addresses, strict=False):
        cell, number = chart.cells.get(address, ""), as_number(text)
        if text != cell and not (number is not None and same_number(cell, number)):
            yield Flaw(said("chart-mismatch.cell", shown=text, cell=address, holds=cell))


def _scale(chart: ChartText) -> Iterator[Flaw]:
    """Tell bars that do not start at nought, and an axis that ends before the longest bar, or before any point on it.

    Bars cross the axis at nought: where some go below it, the axis must begin below it too, or be left to the program.
    """
    values = _reached(chart)
    below = chart.least is None or chart.least < 0
    if chart.bars and chart.least != 0 and not (below and values and min(values) < 0):
        yield Flaw(said("chart-scale.foot"))
    if chart.most is not None and values and max(values) > chart.most:
        yield Flaw(said("chart-scale.end", end=f"{chart.most:f}", value=f"{max(values):f}"))
    if chart.least is not None and values and min(values) < chart.least:
        yield Flaw(said("chart-scale.start", start=f"{chart.least:f}", value=f"{min(values):f}"))


def _reached(chart: ChartText) -> list[Decimal]:
    """Return the values that the axis must hold: those of all series, or the sums of those that are stacked."""
    rows = [[as_number(text) for text in series.values.texts] for series in chart.measured]
    if chart.stacked:
        return [sum((one for one in column if one is not None), Decimal(0)) for column in zip_longest(*rows)]
    return [number for row in rows for number in row if number is not None]
