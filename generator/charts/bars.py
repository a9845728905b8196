"""Bars and columns on the page: placed by matplotlib's transforms, painted by our own renderer; in the deck they are native charts.

In: a plan's points. Out: bars from zero, names at their feet, values at their ends. Everything that a native chart shares with it
(order, gap, colours, where labels stand) is the plan's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.charts import honesty, scales, series
from generator.charts.alt_text import describe_data
from generator.charts.faults import too_narrow
from generator.charts.kind import Kind
from generator.charts.look import LABEL_GAP
from generator.document.model import plain
from generator.typeset.model import Align

if TYPE_CHECKING:
    from generator.charts.faults import ChartError
    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan, PlanPoint
    from generator.typeset.model import Style
    from generator.units import Length

NAMES_PART = 0.38
"""The widest column of names, in widths of the picture."""

LEAST_BAR = 0.25
"""Names and values leave the longest bar at least so much of the picture's width or height."""

NAME_GAP = 0.9
"""From a name to its bar, in label sizes."""

NATURAL_COLUMN = 0.42
"""The height of the columns of a picture that may choose, in its widths."""

LEAST_COLUMN = 5
"""The least height of the tallest column, in label sizes."""

SHORT = len("2020财年")
"""Periods of so many characters are not parted."""

RULES = (*honesty.PLOTTED, honesty.not_below_zero, scales.no_axis, series.plain_rows, scales.few_rows)


@dataclass(frozen=True, slots=True)
class Texts:
    """The names and values of the bars, set."""

    names: tuple[Block, ...]
    values: tuple[Block, ...]


def value_style(point: PlanPoint, easel: Easel) -> Style:
    """Return the style of a value: bold and coloured when it is the one to look at."""
    return easel.look.strong(point.ink if point.emphasis else easel.look.inks.ink)


def _values(plan: Plan, easel: Easel) -> tuple[Block, ...]:
    styles = [value_style(point, easel) for point in plan.points]
    return tuple(
        easel.number(point.number, style, style.ink, origin=point.origin)
        for point, style in zip(plan.points, styles, strict=True)
    )


def _names(plan: Plan, easel: Easel, measure: Length, align: Align) -> tuple[Block, ...]:
    return tuple(
        easel.words(point.category, easel.look.name(easel.look.inks.grey), measure, align, origin=point.origin)
        for point in plan.points
    )


def _narrow(plan: Plan) -> ChartError:
    return too_narrow(plan.chart.origin, "names and values leave no room for the bars")


# Bars


def bar_texts(plan: Plan, easel: Easel) -> tuple[Texts, Length]:
    """Return names, right-aligned to the foot of their bars, and values; and the width of the names' column."""
    most = round(NAMES_PART * easel.size.width)
    column = min(max(name.width for name in _names(plan, easel, most, Align.LEFT)) + easel.look.hairline, most)
    texts = Texts(_names(plan, easel, column, Align.RIGHT), _values(plan, easel))
    if bar_room(texts, column, easel) < LEAST_BAR * easel.size.width:
        raise _narrow(plan)
    return texts, column


def bar_room(texts: Texts, column: Length, easel: Easel) -> Length:
    """Return the length that is left for the longest bar."""
    gaps = round((NAME_GAP + LABEL_GAP) * easel.look.label)
    return easel.size.width - column - gaps - max(value.width for value in texts.values)


def _bar_pitch(plan: Plan, easel: Easel) -> Length:
    texts, _ = bar_texts(plan, easel)
    gap = round(0.6 * easel.look.label)
    return max(max(name.height, value.height) for name, value in zip(texts.names, texts.values, strict=True)) + gap


def _bar_height(plan: Plan, easel: Easel) -> Length:
    return _bar_pitch(plan, easel) * len(plan.points)


def _bar_natural(plan: Plan, easel: Easel) -> Length:
    return max(round(easel.look.bar * (1 + plan.gap / 100)), _bar_pitch(plan, easel)) * len(plan.points)


# Columns


def parted_period(plan: Plan, names: tuple[Block, ...], easel: Easel) -> bool:
    """Tell whether a period takes two lines (2020 over 年) that one would hold in smaller type."""
    return easel.look.label > easel.look.least and any(
        len(name.composed.lines) > 1 and len(plain(category)) <= SHORT and series.month(plain(category)) is not None
        for category, name in zip(plan.categories, names, strict=True)
    )


def column_texts(plan: Plan, easel: Easel) -> Texts:
    """Return names, centred under their columns, and values over them."""
    pitch = easel.size.width // len(plan.points)
    texts = Texts(_names(plan, easel, pitch - round(0.6 * easel.look.label), Align.CENTRE), _values(plan, easel))
    too_wide = max(value.width for value in texts.values) > pitch - round(0.4 * easel.look.label)
    if too_wide or pitch < 2 * easel.look.label or parted_period(plan, texts.names, easel):
        raise _narrow(plan)
    return texts


def column_frame(texts: Texts, easel: Easel) -> tuple[Length, Length]:
    """Return the heights that are taken under the columns' feet and over the tallest column."""
    label = easel.look.label
    return (
        max(name.height for name in texts.names) + round(NAME_GAP * label),
        max(value.height for value in texts.values) + round(LABEL_GAP * label),
    )


def _column_height(plan: Plan, easel: Easel) -> Length:
    return sum(column_frame(column_texts(plan, easel), easel)) + LEAST_COLUMN * easel.look.label


def _column_natural(plan: Plan, easel: Easel) -> Length:
    frame = sum(column_frame(column_texts(plan, easel), easel))
    return max(frame + round(NATURAL_COLUMN * easel.size.width), _column_height(plan, easel))


BAR = Kind("条形图", native=True, rules=RULES, describe=describe_data, height=_bar_height, natural=_bar_natural)
COLUMN = Kind(
    "柱形图", native=True, rules=RULES, describe=describe_data, height=_column_height, natural=_column_natural
)  # fmt: skip
