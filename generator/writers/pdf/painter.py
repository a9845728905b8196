"""A page's items as a tree of painted pieces: in their order, since the order of items is the order of reading.

In: the items of a page. Out: its tree, group for group; a cell with nothing in it is a cell all the same. A group is moved
by arithmetic: the stream needs no saved states, and neither does a link.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING

from generator.design.press import THIN_LINE
from generator.drawing import Box, Disc, Group, Image, Item, Link, Path, Role
from generator.layout.book.copying import Part, parts
from generator.layout.book.outlines import outline
from generator.writers.pdf.images import Images
from generator.writers.pdf.operators import numbers
from generator.writers.pdf.paths import Frame, rectangle, trace
from generator.writers.pdf.pen import Pen
from generator.writers.pdf.text import show
from generator.writers.pdf.tree import Node, Piece, PlacedLink, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.layout.book.page import Page
    from generator.layout.book.reading import Mark
    from generator.writers.pdf.fonts import Typefaces
    from generator.writers.pdf.purpose import Purpose


@dataclass(slots=True)
class Painter:
    """Paints the pages of one file with its faces and for its purpose, and takes note of the pictures that they show."""

    faces: Typefaces
    purpose: Purpose
    images: Images = field(default_factory=Images)

    def paint(self, page: Page, marks: Iterable[Mark | None] = repeat(None)) -> Sheet:
        """Return a page's tree, each line and shape under the next of the marks.

        The pen starts anew on each page, as the graphics state does.
        """
        pen = Pen(self.purpose.colour, self.purpose.overprints)
        return Sheet(page, self._nodes(page.items, Frame(page.size.height), pen, iter(marks)), self.purpose.tagged)

    def _nodes(self, items: Sequence[Item], frame: Frame, pen: Pen, marks: Iterator[Mark | None]) -> tuple[Node, ...]:
        return tuple(self._node(part, frame, pen, marks) for part in parts(items))

    def _node(self, part: Part, frame: Frame, pen: Pen, marks: Iterator[Mark | None]) -> Node:
        if isinstance(part, list):
            mark = next(marks)
            return Piece(part[0].role, show(part, frame, self.faces, pen, mark), part[0].origin, words=True, mark=mark)
        if isinstance(part, Group):
            return Piece(part.role, self._nodes(part.items, frame.moved(part.at), pen, marks), part.origin, part.alt)
        if isinstance(part, Link):
            return PlacedLink(part, frame.area(part.rect))
        shown = self._image(part, frame, pen) if isinstance(part, Image) else _shape(part, frame, pen)
        return Piece(Role.ARTIFACT, shown, part.origin, mark=next(marks))

    def _image(self, image: Image, frame: Frame, pen: Pen) -> str:
        """Return a picture in its rectangle; it hides what lies under it on every plate."""
        area = frame.area(image.rect)
        place = numbers((area.width, 0, 0, area.height, area.x, area.y))
        return "\n".join([*pen.over((), thin=False), f"q {place} cm /{self.images.name(image.pixels)} Do Q"])


def _shape(item: Path | Box | Disc, frame: Frame, pen: Pen) -> str:
    stroked = item.stroke is not None and item.stroke_width > 0
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}.get((item.fill is not None, stroked))
    if paint and item.fill and isinstance(item, Path) and item.evenodd:
        paint += "*"
    if paint is None:
        return ""
    over = pen.over(filter(None, (item.fill, item.stroke if stroked else None)), thin=_is_thin(item))
    inks = [*over, *(pen.fill(item.fill) if item.fill else ()), *(pen.stroke(item) if stroked else ())]
    return "\n".join([*inks, _outline(item, frame), paint])


def _is_thin(item: Path | Box | Disc) -> bool:
    """Tell whether a shape is a line: a stroke as thin as one, or a box that is as low or as narrow."""
    if item.fill is None:
        return item.stroke_width <= THIN_LINE
    return isinstance(item, Box) and min(item.rect.width, item.rect.height) <= THIN_LINE and item.stroke is None


def _outline(item: Path | Box | Disc, frame: Frame) -> str:
    if isinstance(item, Box) and not item.radius:
        return rectangle(item.rect, frame)
    return trace(outline(item), frame)
