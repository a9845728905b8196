"""Ways through a paragraph: the best up to each place by each last line, and which of them are worth following.

In: the ways that arrive where a line begins, and what the line costs. Out: the way on, or that nothing good goes on from there.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from generator.typeset.costs import UNLIKE_COST
from generator.typeset.rivers import Opened

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Sequence


class Way(NamedTuple):
    """The best way up to a place by one last line: its cost, how far that line is opened in ems, where it begins, what went before."""

    cost: float
    opened: float
    start: int
    before: Way | None


BEGINNING = Way(0.0, 0.0, 0, None)

_NEW = tuple.__new__
"""A paragraph weighs hundreds of lines, and a named tuple's own `__new__` takes twice as long."""


def way_on(ways: Sequence[Way], cost: float, start: int) -> Way:
    """Return the best way by a line that is compared with no neighbour."""
    before = min(ways)
    return Way(before.cost + cost, 0.0, start, before)


def like_way_on(ways: Sequence[Way], cost: float, opened: float, start: int) -> Way:
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


def is_hopeless(ways: Sequence[Way], start: int, rivals: deque[tuple[float, int]], most: float) -> bool:
    """Tell whether a start is by more than `most` dearer than one shortly before it that nothing good goes on from it.

    `rivals` are the starts after the last line that leads here, the cheapest first, each cheaper than all before it: their lines end
    further on, so that a way goes on.
    """
    latest, least = ways[-1][2], (min(ways) if len(ways) > 1 else ways[0])[0]
    while rivals and rivals[0][1] <= latest:
        rivals.popleft()
    if rivals and least > rivals[0][0] + most:
        return True
    while rivals and rivals[-1][0] >= least:
        rivals.pop()
    rivals.append((least, start))
    return False


def traced(best: Way, end: int) -> list[Opened]:
    """Return the lines of a way up to a place."""
    lines: list[Opened] = []
    way: Way | None = best
    while way is not None and way.before is not None:
        lines.append(Opened(way.start, end, way.opened))
        end, way = way.start, way.before
    return lines[::-1]
