"""matplotlib's drawing, caught as plain vectors and our own set text: nothing is rasterized, no font is opened by matplotlib.

In: what an axes draws, in points with y upwards; texts are keys of blocks that were set beforehand. Out: items in EMU, y down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.backend_bases import RendererBase
from matplotlib.path import Path as Outline

from generator.drawing import Close, CurveTo, LineTo, MoveTo, Path
from generator.typeset.model import Align
from generator.units import Point, Size, pt, to_pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.charts.lettering import Block
    from generator.drawing import Item, Segment
    from generator.ink import Ink


class Renderer(RendererBase):
    """Collects items. `inks` tells colours by their hexadecimal RGB, as the artists were given them."""

    def __init__(self, size: Size, inks: Iterable[Ink]) -> None:
        super().__init__()
        self.items: list[Item] = []
        self._size = size
        self._inks = {ink.rgb: ink for ink in inks}
        self._blocks: dict[str, Block] = {}

    def key(self, block: Block) -> str:
        """Return the word that stands for a block in matplotlib's texts."""
        word = f"block-{len(self._blocks)}"
        self._blocks[word] = block
        return word

    # What matplotlib asks and orders: names and arguments are its own.

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the picture's size in points."""
        return to_pt(self._size.width), to_pt(self._size.height)

    def points_to_pixels(self, points: Any) -> Any:  # noqa: ANN401
        """Return points as they are: the canvas has 72 pixels to an inch."""
        return points

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> tuple[float, float, float]:  # noqa: ANN401, ARG002
        """Return the box of a block; its descent is everything under the first baseline."""
        block = self._blocks[s]
        aligned = block.composed.setting.align is not Align.LEFT
        width = block.composed.setting.measure if aligned else block.width
        return to_pt(width), to_pt(block.height), to_pt(block.height - block.ascent)

    def _get_font_height_metrics(self, prop: Any) -> tuple[float, float, float]:  # noqa: ANN401, ARG002
        """Spare matplotlib the opening of a font: lines are as high as their blocks."""
        return 0.0, 0.0, 0.0

    def draw_text(self, gc: Any, x: float, y: float, s: str, *_: Any, **__: Any) -> None:  # noqa: ANN401, ARG002
        """Put a block's first baseline at this place."""
        self.items.append(self._blocks[s].on(pt(float(x)), pt(float(y))))

    def draw_path(self, gc: Any, path: Outline, transform: Any, rgbFace: Any = None) -> None:  # noqa: ANN401, N803
        """Paint a path."""
        width = gc.get_linewidth()
        stroke = self._ink(gc.get_rgb()) if width else None
        segments = tuple(self._segments(path.transformed(transform)))
        fill = None if rgbFace is None else self._ink(rgbFace)
        self.items.append(Path(segments, fill=fill, stroke=stroke, stroke_width=pt(float(width))))

    def draw_image(self, *_: Any, **__: Any) -> None:  # noqa: ANN401
        """Refuse: a chart is vectors."""
        message = "a chart holds no images"
        raise NotImplementedError(message)

    def _ink(self, color: Any) -> Ink:  # noqa: ANN401
        red, green, blue = (round(float(channel) * 255) for channel in color[:3])
        return self._inks[red, green, blue]

    def _point(self, x: float, y: float) -> Point:
        return Point(pt(float(x)), self._size.height - pt(float(y)))

    def _segments(self, path: Outline) -> Iterator[Segment]:
        for vertices, code in path.iter_segments(simplify=False):
            points = [self._point(*pair) for pair in vertices.reshape(-1, 2)]
            if code == Outline.MOVETO:
                yield MoveTo(points[0])
            elif code == Outline.LINETO:
                yield LineTo(points[0])
            elif code == Outline.CURVE4:
                yield CurveTo(points[0], points[1], points[2])
            else:
                assert code == Outline.CLOSEPOLY, "bars have no quadratic curves"
                yield Close()
