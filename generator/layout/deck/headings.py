"""Headings broken where a reader pauses: runs in, one or two lines of runs out.

A title that needs two lines is parted by sense (`typeset.phrases`) into halves that fit and are of like length, and never inside a
printed number; where it cannot be, its lines are evened by the width of its box.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from generator.design.slide_grid import TITLE_LINES
from generator.layout.deck.gauge import characters
from generator.layout.deck.slide import SlideParagraph
from generator.typeset.paragraph import line_ends
from generator.typeset.phrases import STOP_COST, STUMP_COST, balance_cost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.layout.deck.gauge import Gauge
    from generator.typeset.model import Span
    from generator.units import Length

Halves: TypeAlias = "tuple[tuple[Span, ...], tuple[Span, ...]]"
"""The runs of the first line and those of the second."""


def _split(runs: tuple[Span, ...], at: int) -> Halves | None:
    """Return runs parted after so many characters; None inside a printed number."""
    for index, run in enumerate(runs):
        if at < len(run.text):
            if not at:
                return runs[:index], runs[index:]
            first, rest = replace(run, text=run.text[:at], pause=False), replace(run, text=run.text[at:])
            return None if run.use else ((*runs[:index], first), (rest, *runs[index + 1 :]))
        at -= len(run.text)
    return None


def broken(line: SlideParagraph, gauge: Gauge, width: Length, *, always: bool = False) -> tuple[SlideParagraph, ...]:
    """Return a heading as one paragraph, or as two where it needs two lines.

    `always` parts a shorter one too, after a stop or at its mark. Halves of which one is a stump are none.
    """
    rows = len(gauge.lines(line, width))
    if rows != TITLE_LINES and not always:
        return (line,)
    dearest = STUMP_COST if rows == TITLE_LINES else STOP_COST
    ways = [(cost + _look(halves, gauge), halves) for cost, halves in _ways(line.runs, gauge, width) if cost <= dearest]
    cost, best = min(ways, key=lambda way: way[0], default=(STUMP_COST, None))
    return tuple(SlideParagraph(half, line.leading) for half in best) if best and cost < STUMP_COST else (line,)


def _ways(runs: tuple[Span, ...], gauge: Gauge, width: Length) -> Iterator[tuple[float, Halves]]:
    """Yield every way to part runs so that both halves fit, with what it costs by sense."""
    for at, cost in line_ends(runs, gauge.library):
        halves = _split(runs, at)
        if halves and all(gauge.width(half) <= width for half in halves):
            yield cost, halves


def _look(halves: Halves, gauge: Gauge) -> float:
    """Return what the lengths of two halves cost."""
    widths = [gauge.natural(half) for half in halves]
    even = max(sum(widths) / len(widths), 1.0)
    first, second = (len(characters(half)) for half in halves)
    return balance_cost(widths[0], even, first, last=False) + balance_cost(widths[1], even, second, last=True)
