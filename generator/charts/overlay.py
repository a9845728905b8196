"""What lies over a chart's marks: a target, a line over columns, an arrow from the first to the last with its change.

In: the plan of a chart's marks. Out: the plan with a row for each such thing, which the deck's own chart has as a series: so it follows
the workbook's cells. A target and an arrow are no values that were measured: their cells but the first
are formulas of others.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal
from functools import partial
from typing import TYPE_CHECKING

from generator.charts import scales, series
from generator.charts.amounts import Amounts, of_cells
from generator.charts.faults import ChartError
from generator.charts.native import Marks, Over
from generator.charts.number_format import common_format, literal, number_format
from generator.charts.overlay_rules import marks_of, needs_second
from generator.charts.plan import NOUGHT, Plan, PlanPoint, PlanRow
from generator.diagnostics import said
from generator.document.model import Chart, Datum, Number, Series, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.document.model import RichText

LIFT = Decimal("0.4")
"""An arrow runs so much above the columns, in parts of the highest."""

CLEAR_OF = Decimal("0.22")
"""A line on a second axis keeps so much of the height from the columns below its points."""
LOW = Decimal("0.2")
"""A label does not go below a point in this lowest part of the axis: the names stand there."""
MOST_SHRUNK = Decimal(4)
"""Columns that had to be lower than this part of the plot under a line on a second axis would be hairlines."""

PER_CENT, TIMES = "%", "倍"
FIRST_CELL = 2
DIGITS = 12
"""Digits of a cell that is worked out."""


def overlaid(made: Plan) -> Plan:
    """Return a plan with all that lies over its marks, its axis as long as that needs."""
    chart = made.chart
    if not made.rows or not (chart.target or chart.growth or any(one.line for one in chart.series)):
        return made
    lines = tuple(_line(made, chart, one) for one in chart.series if one.line)
    if lines:
        made = replace(made, over=lines, native=made.native and replace(made.native, legend=True))
    made = _with_second(made) if needs_second(chart) else _parted(made)
    made = _held(made, (datum.number for datum in _beside(chart)))
    if chart.target:
        made = replace(made, over=(*made.over, _target(made, chart.target)))
    if chart.growth:
        made = replace(made, over=(*made.over, _arrow(made, chart.growth)))
    made = _reaching(made)
    return _aside(made) if made.native and made.native.marks is Marks.POINTS else made


def _aside(made: Plan) -> Plan:
    """Return a plan of points whose labels stand on the other side where a target would run through them."""
    for target in (row.points[-1] for row in made.over if row.over is Over.TARGET):
        assert target is not None
        level = _height(target, made)
        rows = (
            replace(row, points=tuple(point and _on_its_side(point, level, made) for point in row.points)) for row in made.rows
        )
        made = replace(made, rows=tuple(rows))
    return made


def _on_its_side(point: PlanPoint, level: float, made: Plan) -> PlanPoint:
    """Return a point with its label on the side where a target at a level is not, unless it is far from that, or the names are near."""
    height = _height(point, made)
    below = height < level if abs(level - height) < CLEAR_OF else point.below
    return replace(point, below=below and height > CLEAR_OF)


def _height(point: PlanPoint, made: Plan) -> float:
    found = scales.part(point.value, (made.minimum, made.maximum), made.chart.axis)
    return 1 - found if made.down else found


def _beside(chart: Chart) -> Iterator[Datum]:
    """Yield the values that are measured by the cells of the marks and lie over these."""
    yield from (chart.target,) if chart.target else ()
    yield from (datum for one in chart.series if one.line and not needs_second(chart) for datum in one.data)


def _letter(made: Plan) -> str:
    """Return the letter of the workbook's next column."""
    return chr(ord("B") + len(made.columns))


def _point(category: RichText, number: Number, made: Plan, value: Decimal, origin: str) -> PlanPoint:
    ink = made.inks.ink
    return PlanPoint(category, number, value, number_format(number), ink, ink, emphasis=False, origin=origin)


def _measured(category: RichText, datum: Datum, made: Plan, cells: Amounts) -> PlanPoint:
    """Return a value among those of the marks, in the scale of their cells."""
    number = datum.short or datum.number
    if number.scale == cells.scale:
        return _point(category, number, made, number.value or NOUGHT, datum.origin)
    return replace(_point(category, number, made, cells.of(datum.number), datum.origin), format=cells.code(number))


def _held(made: Plan, numbers: Iterable[Number]) -> Plan:
    """Return a plan that the deck draws where no number format of its cells prints these numbers as they are given."""
    cells = of_cells(marks_of(made.chart))
    written = all(number.scale == cells.scale or cells.written(number) for number in numbers)
    return made if written else replace(made, native=None)


def _line(made: Plan, chart: Chart, row: Series) -> PlanRow:
    named = series.by_category(chart, chart.series.index(row))
    names = zip(made.categories, series.categories(marks_of(chart)), strict=True)
    own = Amounts(row.data[0].number.scale, is_written=True)
    cells = own if needs_second(chart) else of_cells(marks_of(chart))
    points = tuple(_measured(name, named[plain(whole)], made, cells) for name, whole in names)
    return PlanRow(row.name, points, made.inks.ink, common_format(one.number for one in row.data), Over.LINE)


def _with_second(made: Plan) -> Plan:
    """Return a plan whose lines have an axis of their own, from zero, and whose columns end below the line."""
    values = [point.value for row in made.over for point in row.points if point]
    second = _even(max(values))
    shrunk = Decimal(1)
    for place in range(len(made.categories)):
        low = min(point.value for row in made.over if (point := row.points[place])) / second - CLEAR_OF
        high = max((point.value for row in made.rows if (point := row.points[place])), default=NOUGHT)
        shrunk = max(shrunk, high / made.maximum / low if low > 0 else MOST_SHRUNK + 1)
    if min(values) < 0 or shrunk > MOST_SHRUNK:
        raise ChartError(said("line-over.crosses"), said("hint.panels-or-two-charts"), made.chart.origin)
    return replace(made, second=second, maximum=_even(made.maximum * shrunk))


def _parted(made: Plan) -> Plan:
    """Return a plan in which labels of columns and of a line over them keep apart: of two close together the lower has it below.

    Raises ChartError where that is so low that the names stand there.
    """
    for laid in made.over:
        reach = max(made.maximum, scales.end(max(point.value for point in laid.points if point)))
        rows = tuple(replace(row, points=tuple(map(partial(_under, made, reach), row.points, laid.points))) for row in made.rows)
        tops = [max((one.value for row in rows if (one := row.points[at])), default=NOUGHT) for at in range(len(made.categories))]
        points = (one and replace(one, below=_is_close(one, top, reach)) for one, top in zip(laid.points, tops, strict=True))
        made = replace(made, rows=rows, over=(replace(laid, points=tuple(points)),))
    return made


def _is_close(lower: PlanPoint, upper: Decimal, reach: Decimal) -> bool:
    """Tell whether a value is so little under another, in parts of an axis, that its label goes below; raises ChartError as above."""
    if not lower.value < upper < lower.value + CLEAR_OF * reach:
        return False
    if lower.value < LOW * reach:
        raise ChartError(said("line-over.crosses"), said("hint.panels-or-two-charts"), lower.origin)
    return True


def _under(made: Plan, reach: Decimal, point: PlanPoint | None, over: PlanPoint | None) -> PlanPoint | None:
    """Return a column's point with its label in it where one of the line is right above, or on its end."""
    if point is None or over is None:
        return point
    close = _is_close(point, over.value, reach) or point.value == over.value
    return replace(point, inside=True, letters=made.inks.on(point.ink)) if close else point


def _even(value: Decimal) -> Decimal:
    """Return a value with three digits, not less than it."""
    return scales.end(value / scales.HEADROOM)


def _target(made: Plan, target: Datum) -> PlanRow:
    """Return a target: one and the same value at every name, told at the last with its period."""
    name = target.label if plain(target.period) in plain(target.label) else (*target.period, *target.label)
    cell, cells = f"${_letter(made)}${FIRST_CELL}", of_cells(marks_of(made.chart))
    points = [_measured(category, target, made, cells) for category in made.categories]
    last = len(points) - 1
    across = (replace(one, formula=cell if at else "", is_told=at == last) for at, one in enumerate(points))
    return PlanRow(name, tuple(across), made.inks.ink, points[0].format, Over.TARGET)


def _arrow(made: Plan, growth: Number) -> PlanRow:
    """Return an arrow over the columns from the first to the last, lifted clear of all in between; its name is the change."""
    (row,) = made.rows
    values = [point.value if point else NOUGHT for point in row.points]
    last, letter = len(values) - 1, _letter(made)
    level = [values[0] + (values[-1] - values[0]) * place / last for place in range(last + 1)]
    lift = max(NOUGHT, *(one - here for one, here in zip(values, level, strict=True))) + LIFT * max(values)
    lift, inner = _rounded(lift), range((last + 3) // 4, last - (last + 3) // 4 + 1)
    middle = max(inner or (0,), key=lambda place: level[place] - values[place])
    ends = (f"B{FIRST_CELL}+{lift:f}", f"B{FIRST_CELL + last}+{lift:f}")
    between = f"${letter}${FIRST_CELL}+(${letter}${FIRST_CELL + last}-${letter}${FIRST_CELL})*"
    points = []
    for place, (category, height) in enumerate(zip(made.categories, level, strict=True)):
        formula = ends[0] if not place else ends[1] if place == last else f"{between}{place}/{last}"
        point = _point(category, growth, made, _rounded(height + lift), made.chart.origin)
        points.append(replace(point, formula=formula, is_told=False, emphasis=place == middle))
    return PlanRow((growth.run,), tuple(points), made.inks.ink, over=Over.ARROW, formula=_worded(growth, last))


def _rounded(value: Decimal) -> Decimal:
    """Return a value as a cell holds it that was worked out."""
    step = Decimal(1).scaleb(value.adjusted() + 1 - DIGITS) if value else Decimal(1)
    return value.quantize(step, ROUND_HALF_EVEN).normalize() + 0


VERBS = {"增长": "下降", "上升": "下降", "增加": "减少"}
"""What a number does that rises, and what it does that falls: both stand in the cell's formula."""


def _worded(growth: Number, last: int) -> str:
    """Return the formula by which a cell says the change in words, so that it follows when a value is edited; "" for 持平."""
    if growth.value is None:
        return ""
    first, now = f"B{FIRST_CELL}", f"B{FIRST_CELL + last}"
    rise, fall = _verbs(growth)
    about = growth.qualifier.removeprefix(rise).removeprefix(fall)
    digits = "0." + "0" * len(growth.digits.partition(".")[2]) if "." in growth.digits else "0"
    relative = growth.unit in {PER_CENT, TIMES}
    part = f"ABS({now}/{first}-1)" if relative else f"ABS({now}-{first})"
    size = f'TEXT({part}{"*100" if growth.unit == PER_CENT else ""},"{digits}")'
    return f'IF({now}<{first},"{fall}{about}","{rise}{about}")&{size}&{literal(growth.tail)}'


def _verbs(growth: Number) -> tuple[str, str]:
    """Return what is said of a rise and of a fall that is told like this one."""
    rises = "上升" if growth.unit not in {PER_CENT, TIMES} else "增长"
    return rises, VERBS[rises]


def _reaching(made: Plan) -> Plan:
    """Return a plan whose axis holds what lies over its marks too."""
    laid = [point.value for row in made.over if not (made.second and row.over is Over.LINE) for point in row.points if point]
    if not laid:
        return made
    if axis := made.chart.axis:
        minimum, maximum = scales.ends([*laid, *(point.value for point in made.points)], axis)
        return replace(made, minimum=minimum, maximum=maximum)
    minimum, maximum = made.minimum, made.maximum
    if max(laid) > maximum / scales.HEADROOM:
        maximum = max(maximum, scales.end(max(laid)))
    if min(laid) < minimum:
        minimum = scales.ends([min(laid), maximum], axis)[0]
    return replace(made, minimum=minimum, maximum=maximum)
