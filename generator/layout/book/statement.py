"""What a finished book says and shows, page by page: the statement that the written report is compared with.

In: a book on which nothing is left to decide, and the library of its faces. Out: its statement (`generator.statement`), in the order
of painting.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from generator.drawing import NOWHERE, Group, TextRun
from generator.layout.book.copying import parts, stretches
from generator.statement.lines import INVISIBLE, Painted, Shown, in_lines
from generator.statement.model import REPORT, Sheet, Statement, facts
from generator.units import to_pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.drawing import Item
    from generator.fonts.library import Library
    from generator.layout.book.page import Book, Page
    from generator.statement.model import Facts
    from generator.units import Length, Point

PER_EM = 1000
HYPHEN = "-"


def of_book(book: Book, library: Library) -> Statement:
    """Return what a book says and shows."""
    hand = _Hand(library)
    for page in book.pages:
        hand.learn(page.items)
    return Statement(REPORT, (), tuple(_sheet(page, hand) for page in book.pages))


def _sheet(page: Page, hand: _Hand) -> Sheet:
    size = facts(width=_points(page.size.width), height=_points(page.size.height))
    return Sheet(page.number, size, tuple(in_lines(hand.painted(page.items, NOWHERE))))


@dataclass(slots=True)
class _Hand:
    """Glyphs as a reader meets them in the file: what each reads as, how wide it is, and the look of a run."""

    library: Library
    meanings: dict[tuple[str, int], str] = field(default_factory=dict)
    looks: dict[tuple[object, ...], Facts] = field(default_factory=dict)

    def learn(self, items: Iterable[Item]) -> None:
        """Take note of what glyphs stand for: a file holds one text for a glyph of a face, the first that it is met with."""
        for item in items:
            if isinstance(item, Group):
                self.learn(item.items)
            elif isinstance(item, TextRun):
                for glyph in item.glyphs:
                    if not self.meanings.get((item.face, glyph.id)):
                        self.meanings[item.face, glyph.id] = glyph.text

    def painted(self, items: Sequence[Item], at: Point) -> Iterator[Painted]:
        """Yield what items paint, in their order."""
        for part in parts(items):
            if isinstance(part, list):
                yield from self._line(part, at)
            elif isinstance(part, Group):
                yield from self.painted(part.items, at.moved(part.at.x, part.at.y))

    def _line(self, line: Sequence[TextRun], at: Point) -> Iterator[Shown]:
        for stretch in stretches(line):
            copied = "".join([run.text for run in stretch])
            for run in stretch:
                for shown in self._run(run, at):
                    yield shown._replace(copied=copied)
                    copied = ""

    def _run(self, run: TextRun, at: Point) -> Iterator[Shown]:
        left, baseline = at.x + run.origin_point.x, to_pt(at.y + run.origin_point.y)
        for rise, group in groupby(run.glyphs, key=lambda glyph: glyph.y):
            glyphs = list(group)
            lefts = tuple([to_pt(left + glyph.x) for glyph in glyphs])
            texts = tuple([self._meaning(run.face, glyph.id) for glyph in glyphs])
            advance = self.library.face(run.face).advance(glyphs[-1].id) * to_pt(run.size) / PER_EM
            ids = tuple([glyph.id for glyph in glyphs])
            yield Shown(texts, lefts, ids, lefts[-1] + advance, baseline, self._look(run, rise), origin=run.origin)

    def _meaning(self, key: str, glyph: int) -> str:
        found = self.meanings[key, glyph]
        if not found:
            found = HYPHEN if glyph == self.library.face(key).glyph(HYPHEN) else INVISIBLE
            self.meanings[key, glyph] = found
        return found

    def _look(self, run: TextRun, rise: Length) -> Facts:
        key = run.face, run.size, run.ink.rgb, rise
        if key not in self.looks:
            face = self.library.face(run.face).postscript_name
            up = _points(rise) if rise else None
            self.looks[key] = facts(face=face, size=_points(run.size), colour=run.ink.hex, rise=up)
        return self.looks[key]


def _points(length: Length) -> float:
    return round(to_pt(length), 3)
