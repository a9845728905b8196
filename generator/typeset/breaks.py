"""Where a line may end: prohibitions at line start and line end, by pair of classes (GB/T 15834-2011, 5.1; W3C CLREQ).

In: the classes on both sides of a joint and a level. Out: a rank. Lines end at joints of rank FREE; only where a piece is wider
than the measure is the least bad of the others taken: a number is torn sooner than a mark put at the wrong edge.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from generator.typeset.classes import Class, classify
from generator.typeset.model import Level


class Rank(IntEnum):
    """How bad a line end would be at a joint."""

    FREE = 0
    HELD = 1
    """Between a number and its qualifier, scale or unit."""
    GROUP = 2
    """Inside a number, after a grouping comma, a hyphen or another sign that joins digits."""
    TORN = 3
    """Inside a word, a number's digits or a dash."""
    EDGE = 4
    """A mark would stand at the wrong edge."""


NO_START = frozenset(
    {
        Class.CLOSE,
        Class.COMMA,
        Class.STOP,
        Class.MIDDLE,
        Class.CONNECTOR,
        Class.SLASH,
        Class.POSTFIX,
        Class.WESTERN_CLOSE,
        Class.NOTE,
        Class.SPACE,
        Class.GLUE,
        Class.OPENING,
    }
)
"""Classes that start no line (5.1.1–5.1.3, 5.1.6–5.1.9); a space ends its line instead. Glue holds both sides (UAX #14, LB 7, 11, 12)."""

NO_START_STRICT = NO_START | {Class.DASH, Class.ELLIPSIS}
NO_END = frozenset({Class.OPEN, Class.PREFIX, Class.WESTERN_OPEN, Class.GLUE})
"""Classes that end no line (5.1.3)."""
NO_END_GB = NO_END | {Class.SLASH}
"""5.1.9: the slash stands at neither edge."""


AFTER_CONNECTOR_COST = 25.0
"""A range parted after its dash reads well enough, but worse than words do."""


def break_cost(left: Class) -> float:
    """Return what a line end after this class costs beyond the look of the line."""
    return AFTER_CONNECTOR_COST if left is Class.CONNECTOR else 0.0


@cache
def rank_table(level: Level) -> dict[tuple[Class, Class], Rank]:
    """Return the rank of each pair of classes at a level."""
    starts = NO_START_STRICT if level is Level.STRICT else NO_START
    ends = NO_END if level is Level.BASIC else NO_END_GB
    return {
        (left, right): Rank.EDGE if left in ends or right in starts else _inside(left, right) for left in Class for right in Class
    }


def _inside(left: Class, right: Class) -> Rank:
    return Rank.TORN if left is right is Class.WESTERN else Rank.FREE


def inner_rank(left: str, right: str, level: Level) -> Rank:
    """Return how bad a line end would be between two characters of a Western piece: 1,234,|567, then 1|234, never 1.|5 or 34|%."""
    rank = rank_table(level)[classify(left), classify(right)]
    if rank is not Rank.FREE:
        return rank
    if left == ".":
        return Rank.EDGE
    return Rank.GROUP if right.isalnum() else Rank.TORN
