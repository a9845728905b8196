"""Bars and columns drawn by matplotlib on our own renderer.

In: a plan and an easel. Out: items. matplotlib's transforms map values to places and its artists have the shapes; no global of it is
touched (no pyplot).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.bars import NAME_GAP, bar_room, bar_texts, column_frame, column_texts
from generator.charts.look import LABEL_GAP
from generator.charts.renderer import Renderer
from generator.charts.studio import studio
from generator.units import Rect, to_pt

if TYPE_CHECKING:
    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.units import Length

THICKER = 1.25
"""Bars with height to spare grow by so much at the most."""

Pair = tuple[float, float]


class Canvas:
    """The plot's rectangle on our renderer; `first` and `last` are the values at its lower left and upper right corners."""

    def __init__(self, easel: Easel, plot: Rect, first: Pair, last: Pair) -> None:
        self.renderer = Renderer(easel.size.height)
        self._look, self._studio = easel.look, studio()
        height = easel.size.height
        corners = (to_pt(plot.x), to_pt(height - plot.bottom)), (to_pt(plot.right), to_pt(height - plot.y))
        self._places = self._studio.mapping(self._studio.box((first, last)), self._studio.box(corners))

    def bar(self, corner: Pair, size: Pair, ink: Ink) -> None:
        """Paint a bar from a corner, its width and height in values."""
        self.renderer.fill(self._studio.rectangle(corner, *size, transform=self._places), ink)

    def ground(self, start: Pair, end: Pair) -> None:
        """Draw the thin line on which bars stand."""
        width = to_pt(self._look.hairline)
        line = self._studio.line(*zip(start, end, strict=True), linewidth=width, transform=self._places)
        self.renderer.stroke(line, self._look.inks.grey)

    def label(self, block: Block, at: Pair, shift: tuple[Length, Length], anchor: Pair) -> None:
        """Put a block's anchor at a value, moved so far right and down."""
        self.renderer.put(block, self.renderer.point(*self._places.transform(at)).moved(*shift), anchor)

    def items(self) -> tuple[Item, ...]:
        """Return what was drawn."""
        return tuple(self.renderer.items)


def _longest(plan: Plan) -> float:
    return float(max(point.value for point in plan.points)) or 1.0


def draw_bars(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    """Return level bars on one thin line, the first on top, names at the left, values at the right."""
    look, count = easel.look, len(plan.points)
    texts, column = bar_texts(plan, easel)
    pitch = min(easel.size.height // count, round(THICKER * look.bar * (1 + plan.gap / 100)))
    left = column + round(NAME_GAP * look.label)
    top = round((easel.size.height - pitch * count) * look.above)
    plot = Rect(left, top, bar_room(texts, column, easel), pitch * count)
    canvas = Canvas(easel, plot, (0, count - 0.5), (_longest(plan), -0.5))
    thick = 100 / (100 + plan.gap)
    for row, point in enumerate(plan.points):
        canvas.bar((0, row - thick / 2), (float(point.value), thick), point.ink)
    canvas.ground((0, -0.5), (0, count - 0.5))
    for row, (point, name, printed) in enumerate(zip(plan.points, texts.names, texts.values, strict=True)):
        canvas.label(name, (0, row), (-round(NAME_GAP * look.label), 0), (1, 0.5))
        canvas.label(printed, (float(point.value), row), (round(LABEL_GAP * look.label), 0), (0, 0.5))
    return canvas.items()


def draw_columns(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    """Return upright columns, the first at the left, names under them, values over them, on one thin ground line."""
    look, count = easel.look, len(plan.points)
    texts = column_texts(plan, easel)
    under, over = column_frame(texts, easel)
    plot = Rect(0, over, easel.size.width, easel.size.height - over - under)
    canvas = Canvas(easel, plot, (-0.5, 0), (count - 0.5, _longest(plan)))
    thick = 100 / (100 + plan.gap)
    for place, point in enumerate(plan.points):
        canvas.bar((place - thick / 2, 0), (thick, float(point.value)), point.ink)
    canvas.ground((-0.5, 0), (count - 0.5, 0))
    for place, (point, name, printed) in enumerate(zip(plan.points, texts.names, texts.values, strict=True)):
        canvas.label(name, (place, 0), (0, round(NAME_GAP * look.label)), (0.5, 0))
        canvas.label(printed, (place, float(point.value)), (0, -round(LABEL_GAP * look.label)), (0.5, 1))
    return canvas.items()
