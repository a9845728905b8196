"""Change: what was is a whole bar, what is now a bar beside it, from zero both; the difference is marked, with the change's number.

In: one figure that is a change in per cent, or two values with the computed change as the chart's result. Out: two level bars; what
went is an outline, what came stands out beyond the old bar's end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.charts.arithmetic import result_follows
from generator.charts.faults import ChartError, too_narrow
from generator.charts.honesty import exact_values, has_data, one_kind, one_scale, one_unit
from generator.charts.kind import Drawn, Kind, Native
from generator.charts.shapes import missing_part
from generator.charts.shapes.marks import line, post, rule
from generator.charts.shapes.sides import WHOLE, change_of, direction
from generator.diagnostics import said
from generator.drawing import Box, Item
from generator.typeset.model import Align, Style
from generator.units import Length, Point, Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan
    from generator.charts.shapes.sides import Change, Side
    from generator.document.model import Chart
    from generator.ink import Ink

LEAST_CAPTION = 6
"""The least width of a caption beside the number, in label sizes."""

CHANGE_PART = 0.8
"""The largest digits of the change, in those of a picture with a single number."""

BAR, BELOW_NAME, BELOW_BAR, BELOW_MARK = 2.0, 0.5, 1.3, 0.6
"""In label sizes: a bar's thickness, name to bar, bar to what follows, the mark to the change's number."""


def one_change(chart: Chart) -> Iterator[ChartError]:
    """Refuse anything but one figure in per cent whose direction is told, or two values."""
    if len(chart.data) > 2:  # noqa: PLR2004 - what was and what is
        yield ChartError(said("bad-chart.change-of-two", found=len(chart.data)), said("hint.choose", kind="column"), chart.origin)
    elif len(chart.data) == 1 and chart.data[0].number.value is not None:
        yield from _one_value(chart)


def _one_value(chart: Chart) -> Iterator[ChartError]:
    datum, number = chart.data[0], str(chart.data[0].number)
    if datum.number.unit != "%":
        yield ChartError(said("bad-chart.not-per-cent", number=number), said("hint.change-in-per-cent"), datum.origin)
    elif not direction(chart):
        says = said("bad-chart.no-direction", figure=datum.figure, number=number)
        yield ChartError(says, said("hint.less-or-more"), datum.origin)
    elif direction(chart) < 0 and abs(datum.number.value or Decimal(0)) > WHOLE:
        yield ChartError(said("bad-chart.falls-too-far", number=number), said("hint.falls-to-nothing"), datum.origin)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar's texts, set: its name over it, its value at its end."""

    name: Block
    value: Block | None

    def height(self, easel: Easel) -> Length:
        """Return the height of the bar with its name over it."""
        return max(self.name.height, self.value.height if self.value else 0) + easel.em(BELOW_NAME + BAR)


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts, set: those of the bars, the change and its caption under them."""

    bars: tuple[Bar, Bar]
    change: Block | None
    caption: Block | None


def _texts(plan: Plan, easel: Easel) -> Texts:
    look, change = easel.look, change_of(plan.chart)
    bars = _set(change.was, look.name(look.inks.grey), easel), _set(change.now, look.strong(), easel)
    return Texts(bars, *_number(change, easel, plan.chart))


def _set(side: Side, style: Style, easel: Easel) -> Bar:
    value = easel.number(side.number, style, origin=side.origin) if side.number else None
    room = easel.size.width - (value.width + easel.look.label if value else 0)
    return Bar(easel.words(side.name, style, room, origin=side.origin), value)


def _number(change: Change, easel: Easel, chart: Chart) -> tuple[Block | None, Block | None]:
    look, width = easel.look, easel.size.width
    if change.number is None:
        return None, None
    style = easel.digits_that_fit((change.number,), width)
    if style is None:
        raise too_narrow(chart.origin, said("does-not-fit.change"))
    size = min(style.size, max(round(CHANGE_PART * look.number), look.label))
    number = easel.number(change.number, replace(style, size=size), origin=change.now.origin)
    room = width - number.width - look.label
    beside = room >= LEAST_CAPTION * look.label
    caption = easel.words(change.caption, look.name(), room if beside else width, Align.RIGHT, origin=change.now.origin)
    return number, caption


def _stack(texts: Texts, easel: Easel) -> Length:
    look = easel.look
    rows = sum(bar.height(easel) for bar in texts.bars) + easel.em(BELOW_BAR)
    foot = easel.em(BELOW_BAR) + look.stroke + easel.em(BELOW_MARK) if texts.change else 0
    return rows + foot + _said_height(texts, easel)


def _is_beside(caption: Block, easel: Easel) -> bool:
    return caption.composed.setting.measure < easel.size.width


def _said_height(texts: Texts, easel: Easel) -> Length:
    """Return the height of the change's number and its caption, which stands at its left, or over it where that is too narrow."""
    if texts.change is None or texts.caption is None:
        return 0
    number, caption = texts.change.height, texts.caption.height
    return max(number, caption) if _is_beside(texts.caption, easel) else number + easel.em(BELOW_MARK) + caption


def _height(plan: Plan, easel: Easel) -> Length:
    return _stack(_texts(plan, easel), easel)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    look, change, texts = easel.look, change_of(plan.chart), _texts(plan, easel)
    top = round((easel.size.height - _stack(texts, easel)) * look.above)
    longer = max(change.was.amount, change.now.amount) or Decimal(1)
    ends = tuple(round(easel.size.width * side.amount / longer) for side in (change.was, change.now))
    items: list[Item] = []
    for bar, end, ink in zip(texts.bars, ends, (look.inks.quiet, look.inks.main), strict=True):
        items += _bar(bar, Rect(0, top, end, bar.height(easel)), ink, easel)
        top += bar.height(easel) + easel.em(BELOW_BAR)
    return (*items, *_gone(ends, top - easel.em(BELOW_BAR), easel), *_marked(texts, ends, top, easel))


def _bar(bar: Bar, place: Rect, ink: Ink, easel: Easel) -> list[Item]:
    items: list[Item] = [bar.name.at(0, place.y)]
    if bar.value:
        items.append(bar.value.at(max(place.width - bar.value.width, bar.name.width + easel.look.label), place.y))
    thick = easel.em(BAR)
    return [*items, Box(Rect(0, place.bottom - thick, place.width, thick), fill=ink)]


def _gone(ends: tuple[Length, ...], foot: Length, easel: Easel) -> list[Item]:
    """Return the outline of what the bar has lost."""
    look = easel.look
    was, now = ends
    if was <= now:
        return []
    thick, half = easel.em(BAR), look.hairline // 2
    top, right, below = foot - thick + half, was - half, foot - half
    corners = (Point(now, top), Point(right, top), Point(right, below), Point(now, below))
    return [line(corners, look.hairline, look.inks.main, (3 * look.hairline, 2 * look.hairline))]


def _marked(texts: Texts, ends: tuple[Length, ...], top: Length, easel: Easel) -> list[Item]:
    """Return the bracket under the difference, and the change's number under the bracket."""
    look, (left, right) = easel.look, sorted(ends)
    if texts.change is None:
        return []
    tick = round(BELOW_BAR * look.label / 2)
    items: list[Item] = []
    if right - left > 2 * look.stroke:
        items.append(rule(left, top, right - left, look.stroke, look.inks.main))
        items += [
            post(x, top - tick, tick, look.stroke, look.inks.main) for x in (left + look.stroke // 2, right - look.stroke // 2)
        ]
    return [*items, *_said(texts, top + look.stroke + easel.em(BELOW_MARK), easel)]


def _said(texts: Texts, top: Length, easel: Easel) -> list[Item]:
    """Return the caption and the number of the change, flush right."""
    assert texts.change is not None
    assert texts.caption is not None
    number, caption = texts.change, texts.caption
    x = easel.size.width - number.width
    if not _is_beside(caption, easel):
        below = top + caption.height + easel.em(BELOW_MARK)
        return [caption.at(0, top), number.at(x, below)]
    single = len(caption.composed.lines) == 1
    return [caption.on(0, top + number.ascent) if single else caption.at(0, top), number.at(x, top)]


RULES = (has_data, exact_values, one_change, one_unit, one_scale, one_kind, result_follows)
NATIVE = Native(missing_part.FORM, missing_part.fill, missing_part.plot, settle=missing_part.settled)
KIND = Kind("变化", RULES, Drawn(_height, _height, _draw), NATIVE, roomy=True, result=True)
