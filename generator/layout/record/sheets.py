"""A sheet set on A4: title and verdict, facts, tables that flow on, and at the foot what is filled in by hand.

In: a sheet and the library. Out: a book. Nothing is cut short: a text takes the lines that it needs, a table the pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.format import A4
from generator.design.palette import GREY, GROUND, INK, PAPER, RULE
from generator.design.type_scale import REPORT, Step
from generator.document.model import Imprint, Phrase, Run
from generator.drawing import Box, Group, Role
from generator.ink import Colour
from generator.layout.book.ornaments import accent, rule
from generator.layout.book.page import Book, Page
from generator.layout.book.tables import Cell, Row, Table, laid_down
from generator.layout.record.model import Cell as RecordCell
from generator.layout.record.model import Piece
from generator.layout.record.signs import INKS, sign
from generator.typeset.model import Align, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import Length, Point, Rect, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.drawing import Item
    from generator.fonts.library import Library
    from generator.ink import Ink
    from generator.layout.book.tables import Slab
    from generator.layout.record.model import Entry, Part, Sheet
    from generator.typeset.model import Composed

SIDE, HEAD, FOOT = mm(18), mm(18), mm(14)
WIDTH = A4.size.width - 2 * SIDE
ASCENT = 0.88
"""Of the em, over the baseline."""
GUTTER, PAD = mm(3), pt(2.5)
SIGN = pt(6.5)
NAMES, FACT = mm(22), pt(12.75)
"""The column of the facts' names, and their pitch."""
STAMP = Rect(SIDE + WIDTH - mm(46), HEAD, mm(46), mm(13))
"""Where the verdict stands."""
FACTS = HEAD + pt(58)
FIELDS = mm(20)
"""The strip over the foot for name, date and signature."""
HAIRLINE = pt(0.5)
REPLACEMENT = "?"
"""What stands for a character that no face has: it may come from a file's own name or text."""


def book(sheet: Sheet, library: Library) -> Book:
    """Return a sheet as a book."""
    return _Clerk(sheet, library).book()


@dataclass(frozen=True, slots=True)
class _Clerk:
    """Sets one sheet."""

    sheet: Sheet
    library: Library

    def book(self) -> Book:
        head, first = self.head()
        sheets = laid_down(self.tables(), (first, HEAD), A4.size.height - FOOT - FIELDS)
        count = len(sheets)
        pages = [
            Page(number, str(number), A4.size, tuple(self.page(slabs, number, count, head)))
            for number, slabs in enumerate(sheets, 1)
        ]
        return Book(self.imprint(), tuple(pages), (), ())

    def imprint(self) -> Imprint:
        title = Phrase((Run(self.sheet.title),), "")
        return Imprint(title, Phrase((), ""), (), (), "", Colour(INK.rgb, INK.cmyk), (), "", self.sheet.language)

    def page(self, slabs: tuple[Slab, ...], number: int, count: int, head: tuple[Item, ...]) -> Iterator[Item]:
        yield from head if number == 1 else ()
        for slab in slabs:
            yield from self.grounds(slab)
            yield from slab.draw(SIDE)
            yield from self.signs(slab)
        yield from self.hand_fields() if number == count else ()
        folio = self.line(f"{number} / {count}", "sans-regular", REPORT.note, GREY)
        at = Point(SIDE + WIDTH - folio.width, A4.size.height - FOOT + REPORT.note.size)
        yield Group(folio.placed(at), role=Role.ARTIFACT)

    # What stands over the table

    def head(self) -> tuple[tuple[Item, ...], Length]:
        """Return title, verdict and facts, and where the table begins."""
        sheet, top = self.sheet, FACTS
        items: list[Item] = [accent(SIDE, HEAD, INK), *self.titled(), *self.stamp()]
        for name, value in sheet.facts:
            label, text = self.line(name, "sans-regular", REPORT.note, GREY), self.text(value, INK, WIDTH - NAMES, REPORT.label)
            base = top + self.rise(REPORT.label)
            items += [Group((*label.placed(Point(SIDE, base)), *text.placed(Point(SIDE + NAMES, base))), role=Role.PARAGRAPH)]
            top += max(FACT, text.height)
        return tuple(items), top + pt(10)

    def titled(self) -> Iterator[Item]:
        title = self.line(self.sheet.title, "serif-bold", REPORT.heading_1, INK, Role.HEADING_1)
        yield Group(title.placed(Point(SIDE, HEAD + pt(10) + self.rise(REPORT.heading_1))))

    def stamp(self) -> Iterator[Item]:
        """Yield the verdict on its colour, and what it counts under it."""
        field = Group((Box(STAMP, fill=INKS[self.sheet.mood], radius=mm(1.5)),), role=Role.ARTIFACT)
        step = REPORT.heading_3
        word = self.line(self.sheet.verdict, "sans-bold", step, PAPER)
        middle = STAMP.y + STAMP.height // 2 + round(step.size * (ASCENT - 0.5))
        counts = self.line(self.sheet.counts, "sans-regular", REPORT.note, GREY)
        under = STAMP.bottom + pt(4) + round(REPORT.note.size * ASCENT)
        yield field
        yield Group(word.placed(Point(STAMP.x + (STAMP.width - word.width) // 2, middle)))
        yield Group(counts.placed(Point(STAMP.right - counts.width, under)))

    # The tables

    def tables(self) -> tuple[Table, ...]:
        """Return the parts that have rows as tables, each row with the way back to its entry."""
        return tuple(self.table(part, number) for number, part in enumerate(self.sheet.parts) if part.entries)

    def table(self, part: Part, number: int) -> Table:
        rows = tuple(self.row(one.cells, part, f"{number}.{at}") for at, one in enumerate(part.entries))
        heads = tuple((Piece(one, bold=True, grey=True),) for one in part.heads)
        return Table(self.row(heads, part, f"{number}.heads", heads=True), rows, part.name, RULE)

    def row(self, cells: tuple[RecordCell, ...], part: Part, origin: str, *, heads: bool = False) -> Row:
        """Return a row of set texts, the first beside its sign."""
        widths = (*part.widths, WIDTH - sum(part.widths))
        texts: list[Cell] = []
        height, x = 0, 0
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            beside = SIGN + pt(3) if at == 0 else 0
            room = width - beside - (GUTTER if at < len(widths) - 1 else 0)
            text = self.spans(cell, room)
            texts.append(Cell(((text, x + (0 if heads else beside), 0),), heads))
            height, x = max(height, text.height), x + width
        ink = INK if heads else RULE
        return Row(WIDTH, tuple(texts), height + 2 * PAD, ink, HAIRLINE, PAD + self.rise(REPORT.note), f"record.{origin}")

    def grounds(self, slab: Slab) -> Iterator[Item]:
        """Yield a ground under each row that is set off."""
        for entry, top, height in self.shown(slab):
            if entry.set_off:
                yield Group((Box(Rect(SIDE - pt(4), top, WIDTH + pt(8), height), fill=GROUND),), role=Role.ARTIFACT)

    def signs(self, slab: Slab) -> Iterator[Item]:
        for entry, top, _ in self.shown(slab):
            middle = top + PAD + REPORT.note.leading // 2
            yield sign(entry.mood, Point(SIDE, middle - SIGN // 2), SIGN)

    def shown(self, slab: Slab) -> Iterator[tuple[Entry, Length, Length]]:
        """Yield the entries of a slab with the top and height of their rows."""
        top = slab.top + slab.table.header.height
        for row in slab.rows:
            part, entry = map(int, row.origin.split(".")[1:])
            yield self.sheet.parts[part].entries[entry], top, row.height
            top += row.height

    # What is filled in by hand

    def hand_fields(self) -> Iterator[Item]:
        base = A4.size.height - FOOT - mm(6)
        width = (WIDTH - 2 * mm(8)) // 3
        for at, name in enumerate(self.sheet.fields):
            x = SIDE + at * (width + mm(8))
            label = self.line(name, "sans-regular", REPORT.note, GREY)
            yield Group(label.placed(Point(x, base - pt(3))))
            yield rule(x + label.width + pt(4), base, width - label.width - pt(4), INK, HAIRLINE)

    # Setting

    def line(self, text: str, face: str, step: Step, ink: Ink, role: Role = Role.PARAGRAPH) -> Composed:
        return self._composed(text, Style(face, step.size, ink), Setting(mm(5000), step.leading, Align.LEFT), role)

    def text(self, text: str, ink: Ink, measure: Length, step: Step = REPORT.note, face: str = "sans-regular") -> Composed:
        return self._composed(text, Style(face, step.size, ink), Setting(measure, step.leading, Align.LEFT), Role.PARAGRAPH)

    def spans(self, cell: RecordCell, measure: Length) -> Composed:
        """Return the pieces of a cell, each in its look."""
        spans = [Span(self.shown_as(one.text), self.style(one)) for one in cell]
        text = "".join(one.text for one in cell)
        setting = Setting(measure, REPORT.note.leading, Align.LEFT)
        return compose(spans, setting, self.library, origin=f"record.{Role.PARAGRAPH.value}.{text}", role=Role.PARAGRAPH)

    @staticmethod
    def style(piece: Piece) -> Style:
        ink = INKS[piece.mood] if piece.mood else GREY if piece.grey else INK
        return Style("sans-bold" if piece.bold else "sans-regular", REPORT.note.size, ink)

    def _composed(self, text: str, style: Style, setting: Setting, role: Role) -> Composed:
        shown = self.shown_as(text)
        return compose([Span(shown, style)], setting, self.library, origin=f"record.{role.value}.{text}", role=role)

    def shown_as(self, text: str) -> str:
        """Return a text with a sign in the place of each character that no face has."""
        faces = self.library.styled
        return "".join(char if all(face.offers(char) for face in faces) else REPLACEMENT for char in text)

    @staticmethod
    def rise(step: Step) -> Length:
        """Return how far under the top of a line its baseline lies."""
        return (step.leading - step.size) // 2 + round(step.size * ASCENT)
