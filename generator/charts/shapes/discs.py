"""What pies and doughnuts share: two to five parts of one whole, clockwise, each with its name and number beside it.

In: a plan. Out: a disc or ring, and labels outside it that keep clear of one another. No legend: a part is named where it lies.
"""

from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, pairwise
from math import cos, radians, sin

from generator.charts import honesty, parts, scales, series
from generator.charts.canvas import Canvas
from generator.charts.faults import ChartError, too_narrow
from generator.charts.kind import Drawn
from generator.charts.lettering import Easel, Named
from generator.charts.plan import Plan, PlanPoint
from generator.charts.plan_rows import with_row
from generator.diagnostics import said
from generator.drawing import Item
from generator.typeset.model import Align
from generator.units import Length, Rect

GAP = 0.9
"""From the disc to a label, in label sizes."""

BELOW_NAME = 0.25
"""From a part's name to its number, in label sizes."""

LEAST_RADIUS, NATURAL_RADIUS = 2.5, 6
"""The smallest disc, and that of a picture that may choose, in label sizes."""

WIDEST_LABEL = 0.3
"""A name beside the disc is at most so wide, in widths of the picture."""

WITHIN = 0.96
"""A disc with free sides keeps off the picture's edge: this part of it at the most."""

STEP = 1.05
"""By how much a picture grows until its disc is large enough."""


@dataclass(frozen=True, slots=True)
class Label:
    """A part's name over its number, in a rectangle; at the right of the disc flush left, at its left flush right."""

    text: Named
    rect: Rect
    flush_right: bool

    def items(self) -> tuple[Item, ...]:
        """Return both texts at their places."""
        name, number = self.text.name, self.text.value
        left = self.rect.right - number.width if self.flush_right else self.rect.x
        return name.at(self.rect.x, self.rect.y), number.at(left, self.rect.bottom - number.height)


@dataclass(frozen=True, slots=True)
class Layout:
    """The disc, the degrees between which each part lies (clockwise from twelve o'clock), and the labels."""

    disc: Rect
    edges: tuple[tuple[float, float], ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A label before it has a place: its texts, and the direction in which it lies."""

    named: Named
    across: float
    up: float


def laid_out(plan: Plan, easel: Easel) -> Layout:
    """Return where everything lies on this easel; raises ChartError where it is too small or labels would meet."""
    made = _texts(plan, easel)
    radius = _radius(made, easel)
    if radius < LEAST_RADIUS * easel.look.label:
        raise too_narrow(plan.chart.origin, said("does-not-fit.disc"))
    centre_x, centre_y = easel.size.width // 2, easel.size.height // 2
    labels = tuple(_label(text, radius, (centre_x, centre_y), easel) for text in made)
    if any(_meet(one.rect, other.rect) for at, one in enumerate(labels) for other in labels[at + 1 :]):
        raise too_narrow(plan.chart.origin, said("does-not-fit.disc-names"))
    disc = Rect(centre_x - radius, centre_y - radius, 2 * radius, 2 * radius)
    return Layout(disc, _edges(plan), labels)


def _edges(plan: Plan) -> tuple[tuple[float, float], ...]:
    values = [float(point.value) for point in plan.points]
    total = sum(values)
    return tuple(pairwise(accumulate((parts.FULL * value / total for value in values), initial=float(plan.turn))))


def _texts(plan: Plan, easel: Easel) -> tuple[_Text, ...]:
    directions = parts.middles([point.value for point in plan.points], plan.turn)
    return tuple(_text(point, radians(degrees), easel) for point, degrees in zip(plan.points, directions, strict=True))


def _text(point: PlanPoint, angle: float, easel: Easel) -> _Text:
    look, across = easel.look, sin(angle)
    measure = round(WIDEST_LABEL * easel.size.width)
    free = easel.words(point.category, look.name(look.inks.grey), measure, origin=point.origin)
    number = easel.value(point)
    measure = max(free.width + look.hairline, number.width)
    align = Align.LEFT if across >= 0 else Align.RIGHT
    name = easel.words(point.category, look.name(look.inks.grey), measure, align, origin=point.origin)
    return _Text(Named(name, number, easel.em(BELOW_NAME)), across, cos(angle))


def _radius(made: tuple[_Text, ...], easel: Easel) -> Length:
    """Return the largest radius at which all labels lie within the picture."""
    gap, size = easel.em(GAP), easel.size
    fits = [WITHIN * size.width / 2, WITHIN * size.height / 2]
    for text in made:
        width = text.named.name.composed.setting.measure
        fits.append((size.width / 2 - width) / max(abs(text.across), 0.01) - gap)
        fits.append((size.height / 2 - text.named.height / 2) / max(abs(text.up), 0.01) - gap - text.named.height / 2)
    return round(min(fits))


def _label(text: _Text, radius: Length, centre: tuple[Length, Length], easel: Easel) -> Label:
    gap, width = easel.em(GAP), text.named.name.composed.setting.measure
    near = centre[0] + round(text.across * (radius + gap))
    middle = centre[1] - round(text.up * (radius + gap + text.named.height / 2))
    right = text.across < 0
    rect = Rect(near - width if right else near, middle - text.named.height // 2, width, text.named.height)
    return Label(text.named, rect, right)


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def plot(plan: Plan, easel: Easel) -> Rect:
    """Return the disc's square."""
    return laid_out(plan, easel).disc


def _needed(radius: float, plan: Plan, easel: Easel) -> Length:
    """Return the height of a picture whose disc has at least this radius, in label sizes."""
    fault: ChartError | None = None
    height = easel.em(2 * radius)
    while height < 2 * easel.size.width:
        tried = replace(easel, size=replace(easel.size, height=height))
        try:
            if laid_out(plan, tried).disc.width >= 2 * easel.em(radius):
                return height
        except ChartError as narrow:
            fault = narrow
        height = round(height * STEP)
    raise fault or too_narrow(plan.chart.origin, said("does-not-fit.disc"))


def drawn(hole: float) -> Drawn:
    """Return how a disc is measured and drawn, or a ring about a hole of this radius."""

    def draw(plan: Plan, easel: Easel) -> tuple[Item, ...]:
        made = laid_out(plan, easel)
        canvas = Canvas(easel, made.disc, (-1, -1), (1, 1))
        for point, edges in zip(plan.points, made.edges, strict=True):
            canvas.slice(edges, hole, point.ink)
        return (*canvas.items, *(item for label in made.labels for item in label.items()))

    return Drawn(partial(_needed, LEAST_RADIUS), partial(_needed, NATURAL_RADIUS), draw)


def fill(bare: Plan) -> Plan:
    """Return the plan of parts, turned so that their labels keep clear of one another."""
    chart = bare.chart
    made = with_row(bare, bare.inks.parts(series.looked_at(chart), tuple(datum.number.use for datum in chart.data)))
    return replace(made, turn=parts.turn([point.value for point in made.points]))


RULES = (
    *honesty.COMPARED,
    honesty.one_scale,
    honesty.not_below_zero,
    scales.no_axis,
    scales.one_row,
    series.plain_rows,
    parts.same_unit,
    parts.some_parts,
    parts.no_slivers,
    parts.a_whole,
)
