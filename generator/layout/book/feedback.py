"""A form to fill in and send back: questions with boxes to tick and lines to write on, on a page to cut out or to photograph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.grid import HAIRLINE, MAIN, SIDE
from generator.drawing import Box, Role
from generator.layout.book.compositor import placed
from generator.layout.book.costs import HOLE
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.flow import Figured, height, over_pages
from generator.layout.book.ornaments import artifact, rule
from generator.layout.book.prose import passages, set_down, under_words
from generator.layout.book.section import head_band
from generator.layout.motifs.tree_rings import OVER_RINGS, rings_at_foot
from generator.units import Rect, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.design.grid import PageGrid
    from generator.document.model import Question, Section
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.flow import Piece
    from generator.typeset.model import Composed
    from generator.units import Length

BOX, BESIDE, APART = mm(3.6), mm(2), mm(8)
"""A box to tick, the white between it and its answer, and between an answer and the next box."""
STROKE = pt(0.75)
PITCH = 2
"""Lines of the grid from one line to write on to the next."""


@dataclass(frozen=True, slots=True)
class Asked(Figured):
    """A question with its answers, each with a box, in rows, and its lines to write on."""

    grid: PageGrid
    text: Composed
    rows: tuple[tuple[tuple[Composed, Length], ...], ...]
    written: int
    measure: Length
    inks: tuple[Ink, Ink]
    origin: str
    kind: str = "question"
    before: int = 2

    @property
    def lines(self) -> int:
        """Question, rows of answers, lines to write on."""
        return self.grid.holding(self.text.height) + sum(map(self._tall, self.rows)) + PITCH * self.written

    def _tall(self, row: tuple[tuple[Composed, Length], ...]) -> int:
        return max(self.grid.holding(answer.height) for answer, _ in row)

    def split(self, room: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Stand whole or not at all."""
        return ((self,), ()) if self.lines <= room else ((), (self,))

    def draw(self, grid: PageGrid, x: Length, line: int) -> tuple[Item, ...]:
        """Return question, boxes with answers, lines."""
        items: list[Item] = [placed(self.text, x, grid.y(line))]
        line += grid.holding(self.text.height)
        for row in self.rows:
            for answer, dx in row:
                top = grid.over(grid.y(line), 0.36 * 10 / 17) - BOX // 2
                items.append(artifact(Box(Rect(x + dx, top, BOX, BOX), stroke=self.inks[0], stroke_width=STROKE)))
                items.append(placed(answer, x + dx + BOX + BESIDE, grid.y(line)))
            line += self._tall(row)
        lines = (rule(x, grid.y(line + PITCH * at + 1), self.measure, self.inks[1], HAIRLINE) for at in range(self.written))
        return (*items, *lines)


def feedback_pages(compositor: Compositor, section: Section, number: int) -> tuple[PageDraft, ...]:
    """Return the pages of a form, from a page number on."""
    grid, look, head = compositor.grid, compositor.look, head_band(compositor, section)
    line = grid.first + head.least + 1
    flows = over_pages(tuple(_flow(compositor, section)), grid.last + 1 - line, grid.lines)
    made = []
    for at, words in enumerate(flows, number):
        first = line if at == number else grid.first
        white = grid.last + 1 - first - height(words)
        rings = rings_at_foot(grid, at, white - OVER_RINGS, look.rule) if white > HOLE else ()
        above = head.draw(at, grid.first, head.least) if at == number else ()
        items = (*rings, *above, *set_down(grid, words, grid.columns(at).x(SIDE), first, look.ink))
        marks = (Mark(section.id, str(section.name)),) if at == number else ()
        made.append(PageDraft(at, items, marks, () if at == number else section.name.text, quiet=white > HOLE))
    return tuple(made)


def _flow(compositor: Compositor, section: Section) -> Iterator[Piece]:
    """Yield the words before the questions, the questions, and where the form goes."""
    measure, look, voices = compositor.span(MAIN), compositor.look, compositor.voices
    yield from under_words(compositor.grid, passages(compositor, section.blocks, measure, look.ink))
    for one in section.questions:
        text = compositor.set(one.text.text, voices.strong, measure, one.text.origin)
        inks = look.ink, look.grey
        yield Asked(compositor.grid, text, tuple(_rows(compositor, one)), one.lines, measure, inks, one.text.origin)
    if section.reply:
        text = compositor.set(section.reply.text, voices.words, measure, section.reply.origin)
        yield Asked(compositor.grid, text, (), 0, measure, (look.ink, look.grey), section.reply.origin)


def _rows(compositor: Compositor, question: Question) -> Iterator[tuple[tuple[Composed, Length], ...]]:
    """Yield the answers row by row, as many side by side as have room."""
    measure, x = compositor.span(MAIN), 0
    row: list[tuple[Composed, Length]] = []
    for option in question.options:
        room = measure - BOX - BESIDE
        made = compositor.set(option, compositor.voices.words, room, question.text.origin, Role.LIST_ITEM)
        if row and x + BOX + BESIDE + made.width > measure:
            yield tuple(row)
            row, x = [], 0
        row.append((made, x))
        x += BOX + BESIDE + made.width + APART
    if row:
        yield tuple(row)
