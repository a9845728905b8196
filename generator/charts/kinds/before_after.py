"""Before and after: two numbers of one definition, far apart, and the multiple between them.

In: two figures and the computed multiple. Out: two big numbers on one baseline with an arrow between, the multiple over the arrow;
where it can be seen, one dot stands over the first number and as many as the multiple says over the second, with their key.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.charts.arithmetic import result_follows
from generator.charts.faults import ChartError, too_narrow
from generator.charts.honesty import exact_values, one_kind, one_scope, one_unit
from generator.charts.kind import Drawn, Kind
from generator.charts.shapes import unit_dots
from generator.charts.shapes.marks import ARROW_HEAD, arrow
from generator.diagnostics import said
from generator.units import Length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan
    from generator.charts.shapes.unit_dots import UnitDots
    from generator.document.model import Chart
    from generator.drawing import Item
    from generator.typeset.model import Style

DOTS = (2, unit_dots.ROWS_OF[0] * unit_dots.MOST_ROWS)
"""The multiples that are shown as dots: under two there is nothing to see, above three hundred nothing to count."""

LOUDER = 2
"""How many steps larger the digits may be where they stand alone."""

RESULT_DROP = 3
"""How many steps the multiple's digits stand under those of the two numbers."""

LEAST_ARROW = 3.0
"""The shortest arrow, in label sizes."""

AIR, BELOW_FIELD, BELOW_NUMBER, BELOW_RESULT, BELOW_KEY = 1.2, 1.6, 0.7, 0.3, 0.9
"""Distances in label sizes: number to arrow, field to number, number to period, multiple to arrow, key to the dot that it explains."""


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


@dataclass(frozen=True, slots=True)
class Fields:
    """The dots of both numbers, and the key over the first one's."""

    dots: UnitDots
    key: Block

    def height(self, easel: Easel) -> Length:
        """Return the height over the numbers: the second field's, or the key's with its dot under it."""
        return max(self.dots.height, self.over_dot(easel)) + easel.em(BELOW_FIELD)

    def over_dot(self, easel: Easel) -> Length:
        """Return the height of the key and the dot that it explains."""
        return self.key.height + easel.em(BELOW_KEY) + self.dots.size


def _ratio(chart: Chart) -> int | None:
    """Return how many dots the second number is when the first is one, where they can be shown."""
    before, after = (datum.number.amount_in(chart.data[0].number) for datum in chart.data)
    if not before or after is None:
        return None
    ratio = round(after / before)
    return ratio if DOTS[0] <= ratio <= DOTS[1] else None


def _fields(chart: Chart, pair: Pair, easel: Easel, room: Length | None = None) -> Fields | None:
    """Return the dots, in a room over the numbers where one is given: one is the first number, which the key tells."""
    first, second = _columns(pair.numbers, pair.result, easel)
    ratio = _ratio(chart)
    over = None if room is None else room - easel.em(BELOW_FIELD)
    dots = unit_dots.counted((1, ratio), second, easel, over) if ratio else None
    if dots is None or dots.each > 1:
        return None
    key = easel.small((*unit_dots.KEY, chart.data[0].number.run), first - easel.look.label, origin=chart.data[0].origin)
    made = Fields(dots, key)
    return made if room is None or made.height(easel) <= room else None


def _height(plan: Plan, easel: Easel) -> Length:
    return _pair(plan.chart, easel).height(easel)


def _natural(plan: Plan, easel: Easel) -> Length:
    pair = _pair(plan.chart, easel)
    fields = _fields(plan.chart, pair, easel)
    return pair.height(easel) + fields.height(easel) if fields else _pair(plan.chart, _louder(easel)).height(easel)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    pair = _pair(plan.chart, easel)
    room = easel.size.height - pair.height(easel)
    fields = _fields(plan.chart, pair, easel, room)
    if fields is None:
        return _alone(plan, easel)
    first, _ = _columns(pair.numbers, pair.result, easel)
    numbers = round((room - fields.height(easel)) * easel.look.above) + fields.height(easel)
    foot, inks = numbers - easel.em(BELOW_FIELD), easel.look.inks
    return (
        fields.dots.field(0, 0, foot, inks.grey),
        fields.dots.field(1, first, foot, inks.main),
        *_draw_pair(pair, first, numbers, easel),
        fields.key.at(0, foot - fields.over_dot(easel)),
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
KIND = Kind("前后对比", RULES, Drawn(_height, _natural, _draw), result=True)
