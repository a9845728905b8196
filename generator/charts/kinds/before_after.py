"""Before and after: two numbers of one definition, far apart, and the multiple between them.

In: two figures and the computed multiple. Out: two big numbers on one baseline with an arrow between, the multiple over the arrow;
where it can be seen, one dot stands over the first number and as many as the multiple says over the second.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.charts.arithmetic import result_follows
from generator.charts.faults import ChartError, too_narrow
from generator.charts.honesty import exact_values, one_kind, one_scope, one_unit
from generator.charts.kind import Drawn, Kind
from generator.charts.shapes.marks import ARROW_HEAD, arrow, dot_columns, dots
from generator.diagnostics import said
from generator.units import Length, Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan
    from generator.document.model import Chart
    from generator.drawing import Item
    from generator.typeset.model import Style

DOTS = (2, 400)
"""The multiples that are shown as dots: under two there is nothing to see, above four hundred nothing to count."""

LOUDER = 2
"""How many steps larger the digits may be where they stand alone."""

RESULT_DROP = 3
"""How many steps the multiple's digits stand under those of the two numbers."""

LEAST_ARROW = 3.0
"""The shortest arrow, in label sizes."""

NATURAL_FIELD, LEAST_FIELD = 0.3, 0.12
"""The field's height in widths of the picture, where it may choose and at the least."""

AIR, BELOW_FIELD, BELOW_NUMBER, BELOW_RESULT = 1.2, 1.6, 0.7, 0.3
"""Distances in label sizes: number to arrow, field to number, number to period, multiple to arrow."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The texts, set: numbers, what stands under them, and the multiple."""

    numbers: tuple[Block, Block]
    under: tuple[Block, Block]
    result: Block | None

    def ascent(self, easel: Easel) -> Length:
        """Return the height above the common baseline."""
        over = self.result.height + _above_arrow(easel) if self.result else 0
        return max(*(number.ascent for number in self.numbers), over + self.arrow_rise())

    def arrow_rise(self) -> Length:
        """Return how far above the baseline the arrow lies: at the middle of the smaller digits, a little low."""
        return min(number.ascent for number in self.numbers) // 3

    def height(self, easel: Easel) -> Length:
        """Return the height of numbers and periods."""
        foot = max(number.descent for number in self.numbers) + easel.em(BELOW_NUMBER)
        return self.ascent(easel) + foot + max(block.height for block in self.under)


def two_of_one_definition(chart: Chart) -> Iterator[ChartError]:
    """Refuse anything but two values, the first not zero."""
    if len(chart.data) != 2:  # noqa: PLR2004 - a before and an after
        yield ChartError(said("bad-chart.two-values", found=len(chart.data)), said("hint.earlier-and-later"), chart.origin)
    elif chart.data[0].number.value == 0:
        yield ChartError(said("bad-chart.from-zero"), said("hint.choose", kind="cards"), chart.data[0].origin)


def _above_arrow(easel: Easel) -> Length:
    """Return the room between the arrow's line and the multiple, which clears the arrow's head."""
    return easel.em(BELOW_RESULT) + ARROW_HEAD * easel.look.stroke


def _pair(chart: Chart, easel: Easel) -> Pair:
    for digits in easel.digits(easel.look.number):
        result = replace(digits, size=max(easel.look.stepped(digits.size, -RESULT_DROP), easel.look.label))
        if _width(chart, digits, result, easel) <= easel.size.width:
            return _set(chart, digits, result, easel)
    raise too_narrow(chart.origin, said("does-not-fit.two-numbers"))


def _width(chart: Chart, digits: Style, result: Style, easel: Easel) -> Length:
    numbers = sum(easel.number_width(datum.number, digits) for datum in chart.data)
    over = easel.number_width(chart.result, result) if chart.result else 0
    return numbers + max(over, easel.em(LEAST_ARROW)) + easel.em(2 * AIR)


def _set(chart: Chart, digits: Style, result: Style, easel: Easel) -> Pair:
    look, (before, after) = easel.look, chart.data
    quiet = replace(digits, ink=look.inks.grey)
    numbers = (
        easel.number(before.number, quiet, origin=before.origin),
        easel.number(after.number, digits, origin=after.origin),
    )
    over = easel.number(chart.result, result, origin=chart.origin) if chart.result else None
    widths = _columns(numbers, over, easel)
    under = (easel.when(before, widths[0]), easel.when(after, widths[1]))
    return Pair(numbers, under, over)


def _columns(numbers: tuple[Block, Block], over: Block | None, easel: Easel) -> tuple[Length, Length]:
    """Return the widths of the first number's column, which holds the arrow too, and of the second's."""
    width = easel.size.width
    arrow_width = max(over.width if over else 0, easel.em(LEAST_ARROW)) + easel.em(2 * AIR)
    least = numbers[0].width + arrow_width
    first = max(least, min(round(width * 0.42), width - numbers[1].width))
    return first, width - first


def _ratio(chart: Chart) -> int | None:
    """Return how many dots the second number is when the first is one, where they can be shown."""
    before, after = (datum.number.amount_in(chart.data[0].number) for datum in chart.data)
    if not before or after is None:
        return None
    ratio = round(after / before)
    return ratio if DOTS[0] <= ratio <= DOTS[1] else None


def _height(plan: Plan, easel: Easel) -> Length:
    return _pair(plan.chart, easel).height(easel)


def _natural(plan: Plan, easel: Easel) -> Length:
    field = round(NATURAL_FIELD * easel.size.width + BELOW_FIELD * easel.look.label)
    return _height(plan, easel) + field if _ratio(plan.chart) else _pair(plan.chart, _louder(easel)).height(easel)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    pair, ratio = _pair(plan.chart, easel), _ratio(plan.chart)
    gap = easel.em(BELOW_FIELD)
    room = easel.size.height - pair.height(easel) - gap
    if ratio is None or room < LEAST_FIELD * easel.size.width:
        return _alone(plan, easel)
    first, second = _columns(pair.numbers, pair.result, easel)
    height = min(room, round(NATURAL_FIELD * easel.size.width))
    top = round((room - height) * easel.look.above)
    columns, step = dot_columns(ratio, second, height)
    return (
        dots(1, Rect(0, top, first, height), 1, step, easel.look.inks.grey),
        dots(ratio, Rect(first, top, second, height), columns, step, easel.look.inks.main),
        *_draw_pair(pair, first, top + height + gap, easel),
    )


def _louder(easel: Easel) -> Easel:
    return replace(easel, look=replace(easel.look, number=easel.look.stepped(easel.look.number, LOUDER)))


def _alone(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    """Return the numbers without dots, as large as the place allows."""
    louder = _louder(easel)
    if _pair(plan.chart, louder).height(louder) > easel.size.height:
        louder = easel
    pair = _pair(plan.chart, louder)
    first, _ = _columns(pair.numbers, pair.result, louder)
    return _draw_pair(pair, first, round((easel.size.height - pair.height(louder)) * easel.look.above), louder)


def _draw_pair(pair: Pair, first: Length, top: Length, easel: Easel) -> tuple[Item, ...]:
    look = easel.look
    baseline = top + pair.ascent(easel)
    air = easel.em(AIR)
    start, end, y = pair.numbers[0].width + air, first - air, baseline - pair.arrow_rise()
    under = baseline + max(number.descent for number in pair.numbers) + easel.em(BELOW_NUMBER)
    over = []
    if pair.result:
        above = y - _above_arrow(easel) - pair.result.height
        over.append(pair.result.at((start + end - pair.result.width) // 2, above))
    return (
        pair.numbers[0].on(0, baseline),
        pair.under[0].at(0, under),
        *over,
        *arrow(start, end, y, look.stroke, look.inks.main),
        pair.numbers[1].on(first, baseline),
        pair.under[1].at(first, under),
    )


RULES = (two_of_one_definition, exact_values, one_unit, one_kind, one_scope, result_follows)
KIND = Kind("前后对比", RULES, Drawn(_height, _natural, _draw), sparing=0.8, result=True)
