"""Match what is due in a text with what stands there: each use once, in its order, in full.

In: a text, and the words that are due in it in reading order. Out: the places where they stand, those that stand out of their order,
those that do not stand there at all, and the text with all that was found masked.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.inspection.numerals import MASK, numerals, occurrences, unexplained

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.inspection.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Match:
    """What was found: indexes of words found, misplaced and missing, the text that is left, and the numerals left in it."""

    found: int
    misplaced: tuple[int, ...]
    missing: tuple[int, ...]
    left: str
    strays: tuple[Numeral, ...]


def match(text: str, due: Sequence[str], names: Iterable[str]) -> Match:
    """Find the words that are due.

    A short word may stand in two places, once as a use and once inside a date. Read forwards, it is taken at its first place; when
    that leaves a numeral unexplained, read backwards, at its last.
    """
    names = tuple(names)
    first = _judged(text, due, _forwards(text, due), names)
    if first.missing or first.misplaced or not first.strays:
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
    found = len(due) - len(missing) - len(misplaced)
    return Match(found, tuple(misplaced), tuple(missing), left, unexplained(left, names))


def _masked(text: str, at: int, words: str) -> str:
    return text[:at] + MASK * len(words) + text[at + len(words) :]


def strays(text: str, allowed: Iterable[str], names: Iterable[str]) -> tuple[Numeral, ...]:
    """Return the numerals of a text that stand neither in the allowed words, however often these come, nor in a name or a date."""
    names = tuple(names)
    if not unexplained(text, names):
        return ()
    left = text
    for words in sorted(set(allowed), key=len, reverse=True):
        for at in occurrences(left, words):
            left = _masked(left, at, words)
    return unexplained(left, names)


def aligned(due: Sequence[Sequence[str]], texts: Sequence[str]) -> list[int | None]:
    """Return for each place that is due the text that is most likely it, in order; None for a place that is not there.

    Needed only where places are missing or too many: the longest common course, each step weighed by likeness.
    """
    best: list[list[tuple[float, tuple[int | None, ...]]]] = [[(0, ())] * (len(texts) + 1)]
    for words in due:
        line: list[tuple[float, tuple[int | None, ...]]] = [(best[-1][0][0], (*best[-1][0][1], None))]
        for at, text in enumerate(texts):
            taken = (best[-1][at][0] + _likeness(words, text), (*best[-1][at][1], at))
            left_out = (best[-1][at + 1][0], (*best[-1][at + 1][1], None))
            line.append(max(taken, left_out, line[-1], key=lambda one: one[0]))
        best.append(line)
    return list(best[-1][-1][1])


def _likeness(words: Sequence[str], text: str) -> float:
    """Return how much of what is due stands in a text and how much of its numerals are due (Dice), and a little for any two."""
    wanted = Counter(words)
    found = sum(min(count, sum(1 for _ in occurrences(text, one))) for one, count in wanted.items())
    return 0.1 + 2 * found / max(1, len(words) + sum(1 for _ in numerals(text)))


def is_strange(words: Sequence[str], text: str) -> bool:
    """Tell whether a text lacks most of the words that are due in it: then it is another page or slide."""
    return sum(one not in text for one in words) * 2 > max(len(words), 2)
