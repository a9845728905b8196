"""Lines: points joined through time, each with its number; where there are two lines their names stand at their ends.

On which side of its point a label stands is the plan's, for page and slide alike: where the line does not run through it.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.charts import scales, series
from generator.charts.faults import ChartError
from generator.charts.kind import Drawn, Kind, Native
from generator.charts.native import Marks, NativeForm, Option
from generator.charts.plan_rows import with_row, with_rows
from generator.charts.shapes import points
from generator.diagnostics import said
from generator.document import timing
from generator.document.model import Chart, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.charts.canvas import Pair
    from generator.charts.kind import Labels
    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan, PlanPoint, PlanRow
    from generator.drawing import Item

LINE_PART = 0.16
"""A line's weight in label sizes."""

MOST_LINES = 2
"""More lines cannot all be labelled."""

LOW, UNDER_ROOM = 0.15, Decimal("0.2")
"""A point in this lowest part of an axis from zero is so near the names that they make room by this part of the axis."""

APART = 0.25
"""Above a point in this lowest part of the height its label stays, for the names stand below, unless another is so near over it.

Under values below zero the axis leaves room for labels.
"""

TWO = 2


def two_points(chart: Chart) -> Iterator[ChartError]:
    """Refuse a line of a single value, and one that stops before the others do."""
    if not chart.data or any(not row.data for row in chart.series):
        return
    names = series.categories(chart)
    if len(names) < TWO:
        yield ChartError(said("one-point.line"), said("hint.cards-or-dot"), chart.origin)
        return
    for place, row in enumerate(series.rows(chart)):
        if len(series.rows(chart)) > 1 and plain(names[-1]) not in series.by_category(chart, place):
            says = said("missing-value.end", name=plain(row.name), last=plain(names[-1]))
            yield ChartError(says, said("hint.last-value"), row.data[0].origin)


def runs_forwards(chart: Chart) -> Iterator[ChartError]:
    """Refuse a line through a period without a date, and one that runs backwards."""
    undated = next((period for period in series.periods(chart) if not timing.dated((period,))), None)
    if undated:
        yield ChartError(said("undated-period.line", period=str(undated)), said("hint.dated-or-column"), chart.origin)
        return
    for row in series.rows(chart):
        if any(timing.moment(before) > timing.moment(after) for before, after in pairwise(row.data)):
            yield ChartError(said("backwards.line"), said("hint.earlier-first"), row.data[0].origin)
            return


def even_steps(chart: Chart) -> Iterator[ChartError]:
    """Warn of a line whose steps are of unlike length in time."""
    if len(set(timing.steps(series.periods(chart)))) > 1 and not chart.reason:
        yield ChartError(said("uneven-steps.line"), said("hint.column-or-reason"), chart.origin, warning=True)


def _fill(bare: Plan) -> Plan:
    """Return the plan with its labels on the side of their points where no line runs through them."""
    count = len(series.rows(bare.chart))
    made = with_row(bare) if count == 1 else with_rows(bare, [(ink, ink) for ink in bare.inks.lines(count)])
    sided = tuple(replace(row, points=tuple(_sided(made, row, place) for place in range(len(row.points)))) for row in made.rows)
    placed = replace(made, rows=sided)
    if made.down:
        return replace(placed, maximum=made.maximum * (1 + UNDER_ROOM))
    return replace(placed, minimum=_under(placed))


def _thinned(plan: Plan, easel: Easel, labels: Labels) -> Plan:
    """Return the plan with fewer labels, and room under those of them that stand low."""
    made = points.thinned(plan, easel, labels)
    return made if made.down else replace(made, minimum=_under(made))


def _under(plan: Plan) -> Decimal:
    """Return where the axis begins: under zero where a label below a low point, or at a line's end, would meet the names."""
    rows = plan.rows
    near = (
        point
        for row in rows
        for point in row.points
        if point and ((point.below and point.is_told) or (len(rows) > 1 and point is row.points[-1]))
    )
    low = any(points.part(point.value, plan) < LOW for point in near)
    return -UNDER_ROOM * plan.maximum if low and not plan.chart.axis and not plan.minimum else plan.minimum


def _sided(plan: Plan, row: PlanRow, place: int) -> PlanPoint | None:
    """Return a point with its label placed: of two lines the upper's above and the lower's below, of one on the side of the bend.

    Ranks have theirs above: where their axis ends is left to the deck's program, and the names stand there.
    """
    point = row.points[place]
    if point is None:
        return None
    height = points.part(point.value, plan)
    low = point.value >= 0 and height < LOW
    others = [other.value for one in plan.rows if one is not row and (other := one.points[place]) is not None]
    if not others:
        return replace(point, below=_is_dip(row, place) and not low and not plan.down)
    above = max(points.part(other, plan) for other in others)
    under = height < above or (height == above and row is not plan.rows[0])
    free = low and above - height > APART
    return replace(point, below=under and not free)


def _is_dip(row: PlanRow, place: int) -> bool:
    """Tell whether the line leaves the point upwards more than downwards."""
    here = row.points[place]
    assert here is not None
    near = [row.points[at] for at in (place - 1, place + 1) if 0 <= at < len(row.points)]
    rises = [one.value - here.value for one in near if one]
    up, down = (sum((max(sign * rise, Decimal(0)) for rise in rises), Decimal(0)) for sign in (1, -1))
    return up > down


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    canvas = points.canvas_of(plan, easel)
    points.target(canvas, plan, easel)
    lines = [(row.ink, stretch) for row in plan.rows for stretch in _stretches(row, plan)]
    for ink, stretch in lines:
        if len(stretch) > 1:
            canvas.stroke(stretch, ink, easel.em(LINE_PART))
        for place in stretch:
            canvas.disc(place, easel.em(points.MARK), ink)
    points.letter(canvas, plan, easel, [stretch for _, stretch in lines])
    return tuple(canvas.items)


def _stretches(row: PlanRow, plan: Plan) -> Iterator[list[Pair]]:
    """Yield the points of a row that are joined; where one is missing the line breaks."""
    stretch: list[Pair] = []
    for place, point in enumerate(row.points):
        if point:
            stretch.append((place, points.part(point.value, plan)))
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def one_line_to_target(chart: Chart) -> Iterator[ChartError]:
    """Refuse a target beside two lines: at the right their names stand already."""
    if chart.target and len(series.rows(chart)) > 1:
        yield ChartError(said("target-beside.lines"), said("hint.target-of-one"), chart.target.origin)


AXIS_RULES = (scales.reasoned_axis, scales.comparable_points, two_points, runs_forwards, even_steps, one_line_to_target)
RULES = (*points.RULES, partial(scales.few_rows, MOST_LINES), *AXIS_RULES)
NATIVE = Native(NativeForm("LINE_MARKERS", Marks.POINTS, joined=True), _fill, points.open_plot, settle=points.settled)
DRAWN, OPTIONS = Drawn(points.height, points.natural, _draw), frozenset({Option.TARGET, Option.TABLE})
KIND = Kind("折线图", RULES, DRAWN, NATIVE, series.through_time, stretch=1.5, thinned=_thinned, options=OPTIONS)
