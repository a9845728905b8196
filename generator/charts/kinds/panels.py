"""Small multiples: one little column chart for each row, all on one scale, so that many rows are compared without crossing lines.

In: the rows of a chart. Out: panels side by side, each under its name, with a number over every column and the names of the columns
below.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from generator.charts import scales, series
from generator.charts.faults import first, too_narrow
from generator.charts.honesty import not_below_zero, one_scale
from generator.charts.kind import Drawn, Kind
from generator.charts.shapes.bars import LENGTH_RULES, SHORT
from generator.charts.shapes.marks import rule
from generator.diagnostics import said
from generator.document.model import Chart, Datum, plain
from generator.drawing import Box, Item
from generator.typeset.model import Align
from generator.units import Length, Rect

if TYPE_CHECKING:
    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan

MOST_ACROSS = 4
"""More panels than these go into rows."""

MOST_LINES = 2
"""A long name under a column (2020年11月1日至11日) takes at the most."""

MOST_PANELS = 8
"""More panels than these are no longer compared."""

COLUMN = 0.62
"""A column's width in the room that it has."""

LEAST_COLUMN, NATURAL_COLUMN = 3.0, 6.0
"""The height of the longest column, at the least and where the picture may choose, in label sizes."""

BELOW_NAME, ABOVE_COLUMN, BELOW_COLUMN, BETWEEN, AIR = 0.6, 0.35, 0.4, 1.8, 0.3
"""In label sizes: a panel's name to its numbers, number to column, column to its name, row to row of panels, number to number."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A column of a panel: its part of the longest, number, and whether it is the one to look at; its name."""

    part: float
    number: Block | None
    name: Block
    loud: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel's name and columns."""

    name: Block
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class PanelGrid:
    """All panels, in rows of so many, with the width of each and the heights of its texts."""

    panels: tuple[Panel, ...]
    across: int
    measure: Length

    @property
    def rows(self) -> int:
        """How many rows of panels there are."""
        return ceil(len(self.panels) / self.across)

    def texts(self, easel: Easel) -> tuple[Length, Length, Length]:
        """Return the heights of a panel's name, of its numbers and of the names of its columns, with what parts them."""
        numbers = [bar.number.height for panel in self.panels for bar in panel.bars if bar.number]
        return (
            max(panel.name.height for panel in self.panels) + easel.em(BELOW_NAME),
            max(numbers, default=0) + easel.em(ABOVE_COLUMN),
            max(bar.name.height for panel in self.panels for bar in panel.bars) + easel.em(BELOW_COLUMN),
        )


def _grid(chart: Chart, easel: Easel) -> PanelGrid:
    """Return the panels, as many in a row as the numbers over their columns allow, long names in two lines where they must."""
    count = len(series.rows(chart))
    most = range(min(count, MOST_ACROSS), 0, -1)
    tries = [(ceil(count / ceil(count / across)), lines) for lines in (1, MOST_LINES) for across in most]
    return first(lambda one: _in_rows(*one, chart, easel), tries)


def _in_rows(across: int, lines: int, chart: Chart, easel: Easel) -> PanelGrid:
    rows, columns = series.rows(chart), series.categories(chart)
    measure = (easel.size.width - (across - 1) * easel.look.gutter) // across
    pitch = measure // len(columns)
    panels = []
    for place, row in enumerate(rows):
        found = series.by_category(chart, place)
        name = easel.words(row.name, easel.look.strong(easel.look.inks.ink), measure, origin=row.origin)
        names = [easel.words(column, easel.look.small(), pitch, Align.CENTRE, origin=row.origin) for column in columns]
        bars = [_bar(found.get(plain(column)), label, chart, easel) for column, label in zip(columns, names, strict=True)]
        panels.append(Panel(name, tuple(bars)))
    most = [1 if len(plain(column)) <= SHORT else lines for column in columns]
    _check(panels, most, (chart, pitch), easel)
    return PanelGrid(tuple(panels), across, measure)


def _bar(datum: Datum | None, name: Block, chart: Chart, easel: Easel) -> Bar:
    """Return a column with its number; one without a value has neither."""
    if datum is None:
        return Bar(0, None, name, loud=False)
    loud, longest = datum.number.use in series.looked_at(chart), max(_value(one) for one in chart.data) or Decimal(1)
    style = easel.look.strong(easel.look.inks.main if loud else easel.look.inks.ink)
    number = easel.number(datum.number, style, origin=datum.origin)
    return Bar(float(_value(datum) / longest), number, name, loud)


def _value(datum: Datum) -> Decimal:
    return datum.number.value or Decimal(0)


def _check(panels: list[Panel], most: list[int], room: tuple[Chart, Length], easel: Easel) -> None:
    """Refuse numbers that would meet, and names of columns that would take more lines than they may."""
    chart, pitch = room
    bars = [bar for panel in panels for bar in panel.bars]
    wide = max((bar.number.width for bar in bars if bar.number), default=0)
    named = (pair for panel in panels for pair in zip(panel.bars, most, strict=True))
    parted = any(len(bar.name.composed.lines) > lines for bar, lines in named)
    if wide + AIR * easel.look.label > pitch or parted:
        raise too_narrow(chart.origin, said("does-not-fit.panels"))


def _needed(column: float, plan: Plan, easel: Easel) -> Length:
    made = _grid(plan.chart, easel)
    each = sum(made.texts(easel)) + easel.em(column)
    return made.rows * each + (made.rows - 1) * easel.em(BETWEEN)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    made, gap = _grid(plan.chart, easel), easel.em(BETWEEN)
    each = (easel.size.height - (made.rows - 1) * gap) // made.rows
    items: list[Item] = []
    for place, panel in enumerate(made.panels):
        row, column = divmod(place, made.across)
        corner = Rect(column * (made.measure + easel.look.gutter), row * (each + gap), made.measure, each)
        items += _panel(panel, corner, made.texts(easel), easel)
    return tuple(items)


def _panel(panel: Panel, place: Rect, texts: tuple[Length, Length, Length], easel: Easel) -> list[Item]:
    """Return a panel: its name, columns on one line, numbers over them and names under them."""
    head, over, under = texts
    foot, pitch = place.bottom - under, place.width // len(panel.bars)
    longest = place.height - head - over - under
    items: list[Item] = [panel.name.at(place.x, place.y)]
    for at, bar in enumerate(panel.bars):
        left, high = place.x + at * pitch, round(bar.part * longest)
        wide = round(COLUMN * pitch)
        if high:
            column = Rect(left + (pitch - wide) // 2, foot - high, wide, high)
            items.append(Box(column, fill=easel.look.inks.main if bar.loud else easel.look.inks.quiet))
        if bar.number:
            top = foot - high - easel.em(ABOVE_COLUMN) - bar.number.height
            items.append(bar.number.at(left + (pitch - bar.number.width) // 2, top))
        items.append(bar.name.at(left, foot + easel.em(BELOW_COLUMN)))
    items.append(rule(place.x, foot, place.width, easel.look.hairline, easel.look.inks.grey))
    return items


RULES = (*LENGTH_RULES, one_scale, not_below_zero, series.several_rows, partial(scales.few_rows, MOST_PANELS))
DRAWN = Drawn(partial(_needed, LEAST_COLUMN), partial(_needed, NATURAL_COLUMN), _draw)
KIND = Kind("小图并列", RULES, DRAWN, arrange=series.by_figure)
