"""Where lines end, chosen over the whole paragraph: of all ways, the one whose lines together cost least.

In: a strip and a setting. Out: the atoms of each line. The search is that of Knuth and Plass (Breaking paragraphs into
lines, 1981), forwards over the permitted line ends. It always finds a way: where none fits, the least bad place is taken.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING, TypeAlias

from generator.typeset.breaks import Rank
from generator.typeset.classes import is_solid
from generator.typeset.costs import (
    EMERGENCY_COST,
    ENOUGH,
    ENOUGH_AGAIN,
    EVEN,
    EVEN_COST,
    LADDER_COST,
    LINE_COST,
    POOR_COST,
    RAGGED_ENOUGH,
    SHORT_END,
    SHORT_END_COST,
    TOLERANCE,
    UNEVEN_COST,
    Grey,
    flush_cost,
    grey,
    ragged_cost,
)
from generator.typeset.model import Align
from generator.typeset.phrases import balance_cost
from generator.typeset.scale import Scale, at_places, measured

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.typeset.model import Setting
    from generator.typeset.strip import Strip
    from generator.units import Length


Weigher: TypeAlias = "Callable[[int, Length, Sequence[float], Ways], int]"
"""Weighs the lines from a start up to a limit by what they and all before them cost; tells how many there are."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The best way to each place by the grey of the line that ends there: its cost, and where that line begins."""

    best: list[list[float]]
    back: list[list[int]]

    @classmethod
    def over(cls, count: int) -> Ways:
        """Return the ways over so many atoms before any is known: all begins evenly and costs nothing."""
        ways = cls([[inf] * (count + 1) for _ in Grey], [[0] * (count + 1) for _ in Grey])
        ways.best[EVEN][0] = 0.0
        return ways

    def sofar(self, start: int) -> tuple[float, float, float]:
        """Return the least cost before a line from here, by that line's grey: a tight one beside an open one costs more."""
        tight, even, light = self.best[0][start], self.best[1][start], self.best[2][start]
        # Asked at every start: `min` takes four times as long.
        dark = tight if tight < even else even  # noqa: FURB136
        pale = light if light < even else even  # noqa: FURB136
        least = dark if dark < pale else pale  # noqa: FURB136
        uneven = least + UNEVEN_COST
        return dark if dark < uneven else uneven, least, pale if pale < uneven else uneven  # noqa: FURB136

    def least(self, end: int) -> float:
        """Return the cost of the best way to a place."""
        return min(costs[end] for costs in self.best)

    def keep(self, start: int, end: int, cost: float, seen: Grey) -> None:
        """Keep the way by a line of this grey from start to end, if it is the best there so far."""
        if cost < self.best[seen][end]:
            self.best[seen][end] = cost
            self.back[seen][end] = start

    def traced(self, end: int) -> list[tuple[int, int]]:
        """Return the lines of the best way to the end."""
        lines: list[tuple[int, int]] = []
        seen = min(Grey, key=lambda one: self.best[one][end])
        while end > 0:
            start = self.back[seen][end]
            lines.append((start, end))
            seen = min(Grey, key=lambda one: self.best[one][start] + (UNEVEN_COST if abs(one - seen) > 1 else 0.0))
            end = start
        return lines[::-1]


class Fit:
    """One paragraph's search."""

    def __init__(self, strip: Strip, scale: Scale, setting: Setting, indent: Length) -> None:
        self.strip = strip
        self.scale = scale
        self.setting = setting
        self.indent = indent
        self.last = len(strip.atoms) - 1
        self.em = max(atom.size for atom in strip.atoms)
        self.places = [index for index in range(self.last) if strip.joints[index + 1].rank is Rank.FREE] + [self.last]
        self.at_places = at_places(scale, self.places)
        self.prices = [strip.joints[place + 1].cost for place in self.places[:-1]]
        self.ladders = [self._laddered(place) for place in self.places[:-1]]
        self.short_from = _short_from(strip)
        self.enough = ENOUGH
        if setting.balanced:
            self.solid = list(accumulate((sum(map(is_solid, atom.text)) for atom in strip.atoms), initial=0))
            self.even = self._even()

    def _even(self) -> float:
        """Return the length of a title's lines if they were all alike, and as few as they can be."""
        starts, ends, start, count = self.scale.starts, self.at_places.ends, 0, 0
        while start <= self.last:
            count += 1
            limit = starts[start] + self.setting.measure - (0 if start else self.indent)
            first = bisect_left(self.places, start)
            start = self.places[max(bisect_right(ends, limit, first) - 1, first)] + 1
        return max((self.scale.ends[-1] - starts[0] + self.indent) / count, 1.0)

    def lines(self) -> list[tuple[int, int]]:
        """Return the first atom of each line and the one after its last."""
        ways = self.search()
        found = ways.traced(self.last + 1)
        if self.setting.align is not Align.JUSTIFY:
            return found
        is_short = len(found) > 1 and found[-1][0] > self.short_from
        if is_short or POOR_COST * len(found) < ways.least(self.last + 1) < EMERGENCY_COST:
            self.enough = ENOUGH_AGAIN
            return self.search().traced(self.last + 1)
        return found

    def search(self) -> Ways:
        """Go forwards over the starts; at each, the best way for each grey of the line before."""
        count = self.last + 1
        ways = Ways.over(count)
        starts, measure, indent = self.scale.starts, self.setting.measure, self.indent
        weigh = self._weigher()
        for start in range(count):
            sofar = ways.sofar(start)
            if sofar[EVEN] == inf:
                continue
            limit = starts[start] + measure - (0 if start else indent)
            if not weigh(start, limit, sofar, ways):
                end, cost = self._emergency(start, limit)
                ways.keep(start, end, sofar[EVEN] + cost, EVEN)
        return ways

    def _weigher(self) -> Weigher:
        if self.setting.align is Align.JUSTIFY:
            return self._weigh_flush
        return self._weigh_title if self.setting.balanced else self._weigh_ragged

    def _weigh_flush(self, start: int, limit: Length, sofar: Sequence[float], ways: Ways) -> int:
        """Weigh the line ends that are worth it from a start, the fullest line first; return how many."""
        scale, at, places, em = self.scale, self.at_places, self.places, self.em
        prices = self.ladders if self.strip.joints[start].hyphen else self.prices
        shrunk, stretched, opened = scale.shrink[start], scale.stretch[start], scale.even[start]
        weighed = 0
        first = bisect_left(places, start)
        for index in range(bisect_right(at.squeezed, limit - shrunk, first) - 1, first - 1, -1):
            slack = limit - at.ends[index]
            if index == len(prices):
                cost = flush_cost(slack, at.shrink[index] - shrunk, 0, 0) if slack < 0 else 0.0
                price = self._last_cost(start)
            else:
                cost = flush_cost(slack, at.shrink[index] - shrunk, at.stretch[index] - stretched, (at.even[index] - opened) * em)
                price = prices[index]
                if cost > TOLERANCE and weighed >= self.enough:
                    break
            seen = EVEN if cost <= EVEN_COST else grey(slack, cost)
            ways.keep(start, places[index] + 1, sofar[seen] + cost + price, seen)
            weighed += 1
        return weighed

    def _laddered(self, place: int) -> float:
        """Return the price of a line end under a line that ended with a hyphen."""
        joint = self.strip.joints[place + 1]
        return joint.cost + (LADDER_COST if joint.hyphen else 0.0)

    def _last_cost(self, start: int) -> float:
        return SHORT_END_COST if start > self.short_from else 0.0

    def _weigh_ragged(self, start: int, limit: Length, sofar: Sequence[float], ways: Ways) -> int:
        """Weigh the line ends of a ragged line, the fullest first."""
        at, places = self.at_places, self.places
        room = max(limit - self.scale.starts[start], 1)
        first = bisect_left(places, start)
        weighed = range(bisect_right(at.ends, limit, first) - 1, first - 1, -1)[:RAGGED_ENOUGH]
        for index in weighed:
            price = self._last_cost(start) if index == len(self.prices) else self.prices[index]
            empty = 0.0 if index == len(self.prices) else (limit - at.ends[index]) / room
            ways.keep(start, places[index] + 1, sofar[EVEN] + LINE_COST + price + ragged_cost(empty), EVEN)
        return len(weighed)

    def _weigh_title(self, start: int, limit: Length, sofar: Sequence[float], ways: Ways) -> int:
        """Weigh all line ends of a title's line: by sense, and by how like the even line it is."""
        at, places, begins = self.at_places, self.places, self.scale.starts[start]
        first = bisect_left(places, start)
        weighed = range(first, bisect_right(at.ends, limit, first))
        for index in weighed:
            end = places[index] + 1
            last = index == len(self.prices)
            price = 0.0 if last else self.prices[index]
            cost = balance_cost(at.ends[index] - begins, self.even, self.solid[end] - self.solid[start], last=last)
            ways.keep(start, end, sofar[EVEN] + LINE_COST + price + cost, EVEN)
        return len(weighed)

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


def fitted(strip: Strip, setting: Setting, indent: Length, hyphens: Mapping[int, Length]) -> list[tuple[int, int]]:
    """Return the lines of a strip as ranges of atoms; `hyphens` are widths by the atom before which one is printed."""
    scale = measured(strip, setting, hyphens)
    if scale.ends[-1] - scale.starts[0] <= setting.measure - indent:
        return [(0, len(strip.atoms))]
    return Fit(strip, scale, setting, indent).lines()
