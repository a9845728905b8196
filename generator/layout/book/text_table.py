"""A table of the author's on paper: its cells set, numbers under one another by their decimal signs, its rows as a piece of the text.

It goes on over the page between rows, its head repeated under 续表; no row stands with the head alone unless it is all (T33, T34).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from generator.design.grid import HAIRLINE
from generator.diagnostics import said
from generator.document.model import Run, listed, plain, unmarked
from generator.drawing import Group, Role
from generator.layout.book.column_widths import MOST_LINES, Need, lines_in, widths
from generator.layout.book.compositor import placed
from generator.layout.book.flow import Figured
from generator.layout.book.ornaments import rule
from generator.layout.book.tables import Cell, Row
from generator.layout.overflow import Overflow
from generator.typeset.model import Align
from generator.units import em, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.design.grid import PageGrid
    from generator.document.model import RichText, TextTable
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.voices import Voice
    from generator.typeset.model import Composed
    from generator.units import Length

FEW = 2
"""Fewer rows than these stand on no page, whether with the head or as the rest."""
TALL = 4
"""Lines of a cell that are many, where on the whole measure it had a third less."""
COLUMN_GAP, ROW_PAD = pt(10), pt(6)
RISE = 1.1
"""From a row's upper edge to its first baseline, without the white, in sizes of its text."""
WEIGHT = pt(1.25)
"""The rule over the head."""
CONTINUED = "续表"
NUMBER = re.compile(r"(?P<head>[^\d]{0,4}?[-−+±]?\d[\d,]*)(?P<rest>(?:\.\d+)?.{0,12})", re.DOTALL)
"""A cell that is a number: up to where its decimal sign stands or would stand, and the rest, with its unit."""
_WORD = re.compile(r"[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]{1,2}|[^\s\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]+")
"""What is not parted: words, numbers with their signs, two Han."""
_CAPTION_GAP = pt(4)
_ALIGNED = {"left": Align.LEFT, "center": Align.CENTRE, "right": Align.RIGHT}


class Figures(NamedTuple):
    """A column of numbers: how much of its widest stands before the axis of decimal signs, and after it."""

    before: Length
    after: Length


@dataclass(frozen=True, slots=True)
class TablePiece(Figured):
    """Rows `start` to `end` of a table; its title stands over the first of them, its notes under the last."""

    grid: PageGrid
    caption: Composed | None
    again: Composed
    header: Row
    rows: tuple[Row, ...]
    under: tuple[Composed, ...]
    start: int
    end: int
    name: str
    ink: Ink
    origin: str
    before: int = 0
    kind: str = "table"

    @property
    def lines(self) -> int:
        """Title, head, rows and notes, in whole lines."""
        return self._lines(self.end)

    def _lines(self, end: int) -> int:
        tall = self._over + self.header.height + sum(row.height for row in self.rows[self.start : end])
        tall += sum(note.height for note in self.under) + _CAPTION_GAP if end == len(self.rows) and self.under else 0
        return self.grid.holding(tall)

    @property
    def _title(self) -> Composed | None:
        return self.caption if self.start == 0 else self.again

    @property
    def _over(self) -> Length:
        return self._title.height + _CAPTION_GAP if self._title else 0

    def split(self, room: int) -> tuple[tuple[TablePiece, ...], tuple[TablePiece, ...]]:
        """Part it between rows, no fewer than `FEW` on either side, unless it is too tall for any page."""
        if self.lines <= room:
            return (self,), ()
        count = self.end - self.start
        few = FEW if self.lines <= self.grid.lines else 1
        fits = next((many for many in range(count - few, 0, -1) if self._lines(self.start + many) <= room), 0)
        if fits < few or count < 2 * few:
            return (), (self,)
        middle = self.start + fits
        return (replace(self, end=middle),), (replace(self, start=middle),)

    def draw(self, grid: PageGrid, x: Length, line: int) -> tuple[Item, ...]:
        """Return title, head and rows as a table, closed by a rule, and the notes under it."""
        y, later = grid.over(grid.y(line), 1 - 0.3), self.start > 0
        rows: list[Item] = []
        if self._title:
            rows.append(placed(self._title, x, y + em(self._title.setting.leading, 0.75)))
            y += self._over
        rows.append(self.header.at(x, y, Role.ARTIFACT if later else Role.ROW))
        y += self.header.height
        for row in self.rows[self.start : self.end]:
            rows.append(row.at(x, y))
            y += row.height
        table = Group(tuple(rows), role=Role.TABLE, alt=self.name, origin=self.origin, continues=later)
        foot = rule(x, y, self.header.width, self.ink)
        y += _CAPTION_GAP
        notes: list[Item] = []
        for note in self.under if self.end == len(self.rows) else ():
            notes.append(placed(note, x, y + em(note.setting.leading, 0.75)))
            y += note.height
        return table, foot, *notes


def table_piece(compositor: Compositor, table: TextTable, measure: Length, ink: Ink) -> TablePiece:
    """Set a table to a measure."""
    maker = _Maker(compositor, table, measure)
    voices, rows = compositor.voices, tuple(maker.rows())
    title = table.title.text if table.title else ()
    caption = compositor.set(title, voices.strong.inked(ink), measure, table.origin, Role.CAPTION) if title else None
    again = (Run(CONTINUED), *((Run("："), *title) if title else ()))
    name = plain(unmarked(title) or listed(map(unmarked, table.head), "、"))
    notes = tuple(
        compositor.set(
            (*note.mark, Run(" "), *note.text) if note.mark else note.text, voices.note, measure, note.origin, Role.NOTE
        )
        for note in table.notes
    )
    continued = compositor.set(again, voices.label, measure, table.origin, Role.ARTIFACT)
    return TablePiece(
        compositor.grid,
        caption,
        continued,
        maker.header(ink),
        rows,
        notes,
        0,
        len(rows),
        name,
        compositor.look.rule,
        table.origin,
    )


def needs_of(compositor: Compositor, table: TextTable) -> tuple[Need, ...]:
    """Return what the columns of a table need, with the white after each."""
    return tuple(_need(compositor, table, at) for at in range(len(table.head)))


def is_wide(compositor: Compositor, table: TextTable, measure: Length) -> bool:
    """Tell whether a table wants more than a measure: its words do not fit, or cells stand tall that need not."""
    needs = needs_of(compositor, table)
    here, across = lines_in(needs, measure + COLUMN_GAP), lines_in(needs, compositor.grid.measure + COLUMN_GAP)
    return across <= MOST_LINES and (here > MOST_LINES or (here >= TALL and here * 2 >= across * 3))


def _need(compositor: Compositor, table: TextTable, at: int) -> Need:
    cells = [row[at] for row in table.rows]
    head = _widest(compositor, [table.head[at]], compositor.voices.term)
    if figures := figures_of(compositor, cells):
        wide = figures.before + figures.after
        return Need(max(wide, head.least) + COLUMN_GAP, max(wide, head.least) + COLUMN_GAP, firm=True)
    words = _widest(compositor, cells, compositor.voices.cell)
    return Need(max(head.least, words.least) + COLUMN_GAP, max(head.whole, words.whole) + COLUMN_GAP)


def _widest(compositor: Compositor, texts: Sequence[RichText], voice: Voice) -> Need:
    """Return the widest word and the widest text among some; a number stays whole."""

    def width(text: str) -> Length:
        return compositor.width(text, voice.style.face, voice.style.size)

    words = (word for text in texts for run in text for word in ([run.text] if run.use else _WORD.findall(run.text)))
    widest = max((compositor.line(text, voice).width for text in texts), default=0)
    return Need(max(map(width, words), default=0) + em(voice.style.size, 0.5), widest + pt(1))


def figures_of(compositor: Compositor, cells: Sequence[RichText]) -> Figures | None:
    """Return how numbers stand under one another, where all cells that say anything are numbers."""
    told = [cell for cell in cells if plain(cell).strip()]
    if not told or not all(_is_number(cell) for cell in told):
        return None
    heads = [_halves(compositor, cell)[0].width for cell in told]
    wholes = [compositor.line(cell, compositor.voices.cell).width for cell in told]
    return Figures(max(heads), max(whole - head for whole, head in zip(wholes, heads, strict=True)))


def _is_number(cell: RichText) -> bool:
    return sum(bool(run.use) and not run.note for run in cell) == 1 and bool(NUMBER.fullmatch(plain(unmarked(cell))))


def _halves(compositor: Compositor, cell: RichText) -> tuple[Composed, Composed]:
    """Set a number up to its decimal sign, and the rest of it."""
    found = NUMBER.fullmatch(plain(unmarked(cell)))
    assert found, "a cell that is a number"
    left, before, after = found.end("head"), list[Run](), list[Run]()
    for run in cell:
        before += [replace(run, text=run.text[:left])] if left > 0 else []
        after += [replace(run, text=run.text[max(0, left) :])] if len(run.text) > left else []
        left -= len(run.text)
    voice = compositor.voices.cell
    head, rest = (compositor.line(tuple(one for one in part if one.text), voice, role=Role.CELL) for part in (before, after))
    return head, rest


class _Maker:
    """Sets the cells of a table in columns of settled widths."""

    def __init__(self, compositor: Compositor, table: TextTable, measure: Length) -> None:
        self.compositor, self.table, self.measure = compositor, table, measure
        self.widths = widths(needs_of(compositor, table), measure + COLUMN_GAP)
        self.lefts = tuple(sum(self.widths[:at]) for at in range(len(self.widths)))
        self.figures = tuple(figures_of(compositor, [row[at] for row in table.rows]) for at in range(len(self.widths)))

    def header(self, ink: Ink) -> Row:
        """Return the head."""
        term = self.compositor.voices.term
        parts = [self._words(text, at, term, Role.HEADER_CELL) for at, text in enumerate(self.table.head)]
        return self._row([replace(cell, heads=True) for cell in parts], self.table.origin, (ink, WEIGHT))

    def rows(self) -> Iterator[Row]:
        """Yield the rows; the first cell of each heads it where it is words."""
        cell = self.compositor.voices.cell
        for number, row in enumerate(self.table.rows):
            cells = [
                self._number(text, at) if self.figures[at] and plain(text).strip() else self._words(text, at, cell, Role.CELL)
                for at, text in enumerate(row)
            ]
            heads = not self.figures[0] and bool(plain(row[0]).strip())
            cells[0] = replace(cells[0], heads=heads)
            yield self._row(cells, f"{self.table.origin}.rows[{number}]", (self.compositor.look.rule, HAIRLINE))

    def _row(self, cells: Sequence[Cell], origin: str, look: tuple[Ink, Length]) -> Row:
        compositor, size = self.compositor, self.compositor.voices.cell.style.size
        height = max((cell.height for cell in cells), default=0) + ROW_PAD
        taken, room = compositor.grid.holding(height), compositor.grid.lines - 6
        told = compositor.told(Overflow(said("part.table-row"), said("room.page"), taken, room, self.table.origin))
        held = (replace(cells[0], faults=(*cells[0].faults, *told)), *cells[1:])
        return Row(self.measure, held, height, *look, em(size, RISE) + ROW_PAD // 2, origin)

    def _words(self, text: RichText, at: int, voice: Voice, role: Role) -> Cell:
        """Return a cell of words, set as its column is; a head stands over its numbers."""
        if not plain(text).strip():
            return Cell(())
        room = self.widths[at] - COLUMN_GAP
        align = Align.RIGHT if self.figures[at] else _ALIGNED[self.table.aligns[at]]
        made = self.compositor.set(text, replace(voice, align=align), room, self.table.origin, role)
        over = max(0, made.width - room)
        told = Overflow(said("part.table-cell"), said("room.column"), len(plain(text)), len(plain(text)) - 1, self.table.origin)
        return Cell(((made, self.lefts[at], 0),), faults=self.compositor.told(told) if over else ())

    def _number(self, text: RichText, at: int) -> Cell:
        """Return a cell that is a number: its decimal sign, or where that would stand, on the column's axis."""
        figures = self.figures[at]
        assert figures, "a column of numbers"
        axis = self.lefts[at] + self.widths[at] - COLUMN_GAP - figures.after
        made = self.compositor.line(text, self.compositor.voices.cell, self.table.origin, Role.CELL)
        return Cell(((made, axis - _halves(self.compositor, text)[0].width, 0),))
