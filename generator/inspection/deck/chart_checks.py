"""A native chart's proof: what it shows is what its workbook holds, cell by cell, and its bars start at nought and end inside."""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.inspection.deck.charts import Range, as_number
from generator.inspection.verdict import DECK, Charge, place_name
from generator.inspection.workbook.reader import same_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.deck.charts import ChartText
    from generator.inspection.deck.model import SlideText


def prove_chart(slide: SlideText, place: int, name: str, chart: ChartText, charge: Charge) -> bool:
    """Compare a chart's cache with its workbook: header and categories as text, values as numbers; tell whether it is sound."""
    anchor = charge.anchor(DECK, place, name)
    sound = True
    for code, message in _faults(name, chart):
        charge.fault(code, message, place_name(DECK, slide.number), anchor, charge.edited)
        sound = False
    return sound


def _faults(name: str, chart: ChartText) -> Iterator[tuple[str, str]]:
    ranges = [one for series in chart.series for one in (series.name, series.categories, series.values)]
    if not chart.cells:
        yield "chart-mismatch", f"the chart `{name}` has no workbook to edit"
        return
    for one in ranges:
        if len(one.texts) != len(one.addresses):
            yield "chart-mismatch", f"the chart `{name}` shows {len(one.texts)} points of {len(one.addresses)} cells"
        yield from _differences(name, one, chart)
    known = {address for one in ranges for address in one.addresses}
    for address in sorted(address for address, text in chart.cells.items() if text and address not in known):
        yield (
            "chart-mismatch",
            f"cell {address} of the workbook of the chart `{name}` holds `{chart.cells[address]}`, which it does not show",
        )
    yield from _scale(name, chart)


def _differences(name: str, one: Range, chart: ChartText) -> Iterator[tuple[str, str]]:
    for text, address in zip(one.texts, one.addresses, strict=False):
        cell, number = chart.cells.get(address, ""), as_number(text)
        if text != cell and not (number is not None and same_number(cell, number)):
            yield "chart-mismatch", f"the chart `{name}` shows `{text}`, and cell {address} of its workbook holds `{cell}`"


def _scale(name: str, chart: ChartText) -> Iterator[tuple[str, str]]:
    """Tell bars that do not start at nought, and an axis that ends before the longest bar, or before any point on it."""
    values = _reached(chart)
    if chart.bars and (chart.least is None or chart.least != 0):
        yield "chart-scale", f"the bars of the chart `{name}` do not start at 0"
    if chart.most is not None and values and max(values) > chart.most:
        yield "chart-scale", f"the axis of the chart `{name}` ends at {chart.most:f}, before its bar of {max(values):f}"
    if chart.least is not None and values and min(values) < chart.least:
        yield "chart-scale", f"the axis of the chart `{name}` starts at {chart.least:f}, beyond its point of {min(values):f}"


def _reached(chart: ChartText) -> list[Decimal]:
    """Return the values that the axis must hold: those of all series, or the sums of those that are stacked."""
    rows = [[as_number(text) for text in series.values.texts] for series in chart.series]
    if chart.stacked:
        return [sum((one for one in column if one is not None), Decimal(0)) for column in zip_longest(*rows)]
    return [number for row in rows for number in row if number is not None]
