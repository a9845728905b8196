"""A share of a whole: a field of a hundred squares, as many of them in colour as the share has per cent, the last one in part.

In: one percentage, or a part and its whole with the computed percentage as the chart's result. Out: the field, beside it the number. In
the deck a ring (`shapes.part_ring`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.charts import parts, scales
from generator.charts.faults import too_narrow
from generator.charts.honesty import exact_values, has_data
from generator.charts.kind import Drawn, Kind, Native
from generator.charts.lettering import Block, Easel, empty
from generator.charts.plan import Plan
from generator.charts.shapes import part_ring
from generator.charts.shapes.card_grid import untold
from generator.diagnostics import said
from generator.document.model import Run
from generator.drawing import Close, Item, LineTo, MoveTo, Path, Segment
from generator.units import Length, Point

SIDE = 10
"""Ten rows of ten: a square is a hundredth."""

SQUARE = 0.84
"""A square's side in steps of the field."""

FIELD_PART, NATURAL_FIELD = 0.46, 0.36
"""The field's greatest width, and that of a picture that may choose, in widths of the picture."""

LEAST_FIELD = 6
"""The field's least width, in label sizes."""

BELOW_NUMBER, BELOW_LABEL, BESIDE = 0.7, 0.35, 2.0
"""In label sizes: number to label, label to what follows, field to number."""

EACH = (Run("一格为总数的百等分"),)


@dataclass(frozen=True, slots=True)
class Texts:
    """The number, and what stands under it."""

    number: Block
    below: tuple[Block, ...]

    def height(self, easel: Easel) -> Length:
        """Return the height of all."""
        gaps = round((BELOW_NUMBER + (len(self.below) - 1) * BELOW_LABEL) * easel.look.label)
        return self.number.height + gaps + sum(block.height for block in self.below)


def _texts(plan: Plan, easel: Easel) -> Texts:
    chart, look = plan.chart, easel.look
    datum, measure = chart.data[0], round(easel.size.width * (1 - FIELD_PART) - BESIDE * look.label)
    style = easel.digits_that_fit((chart.result or datum.number,), measure)
    if style is None:
        raise too_narrow(chart.origin, said("does-not-fit.share"))
    number = easel.number(chart.result or datum.number, style, origin=datum.origin)
    label = easel.words(datum.label, look.name(), measure, origin=datum.origin)
    counted = (easel.number(datum.number, look.strong(), origin=datum.origin),) if chart.result else ()
    where = untold(datum, chart)
    small = () if empty(where) else (easel.small(where, measure, origin=datum.origin),)
    return Texts(number, (label, *counted, *small, easel.small(EACH, measure)))


def _height(plan: Plan, easel: Easel) -> Length:
    return max(_texts(plan, easel).height(easel), LEAST_FIELD * easel.look.label)


def _natural(plan: Plan, easel: Easel) -> Length:
    return max(_height(plan, easel), round(NATURAL_FIELD * easel.size.width))


def _draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    look, made = easel.look, _texts(plan, easel)
    field = min(easel.size.height, round(FIELD_PART * easel.size.width))
    above = round((easel.size.height - max(field, made.height(easel))) * look.above)
    top = above + max(0, (field - made.height(easel)) // 2)
    x = field + easel.em(BESIDE)
    items: list[Item] = [*_field(float(parts.share(plan.chart)), field, above, easel), made.number.at(x, top)]
    top += made.number.height + easel.em(BELOW_NUMBER)
    for block in made.below:
        items.append(block.at(x, top))
        top += block.height + easel.em(BELOW_LABEL)
    return tuple(items)


def _field(share: float, side: Length, top: Length, easel: Easel) -> Iterator[Item]:
    """Yield the whole field in grey, and over it the share in colour, filled from the foot row by row."""
    step = side / (SIDE - 1 + SQUARE)
    count = SIDE * SIDE
    yield Path(tuple(_squares(((place, 1.0) for place in range(count)), step, top + side)), fill=easel.look.inks.rule)
    full, rest = divmod(share * count, 1)
    filled = [(place, 1.0) for place in range(int(full))] + ([(int(full), rest)] if rest > 1 / count and full < count else [])
    if filled:
        yield Path(tuple(_squares(filled, step, top + side)), fill=easel.look.inks.main)


def _squares(places: Iterable[tuple[int, float]], step: float, foot: Length) -> Iterator[Segment]:
    """Yield squares by their place, counted from the field's lower left, and the part of their width that is filled."""
    for place, part in places:
        row, column = divmod(place, SIDE)
        left, bottom = round(column * step), foot - round(row * step)
        right, upper = left + round(part * SQUARE * step), bottom - round(SQUARE * step)
        yield MoveTo(Point(left, bottom))
        yield from (LineTo(Point(*corner)) for corner in ((right, bottom), (right, upper), (left, upper)))
        yield Close()


RULES = (has_data, exact_values, scales.no_axis, parts.same_unit, parts.a_part)
NATIVE = Native(part_ring.FORM, part_ring.fill, part_ring.plot, part_ring.shifts, part_ring.settled)
KIND = Kind("占比图", RULES, Drawn(_height, _natural, _draw), NATIVE, result=True)
