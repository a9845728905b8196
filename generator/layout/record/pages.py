"""A record set on A4: title and verdict, the file's facts, the rules in a table that flows on, and at the foot what is filled in by hand.

In: a record and the library. Out: a book. Nothing is cut short: a text takes the lines that it needs, a table the pages.
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
from generator.layout.record.model import Mood, Record
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
    from generator.layout.record.model import Line
    from generator.typeset.model import Composed

SIDE, HEAD, FOOT = mm(18), mm(18), mm(14)
WIDTH = A4.size.width - 2 * SIDE
ASCENT = 0.88
"""Of the em, over the baseline."""
COLUMNS = (mm(16), mm(56), mm(42), mm(12), WIDTH - mm(126))
"""Verdict, rule, found, pages, clause."""
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


def book(record: Record, library: Library) -> Book:
    """Return a record as a book."""
    return _Clerk(record, library).book()


@dataclass(frozen=True, slots=True)
class _Clerk:
    """Sets one record."""

    record: Record
    library: Library

    def book(self) -> Book:
        head, first = self.head()
        sheets = laid_down((self.table(),), (first, HEAD), A4.size.height - FOOT - FIELDS)
        count = len(sheets)
        pages = [
            Page(number, str(number), A4.size, tuple(self.page(slabs, number, count, head)))
            for number, slabs in enumerate(sheets, 1)
        ]
        return Book(self.imprint(), tuple(pages), (), ())

    def imprint(self) -> Imprint:
        title = Phrase((Run(self.record.title),), "")
        return Imprint(title, Phrase((), ""), (), (), "", Colour(INK.rgb, INK.cmyk), (), "", self.record.language)

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
        record, top = self.record, FACTS
        items: list[Item] = [accent(SIDE, HEAD, INK), *self.titled(), *self.stamp()]
        for name, value in record.facts:
            label, text = self.line(name, "sans-regular", REPORT.note, GREY), self.text(value, INK, WIDTH - NAMES, REPORT.label)
            base = top + self.rise(REPORT.label)
            items += [Group((*label.placed(Point(SIDE, base)), *text.placed(Point(SIDE + NAMES, base))), role=Role.PARAGRAPH)]
            top += max(FACT, text.height)
        return tuple(items), top + pt(10)

    def titled(self) -> Iterator[Item]:
        title = self.line(self.record.title, "serif-bold", REPORT.heading_1, INK, Role.HEADING_1)
        yield Group(title.placed(Point(SIDE, HEAD + pt(10) + self.rise(REPORT.heading_1))))

    def stamp(self) -> Iterator[Item]:
        """Yield the verdict on its colour, and what it counts under it."""
        field = Group((Box(STAMP, fill=INKS[self.record.mood], radius=mm(1.5)),), role=Role.ARTIFACT)
        step = REPORT.heading_3
        word = self.line(self.record.verdict, "sans-bold", step, PAPER)
        middle = STAMP.y + STAMP.height // 2 + round(step.size * (ASCENT - 0.5))
        counts = self.line(self.record.counts, "sans-regular", REPORT.note, GREY)
        under = STAMP.bottom + pt(4) + round(REPORT.note.size * ASCENT)
        yield field
        yield Group(word.placed(Point(STAMP.x + (STAMP.width - word.width) // 2, middle)))
        yield Group(counts.placed(Point(STAMP.right - counts.width, under)))

    # The table

    def table(self) -> Table:
        rows = tuple(self.row(line, number) for number, line in enumerate(self.record.lines, 1))
        heads = [self.text(one, GREY, self.measure(at), face="sans-bold") for at, one in enumerate(self.record.heads)]
        return Table(self.placed(heads, "heads", INK, heads=True), rows, self.record.title, RULE)

    def row(self, line: Line, number: int) -> Row:
        bad = line.mood in {Mood.BAD, Mood.DOUBT}
        ink = GREY if line.mood is Mood.IDLE else INK
        texts = (
            self.text(line.verdict, INKS[line.mood], self.measure(0), face="sans-bold" if bad else "sans-regular"),
            self.text(line.rule, ink, self.measure(1), face="sans-bold" if bad else "sans-regular"),
            self.text(line.found, ink, self.measure(2)),
            self.text(line.pages, ink, self.measure(3)),
            self.text(line.clause, GREY, self.measure(4)),
        )
        return self.placed(texts, str(number), RULE)

    def placed(self, texts: tuple[Composed, ...] | list[Composed], origin: str, ink: Ink, *, heads: bool = False) -> Row:
        """Return a row of set texts, the first beside its sign."""
        xs = [sum(COLUMNS[:at]) for at in range(len(COLUMNS))]
        moved = (SIGN + pt(3) if not heads else 0, 0, 0, 0, 0)
        cells = tuple(Cell(((text, x + dx, 0),), heads) for text, x, dx in zip(texts, xs, moved, strict=True))
        height = max(text.height for text in texts) + 2 * PAD
        return Row(WIDTH, cells, height, ink, HAIRLINE, PAD + self.rise(REPORT.note), f"record.{origin}")

    def measure(self, column: int) -> Length:
        taken = SIGN + pt(3) if column == 0 else 0
        return COLUMNS[column] - taken - (GUTTER if column < len(COLUMNS) - 1 else 0)

    def grounds(self, slab: Slab) -> Iterator[Item]:
        """Yield a ground under each rule that is not kept."""
        for line, top, height in self.shown(slab):
            if line.mood in {Mood.BAD, Mood.DOUBT}:
                yield Group((Box(Rect(SIDE - pt(4), top, WIDTH + pt(8), height), fill=GROUND),), role=Role.ARTIFACT)

    def signs(self, slab: Slab) -> Iterator[Item]:
        for line, top, _ in self.shown(slab):
            middle = top + PAD + REPORT.note.leading // 2
            yield sign(line.mood, Point(SIDE, middle - SIGN // 2), SIGN)

    def shown(self, slab: Slab) -> Iterator[tuple[Line, Length, Length]]:
        """Yield the rules of a slab with the top and height of their rows."""
        top = slab.top + slab.table.header.height
        for row in slab.rows:
            yield self.record.lines[int(row.origin.rpartition(".")[2]) - 1], top, row.height
            top += row.height

    # What is filled in by hand

    def hand_fields(self) -> Iterator[Item]:
        base = A4.size.height - FOOT - mm(6)
        width = (WIDTH - 2 * mm(8)) // 3
        for at, name in enumerate(self.record.fields):
            x = SIDE + at * (width + mm(8))
            label = self.line(name, "sans-regular", REPORT.note, GREY)
            yield Group(label.placed(Point(x, base - pt(3))))
            yield rule(x + label.width + pt(4), base, width - label.width - pt(4), INK, HAIRLINE)

    # Setting

    def line(self, text: str, face: str, step: Step, ink: Ink, role: Role = Role.PARAGRAPH) -> Composed:
        return self._composed(text, Style(face, step.size, ink), Setting(mm(5000), step.leading, Align.LEFT), role)

    def text(self, text: str, ink: Ink, measure: Length, step: Step = REPORT.note, face: str = "sans-regular") -> Composed:
        return self._composed(text, Style(face, step.size, ink), Setting(measure, step.leading, Align.LEFT), Role.PARAGRAPH)

    def _composed(self, text: str, style: Style, setting: Setting, role: Role) -> Composed:
        faces = self.library.faces.values()
        shown = "".join(char if all(face.covers(char) for face in faces) else REPLACEMENT for char in text)
        return compose([Span(shown, style)], setting, self.library, origin=f"record.{role.value}.{text}", role=role)

    @staticmethod
    def rise(step: Step) -> Length:
        """Return how far under the top of a line its baseline lies."""
        return (step.leading - step.size) // 2 + round(step.size * ASCENT)
