"""Flowing text through pages: passages of set lines and a room in lines in; what stands here and what goes on out.

No single line of a paragraph stands alone at the head or the foot of a page (CLREQ, adjustments of orphans and widows; T16), and a
heading stays with the two lines that follow it (CLREQ, handling of headings; T17). Heights are whole lines of the baseline grid.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.typeset.model import Composed
from generator.units import Length

LEAST_LINES = 2
"""So many lines of a paragraph, or of what follows a heading, stay together."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines `start` to `end` of a set paragraph, with lines of space before (none at the head of a column) and a left inset."""

    composed: Composed
    kind: str
    origin: str
    start: int
    end: int
    before: int = 0
    inset: Length = 0

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return self.end - self.start


def whole(composed: Composed, kind: str, origin: str, before: int = 0, inset: Length = 0) -> Passage:
    """Return a whole paragraph as a passage."""
    return Passage(composed, kind, origin, 0, len(composed.lines), before, inset)


def height(passages: Sequence[Passage]) -> int:
    """Return the lines that passages take from the head of a column."""
    return sum(one.lines + (one.before if index else 0) for index, one in enumerate(passages))


def over_pages(passages: Sequence[Passage], first: int, room: int) -> tuple[tuple[Passage, ...], ...]:
    """Return the passages of each page: `first` lines on the first, where none may stand, and `room` lines on each after it."""
    here, rest = take(passages, first)
    made = [here]
    while rest:
        here, rest = take(rest, room, fresh=True)
        made.append(here)
    return tuple(made)


def evenly(passages: Sequence[Passage], first: int, room: int) -> tuple[tuple[Passage, ...], ...]:
    """Return the passages over no more pages than they take, each filled as little as these allow."""
    made = over_pages(passages, first, room)
    for less in range(1, room // 2):
        fewer = over_pages(passages, max(0, first - less), room - less)
        if len(fewer) > len(made):
            break
        made = fewer
    return made


def take(passages: Sequence[Passage], room: int, *, fresh: bool = False) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Return the passages that stand in so many lines, and those that go on; none may stand when the room is short.

    A `fresh` page takes what there is: headings over headings that would fill it, and go on so for ever, part after all.
    """
    taken: list[Passage] = []
    left = room
    for index, passage in enumerate(passages):
        left -= passage.before if taken else 0
        head, tail = _split(passage, left)
        taken += head
        if tail:
            rest = (*tail, *passages[index + 1 :])
            kept = _without_stranded_heading(tuple(taken), rest)
            return kept if kept[0] or not fresh else (tuple(taken), rest)
        left -= passage.lines
    return tuple(taken), ()


def _split(passage: Passage, room: int) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    if passage.lines <= room:
        return (passage,), ()
    cut = min(room, passage.lines - LEAST_LINES)
    if cut < LEAST_LINES:
        return (), (passage,)
    middle = passage.start + cut
    return (replace(passage, end=middle),), (replace(passage, start=middle),)


def _without_stranded_heading(
    taken: tuple[Passage, ...], rest: tuple[Passage, ...]
) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    following = 0
    for index in range(len(taken) - 1, -1, -1):
        if taken[index].kind == "heading":
            return _without_stranded_heading(taken[:index], taken[index:] + rest)
        following += taken[index].lines
        if following >= LEAST_LINES:
            break
    return taken, rest
