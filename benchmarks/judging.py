"""How well lines are set, by nothing but characters and where they stand: the same judge for every composer.

In: lines of glyphs (character, origin in points), a measure, the pieces that may not be parted. Out: counts of faults, and how loose
the lines are. Sources: GB/T 15834-2011, 5.1; GB/T 15835-2011; W3C CLREQ; the rules by number are those of the house.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

NO_START = frozenset("。．，、；：？！～·’”）］｝》〉】〗〕」』％‰℃/–—-")
NO_END = frozenset("‘“（［｛《〈【〖〔「『￥＄№/")
LONG = frozenset("—…")
"""A dash of two may begin a line at the level that is judged; a lone one may not."""

OPENING = frozenset("‘“（［｛《〈【〖〔「『")
CLOSING = frozenset("。．，、；：？！’”）］｝》〉】〗〕」』")
FLUSH = 0.3
"""Points within which a line counts as flush."""
SQUEEZED = 0.75
"""Ems between the origins of two marks of which one has given up its half; unsqueezed they are an em apart."""
LEAST_GAP = 0.1
"""Ems; the least gap that a composer may squeeze Han and Western to is an eighth."""
GAP = 0.25
TEXT_AT_END = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A character and where its glyph begins, in points from the left edge of the measure."""

    char: str
    x: float


@dataclass(frozen=True, slots=True)
class Case:
    """A paragraph to be set: its text, the ranges of characters that are one piece, the measure in points."""

    text: str
    pieces: tuple[tuple[int, int], ...]
    measure: float


@dataclass(slots=True)
class Score:
    """What is counted over all paragraphs; `loose` and `opened` have a value a line."""

    paragraphs: int = 0
    lines: int = 0
    bad_edges: int = 0
    parted: int = 0
    short_ends: int = 0
    not_flush: int = 0
    pairs: int = 0
    pairs_left: int = 0
    gaps: int = 0
    gaps_lost: int = 0
    lost_text: int = 0


@dataclass(slots=True)
class Looseness:
    """By how many ems a joint each line departs from its natural width, by its characters alone; and how far Han stand apart as set."""

    departures: list[float]
    openings: list[float]


def is_han(char: str) -> bool:
    """Tell whether a character is a Han one."""
    return "\u3400" <= char <= "\u9fff" or char > "\uffff"


def is_western(char: str) -> bool:
    """Tell whether a character is a Western letter or digit."""
    return char.isascii() and char.isalnum()


@dataclass(slots=True)
class Judge:
    """Counts the faults of set paragraphs; `advance` is a character's in ems."""

    size: float
    advance: Callable[[str], float]
    score: Score
    looseness: Looseness

    @classmethod
    def of(cls, size: float, advance: Callable[[str], float]) -> Judge:
        """Return a judge who has seen nothing yet."""
        return cls(size, cache(advance), Score(), Looseness([], []))

    def hear(self, case: Case, lines: Sequence[Sequence[Placed]], indent: float) -> None:
        """Count the faults of one paragraph."""
        score = self.score
        texts = ["".join(glyph.char for glyph in line) for line in lines]
        score.paragraphs += 1
        score.lines += len(lines)
        score.lost_text += "".join(texts).replace(" ", "") != case.text.replace(" ", "")
        ends = list(accumulate(map(len, texts)))[:-1]
        score.bad_edges += sum(_bad_edge(*pair) for pair in pairwise(texts))
        score.parted += sum(any(start < end < stop for start, stop in case.pieces) for end in ends)
        score.short_ends += len(lines) > 1 and self._is_short(texts[-1], ends[-1], case)
        for index, line in enumerate(lines):
            self._room(line)
            if index < len(lines) - 1:
                self._edge(line, case.measure)
                self._grey(line, case.measure - (0 if index else indent))

    def _is_short(self, text: str, start: int, case: Case) -> bool:
        if any(first == start for first, _ in case.pieces):
            return False
        return sum(is_han(char) or is_western(char) for char in text) < TEXT_AT_END

    def _edge(self, line: Sequence[Placed], measure: float) -> None:
        last = line[-1]
        end = last.x + self.advance(last.char) * self.size
        edges = (end, end - self.size / 2) if last.char in CLOSING else (end,)
        self.score.not_flush += min(abs(edge - measure) for edge in edges) > FLUSH

    def _room(self, line: Sequence[Placed]) -> None:
        for left, right in pairwise(line):
            distance = (right.x - left.x) / self.size
            if _neighbours(left.char, right.char):
                self.score.pairs += 1
                self.score.pairs_left += distance > SQUEEZED
            elif _mixed(left.char, right.char):
                self.score.gaps += 1
                self.score.gaps_lost += distance - self.advance(left.char) < LEAST_GAP

    def _grey(self, line: Sequence[Placed], room: float) -> None:
        natural = self._natural(line)
        self.looseness.departures.append((room / self.size - natural) / max(1, len(line) - 1))
        apart = [(right.x - left.x) / self.size - 1 for left, right in pairwise(line) if is_han(left.char) and is_han(right.char)]
        if apart:
            self.looseness.openings.append(sum(apart) / len(apart))

    def _natural(self, line: Sequence[Placed]) -> float:
        chars = [glyph.char for glyph in line]
        width = sum(map(self.advance, chars))
        width -= sum(_neighbours(*pair) for pair in pairwise(chars)) / 2
        width += sum(_mixed(*pair) for pair in pairwise(chars)) * GAP
        return width - (chars[0] in OPENING) / 2 - (chars[-1] in CLOSING) / 2


def _bad_edge(before: str, after: str) -> bool:
    first, last = after[:1], before[-1:]
    lone = first in LONG and after[1:2] != first
    return (first in NO_START and (first not in LONG or lone)) or last in NO_END


def _neighbours(left: str, right: str) -> bool:
    return (left in CLOSING and right in CLOSING | OPENING) or (left in OPENING and right in OPENING)


def _mixed(left: str, right: str) -> bool:
    return (is_han(left) and is_western(right)) or (is_western(left) and is_han(right))


def worst(values: Iterable[float]) -> float:
    """Return the largest absolute value."""
    return max((abs(value) for value in values), default=0.0)


def mean(values: Sequence[float]) -> float:
    """Return the mean absolute value."""
    return sum(map(abs, values)) / max(1, len(values))
