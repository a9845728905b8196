"""The values of a chart as a table: a row a series under the names of its categories, or the other way round where these are too wide.

In: a chart whose author asks for a table, with its values once more, each a use of its own. Out: a table as an author would write it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.charts import series
from generator.document.model import Run, TextTable, plain

if TYPE_CHECKING:
    from generator.charts.kind import Kind
    from generator.document.model import Chart, RichText

NONE, WORDS, NUMBERS = "—", "left", "right"


def table_of(chart: Chart, kind: Kind, *, upright: bool = False) -> TextTable | None:
    """Return the table of a chart, None where its author wants none; one that is `upright` has its names under one another."""
    if not chart.table:
        return None
    rows = chart.table if len(chart.table) > 1 else ()
    told = replace(chart, series=rows, data=tuple(datum for row in chart.table for datum in row.data))
    told = kind.arrange(told) if kind.arrange else told
    names = series.categories(told)
    heads = tuple(row.name or row.data[0].label for row in (series.rows(told) if rows else chart.table))
    cells = tuple(_cells(told, at, names) for at in range(len(heads)))
    names = series.brief(names)
    if upright:
        heads, names, cells = names, heads, tuple(zip(*cells, strict=True))
    lines = tuple((head, *found) for head, found in zip(heads, cells, strict=True))
    return TextTable(None, ((), *names), lines, (WORDS, *(NUMBERS for _ in names)), (), f"{chart.origin}.table")


def _cells(told: Chart, at: int, names: tuple[RichText, ...]) -> tuple[RichText, ...]:
    own = series.by_category(told, at)
    found = (own.get(plain(name)) for name in names)
    return tuple((datum.number.run,) if datum else (Run(NONE),) for datum in found)
