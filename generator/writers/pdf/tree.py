"""A painted page as a tree: the groups that layout built, with what each is to a reader, down to lines and shapes in operators.

In: pieces as the painter makes them, in the order of reading. Out: the page's content stream and its links. A structure element of
a tagged file is such a piece (ISO 32000-1, 14.7), so nothing that layout says of a page is lost on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.drawing import Link, Role
from generator.layout.book.page import Page
from generator.units import Rect
from generator.writers.pdf.operators import described


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link with its area on the page, y upwards."""

    link: Link
    area: Rect


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a shape, its `inside` operators that are complete in themselves; or a group, its `inside` what stands in it."""

    role: Role
    inside: str | tuple[Node, ...]
    origin: str = ""
    alt: str = ""

    @property
    def content(self) -> str:
        """Its part of the content stream; a figure's carries what it says to a reader who cannot see it."""
        shown = self.inside if isinstance(self.inside, str) else painted(self.inside)
        return described(self.alt, shown) if shown and self.alt and self.role is Role.FIGURE else shown


Node: TypeAlias = Piece | PlacedLink


@dataclass(frozen=True, slots=True)
class Sheet:
    """A painted page."""

    page: Page
    nodes: tuple[Node, ...]

    @property
    def content(self) -> bytes:
        """The content stream."""
        return painted(self.nodes).encode("ascii")

    @property
    def links(self) -> tuple[PlacedLink, ...]:
        """The links in the order of reading."""
        return tuple(_links(self.nodes))


def painted(nodes: Iterable[Node]) -> str:
    """Return the operators of nodes in their order."""
    return "\n".join(filter(None, (node.content for node in nodes if isinstance(node, Piece))))


def _links(nodes: Iterable[Node]) -> Iterator[PlacedLink]:
    for node in nodes:
        if isinstance(node, PlacedLink):
            yield node
        elif isinstance(node.inside, tuple):
            yield from _links(node.inside)
