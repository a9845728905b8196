"""The side profiles of a glyph: how much white lies on its left and on its right, row by row.

In: a HarfBuzz font and a glyph. Out: two profiles in the font's own scale, by which two glyphs can be spaced as the eye sees them:
by the white between their outlines and not by their boxes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import ceil
from typing import NamedTuple, TypeAlias

import uharfbuzz as hb

ROWS = range(5, 750, 20)
"""Heights over the baseline at which a profile is taken, in thousandths of the em: from the feet of digits to their heads."""
CURVE_PARTS = 4
"""Straight pieces that stand for a curve: off by some thousandth of the em."""

Place: TypeAlias = tuple[float, float]


class Profile(NamedTuple):
    """The white to the left and to the right of a glyph's ink within its advance, a row each; None where a row has no ink."""

    left: tuple[float | None, ...]
    right: tuple[float | None, ...]


@dataclass(slots=True)
class _Pen:
    """Gathers the ink's edges as HarfBuzz draws them: at each row the leftmost and the rightmost place of the outline."""

    low: list[float | None] = field(default_factory=lambda: [None] * len(ROWS))
    high: list[float | None] = field(default_factory=lambda: [None] * len(ROWS))
    at: Place = (0.0, 0.0)
    start: Place = (0.0, 0.0)

    def move(self, to: Place) -> None:
        self.at = self.start = to

    def line(self, to: Place) -> None:
        (x, y), (x_end, y_end) = (self.at, to) if self.at[1] <= to[1] else (to, self.at)
        for row in range(_first_row(y), _first_row(y_end)):
            self._mark(row, x + (x_end - x) * (ROWS[row] - y) / (y_end - y))
        self.at = to

    def _mark(self, row: int, x: float) -> None:
        low, high = self.low[row], self.high[row]
        self.low[row] = x if low is None or x < low else low
        self.high[row] = x if high is None or x > high else high

    def curve(self, *points: Place) -> None:
        """Draw a Bézier curve of any degree to the last of the points (de Casteljau)."""
        hull = (self.at, *points)
        for part in range(1, CURVE_PARTS + 1):
            self.line(_on_curve(hull, part / CURVE_PARTS))

    def close(self) -> None:
        self.line(self.start)


def _first_row(y: float) -> int:
    """Return the first row that is not under a height."""
    return min(len(ROWS), max(0, ceil((y - ROWS.start) / ROWS.step)))


def _on_curve(hull: tuple[Place, ...], share: float) -> Place:
    while len(hull) > 1:
        hull = tuple((x + (x_end - x) * share, y + (y_end - y) * share) for (x, y), (x_end, y_end) in pairwise(hull))
    return hull[0]


@cache
def _functions() -> hb.DrawFuncs:
    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, pen: pen.move((x, y)))
    functions.set_line_to_func(lambda x, y, pen: pen.line((x, y)))
    functions.set_quadratic_to_func(lambda a, b, x, y, pen: pen.curve((a, b), (x, y)))
    functions.set_cubic_to_func(lambda a, b, c, d, x, y, pen: pen.curve((a, b), (c, d), (x, y)))
    functions.set_close_path_func(lambda pen: pen.close())
    return functions


def profile(font: hb.Font, gid: int) -> Profile:
    """Return the profiles of a glyph."""
    pen = _Pen()
    font.draw_glyph(gid, _functions(), pen)
    advance = font.get_glyph_h_advance(gid)
    return Profile(tuple(pen.low), tuple(None if edge is None else advance - edge for edge in pen.high))
