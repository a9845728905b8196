"""What bars and columns share: names at their feet, values at their ends, and how far apart few of them stand.

In: a plan and an easel. Out: texts, set, and the bars themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.charts import honesty, scales, series
from generator.charts.plan import GAP_WIDTH, NOUGHT, Plan
from generator.document.model import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.charts.lettering import Block, Easel
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

NAME_AIR, VALUE_AIR = 0.6, 0.4
"""What parts two names, and two values, at the least, in label sizes."""

SHORT = len("2020财年")
"""Periods of so many characters are not parted."""

LENGTH_RULES = (*honesty.PLOTTED, honesty.not_below_zero, honesty.no_ranks, scales.no_axis, series.plain_rows)
"""What every chart keeps whose marks are as long as their values."""

RULES = (*LENGTH_RULES, scales.one_row)


@dataclass(frozen=True, slots=True)
class Texts:
    """The names and values of the bars, set."""

    names: tuple[Block, ...]
    values: tuple[Block, ...]


def spaced(plan: Plan, gaps: Mapping[int, int]) -> Plan:
    """Return a plan whose bars stand as far apart as their number has it."""
    return replace(plan, gap=gaps.get(len(plan.categories), GAP_WIDTH))


def thick(plan: Plan) -> float:
    """Return a bar's thickness in the pitch of the bars."""
    return 100 / (100 + plan.gap)


def longest(plan: Plan) -> float:
    """Return the greatest value, where bars go on to their place's edge."""
    return float(max((point.value for point in plan.points), default=NOUGHT)) or 1.0


def values(plan: Plan, easel: Easel) -> tuple[Block, ...]:
    """Return the values, set."""
    return tuple(easel.value(point) for point in plan.points)


def names(plan: Plan, easel: Easel, measure: Length, align: Align) -> tuple[Block, ...]:
    """Return the names, set to a measure."""
    style = easel.look.name(easel.look.inks.grey)
    return tuple(easel.words(point.category, style, measure, align, origin=point.origin) for point in plan.points)


def parted_period(plan: Plan, names: tuple[Block, ...], easel: Easel) -> bool:
    """Tell whether a period takes two lines (2020 over 年) that one would hold in smaller type."""
    periods = {plain(datum.period) for datum in plan.chart.data}
    return easel.look.label > easel.look.least and any(
        len(name.composed.lines) > 1 and len(plain(category)) <= SHORT and plain(category) in periods
        for category, name in zip(plan.categories, names, strict=True)
    )
