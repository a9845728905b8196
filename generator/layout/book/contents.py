"""What this summary is, and the contents with page numbers that lead there: on page two, or on pages of their own where they are many."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil

from generator.diagnostics import said
from generator.document.ledger import FOLIO
from generator.document.model import RichText, Run, Section, plain
from generator.drawing import Group, Link, Role
from generator.ink import Ink
from generator.layout.book.compositor import Compositor, Room, flush_right, placed
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.flow import Passage, height
from generator.layout.book.ornaments import OVER_LARGE, accent, rule
from generator.layout.book.prose import passages, set_down
from generator.layout.book.section import HeadBand, crowding, head_band
from generator.layout.book.text_band import MAIN, SIDE
from generator.typeset.model import Composed
from generator.units import Length, Rect, em

NUMBER = 2
TITLE = (Run("目录"),)
NAME_ROOM = Room(1, said("part.name"), said("room.contents-line"))
NUMBER_COLUMN = 2.4
"""What a theme's number takes before its name, in ems of the name."""
MOST_PITCH, LEAST_PITCH = 2.75, 2.4
"""Lines to an entry with a message of one line under its name: as many as there is room for, and no rule through a message."""
MOST_BARE, LEAST_BARE = 1.65, 1.5
"""Lines to an entry without a message."""
RULE_RISE, MESSAGE_DROP = 1.2, 0.9
"""Lines from a name up to the rule over it, and down to its message.

What has room at the head of its theme or section has it here: only there is a message told to be too long.
"""
OVER_TITLE = 1
"""A page of contents alone begins so many lines under its first, or lower."""


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
class About:
    """The head and the text of page two."""

    section: Section
    head: HeadBand
    flow: tuple[Passage, ...]

    @property
    def text_line(self) -> int:
        """The line on which the text begins."""
        return self.head.grid.first + self.head.least + 1

    @property
    def under(self) -> int:
        """The line on which the contents may begin under it."""
        return self.text_line + height(self.flow) + 3


def about_page(compositor: Compositor, section: Section) -> About:
    """Set what page two says of this summary."""
    flow = passages(compositor, section.text, compositor.span(MAIN), compositor.look.ink)
    return About(section, head_band(compositor, section), tuple(flow))


def own_pages(compositor: Compositor, about: About, entries: Sequence[Entry]) -> int:
    """Return how many pages the contents need for themselves: none where they stand under what page two says."""
    grid, least = compositor.grid, sum(_least(compositor, entry) for entry in entries)
    if least <= grid.last - about.under:
        return 0
    return ceil(least / (grid.lines - OVER_TITLE - _least_of_any(compositor, entries)))


def contents_pages(compositor: Compositor, about: About, entries: Sequence[Entry], own: int) -> tuple[PageDraft, ...]:
    """Return page two, about this summary, with the contents under it; or these on so many pages of their own after it."""
    grid, ink = compositor.grid, compositor.look.ink
    lacking = max(0, about.under - 3 - grid.last - 1)
    items = (
        *about.head.draw(NUMBER, grid.first, about.head.least),
        *set_down(grid, about.flow, grid.columns(NUMBER).x(SIDE), about.text_line, ink),
        *crowding(compositor, about.section, height(about.flow), lacking, said("room.page")),
    )
    marks = (Mark(about.section.id, str(about.section.name)),)
    if not own:
        listed = _listed(compositor, entries, about.under, NUMBER)
        return (PageDraft(NUMBER, (*items, *listed.items), (*marks, *listed.marks)),)
    chunks = _shared(compositor, entries, own)
    pages = (
        _listed(compositor, chunk, grid.first + OVER_TITLE, at, first_page=at == NUMBER + 1)
        for at, chunk in enumerate(chunks, NUMBER + 1)
    )
    return (PageDraft(NUMBER, items, marks), *pages)


def _shared(compositor: Compositor, entries: Sequence[Entry], pages: int) -> tuple[Sequence[Entry], ...]:
    """Return the entries of each page, as even in height as they come."""
    ends = list(accumulate(_least(compositor, entry) for entry in entries))
    cuts = [sum(end <= ends[-1] * page / pages for end in ends) for page in range(pages + 1)]
    return tuple(entries[start:end] for start, end in pairwise(cuts))


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
        return PageDraft(number, (listing,), (), TITLE)
    title, baseline = compositor.line(TITLE, compositor.voices.large_heading, role=Role.HEADING_1), grid.y(line)
    above = accent(left, grid.over(baseline, OVER_LARGE), compositor.look.marks.accent)
    items = (above, placed(title, left, baseline), listing)
    return PageDraft(number, items, (Mark("contents", plain(TITLE), y=grid.y(line - 1)),))


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


def _least_of_any(compositor: Compositor, entries: Sequence[Entry]) -> float:
    """Return the height of the tallest entry: so much of a page may stay white where it begins the next."""
    return max((_least(compositor, entry) for entry in entries), default=0)


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
