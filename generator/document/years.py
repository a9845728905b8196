"""Which key figures stand with years as columns: readings by figure in; the columns and who has a row in them out.

The rule: periods that end on one day of the year are columns, the newest last, at most five, none left out between them. A figure has a
row whose values of one wording (2021年, 2021年底, 2021财年) and one scope stand in two of them or more. A span of years begins with all
of its values in one year (2017年12月至当年12月) or moves with them (上年4月至当年3月). Where a theme has figures whose years end on
different days, the day that most of them have makes the columns. All other values keep a row of their own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.document.model import LEAST_YEARS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.document.references import Reading

MOST_YEARS = 5
"""Columns that a page holds beside names, change and source."""

_YEAR = re.compile("[0-9]{4}")
_YEAR_WORDS = re.compile("[0-9]{4}(?:年(?![底末初中]))?")
_JOINTS = "—–-至"
_SPAN = re.compile("(?P<start>.*?[0-9]{4}年.*?)(?P<joint>[—–～~-]|至|到)(?P<end>.*[0-9]{4}年.*)")
"""A span from a day or a year to another: 2017年12月至2020年12月, and not 2020—2021学年, which is the name of one year."""
_OF_YEAR = re.compile("[0-9]{4}年")
_THIS, _LAST = "当年", "上年"

Day: TypeAlias = tuple[int, int]


class Line(NamedTuple):
    """A figure over the years: a reading a column, None where there is none; `wording` is what their periods say beside the year."""

    wording: str
    readings: tuple[Reading | None, ...]

    @property
    def held(self) -> tuple[Reading, ...]:
        """Its values."""
        return tuple(one for one in self.readings if one)

    @property
    def last(self) -> Reading:
        """Its newest value."""
        return self.held[-1]

    @property
    def latest(self) -> int:
        """The column of its newest value."""
        return max(at for at, one in enumerate(self.readings) if one)


class Columns(NamedTuple):
    """The heads of the columns, what these say beside the year, so that no row need repeat it, and the rows."""

    heads: tuple[str, ...]
    wording: str
    lines: tuple[Line, ...]

    @property
    def latest(self) -> int:
        """The column in which most rows have their newest value; of two as common the newer."""
        counts = Counter(line.latest for line in self.lines)
        return max(counts, key=lambda at: (counts[at], at))


def columns(figures: Iterable[Sequence[Reading]]) -> Columns | None:
    """Return the columns for some figures, each with its readings in order of time; None where no figure has several years."""
    by_day: dict[Day, list[Mapping[int, Reading]]] = defaultdict(list)
    for series in (one for readings in figures for one in _series(readings)):
        by_day[_day(next(iter(series.values())))].append(series)
    found = [made for group in by_day.values() if (made := _columns(group))]
    return max(found, key=lambda one: len(one.lines), default=None)


def wording(text: str, *, fixed: bool = False) -> str:
    """Return what a period says beside its year: 财年 of 2021财年, 年底 of 2021年底, 截至3月 of 截至2021年3月, nothing of 2021年.

    Of a span of years it is the span to the year: 上年4月至当年3月, and with a `fixed` start, or one longer ago, 2017年12月至当年12月.
    """
    years = [int(found[0]) for found in _YEAR.finditer(text)]
    span = _SPAN.fullmatch(text)
    if span is None or len(set(years)) == 1:
        return _YEAR_WORDS.sub("", text).strip(_JOINTS)
    moves = not fixed and years[-1] - years[0] == 1
    start = _OF_YEAR.sub(_LAST, span["start"]) if moves else span["start"]
    return f"{start}{span['joint']}{_OF_YEAR.sub(_THIS, span['end'])}"


def _series(readings: Sequence[Reading]) -> list[Mapping[int, Reading]]:
    """Return the values of a figure by year, one series for each wording, scope and day on which its years end."""
    made: dict[tuple[str, str, Day], dict[int, Reading]] = defaultdict(dict)
    starts = Counter(_start(one.period) for one in readings)
    for one in readings:
        if not one.computed and _end(one) and _YEAR.search(one.period):
            fixed = starts[_start(one.period)] > 1
            made[wording(one.period, fixed=fixed), one.scope, _day(one)][_year(one)] = one
    return [series for series in made.values() if len(series) >= LEAST_YEARS]


def _start(period: str) -> str:
    """Return the words of a span's start, "" for what is none."""
    span = _SPAN.fullmatch(period)
    return span["start"] if span else ""


def _end(reading: Reading) -> date | None:
    return reading.when[0].end


def _year(reading: Reading) -> int:
    return (_end(reading) or date.min).year


def _day(reading: Reading) -> Day:
    end = _end(reading) or date.min
    return end.month, end.day


def _columns(group: Sequence[Mapping[int, Reading]]) -> Columns | None:
    """Return the columns of series whose years end on one day: back from the newest year as far as there are values each year."""
    newest = max(year for series in group for year in series)
    years = [newest]
    while len(years) < MOST_YEARS and any(years[0] - 1 in series for series in group):
        years.insert(0, years[0] - 1)
    lines = [_line(series, years) for series in group if sum(year in series for year in years) >= LEAST_YEARS]
    if not lines:
        return None
    wordings = [line.wording for line in lines]
    usual = min(wordings, key=lambda one: (_THIS in one, -wordings.count(one), len(one)))
    return Columns(_heads(lines, years, usual), "" if _THIS in usual else usual, tuple(lines))


def _line(series: Mapping[int, Reading], years: Sequence[int]) -> Line:
    first, *others = series.values()
    fixed = any(_start(one.period) == _start(first.period) for one in others)
    return Line(wording(first.period, fixed=fixed), tuple(series.get(year) for year in years))


def _heads(lines: Sequence[Line], years: Sequence[int], usual: str) -> tuple[str, ...]:
    """Return a head for each year in the wording that most rows have, made from a period so worded; of a span its end."""
    at, one = next((at, one) for line in lines if line.wording == usual for at, one in enumerate(line.readings) if one)
    span = _SPAN.fullmatch(one.period) if _THIS in usual else None
    return tuple(_moved(span["end"] if span else one.period, year - years[at]) for year in years)


def _moved(period: str, more: int) -> str:
    return _YEAR.sub(lambda found: str(int(found[0]) + more), period)
