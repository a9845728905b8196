"""What lies over upright marks, drawn: a dashed target, a line with its points, an arrow with its change; names stand at the right.

In: a plan with rows that lie over others, and the canvas of its marks. Out: items. Where the plot ends at the right, names and last
values begin: both outputs leave the same room for them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from generator.charts.faults import ChartError
from generator.charts.lettering import Easel, Named
from generator.charts.look import LABEL_GAP
from generator.charts.native import Over
from generator.charts.shapes.spread import spread
from generator.diagnostics import said
from generator.units import Length, Size

if TYPE_CHECKING:
    from generator.charts.canvas import Canvas, Pair
    from generator.charts.plan import Plan, PlanPoint, PlanRow

MARK, LINE_PART, TARGET_PART, ARROW_PART = 0.3, 0.16, 0.12, 0.1
"""In label sizes: a point's radius, the weights of a line, of a target and of an arrow."""

HALO = 0.12
"""Paper round a line and its points, which may lie on columns as dark as they are."""

DASH = (0.45, 0.3)
"""Dash and gap of a target, in label sizes."""

HEAD = (0.75, 0.4)
"""An arrow's head: its length and half its width, in label sizes."""

MOST_NAME = 0.25
"""The widest name at the right, in widths of the picture."""

NAME_GAP = 0.2
"""From a name to the value under it, in label sizes."""

ROOM = {Over.LINE: 9.5, Over.ARROW: 10, Over.TARGET: 0}
"""The least height of a plot over which such a row lies, in label sizes."""

Height: TypeAlias = "Callable[[PlanRow, PlanPoint], float]"
"""Where a value of a row lies on the canvas, upwards."""


def ends(plan: Plan, easel: Easel) -> tuple[tuple[PlanRow, Named], ...]:
    """Return what stands at the right: the names of targets and lines over their last values."""
    return tuple((row, _end(row, easel)) for row in plan.over if row.over is not Over.ARROW)


def _end(row: PlanRow, easel: Easel) -> Named:
    point = row.points[-1]
    assert point is not None, "what lies over marks reaches to the last of them"
    name = easel.words(row.name, easel.look.name(row.ink), round(MOST_NAME * easel.size.width), origin=point.origin)
    return Named(name, easel.value(point), easel.em(NAME_GAP))


def aside(plan: Plan, easel: Easel) -> Length:
    """Return the room that names at the right take."""
    widths = [end.width for _, end in ends(plan, easel)]
    return max(widths) + easel.em(MARK + LABEL_GAP) if widths else 0


def narrowed(plan: Plan, easel: Easel) -> Easel:
    """Return the easel without the room of the names at the right."""
    return replace(easel, size=Size(max(easel.size.width - aside(plan, easel), 1), easel.size.height))


def least(plan: Plan, easel: Easel) -> Length:
    """Return the least height of the plot under what lies over it."""
    return easel.em(max((ROOM[row.over] for row in plan.over if row.over), default=0))


def draw(canvas: Canvas, plan: Plan, easel: Easel, height: Height) -> None:
    """Draw all that lies over marks but the names at the right."""
    for row in plan.over:
        if row.over is Over.TARGET:
            _target(canvas, plan, row, easel, height)
    for row in plan.over:
        if row.over is Over.LINE:
            _line(canvas, row, easel, height)
        elif row.over is Over.ARROW:
            _arrow(canvas, row, easel, height)


def name(canvas: Canvas, plan: Plan, easel: Easel, height: Height) -> None:
    """Put down the names at the right, each beside the last value of its row, moved apart where they would meet."""
    found = ends(plan, easel)
    if not found:
        return
    count = len(plan.categories)
    at = [(count - 0.5, height(row, point)) for row, _ in found if (point := row.points[-1])]
    wanted = [canvas.point(place).y - end.height // 2 for place, (_, end) in zip(at, found, strict=True)]
    order = sorted(range(len(found)), key=wanted.__getitem__)
    tops = spread([wanted[one] for one in order], [found[one][1].height for one in order], easel.size.height)
    for one, top in zip(order, tops, strict=True):
        end, shift = found[one][1], top - canvas.point(at[one]).y
        canvas.label(end.name, at[one], (easel.em(LABEL_GAP), shift), (0, 0))
        canvas.label(end.value, at[one], (easel.em(LABEL_GAP), shift + end.name.height + end.gap), (0, 0))


def _target(canvas: Canvas, plan: Plan, row: PlanRow, easel: Easel, height: Height) -> None:
    """Draw a target, dashed over all."""
    point = row.points[-1]
    assert point is not None
    level, dash = height(row, point), tuple(easel.em(part) for part in DASH)
    canvas.stroke(((-0.5, level), (len(plan.categories) - 0.5, level)), row.ink, easel.em(TARGET_PART), dash)


def _line(canvas: Canvas, row: PlanRow, easel: Easel, height: Height) -> None:
    """Draw a line with its points, on a rim of paper, and the values of all but the last, which stands with the name."""
    places = [(place, height(row, point), point) for place, point in enumerate(row.points) if point]
    line: list[Pair] = [(place, level) for place, level, _ in places]
    for ink, more in ((easel.look.inks.paper, HALO), (row.ink, 0.0)):
        canvas.stroke(line, ink, easel.em(LINE_PART + 2 * more))
        for at in line:
            canvas.disc(at, easel.em(MARK + more), ink)
    gap = easel.em(MARK + LABEL_GAP)
    for place, level, point in places[:-1]:
        shift, anchor = (gap, 0) if point.below else (-gap, 1)
        canvas.over_lines(easel.value(point), (place, level), shift, anchor, [line])


def _arrow(canvas: Canvas, row: PlanRow, easel: Easel, height: Height) -> None:
    """Draw an arrow over the columns from the first to the last, and its change on its middle."""
    line: list[Pair] = [(place, height(row, point)) for place, point in enumerate(row.points) if point]
    weight = easel.em(ARROW_PART)
    canvas.stroke((line[0], line[-1]), row.ink, weight)
    canvas.disc(line[0], easel.em(1.6 * ARROW_PART), row.ink)
    canvas.head(line[0], line[-1], (easel.em(HEAD[0]), easel.em(HEAD[1])), row.ink)
    block = easel.words(
        row.name, easel.look.strong(row.ink), easel.size.width, origin=row.points[0].origin if row.points[0] else ""
    )
    middle = ((line[0][0] + line[-1][0]) / 2, (line[0][1] + line[-1][1]) / 2)
    if block.width > canvas.point(line[-1]).x - canvas.point(line[0]).x:
        raise ChartError(said("does-not-fit.arrow"), said("hint.leave-out-change"), row.points[0].origin if row.points[0] else "")
    canvas.over_lines(block, middle, 0, 0.5)
