"""数说: the figures of the year at a glance, a shelf for each theme: its name at the side, its numbers beside it in its colour."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import INK, PLAIN, RULE, theme_inks
from generator.design.type_scale import REPORT
from generator.document.model import plain
from generator.drawing import Role
from generator.layout.book.bands import HANG
from generator.layout.book.compositor import SANS, Room, Voice, placed
from generator.layout.book.flow import height
from generator.layout.book.numerals import Tone, common_size, noun_lines, sized
from generator.layout.book.prose import passages, set_down
from generator.layout.book.section import head_band
from generator.layout.book.sheet import Mark, Sheet, over, rule
from generator.layout.book.text_band import MAIN, SIDE
from generator.layout.desk import LABEL as QUIET_LABEL
from generator.layout.desk import SMALL_HEADING
from generator.units import em, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Datum, RichText, Section, Theme
    from generator.drawing import Item
    from generator.layout.desk import Desk
    from generator.typeset.model import Composed
    from generator.units import Length

ACROSS = 2
"""Figures side by side in the text's columns: name, figure, figure stand four columns apart."""
MOST_ROWS = 8
"""More rows than these no longer breathe on a page."""
LEAST_PITCH, MOST_PITCH = 4.0, 7.0
"""Lines to a row of figures."""
FEW_ROWS, FEW_PITCH = 3, 9.0
"""So few rows are set large, and hang from the line of an opener's message."""
ABOVE_DIGITS, LABEL_DROP, BELOW = 0.65, 1.3, 1.1
"""Lines from a rule down to the digits' heads, from their baseline to the label, from its last line past the period."""
DIGIT_HEIGHT = 0.74
"""The height of digits in their size."""
NUMBER_COLUMN = em(REPORT.heading_3.size, 2.4)
COLOURED = mm(9)
"""So much of the rule over a shelf has its theme's colour."""
LABEL = Voice(REPORT.body, SANS, INK)
LABEL_ROOM = Room(2, "the label", "a figure at a glance")
NAME_ROOM = Room(2, "the name of the theme", "the figures at a glance")


@dataclass(frozen=True, slots=True)
class Row:
    """Figures side by side, their theme if they have one, and whether a shelf begins with them."""

    data: tuple[Datum, ...]
    theme: Theme | None
    begins: bool


def overview_sheets(desk: Desk, section: Section, number: int) -> tuple[Sheet, ...]:
    """Return the pages of the figures at a glance: one, or the odd number that many rows take, so that themes open left."""
    rows = tuple(_rows(desk, section.figures))
    pages = max(1, ceil(len(rows) / MOST_ROWS))
    pages += 1 - pages % 2
    share = ceil(len(rows) / pages)
    chunks = [rows[index * share : (index + 1) * share] for index in range(pages)]
    first = _opening(desk, section, chunks[0], number)
    return (first, *(_sheet(desk, section, chunk, number + index) for index, chunk in enumerate(chunks[1:], 1)))


def _rows(desk: Desk, data: Sequence[Datum]) -> Iterator[Row]:
    """Yield the figures by theme, the themes in the order in which the figures name them first."""
    themes = {plain(theme.name.text): theme for theme in desk.report.themes}
    homes = {row.figure: plain(table.name.text) for table in desk.report.tables for row in table.rows if table.color}
    shelves: dict[str, list[Datum]] = {}
    for datum in data:
        shelves.setdefault(homes.get(datum.figure, ""), []).append(datum)
    for name, shelf in shelves.items():
        for start in range(0, len(shelf), ACROSS):
            yield Row(tuple(shelf[start : start + ACROSS]), themes.get(name), start == 0)


def _opening(desk: Desk, section: Section, rows: Sequence[Row], number: int) -> Sheet:
    """Return the first page: head and words, then the shelves in what is left."""
    columns, head = A4.columns(number), head_band(desk, section)
    line = A4.first + head.least + 1
    flow = passages(desk.compositor, section.text, columns.span(MAIN), INK)
    start = line + height(flow) + (2 if flow else 1)
    start = max(start, HANG - 1) if len(rows) <= FEW_ROWS else start
    lines = ceil(len(rows) * LEAST_PITCH) - (A4.last - start + 1)
    if lines > 0:
        message = f"the text of `{section.name}` leaves no room for {sum(len(row.data) for row in rows)} figures under it"
        desk.compositor.does_not_fit(message, section.origin, f"it is {lines} line{'s' * (lines > 1)} too long")
        start -= lines
    items = (
        *head.draw(number, A4.first, head.least),
        *set_down(flow, columns.x(SIDE), line, INK),
        *_shelves(desk, rows, number, start),
    )
    return Sheet(number, items, marks=(Mark(section.id, str(section.name)),))


def _sheet(desk: Desk, section: Section, rows: Sequence[Row], number: int) -> Sheet:
    return Sheet(number, tuple(_shelves(desk, rows, number, A4.first)), section.name.text)


def _shelves(desk: Desk, rows: Sequence[Row], number: int, line: int) -> Iterator[Item]:
    """Yield the rows from a line down to the foot, all digits of one size where they fit."""
    if not rows:
        return
    data = [datum for row in rows for datum in row.data]
    few = line >= HANG - 1 and len(rows) <= FEW_ROWS
    width = A4.columns(number).span(MAIN if len(data) == 1 else MAIN // ACROSS)
    steps = (*REPORT.heroes, *REPORT.figures) if few else REPORT.figures
    pitch = min(FEW_PITCH if few else MOST_PITCH, (A4.last - line + 1) / len(rows))
    labels = {datum.origin: _label(desk, datum, width) for datum in data}
    under = LABEL_DROP + max(len(label.lines) for label in labels.values()) - 1 + BELOW
    under += noun_lines(desk.compositor, data, steps, width)
    sizes = [size for size in steps if _drop(size) + under <= pitch] or steps[-1:]
    size = common_size(desk.compositor, data, sizes, width)
    for index, row in enumerate(rows):
        top = A4.y(line + index * pitch)
        if row.begins or not index:
            yield from _shelf(desk, row, number, (top, over(top, -_drop(size))))
        for column, datum in enumerate(row.data):
            x = A4.columns(number).x(SIDE + column * (MAIN // ACROSS))
            yield from _cell(
                desk, datum, (x, over(top, -_drop(size))), ([step for step in sizes if step <= size], width), labels[datum.origin]
            )


def _drop(size: Length) -> float:
    """Return the lines from a rule down to the baseline of digits of this size."""
    return ABOVE_DIGITS + DIGIT_HEIGHT * size / A4.baseline


def _shelf(desk: Desk, row: Row, number: int, heights: tuple[Length, Length]) -> tuple[Item, ...]:
    """Return the rule over a shelf and, on the baseline of its digits, the theme's number and name."""
    columns, (top, baseline) = A4.columns(number), heights
    inks = theme_inks(row.theme.color) if row.theme else PLAIN
    rules = (rule(columns.left, top, columns.width, RULE), rule(columns.left, top, COLOURED, inks.main, pt(1.5)))
    if row.theme is None:
        return rules
    voice = SMALL_HEADING.inked(inks.main)
    name = _named(desk, row.theme.name.text, voice, row.theme.name.origin, columns.span(SIDE) - NUMBER_COLUMN)
    label = desk.compositor.line((row.theme.number,), voice, row.theme.origin)
    return (*rules, placed(label, columns.left, baseline), placed(name, columns.left + NUMBER_COLUMN, baseline))


def _named(desk: Desk, name: RichText, voice: Voice, origin: str, measure: Length) -> Composed:
    made = desk.compositor.set(name, voice, measure, origin, Role.HEADING_2)
    return desk.compositor.fitted(made, NAME_ROOM, origin)


def _label(desk: Desk, datum: Datum, width: Length) -> Composed:
    return desk.compositor.fitted(desk.compositor.set(datum.label, LABEL, width, datum.origin), LABEL_ROOM, datum.named_at)


def _cell(
    desk: Desk, datum: Datum, at: tuple[Length, Length], form: tuple[Sequence[Length], Length], label: Composed
) -> tuple[Item, ...]:
    """Return a number on its baseline, its label and its period."""
    (x, baseline), (sizes, width) = at, form
    inks = desk.inks_of(datum.figure)
    figure = sized(desk.compositor, datum, sizes, width, Tone(inks.main, inks.main))
    period = desk.compositor.set(datum.period, QUIET_LABEL, width, datum.origin)
    under = over(baseline, -LABEL_DROP - figure.lines)
    return figure.at(x, baseline), placed(label, x, under), placed(period, x, under + label.height)
