"""The search for line ends over a whole paragraph: of all ways, the one whose lines together cost least.

In: a strip, its scale and a setting. Out: the best way to the end. The search is that of Knuth and Plass (Breaking paragraphs into
lines, 1981), forwards over the permitted line ends; what a way is remembered by is its last line, so that neighbours are compared
as they are and not by a few grades. It always finds a way: where none fits, the least bad place is taken.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections import deque
from typing import TYPE_CHECKING

from generator.typeset.costs import EMERGENCY_COST, HOPELESS_COST, SHORT_END_COST
from generator.typeset.last_line import short_from
from generator.typeset.ways import BEGINNING, Way, is_hopeless, traced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.typeset.model import Setting
    from generator.typeset.rivers import Opened
    from generator.typeset.scale import Scale
    from generator.typeset.strip import Strip
    from generator.units import Length


class Search(ABC):
    """One paragraph's search; how a line is weighed, the kinds of paragraphs say."""

    def __init__(self, strip: Strip, scale: Scale, setting: Setting, indent: Length) -> None:
        self.strip = strip
        self.scale = scale
        self.setting = setting
        self.indent = indent
        self.last = len(strip.atoms) - 1
        self.prices = [joint.cost for joint in strip.joints[1:]]
        self.prices.append(0.0)
        self.short_from = short_from(strip)
        self.hopeless = HOPELESS_COST

    def lines(self) -> Sequence[Opened]:
        """Return the lines of the best way."""
        return traced(self.best(), self.last + 1)

    def best(self) -> Way:
        """Go forwards over the starts that any way reaches, and return the best way to the end."""
        count = self.last + 1
        arrived: list[list[Way]] = [[] for _ in range(count + 1)]
        arrived[0].append(BEGINNING)
        rivals: deque[tuple[float, int]] = deque()
        for start, ways in enumerate(arrived):
            if not ways or start == count or is_hopeless(ways, start, rivals, self.hopeless):
                continue
            limit = self.scale.start(start) + self.room(start)
            if not self.weigh(start, limit, ways, arrived):
                end, cost = self._emergency(start, limit)
                before = min(ways)
                arrived[end].append(Way(before.cost + cost, 0.0, start, before))
        return min(arrived[count])

    def room(self, start: int) -> Length:
        """Return how long a line from this atom may be."""
        return self.setting.measure - (0 if start else self.indent)

    @abstractmethod
    def weigh(self, start: int, limit: Length, ways: Sequence[Way], arrived: Sequence[list[Way]]) -> int:
        """Let ways arrive by the lines from a start up to a limit that are worth weighing; return how many there are."""

    def last_cost(self, start: int) -> float:
        """Return what a last line from this atom costs by its characters."""
        return SHORT_END_COST if start > self.short_from else 0.0

    def _emergency(self, start: int, limit: Length) -> tuple[int, float]:
        """Return the least bad place within the limit, the last of its rank; at least one atom is set."""
        joints = self.strip.joints
        furthest = min(max(bisect_right(self.scale.ends, limit, start), start + 1), self.last)
        places = range(start + 1, furthest + 1)
        end = min(places, key=lambda place: (joints[place].rank, -place), default=self.last + 1)
        return end, EMERGENCY_COST * (1 + (joints[end].rank if end <= self.last else 0))
