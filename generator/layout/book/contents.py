"""Page two: what this summary is, and the contents with page numbers that lead there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import INK
from generator.design.type_scale import REPORT
from generator.document.ledger import FOLIO
from generator.document.model import Run, plain
from generator.drawing import Group, Link, Role
from generator.layout.book.bands import HANG
from generator.layout.book.compositor import BOLD, SERIF, Room, Voice, flush_right, placed
from generator.layout.book.flow import height
from generator.layout.book.prose import passages, set_down
from generator.layout.book.section import head_band
from generator.layout.book.sheet import OVER_LARGE, Mark, Sheet, accent, over, rule
from generator.layout.book.text_band import MAIN, SIDE
from generator.layout.desk import LABEL, LARGE_HEADING
from generator.units import Rect, em

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.model import RichText, Section
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.desk import Desk
    from generator.typeset.model import Composed
    from generator.units import Length

NUMBER = 2
TITLE = (Run("目录"),)
NAME = Voice(REPORT.heading_3, SERIF)
PAGE = Voice(REPORT.body, BOLD)
NAME_ROOM = Room(1, "the name", "a line of the contents")
NUMBER_COLUMN = em(REPORT.heading_3.size, 2.4)
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
    """A line of the contents: number (of a theme) or nothing, name, message under it, page, and the place it leads to."""

    number: RichText
    name: RichText
    message: RichText
    page: int
    destination: str
    ink: Ink = INK
    origin: str = ""


def contents_sheet(desk: Desk, about: Section, entries: Sequence[Entry]) -> Sheet:
    """Return page two: about this summary at the head, the contents from there to the foot."""
    columns, compositor = A4.columns(NUMBER), desk.compositor
    head = head_band(desk, about)
    flow = passages(compositor, about.text, columns.span(MAIN), INK)
    text_line = A4.first + head.least + 1
    first = text_line + height(flow) + 3
    shares = sum(_share(desk, entry) for entry in entries)
    pitch = min(MOST_PITCH, (A4.last - first) / max(1, shares))
    first = max(first, min(HANG, int(A4.last - shares * pitch)))
    if pitch < LEAST_PITCH:
        message = f"the text of `{about.name}` leaves no room for a contents of {len(entries)} lines on page {NUMBER}"
        lines = ceil((LEAST_PITCH - pitch) * shares)
        compositor.does_not_fit(message, about.origin, f"it is {lines} line{'s' * (lines > 1)} too long")
    return Sheet(
        NUMBER,
        (
            *head.draw(NUMBER, A4.first, head.least),
            *set_down(flow, columns.x(SIDE), text_line, INK),
            *_contents(desk, entries, first, max(pitch, LEAST_PITCH)),
        ),
        marks=(Mark(about.id, str(about.name)), Mark("contents", plain(TITLE), y=A4.y(first - 1))),
    )


def _contents(desk: Desk, entries: Sequence[Entry], line: int, pitch: float) -> tuple[Item, ...]:
    columns = A4.columns(NUMBER)
    title = desk.compositor.line(TITLE, LARGE_HEADING, role=Role.HEADING_1)
    steps = accumulate((_share(desk, entry) * pitch for entry in entries), initial=float(line))
    rows = tuple(_entry(desk, entry, A4.y(step)) for entry, step in zip(entries, steps, strict=False))
    return (
        accent(columns.left, over(A4.y(line), OVER_LARGE), desk.brand),
        placed(title, columns.left, A4.y(line)),
        Group(rows, role=Role.CONTENTS),
    )


def _message(desk: Desk, entry: Entry) -> Composed:
    measure = A4.columns(NUMBER).span(MAIN) - 2 * NUMBER_COLUMN
    return desk.compositor.set(entry.message, LABEL, measure, entry.origin, Role.CONTENTS_ITEM)


def _share(desk: Desk, entry: Entry) -> float:
    return 1 + SECOND_PART * (len(_message(desk, entry).lines) - 1) if entry.message else BARE_PART


def _entry(desk: Desk, entry: Entry, baseline: Length) -> Group:
    columns, compositor = A4.columns(NUMBER), desk.compositor
    x, right = columns.x(SIDE), columns.left + columns.width
    measure = columns.span(MAIN) - 2 * NUMBER_COLUMN
    name = compositor.set(entry.name, NAME, measure, entry.origin, Role.CONTENTS_ITEM)
    number = (placed(compositor.line(entry.number, NAME.inked(entry.ink), entry.origin), x, baseline),) if entry.number else ()
    page = compositor.line((Run(str(entry.page), FOLIO),), PAGE, entry.origin, Role.CONTENTS_ITEM)
    top = baseline - A4.baseline
    message = placed(_message(desk, entry), x + NUMBER_COLUMN, over(baseline, -MESSAGE_DROP)) if entry.message else None
    items = (
        rule(x, over(baseline, RULE_RISE), columns.span(MAIN)),
        *number,
        placed(compositor.fitted(name, NAME_ROOM, entry.origin), x + NUMBER_COLUMN, baseline),
        *((message,) if message else ()),
        flush_right(page, right, baseline),
        Link(Rect(x, top, columns.span(MAIN), 2 * A4.baseline), entry.destination, alt=plain(entry.name)),
    )
    return Group(items, role=Role.CONTENTS_ITEM, origin=entry.origin)
