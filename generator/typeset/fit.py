"""Where lines end, chosen over the whole paragraph: of all ways, the one whose lines together cost least.

In: a strip and a setting. Out: the atoms of each line. The search is that of Knuth and Plass (Breaking paragraphs into
lines, 1981), forwards over the permitted line ends. It always finds a way: where none fits, the least bad place is taken.
"""

from __future__ import annotations

from bisect import bisect_right
from math import inf
from typing import TYPE_CHECKING

from generator.typeset.breaks import Rank
from generator.typeset.classes import is_solid
from generator.typeset.costs import (
    EMERGENCY_COST,
    ENOUGH,
    ENOUGH_AGAIN,
    LINE_COST,
    RAGGED_ENOUGH,
    SHORT_END,
    SHORT_END_COST,
    TOLERANCE,
    flush_cost,
    phrase_cost,
    ragged_cost,
)
from generator.typeset.model import Align
from generator.typeset.scale import measured

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.typeset.model import Setting
    from generator.typeset.scale import Scale
    from generator.typeset.strip import Strip
    from generator.units import Length


class Fit:
    """One paragraph's search."""

    def __init__(self, strip: Strip, scale: Scale, setting: Setting, indent: Length) -> None:
        self.strip = strip
        self.scale = scale
        self.setting = setting
        self.indent = indent
        self.last = len(strip.atoms) - 1
        self.em = max(atom.size for atom in strip.atoms)
        self.free = [joint.rank is Rank.FREE for joint in strip.joints[1:]] + [True]
        self.short_from = _short_from(strip)
        self.enough = ENOUGH

    def lines(self) -> list[tuple[int, int]]:
        """Return the first atom of each line and the one after its last."""
        found = self._search()
        if len(found) > 1 and found[-1][0] > self.short_from:
            self.enough = ENOUGH_AGAIN
            return self._search()
        return found

    def _search(self) -> list[tuple[int, int]]:
        count = self.last + 1
        best = [0.0] + [inf] * count
        back = [0] * (count + 1)
        ends = self._flush_ends if self.setting.align is Align.JUSTIFY else self._ragged_ends
        for start in range(count):
            if (sofar := best[start]) == inf:
                continue
            limit = self.scale.starts[start] + self.setting.measure - (0 if start else self.indent)
            for end, cost in ends(start, limit) or [self._emergency(start, limit)]:
                if sofar + cost < best[end]:
                    best[end] = sofar + cost
                    back[end] = start
        return _traced(back, count)

    def _flush_ends(self, start: int, limit: Length) -> list[tuple[int, float]]:
        """Return the line ends worth weighing from a start, the fullest line first, with their costs."""
        ends, shrink, free = self.scale.ends, self.scale.shrink, self.free
        at = bisect_right(ends, limit, start)
        while at <= self.last and ends[at] - shrink[at] + shrink[start] <= limit:
            at += 1
        found: list[tuple[int, float]] = []
        for end in range(min(at, self.last), start - 1, -1):
            if free[end] and limit - ends[end] >= shrink[start] - shrink[end]:
                cost = self._flush_cost(start, end, limit - ends[end])
                if cost > TOLERANCE and len(found) >= self.enough:
                    break
                found.append((end + 1, cost + self._end_cost(start, end)))
        return found

    def _flush_cost(self, start: int, end: int, slack: Length) -> float:
        if end == self.last and slack >= 0:
            return 0.0
        scale = self.scale
        fill = scale.stretch[end] - scale.stretch[start]
        return flush_cost(slack, scale.shrink[end] - scale.shrink[start], fill, (scale.even[end] - scale.even[start]) * self.em)

    def _end_cost(self, start: int, end: int) -> float:
        if end < self.last:
            return self.strip.joints[end + 1].cost
        return SHORT_END_COST if start > self.short_from else 0.0

    def _ragged_ends(self, start: int, limit: Length) -> list[tuple[int, float]]:
        ends, free, balanced = self.scale.ends, self.free, self.setting.balanced
        room = max(limit - self.scale.starts[start], 1)
        found: list[tuple[int, float]] = []
        for end in range(min(bisect_right(ends, limit, start), self.last), start - 1, -1):
            if free[end] and ends[end] <= limit:
                found.append((end + 1, self._ragged_cost(start, end, (limit - ends[end]) / room)))
                if len(found) == RAGGED_ENOUGH and not balanced:
                    break
        return found

    def _ragged_cost(self, start: int, end: int, empty: float) -> float:
        cost = LINE_COST + self._end_cost(start, end)
        if not self.setting.balanced:
            return cost + (ragged_cost(empty) if end < self.last else 0.0)
        atoms = self.strip.atoms
        return cost + ragged_cost(empty) + (phrase_cost(atoms[end], atoms[end + 1]) if end < self.last else 0.0)

    def _emergency(self, start: int, limit: Length) -> tuple[int, float]:
        """Return the least bad place within the limit, the last of its rank; at least one atom is set."""
        joints = self.strip.joints
        furthest = min(max(bisect_right(self.scale.ends, limit, start), start + 1), self.last)
        places = range(start + 1, furthest + 1)
        end = min(places, key=lambda place: (joints[place].rank, -place), default=self.last + 1)
        return end, EMERGENCY_COST * (1 + (joints[end].rank if end <= self.last else 0))


def _short_from(strip: Strip) -> int:
    """Return the last atom with which a last line may begin and still have enough characters of text; 0 when none has."""
    solid = 0
    for index in range(len(strip.atoms) - 1, -1, -1):
        solid += sum(map(is_solid, strip.atoms[index].text))
        if solid >= SHORT_END:
            return index
    return 0


def _traced(back: list[int], end: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    while end > 0:
        lines.append((back[end], end))
        end = back[end]
    return lines[::-1]


def fitted(strip: Strip, setting: Setting, indent: Length, hyphens: Mapping[int, Length]) -> list[tuple[int, int]]:
    """Return the lines of a strip as ranges of atoms; `hyphens` are widths by the atom before which one is printed."""
    scale = measured(strip, hyphens)
    if scale.ends[-1] - scale.starts[0] <= setting.measure - indent:
        return [(0, len(strip.atoms))]
    return Fit(strip, scale, setting, indent).lines()
