"""The search for the line ends of a justified paragraph: even grey, one line like the next, no rivers (CLREQ, ways of alignment; T28)."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from math import inf
from operator import sub
from typing import TYPE_CHECKING

from generator.typeset.costs import (
    EMERGENCY_COST,
    ENOUGH,
    ENOUGH_AGAIN,
    HOPELESS_AGAIN_COST,
    LADDER_COST,
    POOR_COST,
    RIVER_COST,
    TOLERANCE,
    flush_cost,
)
from generator.typeset.rivers import LEAST_OPENED, Opened, Whites, has_river
from generator.typeset.search import Search
from generator.typeset.ways import like_way_on, traced, way_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.typeset.model import Setting
    from generator.typeset.scale import Scale
    from generator.typeset.strip import Strip
    from generator.typeset.ways import Way
    from generator.units import Length


class Flush(Search):
    """A justified paragraph's search."""

    def __init__(self, strip: Strip, scale: Scale, setting: Setting, indent: Length) -> None:
        super().__init__(strip, scale, setting, indent)
        self.em = strip.em
        squeezed = map(sub, scale.ends, scale.shrink)
        self.squeezed = list(accumulate(squeezed, max) if strip.hyphens else squeezed)
        """Where each line would end with all that it can give; it never falls but where a hyphen is left out again."""
        self.enough = ENOUGH
        self.watches_rivers = False

    def lines(self) -> Sequence[Opened]:
        """Return the lines of the best way; it is looked for again, and more widely, where the first is short, poor or has a river."""
        best = self.best()
        found = traced(best, self.last + 1)
        is_short = len(found) > 1 and found[-1].start > self.short_from
        if is_short or POOR_COST * len(found) < best.cost < EMERGENCY_COST:
            self.enough, self.hopeless = ENOUGH_AGAIN, HOPELESS_AGAIN_COST
            found = traced(self.best(), self.last + 1)
        if has_river(found, self.whites):
            self.watches_rivers = True
            found = traced(self.best(), self.last + 1)
        return found

    def weigh(self, start: int, limit: Length, ways: Sequence[Way], arrived: Sequence[list[Way]]) -> int:
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
                arrived[end + 1].append(way_on(ways, cost + self.last_cost(start), start))
                weighed += 1
                continue
            fill, joints = stretch[end] - stretched, (even[end] - opened_before) * em
            cost, opened = flush_cost(slack, shrink[end] - shrunk, fill, joints, em)
            if cost > TOLERANCE and weighed >= self.enough:
                break
            before = self._without_rivers(ways, Opened(start, end + 1, opened)) if self.watches_rivers else ways
            arrived[end + 1].append(like_way_on(before, cost + price, opened, start))
            weighed += 1
        return weighed

    def _without_rivers(self, ways: Sequence[Way], line: Opened) -> Sequence[Way]:
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
        return self.ladders if start in self.strip.hyphens else self.prices

    @cached_property
    def ladders(self) -> list[float]:
        """The prices of line ends under a line that ended with a hyphen."""
        joints = self.strip.joints[1:]
        return [*(price + LADDER_COST * joint.hyphen for price, joint in zip(self.prices, joints, strict=False)), 0.0]
