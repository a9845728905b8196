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
from generator.document.model import Run, plain
from generator.drawing import Box
from generator.typeset.model import Align
from generator.units import Point, Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan
    from generator.document.model import Chart, Number, RichText
    from generator.drawing import Item
    from generator.units import Length

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

CHANGE_PART = 0.8
"""The largest digits of the change, in those of a picture with a single number."""

BAR, BELOW_NAME, BELOW_BAR, BELOW_MARK = 2.0, 0.5, 1.3, 0.6
"""In label sizes: a bar's thickness, name to bar, bar to what follows, the mark to the change's number."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was and what is, as parts of the longer; the names, values and the change that are printed."""

    was: Decimal
    now: Decimal
    names: tuple[RichText, RichText]
    values: tuple[Number | None, Number | None]
    change: Number | None
    caption: RichText
    origins: tuple[str, str]


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
    if datum.number.unit not in ("%", "％"):
        yield ChartError(said("bad-chart.not-per-cent", number=number), said("hint.change-in-per-cent"), datum.origin)
    elif not direction(chart):
        says = said("bad-chart.no-direction", figure=datum.figure, number=number)
        yield ChartError(says, said("hint.less-or-more"), datum.origin)
    elif direction(chart) < 0 and abs(datum.number.value or Decimal(0)) > WHOLE:
        yield ChartError(said("bad-chart.falls-too-far", number=number), said("hint.falls-to-nothing"), datum.origin)


def _change(chart: Chart) -> Change:
    return _of_two(chart) if len(chart.data) > 1 else _of_one(chart)


def _of_two(chart: Chart) -> Change:
    was, now = chart.data
    names = tuple(datum.label if plain(was.label) != plain(now.label) else datum.period for datum in chart.data)
    before, after = (datum.number.amount or Decimal(0) for datum in chart.data)
    caption = DOWN if after < before else UP
    return Change(before, after, (names[0], names[1]), (was.number, now.number), chart.result, caption, (was.origin, now.origin))


def _of_one(chart: Chart) -> Change:
    datum = chart.data[0]
    now = WHOLE + direction(chart) * abs(datum.number.value or Decimal(0))
    told = plain(chart.measure) + plain(datum.label) + plain(datum.means)
    base = LAST_YEAR if any(word in told for word in YEARS) else BASE
    return Change(WHOLE, now, (base, datum.period), (None, chart.result), datum.number, datum.label, (chart.origin, datum.origin))


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts, set: names over the bars, values at their ends, the change and its caption under them."""

    names: tuple[Block, Block]
    values: tuple[Block | None, Block | None]
    change: Block | None
    caption: Block | None


def _texts(change: Change, easel: Easel, chart: Chart) -> Texts:
    look = easel.look
    styles = (look.name(look.inks.grey), look.strong())
    values = [
        easel.number(value, style, origin=origin) if value else None
        for value, style, origin in zip(change.values, styles, change.origins, strict=True)
    ]
    rooms = [easel.size.width - (value.width + look.label if value else 0) for value in values]
    names = [
        easel.words(name, style, room, origin=origin)
        for name, style, room, origin in zip(change.names, styles, rooms, change.origins, strict=True)
    ]
    number, caption = _number(change, easel, chart)
    return Texts((names[0], names[1]), (values[0], values[1]), number, caption)


def _number(change: Change, easel: Easel, chart: Chart) -> tuple[Block | None, Block | None]:
    look, width = easel.look, easel.size.width
    if change.change is None:
        return None, None
    style = easel.digits_that_fit((change.change,), width)
    if style is None:
        raise too_narrow(chart.origin, said("does-not-fit.change"))
    size = min(style.size, max(round(CHANGE_PART * look.number), look.label))
    number = easel.number(change.change, replace(style, size=size), origin=change.origins[1])
    room = width - number.width - look.label
    beside = room >= LEAST_CAPTION * look.label
    caption = easel.words(change.caption, look.name(), room if beside else width, Align.RIGHT, origin=change.origins[1])
    return number, caption


def _row(name: Block, value: Block | None, easel: Easel) -> Length:
    """Return the height of a bar with its name over it."""
    return max(name.height, value.height if value else 0) + easel.em(BELOW_NAME + BAR)


def _stack(texts: Texts, easel: Easel) -> Length:
    look = easel.look
    rows = sum(_row(name, value, easel) for name, value in zip(texts.names, texts.values, strict=True)) + easel.em(BELOW_BAR)
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
    return _stack(_texts(_change(plan.chart), easel, plan.chart), easel)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    look, change = easel.look, _change(plan.chart)
    texts = _texts(change, easel, plan.chart)
    top = round((easel.size.height - _stack(texts, easel)) * look.above)
    longer = max(change.was, change.now) or Decimal(1)
    ends = tuple(round(easel.size.width * value / longer) for value in (change.was, change.now))
    second = top + _row(texts.names[0], texts.values[0], easel) + easel.em(BELOW_BAR)
    items = [*_bar(0, texts, ends, top, easel), *_bar(1, texts, ends, second, easel)]
    foot = second + _row(texts.names[1], texts.values[1], easel)
    items += _gone(ends, foot, easel)
    return (*items, *_marked(texts, ends, foot + easel.em(BELOW_BAR), easel))


def _bar(place: int, texts: Texts, ends: tuple[Length, ...], top: Length, easel: Easel) -> list[Item]:
    look, name, value = easel.look, texts.names[place], texts.values[place]
    foot = top + _row(name, value, easel)
    thick = easel.em(BAR)
    items: list[Item] = [name.at(0, top)]
    if value:
        items.append(value.at(max(ends[place] - value.width, name.width + look.label), top))
    items.append(Box(Rect(0, foot - thick, ends[place], thick), fill=look.inks.main if place else look.inks.quiet))
    return items


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
KIND = Kind("变化", RULES, Drawn(_height, _height, _draw), roomy=True)
