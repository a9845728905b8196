"""What bars and columns share: names at their feet, values at their ends, the key of several rows, and how far apart few of them stand.

In: a plan and an easel. Out: texts, set, and the bars' places. Bars begin at zero and go both ways; names keep clear of those below it.
Of several rows each category has its bars side by side, the theme's ink for the row that the message is about.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from generator.charts import honesty, scales, series
from generator.charts.native import Over
from generator.charts.plan import GAP_WIDTH, Plan
from generator.charts.plan_rows import with_row, with_rows
from generator.document.model import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.charts.kind import Rule
    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import PlanPoint, PlanRow
    from generator.typeset.model import Align
    from generator.units import Length

NAMES_PART = 0.38
"""The widest column of names, in widths of the picture."""

LEAST_BAR = 0.25
"""Names and values leave the longest bar at least so much of the picture's width or height."""

NAME_GAP = 0.9
"""From a name to its bar, in label sizes."""

NATURAL_COLUMN = 0.42
"""The height of the columns of a picture that may choose, in its widths."""

LYING_GAPS = {1: 120, 2: 110, 3: 90, 4: 75}
"""Gap widths of few level bars in per cent of a bar, so that none is a slab; five and more have GAP_WIDTH."""

ROW_GAPS = {1: 300, 2: 200, 3: 130}
"""The same of categories with several bars each; four and more have ROW_GAP."""
ROW_GAP = 90

NAME_AIR, VALUE_AIR, SIDE_AIR = 0.6, 0.4, 0.15
"""What parts two names, two values, and two values of bars side by side, at the least, in label sizes."""

SHORT = len("2020财年")
"""Periods of so many characters are not parted."""

MOST_ROWS = 4
"""More rows cannot be told apart in greyscale."""

LENGTH_RULES = (*honesty.PLOTTED, honesty.no_ranks, scales.no_axis, series.plain_rows)
"""What every chart keeps whose marks are as long as their values."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The names of the categories and the values row by row (None where none is shown), and the names of several rows, set."""

    names: tuple[Block | None, ...]
    values: tuple[tuple[Block | None, ...], ...]
    key: tuple[Block, ...]

    def named(self) -> Iterator[Block]:
        """Yield every name that is shown."""
        return filter(None, self.names)

    def shown(self) -> Iterator[Block]:
        """Yield every value."""
        return (value for row in self.values for value in row if value)


def filled(bare: Plan, gaps: Mapping[int, int]) -> Plan:
    """Return the plan of bars: of one row in the theme's ink and grey, of several each in its own, with a key."""
    count = len(series.rows(bare.chart))
    if count == 1:
        return spaced(with_row(bare), gaps)
    assert bare.native is not None
    loud = series.loud_row(bare.chart)
    inks = bare.inks.side_by_side(count, loud)
    paints = [(ink, ink if place == loud else bare.inks.ink) for place, ink in enumerate(inks)]
    made = with_rows(replace(bare, native=replace(bare.native, legend=True)), paints)
    return replace(made, gap=ROW_GAPS.get(len(made.categories), ROW_GAP))


def spaced(plan: Plan, gaps: Mapping[int, int]) -> Plan:
    """Return a plan whose bars stand as far apart as their number has it."""
    return replace(plan, gap=gaps.get(len(plan.categories), GAP_WIDTH))


def thick(plan: Plan) -> float:
    """Return a bar's thickness in the pitch of the categories."""
    side_by_side = 1 if plan.native and plan.native.overlap else len(plan.rows)
    return 100 / (100 * side_by_side + plan.gap)


def heights(plan: Plan) -> Callable[[PlanRow, PlanPoint], float]:
    """Return where values of rows lie beside columns: those on a second axis as high on it as on the columns' own."""

    def height(row: PlanRow, point: PlanPoint) -> float:
        second = plan.maximum / plan.second if plan.second and row.over is Over.LINE else 1
        return float(point.value * second)

    return height


def placed(plan: Plan) -> Iterator[tuple[float, int, int, PlanPoint]]:
    """Yield each bar with where it begins across the categories, its row and its category."""
    wide, count = thick(plan), len(plan.rows)
    for at, row in enumerate(plan.rows):
        for place, point in enumerate(row.points):
            if point:
                yield place + (at - count / 2) * wide, at, place, point


def has_below(plan: Plan) -> bool:
    """Tell whether any bar goes below zero."""
    return any(point.value < 0 for point in plan.points)


def has_above(plan: Plan) -> bool:
    """Tell whether any bar stands on zero or goes above it."""
    return any(point.value >= 0 for point in plan.points)


def is_plain(plan: Plan) -> bool:
    """Tell whether there is one row that goes one way: then the deck's program finds the place of the marks."""
    return len(plan.rows) == 1 and not plan.over and not has_below(plan)


def values(plan: Plan, easel: Easel) -> tuple[tuple[Block | None, ...], ...]:
    """Return the values row by row, set."""
    return tuple(tuple(easel.value(point) if point and point.is_told else None for point in row.points) for row in plan.rows)


def names(plan: Plan, easel: Easel, measure: Length, align: Align) -> tuple[Block | None, ...]:
    """Return the names that are shown, set to a measure."""
    style, first = easel.look.name(easel.look.inks.grey), plan.rows[0].points
    origins = (point.origin if point else "" for point in first)
    shown = zip(plan.categories, origins, strict=True)
    return tuple(
        None if at % plan.every else easel.words(name, style, measure, align, origin=origin)
        for at, (name, origin) in enumerate(shown)
    )


def parted_period(plan: Plan, names: tuple[Block | None, ...]) -> bool:
    """Tell whether a period, or its part of a year, takes two lines (2020 over 年): smaller type or fewer names have room in one."""
    periods = {plain(datum.period) for datum in plan.chart.data}
    return any(
        name
        and len(name.composed.lines) > 1
        and len(plain(category)) <= SHORT
        and any(period.endswith(plain(category)) for period in periods)
        for category, name in zip(plan.categories, names, strict=True)
    )


def rules(most: int) -> tuple[Rule, ...]:
    """Return the rules of bars in rows, of which there may be so many side by side."""
    return (*LENGTH_RULES, partial(scales.few_rows, MOST_ROWS), partial(scales.few_bars, most))
