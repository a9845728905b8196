"""What of a strip stays together, and what a line end costs elsewhere: numbers, signs over spaces, printed figures, the sense of titles.

In: a strip, its spans and text. Out: its joints changed where lines may not end, or only at a price.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import lru_cache, partial
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING

from generator.typeset.breaks import Rank, is_held_over_spaces
from generator.typeset.classes import classify
from generator.typeset.phrases import NUMBER_COST, PARTICLE_COST, PAUSE_COST, line_end_costs
from generator.typeset.pieces import pieces
from generator.typeset.unicode_classes import COMBINING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.typeset.joints import Joint
    from generator.typeset.model import Span
    from generator.typeset.strip import Strip

PRINTED_COST = 60.0
"""A printed figure parted outside its numeral, before its noun (18个|欠发达县域): allowed, but better not."""
CACHED_JOINTS = 4096
"""Joints of a report by classes and sizes, held or priced: a few hundred."""
SPACED = re.compile(f"[^\\s0-9A-Za-z\u4e00-\u9fff{COMBINING}][{COMBINING}]*(?=(\\s+\\S))")
"""A mark, typed spaces, and what follows."""


def keep_together(strip: Strip, text: str, spans: Sequence[Span], *, narrow: bool) -> None:
    """Hold what belongs together, and put their prices on the places where it may be parted."""
    figures = _printed(spans)
    found = pieces(text, figures, narrow=narrow)
    spaced = _over_spaces(text)
    if not (figures or found.held or found.whole or spaced):
        return
    offsets = list(accumulate([len(atom.text) for atom in strip.atoms], initial=0))
    _change(strip, _inside(offsets, figures), partial(_priced, cost=PRINTED_COST))
    _change(strip, _inside(offsets, [*found.held, *spaced]), _held)
    _change(strip, _inside(offsets, found.whole), _whole)
    for place, cost in found.priced.items():
        _change(strip, _inside(offsets, [(place - 1, place + 1)]), partial(_offered, cost=cost))


def _printed(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the ranges of printed figures."""
    ends = list(accumulate([len(span.text) for span in spans]))
    return [(end - len(span.text), end) for span, end in zip(spans, ends, strict=True) if span.use]


def _over_spaces(text: str) -> list[tuple[int, int]]:
    """Return the ranges of two characters and the typed spaces between them that hold over these."""
    pairs = ((match.start(), match.end(1)) for match in SPACED.finditer(text))
    return [(start, end) for start, end in pairs if is_held_over_spaces(classify(text[start]), classify(text[end - 1]))]


@lru_cache(maxsize=CACHED_JOINTS)
def _held(joint: Joint) -> Joint:
    return joint.held()


@lru_cache(maxsize=CACHED_JOINTS)
def _whole(joint: Joint) -> Joint:
    """Return the joint inside a word, or beside a note mark: a number is parted from its unit sooner."""
    return replace(joint.held(), rank=max(joint.rank, Rank.TORN))


@lru_cache(maxsize=CACHED_JOINTS)
def _priced(joint: Joint, cost: float) -> Joint:
    return replace(joint, cost=cost) if joint.cost < inf else joint


@lru_cache(maxsize=CACHED_JOINTS)
def _offered(joint: Joint, cost: float) -> Joint:
    """Return the joint where a line may end at a price, unless a mark would stand at the wrong edge."""
    return replace(joint, rank=Rank.FREE, cost=cost) if joint.rank < Rank.EDGE else joint


def _change(strip: Strip, places: Iterable[int], change: Callable[[Joint], Joint]) -> None:
    joints = strip.joints
    for index in places:
        joints[index] = change(joints[index])


def price_by_sense(strip: Strip, spans: Sequence[Span]) -> None:
    """Add to the price of each line end what it costs by sense: by the words, the printed numbers and the author's marks."""
    costs = list(line_end_costs("".join(span.text for span in spans)))
    ends = accumulate(len(span.text) for span in spans)
    for span, end in zip(spans, ends, strict=True):
        if end < len(costs) and (span.pause or (span.use and costs[end] < PARTICLE_COST)):
            costs[end] = PAUSE_COST if span.pause else min(costs[end], NUMBER_COST)
    starts = accumulate([len(atom.text) for atom in strip.atoms[:-1]])
    for index, at in enumerate(starts, start=1):
        strip.joints[index] = replace(strip.joints[index], cost=strip.joints[index].cost + costs[at])


def _inside(offsets: Sequence[int], ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Yield the joints inside ranges of characters; `offsets` are the indices of the atoms' first characters."""
    for start, end in ranges:
        yield from range(bisect_right(offsets, start), bisect_left(offsets, end))
