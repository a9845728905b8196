"""Years unrolled over two facing pages: where each year and each event stands, and under which column an event is told.

In: a timeline's events and the grid. Out: places in the spread's own measure, from the left trim of its left page, or None where the
events do not come to stand on one axis. Nothing but the line itself comes within 6 mm of the spine.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from generator.design.grid import SAFE_SPINE, Columns
from generator.units import Length, mm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.design.grid import PageGrid
    from generator.document.model import Event

LEAST_EVENTS, LEAST_YEARS = 2, 2
"""Fewer events, or fewer years from the first to the last, are no span to unroll."""

COLUMN, LEAST_COLUMN = mm(34), mm(24)
"""A column of words under the axis is so wide at least where there are few events, and where there are many."""
YEAR = mm(6)
"""Years stand so far apart at least; where they cannot, every second or fifth is marked."""
UNITS = (1, 2, 5, 10, 20, 50, 100)
SHORTEST, STRIDE = 0.75, 0.004
"""The axis may be so much shorter than the measure, tried step by step, to keep what stands on it off the spine."""
DAYS = 365.2425


@dataclass(frozen=True, slots=True)
class Moment:
    """An event with its place on the axis and the left edge of its words, which stand over the axis or under it."""

    event: Event
    at: Length
    words: Length
    over: bool = False


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """A line from `start` to `end`, the years that it marks, and its moments in order; words are `measure` wide."""

    start: Length
    end: Length
    years: tuple[Length, ...]
    moments: tuple[Moment, ...]
    measure: Length


def time_axis(events: Sequence[Event], grid: PageGrid) -> TimeAxis | None:
    """Return events on an axis over a left and a right page, as long as it may be; None where they are too few, too near or too many."""
    times = _times(events)
    if len(events) < LEAST_EVENTS or times[-1] < LEAST_YEARS:
        return None
    for unit in UNITS:
        years = [float(year) for year in range(0, int(times[-1]) + 1, unit)]
        for step in _steps(grid, times[-1]):
            if step * unit < YEAR:
                break
            made = _axis(events, times, years, step, grid)
            if made:
                return made
    return None


def _times(events: Sequence[Event]) -> list[float]:
    """Return when events were, in years from the first year on: by their years, or their days where several are of one year."""
    years = [event.year for event in events]
    if len(set(years)) == len(years):
        return [float(year - years[0]) for year in years]
    return [event.year - years[0] + _day(event) / DAYS for event in events]


def _day(event: Event) -> int:
    """Return how many days of its year had passed."""
    before = event.year - 1
    return max(0, event.day - 1 - (before * 365 + before // 4 - before // 100 + before // 400))


def _steps(grid: PageGrid, span: float) -> Iterator[Length]:
    """Yield lengths of a year, the largest first."""
    longest = 2 * (grid.size.width - grid.outer) / span
    return (round(longest * (1 - STRIDE * index)) for index in range(round((1 - SHORTEST) / STRIDE)))


def _axis(
    events: Sequence[Event], times: Sequence[float], years: Iterable[float], step: Length, grid: PageGrid
) -> TimeAxis | None:
    spine, start = grid.size.width, grid.outer
    marks = tuple(start + round(year * step) for year in years)
    places = [start + round(time * step) for time in times]
    if any(abs(place - spine) < SAFE_SPINE + mm(0.5) for place in (*marks, *places)):
        return None
    usual = _usual(grid)
    pages = [
        (left, [index for index, place in enumerate(places) if (place > spine) is right])
        for left, right in ((grid.outer, False), (spine + grid.inner, True))
    ]
    rows = [(left, side[first::by], first > 0) for left, side in pages for first, by in _rows(len(side) > usual)]
    count = max(usual, *(len(row) for _, row, _ in rows))
    if Columns(0, grid.measure, count).span(1) < LEAST_COLUMN:
        return None
    moments = []
    for left, row, over in rows:
        words = _nearest([places[index] for index in row], Columns(left, grid.measure, count))
        moments += [(index, Moment(events[index], places[index], x, over)) for index, x in zip(row, words, strict=True)]
    told = tuple(moment for _, moment in sorted(moments, key=lambda one: one[0]))
    return TimeAxis(start, max(places[-1], marks[-1]), marks, told, Columns(0, grid.measure, count).span(1))


def _rows(crowded: bool) -> tuple[tuple[int, int], ...]:  # noqa: FBT001 - the only thing that it asks
    """Return which events of a page stand in one row: all under the axis, or by turns under and over it."""
    return ((0, 2), (1, 2)) if crowded else ((0, 1),)


def _usual(grid: PageGrid) -> int:
    """Return how many columns a page has that is not crowded."""
    return next(count for count in (4, 3, 2, 1) if Columns(0, grid.measure, count).span(1) >= COLUMN or count == 1)


def _nearest(places: Sequence[Length], columns: Columns) -> tuple[Length, ...]:
    """Return as many columns, in order, as lie nearest under places."""
    edges = [columns.x(index) for index in range(columns.count)]
    ways = combinations(edges, len(places))
    return min(ways, key=lambda way: sum(abs(place - edge) for place, edge in zip(places, way, strict=True)))
