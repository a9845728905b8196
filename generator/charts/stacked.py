"""Stacked bars: parts that add up, laid end to end, each with its number in it, under one row that says which part is which.

In: a plan of several rows. Out: level bars. The row of names stands in the order of the parts, in the deck as the chart's own legend:
beside the marks there is no place that all bars share.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.charts import honesty, scales, series
from generator.charts.alt_text import describe_rows
from generator.charts.bars import LEAST_BAR, NAME_GAP, NAMES_PART
from generator.charts.faults import ChartError, too_narrow
from generator.charts.kind import Kind
from generator.drawing import Box
from generator.typeset.model import Align
from generator.units import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan, PlanRow
    from generator.document.model import Chart
    from generator.drawing import Item
    from generator.units import Length

SWATCH, SWATCH_GAP, ITEM_GAP, BELOW_LEGEND = 0.8, 0.4, 1.6, 0.9
"""In label sizes: a part's colour beside its name, the gap between them, from name to next colour, from the names to the bars."""

ROW_AIR = 0.9
"""Between rows at the least, in label sizes."""

IN_PART = 0.5
"""The room that a number leaves within its part, both ends together, in label sizes."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Names of the bars, numbers row by row, and the names of the rows."""

    names: tuple[Block, ...]
    values: tuple[tuple[Block | None, ...], ...]
    legend: tuple[Block, ...]
    column: Length


def two_rows(chart: Chart) -> Iterator[ChartError]:
    """Refuse bars of one part."""
    if chart.data and len(series.rows(chart)) == 1:
        yield ChartError("a stacked chart of one series is a bar chart", "choose `kind: bar`", chart.origin, "one-series")


def something(chart: Chart) -> Iterator[ChartError]:
    """Refuse a part of nothing: it has no place for its number."""
    for datum in chart.data:
        if datum.number.value == 0:
            yield ChartError(f"`{datum.figure}` is a part of nothing", "leave it out", datum.origin, "too-thin")


def texts(plan: Plan, easel: Easel) -> Texts:
    """Return all texts, set; raises ChartError where a part is narrower than its number."""
    look, most = easel.look, round(NAMES_PART * easel.size.width)
    style = look.name(look.inks.grey)
    widest = max(easel.words(name, style, most).width for name in plan.categories)
    column = min(widest + look.hairline, most)
    made = Texts(
        tuple(easel.words(name, style, column, Align.RIGHT) for name in plan.categories),
        tuple(_numbers(row, easel) for row in plan.rows),
        tuple(easel.words(row.name, look.name(), easel.size.width // 2) for row in plan.rows),
        column,
    )
    _check(plan, made, easel)
    return made


def _numbers(row: PlanRow, easel: Easel) -> tuple[Block | None, ...]:
    style = easel.look.strong(easel.look.inks.on(row.ink))
    return tuple(easel.number(point.number, style, style.ink, origin=point.origin) if point else None for point in row.points)


def _check(plan: Plan, made: Texts, easel: Easel) -> None:
    """Refuse what does not fit: bars without room, a number wider than its part, names of parts wider than the picture."""
    room = _room(made, easel)
    if room < LEAST_BAR * easel.size.width or _legend_width(made, easel) > easel.size.width:
        raise too_narrow(plan.chart.origin, "names leave no room for the bars")
    for row, blocks in zip(plan.rows, made.values, strict=True):
        for point, block in zip(row.points, blocks, strict=True):
            if point and block and block.width + IN_PART * easel.look.label > room * float(point.value / plan.maximum):
                message = f"the part of `{point.number}` is narrower than its number"
                hint = "put small parts together, or choose `kind: bar`"
                raise ChartError(message, hint, point.origin, "does-not-fit")


def _room(made: Texts, easel: Easel) -> Length:
    return easel.size.width - made.column - round(NAME_GAP * easel.look.label)


def _legend_width(made: Texts, easel: Easel) -> Length:
    label = easel.look.label
    each = round((SWATCH + SWATCH_GAP) * label)
    return sum(block.width + each for block in made.legend) + (len(made.legend) - 1) * round(ITEM_GAP * label)


def _legend_height(made: Texts, easel: Easel) -> Length:
    return max(block.height for block in made.legend) + round(BELOW_LEGEND * easel.look.label)


def _pitch(made: Texts, easel: Easel) -> Length:
    blocks = [*made.names, *(block for row in made.values for block in row if block)]
    return max(block.height for block in blocks) + round(ROW_AIR * easel.look.label)


def plot(plan: Plan, easel: Easel) -> Rect:
    """Return the plot: right of the names, under the row that names the parts."""
    made = texts(plan, easel)
    top, count = _legend_height(made, easel), len(plan.categories)
    pitch = min((easel.size.height - top) // count, round(easel.look.bar * (1 + plan.gap / 100)))
    left = made.column + round(NAME_GAP * easel.look.label)
    return Rect(left, top, _room(made, easel), max(pitch * count, 0))


def legend_items(plan: Plan, made: Texts, place: Rect, easel: Easel) -> tuple[Item, ...]:
    """Return the names of the parts in a row over the bars, each after its colour, from the bars' foot on where there is room."""
    label, x = easel.look.label, min(place.x, easel.size.width - _legend_width(made, easel))
    side = round(SWATCH * label)
    items: list[Item] = []
    for row, block in zip(plan.rows, made.legend, strict=True):
        items.append(Box(Rect(x, (block.height - side) // 2, side, side), fill=row.ink))
        x += side + round(SWATCH_GAP * label)
        items.append(block.at(x, 0))
        x += block.width + round(ITEM_GAP * label)
    return tuple(items)


def _height(plan: Plan, easel: Easel) -> Length:
    made = texts(plan, easel)
    return _legend_height(made, easel) + _pitch(made, easel) * len(plan.categories)


def _natural(plan: Plan, easel: Easel) -> Length:
    made = texts(plan, easel)
    pitch = max(round(easel.look.bar * (1 + plan.gap / 100)), _pitch(made, easel))
    return _legend_height(made, easel) + pitch * len(plan.categories)


KIND = Kind(
    "堆积条形图",
    native=True,
    rules=(
        *honesty.PLOTTED,
        honesty.not_below_zero,
        something,
        scales.no_axis,
        series.plain_rows,
        two_rows,
        scales.few_rows,
    ),
    describe=describe_rows,
    height=_height,
    natural=_natural,
    plot=plot,
)
