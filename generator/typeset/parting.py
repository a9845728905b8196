"""Where a long Western piece may be parted: an address at its signs, a word at its hyphens, a formula after its operators.

In: a piece, the break level, the measure in characters. Out: places, with what a line end there costs and whether it prints a hyphen.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from generator.typeset.addresses import ADDRESS, address_points
from generator.typeset.formulas import OPERATOR_COST

HYPHEN_COST = 60.0
"""A hyphen is worth a line a good deal too loose."""
OWN_HYPHEN_COST = 15.0
"""A word's own hyphen costs less: nothing is added."""
RANGE_COST = 25.0
"""10%-20% parted after its hyphen, as 10%～20% after its dash."""

HYPHEN_POINT = re.compile("(?<=[A-Za-z]-)(?=[A-Za-z])")
"""After a word's own hyphen (CY/T 154-2017, 9); one beside a digit belongs to a number or a name (0571-8502, COVID-19)."""
SLASH_POINT = re.compile("(?<=[A-Za-z]{3}/)(?=[A-Za-z]{3})")
"""After its slash too, where the break level lets one end a line; km/h is a unit."""
OPERATOR_POINT = re.compile(r"(?<=[0-9A-Za-z)\]%²³][+=])(?=[0-9A-Za-z(\[])")
RANGE_POINT = re.compile("(?<=[%°]-)(?=[0-9])|(?<=[0-9%]~)(?=[0-9])")

LETTERS = re.compile(r"(?<![^\W\d_])[A-Za-z]+(?![^\W\d_])")
"""Of a word of English: no part of one with letters that English has not, whose language nobody knows."""
LONG_WORD = 8
"""Letters from which a word is worth a hyphen; shorter ones are moved whole."""
LEFT_LETTERS = 3
RIGHT_LETTERS = 3
"""The least that stands on either side of a hyphen."""
ADDRESS_NAME = 12
"""Characters of an address without a place to part it, at most: some six ems."""


class Point(NamedTuple):
    """What a line end inside a piece costs, and whether it prints a hyphen."""

    cost: float
    hyphen: bool = False


@lru_cache(maxsize=4096)
def points(word: str, room: int, *, slashed: bool = False) -> dict[int, Point]:
    """Return where a Western piece may be parted; `room` is the measure in its characters; `slashed`: a slash may end a line."""
    found = {place: Point(cost) for place, cost in address_points(word, min(ADDRESS_NAME, max(room // 2, 1))).items()}
    if found:
        return found
    for pattern, cost in ((RANGE_POINT, RANGE_COST), (OPERATOR_POINT, OPERATOR_COST), (HYPHEN_POINT, OWN_HYPHEN_COST)):
        found |= {match.start(): Point(cost) for match in pattern.finditer(word)}
    found = found or {place: Point(HYPHEN_COST, hyphen=True) for place in hyphen_points(word)}
    if slashed:
        found |= {match.start(): Point(OWN_HYPHEN_COST) for match in SLASH_POINT.finditer(word)}
    return found


def hyphen_points(word: str) -> tuple[int, ...]:
    """Return where a long English word may be parted with a hyphen (CY/T 154-2017, 9)."""
    match = max(LETTERS.finditer(word), key=lambda one: one.end() - one.start(), default=None)
    if match is None or match.end() - match.start() < LONG_WORD or ADDRESS.search(word):
        return ()
    import pyphen  # noqa: PLC0415  # its dictionary costs 20 ms, and most reports have no such word

    pattern = pyphen.Pyphen(lang="en_US", left=LEFT_LETTERS, right=RIGHT_LETTERS)
    return tuple(match.start() + int(point) for point in pattern.positions(match.group()))
