"""A page's items as a content stream: painted in their order, since the order of items is the order of reading.

In: the items of a page. Out: its pieces, each the operators of one line or shape with the role that it plays, and its links with
their places on the page. A group is moved by arithmetic: the stream needs no saved states, and neither does a link.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.drawing import Box, Disc, Group, Link, Path, Role, TextRun
from generator.writers.pdf.operators import described
from generator.writers.pdf.paths import Frame, ellipse, rectangle, trace
from generator.writers.pdf.pen import Pen
from generator.writers.pdf.text import continues, show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.drawing import Item
    from generator.layout.book.page import Page
    from generator.units import Rect
    from generator.writers.pdf.colour import Colour
    from generator.writers.pdf.fonts import Typefaces


@dataclass(frozen=True, slots=True)
class Piece:
    """Operators that belong to one role, complete in themselves: they can be marked as content or as artifact."""

    operators: str
    role: Role
    origin: str


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link with its area on the page, y upwards."""

    link: Link
    area: Rect


@dataclass(frozen=True, slots=True)
class Sheet:
    """A painted page."""

    page: Page
    pieces: tuple[Piece, ...]
    links: tuple[PlacedLink, ...]

    @property
    def content(self) -> bytes:
        """The content stream."""
        return "\n".join(piece.operators for piece in self.pieces).encode("ascii")


@dataclass(slots=True)
class Painter:
    """Paints the pages of one file with its faces and its way to name colours."""

    faces: Typefaces
    colour: Colour

    def paint(self, page: Page) -> Sheet:
        """Return a page's content and links. The pen starts anew on each page, as the graphics state does."""
        links: list[PlacedLink] = []
        pen = Pen(self.colour)
        pieces = tuple(piece for piece in self._pieces(page.items, Frame(page.size.height), pen, links) if piece.operators)
        return Sheet(page, pieces, tuple(links))

    def _pieces(self, items: Sequence[Item], frame: Frame, pen: Pen, links: list[PlacedLink]) -> Iterator[Piece]:
        for part in _lines(items):
            if isinstance(part, list):
                shown = show(part, frame, self.faces, pen)
                yield Piece(shown, part[0].role, part[0].origin)
            elif isinstance(part, Group):
                inside = self._pieces(part.items, frame.moved(part.at), pen, links)
                yield from (_figure(part, inside),) if part.role is Role.FIGURE and part.alt else inside
            elif isinstance(part, Link):
                links.append(PlacedLink(part, frame.area(part.rect)))
            else:
                yield Piece(_shape(part, frame, pen), Role.ARTIFACT, part.origin)


def _figure(group: Group, pieces: Iterator[Piece]) -> Piece:
    """Return a figure as one piece that carries its alternative text: what is inside it is no structure of its own."""
    shown = "\n".join(piece.operators for piece in pieces if piece.operators)
    return Piece(described(group.alt, shown) if shown else "", Role.FIGURE, group.origin)


def _lines(items: Sequence[Item]) -> Iterator[list[TextRun] | Path | Box | Disc | Link | Group]:
    """Yield the items, runs that go on with one line gathered into a list."""
    line: list[TextRun] = []
    for item in items:
        if line and not (isinstance(item, TextRun) and continues(line[-1], item)):
            yield line
            line = []
        if isinstance(item, TextRun):
            line.append(item)
        else:
            yield item
    if line:
        yield line


def _shape(item: Path | Box | Disc, frame: Frame, pen: Pen) -> str:
    stroked = item.stroke is not None and item.stroke_width > 0
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}.get((item.fill is not None, stroked))
    if paint is None:
        return ""
    inks = [*(pen.fill(item.fill) if item.fill else ()), *(pen.stroke(item) if stroked else ())]
    return "\n".join([*inks, _outline(item, frame), paint])


def _outline(item: Path | Box | Disc, frame: Frame) -> str:
    if isinstance(item, Path):
        return trace(item.segments, frame)
    if isinstance(item, Box):
        return rectangle(item.rect, item.radius, frame)
    return ellipse(item.rect, frame)
