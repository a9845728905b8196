"""Coverage: unlike things counted, side by side without an axis (28个省市, 150个国家), because bars would compare them.

In: a chart's data. Out: cards, each under a field of as many dots as it counts, every field of the same size: one dot is one of the
things, and no field is longer than another. Counts that are not exact, or too many to be seen one by one, have no dots.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.honesty import has_data
from generator.charts.kind import Drawn, Kind
from generator.charts.shapes import card_grid
from generator.charts.shapes.marks import dot_columns, dots
from generator.units import Length, Rect

if TYPE_CHECKING:
    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan
    from generator.charts.shapes.card_grid import CardGrid
    from generator.document.model import Chart, Number
    from generator.drawing import Item

MOST_DOTS = 400
"""More dots are a texture, no count."""

FIELD_PARTS = (0.3, 0.62)
"""A field is at least and at most so high, in widths of its card: under the least there is none."""

BELOW_FIELD = 1.4
"""From the field to the number, in label sizes."""


def countable(number: Number) -> bool:
    """Tell whether a number can be shown as dots, one for each: exact, whole and not too many."""
    value = number.value
    exact = not number.qualifier and not number.scale and number.tail.startswith(number.unit)
    return value is not None and exact and value == value.to_integral_value() and 0 < value <= MOST_DOTS


def _has_fields(chart: Chart, grid: CardGrid) -> bool:
    return len(grid.rows) == 1 and all(countable(datum.number) for datum in chart.data)


def _natural(plan: Plan, easel: Easel) -> Length:
    grid = card_grid.card_grid(plan.chart, easel)
    field = round(FIELD_PARTS[1] * grid.measure + BELOW_FIELD * easel.look.label)
    return grid.height(easel) + (field if _has_fields(plan.chart, grid) else 0)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    grid = card_grid.card_grid(plan.chart, easel)
    gap = easel.em(BELOW_FIELD)
    room = easel.size.height - grid.height(easel) - gap
    if not _has_fields(plan.chart, grid) or room < FIELD_PARTS[0] * grid.measure:
        return card_grid.draw(plan, easel)
    height = min(room, round(FIELD_PARTS[1] * grid.measure))
    top = round((room - height) * easel.look.above)
    fields = tuple(
        _field(datum.number, Rect(grid.x(column, easel), top, grid.measure, height), easel)
        for column, datum in enumerate(plan.chart.data)
    )
    return (*fields, *card_grid.draw_row(grid.rows[0], top + height + gap, grid, easel))


def _field(number: Number, field: Rect, easel: Easel) -> Item:
    count = int(number.value or 0)
    columns, step = dot_columns(count, field.width, field.height)
    return dots(count, field, columns, step, easel.look.inks.main, even=True)


KIND = Kind("数字并列", (has_data,), Drawn(card_grid.height, _natural, _draw), roomy=True)
