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

from benchmarks.characters import (
    ADDRESS,
    BEFORE_A_POINT,
    CLOSING,
    EMPTY,
    ONE_PIECE,
    OPENING,
    PRINTED_HYPHEN,
    bad_edge,
    is_han,
    mixed,
    neighbours,
    solid,
    torn_word,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIGNED = re.compile(r"\s-|[^\s0-9A-Za-z年月日号%]-[0-9]")
"""The sign of a number or an option, no connector."""
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
            signed = bool(SIGNED.match(case.text, end - 1))
            score.bad_edges += not signed and bad_edge(before, after)
            score.parted += any(start < end < stop for start, stop in case.pieces) or torn_word(case.text, before, end)
        if len(texts) > 1:
            score.short_firsts += solid(texts[0]) < TEXT_AT_EDGE
            whole = any(start == ends[-1] for start, _ in case.pieces)
            score.short_ends += not whole and solid(texts[-1]) < TEXT_AT_EDGE

    def _edge(self, line: Sequence[Placed], measure: float) -> None:
        last = line[-1]
        end = last.x + self.advance(last.char) * self.size
        edges = (end, end - EMPTY.get(last.char, 0) * self.size)
        self.score.not_flush += min(abs(edge - measure) for edge in edges) > FLUSH

    def _room(self, line: Sequence[Placed]) -> None:
        squeezed = SQUEEZED + max((0.0, *_steps(line, self.size)))  # in a line whose Han stand apart, a pair opens with them
        for left, right in pairwise(line):
            distance = (right.x - left.x) / self.size
            if neighbours(left.char, right.char):
                self.score.pairs += 1
                self.score.pairs_left += distance > squeezed + ROUNDING
            elif mixed(left.char, right.char):
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
        width -= sum(neighbours(*pair) for pair in pairwise(chars)) / 2
        width += sum(mixed(*pair) for pair in pairwise(chars)) * GAP
        width += self._typed_spaces(text)
        return width - (chars[0] in OPENING) / 2 - (chars[-1] in CLOSING) / 2

    def _typed_spaces(self, text: str) -> float:
        """Return the ems that typed spaces take, those left out that stand where there is a gap anyway."""
        beside = (text[at - 1] + text[at + 1] for at, char in enumerate(text) if char.isspace())
        return self.advance(" ") * sum(not mixed(*pair) for pair in beside)

    def _whites(self, line: Sequence[Placed]) -> list[tuple[float, float]]:
        found = []
        for left, right in pairwise(line):
            edge = left.x + self.advance(left.char) * self.size
            if right.x - edge >= RIVER * self.size:
                found.append((edge, right.x))
        return found


def _steps(line: Sequence[Placed], size: float) -> list[float]:
    """Return how far each two neighbouring Han characters of a line stand apart, in ems."""
    return [(right.x - left.x) / size - 1 for left, right in pairwise(line) if is_han(left.char) and is_han(right.char)]


def _apart(line: Sequence[Placed], size: float) -> float | None:
    """Return how far Han characters stand apart in a line, in ems; none where no two stand together."""
    steps = _steps(line, size)
    return sum(steps) / len(steps) if steps else None


def _rivers(lines: Sequence[Sequence[tuple[float, float]]]) -> int:
    """Return how many whites have another above them and a third below, each overlapping the next from left to right."""
    return sum(
        any(_overlap(white, other) for other in above) and any(_overlap(white, other) for other in below)
        for above, middle, below in zip(lines, lines[1:], lines[2:], strict=False)
        for white in middle
    )


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
