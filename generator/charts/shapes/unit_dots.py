"""Fields of dots that count: on a picture every dot has one size and stands for one amount, and a key under the fields' names says which.

In: the counts of a picture. Out: how many things a dot is, how many dots stand in a row, and the fields, aligned at their feet. Page and
slide take the same counts, so both have the same dots; only their size is the output's own (2.2 mm on a page), and on a slide, which is
wide and low, longer rows where these have larger dots.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from math import ceil
from typing import TYPE_CHECKING

from generator.charts.shapes.marks import circle
from generator.document.ledger import FOLIO
from generator.document.model import Run
from generator.drawing import Path
from generator.units import Length, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.charts.lettering import Easel
    from generator.document.model import Number, RichText
    from generator.ink import Ink

ROWS_OF = (25, 20, 15, 10, 5)
"""Dots in a row: the first of these for which the fields side by side have the width."""
WIDEST = {3: 20, 4: 15}
"""Three and four fields stand in shorter rows."""
LONGER = (25, 30, 35, 40)
"""Rows where those would be too high."""
MOST_ROWS = 14
"""More rows are a texture, no count: then a dot stands for more."""
PITCH = 1.18
"""From dot to dot, in their diameters."""
STEPS = (1, 2, 5)
OR = "或"
KEY, ABOUT = ((Run("1", FOLIO), Run(word)) for word in ("点＝", "点约"))
"""What a key begins with; the second where fields are rounded to whole dots."""


@dataclass(frozen=True, slots=True)
class UnitDots:
    """What a dot is and how dots stand: `each` things a dot, `across` in a full row, `dots` for each count; their `size`."""

    each: int
    across: int
    dots: tuple[int, ...]
    size: Length

    @property
    def height(self) -> Length:
        """The height of the highest field."""
        return side(self.size, max(ceil(one / self.across) for one in self.dots))

    def field(self, place: int, x: Length, foot: Length, ink: Ink) -> Path:
        """Return one field, its rows filled from the foot up, the topmost the one that may be short."""
        radius, step = self.size // 2, self.size * PITCH
        centres = (
            Point(x + radius + round(one % self.across * step), foot - radius - round(one // self.across * step))
            for one in range(self.dots[place])
        )
        return Path(tuple(segment for centre in centres for segment in circle(centre, radius)), fill=ink)


def side(size: Length, dots: int) -> Length:
    """Return how much so many dots of a size take side by side."""
    return round(size * ((dots - 1) * PITCH + 1))


def _rows(fields: int, measure: Length, size: Length) -> tuple[int, ...]:
    """Return how many dots may stand in a row where so many fields have this measure each: the usual row first; () where it holds none."""
    most = WIDEST.get(fields, ROWS_OF[0])
    usual = next((one for one in ROWS_OF if one <= most and side(size, one) <= measure), 0)
    return (usual, *(one for one in LONGER if one > usual and side(size, one) <= measure)) if usual else ()


def _amounts() -> Iterator[int]:
    return (step * 10**power for power in count() for step in STEPS)


def counted(counts: Sequence[int], measure: Length, easel: Easel, room: Length | None = None) -> UnitDots | None:
    """Return the dots of counts in fields of a measure each: a dot is one thing, or the least round number by which none is too high.

    They have the first of the look's sizes at which they fit the room's height, where one is given, in rows of the usual length or
    longer ones. None where they fit in no size, and where the least count would have no dot.
    """
    made = (one for size in easel.look.dots for one in _sized(counts, _rows(len(counts), measure, size), size))
    return next((one for one in made if room is None or one.height <= room), None)


def _sized(counts: Sequence[int], rows: Sequence[int], size: Length) -> Iterator[UnitDots]:
    """Yield the dots of a size in each of the rows; what a dot is goes by the usual row."""
    if not rows:
        return
    each = next(one for one in _amounts() if ceil(max(counts) / one) <= MOST_ROWS * rows[0])
    dots = tuple((2 * one + each) // (2 * each) for one in counts)
    yield from (UnitDots(each, across, dots, size) for across in rows if min(counts) >= each)


def key(made: UnitDots, numbers: Sequence[Number]) -> RichText:
    """Return what a dot is: in the unit and noun that all the numbers have, else in each of their units."""
    tails = dict.fromkeys(number.tail for number in numbers)
    units = list(tails if len(tails) == 1 else dict.fromkeys(number.unit or number.tail for number in numbers))
    exact = all(one.value is not None and one.value % made.each == 0 for one in numbers)
    words = [(Run(str(made.each), FOLIO), Run(unit)) for unit in units]
    return (*(KEY if exact else ABOUT), *(run for index, one in enumerate(words) for run in ((Run(OR), *one) if index else one)))
