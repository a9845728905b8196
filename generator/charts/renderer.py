"""matplotlib's artists, caught as plain vectors: nothing is rasterized, and no text is matplotlib's.

In: rectangles and lines, which their transforms put in points with y upwards; blocks of our own set text. Out: items in EMU, y down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.drawing import Close, LineTo, MoveTo, Path
from generator.typeset.model import Align
from generator.units import Point, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.charts.lettering import Block
    from generator.drawing import Item, Segment
    from generator.ink import Ink
    from generator.units import Length


class Renderer:
    """Collects items on a picture of this height, in the order in which they are painted."""

    def __init__(self, height: Length) -> None:
        self.items: list[Item] = []
        self._height = height

    def fill(self, artist: Any, ink: Ink) -> None:  # noqa: ANN401 - matplotlib has no types
        """Paint an artist's area."""
        self.items.append(Path((*self._outline(artist), Close()), fill=ink))

    def stroke(self, artist: Any, ink: Ink) -> None:  # noqa: ANN401 - likewise
        """Draw an artist's line, as thick as it is told there."""
        self.items.append(Path(tuple(self._outline(artist)), stroke=ink, stroke_width=pt(artist.get_linewidth())))

    def put(self, block: Block, point: Point, anchor: tuple[float, float]) -> None:
        """Put a block's anchor at a point; the anchor is in parts of its width and height, from its top left."""
        composed = block.composed
        width = block.width if composed.setting.align is Align.LEFT else composed.setting.measure
        self.items.append(block.at(point.x - round(anchor[0] * width), point.y - round(anchor[1] * block.height)))

    def point(self, x: float, y: float) -> Point:
        """Return a place given in points with y upwards."""
        return Point(pt(float(x)), self._height - pt(float(y)))

    def _outline(self, artist: Any) -> Iterator[Segment]:  # noqa: ANN401 - likewise
        """Yield the corners of an artist that has no curves; a closing one is left to the path."""
        path = artist.get_transform().transform_path(artist.get_path())
        first, *rest = (vertices for vertices, code in path.iter_segments(simplify=False) if code != path.CLOSEPOLY)
        yield MoveTo(self.point(*first))
        yield from (LineTo(self.point(*corner)) for corner in rest)
