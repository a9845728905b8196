"""Page two: what this summary is, and the contents with page numbers that lead there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.document.ledger import FOLIO
from generator.document.model import Run, plain
from generator.drawing import Group, Link, Role
from generator.layout.book.compositor import Room, flush_right, placed
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.flow import height
from generator.layout.book.ornaments import OVER_LARGE, accent, rule
from generator.layout.book.prose import passages, set_down
from generator.layout.book.section import crowding, head_band
from generator.layout.book.text_band import MAIN, SIDE
from generator.units import Rect, em

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.model import RichText, Section
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed
    from generator.units import Length

NUMBER = 2
TITLE = (Run("目录"),)
NAME_ROOM = Room(1, said("part.name"), said("room.contents-line"))
NUMBER_COLUMN = 2.4
"""What a theme's number takes before its name, in ems of the name."""
MOST_PITCH, LEAST_PITCH = 2.75, 1.75
"""Lines to an entry with a message under its name: as many as there is room for."""
RULE_RISE, MESSAGE_DROP = 1.2, 0.9
"""Lines from a name up to the rule over it, and down to its message."""
BARE_PART, SECOND_PART = 0.6, 0.3
"""An entry without a message takes this part of one with it, a second line of message so much more.

What has room at the head of its theme or section has it here: only there is a message told to be too long.
"""


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


def contents_page(compositor: Compositor, about: Section, entries: Sequence[Entry]) -> PageDraft:
    """Return page two: about this summary at the head, the contents from there to the foot."""
    grid, ink = compositor.grid, compositor.look.ink
    head = head_band(compositor, about)
    flow = passages(compositor, about.text, compositor.span(MAIN), ink)
    text_line = grid.first + head.least + 1
    first = text_line + height(flow) + 3
    shares = sum(_share(compositor, entry) for entry in entries)
    pitch = min(MOST_PITCH, (grid.last - first) / max(1, shares))
    lacking = ceil((LEAST_PITCH - pitch) * shares)
    first = max(first, min(grid.hang, int(grid.last - shares * pitch)))
    items = (
        *head.draw(NUMBER, grid.first, head.least),
        *set_down(grid, flow, grid.columns(NUMBER).x(SIDE), text_line, ink),
        *_contents(compositor, entries, first, max(pitch, LEAST_PITCH)),
        *crowding(compositor, about, height(flow), lacking, said("room.over-contents")),
    )
    marks = (Mark(about.id, str(about.name)), Mark("contents", plain(TITLE), y=grid.y(first - 1)))
    return PageDraft(NUMBER, items, marks)


def _contents(compositor: Compositor, entries: Sequence[Entry], line: int, pitch: float) -> tuple[Group, ...]:
    grid, left = compositor.grid, compositor.grid.columns(NUMBER).left
    title, baseline = compositor.line(TITLE, compositor.voices.large_heading, role=Role.HEADING_1), grid.y(line)
    steps = accumulate((_share(compositor, entry) * pitch for entry in entries), initial=float(line))
    rows = tuple(_entry(compositor, entry, grid.y(step)) for entry, step in zip(entries, steps, strict=False))
    above = accent(left, grid.over(baseline, OVER_LARGE), compositor.look.brand)
    return above, placed(title, left, baseline), Group(rows, role=Role.CONTENTS)


def _message(compositor: Compositor, entry: Entry) -> Composed:
    measure = compositor.span(MAIN) - 2 * em(compositor.voices.small_heading.style.size, NUMBER_COLUMN)
    return compositor.set(entry.message, compositor.voices.label, measure, entry.origin, Role.CONTENTS_ITEM)


def _share(compositor: Compositor, entry: Entry) -> float:
    return 1 + SECOND_PART * (len(_message(compositor, entry).lines) - 1) if entry.message else BARE_PART


def _entry(compositor: Compositor, entry: Entry, baseline: Length) -> Group:
    grid, look, voices = compositor.grid, compositor.look, compositor.voices
    columns, width, loud = grid.columns(NUMBER), compositor.span(MAIN), voices.small_heading
    indent, x, right = em(loud.style.size, NUMBER_COLUMN), columns.x(SIDE), columns.left + columns.width
    name = compositor.set(entry.name, loud, width - 2 * indent, entry.origin, Role.CONTENTS_ITEM)
    number = compositor.line(entry.number, loud.inked(entry.ink or look.ink), entry.origin)
    page = compositor.line((Run(str(entry.page), FOLIO),), voices.strong, entry.origin, Role.CONTENTS_ITEM)
    under = grid.over(baseline, -MESSAGE_DROP)
    items = (
        rule(x, grid.over(baseline, RULE_RISE), width, look.rule),
        *((placed(number, x, baseline),) if entry.number else ()),
        placed(compositor.fitted(name, NAME_ROOM, entry.origin), x + indent, baseline),
        *((placed(_message(compositor, entry), x + indent, under),) if entry.message else ()),
        flush_right(page, right, baseline),
        Link(Rect(x, baseline - grid.baseline, width, 2 * grid.baseline), entry.destination, alt=plain(entry.name)),
    )
    return Group(items, role=Role.CONTENTS_ITEM, origin=entry.origin)
