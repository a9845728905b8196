"""The blocks of a text as the author wrote them into passages of set lines and rows, and passages onto a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.document.model import Paragraph, Picture, Run, TextTable
from generator.drawing import Box, Group, Role
from generator.layout.book.compositor import Compositor, placed
from generator.layout.book.flow import Figured, Passage, Piece, notes_of, whole
from generator.layout.book.footnotes import Foot
from generator.layout.book.ornaments import artifact
from generator.layout.book.picture_band import picture_piece
from generator.layout.book.text_table import table_piece
from generator.typeset.model import Align
from generator.units import Length, Point, Rect, em, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.design.grid import PageGrid
    from generator.document.model import Block, Footnote
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.voices import Voice
    from generator.typeset.model import Composed

INSET = mm(5)
"""How far items and quotes stand in; their mark hangs in the space."""
NUMBER_GAP = pt(3)
"""Between the widest number of a list and its words."""

ROLES = {"text": Role.PARAGRAPH, "item": Role.LIST_ITEM, "quote": Role.PARAGRAPH, "speaker": Role.PARAGRAPH}
BELOW = {Role.HEADING_2: Role.HEADING_3, Role.HEADING_3: Role.HEADING_4}
"""The level of a heading under another."""
BULLET, DASH = pt(3.5), pt(0.75)
SIZE = 10 / 17
"""The body's size in its line."""
MIDDLE, HEAD = 0.36 * SIZE, 0.88 * SIZE
"""Lines from a baseline up to the middle of Han and to their heads."""
SAID_BY = "——"
"""What stands before the name of who said something (GB/T 15834-2011, 4.13)."""
QUOTED = frozenset({"quote", "speaker"})
PARTED = frozenset({"heading", "subheading", "quote"})
"""Kinds with a line of white before them; after a quotation whatever follows has it."""


def passages(
    compositor: Compositor, text: Iterable[Block], measure: Length, ink: Ink, heading: Role = Role.HEADING_2
) -> tuple[Piece, ...]:
    """Set the blocks of a text; headings take the ink, and their level under that of what the text belongs to.

    A picture stands among the words; where the composition may move it, it is no longer among the blocks.
    """
    setter = _Setter(compositor, measure, ink, heading)
    return tuple(piece for block in text for piece in setter.set(block))


def under_words(grid: PageGrid, flow: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return passages with their notes under the last of them, where no foot of the page has room for these."""
    notes = notes_of(flow)
    bare = tuple(replace(one, noted=()) if isinstance(one, Passage) else one for one in flow)
    return (*bare, Foot(grid, notes)) if notes else flow


class _Setter:
    """Sets block after block: what stands before one decides its white, and what an item and a speaker belong to."""

    def __init__(self, compositor: Compositor, measure: Length, ink: Ink, heading: Role) -> None:
        self.compositor, self.measure, self.ink, self.heading = compositor, measure, ink, heading
        self.before, self.item, self.quote = "", "", ""
        self.headed = False

    def set(self, block: Block) -> Iterator[Piece]:
        """Yield the passage of a block."""
        if isinstance(block, Picture):
            yield replace(picture_piece(self.compositor, block, self.measure), before=1 if self.before else 0)
            self.before = "picture"
            return
        if isinstance(block, TextTable):
            table = table_piece(self.compositor, block, self.measure, self.ink)
            yield replace(table, before=1 if self.before else 0)
            self.before = "table"
            return
        goes_on = block.kind in QUOTED and self.before in QUOTED and not (block.kind == "quote" and self.before == "speaker")
        apart = block.kind in PARTED or self.before in ("table", "picture", *QUOTED)
        yield replace(self._words(block), before=int(apart and not goes_on))
        self.before = block.kind

    def _words(self, block: Paragraph) -> Passage:
        number = self._number(block)
        inset = {"item": INSET, "quote": INSET, "speaker": INSET}.get(block.kind, 0) * (block.depth + 1)
        inset = max(inset, block.depth * INSET + number.width + NUMBER_GAP) if number else inset
        voice, role = self._voice(block), self._role(block)
        text = (Run(SAID_BY), *block.text) if block.kind == "speaker" else block.text
        composed = self.compositor.set(text, voice, self.measure - inset, block.origin, role)
        if block.kind == "item" and not block.depth:
            self.item = block.origin
        if block.kind == "quote" and self.before != "quote":
            self.quote = block.origin
        home = self.item if block.kind == "item" and block.depth else self.quote if block.kind in ("quote", "speaker") else ""
        made = whole(composed, block.kind, block.origin, 0, inset)
        return replace(made, noted=tuple(self._noted(block, composed)), number=number, depth=block.depth, home=home)

    def _voice(self, block: Paragraph) -> Voice:
        voices = self.compositor.voices
        kinds = {
            "text": voices.body,
            "heading": voices.strong.inked(self.ink),
            "subheading": voices.strong,
            "speaker": replace(voices.label, leading=voices.item.leading, align=Align.RIGHT),
        }
        return kinds.get(block.kind, voices.item)

    def _role(self, block: Paragraph) -> Role:
        if block.kind == "heading":
            self.headed = True
        if block.kind == "subheading" and self.headed:
            return BELOW[self.heading]
        return ROLES.get(block.kind, self.heading)

    def _number(self, block: Paragraph) -> Composed | None:
        return (
            self.compositor.line(block.number, self.compositor.voices.words, block.origin, Role.LABEL) if block.number else None
        )

    def _noted(self, block: Paragraph, composed: Composed) -> Iterator[tuple[int, Composed]]:
        """Yield each note with the line in which its mark stands, or the words of its link."""
        for note in block.notes:
            yield _line_of(note, composed), set_note(self.compositor, note, self.measure)


def set_note(compositor: Compositor, note: Footnote, measure: Length) -> Composed:
    """Set a note: its mark, where it has one, and what it says."""
    text = (*note.mark, Run(" "), *note.text) if note.mark else note.text
    return compositor.set(text, compositor.voices.small, measure, note.origin, Role.NOTE)


def _line_of(note: Footnote, composed: Composed) -> int:
    use, link = (note.mark[0].use if note.mark else ""), (note.text[-1].link if not note.mark else "")
    lines = enumerate(composed.lines)
    return next(
        (at for at, line in lines if any((use and run.use == use) or (link and run.link == link) for run in line.runs)), 0
    )


def set_down(grid: PageGrid, flow: Iterable[Piece], x: Length, line: int, ink: Ink) -> tuple[Item, ...]:
    """Return passages placed from a line of the grid on; marks of items and quotes take the ink."""
    items: list[Item] = []
    for index, one in enumerate(flow):
        line += one.before if index else 0
        items += _placed(grid, one, Point(x, grid.y(line)), ink) if isinstance(one, Passage) else ()
        items += one.draw(grid, x, line) if isinstance(one, Figured) else ()
        line += one.lines
    return tuple(items)


def _placed(grid: PageGrid, passage: Passage, at: Point, ink: Ink) -> tuple[Group, ...]:
    words = placed(passage.composed, at.x + passage.inset, at.y, passage.start, passage.end)
    if passage.kind in ("quote", "speaker"):
        own = passage.home == passage.origin and passage.start == 0
        words = Group((words,), role=Role.QUOTE, origin=passage.home, continues=not own)
    elif passage.kind == "item":
        words = _item(passage, words, at)
    return words, *_mark(grid, passage, at, ink)


def _item(passage: Passage, words: Group, at: Point) -> Group:
    """Return an item: number and words apart where it has one; that of a list in a list belongs to the item around it."""
    if passage.number:
        body = replace(words, role=Role.BODY)
        left = passage.depth * INSET
        number = (placed(passage.number, at.x + left, at.y),) if passage.start == 0 else ()
        words = Group((*number, body), role=Role.LIST_ITEM, origin=passage.origin, continues=passage.start > 0)
    if not passage.depth:
        return words
    inner = Group((words,), role=Role.LIST, origin=f"{passage.home}.list")
    return Group((inner,), role=Role.BODY, origin=passage.home, continues=True)


def _mark(grid: PageGrid, passage: Passage, at: Point, ink: Ink) -> tuple[Group, ...]:
    if passage.kind == "item" and passage.start == 0 and not passage.number:
        x, middle = at.x + passage.depth * INSET, grid.over(at.y, MIDDLE)
        high = DASH if passage.depth else BULLET
        return (artifact(Box(Rect(x, middle - high // 2, BULLET, high), fill=ink)),)
    if passage.kind in ("quote", "speaker"):
        goes_on = passage.home != passage.origin and not passage.before and passage.start == 0
        more = 1 - SIZE if goes_on else 0
        top = grid.over(at.y, HEAD + more)
        tall = (passage.lines - 1) * grid.baseline + em(grid.baseline, SIZE + more)
        return (artifact(Box(Rect(at.x, top, pt(1.5), tall), fill=ink)),)
    return ()
