"""What lines and dots share: values as places on an upright axis, over names that stand side by side.

In: a plan. Out: the texts, set, and the plot. Points may lie below zero, on a logarithmic axis or on one that begins elsewhere
(`scales`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from generator.charts import honesty, scales, series
from generator.charts.canvas import Canvas, Pair
from generator.charts.faults import ChartError, too_narrow
from generator.charts.kind import Labels
from generator.charts.lettering import Block, Easel, Named
from generator.charts.look import LABEL_GAP
from generator.charts.plan import NOUGHT, Plan, PlanPoint, PlanRow
from generator.charts.shapes import laid_over
from generator.charts.shapes.bars import NAME_AIR, NAME_GAP, NATURAL_COLUMN, VALUE_AIR, parted_period
from generator.charts.shapes.reach import with_room_below
from generator.charts.shapes.thinning import Sides, has_needed, lower_side, wanted, with_fewer_names, with_fewer_values
from generator.diagnostics import said
from generator.typeset.model import Align
from generator.units import Length, Rect

MARK = 0.3
"""A point's radius, in label sizes."""

LEAST_PLOT = 5
"""The least height of the plot, in label sizes."""

LABEL_AIR = 0.25
"""Between a label below its point and the names at the least, in label sizes."""

MOST_END = 0.25
"""The widest name at the end of a line, in widths of the picture."""

UNDER_POINT = 2.6
"""On a slide, what a point below zero and the label under it take, in label sizes."""

DASH = (8, 6)
"""The foot of an axis that does not begin at zero, in hairlines."""

RULES = (*honesty.COMPARED, series.plain_rows)


@dataclass(frozen=True, slots=True)
class Texts:
    """The names under the points, the values at them row by row (None where none is shown, or it stands at an end), and the ends."""

    names: tuple[Block | None, ...]
    values: tuple[tuple[Block | None, ...], ...]
    ends: tuple[Named, ...]


def part(value: Decimal, plan: Plan) -> float:
    """Return how high a value lies on the axis, 0 to 1; a rank the higher, the smaller it is."""
    found = scales.part(value, (plan.minimum, plan.maximum), plan.chart.axis)
    return 1 - found if plan.down else found


def foot(plan: Plan) -> float:
    """Return the height of the line that points are seen against: zero, or the foot of an axis that does not begin there."""
    return 0.0 if plan.is_dashed else part(NOUGHT, plan)


def texts(plan: Plan, easel: Easel) -> Texts:
    """Return all texts, set; raises ChartError where they are wider than their places."""
    ends = _ends(plan, easel)
    pitch = _pitch(ends, plan, easel)
    measure = plan.every * pitch - (easel.em(NAME_AIR) if plan.every == 1 else 0)
    if measure < easel.look.label:
        raise too_narrow(plan.chart.origin, said("does-not-fit.points"))
    names = tuple(
        None if at % plan.every else easel.words(name, easel.look.name(easel.look.inks.grey), measure, Align.CENTRE)
        for at, name in enumerate(plan.categories)
    )
    values = tuple(_values(row, plan, easel) for row in plan.rows)
    widest = max((value.width for row in values for value in row if value), default=0)
    meets = all(point.is_told for point in plan.points) and widest > pitch - easel.em(VALUE_AIR)
    if meets or parted_period(plan, names):
        raise ChartError(said("does-not-fit.point-values"), said("hint.narrow-values"), plan.chart.origin)
    return Texts(names, values, ends)


def thinned(plan: Plan, easel: Easel, labels: Labels) -> Plan:
    """Return the plan with fewer names, and with fewer values where all have no room."""
    single = len(plan.rows) == 1
    pitch, air = _pitch(_ends(plan, easel), plan, easel), easel.em(VALUE_AIR)
    made = with_fewer_names(plan, easel, pitch, easel.em(NAME_AIR))
    if all(easel.value(point).width + air <= pitch for point in plan.points):
        return made

    def keep(row: PlanRow) -> dict[int, bool]:
        widths = [easel.value(point).width if point else 0 for point in row.points]
        sides = Sides(row, widths if single else [*widths[:-1], 0], pitch, air, free=single)
        for at in wanted(row):
            point, reach = row.points[at], ceil(widths[at] / 2 / pitch)
            sides.take(at, below=lower_side(row, at, reach) if single else bool(point and point.below))
        return sides.kept

    made = with_fewer_values(made, keep)
    if not has_needed(made, labels):
        raise ChartError(said("does-not-fit.point-values"), said("hint.narrow-values"), plan.chart.origin)
    return made


def _ends(plan: Plan, easel: Easel) -> tuple[Named, ...]:
    return tuple(_end(row, easel) for row in plan.rows) if len(plan.rows) > 1 else ()


def _pitch(ends: tuple[Named, ...], plan: Plan, easel: Easel) -> Length:
    """Return the room of one name: names at the ends of lines begin half a pitch before the plot's edge."""
    count, width = len(plan.categories), laid_over.narrowed(plan, easel).size.width
    if not ends:
        return width // count
    aside = max(end.width for end in ends) + easel.em(MARK + LABEL_GAP)
    return max(1, round(min(width / count, (width - aside) / (count - 0.5))))


def _values(row: PlanRow, plan: Plan, easel: Easel) -> tuple[Block | None, ...]:
    last = len(row.points) - 1 if len(plan.rows) > 1 else len(row.points)
    return tuple(
        easel.value(point) if point and point.is_told and place < last else None for place, point in enumerate(row.points)
    )


def _end(row: PlanRow, easel: Easel) -> Named:
    point = row.points[-1]
    assert point is not None, "each line reaches the last name"
    name = easel.words(row.name, easel.look.name(row.ink), round(MOST_END * easel.size.width), origin=point.origin)
    return Named(name, easel.value(point), easel.em(LABEL_AIR))


def plot(plan: Plan, easel: Easel) -> Rect:
    """Return the plot: from the left edge to half a pitch after the last point, between values above and names below."""
    made = texts(plan, easel)
    under, over = frame(made, easel)
    width = _pitch(made.ends, plan, easel) * len(plan.categories)
    return Rect(0, over, width, max(easel.size.height - over - under, 0))


def open_plot(plan: Plan, easel: Easel) -> Rect:
    """Return the plot for an axis whose end is the program's choice: the edge at its end is where the page has the outermost point."""
    whole = plot(plan, easel)
    laid = [point for row in plan.columns for point in row.points if point]
    if plan.down:
        lowest = min(part(point.value, plan) for point in laid)
        return Rect(whole.x, whole.y, whole.width, whole.height - round(lowest * whole.height))
    highest = max([foot(plan), *(part(point.value, plan) for point in laid)])
    top = round((1 - highest) * whole.height)
    return Rect(whole.x, whole.y + top, whole.width, whole.height - top)


def settled(plan: Plan, easel: Easel) -> Plan:
    """Return the plan of the deck's own chart: under values below zero its axis leaves room for the lowest label."""
    return with_room_below(plan, easel.em(UNDER_POINT) / max(plot(plan, easel).height, 1))


def frame(made: Texts, easel: Easel) -> tuple[Length, Length]:
    """Return the heights that are taken under the plot and over it."""
    values = [value.height for row in made.values for value in row if value] + [end.height // 2 for end in made.ends]
    over = max(values, default=0) + easel.em(MARK + LABEL_GAP)
    return max(name.height for name in made.names if name) + easel.em(NAME_GAP), over


def height(plan: Plan, easel: Easel) -> Length:
    """Return the least height: of the plot, of what stands at the ends of lines, and of labels above the names."""
    made = texts(plan, easel)
    return sum(frame(made, easel)) + max(LEAST_PLOT * easel.look.label, _ends_apart(made, plan), _above_names(made, plan, easel))


def _above_names(made: Texts, plan: Plan, easel: Easel) -> Length:
    """Return the height of the plot at which labels below their points stand over the names."""
    label, highest = easel.look.label, 0.0
    for row, values in zip(plan.rows, made.values, strict=True):
        for point, value in zip(row.points, values, strict=True):
            if point and value and point.below:
                over = (MARK + LABEL_GAP - NAME_GAP + LABEL_AIR) * label + value.height
                highest = max(highest, over / max(part(point.value, plan), 0.01))
    for row, end in zip(plan.rows, made.ends, strict=False):
        point = row.points[-1]
        if point:
            highest = max(highest, (end.height / 2 + (LABEL_AIR - NAME_GAP) * label) / max(part(point.value, plan), 0.01))
    return round(highest)


def _ends_apart(made: Texts, plan: Plan) -> Length:
    """Return the height of the plot at which the names at the ends of two lines do not meet."""
    if not made.ends:
        return 0
    one, other = (part(row.points[-1].value, plan) for row in plan.rows if row.points[-1])
    needed = (made.ends[0].height + made.ends[1].height) // 2
    if one == other:
        raise ChartError(said("does-not-fit.line-ends"), said("hint.chart-each"), plan.chart.origin)
    return round(needed / abs(one - other))


def natural(plan: Plan, easel: Easel) -> Length:
    """Return the height at which the picture looks best."""
    made = texts(plan, easel)
    return max(sum(frame(made, easel)) + round(NATURAL_COLUMN * easel.size.width), height(plan, easel))


def canvas_of(plan: Plan, easel: Easel) -> Canvas:
    """Return the canvas that points are drawn on, with the line that they are seen against, dashed where that is not zero."""
    count, look = len(plan.categories), easel.look
    canvas = Canvas(easel, plot(plan, easel), (-0.5, 0), (count - 0.5, 1))
    dash = tuple(part * look.hairline for part in DASH) if plan.is_dashed else ()
    canvas.stroke(((-0.5, foot(plan)), (count - 0.5, foot(plan))), look.inks.grey, look.hairline, dash)
    return canvas


def target(canvas: Canvas, plan: Plan, easel: Easel) -> None:
    """Draw a target over the plot, and its name at the right."""

    def height(_row: PlanRow, point: PlanPoint) -> float:
        return part(point.value, plan)

    laid_over.draw(canvas, plan, easel, height)
    laid_over.name(canvas, plan, easel, height)


def letter(canvas: Canvas, plan: Plan, easel: Easel, lines: Sequence[Sequence[Pair]] = ()) -> None:
    """Put down names, values clear of the lines, and what stands at the ends of these."""
    made = texts(plan, easel)
    gap = easel.em(MARK + LABEL_GAP)
    for place, name in enumerate(made.names):
        if name is None:
            continue
        canvas.label(name, (place, 0), (0, easel.em(NAME_GAP)), (0.5, 0))
    labels = [
        (value, (place, part(point.value, plan)), *((gap, 0) if point.below else (-gap, 1)))
        for row, values in zip(plan.rows, made.values, strict=True)
        for place, (point, value) in enumerate(zip(row.points, values, strict=True))
        if point and value
    ]
    for label in labels:
        canvas.await_label(*label)
    for label in labels:
        canvas.over_lines(*label, lines, foot(plan))
    for row, end in zip(plan.rows, made.ends, strict=False):
        point = row.points[-1]
        if point:
            at, top = (len(row.points) - 1, part(point.value, plan)), -end.height // 2
            canvas.label(end.name, at, (gap, top), (0, 0))
            canvas.label(end.value, at, (gap, top + end.name.height + end.gap), (0, 0))
