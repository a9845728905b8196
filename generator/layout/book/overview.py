"""数说: the figures of the year at a glance, a shelf for each theme: its name at the side, its numbers beside it in its colour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

from generator.design.grid import MAIN, SIDE
from generator.design.palette import ThemeInks
from generator.diagnostics import said
from generator.document.model import Datum, Section, Theme, plain
from generator.document.pieces import caption
from generator.drawing import Group, Item, Role
from generator.layout.book.compositor import Compositor, Room, headed, placed
from generator.layout.book.costs import HOLE
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.flow import Piece, height, over_pages
from generator.layout.book.numerals import Tone, common_size, noun_lines, sized
from generator.layout.book.ornaments import rule
from generator.layout.book.prose import passages, set_down, under_words
from generator.layout.book.section import HeadBand, head_band
from generator.layout.motifs.tree_rings import OVER_RINGS, rings_at_foot
from generator.typeset.model import Composed
from generator.units import Length, Point, em, mm, pt

ACROSS = 2
"""Figures side by side in the text's columns: name, figure, figure stand four columns apart."""
MOST_ROWS = 8 / 42
"""More rows than these to a line of the page no longer breathe."""
LEAST_PITCH, MOST_PITCH = 4, 10
"""Lines to a row of figures, a whole number of them, the same for all rows of a page."""
FEW_ROWS, FEW_PITCH = 3, 9
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


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands over the first shelf: the head and the words of each page, their first line, and where shelves may stand on the last."""

    head: HeadBand
    flows: tuple[tuple[Piece, ...], ...]
    line: int
    start: int


def opens_left(compositor: Compositor, section: Section, number: int) -> bool:
    """Tell whether themes open left after the figures at a glance from a page on, and no page of these is nearly empty for it."""
    rows = tuple(_rows(compositor, section.figures))
    return len(rows) > FEW_ROWS or (number + _count(compositor, _opened(compositor, section), rows)) % 2 == 0


def _count(compositor: Compositor, opening: Opening, rows: Sequence[Row]) -> int:
    """Return how many pages rows take."""
    first, page = _capacities(compositor, opening, rows)
    return len(opening.flows) + max(0, ceil((len(rows) - first) / page))


def overview_pages(compositor: Compositor, section: Section, number: int) -> tuple[PageDraft, ...]:
    """Return the pages of the figures at a glance from a page on: as many as the rows take, and one more where themes would open right."""
    rows, opening = tuple(_rows(compositor, section.figures)), _opened(compositor, section)
    count = _count(compositor, opening, rows)
    count += (number + count) % 2
    words = tuple(_words(compositor, section, opening, number))
    count, number = count - len(words) + 1, words[-1].number
    here = _on_the_first(compositor, opening, rows, count)
    share = ceil((len(rows) - here) / max(1, count - 1))
    chunks = (rows[start : start + share] for start in range(here, here + share * (count - 1), share or 1))
    others = (
        _filled(compositor, PageDraft(at, (), (), section.name.text), each, compositor.grid.first)
        for at, each in enumerate(chunks, number + 1)
    )
    return (*words[:-1], _filled(compositor, words[-1], rows[:here], opening.start), *others)


def _on_the_first(compositor: Compositor, opening: Opening, rows: Sequence[Row], count: int) -> int:
    """Return how many rows stand on the first of so many pages: its share by the lines that its words leave."""
    grid, (most, page) = compositor.grid, _capacities(compositor, opening, rows)
    left = max(0, grid.last - opening.start + 1)
    share = round(len(rows) * left / max(1, left + (count - 1) * grid.lines))
    return min(most, max(share, len(rows) - (count - 1) * page, 1))


def _filled(compositor: Compositor, draft: PageDraft, rows: Sequence[Row], line: int) -> PageDraft:
    """Return a page with rows from a line down; one that ends early closes with rings."""
    grid, few = compositor.grid, len(rows) <= FEW_ROWS
    items = (*draft.items, *_shelves(compositor, rows, draft.number, line))
    white = grid.last - _last(compositor, _stand(compositor, rows, line), len(rows)) if rows else 0
    rings = rings_at_foot(grid, draft.number, white - OVER_RINGS, compositor.look.rule) if white > HOLE else ()
    return replace(draft, items=(*rings, *items), quiet=few or bool(rings))


def _opened(compositor: Compositor, section: Section) -> Opening:
    grid, head = compositor.grid, head_band(compositor, section)
    line = grid.first + head.least + 1
    flow = under_words(grid, passages(compositor, section.blocks, compositor.span(MAIN), compositor.look.ink))
    flows = over_pages(flow, grid.last + 1 - line, grid.lines)
    above = (line if len(flows) == 1 else grid.first) + height(flows[-1])
    return Opening(head, flows, line, above + (2 if flow else 1))


def _capacities(compositor: Compositor, opening: Opening, rows: Sequence[Row]) -> tuple[int, int]:
    """Return how many rows the first page bears under its words, and each further page."""
    grid = compositor.grid
    least = ceil(_least_pitch(compositor, [datum for row in rows for datum in row.data]))
    most = min(round(grid.lines * MOST_ROWS), int(grid.lines / least))
    return max(0, min(most, int((grid.last - opening.start + 1) / least))), max(1, most)


def _least_pitch(compositor: Compositor, data: Sequence[Datum]) -> float:
    """Return the lines to a row in which the smallest digits stand over their labels, and these over their periods."""
    steps, width = compositor.look.page.figures, compositor.span(MAIN // ACROSS)
    if not data:
        return LEAST_PITCH
    lines = max(len(_label(compositor, datum, width).lines) for datum in data)
    return max(LEAST_PITCH, _drop(compositor, steps[-1]) + _under(lines) + noun_lines(compositor, data, steps, width))


def _under(lines: int) -> float:
    """Return the lines from a row's digits past the period under a label of so many lines."""
    return LABEL_DROP + lines - 1 + BELOW


def _rows(compositor: Compositor, data: Sequence[Datum]) -> Iterator[Row]:
    """Yield the figures by theme, the themes in the order in which the figures name them first."""
    report = compositor.report
    themes = {plain(theme.name.text): theme for theme in report.themes}
    homes = {row.figure: plain(table.name.text) for table in report.tables for row in table.data if table.color}
    shelves: dict[str, list[Datum]] = {}
    for datum in data:
        shelves.setdefault(homes.get(datum.figure, ""), []).append(datum)
    for name, shelf in shelves.items():
        for start in range(0, len(shelf), ACROSS):
            yield Row(tuple(shelf[start : start + ACROSS]), themes.get(name), start == 0)


def _words(compositor: Compositor, section: Section, opening: Opening, number: int) -> Iterator[PageDraft]:
    """Yield the pages of the words: on the first the head as well, over each other a running head."""
    grid, ink = compositor.grid, compositor.look.ink
    for at, flow in enumerate(opening.flows, number):
        x, first = grid.columns(at).x(SIDE), at == number
        head = opening.head.draw(at, grid.first, opening.head.least) if first else ()
        words = set_down(grid, flow, x, opening.line if first else grid.first, ink)
        marks = (Mark(section.id, str(section.name)),) if first else ()
        yield PageDraft(at, (*head, *words), marks, () if first else section.name.text)


class Stand(NamedTuple):
    """How rows stand on a page: their first line, the lines to a row and under its baseline, and what their numbers may be."""

    line: int
    pitch: int
    under: float
    sizes: Sequence[Length]
    size: Length
    width: Length


def _stand(compositor: Compositor, rows: Sequence[Row], line: int) -> Stand:
    """Return how rows stand from a line down to the foot, all digits of one size where they fit; a few are large, and hang lower."""
    grid, scale = compositor.grid, compositor.look.page
    line = max(line, grid.hang - 1) if len(rows) <= FEW_ROWS else line
    data = [datum for row in rows for datum in row.data]
    few = line >= grid.hang - 1 and len(rows) <= FEW_ROWS
    width = compositor.span(MAIN if len(data) == 1 else MAIN // ACROSS)
    steps = (*scale.heroes, *scale.figures) if few else scale.figures
    under = _under(max(len(_label(compositor, datum, width).lines) for datum in data))
    under += noun_lines(compositor, data, steps, width)
    for pitch in range(FEW_PITCH if few else MOST_PITCH, 0, -1):
        sizes = [size for size in steps if _drop(compositor, size) + under <= pitch] or steps[-1:]
        made = Stand(line, pitch, under, sizes, common_size(compositor, data, sizes, width), width)
        if _last(compositor, made, len(rows)) <= grid.last:
            break
    return made


def _last(compositor: Compositor, stand: Stand, rows: int) -> int:
    """Return the last line that so many rows take."""
    return ceil(stand.line + (rows - 1) * stand.pitch + _drop(compositor, stand.size) + stand.under) - 1


def _shelves(compositor: Compositor, rows: Sequence[Row], number: int, line: int) -> Iterator[Item]:
    """Yield the rows from a line down."""
    if not rows:
        return
    grid, stand = compositor.grid, _stand(compositor, rows, line)
    form = [step for step in stand.sizes if step <= stand.size], stand.width
    drop = _drop(compositor, stand.size)
    for index, row in enumerate(rows):
        baseline = grid.y(round(stand.line + index * stand.pitch + drop))
        if row.begins or not index:
            yield from _shelf(compositor, row, number, (grid.over(baseline, drop), baseline))
        for column, datum in enumerate(row.data):
            at = Point(grid.columns(number).x(SIDE + column * (MAIN // ACROSS)), baseline)
            yield Group(_cell(compositor, datum, _inks(compositor, row), at, form), role=Role.LIST_ITEM, origin=datum.origin)


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
    return (*rules, headed(placed(label, columns.left, baseline), placed(name, columns.left + indent, baseline)))


def _label(compositor: Compositor, datum: Datum, width: Length) -> Composed:
    label = compositor.set(caption(datum), compositor.voices.words, width, datum.origin)
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
