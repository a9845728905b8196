"""Figures beside the text: small numbers with their labels, one under another in the narrow column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import said
from generator.document.model import Datum
from generator.drawing import Group, Item, Role
from generator.ink import Ink
from generator.layout.book.compositor import Compositor, Room, placed
from generator.layout.book.numerals import Numeral, Tone, common_size, label_of, sized
from generator.layout.motifs.icon import icon
from generator.typeset.model import Composed
from generator.units import Length, Point, mm

LARGEST = 2
"""The step of the scale's figures from which those in the margin are set."""
SIGN_GAP, SIGN_RISE = mm(2.5), 0.84
"""From a number to its icon, and in lines from the number's baseline up to the icon's upper edge: it is a line high."""
LABEL_ROOM = Room(3, said("part.label"), said("room.margin"))


@dataclass(frozen=True, slots=True)
class Marginal:
    """A number and its label, and the name of the icon after the number, if any; `lines` of the grid with the line of white under it."""

    numeral: Numeral
    label: Composed
    sign: str = ""
    ink: Ink | None = None

    @property
    def lines(self) -> int:
        """Lines of the grid that it takes, the white after it counted."""
        return 2 + self.numeral.lines + self.numeral.grid.holding(self.label.height)

    def at(self, x: Length, line: int) -> Group:
        """Return it with its number on a line of the grid."""
        return Group(self._items(x, line), role=Role.LIST_ITEM, origin=self.numeral.origin)

    def _items(self, x: Length, line: int) -> tuple[Item, ...]:
        grid = self.numeral.grid
        number, label = self.numeral.at(x, grid.y(line)), placed(self.label, x, grid.y(line + 1 + self.numeral.lines))
        side, start = grid.baseline, x + self.numeral.width + SIGN_GAP
        if not self.ink or start + side > x + self.label.setting.measure:
            return number, label
        return number, icon(self.sign, Point(start, grid.over(grid.y(line), SIGN_RISE)), side, self.ink), label

    def signed(self, sign: str, ink: Ink) -> Marginal:
        """Return it with an icon after its number, where that leaves room."""
        return replace(self, sign=sign, ink=ink)


def marginals(compositor: Compositor, data: Sequence[Datum], measure: Length, ink: Ink) -> tuple[Marginal, ...]:
    """Set figures for a margin of this measure, all at one size where they fit."""
    steps, tone = compositor.look.page.figures[LARGEST:], Tone(ink, compositor.look.grey)
    size = common_size(compositor, data, steps, measure)
    sizes = [step for step in steps if step <= size]
    return tuple(Marginal(sized(compositor, datum, sizes, measure, tone), _label(compositor, datum, measure)) for datum in data)


def _label(compositor: Compositor, datum: Datum, measure: Length) -> Composed:
    label = compositor.set(label_of(datum), compositor.voices.label, measure, datum.origin)
    return compositor.fitted(label, LABEL_ROOM, datum.named_at)


def height(column: Sequence[Marginal]) -> int:
    """Return the lines that a column of them takes, hung one line under the text's first; no white after the last."""
    return sum(one.lines for one in column)


def draw(column: Sequence[Marginal], x: Length, line: int) -> tuple[Item, ...]:
    """Return a column of them from a line on."""
    items: list[Item] = []
    for one in column:
        items.append(one.at(x, line))
        line += one.lines
    return (Group(tuple(items), role=Role.LIST),) if items else ()
