"""Headings broken where a reader pauses: runs in, one or two lines of runs out.

A title that needs two lines is parted after a comma or another stop if both halves then fit and neither is a stump, else after a
number on the same terms; else its lines are evened by the width of its box.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from generator.design.slide_grid import TITLE_LINES
from generator.layout.deck.slide import SlideParagraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.layout.deck.gauge import Gauge
    from generator.typeset.model import Span
    from generator.units import Length

Halves: TypeAlias = "tuple[tuple[Span, ...], tuple[Span, ...]]"
"""The runs of the first line and those of the second."""

STOPS = frozenset("，；：。！？")
STUMP = 0.3
"""A half under this part of the other is no line of its own."""


def _splits(runs: tuple[Span, ...]) -> Iterator[Halves]:
    """Yield every way to part runs after a stop; a printed number is never parted."""
    for index, run in enumerate(runs):
        if run.use:
            continue
        for at, char in enumerate(run.text, start=1):
            if char not in STOPS or (at == len(run.text) and index == len(runs) - 1):
                continue
            rest = (replace(run, text=run.text[at:]), *runs[index + 1 :])
            yield (*runs[:index], replace(run, text=run.text[:at])), tuple(one for one in rest if one.text)


def _after_numbers(runs: tuple[Span, ...]) -> Iterator[Halves]:
    """Yield every way to part runs after a printed number, where no mark follows it."""
    for index, (run, after) in enumerate(pairwise(runs), start=1):
        if run.use and run.use != after.use and after.text[:1].isalnum():
            yield runs[:index], runs[index:]


def broken(line: SlideParagraph, gauge: Gauge, width: Length, *, always: bool = False) -> tuple[SlideParagraph, ...]:
    """Return a heading as one paragraph, or as two where it needs two lines (or `always`) and a stop is at hand."""
    rows = len(gauge.lines(line, width))
    if not always and rows != TITLE_LINES:
        return (line,)
    best = _evenest(_splits(line.runs), gauge, width)
    if not best and rows == TITLE_LINES:
        best = _evenest(_after_numbers(line.runs), gauge, width)
    return tuple(SlideParagraph(half, line.leading) for half in best) if best else (line,)


def _evenest(ways: Iterator[Halves], gauge: Gauge, width: Length) -> Halves | None:
    """Return the way whose longer half is the shortest, of those whose halves fit and are no stumps."""
    best: tuple[Length, Halves] | None = None
    for halves in ways:
        short, long = sorted(gauge.width(half) for half in halves)
        if long <= width and short >= long * STUMP and (best is None or long < best[0]):
            best = long, halves
    return best[1] if best else None
