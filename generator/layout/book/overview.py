"""数说: the figures of the year at a glance, a shelf for each theme: its name at the side, its numbers beside it in its colour."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.document.model import plain
from generator.drawing import Role
from generator.layout.book.compositor import Room, placed
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.flow import height
from generator.layout.book.numerals import Tone, common_size, noun_lines, sized
from generator.layout.book.ornaments import rule
from generator.layout.book.prose import passages, set_down
from generator.layout.book.section import crowding, head_band
from generator.layout.book.text_band import MAIN, SIDE
from generator.units import Point, em, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.design.palette import ThemeInks
    from generator.document.model import Datum, Section, Theme
    from generator.drawing import Item
    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed
    from generator.units import Length

ACROSS = 2
"""Figures side by side in the text's columns: name, figure, figure stand four columns apart."""
MOST_ROWS = 8 / 42
"""More rows than these to a line of the page no longer breathe."""
LEAST_PITCH, MOST_PITCH = 4.0, 7.0
"""Lines to a row of figures."""
FEW_ROWS, FEW_PITCH = 3, 9.0
"""So few rows are set large, and hang from the line of an opener's message."""
ABOVE_DIGITS, LABEL_DROP, BELOW = 0.65, 1.3, 1.1
"""Lines from a rule down to the digits' heads, from their baseline to the label, from its last line past the period."""
DIGIT_HEIGHT = 0.74
"""The height of digits in their size."""
NUMBER_COLUMN = 2.4
"""What a theme's number takes before its name, in ems of the name."""
COLOURED = mm(9)
"""So much of the rule over a shelf has its theme's colour."""
LABEL_ROOM = Room(2, said("part.label"), said("room.glance"))
NAME_ROOM = Room(2, said("part.theme-name"), said("room.glance"))


@dataclass(frozen=True, slots=True)
class Row:
    """Figures side by side, their theme if they have one, and whether a shelf begins with them."""

    data: tuple[Datum, ...]
    theme: Theme | None
    begins: bool


def overview_pages(compositor: Compositor, section: Section, number: int) -> tuple[PageDraft, ...]:
    """Return the pages of the figures at a glance: one, or the odd number that many rows take, so that themes open left."""
    rows = tuple(_rows(compositor, section.figures))
    pages = max(1, ceil(len(rows) / round(compositor.grid.lines * MOST_ROWS)))
    pages += 1 - pages % 2
    share = ceil(len(rows) / pages)
    chunks = [rows[index * share : (index + 1) * share] for index in range(pages)]
    first, head = _opening(compositor, section, chunks[0], number), compositor.grid.first
    others = enumerate(chunks[1:], number + 1)
    return (first, *(PageDraft(at, tuple(_shelves(compositor, rows, at, head)), (), section.name.text) for at, rows in others))


def _rows(compositor: Compositor, data: Sequence[Datum]) -> Iterator[Row]:
    """Yield the figures by theme, the themes in the order in which the figures name them first."""
    report = compositor.report
    themes = {plain(theme.name.text): theme for theme in report.themes}
    homes = {row.figure: plain(table.name.text) for table in report.tables for row in table.rows if table.color}
    shelves: dict[str, list[Datum]] = {}
    for datum in data:
        shelves.setdefault(homes.get(datum.figure, ""), []).append(datum)
    for name, shelf in shelves.items():
        for start in range(0, len(shelf), ACROSS):
            yield Row(tuple(shelf[start : start + ACROSS]), themes.get(name), start == 0)


def _opening(compositor: Compositor, section: Section, rows: Sequence[Row], number: int) -> PageDraft:
    """Return the first page: head and words, then the shelves in what is left."""
    grid, ink, head = compositor.grid, compositor.look.ink, head_band(compositor, section)
    line = grid.first + head.least + 1
    flow = passages(compositor, section.text, compositor.span(MAIN), ink)
    start = line + height(flow) + (2 if flow else 1)
    start = max(start, grid.hang - 1) if len(rows) <= FEW_ROWS else start
    lacking = max(0, ceil(len(rows) * LEAST_PITCH) - (grid.last - start + 1))
    items = (
        *head.draw(number, grid.first, head.least),
        *set_down(grid, flow, grid.columns(number).x(SIDE), line, ink),
        *_shelves(compositor, rows, number, start - lacking),
        *crowding(compositor, section, height(flow), lacking, said("room.over-figures")),
    )
    return PageDraft(number, items, (Mark(section.id, str(section.name)),))


def _shelves(compositor: Compositor, rows: Sequence[Row], number: int, line: int) -> Iterator[Item]:
    """Yield the rows from a line down to the foot, all digits of one size where they fit."""
    if not rows:
        return
    grid, scale = compositor.grid, compositor.look.page
    data = [datum for row in rows for datum in row.data]
    few = line >= grid.hang - 1 and len(rows) <= FEW_ROWS
    width = compositor.span(MAIN if len(data) == 1 else MAIN // ACROSS)
    steps = (*scale.heroes, *scale.figures) if few else scale.figures
    pitch = min(FEW_PITCH if few else MOST_PITCH, (grid.last - line + 1) / len(rows))
    labels = {datum.origin: _label(compositor, datum, width) for datum in data}
    under = LABEL_DROP + max(len(label.lines) for label in labels.values()) - 1 + BELOW
    under += noun_lines(compositor, data, steps, width)
    sizes = [size for size in steps if _drop(compositor, size) + under <= pitch] or steps[-1:]
    size = common_size(compositor, data, sizes, width)
    form, drop = ([step for step in sizes if step <= size], width), _drop(compositor, size)
    for index, row in enumerate(rows):
        top = grid.y(line + index * pitch)
        if row.begins or not index:
            yield from _shelf(compositor, row, number, (top, grid.over(top, -drop)))
        for column, datum in enumerate(row.data):
            at = Point(grid.columns(number).x(SIDE + column * (MAIN // ACROSS)), grid.over(top, -drop))
            yield from _cell(compositor, datum, _inks(compositor, row), at, form)


def _drop(compositor: Compositor, size: Length) -> float:
    """Return the lines from a rule down to the baseline of digits of this size."""
    return ABOVE_DIGITS + DIGIT_HEIGHT * size / compositor.grid.baseline


def _inks(compositor: Compositor, row: Row) -> ThemeInks:
    return compositor.inks(row.theme) if row.theme else compositor.look.plain


def _shelf(compositor: Compositor, row: Row, number: int, heights: tuple[Length, Length]) -> tuple[Item, ...]:
    """Return the rule over a shelf and, on the baseline of its digits, the theme's number and name."""
    columns, (top, baseline), main = compositor.grid.columns(number), heights, _inks(compositor, row).main
    rules = (
        rule(columns.left, top, columns.width, compositor.look.rule),
        rule(columns.left, top, COLOURED, main, pt(1.5)),
    )
    if row.theme is None:
        return rules
    voice, phrase = compositor.voices.small_heading.inked(main), row.theme.name
    indent = em(voice.style.size, NUMBER_COLUMN)
    name = compositor.set(phrase.text, voice, columns.span(SIDE) - indent, phrase.origin, Role.HEADING_2)
    name = compositor.fitted(name, NAME_ROOM, phrase.origin)
    label = compositor.line((row.theme.number,), voice, row.theme.origin)
    return (*rules, placed(label, columns.left, baseline), placed(name, columns.left + indent, baseline))


def _label(compositor: Compositor, datum: Datum, width: Length) -> Composed:
    label = compositor.set(datum.label, compositor.voices.words, width, datum.origin)
    return compositor.fitted(label, LABEL_ROOM, datum.named_at)


def _cell(
    compositor: Compositor, datum: Datum, inks: ThemeInks, at: Point, form: tuple[Sequence[Length], Length]
) -> tuple[Item, ...]:
    """Return a number on its baseline, its label and its period."""
    sizes, width = form
    figure, label = sized(compositor, datum, sizes, width, Tone(inks.main, inks.main)), _label(compositor, datum, width)
    period = compositor.set(datum.period, compositor.voices.label, width, datum.origin)
    under = compositor.grid.over(at.y, -LABEL_DROP - figure.lines)
    return figure.at(at.x, at.y), placed(label, at.x, under), placed(period, at.x, under + label.height)
