"""How wide the columns of a table are: what each cell needs at the least, and on one line, in; widths in a measure out.

No column is narrower than its longest word; beyond that the columns are as wide as makes the tallest cell low, all alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.units import Length

MOST_LINES = 24
"""Lines of a cell beyond which a table only gets longer."""
AIRY = 1.8
"""A column is no wider than so many times its widest cell: what belongs together stands together."""
SLACK = 1.06
"""What a broken line loses of its measure: lines end where words do."""


class Need(NamedTuple):
    """What a column needs: its widest word, and its widest cell on one line; a `firm` one has its cells on one line or not at all."""

    least: Length
    whole: Length
    firm: bool = False

    def at(self, lines: int) -> Length:
        """Return the width at which its widest cell takes so many lines."""
        return self.whole if self.firm or lines == 1 else max(self.least, round(self.whole * SLACK / lines))


def lines_in(needs: Sequence[Need], measure: Length) -> int:
    """Return the lines that the tallest cell takes at the best widths in a measure; one more than the most where none fit."""
    fits = (lines for lines in range(1, MOST_LINES + 1) if sum(need.at(lines) for need in needs) <= measure)
    return next(fits, MOST_LINES + 1)


def widths(needs: Sequence[Need], measure: Length) -> tuple[Length, ...]:
    """Return the widths of columns in a measure, the spare room given to all alike, so far as rows do not fall apart.

    Where not even their words fit, they are their least widths.
    """
    lines = lines_in(needs, measure)
    taken = [need.at(lines) for need in needs] if lines <= MOST_LINES else [max(need.least, 1) for need in needs]
    spare, whole = max(0, measure - sum(taken)), sum(taken)
    return tuple(min(one + spare * one // whole, round(need.whole * AIRY)) for one, need in zip(taken, needs, strict=True))
