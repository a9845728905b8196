"""Flowing text through pages: passages of set lines and a room in lines in; what stands here and what goes on out.

No single line of a paragraph stands alone at the head or the foot of a page (CLREQ, adjustments of orphans and widows; T16), and a
heading stays with the two lines that follow it (CLREQ, handling of headings; T17). Heights are whole lines of the baseline grid.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.typeset.model import Composed
from generator.units import Length

if TYPE_CHECKING:
    from generator.design.grid import PageGrid
    from generator.drawing import Item

LEAST_LINES = 2
"""So many lines of a paragraph, or of what follows a heading, stay together."""
HEADINGS = frozenset({"heading", "subheading"})


class Piece(ABC):
    """What runs through a column, with lines of space `before` (none at its head): lines of words, rows of a table, a picture."""

    __slots__ = ()
    kind: str
    origin: str
    before: int

    @property
    @abstractmethod
    def lines(self) -> int:
        """How many lines of the grid it takes."""

    @property
    def notes(self) -> tuple[Composed, ...]:
        """The notes that belong to the foot of its page."""
        return ()

    @abstractmethod
    def split(self, room: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Return what stands in so many lines, and what goes on."""


class Figured(Piece):
    """A piece that is no paragraph: it draws itself."""

    __slots__ = ()

    @abstractmethod
    def draw(self, grid: PageGrid, x: Length, line: int) -> tuple[Item, ...]:
        """Return its items from a line of the grid on."""


@dataclass(frozen=True, slots=True)
class Passage(Piece):
    """Lines `start` to `end` of a set paragraph with a left inset; `noted` are its notes, each with the line of its mark.

    An item has its `number` set, where its list has numbers, and a `depth`; `home` is the origin of what it belongs to: the item around
    it, the quotation that it goes on with.
    """

    composed: Composed
    kind: str
    origin: str
    start: int
    end: int
    before: int = 0
    inset: Length = 0
    noted: tuple[tuple[int, Composed], ...] = ()
    number: Composed | None = None
    depth: int = 0
    home: str = ""

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return self.end - self.start

    @property
    def notes(self) -> tuple[Composed, ...]:
        """Those whose marks stand in its lines."""
        return tuple(note for line, note in self.noted if self.start <= line < self.end)

    def split(self, room: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Part it where two lines are left on either side."""
        if self.lines <= room:
            return (self,), ()
        cut = min(room, self.lines - LEAST_LINES)
        if cut < LEAST_LINES:
            return (), (self,)
        middle = self.start + cut
        return (replace(self, end=middle),), (replace(self, start=middle),)


def whole(composed: Composed, kind: str, origin: str, before: int = 0, inset: Length = 0) -> Passage:
    """Return a whole paragraph as a passage."""
    return Passage(composed, kind, origin, 0, len(composed.lines), before, inset)


def height(passages: Sequence[Piece]) -> int:
    """Return the lines that passages take from the head of a column."""
    return sum(one.lines + (one.before if index else 0) for index, one in enumerate(passages))


def notes_of(passages: Sequence[Piece]) -> tuple[Composed, ...]:
    """Return the notes to passages, in order."""
    return tuple(note for one in passages for note in one.notes)


def over_pages(passages: Sequence[Piece], first: int, room: int) -> tuple[tuple[Piece, ...], ...]:
    """Return the passages of each page: `first` lines on the first, where none may stand, and `room` lines on each after it."""
    here, rest = take(passages, first)
    made = [here]
    while rest:
        here, rest = take(rest, room, fresh=True)
        made.append(here)
    return tuple(made)


def evenly(passages: Sequence[Piece], first: int, room: int) -> tuple[tuple[Piece, ...], ...]:
    """Return the passages over no more pages than they take, each filled as little as these allow."""
    made = over_pages(passages, first, room)
    for less in range(1, room // 2):
        fewer = over_pages(passages, max(0, first - less), room - less)
        if len(fewer) > len(made):
            break
        made = fewer
    return made


def take(passages: Sequence[Piece], room: int, *, fresh: bool = False) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the passages that stand in so many lines, and those that go on; none may stand when the room is short.

    A `fresh` page takes what there is: headings over headings that would fill it, and go on so for ever, part after all, and what can
    neither part nor stand in the room stands there all the same.
    """
    taken: list[Piece] = []
    left = room
    for index, passage in enumerate(passages):
        left -= passage.before if taken else 0
        head, tail = passage.split(left)
        if fresh and not head and not taken:
            head, tail = (passage,), ()
        taken += head
        if tail:
            rest = (*tail, *passages[index + 1 :])
            kept = _without_stranded(tuple(taken), rest)
            return kept if kept[0] or not fresh else (tuple(taken), rest)
        left -= passage.lines
    return tuple(taken), ()


def _without_stranded(taken: tuple[Piece, ...], rest: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Move on what may not end a column: a heading over less than two lines, a quotation without its speaker, an item before its own."""
    if taken and rest and _belongs(rest[0], taken[-1]):
        head, tail = taken[-1].split(taken[-1].lines - 1)
        return _without_stranded((*taken[:-1], *head), (*tail, *rest))
    following = 0
    for index in range(len(taken) - 1, -1, -1):
        if taken[index].kind in HEADINGS:
            return _without_stranded(taken[:index], taken[index:] + rest)
        following += taken[index].lines
        if following >= LEAST_LINES:
            break
    return taken, rest


def _belongs(piece: Piece, over: Piece) -> bool:
    """Tell whether a piece may not be parted from the one over it: a speaker, and the first item of a list in an item."""
    if not isinstance(piece, Passage) or piece.start:
        return False
    return piece.kind == "speaker" or (piece.kind == "item" and piece.depth > 0 and piece.home == over.origin)
