"""What a PDF is to its inspector: pages of glyphs, each with its own text, its place and its look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.diagnostics import Words
    from generator.inspection.colour import RGB
    from generator.inspection.pdf.fonts import FontReader
    from generator.statement.model import Facts, Thing

Item = TypeVar("Item")

READ_ON = 2.2
"""Ems from a baseline to the next of the same text, at most."""


BARE, ARTIFACT = -1, -2
"""What stands for a marked content id: painted outside of any tag, and as an artifact."""


class Tag(NamedTuple):
    """What painted content belongs to: its marked content id on the page (or BARE, ARTIFACT), and the language marked around it."""

    content: int = BARE
    language: str = ""


UNTAGGED = Tag()


class Char(NamedTuple):
    """A painted glyph: its own text (ToUnicode), box from the top left in points, fill, size, and the span of ActualText it is in.

    `fill` is None for a pattern; `flaw` is the key of why it cannot be seen whatever lies beneath, "" where nothing hides it.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    fill: RGB | None
    glyph: int
    font: str
    span: int
    flaw: str


class Stroke(NamedTuple):
    """Glyphs painted by one operator: from and to which of the page's they are, their baseline without rise, and their look."""

    start: int
    end: int
    baseline: float
    look: Facts


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's size in points, its glyphs in the order painted, its ActualTexts and Alts, and what of it is not read (pictures).

    `painted` is all that is painted, in its order, and `over` what lies above it (annotations); `facts` are the page's own. `tags` are
    those of what is painted, one by one; `spoken` and `nested` as a canvas has them. `elements` are those of the structure that begin here.
    """

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    actual: tuple[str, ...]
    alts: tuple[str, ...]
    unread: tuple[Words, ...]
    painted: tuple[Stroke | Thing, ...] = ()
    over: tuple[Thing, ...] = ()
    facts: Facts = ()
    tags: tuple[Tag, ...] = ()
    spoken: tuple[Tag, ...] = ()
    nested: tuple[Tag, ...] = ()
    elements: tuple[Thing, ...] = ()

    @property
    def text(self) -> str:
        """The glyphs' own text in the order painted."""
        return "".join([char.text for char in self.chars])


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF as read: pages, the content's digest, what it says of itself (titles, alternative texts), and its fonts by name.

    `entries` is all that it says of itself as a whole.
    """

    pages: tuple[PageText, ...]
    digest: str
    sayings: tuple[tuple[Words, str], ...]
    fonts: tuple[FontReader, ...]
    entries: tuple[Thing, ...] = ()


def lines(page: PageText) -> Iterator[list[Char]]:
    """Yield the glyphs of a page in pieces that read on without a break: along a line, and from a line to the next below it."""
    return pieces(page.chars, _reads_on)


def pieces(items: Iterable[Item], go_on: Callable[[Item, Item], bool]) -> Iterator[list[Item]]:
    """Yield items in pieces: a new one begins where one does not go on from the one before it."""
    piece: list[Item] = []
    for item in items:
        if piece and not go_on(piece[-1], item):
            yield piece
            piece = []
        piece.append(item)
    if piece:
        yield piece


def _reads_on(before: Char, after: Char) -> bool:
    em = max(before.size, after.size)
    below = after.baseline - before.baseline
    if abs(below) < em / 2:
        return -em / 2 <= after.left - before.right <= em
    return after.left < before.left and 0 < below < READ_ON * em and abs(after.size - before.size) < em / 20
