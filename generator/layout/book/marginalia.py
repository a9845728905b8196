"""Figures beside the text: small numbers with their labels, one under another in the narrow column."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import GREY
from generator.design.type_scale import REPORT
from generator.layout.book.compositor import Room, placed
from generator.layout.book.numerals import Numeral, Tone, common_size, label_of, sized
from generator.layout.desk import LABEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.model import Datum
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed
    from generator.units import Length

SIZES = REPORT.figures[2:]
LABEL_ROOM = Room(3, "the label", "a figure in the margin")


@dataclass(frozen=True, slots=True)
class Marginal:
    """A number and its label; `lines` of the grid with the line of white under it."""

    numeral: Numeral
    label: Composed

    @property
    def lines(self) -> int:
        """Lines of the grid that it takes, the white after it counted."""
        return 2 + self.numeral.lines + ceil(self.label.height / A4.baseline)

    def at(self, x: Length, line: int) -> tuple[Item, ...]:
        """Return it with its number on a line of the grid."""
        return self.numeral.at(x, A4.y(line)), placed(self.label, x, A4.y(line + 1 + self.numeral.lines))


def marginals(compositor: Compositor, data: Sequence[Datum], measure: Length, ink: Ink) -> tuple[Marginal, ...]:
    """Set figures for a margin of this measure, all at one size where they fit."""
    tone = Tone(ink, GREY)
    size = common_size(compositor, data, SIZES, measure)
    return tuple(
        Marginal(
            sized(compositor, datum, [step for step in SIZES if step <= size], measure, tone),
            compositor.fitted(compositor.set(label_of(datum), LABEL, measure, datum.origin), LABEL_ROOM, datum.named_at),
        )
        for datum in data
    )


def height(column: Sequence[Marginal]) -> int:
    """Return the lines that a column of them takes, hung one line under the text's first; no white after the last."""
    return sum(one.lines for one in column) if column else 0


def draw(column: Sequence[Marginal], x: Length, line: int) -> tuple[Item, ...]:
    """Return a column of them from a line on."""
    items: list[Item] = []
    for one in column:
        items += one.at(x, line)
        line += one.lines
    return tuple(items)
