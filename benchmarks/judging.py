"""How well lines are set, by nothing but characters and where they stand: the same judge for every composer.

In: lines of glyphs (character, origin in points), a measure, the pieces that may not be parted. Out: counts of faults, and how loose
the lines are. Sources: GB/T 15834-2011, 5.1; GB/T 15835-2011; W3C CLREQ; the rules by number are those of the house.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

NO_START = frozenset("。．，、；：？！～·’”）］｝》〉】〗〕」』％‰℃/–—-∶,.;:!?)]}%°")
NO_END = frozenset("‘“（［｛《〈【〖〔「『￥＄№/([{¥$€£")
LONG = frozenset("—…")
"""A dash of two may begin a line at the level that is judged; a lone one may not."""

OPENING = frozenset("‘“（［｛《〈【〖〔「『")
CLOSING = frozenset("。．，、；：？！’”）］｝》〉】〗〕」』")
EMPTY = dict.fromkeys(CLOSING, 0.5) | {"·": 0.25}
"""Ems without ink that a mark may give up at a line's end."""
FLUSH = 0.3
"""Points within which a line counts as flush."""
SQUEEZED = 0.75
"""Ems between the origins of two marks of which one has given up its half; unsqueezed they are an em apart."""
ROUNDING = 0.002
"""Ems; what places in points are rounded by."""
LEAST_GAP = 0.1
"""Ems; the least gap that a composer may squeeze Han and Western to is an eighth."""
GAP = 0.25
TEXT_AT_EDGE = 2
"""Characters besides punctuation that a first or a last line of several has at least (T15)."""
HOLE = 4.0
"""Ems that a line is short of its measure, as before a long address that does not fit."""
UNLIKE = 0.15
"""Ems a joint by which two neighbouring lines differ so that a reader sees the one dark, the other pale."""
RIVER = 0.4
"""Ems of white between two characters that the eye follows into the next line, marks' own halves aside."""
PRINTED_HYPHEN = "\u00ad"
"""A hyphen that the page shows and the author did not write."""

ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w.-]+|(?<![!-~])(?:/[\w.-]+){2,}", re.ASCII | re.IGNORECASE)
ONE_PIECE = re.compile("[!-~]+")
"""A line of nothing but a part of an address: it has nothing to stretch (T18)."""
BEFORE_A_POINT = frozenset(".?&=#_-@")
"""An address is parted before these, and after a slash."""


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
    """What is counted over all paragraphs."""

    paragraphs: int = 0
    lines: int = 0
    bad_edges: int = 0
    parted: int = 0
    short_firsts: int = 0
    short_ends: int = 0
    holes: int = 0
    not_flush: int = 0
    pairs: int = 0
    pairs_left: int = 0
    gaps: int = 0
    gaps_lost: int = 0
    rivers: int = 0
    lost_text: int = 0


class Grey(NamedTuple):
    """How a line that is to be flush looks.

    `departure`: ems a joint by which it departs from its natural width, by its characters alone; `opening`: by how much its Han stand
    apart as set, None where no two of them meet.
    """

    departure: float
    opening: float | None
    text: str
    measure: float


@dataclass(frozen=True, slots=True)
class Looseness:
    """Departures and openings of all lines, and how much those of neighbouring lines differ."""

    departures: list[float]
    openings: list[float]
    departure_steps: list[float]
    opening_steps: list[float]


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
    score: Score = field(default_factory=Score)
    greys: list[list[Grey]] = field(default_factory=list)
    """A list for each paragraph: its lines but the last."""

    @classmethod
    def of(cls, size: float, advance: Callable[[str], float]) -> Judge:
        """Return a judge who has seen nothing yet."""
        return cls(size, cache(advance))

    @property
    def looseness(self) -> Looseness:
        """How loose the lines are."""
        lines = [grey for greys in self.greys for grey in greys]
        steps = [pair for greys in self.greys for pair in pairwise(greys)]
        return Looseness(
            [grey.departure for grey in lines],
            [grey.opening for grey in lines if grey.opening is not None],
            [abs(above.departure - below.departure) for above, below in steps],
            [abs(above.opening - below.opening) for above, below in steps if None not in (above.opening, below.opening)],
        )

    def hear(self, case: Case, lines: Sequence[Sequence[Placed]], indent: float) -> None:
        """Count the faults of one paragraph."""
        score = self.score
        texts = ["".join(glyph.char for glyph in line) for line in lines]
        score.paragraphs += 1
        score.lines += len(lines)
        score.rivers += _rivers([self._whites(line) for line in lines])
        self.greys.append([])
        places = [at for at, char in enumerate(case.text) if not char.isspace()]
        if "".join(texts).replace(PRINTED_HYPHEN, "") != "".join(case.text.split()):
            score.lost_text += 1
            return
        ends = [places[end] for end in accumulate(len(text.replace(PRINTED_HYPHEN, "")) for text in texts[:-1])]
        self._breaks(case, texts, ends)
        for index, line in enumerate(lines):
            self._room(line)
            if index < len(lines) - 1:
                text = case.text[ends[index - 1] if index else 0 : ends[index]].strip()
                if not ONE_PIECE.fullmatch(text):
                    self._edge(line, case.measure)
                self._grey(line, case, text, case.measure - (0 if index else indent))

    def _breaks(self, case: Case, texts: Sequence[str], ends: Sequence[int]) -> None:
        score = self.score
        addresses = [match.span() for match in ADDRESS.finditer(case.text)]
        for (before, after), end in zip(pairwise(texts), ends, strict=True):
            if any(start < end < stop for start, stop in addresses):
                score.parted += not (case.text[end - 1] == "/" or case.text[end] in BEFORE_A_POINT)
                continue
            signed = case.text[end - 1].isspace() and case.text[end] == "-"  # the sign of a number or an option, no connector
            score.bad_edges += not signed and _bad_edge(before, after)
            score.parted += any(start < end < stop for start, stop in case.pieces) or _torn_word(case.text, before, end)
        if len(texts) > 1:
            score.short_firsts += _solid(texts[0]) < TEXT_AT_EDGE
            whole = any(start == ends[-1] for start, _ in case.pieces)
            score.short_ends += not whole and _solid(texts[-1]) < TEXT_AT_EDGE

    def _edge(self, line: Sequence[Placed], measure: float) -> None:
        last = line[-1]
        end = last.x + self.advance(last.char) * self.size
        edges = (end, end - EMPTY.get(last.char, 0) * self.size)
        self.score.not_flush += min(abs(edge - measure) for edge in edges) > FLUSH

    def _room(self, line: Sequence[Placed]) -> None:
        squeezed = SQUEEZED + max(_apart(line, self.size) or 0.0, 0.0)  # in a line whose Han stand apart, a pair opens with them
        for left, right in pairwise(line):
            distance = (right.x - left.x) / self.size
            if _neighbours(left.char, right.char):
                self.score.pairs += 1
                self.score.pairs_left += distance > squeezed + ROUNDING
            elif _mixed(left.char, right.char):
                self.score.gaps += 1
                self.score.gaps_lost += distance - self.advance(left.char) < LEAST_GAP

    def _grey(self, line: Sequence[Placed], case: Case, text: str, room: float) -> None:
        missing = room / self.size - self._natural(line, text)
        self.score.holes += missing > HOLE
        self.greys[-1].append(Grey(missing / max(1, len(line) - 1), _apart(line, self.size), text, case.measure))

    def _natural(self, line: Sequence[Placed], text: str) -> float:
        """Return the width of a line in ems by its characters: a pair of marks an em and a half, Han beside Western a quarter apart."""
        chars = [glyph.char for glyph in line]
        width = sum(map(self.advance, chars))
        width -= sum(_neighbours(*pair) for pair in pairwise(chars)) / 2
        width += sum(_mixed(*pair) for pair in pairwise(chars)) * GAP
        width += self._typed_spaces(text)
        return width - (chars[0] in OPENING) / 2 - (chars[-1] in CLOSING) / 2

    def _typed_spaces(self, text: str) -> float:
        """Return the ems that typed spaces take, those left out that stand where there is a gap anyway."""
        beside = (text[at - 1] + text[at + 1] for at, char in enumerate(text) if char.isspace())
        return self.advance(" ") * sum(not _mixed(*pair) for pair in beside)

    def _whites(self, line: Sequence[Placed]) -> list[tuple[float, float]]:
        found = []
        for left, right in pairwise(line):
            edge = left.x + self.advance(left.char) * self.size
            if right.x - edge >= RIVER * self.size:
                found.append((edge, right.x))
        return found


def _apart(line: Sequence[Placed], size: float) -> float | None:
    """Return how far Han characters stand apart in a line, in ems; none where no two stand together."""
    apart = [(right.x - left.x) / size - 1 for left, right in pairwise(line) if is_han(left.char) and is_han(right.char)]
    return sum(apart) / len(apart) if apart else None


def _rivers(lines: Sequence[Sequence[tuple[float, float]]]) -> int:
    """Return how many whites have another above them and a third below, each overlapping the next from left to right."""
    return sum(
        any(_overlap(white, other) for other in above) and any(_overlap(white, other) for other in below)
        for above, middle, below in zip(lines, lines[1:], lines[2:], strict=False)
        for white in middle
    )


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _bad_edge(before: str, after: str) -> bool:
    first, last = after[:1], before[-1:]
    lone = first in LONG and after[1:2] != first
    return (first in NO_START and (first not in LONG or lone)) or last in NO_END


def _torn_word(text: str, before: str, end: int) -> bool:
    """Tell whether a line ends inside a word without a hyphen."""
    left, right = text[end - 1], text[end]
    return left.isascii() and right.isascii() and left.isalpha() and right.isalpha() and before[-1] != PRINTED_HYPHEN


def _solid(text: str) -> int:
    return sum(is_han(char) or is_western(char) for char in text)


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


def share_over(values: Sequence[float], limit: float) -> str:
    """Return how many of the values exceed a limit, of how many."""
    return f"{sum(value > limit for value in values)} of {len(values)}"


def quantile(values: Iterable[float], share: float) -> float:
    """Return the absolute value that this share of them does not exceed."""
    ordered = sorted(map(abs, values))
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
