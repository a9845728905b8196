"""What lies between two pieces of text: the rows of `spacing` and `breaks` at a type size.

In: two classes, a size, a break level. Out: a joint, measured in EMU, the same one each time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import inf
from typing import TYPE_CHECKING

from generator.typeset.breaks import Rank, break_cost, rank_table
from generator.typeset.classes import Class
from generator.typeset.spacing import Space, Turn, space_table

if TYPE_CHECKING:
    from generator.typeset.model import Level
    from generator.units import Length


@dataclass(frozen=True, slots=True, eq=False)
class Joint:
    """What lies between two atoms: room in EMU, how far it can `shrink` and `stretch`, whether a line may end here.

    `rank` tells how bad a line end would be, `cost` what it costs beyond the look of the line: infinite unless the rank is FREE.
    """

    desired: Length
    shrink: Length
    stretch: Length
    even: bool
    turn: Turn
    rank: Rank
    cost: float = 0
    hyphen: bool = False

    def closed(self) -> Joint:
        """Return the joint inside a name: no gap."""
        return replace(self, desired=0, shrink=0, stretch=0)

    def held(self) -> Joint:
        """Return the joint inside a number: it may be squeezed as its neighbours are, but is never stretched, and ends no line."""
        return replace(self, stretch=0, even=False, rank=max(self.rank, Rank.HELD), cost=inf)


@cache
def joints_before(right: Class, size: Length, level: Level) -> tuple[Joint, ...]:
    """Return the joints before a class at a type size, by the class on the left."""
    return tuple([_joint(size, *pair) for pair in _pairs(right, level)])


@cache
def _pairs(right: Class, level: Level) -> tuple[tuple[Space, Rank, float], ...]:
    """Return what lies before a class at every size: room in ems, the rank of a line end and its cost, by the class on the left."""
    spaces, ranks = space_table(), rank_table(level)
    pairs = ((left, right) for left in Class)
    return tuple((spaces[pair], ranks[pair], inf if ranks[pair] else break_cost(pair[0])) for pair in pairs)


def _joint(size: Length, space: Space, rank: Rank, cost: float) -> Joint:
    desired = round(size * space.desired)
    shrink, stretch = desired - round(size * space.least), round(size * space.most) - desired
    return Joint(desired, shrink, stretch, space.even, space.turn, rank, cost)
