"""Columns: upright, from zero, names under them and values at their ends, on one thin ground line; in the deck a native chart.

A value below zero hangs from the line, and all names stand under the lowest. Of several rows each category has its columns side by side.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from generator.charts.canvas import Canvas
from generator.charts.faults import ChartError
from generator.charts.kind import Drawn, Kind, Native
from generator.charts.look import LABEL_GAP
from generator.charts.native import Marks, NativeForm, Option, Over
from generator.charts.shapes import bars, key, laid_over
from generator.charts.shapes.reach import stretch, with_room_below
from generator.charts.shapes.thinning import has_needed, meet, wanted, with_fewer_names, with_fewer_values
from generator.diagnostics import said
from generator.typeset.model import Align
from generator.units import Length, Rect

if TYPE_CHECKING:
    from generator.charts.kind import Labels
    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan, PlanRow
    from generator.drawing import Item

LEAST_COLUMN = 5
"""The least height of the tallest column, in label sizes."""

LEAST_PITCH = 2
"""The least width of a column with its gap, in label sizes."""

GAPS = {1: 350, 2: 220, 3: 150, 4: 100}
"""Gap widths of few columns in per cent of a column, so that none is a slab."""

NEAR, HOLDS = Decimal("0.25"), Decimal("0.2")
"""A target so little above a column, in parts of the axis, may run through its value; a column so high holds it."""

MOST_COLUMNS = 16
"""More columns in several rows are too narrow for their numbers."""

NAME_LINE, VALUE_LINE, HALF = 1.5, 2.0, 0.5
"""On a slide, in label sizes: a line of names, a number with its gap, and half a gap: the faces' own lines are high."""


def _labelled(plan: Plan, easel: Easel) -> Plan:
    """Return the plan with values in the columns that a target would run over: in all under it, where none is too low to hold its own."""
    targets = [point.value for row in plan.over if row.over is Over.TARGET and (point := row.points[-1])]
    wide = easel.size.width / len(plan.categories) * bars.thick(plan) - easel.em(bars.VALUE_AIR)
    under = [point for point in plan.points if any(point.value < one for one in targets)]
    near = [point for point in under if any(one < point.value + NEAR * plan.maximum for one in targets)]
    high = [point for point in under if point.value >= HOLDS * plan.maximum]
    held = under if high == under else [point for point in near if point in high]
    if not near or any(easel.value(point).width > wide for point in held):
        return plan
    inside = {point: replace(point, inside=True, letters=plan.inks.on(point.ink)) for point in held}
    rows = (replace(row, points=tuple(point and inside.get(point, point) for point in row.points)) for row in plan.rows)
    return replace(plan, rows=tuple(rows))


def _texts(plan: Plan, easel: Easel) -> bars.Texts:
    """Return names, centred under their columns, values over them, and the key."""
    pitch = _pitch(plan, easel)
    measure = plan.every * pitch - (easel.em(bars.NAME_AIR) if plan.every == 1 else 0)
    names = bars.names(plan, easel, measure, Align.CENTRE)
    texts = bars.Texts(names, bars.values(plan, easel), key.names(plan, easel))
    air = bars.VALUE_AIR if len(plan.rows) == 1 else bars.SIDE_AIR
    room = (pitch if len(plan.rows) == 1 else round(pitch * bars.thick(plan))) - easel.em(air)
    inside = (
        block
        for row, found in zip(plan.rows, texts.values, strict=True)
        for point, block in zip(row.points, found, strict=True)
        if point and block and point.inside
    )
    if any(block.width > pitch * bars.thick(plan) for block in inside):
        raise ChartError(said("does-not-fit.bars"), said("hint.narrow-values"), plan.chart.origin)
    meets = all(point.is_told for point in plan.points) and max(value.width for value in texts.shown()) > room
    too_wide = meets or key.width(texts.key, easel) > easel.size.width
    if too_wide or pitch < LEAST_PITCH * easel.look.label / plan.every or bars.parted_period(plan, texts.names):
        raise ChartError(said("does-not-fit.bars"), said("hint.narrow-values"), plan.chart.origin)
    return texts


def _pitch(plan: Plan, easel: Easel) -> Length:
    return easel.size.width // len(plan.categories)


def _thinned(plan: Plan, easel: Easel, labels: Labels) -> Plan:
    """Return the plan with fewer names, and with fewer values where all have no room; several rows keep all."""
    if len(plan.rows) > 1:
        return plan
    easel = laid_over.narrowed(plan, easel)
    pitch, widths = _pitch(plan, easel), [block.width if block else 0 for block in bars.values(plan, easel)[0]]
    made = with_fewer_names(plan, easel, pitch, easel.em(bars.NAME_AIR))
    if max(widths) + easel.em(bars.VALUE_AIR) <= pitch:
        return made
    air = easel.em(bars.SIDE_AIR)

    def keep(row: PlanRow) -> dict[int, bool]:
        kept = dict[int, bool]()
        for at in wanted(row):
            clear = not any(meet(at, other, widths, pitch, air) for other in kept)
            if clear and widths[at] + air <= _between(row, at, pitch, bars.thick(plan)):
                kept[at] = False
        return kept

    made = with_fewer_values(made, keep)
    if not has_needed(made, labels):
        raise ChartError(said("does-not-fit.bars"), said("hint.narrow-values"), plan.chart.origin)
    return made


def _between(row: PlanRow, at: int, pitch: Length, thick: float) -> float:
    """Return the room of a value over its column: as far as the columns beside it that are higher, or as far as the next values."""
    here = row.points[at]
    beside = [point for place in (at - 1, at + 1) if 0 <= place < len(row.points) and (point := row.points[place])]
    assert here
    lower = all(abs(point.value) <= abs(here.value) or point.value * here.value < 0 for point in beside)
    return 3 * pitch if lower else (2 - thick) * pitch


def _frame(plan: Plan, texts: bars.Texts, easel: Easel) -> tuple[Length, Length]:
    """Return the heights that are taken under the lowest column's end and over the tallest's."""
    names = max(name.height for name in texts.named()) + easel.em(bars.NAME_GAP)
    value = max(value.height for value in texts.shown()) + easel.em(LABEL_GAP)
    below, above = value if bars.has_below(plan) else 0, value if bars.has_above(plan) else 0
    return names + below, above + key.height(texts.key, easel)


def _height(plan: Plan, easel: Easel) -> Length:
    easel = laid_over.narrowed(plan, easel)
    least = max(LEAST_COLUMN * easel.look.label, laid_over.least(plan, easel))
    return sum(_frame(plan, _texts(plan, easel), easel)) + least


def _natural(plan: Plan, easel: Easel) -> Length:
    whole, easel = easel, laid_over.narrowed(plan, easel)
    frame = sum(_frame(plan, _texts(plan, easel), easel))
    return max(frame + round(bars.NATURAL_COLUMN * whole.size.width), _height(plan, whole))


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    count, thick, easel = len(plan.categories), bars.thick(plan), laid_over.narrowed(plan, easel)
    plan = _labelled(plan, easel)
    texts = _texts(plan, easel)
    under, over = _frame(plan, texts, easel)
    (low, high), width = stretch(plan), easel.size.width
    canvas = Canvas(easel, Rect(0, over, width, easel.size.height - over - under), (-0.5, low), (count - 0.5, high))
    gap, foot = easel.em(LABEL_GAP), max(name.height for name in texts.named())
    for left, _, _, point in bars.placed(plan):
        canvas.bar((left, 0), (thick, float(point.value)), point.ink)
    canvas.ground((-0.5, 0), (count - 0.5, 0))
    height = bars.heights(plan)
    laid_over.draw(canvas, plan, easel, height)
    for place, name in enumerate(texts.names):
        if name:
            canvas.label(name, (place, low), (0, under - foot), (0.5, 0))
    for left, row, place, point in bars.placed(plan):
        if (block := texts.values[row][place]) is None:
            continue
        shift, anchor = (gap, 0) if point.value < 0 or point.inside else (-gap, 1)
        put = canvas.tag if plan.over and not point.inside else canvas.label
        put(block, (left + thick / 2, float(point.value)), (0, shift), (0.5, anchor))
    laid_over.name(canvas, plan, easel, height)
    return (*key.items(plan, texts.key, 0, easel), *canvas.items)


def _plot(plan: Plan, easel: Easel) -> Rect | None:
    """Return the plot on a slide: between key and values above and the names below, which leave labels room under zero."""
    if bars.is_plain(plan):
        return None
    easel = laid_over.narrowed(plan, easel)
    texts = _texts(plan, easel)
    lines = max(len(name.composed.lines) for name in texts.named())
    foot = easel.em(lines * NAME_LINE + HALF)
    over = key.height(texts.key, easel) + (easel.em(VALUE_LINE) if bars.has_above(plan) else 0)
    return Rect(0, over, easel.size.width, max(easel.size.height - over - foot, 1))


def _settled(plan: Plan, easel: Easel) -> Plan:
    plan = _labelled(plan, laid_over.narrowed(plan, easel))
    place = _plot(plan, easel)
    return with_room_below(plan, easel.em(VALUE_LINE) / place.height) if place else plan


NATIVE = Native(NativeForm("COLUMN_CLUSTERED", Marks.BARS), partial(bars.filled, gaps=GAPS), _plot, settle=_settled)
OPTIONS = frozenset({Option.TARGET, Option.CHANGE, Option.LINES, Option.TABLE})
KIND = Kind(
    "柱形图", bars.rules(MOST_COLUMNS), Drawn(_height, _natural, _draw), NATIVE, stretch=1.5, thinned=_thinned, options=OPTIONS
)
