"""Where a line may end: prohibitions at line start and line end, by pair of classes (GB/T 15834-2011, 5.1; W3C CLREQ).

In: the classes on both sides of a joint and a level. Out: a rank. Lines end at joints of rank FREE; only where a piece is wider
than the measure is the least bad of the others taken: a number is torn sooner than a mark put at the wrong edge.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import TypeAlias

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
    POINT = 4
    """After a decimal point."""
    EDGE = 5
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
        Class.FOLLOWER,
        Class.QUOTE,
        Class.MARK,
    }
)
"""Classes that start no line (5.1.1–5.1.3, 5.1.6–5.1.9); a space ends its line instead. Glue holds both sides (UAX #14, LB 7, 11, 12)."""

NO_START_STRICT = NO_START | {Class.DASH, Class.ELLIPSIS}
NO_END = frozenset({Class.OPEN, Class.PREFIX, Class.WESTERN_OPEN, Class.GLUE, Class.QUOTE})
"""Classes that end no line (5.1.3)."""
NO_END_GB = NO_END | {Class.SLASH}
"""5.1.9: the slash stands at neither edge."""


AFTER_SPACE = frozenset({Class.SPACE, Class.OPENING})
"""After these a straight quote opens, and may begin a line (UAX #14, LB 18)."""

LETTERS = frozenset({Class.WESTERN, Class.SIGN})
Kinds: TypeAlias = frozenset[Class]
WORDS: tuple[tuple[Kinds, Kinds], ...] = (
    (LETTERS, LETTERS | {Class.WESTERN_OPEN, Class.PREFIX}),
    (frozenset({Class.WESTERN_CLOSE, Class.POSTFIX}), LETTERS),
    (frozenset({Class.DASH}), frozenset({Class.DASH})),
    (frozenset({Class.ELLIPSIS}), frozenset({Class.ELLIPSIS})),
)
"""Pairs inside one word, number or dash (UAX #14, LB 17, 22, 24, 25, 28–30; CLREQ, unbreakable marks)."""

OVER_SPACES: tuple[tuple[Kinds, Kinds], ...] = (
    (frozenset({Class.OPEN, Class.WESTERN_OPEN}), frozenset(Class)),
    (frozenset({Class.QUOTE}), frozenset({Class.OPEN, Class.WESTERN_OPEN})),
    (frozenset({Class.CLOSE, Class.WESTERN_CLOSE}), frozenset({Class.FOLLOWER})),
    (frozenset({Class.DASH}), frozenset({Class.DASH})),
)
"""Pairs that hold over typed spaces (UAX #14, LB 14–17): an opening mark ends no line, with a space behind it neither (5.1.3)."""

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
    return {(left, right): _rank(left, right, starts, ends) for left in Class for right in Class}


def _rank(left: Class, right: Class, starts: Kinds, ends: Kinds) -> Rank:
    if left in AFTER_SPACE and right is Class.QUOTE:
        return Rank.FREE
    return Rank.EDGE if left in ends or right in starts else _inside(left, right)


def _inside(left: Class, right: Class) -> Rank:
    return Rank.TORN if any(left in lefts and right in rights for lefts, rights in WORDS) else Rank.FREE


def is_held_over_spaces(left: Class, right: Class) -> bool:
    """Tell whether no line ends in the spaces between two classes."""
    return any(left in lefts and right in rights for lefts, rights in OVER_SPACES)


def inner_rank(left: str, right: str, level: Level) -> Rank:
    """Return how bad a line end would be between two characters of a Western piece: 1,234,|567, then 1|234, then 1.|5, never 34|%."""
    if rank_table(level)[classify(left), classify(right)] is Rank.EDGE:
        return Rank.EDGE
    if left.isalnum() or not right.isalnum():
        return Rank.TORN
    return Rank.POINT if left == "." else Rank.GROUP
