"""The contents with page numbers that lead there: under what this summary is, and on pages of their own where they are many."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, count
from typing import TYPE_CHECKING

from generator.design.grid import MAIN, SIDE
from generator.diagnostics import said
from generator.document.ledger import FOLIO
from generator.document.model import RichText, Run, plain
from generator.drawing import Group, Link, Role
from generator.layout.book.compositor import Compositor, Room, flush_right, placed
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.ornaments import OVER_LARGE, accent, rule
from generator.units import Length, Rect, em

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.ink import Ink
    from generator.layout.book.about import About
    from generator.typeset.model import Composed

TITLE = (Run("目录"),)
NAME_ROOM = Room(1, said("part.name"), said("room.contents-line"))
NUMBER_COLUMN = 2.4
"""What a theme's number takes before its name, in ems of the name."""
MOST_PITCH, LEAST_PITCH = 4.5, 2.4
"""Lines to an entry with a message of one line under its name: as many as there is room for, and no rule through a message."""
MOST_BARE, LEAST_BARE = 2.5, 1.5
"""Lines to an entry without a message."""
RULE_RISE, MESSAGE_DROP = 1.2, 0.9
"""Lines from a name up to the rule over it, and down to its message.

What has room at the head of its theme or section has it here: only there is a message told to be too long.
"""
OVER_TITLE = 1
"""A page of contents alone begins so many lines under its first, or lower."""
EVENLY = 40
"""Pages are filled in steps of this part of their room, as even as they come."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: number (of a theme) or nothing, name, message under it, page, the place it leads to, its theme's ink."""

    number: RichText
    name: RichText
    message: RichText
    page: int
    destination: str
    ink: Ink | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """How the contents are shown: under what stands on the last page before, and on so many pages after it, each entry so tall."""

    entries: tuple[Entry, ...]
    own: int

    def at(self, pages: Sequence[int]) -> Listing:
        """Return the same contents leading to these pages."""
        return replace(self, entries=tuple(replace(entry, page=page) for entry, page in zip(self.entries, pages, strict=True)))


def listing(compositor: Compositor, about: About, entries: Sequence[Entry], opens: Callable[[int], bool]) -> Listing:
    """Return the contents on the fewest pages of their own after which the themes open left, which `opens` tells of their number.

    Where they are many for these, the sections' summaries go first, then the themes'; what is left stands in the room there is.
    """
    for own in count():
        if opens(own) and (fitting := next(filter(partial(_fits, compositor, about, own), _briefer(entries)), None)):
            return Listing(tuple(fitting), own)
    raise AssertionError  # pragma: no cover - any number of entries has room on as many pages


def _briefer(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """Yield the entries as they are, with the summaries of themes alone, and with none."""
    yield entries
    yield [entry if entry.number else replace(entry, message=()) for entry in entries]
    yield [replace(entry, message=()) for entry in entries]


def _rooms(compositor: Compositor, about: About, own: int) -> tuple[int, ...]:
    """Return the lines that contents have on each page: those that run on begin under no more words than half a page."""
    grid = compositor.grid
    under = grid.last - about.under
    return (under if under >= grid.lines // 2 or not own else 0, *(grid.lines - OVER_TITLE for _ in range(own)))


def _fits(compositor: Compositor, about: About, own: int, entries: Sequence[Entry]) -> bool:
    """Tell whether entries have room under what is said of this summary and on so many pages more."""
    return bool(_parted(compositor, entries, _rooms(compositor, about, own), 1.0))


def _parted(compositor: Compositor, entries: Sequence[Entry], rooms: Sequence[int], part: float) -> tuple[tuple[Entry, ...], ...]:
    """Return the entries of each page where no more than this part of each is filled; nothing where they need more."""
    rest, made = list(entries), list[tuple[Entry, ...]]()
    for room in rooms:
        ends = accumulate(_least(compositor, entry) for entry in rest)
        taken = sum(end <= room * part for end in ends)
        made.append(tuple(rest[:taken]))
        rest = rest[taken:]
    return () if rest else tuple(made)


def contents_pages(compositor: Compositor, about: About, shown: Listing) -> tuple[PageDraft, ...]:
    """Return page two and on: what this summary is, the contents under it, and their further pages, evenly filled."""
    grid, rooms = compositor.grid, _rooms(compositor, about, shown.own)
    parts = (step / EVENLY for step in range(1, EVENLY + 1))
    chunks = next(filter(None, (_parted(compositor, shown.entries, rooms, part) for part in parts)))
    *words, last = about.drafts
    made, begun = [*words], False
    for at, (draft, chunk) in enumerate(zip((last, *(None for _ in range(shown.own))), chunks, strict=True), last.number):
        first = about.under if draft else grid.first + OVER_TITLE
        more = _listed(compositor, chunk, first, at, first_page=not begun) if chunk else PageDraft(at, ())
        begun = begun or bool(chunk)
        made.append(replace(draft, items=(*draft.items, *more.items), marks=(*draft.marks, *more.marks)) if draft else more)
    return tuple(made)


def _listed(compositor: Compositor, entries: Sequence[Entry], first: int, number: int, *, first_page: bool = True) -> PageDraft:
    """Return entries on a page from a line or lower, under the word that says what they are."""
    grid, left = compositor.grid, compositor.grid.columns(number).left
    least = [_least(compositor, entry) for entry in entries]
    most = [_most(compositor, entry) for entry in entries]
    room = grid.last - first
    part = min(1.0, max(0.0, (room - sum(least)) / ((sum(most) - sum(least)) or 1)))
    tall = [low + part * (high - low) for low, high in zip(least, most, strict=True)]
    line = max(first, min(grid.hang, int(grid.last - sum(tall))))
    steps = accumulate(tall, initial=float(line))
    rows = tuple(_entry(compositor, entry, number, grid.y(step)) for entry, step in zip(entries, steps, strict=False))
    listing = Group(rows, role=Role.CONTENTS)
    if not first_page:
        return PageDraft(number, (listing,), (), TITLE, quiet=line == grid.hang)
    title, baseline = compositor.line(TITLE, compositor.voices.large_heading, role=Role.HEADING_1), grid.y(line)
    above = accent(left, grid.over(baseline, OVER_LARGE), compositor.look.marks.accent)
    items = (above, placed(title, left, baseline), listing)
    return PageDraft(number, items, (Mark("contents", plain(TITLE), y=grid.y(line - 1)),), quiet=line == grid.hang)


def _message(compositor: Compositor, entry: Entry) -> Composed:
    measure = compositor.span(MAIN) - 2 * em(compositor.voices.small_heading.style.size, NUMBER_COLUMN)
    return compositor.set(entry.message, compositor.voices.label, measure, entry.origin, Role.CONTENTS_ITEM)


def _least(compositor: Compositor, entry: Entry) -> float:
    return LEAST_PITCH + _more(compositor, entry) if entry.message else LEAST_BARE


def _most(compositor: Compositor, entry: Entry) -> float:
    return MOST_PITCH + _more(compositor, entry) if entry.message else MOST_BARE


def _more(compositor: Compositor, entry: Entry) -> float:
    """Return the lines of the grid that a message takes beyond its first."""
    message = _message(compositor, entry)
    return (message.height - message.setting.leading) / compositor.grid.baseline


def _entry(compositor: Compositor, entry: Entry, page: int, baseline: Length) -> Group:
    grid, look, voices = compositor.grid, compositor.look, compositor.voices
    columns, width, loud = grid.columns(page), compositor.span(MAIN), voices.small_heading
    indent, x, right = em(loud.style.size, NUMBER_COLUMN), columns.x(SIDE), columns.left + columns.width
    name = compositor.set(entry.name, loud, width - 2 * indent, entry.origin, Role.CONTENTS_ITEM)
    number = compositor.line(entry.number, loud.inked(entry.ink or look.ink), entry.origin)
    folio = compositor.line((Run(str(entry.page), FOLIO),), voices.strong, entry.origin, Role.CONTENTS_ITEM)
    under = grid.over(baseline, -MESSAGE_DROP)
    items = (
        rule(x, grid.over(baseline, RULE_RISE), width, look.rule),
        *((placed(number, x, baseline),) if entry.number else ()),
        placed(compositor.fitted(name, NAME_ROOM, entry.origin), x + indent, baseline),
        *((placed(_message(compositor, entry), x + indent, under),) if entry.message else ()),
        flush_right(folio, right, baseline),
        Link(Rect(x, baseline - grid.baseline, width, 2 * grid.baseline), entry.destination, alt=plain(entry.name)),
    )
    return Group(items, role=Role.CONTENTS_ITEM, origin=entry.origin)
