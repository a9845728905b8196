"""Rivers: whites one under another in neighbouring lines, which the eye follows down the page.

In: a measured strip and lines of it, each opened so far. Out: how many whites of one stand under whites of the other.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.typeset.spacing import Turn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.typeset.scale import Scale
    from generator.typeset.strip import Strip
    from generator.units import Length

WHITE = frozenset({Turn.WORD_SPACE, Turn.MIXED})
"""Joints that are wide in an open line: word spaces and the gaps between Han and Western."""


LEAST_OPENED = 0.06
"""Ems a joint from which a line's whites are wide enough to be seen."""


class Opened(NamedTuple):
    """A line: its first atom, the one after its last, and by how many ems each joint is opened."""

    start: int
    end: int
    opened: float


def has_river(lines: Sequence[Opened], whites: Whites) -> bool:
    """Tell whether whites stand one under another in three lines."""
    met = [whites.meeting(above, below) > 0 for above, below in pairwise(lines)]
    return any(first and second for first, second in pairwise(met))


class Whites:
    """The whites of a strip's lines; `indent` is that of its first line."""

    def __init__(self, strip: Strip, scale: Scale, indent: Length) -> None:
        self._strip = strip
        self._scale = scale
        self._indent = indent
        self._known: dict[Opened, list[tuple[float, float]]] = {}

    def meeting(self, above: Opened, below: Opened) -> int:
        """Return how many whites of two lines overlap from left to right; none where one of them is not open."""
        if above.opened < LEAST_OPENED or below.opened < LEAST_OPENED:
            return 0
        over, under = self._of(above), self._of(below)
        if not over or not under:
            return 0
        return sum(left < other_right and other_left < right for left, right in over for other_left, other_right in under)

    @cached_property
    def _wide(self) -> list[int]:
        """The atoms after wide joints."""
        return [index for index, joint in enumerate(self._strip.joints) if joint.turn in WHITE]

    def _of(self, line: Opened) -> list[tuple[float, float]]:
        """Return the left and right edges of a line's whites, from the left edge of the measure."""
        if line not in self._known:
            inside = self._wide[bisect_left(self._wide, line.start + 1) : bisect_left(self._wide, line.end)]
            self._known[line] = [self._white(line.start, index, line.opened * self._strip.em) for index in inside]
        return self._known[line]

    def _white(self, start: int, index: int, opened: float) -> tuple[float, float]:
        scale, joint, before = self._scale, self._strip.joints[index], self._strip.atoms[index - 1]
        grown = scale.stretch[index] - scale.stretch[start] + opened * (scale.even[index] - scale.even[start])
        right = scale.lefts[index] - scale.start(start) + grown + (0 if start else self._indent)
        room = joint.desired + joint.stretch + opened * joint.even + (before.width if joint.turn is Turn.WORD_SPACE else 0)
        return right - room, right
