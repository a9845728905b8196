"""A change as the deck's own chart: two bars from zero, the shorter one with its missing part as a series.

In: a plan. Out: the plan with two rows. The missing part's cell is a formula of the other two, so that its label is never stale; where
the printed change is not that difference (33.3% of 4.8万吨), the part has no label, and the message tells the change. A change that neither
tells is drawn.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.charts import series
from generator.charts.native import Marks, NativeForm
from generator.charts.number_format import GENERAL, number_format
from generator.charts.plan import Plan, PlanPoint, PlanRow
from generator.charts.plan_rows import BARE
from generator.charts.shapes.bars import LYING_GAPS, NAME_GAP
from generator.charts.shapes.sides import DOWN, UP, Side, change_of
from generator.document.model import Number, Run
from generator.units import Length, Rect

if TYPE_CHECKING:
    from generator.charts.lettering import Easel
    from generator.charts.shapes.sides import Change
    from generator.ink import Ink

FORM = NativeForm("BAR_STACKED", Marks.BARS, label="inEnd", lying=True, overlap=100)

AXIS_ROOM = 1.25
"""Programs end an axis at an even number of their own choice, up to so many times the longest bar."""
IN_PART = 1.2
"""The room that a number needs within its part, both ends and another renderer's face together, in its own widths."""
LEAST, LARGEST = 0.8, 2.2
"""The missing part's number is of a step of the scale, between so many times the size of the others."""
NAMES_PART, THICKEST = 0.3, 1.5
"""The widest column of names, in widths of the picture; a bar, in those of other pictures."""


def fill(bare: Plan) -> Plan:
    """Return the plan of two bars, the shorter one made up to the longer by a row of its own."""
    change, inks = change_of(bare.chart), bare.inks
    sides = (change.was, change.now)
    points = tuple(_whole(side, ink, bare) for side, ink in zip(sides, (inks.quiet, inks.main), strict=True))
    name = change.was.number
    header = (name.scale + name.unit if name else "") or BARE
    rows = (PlanRow((Run(header),), points, inks.main, points[0].format), *_rest(change, points, bare))
    if not _tells(rows[1:], change.number, bare):
        return replace(bare, native=None)
    longest = max(point.value for point in points)
    return replace(
        bare, series=header, rows=rows, categories=tuple(side.name for side in sides), maximum=longest, gap=LYING_GAPS[len(sides)]
    )


def _whole(side: Side, ink: Ink, bare: Plan) -> PlanPoint:
    """Return a bar; one whose number is not printed has no label."""
    number = side.number or unsaid(side.amount)
    code = number_format(side.number) if side.number else GENERAL
    emphasis = ink is bare.inks.main
    value = number.value if number.value is not None else side.amount
    return PlanPoint(
        side.name, number, value, code, ink, bare.inks.on(ink), emphasis, side.origin, is_told=side.number is not None
    )  # fmt: skip


def _rest(change: Change, points: tuple[PlanPoint, ...], bare: Plan) -> tuple[PlanRow, ...]:
    """Return the row of the missing part; none where there is no difference."""
    was, now = (point.value for point in points)
    if was == now:
        return ()
    shorter, longer = (1, 0) if now < was else (0, 1)
    told, difference = change.number, abs(was - now)
    is_told = told is not None and told.value == difference and _is_difference(told, change)
    number = told if told and is_told else unsaid(difference)
    code, main = number_format(number) if is_told else GENERAL, bare.inks.main
    part = PlanPoint(
        points[shorter].category, number, difference, code, main, main, emphasis=True, origin=change.now.origin, is_told=is_told,
        is_missing=True, formula=f"MAX(B{longer + 2}-B{shorter + 2},0)",
    )  # fmt: skip
    return (PlanRow(DOWN if shorter else UP, (None, part) if shorter else (part, None), main, code),)


def _is_difference(told: Number, change: Change) -> bool:
    """Tell whether a number that equals a difference is one: in the values' own unit, or in per cent of a hundred."""
    unit = change.was.number.unit if change.was.number else ""
    return told.unit == unit or (change.was.amount == 100 and not unit)  # noqa: PLR2004 - per cent


def unsaid(amount: Decimal) -> Number:
    """Return a number that a cell holds and nothing prints."""
    return Number("", "", "", "", amount, amount, "", "")


def plot(plan: Plan, easel: Easel) -> Rect:
    """Return the bars' place: right of the names, a little above the middle."""
    style = easel.look.name(easel.look.inks.grey)
    most = round(NAMES_PART * easel.size.width)
    names = max(easel.words(name, style, most).width for name in plan.categories)
    left = min(round(names * IN_PART) + easel.em(NAME_GAP), most)
    pitch = round(THICKEST * easel.look.bar * (1 + plan.gap / 100))
    height = min(easel.size.height, pitch * len(plan.categories))
    return Rect(left, round((easel.size.height - height) * easel.look.above), easel.size.width - left, height)


def settled(plan: Plan, easel: Easel) -> Plan | None:
    """Return the plan with the missing part's number as large as the part allows; None where a bar cannot hold its own number."""
    across = plot(plan, easel).width / AXIS_ROOM
    first, *more = plan.rows
    if any(_room(point, plan, across) < _width(point, easel) for point in first.points if point and point.is_told):
        return None
    rows = (first, *(replace(row, points=tuple(_sized(point, plan, across, easel) for point in row.points)) for row in more))
    made = replace(plan, rows=rows)
    return made if _tells(rows[1:], change_of(plan.chart).number, made) else None


def _tells(more: tuple[PlanRow, ...], number: Number | None, plan: Plan) -> bool:
    """Tell whether the change is told by the missing part's label, or by the message."""
    return series.is_said(number, plan.chart) or any(point and point.is_told for row in more for point in row.points)


def _sized(point: PlanPoint | None, plan: Plan, across: float, easel: Easel) -> PlanPoint | None:
    if point is None or not point.is_told:
        return point
    wide = _width(point, easel)
    parts = [size / easel.look.label for size in reversed(easel.look.sizes)]
    size = next((one for one in parts if LEAST <= one <= LARGEST and one * wide <= _room(point, plan, across)), None)
    return replace(point, larger=size) if size else replace(point, is_told=False, number=unsaid(point.value), format=GENERAL)


def _room(point: PlanPoint, plan: Plan, across: float) -> float:
    return across * float(point.value / plan.maximum) if plan.maximum else 0.0


def _width(point: PlanPoint, easel: Easel) -> Length:
    return round(easel.number_width(point.number, easel.look.strong()) * IN_PART)
