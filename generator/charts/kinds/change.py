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
from generator.charts.kind import Drawn, Kind
from generator.charts.shapes.marks import line, post, rule
from generator.diagnostics import said
from generator.document.model import Chart, Number, RichText, Run, plain
from generator.drawing import Box, Item
from generator.typeset.model import Align, Style
from generator.units import Length, Point, Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan
    from generator.ink import Ink

WHOLE = Decimal(100)
LESS = ("减", "降", "少", "缩", "节", "省")
MORE = ("增", "升", "涨", "长", "加", "多")
"""The words by which a change in per cent tells its direction when its number has no sign."""

YEARS = ("上年", "上一年", "去年", "同比")
LAST_YEAR, BASE = (Run("上年同期"),), (Run("基期"),)
"""What the whole bar is called: the same time of the year before where the content says so, else the base period."""

DOWN, UP = (Run("减少"),), (Run("增加"),)
"""What the difference of two values is called."""

LEAST_CAPTION = 6
"""The least width of a caption beside the number, in label sizes."""

CHANGE = -1
"""The steps from the digits of a picture with a single number to the largest of the change."""

BAR, BELOW_NAME, BELOW_BAR, BELOW_MARK = 2.0, 0.5, 1.3, 0.6
"""In label sizes: a bar's thickness, name to bar, bar to what follows, the mark to the change's number."""


@dataclass(frozen=True, slots=True)
class Side:
    """What was, or what is: how much, what it is called, and its number where one is printed."""

    amount: Decimal
    name: RichText
    number: Number | None
    origin: str


@dataclass(frozen=True, slots=True)
class Change:
    """What was and what is; the change that is printed, and its caption."""

    was: Side
    now: Side
    number: Number | None
    caption: RichText


def direction(chart: Chart) -> int:
    """Return -1 or 1 for a change in per cent that goes down or up, 0 where neither its sign nor its words tell."""
    datum = chart.data[0]
    if datum.number.value is not None and datum.number.value < 0:
        return -1
    for text in (datum.number.qualifier, plain(datum.label), plain(datum.means), datum.figure):
        down, up = (any(word in text for word in words) for words in (LESS, MORE))
        if down != up:
            return -1 if down else 1
    return 0


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


def _change(chart: Chart) -> Change:
    return _of_two(chart) if len(chart.data) > 1 else _of_one(chart)


def _of_two(chart: Chart) -> Change:
    same = plain(chart.data[0].label) == plain(chart.data[1].label)
    was, now = (
        Side(datum.number.amount or Decimal(0), datum.period if same else datum.label, datum.number, datum.origin)
        for datum in chart.data
    )
    return Change(was, now, chart.result, DOWN if now.amount < was.amount else UP)


def _of_one(chart: Chart) -> Change:
    datum = chart.data[0]
    now = WHOLE + direction(chart) * abs(datum.number.value or Decimal(0))
    told = plain(chart.measure) + plain(datum.label) + plain(datum.means)
    base = LAST_YEAR if any(word in told for word in YEARS) else BASE
    sides = Side(WHOLE, base, None, chart.origin), Side(now, datum.period, chart.result, datum.origin)
    return Change(*sides, datum.number, datum.label)


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
    look, change = easel.look, _change(plan.chart)
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
    size = min(style.size, max(look.stepped(look.number, CHANGE), look.label))
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
    look, change, texts = easel.look, _change(plan.chart), _texts(plan, easel)
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
KIND = Kind("变化", RULES, Drawn(_height, _height, _draw), roomy=True, result=True)
