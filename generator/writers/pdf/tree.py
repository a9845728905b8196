"""A painted page as a tree: the groups that layout built, with what each is to a reader, down to lines and shapes in operators.

In: pieces as the painter makes them, in the order of reading, and for a tagged file the mark of each. Out: the page's content stream
and its links. What has a mark belongs to an element of the structure, what has none is an artifact (ISO 32000-1, 14.6 to 14.8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import NamedTuple, TypeAlias

from generator.drawing import Link, Role
from generator.layout.book.page import Page
from generator.layout.book.reading import Mark
from generator.units import Rect
from generator.writers.pdf.operators import artifact, described, tagged


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link with its area on the page, y upwards."""

    link: Link
    area: Rect


class Strip(NamedTuple):
    """Operators that belong together: of so many things painted, whether they are words, and the operators."""

    things: int
    words: bool
    content: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A line (`words`) or a shape, its `inside` operators that are complete in themselves; or a group, its `inside` what stands in it."""

    role: Role
    inside: str | tuple[Node, ...]
    origin: str = ""
    alt: str = ""
    words: bool = False

    def strips(self) -> Iterator[Strip]:
        """Yield its parts of the content stream; a figure is one, with what it says to a reader who cannot see it."""
        if isinstance(self.inside, str):
            yield Strip(1, self.words, self.inside)
        elif self.alt and self.role is Role.FIGURE:
            made = list(_strips(self.inside))
            shown = _joined(made)
            yield Strip(sum(one.things for one in made), words=False, content=described(self.alt, shown) if shown else "")
        else:
            yield from _strips(self.inside)


Node: TypeAlias = Piece | PlacedLink


@dataclass(frozen=True, slots=True)
class Sheet:
    """A painted page; `marks` has one for each thing painted, or none at all where the file is not tagged."""

    page: Page
    nodes: tuple[Node, ...]
    marks: tuple[Mark | None, ...] | None = None

    @property
    def content(self) -> bytes:
        """The content stream."""
        strips = _strips(self.nodes)
        return (_joined(strips) if self.marks is None else _marked(strips, self.marks)).encode("ascii")

    @property
    def links(self) -> tuple[PlacedLink, ...]:
        """The links in the order of reading."""
        return tuple(_links(self.nodes))


def _strips(nodes: Iterable[Node]) -> Iterator[Strip]:
    for node in nodes:
        if isinstance(node, Piece):
            yield from node.strips()


def _joined(strips: Iterable[Strip]) -> str:
    return "\n".join(filter(None, (strip.content for strip in strips)))


def _marked(strips: Iterable[Strip], marks: Iterable[Mark | None]) -> str:
    """Return the operators, what has one mark between the ends of one sequence, and all else as artifacts."""
    rest = iter(marks)
    owned = [(next(iter([*islice(rest, strip.things)]), None), strip) for strip in strips]
    pieces = []
    for (mark, words), group in groupby((one for one in owned if one[1].content), key=_owner):
        shown = _joined(strip for _, strip in group)
        pieces.append(tagged(mark.role.value, mark.number, shown) if mark else artifact(shown, furniture=words))
    return "\n".join(pieces)


def _owner(owned: tuple[Mark | None, Strip]) -> tuple[Mark | None, bool]:
    """Return what parts marked content from its neighbour: the mark, or of an artifact whether it is words."""
    mark, strip = owned
    return mark, mark is None and strip.words


def _links(nodes: Iterable[Node]) -> Iterator[PlacedLink]:
    for node in nodes:
        if isinstance(node, PlacedLink):
            yield node
        elif isinstance(node.inside, tuple):
            yield from _links(node.inside)
