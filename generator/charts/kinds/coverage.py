"""Coverage: unlike things counted, side by side without an axis (28个省市, 150个国家), because bars would compare them.

In: a chart's data. Out: cards, each under a field of dots, all of one size and one meaning, which a key over the fields tells: a dot is
one of the things, or so many of them. Counts that are not exact have no dots.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.charts.honesty import has_data
from generator.charts.kind import Drawn, Kind
from generator.charts.shapes import card_grid, unit_dots

if TYPE_CHECKING:
    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan
    from generator.charts.shapes.card_grid import CardGrid
    from generator.charts.shapes.unit_dots import UnitDots
    from generator.document.model import Chart, Number
    from generator.drawing import Item
    from generator.units import Length

BELOW_FIELD, BELOW_KEY = 1.4, 0.9
"""From the fields to the numbers, and from the key to the highest field, in label sizes."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of all cards, and their key."""

    dots: UnitDots
    key: Block

    def height(self, easel: Easel) -> Length:
        """Return the height over the numbers."""
        return self.key.height + self.dots.height + easel.em(BELOW_KEY + BELOW_FIELD)


def countable(number: Number) -> bool:
    """Tell whether a number can be shown as dots: exact and whole."""
    value = number.value
    exact = not number.qualifier and not number.scale and number.tail.startswith(number.unit)
    return value is not None and exact and value == value.to_integral_value() and value > 0


def _fields(chart: Chart, grid: CardGrid, easel: Easel, room: Length | None = None) -> Fields | None:
    """Return the fields in a room over the numbers; None where they have none, or a number is no count."""
    numbers = [datum.number for datum in chart.data]
    if len(grid.rows) > 1 or not all(map(countable, numbers)):
        return None
    gaps = easel.look.axis + easel.em(BELOW_KEY + BELOW_FIELD)
    dots = unit_dots.counted([int(one.value or 0) for one in numbers], grid.measure, easel, None if room is None else room - gaps)
    return Fields(dots, easel.small(unit_dots.key(dots, numbers), easel.size.width, origin=chart.origin)) if dots else None


def _natural(plan: Plan, easel: Easel) -> Length:
    grid = card_grid.card_grid(plan.chart, easel)
    fields = _fields(plan.chart, grid, easel)
    return grid.height(easel) + (fields.height(easel) if fields else 0)


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    grid = card_grid.card_grid(plan.chart, easel)
    room = easel.size.height - grid.height(easel)
    fields = _fields(plan.chart, grid, easel, room)
    if fields is None:
        return card_grid.draw(plan, easel)
    top = round((room - fields.height(easel)) * easel.look.above)
    numbers = top + fields.height(easel)
    foot, main = numbers - easel.em(BELOW_FIELD), easel.look.inks.main
    drawn = (fields.dots.field(column, grid.x(column, easel), foot, main) for column in range(len(plan.chart.data)))
    return (fields.key.at(0, top), *drawn, *card_grid.draw_row(grid.rows[0], numbers, grid, easel))


KIND = Kind("数字并列", (has_data,), Drawn(card_grid.height, _natural, _draw), roomy=True)
