"""Periods in order of time, as parsed values: which comes first, how far it is to the next, and how several are told in a few words.

In: periods and what has one. Out: the same in order, steps in months or days, and words. No text is looked into for a date.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypeVar

from generator.content.figures.period_kind import PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.content.figures.period import Order, Period

MONTHS = 12
LISTED, MOST_LISTED = 3, 6
"""So many periods are always named one by one, and so many at the most."""
NEARLY = 0.1
"""Months, quarters and years are as long as each other within so much of their length (28 to 31 days)."""
_JOINED = re.compile("[至到—–~-]|^截")
"""What has a joint of its own cannot be joined once more."""


class Timed(Protocol):
    """What has a value for some periods: one, or those from which it is computed."""

    @property
    def figure(self) -> str:
        """The name of its figure."""

    @property
    def when(self) -> tuple[Period, ...]:
        """Its periods."""


AnyTimed = TypeVar("AnyTimed", bound=Timed)


def moment(one: Timed) -> tuple[Order, ...]:
    """Return what a value is put in order of time by."""
    return tuple(period.order for period in one.when)


def in_time(data: Sequence[AnyTimed]) -> tuple[AnyTimed, ...]:
    """Return values with those of each figure in order of time, in the places that the author gave to the figure."""
    ordered = {
        name: iter(sorted((one for one in data if one.figure == name), key=moment)) for name in {one.figure for one in data}
    }
    return tuple(next(ordered[one.figure]) for one in data)


def different(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return periods in order of time, each value once, in its first wording."""
    return tuple(sorted(dict.fromkeys(periods), key=lambda period: period.order))


def in_words(periods: Iterable[Period]) -> tuple[str, ...]:
    """Return periods in a few words, each a part of its own: 2013年 与 2020年; many that run on: 2016年 至 2020年."""
    found = different(periods)
    words = [str(one) for one in found]
    if len(found) > LISTED and not any(map(_JOINED.search, words)):
        if _run_on(found):
            return words[0], "至", words[-1]
        if len(found) > MOST_LISTED and dated(found):
            return words[0], "至", words[-1], "间"
    if len(found) > MOST_LISTED:
        return words[0], f"等{len(found)}个时期"
    joint = "与" if len(words) < LISTED else "、"
    return tuple(part for at, word in enumerate(words) for part in ((joint, word) if at else (word,)))


def dated(periods: Iterable[Period]) -> bool:
    """Tell whether each period has a last day."""
    return all(period.end for period in periods)


def _run_on(periods: Sequence[Period]) -> bool:
    """Tell whether each period begins where the one before ended; of points in time, whether all steps are alike."""
    if not dated(periods):
        return False
    points = {period.kind in (PeriodKind.AS_OF, PeriodKind.AROUND) for period in periods}
    if points == {True}:
        return len(set(steps(periods))) == 1
    return points == {False} and all(after.start == _after(before) for before, after in pairwise(periods))


def _after(period: Period) -> date | None:
    return period.end + timedelta(days=1) if period.end else None


def steps(periods: Sequence[Period]) -> list[int]:
    """Return how far it is from the end of each dated period to that of the next: in months where all end alike, else in days."""
    ends = [end for period in periods if (end := _after(period))]
    if len({end.day for end in ends}) == 1:
        return [MONTHS * (after.year - before.year) + after.month - before.month for before, after in pairwise(ends)]
    return [(after - before).days for before, after in pairwise(ends)]


def overlapping(periods: Sequence[Period]) -> tuple[Period, Period] | None:
    """Return the first two periods in order of time of which one begins before the other has ended."""
    return next(((before, after) for before, after in pairwise(periods) if after.order[0] <= before.order[1]), None)


def unlike(periods: Iterable[Period]) -> tuple[Period, Period] | None:
    """Return the shortest and the longest of periods that are not equally long; points in time have no length.

    Those of one kind are alike, whatever the calendar makes of them (terms, ten-day parts of a month).
    """
    long = sorted((period for period in periods if _days(period)), key=_days)
    if len({period.kind for period in long}) == 1 and long[0].kind is not PeriodKind.RANGE:
        return None
    return (long[0], long[-1]) if long and _days(long[0]) < _days(long[-1]) * (1 - NEARLY) else None


def _days(period: Period) -> int:
    if not period.start or not period.end or period.kind is PeriodKind.AROUND:
        return 0
    return (period.end - period.start).days + 1
