"""A share as the deck's own chart: a ring of two parts, the one that is told and what is left.

In: a plan. Out: the plan with a row of two points. What is left is a formula of the part and its whole, so that the ring stays whole when
the part is edited; it is named and bears no number. A share that is computed stands in the message alone: no label of it could follow.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import cos, pi, sin
from typing import TYPE_CHECKING

from generator.charts import parts, series
from generator.charts.native import Marks, NativeForm
from generator.charts.number_format import number_format
from generator.charts.plan import NOUGHT, Plan, PlanPoint, PlanRow
from generator.charts.plan_rows import BARE
from generator.charts.shapes.missing_part import unsaid
from generator.document.model import Run, plain
from generator.units import Rect

if TYPE_CHECKING:
    from generator.charts.lettering import Easel
    from generator.document.model import Chart

HOLE = 0.6
"""The radius of the hole in that of the ring."""
FORM = NativeForm("DOUGHNUT", Marks.SLICES, label="", hole=round(100 * HOLE))
REST = (Run("其余"),)
WITHIN, GAP = 0.96, 1.2
"""The ring's height in that of the picture; from the ring to a label, in label sizes."""
LEFT = 270
"""The middle of what is left lies at nine o'clock, so that the part has its label at the right."""
LINES = 1.45
"""Line pitch of a label in sizes."""
IN_PLACE = 1.2
"""A label's width in another renderer's face, in its own."""


def fill(bare: Plan) -> Plan:
    """Return the plan of the part and what is left of its whole; no ring of a part of nothing, of all, or of a result unsaid."""
    datum = bare.chart.data[0]
    number, whole = datum.number, _whole(bare.chart)
    value = number.value or NOUGHT
    if not 0 < value < whole or not series.is_said(bare.chart.result, bare.chart):
        return replace(bare, native=None)
    code, inks = number_format(number), bare.inks
    part = PlanPoint(datum.label, number, value, code, inks.main, inks.main, emphasis=True, origin=datum.origin)
    rest = PlanPoint(
        REST, unsaid(whole - value), whole - value, code, inks.rule, inks.grey, emphasis=False, origin=bare.chart.origin,
        is_told=False, formula=f"{whole:f}-B2",
    )  # fmt: skip
    row = PlanRow((), (part, rest), inks.main, code)
    turn = round(90 - float(value / whole) * parts.FULL / 2) % parts.FULL
    header = number.scale + number.unit or BARE
    return replace(bare, series=header, rows=(row,), categories=(datum.label, REST), turn=turn)


def _whole(chart: Chart) -> Decimal:
    """Return the whole in the part's scale and unit."""
    number = chart.data[0].number
    if chart.whole is None:
        return parts.WHOLE
    amount = chart.whole.number.amount_in(number)
    if amount is None or not number.amount or number.value is None:
        return NOUGHT
    return (amount * number.value / number.amount).normalize()


def plot(_plan: Plan, easel: Easel) -> Rect:
    """Return the ring's square, in the middle."""
    side = round(WITHIN * min(easel.size.height, easel.size.width / 2))
    return Rect((easel.size.width - side) // 2, (easel.size.height - side) // 2, side, side)


def shifts(plan: Plan, easel: Easel) -> tuple[tuple[float, float], ...]:
    """Return how far the labels lie from the middles of their parts, in shares of the picture: beside the ring, the part's at the right."""
    side, size, gap = plot(plan, easel).width, easel.size, easel.em(GAP)
    ring = side / 2 * (1 + HOLE) / 2
    found = []
    for point, (direction, across) in zip(plan.points, ((90, 1), (LEFT, -1)), strict=True):
        angle = direction * pi / 180
        x, y = across * (side / 2 + gap + _width(point, easel) / 2), 0.0
        found.append(((x - ring * sin(angle)) / size.width, (y + ring * cos(angle)) / size.height))
    return tuple(found)


def settled(plan: Plan, easel: Easel) -> Plan | None:
    """Return the plan where both labels have room beside the ring, else None."""
    room = (easel.size.width - plot(plan, easel).width) / 2 - easel.em(GAP)
    high = easel.size.height >= 2 * LINES * easel.look.label
    return plan if high and max(_width(point, easel) for point in plan.points) <= room else None


def _width(point: PlanPoint, easel: Easel) -> int:
    """Return the width of a label: the name over the number."""
    style = easel.look.strong()
    name = easel.words(point.category, style, easel.size.width).width if plain(point.category) else 0
    return round(IN_PLACE * max(name, easel.number_width(point.number, style) if point.is_told else 0))
