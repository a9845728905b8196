"""数说: the figures of the year at a glance, two columns of numbers, each in the colour of its theme."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from generator.design.grid import A4, Columns
from generator.design.palette import GREY, INK, RULE
from generator.design.type_scale import REPORT
from generator.layout.compositor import SANS, Room, Voice, placed
from generator.layout.numerals import Tone, common_size, label_of, sized
from generator.layout.section import head_band
from generator.layout.sheet import Mark, Sheet, rule
from generator.units import em, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Datum, Section
    from generator.drawing import Item
    from generator.layout.desk import Desk
    from generator.units import Length

SPAN = 6
A_PAGE = 12
"""Six rows of two are the most that still breathe."""
FIRST_ROW = 12
LABEL_ROOM = Room(2, "the label", "a figure at a glance")
LEAST_ROW = 4.5


def overview_sheets(desk: Desk, section: Section, number: int) -> tuple[Sheet, ...]:
    """Return the pages of the figures at a glance; one, unless there are more than twelve."""
    chunks = [section.figures[start : start + A_PAGE] for start in range(0, len(section.figures), A_PAGE)] or [()]
    return tuple(_sheet(desk, section, chunk, number + index, index == 0) for index, chunk in enumerate(chunks))


def _sheet(desk: Desk, section: Section, data: Sequence[Datum], number: int, first: bool) -> Sheet:  # noqa: FBT001
    head = head_band(desk, section).draw(number, A4.first, 0) if first else ()
    marks = (Mark(section.id, str(section.name)),) if first else ()
    return Sheet(number, (*head, *_grid(desk, data, number)), section.name.text, marks=marks)


def _grid(desk: Desk, data: Sequence[Datum], number: int) -> Iterator[Item]:
    columns = A4.columns(number)
    width = columns.span(SPAN)
    size = common_size(desk.compositor, data, REPORT.figures[:4], width, Tone(INK, INK))
    pitch = A4.baseline * (A4.last - FIRST_ROW + 1) // max(5, ceil(len(data) / 2))
    for index, datum in enumerate(data):
        row, column = divmod(index, 2)
        yield from _cell(desk, datum, (columns.x(SPAN * column), A4.y(FIRST_ROW) + row * pitch), (size, width))


def _cell(desk: Desk, datum: Datum, at: tuple[Length, Length], form: tuple[Length, Length]) -> tuple[Item, ...]:
    (x, top), (size, width) = at, form
    inks = desk.inks_of(datum.figure)
    sizes = [step for step in REPORT.figures if step <= size]
    figure = sized(desk.compositor, datum, sizes, width, Tone(inks.main, inks.main))
    label = desk.compositor.set(label_of(datum), Voice(REPORT.caption, SANS, GREY), width, datum.origin)
    baseline = top + em(A4.baseline, 2.6)
    return (
        rule(x, top, width, RULE),
        rule(x, top, width // 8, inks.main, pt(1.5)),
        figure.at(x, baseline),
        placed(desk.compositor.fitted(label, LABEL_ROOM, datum.origin), x, baseline + em(A4.baseline, 1.2)),
    )
