"""Bars: level, from zero, the first on top, names at their left and values at their ends; in the deck a native chart.

A value below zero goes left from the line, and all names stand left of the longest such. Of several rows each category has its bars one
under the other. Everything that the native chart shares with the page (order, gap, colours) is the plan's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import sqrt
from typing import TYPE_CHECKING

from generator.charts.canvas import Canvas
from generator.charts.faults import too_narrow
from generator.charts.kind import Drawn, Kind, Native
from generator.charts.look import LABEL_GAP
from generator.charts.native import Marks, NativeForm, Option
from generator.charts.shapes import bars, key, target_line
from generator.charts.shapes.reach import stretch, with_room_below
from generator.diagnostics import said
from generator.typeset.model import Align
from generator.units import Length, Rect

if TYPE_CHECKING:
    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan
    from generator.drawing import Item

THICKER = 1.25
"""Bars with height to spare grow by so much at the most."""

BETWEEN, BETWEEN_ROWS = 0.6, 0.25
"""From one name or value to the next, in label sizes; between bars of one category."""

MOST_BARS = 20
"""More bars in several rows leave no slide's height for their numbers."""

SLIDE_GAP = 1.0
"""On a slide between bar and label or name, in label sizes: half for the gap that is seen, half for another renderer's measures."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The texts; the width of the names' column, and what values take left of the bars and right of them, with their gaps."""

    texts: bars.Texts
    column: Length
    before: Length
    after: Length

    def room(self, easel: Easel) -> Length:
        """Return the length that is left for the bars."""
        return easel.size.width - self.column - easel.em(bars.NAME_GAP) - self.before - self.after


def _frame(plan: Plan, easel: Easel) -> Frame:
    """Return names, right-aligned to the foot of their bars, values and key, with the room that they take."""
    most = round(bars.NAMES_PART * easel.size.width)
    column = min(max(name.width for name in bars.names(plan, easel, most, Align.LEFT) if name) + easel.look.hairline, most)
    texts = bars.Texts(bars.names(plan, easel, column, Align.RIGHT), bars.values(plan, easel), key.names(plan, easel))
    made = Frame(texts, column, _widest(plan, texts, easel, below=True), _widest(plan, texts, easel, below=False))
    if made.room(easel) < bars.LEAST_BAR * easel.size.width or key.width(texts.key, easel) > easel.size.width:
        raise too_narrow(plan.chart.origin, said("does-not-fit.bars"))
    return made


def _widest(plan: Plan, texts: bars.Texts, easel: Easel, *, below: bool) -> Length:
    """Return the width of the values on one side of the bars, with their gap; nothing where none stands there."""
    found = [
        block.width
        for row, blocks in zip(plan.rows, texts.values, strict=True)
        for point, block in zip(row.points, blocks, strict=True)
        if point and block and (point.value < 0) is below
    ]
    return max(found) + easel.em(LABEL_GAP) if found else 0


def _pitch(plan: Plan, easel: Easel) -> Length:
    texts = _frame(plan, easel).texts
    one = max(block.height for block in (*texts.named(), *texts.shown())) + easel.em(BETWEEN)
    value = max(block.height for block in texts.shown()) + easel.em(BETWEEN_ROWS)
    return one if len(plan.rows) == 1 else max(one, round(value / bars.thick(plan)))


def _thickest(plan: Plan, easel: Easel) -> Length:
    """Return the pitch of categories whose bars are as thick as the look has them, thinner where there are several."""
    return round(easel.look.bar / sqrt(len(plan.rows)) / bars.thick(plan))


def _height(plan: Plan, easel: Easel) -> Length:
    return (
        _pitch(plan, easel) * len(plan.categories)
        + key.height(_frame(plan, easel).texts.key, easel)
        + target_line.foot(plan, easel)
    )


def _natural(plan: Plan, easel: Easel) -> Length:
    pitch = max(_thickest(plan, easel), _pitch(plan, easel))
    return pitch * len(plan.categories) + key.height(_frame(plan, easel).texts.key, easel) + target_line.foot(plan, easel)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    count, made, thick = len(plan.categories), _frame(plan, easel), bars.thick(plan)
    head, gap = key.height(made.texts.key, easel), easel.em(LABEL_GAP)
    room = easel.size.height - head - target_line.foot(plan, easel)
    pitch = min(room // count, round(THICKER * _thickest(plan, easel)))
    top = head + round((room - pitch * count) * easel.look.above)
    low, high = stretch(plan)
    left = made.column + easel.em(bars.NAME_GAP) + made.before
    canvas = Canvas(easel, Rect(left, top, made.room(easel), pitch * count), (low, count - 0.5), (high, -0.5))
    for start, _, _, point in bars.placed(plan):
        canvas.bar((0, start), (float(point.value), thick), point.ink)
    canvas.ground((0, -0.5), (0, count - 0.5))
    target_line.draw(canvas, plan, easel)
    for at in range(count):
        if name := made.texts.names[at]:
            canvas.label(name, (low, at), (made.column - left, 0), (1, 0.5))
        for start, row, _, point in (one for one in bars.placed(plan) if one[2] == at):  # a name is read before its values
            block = made.texts.values[row][at]
            assert block is not None
            shift, anchor = (-gap, 1) if point.value < 0 else (gap, 0)
            put = canvas.tag if plan.over else canvas.label
            put(block, (float(point.value), start + thick / 2), (shift, 0), (anchor, 0.5))
    return (*key.items(plan, made.texts.key, left, easel), *canvas.items)


def _plot(plan: Plan, easel: Easel) -> Rect | None:
    """Return the plot on a slide: right of the names, with room for values beyond the longest bar, under the key."""
    if bars.is_plain(plan):
        return None
    made, gap = _frame(plan, easel), easel.em(SLIDE_GAP)
    left, head = made.column + gap, key.height(made.texts.key, easel)
    after = made.after + gap if made.after else 0
    return Rect(left, head, max(easel.size.width - left - after, 1), easel.size.height - head)


def _settled(plan: Plan, easel: Easel) -> Plan | None:
    """Return the plan with room under zero; None with a target, for no series of a native chart runs across level bars."""
    if plan.over:
        return None
    place, before = _plot(plan, easel), _frame(plan, easel).before
    return with_room_below(plan, (before + easel.em(SLIDE_GAP)) / place.width) if place and before else plan


FORM = NativeForm("BAR_CLUSTERED", Marks.BARS, lying=True)
NATIVE = Native(FORM, partial(bars.filled, gaps=bars.LYING_GAPS), _plot, settle=_settled)
OPTIONS = frozenset({Option.TARGET, Option.TABLE})
KIND = Kind("条形图", bars.rules(MOST_BARS), Drawn(_height, _natural, _draw), NATIVE, roomy=True, stretch=1.25, options=OPTIONS)
