"""Where lines end, chosen over the whole paragraph: of all ways, the one whose lines together cost least.

In: a strip, its scale and a setting. Out: the atoms of each line. The search is that of Knuth and Plass (Breaking paragraphs into
lines, 1981), forwards over the permitted line ends; what a way is remembered by is its last line, so that neighbours are compared
as they are and not by a few grades. It always finds a way: where none fits, the least bad place is taken.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from functools import cached_property
from itertools import accumulate
from math import inf
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

from generator.typeset.costs import (
    EMERGENCY_COST,
    ENOUGH,
    ENOUGH_AGAIN,
    HOPELESS_COST,
    LADDER_COST,
    LINE_COST,
    POOR_COST,
    RAGGED_ENOUGH,
    RIVER_COST,
    SHORT_END_COST,
    TOLERANCE,
    UNLIKE_COST,
    flush_cost,
    phrase_cost,
    ragged_cost,
)
from generator.typeset.last_line import short_from
from generator.typeset.model import Align
from generator.typeset.rivers import LEAST_OPENED, Opened, Whites, has_river

if TYPE_CHECKING:
    from generator.typeset.model import Setting
    from generator.typeset.scale import Scale
    from generator.typeset.strip import Strip
    from generator.units import Length


class Way(NamedTuple):
    """The best way up to a place by one last line: what it costs, how far that line is opened in ems, where it begins, what went before."""

    cost: float
    opened: float
    start: int
    before: Way | None


_NEW = tuple.__new__
"""A paragraph weighs hundreds of lines, and a named tuple's own `__new__` takes twice as long."""
BEGINNING = Way(0.0, 0.0, 0, None)


class Fit:
    """One paragraph's search."""

    def __init__(self, strip: Strip, scale: Scale, setting: Setting, indent: Length) -> None:
        self.strip = strip
        self.scale = scale
        self.setting = setting
        self.indent = indent
        self.last = len(strip.atoms) - 1
        self.em = strip.em
        self.prices = [joint.cost for joint in strip.joints[1:]]
        self.prices.append(0.0)
        self.squeezed = list(accumulate(map(sub, scale.ends, scale.shrink), max))
        self.short_from = short_from(strip)
        self.enough = ENOUGH
        self.watches_rivers = False

    def lines(self) -> list[tuple[int, int]]:
        """Return the first atom of each line and the one after its last."""
        best = self.search()
        found = _traced(best, self.last + 1)
        is_short = len(found) > 1 and found[-1].start > self.short_from
        if is_short or POOR_COST * len(found) < best.cost < EMERGENCY_COST:
            self.enough = ENOUGH_AGAIN
            found = _traced(self.search(), self.last + 1)
        if has_river(found, self.whites):
            self.watches_rivers = True
            found = _traced(self.search(), self.last + 1)
        return [(line.start, line.end) for line in found]

    def search(self) -> Way:
        """Go forwards over the starts that any way reaches, and return the best way to the end."""
        count = self.last + 1
        arrived: list[list[Way]] = [[] for _ in range(count + 1)]
        arrived[0].append(BEGINNING)
        begin, measure, indent = self.scale.start, self.setting.measure, self.indent
        weigh = self._weigh_flush if self.setting.align is Align.JUSTIFY else self._weigh_ragged
        rivals: deque[tuple[float, int]] = deque()
        for start, ways in enumerate(arrived):
            if not ways or start == count or _is_hopeless(ways, start, rivals):
                continue
            limit = begin(start) + measure - (0 if start else indent)
            if not weigh(start, limit, ways, arrived):
                end, cost = self._emergency(start, limit)
                before = min(ways)
                arrived[end].append(Way(before.cost + cost, 0.0, start, before))
        return min(arrived[count])

    def _weigh_flush(self, start: int, limit: Length, ways: list[Way], arrived: list[list[Way]]) -> int:
        """Weigh the line ends that are worth it from a start, the fullest line first; return how many."""
        scale, last, em, prices = self.scale, self.last, self.em, self._prices_after(start)
        ends, shrink, stretch, even = scale.ends, scale.shrink, scale.stretch, scale.even
        shrunk, stretched, opened_before = shrink[start], stretch[start], even[start]
        weighed = 0
        for end in range(bisect_right(self.squeezed, limit - shrunk, start) - 1, start - 1, -1):
            price = prices[end]
            if price == inf:
                continue
            slack = limit - ends[end]
            if end == last:
                cost = flush_cost(slack, shrink[end] - shrunk, 0, 0, em)[0] if slack < 0 else 0.0
                arrived[end + 1].append(_way(ways, cost + self._last_cost(start), start))
                weighed += 1
                continue
            fill, joints = stretch[end] - stretched, (even[end] - opened_before) * em
            cost, opened = flush_cost(slack, shrink[end] - shrunk, fill, joints, em)
            if cost > TOLERANCE and weighed >= self.enough:
                break
            before = self._without_rivers(ways, Opened(start, end + 1, opened)) if self.watches_rivers else ways
            arrived[end + 1].append(_like_way(before, cost + price, opened, start))
            weighed += 1
        return weighed

    def _without_rivers(self, ways: list[Way], line: Opened) -> list[Way]:
        """Return the ways before a line, dearer where whites of their last line stand over its own."""
        if line.opened < LEAST_OPENED or ways[0].before is None:
            return ways
        return [
            way._replace(cost=way.cost + RIVER_COST * self.whites.meeting(Opened(way.start, line.start, way.opened), line))
            if way.opened > LEAST_OPENED
            else way
            for way in ways
        ]

    @cached_property
    def whites(self) -> Whites:
        """Where the whites of open lines are."""
        return Whites(self.strip, self.scale, self.indent)

    def _prices_after(self, start: int) -> list[float]:
        """Return the prices of the line ends under a line that ends before this atom."""
        return self.ladders if self.strip.joints[start].hyphen else self.prices

    @cached_property
    def ladders(self) -> list[float]:
        """The prices of line ends under a line that ended with a hyphen."""
        joints = self.strip.joints[1:]
        return [*(price + LADDER_COST * joint.hyphen for price, joint in zip(self.prices, joints, strict=False)), 0.0]

    def _last_cost(self, start: int) -> float:
        return SHORT_END_COST if start > self.short_from else 0.0

    def _weigh_ragged(self, start: int, limit: Length, ways: list[Way], arrived: list[list[Way]]) -> int:
        """Weigh the line ends of a ragged line, the fullest first; all of them where lines are to be of like length."""
        ends, most = self.scale.ends, self.last + 1 if self.setting.balanced else RAGGED_ENOUGH
        room = max(limit - self.scale.start(start), 1)
        weighed = 0
        for end in range(self.last, start - 1, -1):
            if self.prices[end] == inf or ends[end] > limit:
                continue
            cost = self._ragged_cost(start, end, (limit - ends[end]) / room)
            arrived[end + 1].append(_way(ways, cost, start))
            weighed += 1
            if weighed == most:
                break
        return weighed

    def _ragged_cost(self, start: int, end: int, empty: float) -> float:
        balanced = self.setting.balanced
        if end == self.last:
            return LINE_COST + self._last_cost(start) + (ragged_cost(empty) if balanced else 0.0)
        cost = LINE_COST + self.prices[end] + ragged_cost(empty)
        return cost + phrase_cost(self.strip.atoms[end], self.strip.atoms[end + 1]) if balanced else cost

    def _emergency(self, start: int, limit: Length) -> tuple[int, float]:
        """Return the least bad place within the limit, the last of its rank; at least one atom is set."""
        joints = self.strip.joints
        furthest = min(max(bisect_right(self.scale.ends, limit, start), start + 1), self.last)
        places = range(start + 1, furthest + 1)
        end = min(places, key=lambda place: (joints[place].rank, -place), default=self.last + 1)
        return end, EMERGENCY_COST * (1 + (joints[end].rank if end <= self.last else 0))


def _is_hopeless(ways: list[Way], start: int, rivals: deque[tuple[float, int]]) -> bool:
    """Tell whether a start is so much dearer than one shortly before it that nothing good goes on from it.

    `rivals` are the starts after the last line that leads here, the cheapest first, each cheaper than all before it: their lines end
    further on, so that a way goes on.
    """
    latest, least = ways[-1].start, min(ways).cost
    while rivals and rivals[0][1] <= latest:
        rivals.popleft()
    if rivals and least > rivals[0][0] + HOPELESS_COST:
        return True
    while rivals and rivals[-1][0] >= least:
        rivals.pop()
    rivals.append((least, start))
    return False


def _way(ways: list[Way], cost: float, start: int) -> Way:
    """Return the best way by a line that is compared with no neighbour."""
    before = min(ways)
    return Way(before.cost + cost, 0.0, start, before)


def _like_way(ways: list[Way], cost: float, opened: float, start: int) -> Way:
    """Return the best way by a line opened so far, its unlikeness to the line before it counted."""
    least, best = inf, ways[0]
    if best[3] is None:
        return Way(cost, opened, start, best)
    for way in ways:
        apart = way[1] - opened
        total = way[0] + UNLIKE_COST * apart * apart
        if total < least:
            least, best = total, way
    return _NEW(Way, (least + cost, opened, start, best))


def _traced(best: Way, end: int) -> list[Opened]:
    """Return the lines of a way."""
    lines: list[Opened] = []
    way: Way | None = best
    while way is not None and way.before is not None:
        lines.append(Opened(way.start, end, way.opened))
        end, way = way.start, way.before
    return lines[::-1]


def fitted(strip: Strip, scale: Scale, setting: Setting, indent: Length) -> list[tuple[int, int]]:
    """Return the lines of a strip as ranges of atoms."""
    if scale.ends[-1] - scale.start(0) <= setting.measure - indent:
        return [(0, len(strip.atoms))]
    return Fit(strip, scale, setting, indent).lines()
