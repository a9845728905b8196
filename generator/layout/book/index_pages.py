"""An index of indicators: code and name, and the pages that tell them, each of which leads there.

Pages are known when all are laid down, so that the index is set twice: the column of pages has one width and one line to a row, and
the same rows take the same pages both times.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.design.grid import HAIRLINE
from generator.diagnostics import said
from generator.document.ledger import FOLIO
from generator.document.model import Run, plain
from generator.drawing import Group, Link, Role, TextRun
from generator.layout.book.compositor import placed
from generator.layout.book.costs import HOLE
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.flow import height, over_pages
from generator.layout.book.ornaments import rule
from generator.layout.book.prose import passages, set_down, under_words
from generator.layout.book.section import head_band
from generator.layout.motifs.tree_rings import OVER_RINGS, rings_at_foot
from generator.layout.overflow import Overflow
from generator.units import Length, Rect, em, pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.document.model import Indicator, Section
    from generator.drawing import Item
    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed

HEADS = ("编号", "指标", "页码")
CODE, NAME, PAGES = 3, 6, 3
"""Columns of the page that the index's own columns take."""
MOST = 5
"""Pages that a row names: the first that tell it."""
BETWEEN = (Run("、"),)
PAD, RISE, WEIGHT = pt(8), 1.1, pt(1.25)


@dataclass(frozen=True, slots=True)
class Told:
    """Where figures are told and where themes and sections begin, by page number."""

    figures: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)

    def pages(self, row: Indicator) -> tuple[int, ...]:
        """Return the pages that a row leads to, in order."""
        own = [self.places[one] for one in row.places if one in self.places]
        own += [page for one in row.figures for page in self.figures.get(one, ())]
        return tuple(sorted(set(own)))[:MOST]


UNKNOWN = Told()


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A set row, its height, and the pages that it leads to."""

    cells: tuple[Composed, Composed]
    height: Length
    pages: tuple[int, ...]
    name: str
    origin: str


def index_pages(compositor: Compositor, section: Section, number: int, told: Told = UNKNOWN) -> tuple[PageDraft, ...]:
    """Return the pages of an index from a page number on."""
    grid, look, head = compositor.grid, compositor.look, head_band(compositor, section)
    flow = under_words(grid, passages(compositor, section.blocks, compositor.span(CODE + NAME), look.ink))
    flows = over_pages(flow, grid.last - grid.first - head.least, grid.lines) if flow else ()
    rest, made, at = [_row(compositor, one, told) for one in section.index], list[PageDraft](), number
    while rest or not made:
        first = grid.first + (head.least + 1 if at == number else 0)
        words = flows[at - number] if at - number < len(flows) else ()
        under = first + height(words) + (1 if words else 0)
        here = _fitting(compositor, rest, under) if at - number >= len(flows) - 1 else []
        rest = rest[len(here) :]
        items = (
            *(head.draw(at, grid.first, head.least) if at == number else ()),
            *set_down(grid, words, grid.columns(at).left, first, look.ink),
            *(_table(compositor, here, at, under, section, again=bool(made)) if here else ()),
        )
        white = grid.last + 1 - under - grid.holding(sum(one.height for one in here)) - 2
        rings = rings_at_foot(grid, at, white - OVER_RINGS, look.rule) if white > HOLE else ()
        marks = (Mark(section.id, str(section.name)),) if at == number else ()
        made.append(PageDraft(at, (*rings, *items), marks, () if at == number else section.name.text, quiet=white > HOLE))
        at += 1
    return tuple(made)


def _row(compositor: Compositor, row: Indicator, told: Told) -> IndexRow:
    voices, gap = compositor.voices, compositor.grid.columns(1).gutter
    code = compositor.set(row.code, voices.term, compositor.span(CODE) - gap, row.origin, Role.HEADER_CELL)
    name = compositor.set(row.name, voices.cell, compositor.span(NAME) - gap, row.origin, Role.CELL)
    tall = max(code.height, name.height) + PAD
    taken, room = compositor.grid.holding(tall), compositor.grid.lines // 2
    faults = compositor.told(Overflow(said("part.table-row"), said("room.page"), taken, room, row.origin))
    return IndexRow((replace(code, faults=faults), name), tall, told.pages(row), plain(row.name), row.origin)


def _fitting(compositor: Compositor, rows: Sequence[IndexRow], line: int) -> list[IndexRow]:
    """Return the rows that have room from a line down, under a head."""
    grid, made, used = compositor.grid, list[IndexRow](), 2
    for row in rows:
        if grid.holding(sum(one.height for one in (*made, row))) + used > grid.last + 1 - line:
            break
        made.append(row)
    return made


def _table(
    compositor: Compositor, rows: Sequence[IndexRow], page: int, line: int, section: Section, *, again: bool
) -> Iterator[Item]:
    grid, look, columns = compositor.grid, compositor.look, compositor.grid.columns(page)
    size = compositor.voices.cell.style.size
    y = grid.over(grid.y(line), 0.7)
    heads = [compositor.line((Run(one),), compositor.voices.term, section.origin, Role.HEADER_CELL) for one in HEADS]
    xs = columns.left, columns.x(CODE), columns.x(CODE + NAME)
    made: list[Item] = [rule(columns.left, y, columns.width, look.marks.accent, WEIGHT)]
    cells = tuple(
        Group((placed(one, x, y + em(size, RISE) + PAD // 2),), role=Role.HEADER_CELL, origin=f"{section.origin}.head")
        for one, x in zip(heads, xs, strict=True)
    )
    made.append(Group(cells, role=Role.ARTIFACT if again else Role.ROW, origin=f"{section.origin}.head"))
    y += compositor.voices.cell.leading + PAD
    for row in rows:
        code, name = row.cells
        base = y + em(size, RISE) + PAD // 2
        own = (
            rule(columns.left, y, columns.width, look.rule, HAIRLINE),
            Group((placed(code, xs[0], base),), role=Role.HEADER_CELL, origin=row.origin),
            Group((placed(name, xs[1], base),), role=Role.CELL, origin=row.origin),
            Group(tuple(_folios(compositor, row, xs[2], base)), role=Role.CELL, origin=row.origin),
        )
        made.append(Group(own, role=Role.ROW, origin=row.origin))
        y += row.height
    yield Group(tuple(made), role=Role.TABLE, alt=str(section.name), origin=f"{section.origin}.rows", continues=again)
    yield rule(columns.left, y, columns.width, look.rule)


def _folios(compositor: Compositor, row: IndexRow, x: Length, baseline: Length) -> Iterator[Item]:
    """Yield the numbers of the pages, each a link to its page."""
    voice, left = compositor.voices.cell, x
    for at, page in enumerate(row.pages):
        if at:
            between = compositor.line(BETWEEN, voice, row.origin, Role.CELL)
            yield placed(between, left, baseline)
            left += between.width
        folio = compositor.line((Run(str(page), FOLIO),), voice, row.origin, Role.LINK)
        area = Rect(left, baseline - voice.leading, folio.width, voice.leading + PAD // 2)
        yield Group((placed(folio, left, baseline), Link(area, page_name(page), alt=row.name)), role=Role.LINK, origin=row.origin)
        left += folio.width


def page_name(page: int) -> str:
    """Return the name of a page as a place to lead to."""
    return f"page-{page}"


def found(drafts: Iterable[PageDraft], figures: Mapping[str, str]) -> Told:
    """Return what pages tell: `figures` are those of uses by their ids."""
    pages, places = dict[str, list[int]](), dict[str, int]()
    for draft in drafts:
        places |= {mark.name: draft.number for mark in draft.marks if mark.name not in places}
        for figure in dict.fromkeys(figures[use] for use in _uses(draft.items) if use in figures):
            pages.setdefault(figure, []).append(draft.number)
    return Told({name: tuple(own) for name, own in pages.items()}, places)


def _uses(items: Iterable[Item]) -> Iterator[str]:
    for one in items:
        if isinstance(one, Group):
            yield from _uses(one.items)
        elif isinstance(one, TextRun) and one.use:
            yield one.use
