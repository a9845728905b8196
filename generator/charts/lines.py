"""Lines and dots: values as places on an upright axis, over names that stand side by side.

In: a plan. Out: for a line, points joined through time, each with its number, and where there are two lines their names at their ends;
for dots, one a name over a thin thread. Points may lie below zero, on a logarithmic axis or on one that begins elsewhere (`scales`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.charts import honesty, scales, series
from generator.charts.alt_text import describe_data, describe_rows
from generator.charts.bars import NAME_GAP, NATURAL_COLUMN, parted_period, value_style
from generator.charts.faults import ChartError, too_narrow
from generator.charts.kind import Kind
from generator.charts.look import LABEL_GAP
from generator.charts.plan import NOUGHT
from generator.document.model import plain
from generator.typeset.model import Align
from generator.units import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan, PlanPoint, PlanRow
    from generator.document.model import Chart
    from generator.typeset.model import Style
    from generator.units import Length

MARK = 0.3
"""A point's radius, in label sizes."""

LEAST_PLOT = 5
"""The least height of the plot, in label sizes."""

NAME_AIR = 0.25
"""Between a label below its point and the names at the least, in label sizes."""

MOST_END = 0.25
"""The widest name at the end of a line, in widths of the picture."""

TWO = 2


@dataclass(frozen=True, slots=True)
class End:
    """What stands at the end of a line: its name over its last value."""

    name: Block
    value: Block
    gap: Length

    @property
    def width(self) -> Length:
        """The wider of the two."""
        return max(self.name.width, self.value.width)

    @property
    def height(self) -> Length:
        """Both, one under the other."""
        return self.name.height + self.gap + self.value.height


@dataclass(frozen=True, slots=True)
class Texts:
    """The names under the points, the values at them row by row (None where the value stands at the line's end), and the ends."""

    names: tuple[Block, ...]
    values: tuple[tuple[Block | None, ...], ...]
    ends: tuple[End, ...]


# Rules


def two_points(chart: Chart) -> Iterator[ChartError]:
    """Refuse a line of a single value, and one that stops before the others do."""
    if not chart.data or any(not row.data for row in chart.series):
        return
    names = series.categories(chart)
    if len(names) < TWO:
        yield ChartError("a line of one point goes nowhere", "choose `kind: cards` or `kind: dot`", chart.origin, "one-point")
        return
    for place, row in enumerate(series.rows(chart)):
        if len(series.rows(chart)) > 1 and plain(names[-1]) not in series.by_category(chart, place):
            message = f"`{plain(row.name)}` ends before `{plain(names[-1])}`, where its name would stand"
            yield ChartError(message, "give its last value, or make a chart of each", row.data[0].origin, "missing-value")


# Places


def part(value: Decimal, plan: Plan) -> float:
    """Return how high a value lies on the axis, 0 to 1."""
    return scales.part(value, (plan.minimum, plan.maximum), plan.chart.axis)


def foot(plan: Plan) -> float:
    """Return the height of the line that points are seen against: zero, or the foot of an axis that does not begin there."""
    return 0.0 if plan.chart.axis else part(NOUGHT, plan)


def texts(plan: Plan, easel: Easel) -> Texts:
    """Return all texts, set; raises ChartError where they are wider than their places."""
    ends = tuple(_end(row, easel) for row in plan.rows) if len(plan.rows) > 1 else ()
    pitch = _pitch(ends, plan, easel)
    measure = pitch - round(0.6 * easel.look.label)
    if measure < easel.look.label:
        raise too_narrow(plan.chart.origin, "names and values leave no room for the points")
    names = tuple(easel.words(name, easel.look.name(easel.look.inks.grey), measure, Align.CENTRE) for name in plan.categories)
    values = tuple(_values(row, plan, easel) for row in plan.rows)
    widest = max((value.width for row in values for value in row if value), default=0)
    if widest > pitch - round(0.4 * easel.look.label) or parted_period(plan, names, easel):
        raise too_narrow(plan.chart.origin, "the values of the points would meet")
    return Texts(names, values, ends)


def _pitch(ends: tuple[End, ...], plan: Plan, easel: Easel) -> Length:
    """Return the room of one name: names at the ends of lines begin half a pitch before the plot's edge."""
    count, width = len(plan.categories), easel.size.width
    if not ends:
        return width // count
    aside = max(end.width for end in ends) + round((MARK + LABEL_GAP) * easel.look.label)
    return max(1, round(min(width / count, (width - aside) / (count - 0.5))))


def style(point: PlanPoint, row: PlanRow, plan: Plan, easel: Easel) -> Style:
    """Return the style of a value: of two lines that of its line, else as on bars."""
    return easel.look.strong(row.ink) if len(plan.rows) > 1 else value_style(point, easel)


def _values(row: PlanRow, plan: Plan, easel: Easel) -> tuple[Block | None, ...]:
    last = len(row.points) - 1 if len(plan.rows) > 1 else len(row.points)
    return tuple(
        easel.number(point.number, made := style(point, row, plan, easel), made.ink, origin=point.origin)
        if point and place < last
        else None
        for place, point in enumerate(row.points)
    )


def _end(row: PlanRow, easel: Easel) -> End:
    point = row.points[-1]
    assert point is not None, "each line reaches the last name"
    made = easel.look.strong(row.ink)
    name = easel.words(row.name, easel.look.name(row.ink), round(MOST_END * easel.size.width), origin=point.origin)
    return End(name, easel.number(point.number, made, made.ink, origin=point.origin), round(NAME_AIR * easel.look.label))


def plot(plan: Plan, easel: Easel) -> Rect:
    """Return the plot: from the left edge to half a pitch after the last point, between values above and names below."""
    made = texts(plan, easel)
    under, over = frame(made, easel)
    width = _pitch(made.ends, plan, easel) * len(plan.categories)
    return Rect(0, over, width, max(easel.size.height - over - under, 0))


def frame(made: Texts, easel: Easel) -> tuple[Length, Length]:
    """Return the heights that are taken under the plot and over it."""
    label = easel.look.label
    values = [value.height for row in made.values for value in row if value] + [end.height // 2 for end in made.ends]
    over = max(values, default=0) + round((MARK + LABEL_GAP) * label)
    return max(name.height for name in made.names) + round(NAME_GAP * label), over


def _height(plan: Plan, easel: Easel) -> Length:
    made = texts(plan, easel)
    return sum(frame(made, easel)) + max(LEAST_PLOT * easel.look.label, _ends_apart(made, plan), _above_names(made, plan, easel))


def _above_names(made: Texts, plan: Plan, easel: Easel) -> Length:
    """Return the height of the plot at which labels below their points stand over the names."""
    label, highest = easel.look.label, 0.0
    for row, values in zip(plan.rows, made.values, strict=True):
        for point, value in zip(row.points, values, strict=True):
            if point and value and point.below:
                over = (MARK + LABEL_GAP - NAME_GAP + NAME_AIR) * label + value.height
                highest = max(highest, over / max(part(point.value, plan), 0.01))
    for row, end in zip(plan.rows, made.ends, strict=False):
        point = row.points[-1]
        if point:
            highest = max(highest, (end.height / 2 + (NAME_AIR - NAME_GAP) * label) / max(part(point.value, plan), 0.01))
    return round(highest)


def _ends_apart(made: Texts, plan: Plan) -> Length:
    """Return the height of the plot at which the names at the ends of two lines do not meet."""
    if not made.ends:
        return 0
    one, other = (part(row.points[-1].value, plan) for row in plan.rows if row.points[-1])
    needed = (made.ends[0].height + made.ends[1].height) // 2
    if one == other:
        message = "both lines end at the same place, where their names would meet"
        raise ChartError(message, "make a chart of each", plan.chart.origin, "does-not-fit")
    return round(needed / abs(one - other))


def _natural(plan: Plan, easel: Easel) -> Length:
    made = texts(plan, easel)
    return max(sum(frame(made, easel)) + round(NATURAL_COLUMN * easel.size.width), _height(plan, easel))


_RULES = (*honesty.PLOTTED[:-1], series.plain_rows, scales.few_rows, scales.reasoned_axis, scales.comparable_points)
LINE = Kind(
    "折线图",
    native=True,
    rules=(*_RULES, two_points, scales.even_steps),
    describe=describe_rows,
    height=_height,
    natural=_natural,
    plot=plot,
)
DOT = Kind(
    "点图", native=True, rules=_RULES, describe=describe_data, height=_height, natural=_natural, plot=plot
)  # fmt: skip
