"""The search for the line ends of text that is not justified: full lines, as few as can be; titles are broken by sense and balanced."""

from __future__ import annotations

from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING

from generator.typeset.classes import is_solid
from generator.typeset.costs import LINE_COST, RAGGED_ENOUGH, ragged_cost
from generator.typeset.phrases import balance_cost
from generator.typeset.search import Search
from generator.typeset.ways import way_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.typeset.model import Setting
    from generator.typeset.scale import Scale
    from generator.typeset.strip import Strip
    from generator.typeset.ways import Way
    from generator.units import Length


class Ragged(Search):
    """The search of a ragged paragraph."""

    def weigh(self, start: int, limit: Length, ways: Sequence[Way], arrived: Sequence[list[Way]]) -> int:
        """Weigh the line ends of a ragged line, the fullest first."""
        room = max(self.room(start), 1)
        weighed = 0
        for end in self.within(start, limit):
            last = end == self.last
            price, empty = (self.last_cost(start), 0.0) if last else (self.prices[end], (limit - self.scale.ends[end]) / room)
            arrived[end + 1].append(way_on(ways, LINE_COST + price + ragged_cost(empty), start))
            weighed += 1
            if weighed == RAGGED_ENOUGH:
                break
        return weighed

    def within(self, start: int, limit: Length) -> Iterator[int]:
        """Yield the permitted line ends from a start within a limit, the furthest first."""
        ends, prices = self.scale.ends, self.prices
        return (end for end in range(self._beyond(start, limit) - 1, start - 1, -1) if prices[end] < inf and ends[end] <= limit)

    def _beyond(self, start: int, limit: Length) -> int:
        """Return the first atom that begins beyond a limit."""
        lefts = self.scale.lefts
        return next((index for index in range(start, self.last + 1) if lefts[index] > limit), self.last + 1)


class Title(Ragged):
    """The search of a title: by sense, and its lines of like length."""

    def __init__(self, strip: Strip, scale: Scale, setting: Setting, indent: Length) -> None:
        super().__init__(strip, scale, setting, indent)
        self.solid = list(accumulate((sum(map(is_solid, atom.text)) for atom in strip.atoms), initial=0))
        self.even = self._even()

    def _even(self) -> float:
        """Return the length of a title's lines if they were all alike, and as few as they can be."""
        start, count = 0, 0
        while start <= self.last:
            count += 1
            limit = self.scale.start(start) + self.room(start)
            start = next(self.within(start, limit), start) + 1
        return max((self.scale.ends[-1] - self.scale.start(0) + self.indent) / count, 1.0)

    def weigh(self, start: int, limit: Length, ways: Sequence[Way], arrived: Sequence[list[Way]]) -> int:
        """Weigh all line ends of a title's line: by sense, and by how like the even line it is."""
        begins = self.scale.start(start)
        weighed = 0
        for end in self.within(start, limit):
            last = end == self.last
            price = 0.0 if last else self.prices[end]
            cost = balance_cost(self.scale.ends[end] - begins, self.even, self.solid[end + 1] - self.solid[start], last=last)
            arrived[end + 1].append(way_on(ways, LINE_COST + price + cost, start))
            weighed += 1
        return weighed
