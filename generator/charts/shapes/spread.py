"""Moves things on a line apart until none meets another, each as near to where it wants to be as the others let it.

In: wanted starts in order, extents, and the room. Out: starts. Least squares under an order: pool adjacent violators
(Barlow et al., Statistical Inference under Order Restrictions, 1972).
"""

from collections.abc import Sequence
from itertools import accumulate

from generator.units import Length


def spread(wanted: Sequence[Length], extents: Sequence[Length], room: Length) -> list[Length]:
    """Return starts in the same order, with no two extents overlapping, all within 0 and the room, where their sum allows it."""
    before = [0, *accumulate(extents)]
    free = max(room - before[-1], 0)
    levels = _ascending([want - offset for want, offset in zip(wanted, before, strict=False)])
    return [round(min(max(level, 0), free)) + offset for level, offset in zip(levels, before, strict=False)]


def _ascending(values: Sequence[float]) -> list[float]:
    """Return the ascending sequence nearest to these values."""
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (last, many), (mean, more) = pools.pop(), pools.pop()
            pools.append(((last * many + mean * more) / (many + more), many + more))
    return [mean for mean, many in pools for _ in range(many)]
