"""A painted page as a tree: the groups that layout built, with what each is to a reader, down to lines and shapes in operators.

In: pieces as the painter makes them, in the order of reading, and for a tagged file the mark of each. Out: the page's content stream
and its links. What has a mark belongs to an element of the structure, what has none is an artifact (ISO 32000-1, 14.6 to 14.8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.drawing import Link, Role
from generator.layout.book.page import Page
from generator.units import Rect
from generator.writers.pdf.operators import artifact, described, marked

if TYPE_CHECKING:
    from generator.layout.book.reading import Mark


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link with its area on the page, y upwards."""

    link: Link
    area: Rect


class Strip(NamedTuple):
    """Operators that belong together: their mark, whether they are words, and whether they bear the ends of the mark's sequence."""

    mark: Mark | None
    words: bool
    whole: bool
    content: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A line (`words`) or a shape, its `inside` operators that are complete in themselves; or a group, its `inside` what stands in it."""

    role: Role
    inside: str | tuple[Node, ...]
    origin: str = ""
    alt: str = ""
    words: bool = False
    mark: Mark | None = None

    def strips(self, *, tagged: bool) -> Iterator[Strip]:
        """Yield its parts of the content stream; a figure is one, with what it says to a reader who cannot see it."""
        if isinstance(self.inside, str):
            yield Strip(self.mark, self.words, self.words and self.mark is not None, self.inside)
        elif self.alt and self.role is Role.FIGURE:
            shown = painted(self.inside, tagged=tagged)
            yield Strip(None, words=False, whole=True, content=described(self.alt, shown) if shown else "")
        else:
            yield from _strips(self.inside, tagged=tagged)


Node: TypeAlias = Piece | PlacedLink


@dataclass(frozen=True, slots=True)
class Sheet:
    """A painted page, in a `tagged` file or not."""

    page: Page
    nodes: tuple[Node, ...]
    tagged: bool = False

    @property
    def content(self) -> bytes:
        """The content stream."""
        return painted(self.nodes, tagged=self.tagged).encode("ascii")

    @property
    def links(self) -> tuple[PlacedLink, ...]:
        """The links in the order of reading."""
        return tuple(_links(self.nodes))


def painted(nodes: Iterable[Node], *, tagged: bool) -> str:
    """Return the operators of nodes in their order; in a tagged file neighbours of one mark as one sequence, all else as artifacts."""
    strips = [strip for strip in _strips(nodes, tagged=tagged) if strip.content]
    if not tagged:
        return _joined(strips)
    return "\n".join(_ended(list(group)) for _, group in groupby(strips, key=lambda strip: strip[:3]))


def _ended(strips: list[Strip]) -> str:
    """Return strips of one kind between the ends of their sequence, where they do not bear them."""
    mark, words, whole, _ = strips[0]
    shown = _joined(strips)
    if whole:
        return shown
    return marked(mark.role.value, mark.number, shown) if mark else artifact(shown, furniture=words)


def _joined(strips: Iterable[Strip]) -> str:
    return "\n".join([strip.content for strip in strips])


def _strips(nodes: Iterable[Node], *, tagged: bool) -> Iterator[Strip]:
    for node in nodes:
        if isinstance(node, Piece):
            yield from node.strips(tagged=tagged)


def _links(nodes: Iterable[Node]) -> Iterator[PlacedLink]:
    for node in nodes:
        if isinstance(node, PlacedLink):
            yield node
        elif isinstance(node.inside, tuple):
            yield from _links(node.inside)
