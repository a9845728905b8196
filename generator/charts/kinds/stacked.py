"""Stacked bars: parts that add up, laid end to end, each with its number in it, under one row that says which part is which.

In: a plan of several rows. Out: level bars. The row of names stands in the order of the parts, in the deck as the chart's own legend:
beside the marks there is no place that all bars share.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from generator.charts import scales, series
from generator.charts.canvas import Canvas
from generator.charts.faults import ChartError, too_narrow
from generator.charts.honesty import not_below_zero, one_scale
from generator.charts.kind import Drawn, Kind, Native
from generator.charts.native import Marks, NativeForm, Option
from generator.charts.plan_rows import with_rows
from generator.charts.shapes import bars, key
from generator.charts.shapes.bars import LEAST_BAR, NAME_GAP, NAMES_PART
from generator.diagnostics import said
from generator.typeset.model import Align
from generator.units import Length, Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan, PlanPoint, PlanRow
    from generator.document.model import Chart
    from generator.drawing import Item

ROW_AIR = 0.9
"""Between rows at the least, in label sizes."""

IN_PART = 0.5
"""The room that a number leaves within its part, both ends together, in label sizes."""


MOST_PARTS = 4
"""More parts cannot be told apart in greyscale."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Names of the bars, numbers row by row, and the names of the rows."""

    names: tuple[Block, ...]
    values: tuple[tuple[Block | None, ...], ...]
    legend: tuple[Block, ...]
    column: Length


def no_nothing(chart: Chart) -> Iterator[ChartError]:
    """Refuse a part of nothing: it has no place for its number."""
    for datum in chart.data:
        if datum.number.value == 0:
            yield ChartError(said("too-thin.nothing", figure=datum.figure), said("hint.leave-out"), datum.origin)


def _texts(plan: Plan, easel: Easel) -> Texts:
    """Return all texts, set; raises ChartError where a part is narrower than its number."""
    look, most = easel.look, round(NAMES_PART * easel.size.width)
    style = look.name(look.inks.grey)
    widest = max(easel.words(name, style, most).width for name in plan.categories)
    column = min(widest + look.hairline, most)
    made = Texts(
        tuple(easel.words(name, style, column, Align.RIGHT) for name in plan.categories),
        tuple(_numbers(row, easel) for row in plan.rows),
        key.names(plan, easel),
        column,
    )
    _check(plan, made, easel)
    return made


def _numbers(row: PlanRow, easel: Easel) -> tuple[Block | None, ...]:
    return tuple(easel.value(point) if point else None for point in row.points)


def _check(plan: Plan, made: Texts, easel: Easel) -> None:
    """Refuse what does not fit: bars without room, a number wider than its part, names of parts wider than the picture."""
    room = _room(made, easel)
    if room < LEAST_BAR * easel.size.width or key.width(made.legend, easel) > easel.size.width:
        raise too_narrow(plan.chart.origin, said("does-not-fit.bars"))
    for row, blocks in zip(plan.rows, made.values, strict=True):
        for point, block in zip(row.points, blocks, strict=True):
            if point and block and block.width + IN_PART * easel.look.label > room * float(point.value / plan.maximum):
                raise ChartError(said("does-not-fit.part", number=str(point.number)), said("hint.gather"), point.origin)


def _room(made: Texts, easel: Easel) -> Length:
    return easel.size.width - made.column - easel.em(NAME_GAP)


def _pitch(made: Texts, easel: Easel) -> Length:
    blocks = [*made.names, *(block for row in made.values for block in row if block)]
    return max(block.height for block in blocks) + easel.em(ROW_AIR)


def _plot(plan: Plan, easel: Easel) -> Rect:
    """Return the plot: right of the names, under the row that names the parts."""
    made = _texts(plan, easel)
    top, count = key.height(made.legend, easel), len(plan.categories)
    pitch = min((easel.size.height - top) // count, round(easel.look.bar * (1 + plan.gap / 100)))
    left = made.column + easel.em(NAME_GAP)
    return Rect(left, top, _room(made, easel), max(pitch * count, 0))


def _height(plan: Plan, easel: Easel) -> Length:
    made = _texts(plan, easel)
    return key.height(made.legend, easel) + _pitch(made, easel) * len(plan.categories)


def _natural(plan: Plan, easel: Easel) -> Length:
    made = _texts(plan, easel)
    pitch = max(round(easel.look.bar * (1 + plan.gap / 100)), _pitch(made, easel))
    return key.height(made.legend, easel) + pitch * len(plan.categories)


def _fill(bare: Plan) -> Plan:
    """Return the plan of parts whose axis ends with the longest bar."""
    made = with_rows(bare, [(ink, bare.inks.on(ink)) for ink in bare.inks.rows(len(series.rows(bare.chart)))])
    columns = zip(*(row.points for row in made.rows), strict=True)
    longest = max(sum((point.value for point in column if point), Decimal(0)) for column in columns)
    return bars.spaced(replace(made, maximum=longest), bars.LYING_GAPS)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    """Return level bars of parts with their numbers in them, names at the left, under a row that says what the parts are."""
    look, count, thick = easel.look, len(plan.categories), bars.thick(plan)
    made, place = _texts(plan, easel), _plot(plan, easel)
    canvas = Canvas(easel, place, (0, count - 0.5), (float(plan.maximum), -0.5))
    for at in range(count):
        for start, point in _parts(plan, at):
            end = start + float(point.value)
            canvas.bar((start, at - thick / 2), (float(point.value), thick), point.ink)
            canvas.stroke(((end, at - thick / 2), (end, at + thick / 2)), look.inks.paper, 2 * look.hairline)
    canvas.ground((0, -0.5), (0, count - 0.5))
    for at, name in enumerate(made.names):
        canvas.label(name, (0, at), (-easel.em(NAME_GAP), 0), (1, 0.5))
        blocks = (values[at] for values in made.values)
        for (start, point), block in zip(_parts(plan, at), filter(None, blocks), strict=True):
            canvas.label(block, (start + float(point.value) / 2, at), (0, 0), (0.5, 0.5))
    return (*key.items(plan, made.legend, place.x, easel), *canvas.items)


def _parts(plan: Plan, at: int) -> Iterator[tuple[float, PlanPoint]]:
    """Yield the parts of a bar, each with where it begins."""
    start = 0.0
    for row in plan.rows:
        if point := row.points[at]:
            yield start, point
            start += float(point.value)


RULES = (*bars.LENGTH_RULES, one_scale, not_below_zero, no_nothing, series.several_rows, partial(scales.few_rows, MOST_PARTS))
NATIVE = Native(NativeForm("BAR_STACKED", Marks.BARS, label="ctr", lying=True, overlap=100, legend=True), _fill, _plot)
OPTIONS = frozenset({Option.TABLE})
KIND = Kind("堆积条形图", RULES, Drawn(_height, _natural, _draw), NATIVE, series.by_figure, options=OPTIONS)
