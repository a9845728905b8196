"""Coverage: unlike things counted, side by side without an axis (28个省市, 150个国家), because bars would compare them.

In: a chart's data. Out: cards, each under a field of as many dots as it counts, every field of the same size: one dot is one of the
things, and no field is longer than another. Counts that are not exact, or too many to be seen one by one, have no dots.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.alt_text import describe_data
from generator.charts.honesty import has_data
from generator.charts.kind import Kind
from generator.charts.shapes import cards
from generator.charts.shapes.marks import dot_columns, dots
from generator.units import Rect

if TYPE_CHECKING:
    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan
    from generator.charts.shapes.cards import Sheet
    from generator.document.model import Chart, Number
    from generator.drawing import Item
    from generator.units import Length

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


def _has_fields(chart: Chart, sheet: Sheet) -> bool:
    return len(sheet.rows) == 1 and all(countable(datum.number) for datum in chart.data)


def _natural(plan: Plan, easel: Easel) -> Length:
    sheet = cards.sheet(plan.chart, easel)
    field = round(FIELD_PARTS[1] * sheet.measure + BELOW_FIELD * easel.look.label)
    return sheet.height(easel) + (field if _has_fields(plan.chart, sheet) else 0)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    sheet = cards.sheet(plan.chart, easel)
    gap = round(BELOW_FIELD * easel.look.label)
    room = easel.size.height - sheet.height(easel) - gap
    if not _has_fields(plan.chart, sheet) or room < FIELD_PARTS[0] * sheet.measure:
        return cards.draw(plan, easel)
    height = min(room, round(FIELD_PARTS[1] * sheet.measure))
    top = round((room - height) * easel.look.above)
    fields = tuple(
        _field(datum.number, Rect(sheet.x(column, easel), top, sheet.measure, height), easel)
        for column, datum in enumerate(plan.chart.data)
    )
    return (*fields, *cards.draw_row(sheet.rows[0], top + height + gap, sheet, easel))


def _field(number: Number, field: Rect, easel: Easel) -> Item:
    count = int(number.value or 0)
    columns, step = dot_columns(count, field.width, field.height)
    return dots(count, field, columns, step, easel.look.inks.main, even=True)


KIND = Kind(
    "数字并列", native=False, rules=(has_data,), describe=describe_data, height=cards.height, natural=_natural, draw=_draw
)
