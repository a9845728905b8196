"""Match what is due in a text with what stands there: each use once, in its order, in full.

In: a text, and the words that are due in it in reading order. Out: the places where they stand, those that stand out of their order,
those that do not stand there at all, and the text with all that was found masked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from generator.inspection.numerals import MASK, Numeral, dates, occurrences, unexplained


@dataclass(frozen=True, slots=True)
class Match:
    """What was found: indexes of the words misplaced and missing, the text that is left, and the numerals left in it."""

    misplaced: tuple[int, ...]
    missing: tuple[int, ...]
    left: str
    strays: tuple[Numeral, ...]


class Placed(NamedTuple):
    """A word that has its place, after those before it."""

    which: int
    at: int
    before: Placed | None


def match(text: str, due: Sequence[str], names: Iterable[str]) -> Match:
    """Find the words that are due.

    A short word may stand in two places, once as a use and once inside a date. Read forwards, it is taken at its first place; when
    that leaves a numeral unexplained, read backwards, at its last. Where one does not stand in its order, as many as can are taken in
    theirs: the like of a changed word may stand again farther on, and whatever is due between is in its place.
    """
    names = tuple(names)
    places = _forwards(text, due)
    if None in places:
        most = _most(text, due)
        return _judged(text, due, most if most.count(None) < places.count(None) else places, names)
    first = _judged(text, due, places, names)
    if not first.strays:
        return first
    other = _judged(text, due, _backwards(text, due), names)
    return other if not (other.missing or other.misplaced or other.strays) else first


def _forwards(text: str, due: Sequence[str]) -> list[int | None]:
    places: list[int | None] = []
    cursor = 0
    for words in due:
        at = next(occurrences(text, words, cursor), None)
        places.append(at)
        cursor = cursor if at is None else at + len(words)
    return places


def _backwards(text: str, due: Sequence[str]) -> list[int | None]:
    places: list[int | None] = []
    end = len(text)
    for words in reversed(due):
        at = max((at for at in occurrences(text, words) if at + len(words) <= end), default=None)
        places.append(at)
        end = end if at is None else at
    return places[::-1]


def _most(text: str, due: Sequence[str]) -> list[int | None]:
    """Place as many words as can stand in their order, each as early as it may: of so many placed, those that end first."""
    standing = {words: tuple(occurrences(text, words)) for words in due}
    ends: list[tuple[int, Placed | None]] = [(0, None)]
    for index, words in enumerate(due):
        for count in range(len(ends) - 1, -1, -1):
            end, before = ends[count]
            at = next(iter(standing[words][bisect_left(standing[words], end) :]), None)
            if at is None:
                continue
            if count + 1 == len(ends):
                ends.append((at + len(words), Placed(index, at, before)))
            elif at + len(words) < ends[count + 1][0]:
                ends[count + 1] = at + len(words), Placed(index, at, before)
    places: list[int | None] = [None] * len(due)
    last = ends[-1][1]
    while last:
        places[last.which], last = last.at, last.before
    return places


def _judged(text: str, due: Sequence[str], places: list[int | None], names: tuple[str, ...]) -> Match:
    left = text
    for words, at in zip(due, places, strict=True):
        if at is not None:
            left = _masked(left, at, words)
    misplaced, missing = list[int](), list[int]()
    for index, (words, at) in enumerate(zip(due, places, strict=True)):
        if at is None:
            elsewhere = next(occurrences(left, words), None)
            (missing if elsewhere is None else misplaced).append(index)
            left = left if elsewhere is None else _masked(left, elsewhere, words)
    return Match(tuple(misplaced), tuple(missing), left, unexplained(left, names))


def _masked(text: str, at: int, words: str) -> str:
    return text[:at] + MASK * len(words) + text[at + len(words) :]


def strays(text: str, allowed: Iterable[str], names: Iterable[str]) -> tuple[Numeral, ...]:
    """Return the numerals of a text that stand neither in the allowed words, however often these come, nor in a name or a date.

    Allowed words, names and dates are read the longest first: no folio 11 is cut out of 2020年11月1日, nor 10 out of 例/10万人.
    """
    names = tuple(names)
    if not unexplained(text, names):
        return ()
    allowed, free, left = frozenset(allowed), [True] * len(text), text
    for words in sorted({*allowed, *names, *dates(text)}, key=len, reverse=True):
        for at in occurrences(text, words):
            end = at + len(words)
            if all(free[at:end]):
                free[at:end] = [False] * len(words)
                left = _masked(left, at, words) if words in allowed else left
    return unexplained(left, names)


def unbroken(text: str, due: Iterable[str]) -> str:
    """Return a text in which no end of a line parts what is due, as it may between any two characters that are not both digits."""
    for words in sorted(set(due), key=len, reverse=True):
        broken = "".join(
            re.escape(one) + ("" if one.isdecimal() and after.isdecimal() else "\n?") for one, after in pairwise(words)
        )
        text = re.sub(broken + re.escape(words[-1:]), words, text)
    return text
