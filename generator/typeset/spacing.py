"""Room between characters, as a table by pair of classes: desired, least and most, in ems of the type size.

In: the classes to the left and right of a joint. Out: its space. A negative space eats the empty half of a full-width mark.
A house or national style is a change of this data, not of code. Sources: W3C CLREQ, adjustment of adjacent punctuation marks,
mixed text composition, reduction and expansion of inter-character spacing; GB/T 15834-2011, 5.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from generator.typeset.classes import Class


class Turn(IntEnum):
    """Of which kind a joint is when a line is squeezed or stretched; in what order, say SHRINKING and STRETCHING."""

    NEVER = 0
    WORD_SPACE = 1
    MIDDLE = 2
    BRACKET = 3
    COMMA = 4
    MIXED = 5
    STOP = 6
    NEIGHBOURS = 7


SHRINKING = (Turn.WORD_SPACE, Turn.MIDDLE, Turn.BRACKET, Turn.COMMA, Turn.MIXED, Turn.STOP, Turn.NEIGHBOURS)
"""First to last (the mark at a line's end has given up its half before); neighbours have given half of theirs already."""
STRETCHING = (Turn.WORD_SPACE, Turn.MIXED, Turn.NEIGHBOURS)
"""First to last, before the whole line opens (CLREQ, expansion of inter-character spacing)."""


@dataclass(frozen=True, slots=True)
class Space:
    """Room at a joint in ems. `most` is taken before the whole line opens up; `even` tells whether it then opens too."""

    desired: float
    least: float
    most: float
    turn: Turn = Turn.NEVER
    even: bool = True


HALF = 0.5
"""The empty half of a full-width mark."""

NOTHING = Space(0, 0, 0)
RIGID = Space(0, 0, 0, even=False)
MIXED = Space(0.25, 0.125, 0.38, Turn.MIXED)
"""Between Han and Western (CLREQ, mixed text composition: a quarter, an eighth to a half). Less than the half is taken
before the whole line opens: the gap inside a number does not stretch, and the one beside it shall not look twice as wide."""
WORD_SPACE = Space(0, 0, 0.25, Turn.WORD_SPACE)
"""After a typed space, whose own advance is about a quarter."""
NEIGHBOURS = Space(-HALF, -HALF, -0.25, Turn.NEIGHBOURS)
"""Two marks with one empty half between them share it (two ems become one and a half; the bracket hugs what it holds). Loose
lines get half of it back before Han is letterspaced, and open there as elsewhere; there is nothing left to squeeze."""
FACING = Space(-HALF, -0.75, -0.25, Turn.NEIGHBOURS)
"""A closing mark before an opening one: two empty halves face each other, of which one is given; a quarter more can be."""
BRACKET = Space(0, -HALF, 0, Turn.BRACKET)
"""Beside what it does not hold, a bracket can give all of its empty half, a comma too."""
COMMA = Space(0, -HALF, 0, Turn.COMMA)
STOP = Space(0, -0.25, 0, Turn.STOP)
"""A sentence's end keeps half of its room."""
MIDDLE = Space(0, -0.1, 0, Turn.MIDDLE)
"""The interpunct has half an em (GB/T 15834-2011, 5.1.7), of which a fifth can be given."""

CLOSING = (Class.CLOSE, Class.COMMA, Class.STOP)
HAN_LIKE = (Class.HAN, Class.FOLLOWER)
WESTERN_LIKE = (Class.WESTERN,)
WESTERN_PIECES = (Class.WESTERN, Class.WESTERN_OPEN, Class.WESTERN_CLOSE, Class.NEUTRAL, Class.SIGN, Class.QUOTE)
"""One word, though cut by a change of style: letters are not spaced out."""
STIFF = (Class.CONNECTOR, Class.SLASH)

CLING = "JLREQ 3.8.4: a mark clings to what it follows or opens, however loose the line"
MIXED_TEXT = "CLREQ, mixed text composition in horizontal writing mode"
REDUCTION = "CLREQ, reduction and expansion of inter-character spacing"
ADJACENT = "CLREQ, adjustment of adjacent punctuation marks"
EXPANSION = "CLREQ, procedures for inter-character space expansion: nothing is stretched round connectors and slashes"
PREFIX_SUFFIX = "CLREQ, digits and their prefix and suffix"
UNICODE = "UAX #14, LB 7, 8, 11, 12"
HOUSE = "house"

RULES: tuple[tuple[tuple[Class, ...], tuple[Class, ...], Space, str], ...] = (
    (tuple(Class), CLOSING, RIGID, CLING),
    (tuple(Class), (Class.MARK, Class.QUOTE), RIGID, CLING),
    ((Class.QUOTE,), tuple(Class), RIGID, HOUSE),  # which side it belongs to, nobody knows
    ((Class.OPEN,), tuple(Class), RIGID, CLING),
    (HAN_LIKE, WESTERN_LIKE, MIXED, MIXED_TEXT),
    (WESTERN_LIKE, HAN_LIKE, MIXED, MIXED_TEXT),
    ((Class.POSTFIX,), WESTERN_LIKE, MIXED, MIXED_TEXT),
    (tuple(Class), (Class.OPEN,), BRACKET, REDUCTION),
    ((Class.CLOSE,), tuple(Class), BRACKET, REDUCTION),
    ((Class.COMMA,), tuple(Class), COMMA, REDUCTION),
    ((Class.STOP,), tuple(Class), STOP, REDUCTION),
    ((Class.MIDDLE,), tuple(Class), MIDDLE, REDUCTION),
    (tuple(Class), (Class.MIDDLE,), MIDDLE, REDUCTION),
    (WESTERN_PIECES, WESTERN_PIECES, RIGID, HOUSE),
    (CLOSING, CLOSING, NEIGHBOURS, ADJACENT),
    (CLOSING, (Class.OPEN,), FACING, ADJACENT),
    ((Class.OPEN,), (Class.OPEN,), NEIGHBOURS, ADJACENT),
    ((Class.SPACE,), tuple(Class), WORD_SPACE, REDUCTION),
    (
        tuple(Class),
        (Class.SPACE,),
        RIGID,
        HOUSE,
    ),  # the room is after the space: before it, a word at a line's end would not be flush
    (STIFF, tuple(Class), RIGID, EXPANSION),
    (tuple(Class), STIFF, RIGID, EXPANSION),
    ((Class.PREFIX,), tuple(Class), RIGID, PREFIX_SUFFIX),
    (tuple(Class), (Class.POSTFIX,), RIGID, PREFIX_SUFFIX),
    (tuple(Class), (Class.NOTE,), RIGID, "CLREQ, annotation marks"),
    (tuple(Class), (Class.GLUE, Class.OPENING), RIGID, UNICODE),
    ((Class.GLUE, Class.OPENING), tuple(Class), RIGID, UNICODE),
)
"""Each with its source. Later rows overrule earlier ones; a pair without a row wants nothing and opens with the line."""


@cache
def space_table() -> dict[tuple[Class, Class], Space]:
    """Return the space of each pair of classes."""
    table = {(left, right): NOTHING for left in Class for right in Class}
    for lefts, rights, space, _ in RULES:
        table.update({(left, right): space for left in lefts for right in rights})
    return table
