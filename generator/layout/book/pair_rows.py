"""Then and now in rows over twelve columns: name, then, now, and what is to be said of both; each pair in its theme's colour.

In: the pairs of a chart. Out: rows of whole lines of the grid, to be drawn from a line on. What then was is grey and smaller: the eye
goes to now.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.document.model import Run, plain
from generator.layout.book.compositor import Compositor, Room, placed
from generator.layout.book.numerals import Numeral, Tone, sized
from generator.layout.book.ornaments import rule

if TYPE_CHECKING:
    from generator.document.model import Datum, Pair, RichText
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.typeset.model import Composed

NAME, SIDE, ASIDE = 2, 4, 2
"""Columns of the name, of then and of now each, and of the multiple or the remark."""
THEN, NOW = 2, 0
"""The steps of the scale's figures from which then and now are set."""
NUMBER_DROP, LABEL_DROP, ROW_FOOT = 2, 1, 0.5
"""Lines from a row's rule to its numbers, from these to their periods, and under the last of a row."""
RULE_RISE = 0.3
"""Lines by which the rule stands over the row's first line: large digits keep clear of it."""
PITCH = 0.75
NAME_ROOM = Room(3, said("part.label"), said("room.margin"))


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair, set: name, both numbers with when and where under them, multiple and remark."""

    name: Composed
    numbers: tuple[Numeral, Numeral]
    labels: tuple[Composed, Composed]
    asides: tuple[Composed, ...]
    compositor: Compositor

    @property
    def least(self) -> int:
        """Lines from one rule to the next."""
        return ceil(max(self._under(number, label) for number, label in zip(self.numbers, self.labels, strict=True)))

    def _under(self, number: Numeral, label: Composed) -> float:
        low = max(LABEL_DROP + number.lines + (len(label.lines) - 1) * PITCH, self._asides * PITCH)
        return NUMBER_DROP + low + ROW_FOOT

    @property
    def _asides(self) -> int:
        """Lines of the asides under the numbers' baseline."""
        return sum(len(one.lines) for one in self.asides) - 1 if self.asides else 0

    def draw(self, page: int, line: int) -> tuple[Item, ...]:
        """Return the row, its rule just over this line."""
        grid, look = self.compositor.grid, self.compositor.look
        columns, baseline = grid.columns(page), grid.y(line + NUMBER_DROP)
        xs = columns.x(NAME), columns.x(NAME + SIDE)
        items: list[Item] = [
            rule(columns.left, grid.over(grid.y(line), RULE_RISE), columns.width, look.rule),
            placed(self.name, columns.left, baseline),
        ]
        for x, number, label in zip(xs, self.numbers, self.labels, strict=True):
            items += [number.at(x, baseline), placed(label, x, grid.y(line + NUMBER_DROP + LABEL_DROP + number.lines))]
        at = baseline
        for one in self.asides:
            items.append(placed(one, columns.x(NAME + 2 * SIDE), at))
            at += round((len(one.lines)) * PITCH * grid.baseline) + grid.baseline // 4
        return tuple(items)


def pair_row(compositor: Compositor, pair: Pair, ink: Ink) -> PairRow:
    """Set a pair for its row, now in this ink."""
    voices, look = compositor.voices, compositor.look
    name = compositor.set(pair.name, voices.strong.inked(ink), compositor.span(NAME), pair.origin)
    multiple = (
        compositor.set((pair.multiple.run,), voices.strong.inked(ink), compositor.span(ASIDE), pair.origin)
        if pair.multiple
        else None
    )
    remark = compositor.set(pair.remark, voices.label, compositor.span(ASIDE), pair.origin) if plain(pair.remark) else None
    return PairRow(
        compositor.fitted(name, NAME_ROOM, pair.origin),
        (_number(compositor, pair.then, THEN, look.grey), _number(compositor, pair.now, NOW, ink)),
        (_label(compositor, pair.then), _label(compositor, pair.now)),
        tuple(one for one in (multiple, remark) if one),
        compositor,
    )


def _number(compositor: Compositor, datum: Datum, largest: int, ink: Ink) -> Numeral:
    return sized(compositor, datum, compositor.look.page.figures[largest:], compositor.span(SIDE), Tone(ink, ink))


def _label(compositor: Compositor, datum: Datum) -> Composed:
    return compositor.set(_when(datum), compositor.voices.label, compositor.span(SIDE), datum.origin)


def _when(datum: Datum) -> RichText:
    """Return a figure's period and scope: 2007年，一个公益项目."""
    if not plain(datum.scope):
        return datum.period
    return (*datum.period, Run("，"), *datum.scope)
