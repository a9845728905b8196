"""Columns: upright, from zero, names under them and values over them, on one thin ground line; in the deck a native chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.canvas import Canvas
from generator.charts.faults import ChartError
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

LEAST_COLUMN = 5
"""The least height of the tallest column, in label sizes."""

LEAST_PITCH = 2
"""The least width of a column with its gap, in label sizes."""

GAPS = {1: 350, 2: 220, 3: 150, 4: 100}
"""Gap widths of few columns in per cent of a column, so that none is a slab."""


def _fill(bare: Plan) -> Plan:
    return bars.spaced(with_row(bare), GAPS)


def _texts(plan: Plan, easel: Easel) -> bars.Texts:
    """Return names, centred under their columns, and values over them."""
    pitch, label = easel.size.width // len(plan.points), easel.look.label
    texts = bars.Texts(bars.names(plan, easel, pitch - easel.em(bars.NAME_AIR), Align.CENTRE), bars.values(plan, easel))
    too_wide = max(value.width for value in texts.values) > pitch - easel.em(bars.VALUE_AIR)
    if too_wide or pitch < LEAST_PITCH * label or bars.parted_period(plan, texts.names, easel):
        raise ChartError(said("does-not-fit.bars"), said("hint.narrow-values"), plan.chart.origin)
    return texts


def _frame(texts: bars.Texts, easel: Easel) -> tuple[Length, Length]:
    """Return the heights that are taken under the columns' feet and over the tallest column."""
    return (
        max(name.height for name in texts.names) + easel.em(bars.NAME_GAP),
        max(value.height for value in texts.values) + easel.em(LABEL_GAP),
    )


def _height(plan: Plan, easel: Easel) -> Length:
    return sum(_frame(_texts(plan, easel), easel)) + LEAST_COLUMN * easel.look.label


def _natural(plan: Plan, easel: Easel) -> Length:
    frame = sum(_frame(_texts(plan, easel), easel))
    return max(frame + round(bars.NATURAL_COLUMN * easel.size.width), _height(plan, easel))


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    count, thick = len(plan.points), bars.thick(plan)
    texts = _texts(plan, easel)
    under, over = _frame(texts, easel)
    plot = Rect(0, over, easel.size.width, easel.size.height - over - under)
    canvas = Canvas(easel, plot, (-0.5, 0), (count - 0.5, bars.longest(plan)))
    for place, point in enumerate(plan.points):
        canvas.bar((place - thick / 2, 0), (thick, float(point.value)), point.ink)
    canvas.ground((-0.5, 0), (count - 0.5, 0))
    for place, (point, name, printed) in enumerate(zip(plan.points, texts.names, texts.values, strict=True)):
        canvas.label(name, (place, 0), (0, easel.em(bars.NAME_GAP)), (0.5, 0))
        canvas.label(printed, (place, float(point.value)), (0, -easel.em(LABEL_GAP)), (0.5, 1))
    return tuple(canvas.items)


NATIVE = Native(NativeForm("COLUMN_CLUSTERED", Marks.BARS), _fill)
KIND = Kind("柱形图", bars.RULES, Drawn(_height, _natural, _draw), NATIVE, stretch=1.5)
