"""Lines, dots, stacked bars and pies drawn with matplotlib's transforms and paths on our own renderer.

In: a plan and an easel. Out: items. Where texts and marks stand is found by the kinds' own modules, for the slide needs it too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.charts import lines, pies, stacked
from generator.charts.bars import NAME_GAP
from generator.charts.draw import Canvas
from generator.charts.look import LABEL_GAP
from generator.charts.shapes.marks import circle
from generator.drawing import Box, Close, CurveTo, LineTo, MoveTo, Path
from generator.units import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.charts.draw import Pair
    from generator.charts.lettering import Block, Easel
    from generator.charts.pies import Layout
    from generator.charts.plan import Plan, PlanRow
    from generator.drawing import Item, Segment
    from generator.ink import Ink
    from generator.units import Length, Point

DASH = (8, 6)
"""The foot of an axis that does not begin at zero, in hairlines."""

LINE_PART = 0.16
"""A line's weight in label sizes."""

QUARTER = 90
"""matplotlib counts degrees from three o'clock, against the clock."""


class Plotter(Canvas):
    """A canvas that also draws lines through points and discs at them."""

    def point(self, at: Pair) -> Point:
        """Return where a value lies on the picture."""
        return self.renderer.point(*self._places.transform(at))

    def stroke(self, places: Iterable[Pair], ink: Ink, weight: Length, dash: tuple[Length, ...] = ()) -> None:
        """Draw a line through values."""
        first, *rest = (self.point(place) for place in places)
        segments: tuple[Segment, ...] = (MoveTo(first), *map(LineTo, rest))
        self.renderer.items.append(Path(segments, stroke=ink, stroke_width=weight, dash=dash))

    def over_lines(self, block: Block, at: Pair, down: Length, anchor: float) -> None:
        """Put a block over or under a value, on a ground of paper, so that no line runs through it."""
        place = self.point(at).moved(-block.width // 2, down - round(anchor * block.height))
        self.renderer.items.append(Box(Rect(place.x, place.y, block.width, block.height), fill=self._look.inks.paper))
        self.label(block, at, (0, down), (0.5, anchor))

    def disc(self, at: Pair, radius: Length, ink: Ink) -> None:
        """Paint a disc at a value."""
        self.renderer.items.append(Path(circle(self.point(at), radius), fill=ink))


def draw_lines(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    """Return points over their names, joined where the chart is a line, hung on threads where it is of dots."""
    count = len(plan.categories)
    canvas = Plotter(easel, lines.plot(plan, easel), (-0.5, 0), (count - 0.5, 1))
    look, foot = easel.look, lines.foot(plan)
    dash = tuple(part * look.hairline for part in DASH) if plan.chart.axis else ()
    canvas.stroke(((-0.5, foot), (count - 0.5, foot)), look.inks.grey, look.hairline, dash)
    for row in plan.rows:
        (_line if plan.chart.kind == "line" else _threads)(canvas, row, plan, easel)
    _letter(canvas, plan, easel)
    return canvas.items()


def _line(canvas: Plotter, row: PlanRow, plan: Plan, easel: Easel) -> None:
    """Join the points of a row; where one is missing the line breaks."""
    for stretch in _stretches(row, plan):
        if len(stretch) > 1:
            canvas.stroke(stretch, row.ink, round(LINE_PART * easel.look.label))
        for place in stretch:
            canvas.disc(place, round(lines.MARK * easel.look.label), row.ink)


def _stretches(row: PlanRow, plan: Plan) -> Iterator[list[Pair]]:
    stretch: list[Pair] = []
    for place, point in enumerate(row.points):
        if point:
            stretch.append((place, lines.part(point.value, plan)))
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _threads(canvas: Plotter, row: PlanRow, plan: Plan, easel: Easel) -> None:
    for place, point in enumerate(row.points):
        if point:
            height = lines.part(point.value, plan)
            canvas.stroke(((place, lines.foot(plan)), (place, height)), easel.look.inks.rule, easel.look.hairline)
            canvas.disc((place, height), round(lines.MARK * easel.look.label), point.ink)


def _letter(canvas: Plotter, plan: Plan, easel: Easel) -> None:
    texts, label = lines.texts(plan, easel), easel.look.label
    gap = round((lines.MARK + LABEL_GAP) * label)
    for place, name in enumerate(texts.names):
        canvas.label(name, (place, 0), (0, round(NAME_GAP * label)), (0.5, 0))
    for row, values in zip(plan.rows, texts.values, strict=True):
        for place, (point, value) in enumerate(zip(row.points, values, strict=True)):
            if point and value:
                shift, anchor = (gap, 0) if point.below else (-gap, 1)
                canvas.over_lines(value, (place, lines.part(point.value, plan)), shift, anchor)
    for row, end in zip(plan.rows, texts.ends, strict=False):
        point = row.points[-1]
        if point:
            at, top = (len(row.points) - 1, lines.part(point.value, plan)), -end.height // 2
            canvas.label(end.name, at, (gap, top), (0, 0))
            canvas.label(end.value, at, (gap, top + end.name.height + end.gap), (0, 0))


def draw_stacked(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    """Return level bars of parts with their numbers in them, names at the left, under a row that says what the parts are."""
    look, count = easel.look, len(plan.categories)
    texts, place = stacked.texts(plan, easel), stacked.plot(plan, easel)
    canvas = Plotter(easel, place, (0, count - 0.5), (float(plan.maximum), -0.5))
    thick = 100 / (100 + plan.gap)
    for at in range(count):
        start = 0.0
        for row in plan.rows:
            if point := row.points[at]:
                canvas.bar((start, at - thick / 2), (float(point.value), thick), row.ink)
                start += float(point.value)
                canvas.stroke(((start, at - thick / 2), (start, at + thick / 2)), look.inks.paper, 2 * look.hairline)
    canvas.ground((0, -0.5), (0, count - 0.5))
    for at, name in enumerate(texts.names):
        canvas.label(name, (0, at), (-round(NAME_GAP * look.label), 0), (1, 0.5))
        start = 0.0
        for row, blocks in zip(plan.rows, texts.values, strict=True):
            point, block = row.points[at], blocks[at]
            if point and block:
                canvas.label(block, (start + float(point.value) / 2, at), (0, 0), (0.5, 0.5))
                start += float(point.value)
    return (*stacked.legend_items(plan, texts, place, easel), *canvas.items())


def draw_pie(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    """Return a disc or a ring of parts, clockwise, each with its name and number beside it."""
    made = pies.laid_out(plan, easel)
    canvas = Plotter(easel, made.disc, (-1, -1), (1, 1))
    for place, point in enumerate(plan.points):
        part = Path(
            tuple(_slice(canvas, plan, made, place)),
            fill=point.ink,
            stroke=easel.look.inks.paper,
            stroke_width=2 * easel.look.hairline,
        )
        canvas.renderer.items.append(part)
    return (*canvas.items(), *(item for label in made.labels for item in label.items()))


def _slice(canvas: Plotter, plan: Plan, made: Layout, place: int) -> Iterator[Segment]:
    """Yield the outline of a part: out along its first edge, round, and in along its last; round the hole where there is one."""
    from matplotlib.path import Path as Outline  # noqa: PLC0415 - the canvas has brought in matplotlib the quiet way

    start, stop = made.edges[place]
    outer: Any = Outline.arc(QUARTER - stop, QUARTER - start).vertices
    yield from _curve(canvas, outer, first=True)
    if plan.chart.kind == "doughnut":
        yield from _curve(canvas, pies.HOLE * outer[::-1], first=False)
    else:
        yield LineTo(canvas.point((0, 0)))
    yield Close()


def _curve(canvas: Plotter, vertices: Sequence[Any], *, first: bool) -> Iterator[Segment]:
    """Yield an arc's cubic curves: a point, and three for each curve."""
    points = [canvas.point((float(x), float(y))) for x, y in vertices]
    yield MoveTo(points[0]) if first else LineTo(points[0])
    yield from (CurveTo(*points[at : at + 3]) for at in range(1, len(points), 3))
