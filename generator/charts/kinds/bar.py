"""Bars: level, from zero, the first on top, names at their left and values at their ends; in the deck a native chart.

Everything that the native chart shares with the page (order, gap, colours) is the plan's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.canvas import Canvas
from generator.charts.faults import too_narrow
from generator.charts.kind import Drawn, Kind, Native
from generator.charts.look import LABEL_GAP
from generator.charts.native import Marks, NativeForm
from generator.charts.plan_rows import with_row
from generator.charts.shapes import bars
from generator.diagnostics import said
from generator.typeset.model import Align
from generator.units import Length, Rect

if TYPE_CHECKING:
    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan
    from generator.drawing import Item

THICKER = 1.25
"""Bars with height to spare grow by so much at the most."""

BETWEEN = 0.6
"""From one name or value to the next, in label sizes."""


def _fill(bare: Plan) -> Plan:
    return bars.spaced(with_row(bare), bars.LYING_GAPS)


def _texts(plan: Plan, easel: Easel) -> tuple[bars.Texts, Length]:
    """Return names, right-aligned to the foot of their bars, and values; and the width of the names' column."""
    most = round(bars.NAMES_PART * easel.size.width)
    column = min(max(name.width for name in bars.names(plan, easel, most, Align.LEFT)) + easel.look.hairline, most)
    texts = bars.Texts(bars.names(plan, easel, column, Align.RIGHT), bars.values(plan, easel))
    if _room(texts, column, easel) < bars.LEAST_BAR * easel.size.width:
        raise too_narrow(plan.chart.origin, said("does-not-fit.bars"))
    return texts, column


def _room(texts: bars.Texts, column: Length, easel: Easel) -> Length:
    """Return the length that is left for the longest bar."""
    gaps = easel.em(bars.NAME_GAP + LABEL_GAP)
    return easel.size.width - column - gaps - max(value.width for value in texts.values)


def _pitch(plan: Plan, easel: Easel) -> Length:
    texts, _ = _texts(plan, easel)
    return max(block.height for block in (*texts.names, *texts.values)) + easel.em(BETWEEN)


def _height(plan: Plan, easel: Easel) -> Length:
    return _pitch(plan, easel) * len(plan.points)


def _natural(plan: Plan, easel: Easel) -> Length:
    return max(round(easel.look.bar * (1 + plan.gap / 100)), _pitch(plan, easel)) * len(plan.points)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    look, count = easel.look, len(plan.points)
    texts, column = _texts(plan, easel)
    pitch = min(easel.size.height // count, round(THICKER * look.bar * (1 + plan.gap / 100)))
    name_gap, thick = easel.em(bars.NAME_GAP), bars.thick(plan)
    top = round((easel.size.height - pitch * count) * look.above)
    plot = Rect(column + name_gap, top, _room(texts, column, easel), pitch * count)
    canvas = Canvas(easel, plot, (0, count - 0.5), (bars.longest(plan), -0.5))
    for row, point in enumerate(plan.points):
        canvas.bar((0, row - thick / 2), (float(point.value), thick), point.ink)
    canvas.ground((0, -0.5), (0, count - 0.5))
    for row, (point, name, printed) in enumerate(zip(plan.points, texts.names, texts.values, strict=True)):
        canvas.label(name, (0, row), (-name_gap, 0), (1, 0.5))
        canvas.label(printed, (float(point.value), row), (easel.em(LABEL_GAP), 0), (0, 0.5))
    return tuple(canvas.items)


NATIVE = Native(NativeForm("BAR_CLUSTERED", Marks.BARS, lying=True), _fill)
KIND = Kind("条形图", bars.RULES, Drawn(_height, _natural, _draw), NATIVE, roomy=True, stretch=1.25)
