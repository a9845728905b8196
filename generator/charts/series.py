"""Rows and columns of a chart: which values belong together, and what each is called.

In: a resolved chart. Out: rows by name and categories in order. The author's `series` are rows; without them all values are one, unless
the kind parts them by figure before anything else looks at them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from generator.charts.faults import ChartError
from generator.diagnostics import said
from generator.document.copydesk import KINDS
from generator.document.model import Chart, Datum, Number, RichText, Run, Series, When, plain
from generator.document.timing import different, moment

ORDINAL, RANKS = KINDS["ordinal"], ("名", "位")
"""The kind of a figure that is a rank, and the units in which ranks are told: 第15年 is none."""


_PART_OF_YEAR = re.compile("(?P<year>[0-9]{4}(?:年|财年))(?P<part>[0-9]{1,2}月|第?[一二三四]季度|[上下]半年)")
"""A part of a year that tells itself without it: a numeral that is no date (Q3, 第3季度) does not."""
LEAST_BRIEF = 3
"""So few parts of a year keep their year."""


def rows(chart: Chart) -> tuple[Series, ...]:
    """Return the rows of a chart; the name of the only one is empty."""
    return chart.series or (Series((), chart.data, chart.origin),)


def by_figure(chart: Chart) -> Chart:
    """Return a chart with a row for each of several figures, which runs through its periods; the author's own series stay."""
    figures: dict[str, list[Datum]] = {}
    for datum in chart.data:
        figures.setdefault(datum.figure, []).append(datum)
    if chart.series or len(figures) == 1:
        return chart
    return replace(chart, series=tuple(Series(found[0].label, tuple(found), found[0].origin) for found in figures.values()))


def through_time(chart: Chart) -> Chart:
    """Return a chart with a row for each of several figures, where any of them comes in several periods."""
    return by_figure(chart) if len({datum.figure for datum in chart.data}) < len(chart.data) else chart


def runs_in_time(chart: Chart) -> bool:
    """Tell whether each row is one figure, so that its values are called by their periods."""
    return all(len({datum.figure for datum in row.data}) == 1 for row in rows(chart))


def are_periods(chart: Chart) -> bool:
    """Tell whether each of several rows is one period and has it in its name."""
    told = [(plain(row.name), {plain(datum.period) for datum in row.data}) for row in chart.series]
    return len(told) > 1 and all(len(found) == 1 and found.pop() in name for name, found in told)


def called(chart: Chart) -> tuple[tuple[RichText, ...], ...]:
    """Return what the values of each row are called: label, or period where the label repeats or the row is one figure.

    Periods that mean the same are called by the first of their wordings.
    """
    made = rows(chart)
    by_period = len(made) > 1 and runs_in_time(chart)
    worded: dict[When, RichText] = {}
    for datum in chart.data:
        worded.setdefault(datum.when, datum.period)
    return tuple(_called(row, worded, by_period=by_period) for row in made)


def _called(row: Series, worded: Mapping[When, RichText], *, by_period: bool) -> tuple[RichText, ...]:
    labels = Counter(plain(datum.label) for datum in row.data)
    return tuple(worded[datum.when] if by_period or labels[plain(datum.label)] > 1 else datum.label for datum in row.data)


def categories(chart: Chart) -> tuple[RichText, ...]:
    """Return the categories of a chart, each once, in order of time where they are periods, else as the rows bring them."""
    made = called(chart)
    if len(made) == 1:
        return made[0]
    found: dict[str, tuple[RichText, Datum]] = {}
    for row, names in zip(rows(chart), made, strict=True):
        for name, datum in zip(names, row.data, strict=True):
            found.setdefault(plain(name), (name, datum))
    told = found.values()
    return tuple(name for name, _ in (sorted(told, key=lambda one: moment(one[1])) if runs_in_time(chart) else told))


def brief(names: tuple[RichText, ...]) -> tuple[RichText, ...]:
    """Return names that are parts of years (2020年1月, 2020年2月 …) without the year where the name before has it.

    Of one year none has it, for what is measured names it; names of other kinds stay as they are.
    """
    told = [_PART_OF_YEAR.fullmatch(plain(name)) for name in names]
    found = [one for one in told if one]
    if len(found) < max(len(names), LEAST_BRIEF):
        return names
    one_year, years = len({one["year"] for one in found}) == 1, ["", *(one["year"] for one in found)]
    return tuple(
        (Run(one["part"]),) if one_year or one["year"] == before else name
        for one, before, name in zip(found, years, names, strict=False)
    )


def periods(chart: Chart) -> When:
    """Return the periods of a chart's values in order of time, each once; what is computed from several has none."""
    return different(period for datum in chart.data if len(datum.when) == 1 for period in datum.when)


def by_category(chart: Chart, place: int) -> dict[str, Datum]:
    """Return the values of the so-manieth row by what they are called."""
    return {plain(name): datum for name, datum in zip(called(chart)[place], rows(chart)[place].data, strict=True)}


def looked_at(chart: Chart) -> frozenset[str]:
    """Return the uses of the values that the author points at, or else that the message names: by their numbers, or by their names.

    Where neither names any they are the latest, if the chart runs in time, and else the largest.
    """
    if chart.stressed:
        return frozenset(chart.stressed)
    said, words = {run.text for run in chart.message.text if run.use}, plain(chart.message.text)
    named = frozenset(datum.number.use for datum in chart.data if str(datum.number) in said)
    return named or _called_in(words, chart) or _latest(chart) or frozenset({max(chart.data, key=_size).number.use})


def loud_row(chart: Chart) -> int:
    """Return the row that the message is about: the one that it calls by name, else that with most of the values that it is about."""
    said, words, made = looked_at(chart), plain(chart.message.text), rows(chart)
    named = [place for place, row in enumerate(made) if len(plain(row.name)) > 1 and plain(row.name) in words]
    if len(named) == 1 and not chart.stressed:
        return named[0]
    counts = [sum(datum.number.use in said for datum in row.data) for row in made]
    return counts.index(max(counts))


def is_said(number: Number | None, chart: Chart) -> bool:
    """Tell whether a chart's message says a number; none needs no saying."""
    return number is None or str(number) in plain(chart.message.text)


def _called_in(words: str, chart: Chart) -> frozenset[str]:
    """Return the uses of the values that are called by name in some words, unless they are all."""
    names = (zip(found, row.data, strict=True) for row, found in zip(rows(chart), called(chart), strict=True))
    told = ((plain(name), datum) for row in names for name, datum in row)
    found = frozenset(datum.number.use for name, datum in told if len(name) > 1 and name in words)
    return found if len(found) < len(chart.data) else frozenset()


def _latest(chart: Chart) -> frozenset[str]:
    """Return the uses of the latest values of a chart that runs in time, none of any other."""
    last = max(map(moment, chart.data))
    if not runs_in_time(chart) or last == min(map(moment, chart.data)):
        return frozenset()
    return frozenset(datum.number.use for datum in chart.data if moment(datum) == last)


def _size(datum: Datum) -> Decimal:
    return datum.number.amount or Decimal(0)


def of_ranks(chart: Chart) -> bool:
    """Tell whether a chart's values are places in a ranking (第41名), of which the first is the best."""
    return bool(chart.data) and all(datum.kind == ORDINAL and datum.number.unit in RANKS for datum in chart.data)


def plain_rows(chart: Chart) -> Iterator[ChartError]:
    """Refuse series beside figures of their own, an empty series, two series of one name, and two values of one name in a row."""
    if chart.series and len(chart.data) > sum(len(row.data) for row in chart.series):
        yield ChartError(said("bad-chart.figures-beside-series"), said("hint.into-series"), chart.origin)
    if any(not row.data for row in chart.series):
        yield ChartError(said("bad-chart.empty-series"), said("hint.series-figures"), chart.origin)
        return
    made = rows(chart)
    for name, origin in _twice((row.name, row.origin) for row in made):
        yield ChartError(said("same-name.series", name=name), said("hint.name-each-series"), origin)
    for row, found in zip(made, called(chart), strict=True):
        labels = {datum.origin: plain(datum.label) for datum in row.data if len(made) == 1}
        for name, origin in _twice((name, datum.origin) for name, datum in zip(found, row.data, strict=True)):
            yield ChartError(said("same-name.row", name=labels.get(origin, name)), said("hint.label-each"), origin)


def _twice(named: Iterable[tuple[RichText, str]]) -> Iterator[tuple[str, str]]:
    """Yield each name that stood before, with its later origin."""
    met: set[str] = set()
    for name, origin in named:
        if (text := plain(name)) in met:
            yield text, origin
        met.add(text)


def several_rows(chart: Chart) -> Iterator[ChartError]:
    """Refuse bars of one part."""
    if chart.data and len(rows(chart)) == 1:
        yield ChartError(said("one-series.stacked"), said("hint.choose", kind="bar"), chart.origin)
