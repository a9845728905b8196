"""数说: the figures of the year at a glance, two columns of numbers, each in the colour of its theme."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import INK, RULE
from generator.design.type_scale import REPORT
from generator.layout.compositor import SANS, Room, Voice, placed
from generator.layout.desk import LABEL as QUIET_LABEL
from generator.layout.flow import height
from generator.layout.numerals import Tone, common_size, sized
from generator.layout.prose import passages, set_down
from generator.layout.section import head_band
from generator.layout.sheet import Mark, Sheet, over, rule
from generator.layout.text_band import MAIN, SIDE
from generator.units import pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Datum, Section
    from generator.drawing import Item
    from generator.layout.desk import Desk
    from generator.units import Length

SPAN = 6
A_PAGE = 12
"""Six rows of two are the most that still breathe."""
NUMBER_DROP, LABEL_DROP = 2.6, 1.3
"""Lines from a row's rule down to its numbers, and from them to their labels."""
LEAST_ROW = 5
"""Lines to a row of figures."""
COLOURED = 8
"""An eighth of the rule over a figure has its theme's colour."""
LEAST_ROWS = 4
"""Few figures stand as if there were so many rows."""
LABEL = Voice(REPORT.body, SANS, INK)
LABEL_ROOM = Room(2, "the label", "a figure at a glance")


def overview_sheets(desk: Desk, section: Section, number: int) -> tuple[Sheet, ...]:
    """Return the pages of the figures at a glance: one, or the odd number that more than twelve take, so that themes open left."""
    pages = max(1, ceil(len(section.figures) / A_PAGE))
    pages += 1 - pages % 2
    share = ceil(len(section.figures) / pages)
    chunks = [section.figures[index * share : (index + 1) * share] for index in range(pages)]
    first = _opening(desk, section, chunks[0], number)
    return (first, *(_sheet(desk, section, chunk, number + index) for index, chunk in enumerate(chunks[1:], 1)))


def _opening(desk: Desk, section: Section, data: Sequence[Datum], number: int) -> Sheet:
    """Return the first page: head and words, then the grid in what is left."""
    columns, head = A4.columns(number), head_band(desk, section)
    line = A4.first + head.least + 1
    flow = passages(desk.compositor, section.text, columns.span(MAIN), INK)
    start = line + height(flow) + (2 if flow else 1)
    rows = ceil(len(data) / 2)
    if data and A4.last - start + 1 < rows * LEAST_ROW:
        lines = ceil(rows * LEAST_ROW - (A4.last - start + 1))
        message = f"the text of `{section.name}` leaves no room for {len(data)} figures under it"
        desk.compositor.does_not_fit(message, section.origin, f"it is {lines} line{'s' * (lines > 1)} too long")
        start = A4.last + 1 - ceil(rows * LEAST_ROW)
    items = (
        *head.draw(number, A4.first, head.least),
        *set_down(flow, columns.x(SIDE), line, INK),
        *_grid(desk, data, number, start),
    )
    return Sheet(number, items, marks=(Mark(section.id, str(section.name)),))


def _sheet(desk: Desk, section: Section, data: Sequence[Datum], number: int) -> Sheet:
    return Sheet(number, tuple(_grid(desk, data, number, A4.first)), section.name.text)


def _grid(desk: Desk, data: Sequence[Datum], number: int, line: int) -> Iterator[Item]:
    """Yield the figures in two columns from a line down to the foot, all digits of one size where they fit."""
    columns = A4.columns(number)
    width = columns.span(SPAN)
    size = common_size(desk.compositor, data, REPORT.figures[:4], width)
    pitch = A4.baseline * (A4.last - line + 1) // max(LEAST_ROWS, ceil(len(data) / 2))
    for index, datum in enumerate(data):
        row, column = divmod(index, 2)
        yield from _cell(desk, datum, (columns.x(SPAN * column), A4.y(line) + row * pitch), (size, width))


def _cell(desk: Desk, datum: Datum, at: tuple[Length, Length], form: tuple[Length, Length]) -> tuple[Item, ...]:
    (x, top), (size, width) = at, form
    inks = desk.inks_of(datum.figure)
    sizes = [step for step in REPORT.figures if step <= size]
    figure = sized(desk.compositor, datum, sizes, width, Tone(inks.main, inks.main))
    label = desk.compositor.set(datum.label, LABEL, width, datum.origin)
    period = desk.compositor.set(datum.period, QUIET_LABEL, width, datum.origin)
    baseline = over(top, -NUMBER_DROP)
    under = over(baseline, -LABEL_DROP)
    return (
        rule(x, top, width, RULE),
        rule(x, top, width // COLOURED, inks.main, pt(1.5)),
        figure.at(x, baseline),
        placed(desk.compositor.fitted(label, LABEL_ROOM, datum.origin), x, under),
        placed(period, x, under + label.height),
    )
