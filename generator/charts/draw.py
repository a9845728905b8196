"""Bars and columns drawn by matplotlib on our own renderer.

In: a plan and an easel. Out: items. matplotlib maps values to places and aligns the labels; no global of it is touched (no pyplot).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.charts.bars import NAME_GAP, bar_room, bar_texts, column_frame, column_texts
from generator.charts.look import LABEL_GAP
from generator.charts.studio import figure_class
from generator.units import EMU_PER_INCH, Rect, to_pt

if TYPE_CHECKING:
    from generator.charts.lettering import Block, Easel
    from generator.charts.plan import Plan
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.units import Length

POINTS_PER_INCH = 72
"""The resolution of the canvas: a pixel is a point."""


class Canvas:
    """A figure with one bare axes, the plot's rectangle, on our renderer."""

    def __init__(self, plan: Plan, easel: Easel, plot: Rect) -> None:
        look, size, figure = easel.look, easel.size, figure_class()
        # Only now: the figure's class has brought in matplotlib the quiet way.
        from generator.charts.renderer import Renderer  # noqa: PLC0415

        self.renderer = Renderer(size, {look.rule, look.grey, *(point.ink for point in plan.points)})
        inches = (size.width / EMU_PER_INCH, size.height / EMU_PER_INCH)
        self.figure = figure(figsize=inches, dpi=POINTS_PER_INCH, frameon=False)
        foot = size.height - plot.bottom
        place = (plot.x / size.width, foot / size.height, plot.width / size.width, plot.height / size.height)
        self.axes: Any = self.figure.add_axes(place)
        self.axes.set_axis_off()

    def label(self, block: Block, at: tuple[float, float], shift: tuple[Length, Length], align: tuple[str, str]) -> None:
        """Put a block at a value, moved so far right and up, aligned horizontally and vertically."""
        from matplotlib.transforms import Affine2D  # noqa: PLC0415 - see studio

        moved = self.axes.transData + Affine2D().translate(to_pt(shift[0]), to_pt(shift[1]))
        word = self.renderer.key(block)
        self.axes.text(*at, word, ha=align[0], va=align[1], transform=moved, linespacing="normal", parse_math=False)

    def items(self) -> tuple[Item, ...]:
        """Draw, and return what was drawn."""
        self.figure.draw(self.renderer)
        return tuple(self.renderer.items)


def _hex(ink: Ink) -> str:
    return f"#{ink.hex}"


def _longest(plan: Plan) -> float:
    return float(max(point.value for point in plan.points)) or 1.0


def draw_bars(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    """Return level bars on one thin line, the first on top, names at the left, values at the right."""
    look, count = easel.look, len(plan.points)
    texts, column = bar_texts(plan, easel)
    pitch = min(easel.size.height // count, round(look.bar * (1 + plan.gap / 100)))
    left = column + round(NAME_GAP * look.label)
    top = round((easel.size.height - pitch * count) * look.above)
    canvas = Canvas(plan, easel, Rect(left, top, bar_room(texts, column, easel), pitch * count))
    canvas.axes.set_xlim(0, _longest(plan))
    canvas.axes.set_ylim(count - 0.5, -0.5)
    inks = [_hex(point.ink) for point in plan.points]
    values = [float(point.value) for point in plan.points]
    canvas.axes.plot((0, 0), (-0.5, count - 0.5), color=_hex(look.grey), linewidth=to_pt(look.hairline), clip_on=False, zorder=3)
    canvas.axes.barh(range(count), values, height=100 / (100 + plan.gap), color=inks, linewidth=0)
    for row, (value, name, printed) in enumerate(zip(values, texts.names, texts.values, strict=True)):
        canvas.label(name, (0, row), (-round(NAME_GAP * look.label), 0), ("right", "center"))
        canvas.label(printed, (value, row), (round(LABEL_GAP * look.label), 0), ("left", "center"))
    return canvas.items()


def draw_columns(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    """Return upright columns, the first at the left, names under them, values over them, on one thin ground line."""
    look, count = easel.look, len(plan.points)
    texts = column_texts(plan, easel)
    under, over = column_frame(texts, easel)
    canvas = Canvas(plan, easel, Rect(0, over, easel.size.width, easel.size.height - over - under))
    canvas.axes.set_ylim(0, _longest(plan))
    canvas.axes.set_xlim(-0.5, count - 0.5)
    inks = [_hex(point.ink) for point in plan.points]
    values = [float(point.value) for point in plan.points]
    canvas.axes.bar(range(count), values, width=100 / (100 + plan.gap), color=inks, linewidth=0)
    canvas.axes.plot((-0.5, count - 0.5), (0, 0), color=_hex(look.grey), linewidth=to_pt(look.hairline), clip_on=False, zorder=3)
    for place, (value, name, printed) in enumerate(zip(values, texts.names, texts.values, strict=True)):
        canvas.label(name, (place, 0), (0, -round(NAME_GAP * look.label)), ("center", "top"))
        canvas.label(printed, (place, value), (0, round(LABEL_GAP * look.label)), ("center", "bottom"))
    return canvas.items()
