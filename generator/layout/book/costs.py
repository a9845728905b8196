"""What speaks against a page, by name and in points: of all ways to fill the pages of a theme, the one of least cost is taken.

In: the strata of a page, and what stands beside it. Out: points by reason. Whole numbers, so that the same content is always composed
in the same way. Lines are those of the baseline grid: six millimetres on A4.
"""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.layout.book.bands import Layer


class Reason(Enum):
    """Why a page is less good than another."""

    HOLE = "white that nobody meant, between bands, inside of one or at the foot"
    SQUEEZED = "a picture lower than it looks best"
    PARTED = "a text that goes on over the page"
    SHORT = "a few lines of a long text alone on a page's head or foot"
    UNLIKE = "facing pages that end at different heights"
    AHEAD = "an exhibit on a page before the words that lead to it"
    LATE = "an exhibit more than a page after the words that lead to it"
    PAGE = "a page more"
    HUNG = "words that begin low on a page, in line with the message beside them"


FREE = 5
"""So many lines of white are air."""
HOLE, GAPING = 8, 400
"""More lines of white than these (60 mm on A4, from ink to ink) are a hole: only a page named quiet may have one; what it costs."""
FEW = 4
"""Fewer lines of a parted text than these are a short piece."""
LIKE = 3
"""Facing pages that end within so many lines of each other are alike."""
POINTS = {
    Reason.SQUEEZED: 2,
    Reason.PARTED: 4,
    Reason.SHORT: 25,
    Reason.UNLIKE: 1,
    Reason.AHEAD: 60,
    Reason.LATE: 40,
    Reason.PAGE: 20,
    Reason.HUNG: 12,
}
"""Points for each line, piece, exhibit or page."""


def white(lines: int) -> int:
    """Return the points of so many lines of white: its square beyond what is air, and far more for a hole."""
    return max(0, lines - FREE) ** 2 + (GAPING if lines > HOLE else 0)


def head(layer: Layer) -> int:
    """Return the lines of white over the first band of a page; one that hangs from the line of the opener's message is meant to."""
    grid, line = layer[0].band.grid, layer[0].line
    return 0 if line == grid.hang else line - grid.first


def foot(layer: Layer) -> int:
    """Return the lines of white under the last band of a page."""
    last = layer[-1]
    return last.band.grid.last - (last.line + last.lines - 1)


def of_page(layer: Layer) -> dict[Reason, int]:
    """Return what speaks against a page taken alone; a quiet page's white is meant."""
    points = {Reason.PAGE: POINTS[Reason.PAGE], Reason.HOLE: 0}
    if not any(one.band.quiet for one in layer):
        gaps = [after.line - one.line - one.lines for one, after in pairwise(layer)]
        points[Reason.HOLE] = sum(map(white, (*gaps, head(layer), foot(layer), *(one.band.white for one in layer))))
    squeezed = sum(max(0, one.band.best - one.lines) for one in layer)
    return points | {Reason.SQUEEZED: squeezed * POINTS[Reason.SQUEEZED]}


def unlike(one: int, other: int) -> int:
    """Return the points of facing pages with so many lines of white at their feet."""
    return max(0, abs(one - other) - LIKE) * POINTS[Reason.UNLIKE]
