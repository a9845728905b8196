"""Two level bars from zero, what was and what is: what went is an outline that holds the change's number where it is wide enough.

In: a change, worked out and worded, and an easel. Out: its least and its natural height, and its items. What the number is stands over
the outline, in the line of the bar's name, where it is as short as that. What came stands out beyond the old bar's end; where the outline
is too narrow, a bracket under the difference bears the number.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.charts.faults import too_narrow
from generator.charts.look import SIDE_BY_DIGITS
from generator.charts.shapes.marks import line, post, rule
from generator.diagnostics import said
from generator.drawing import Box, Item
from generator.typeset.model import Align, Style
from generator.units import Length, Point, Rect

if TYPE_CHECKING:
    from generator.charts.lettering import Block, Easel
    from generator.charts.shapes.sides import Change, Side
    from generator.ink import Ink

LEAST_CAPTION = 6
"""The least width of a caption beside the number, in label sizes."""

CHANGE = -1
"""The steps from the digits of a picture with a single number to the largest of the change."""

BAR, BELOW_NAME, BELOW_BAR, BELOW_MARK = 2.0, 0.5, 1.3, 0.6
"""In label sizes: a bar's least thickness, name to bar, bar to what follows, the mark to the change's number."""
THICK, MOST = 3.8, 5.2
"""In label sizes: the thickness at which a bar looks best, and at the most."""
INSIDE, PAD = 0.9, 0.5
"""The largest digits in what is gone, in parts of the bar's thickness; and the white at their sides, in label sizes."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar's texts, set: its name over it, its value at its end."""

    name: Block
    value: Block | None

    @property
    def ascent(self) -> Length:
        """The height of name and value over the baseline that they share."""
        return max(self.name.ascent, self.value.ascent if self.value else 0)

    def height(self, easel: Easel) -> Length:
        """Return the height of the bar with its name over it."""
        below = max(self.name.height - self.name.ascent, self.value.descent if self.value else 0)
        return self.ascent + below + easel.em(BELOW_NAME + BAR)


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts, set: those of the bars, the change and its caption under them."""

    bars: tuple[Bar, Bar]
    change: Block | None
    caption: Block | None


def _texts(change: Change, easel: Easel) -> Texts:
    look = easel.look
    bars = _set(change.was, look.name(look.inks.grey), easel), _set(change.now, look.strong(), easel)
    return Texts(bars, *_number(change, easel))


def _set(side: Side, style: Style, easel: Easel) -> Bar:
    value = easel.number(side.number, style, origin=side.origin) if side.number else None
    room = easel.size.width - (value.width + easel.look.label if value else 0)
    return Bar(easel.words(side.name, style, room, origin=side.origin), value)


def _number(change: Change, easel: Easel) -> tuple[Block | None, Block | None]:
    look, width = easel.look, easel.size.width
    if change.number is None:
        return None, None
    style = easel.digits_that_fit((change.number,), width)
    if style is None:
        raise too_narrow(change.origin, said("does-not-fit.change"))
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


def height(change: Change, easel: Easel) -> Length:
    """Return the least height."""
    return _stack(_texts(change, easel), easel)


def natural(change: Change, easel: Easel) -> Length:
    """Return the height at which it looks best."""
    texts, thick = _texts(change, easel), easel.em(THICK)
    inside = _inside(change, _ends(change, easel), thick, easel)
    stack = _stack_inside(texts, _over(change, texts, _ends(change, easel), easel), easel) if inside else _stack(texts, easel)
    return max(_stack(texts, easel), stack + 2 * (thick - easel.em(BAR)))


def _stack_inside(texts: Texts, over: Block | None, easel: Easel) -> Length:
    """Return the height with the thinnest bars, the number in what is gone and its caption, if not `over` that, under it."""
    rows = sum(bar.height(easel) for bar in texts.bars) + easel.em(BELOW_BAR)
    return rows + (easel.em(BELOW_MARK) + texts.caption.height if texts.caption and not over else 0)


def _over(change: Change, texts: Texts, ends: tuple[Length, Length], easel: Easel) -> Block | None:
    """Return the caption as it stands over what is gone, beside the bar's value; None where it is too long for that."""
    bar, gap = texts.bars[1], easel.look.label
    taken = max(ends[1], bar.name.width + gap + (bar.value.width if bar.value else 0))
    made = easel.words(change.caption, easel.look.strong(), easel.size.width, Align.RIGHT, origin=change.now.origin)
    fits = len(made.composed.lines) == 1 and made.width <= easel.size.width - taken - gap
    return made if texts.caption and fits else None


def _ends(change: Change, easel: Easel) -> tuple[Length, Length]:
    """Return where both bars end."""
    longer = max(change.was.amount, change.now.amount) or Decimal(1)
    was, now = (round(easel.size.width * side.amount / longer) for side in (change.was, change.now))
    return was, now


def draw(change: Change, easel: Easel) -> tuple[Item, ...]:
    """Return the items: bars as thick as the height allows, the number in what is gone where it has room there."""
    texts, ends = _texts(change, easel), _ends(change, easel)
    over = _over(change, texts, ends, easel)
    spare = easel.size.height - _stack_inside(texts, over, easel)
    more = max(0, min(spare // 2, easel.em(MOST - BAR)))
    if inside := _inside(change, ends, easel.em(BAR) + more, easel):
        items, foot = _bars(texts, ends, (spare, more), easel)
        thick = easel.em(BAR) + more
        baseline = foot - texts.bars[1].height(easel) - more + texts.bars[1].ascent
        caption = over.on(0, baseline) if over else _under(texts, foot, easel)
        return (*items, caption, _in_the_middle(inside, (ends[1], foot, thick), easel))
    spare = easel.size.height - _stack(texts, easel)
    items, foot = _bars(texts, ends, (spare, min(spare // 2, easel.em(MOST - BAR))), easel)
    return (*items, *_marked(texts, ends, foot + easel.em(BELOW_BAR), easel))


def _bars(texts: Texts, ends: tuple[Length, Length], room: tuple[Length, Length], easel: Easel) -> tuple[list[Item], Length]:
    """Return both bars and the outline of what is gone, and their foot; of the room to spare each bar takes so much."""
    look, (spare, more) = easel.look, room
    thick, top = easel.em(BAR) + more, round((spare - 2 * more) * look.above)
    items: list[Item] = []
    for bar, end, ink in zip(texts.bars, ends, (look.inks.quiet, look.inks.main), strict=True):
        items += _bar(bar, Rect(0, top, end, bar.height(easel) + more), ink, thick, easel)
        top += bar.height(easel) + more + easel.em(BELOW_BAR)
    foot = top - easel.em(BELOW_BAR)
    return [*items, *_gone(ends, foot, thick, easel)], foot


def _inside(change: Change, ends: tuple[Length, Length], thick: Length, easel: Easel) -> Block | None:
    """Return the change's number for the outline of what is gone, or None where it has no room there to be large."""
    room, label = ends[0] - ends[1] - 2 * easel.em(PAD), easel.look.label
    if change.number is None or room <= 0:
        return None
    styles = (
        style for style in easel.digits(min(round(INSIDE * thick), easel.look.number)) if style.size > SIDE_BY_DIGITS * label
    )
    fitting = (style for style in styles if easel.number_width(change.number, style) <= room)
    style = next(fitting, None)
    return easel.number(change.number, style, origin=change.now.origin) if style else None


def _under(texts: Texts, foot: Length, easel: Easel) -> Item:
    """Return the caption under what is gone."""
    assert texts.caption is not None
    return texts.caption.at(easel.size.width - texts.caption.composed.setting.measure, foot + easel.em(BELOW_MARK))


def _in_the_middle(number: Block, gone: tuple[Length, Length, Length], easel: Easel) -> Item:
    """Return the number in the middle of what is gone: its left edge, its foot and its height."""
    left, foot, thick = gone
    baseline = foot - (thick - number.ascent + number.descent) // 2
    return number.on(left + (easel.size.width - left - number.width) // 2, baseline)


def _bar(bar: Bar, place: Rect, ink: Ink, thick: Length, easel: Easel) -> list[Item]:
    baseline = place.y + bar.ascent
    items: list[Item] = [bar.name.on(0, baseline)]
    if bar.value:
        items.append(bar.value.on(max(place.width - bar.value.width, bar.name.width + easel.look.label), baseline))
    return [*items, Box(Rect(0, place.bottom - thick, place.width, thick), fill=ink)]


def _gone(ends: tuple[Length, ...], foot: Length, thick: Length, easel: Easel) -> list[Item]:
    """Return the outline of what the bar has lost."""
    look = easel.look
    was, now = ends
    if was <= now:
        return []
    half = look.hairline // 2
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
