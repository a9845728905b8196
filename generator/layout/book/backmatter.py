"""The back matter: key figures, definitions, differences and sources, small and complete, over as many pages as they take.

`spread` begins each part on a page of its own: one of the ways in which the book comes to a multiple of four.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import GREY, INK
from generator.design.type_scale import REPORT
from generator.document.model import Run
from generator.drawing import Role
from generator.layout.book import columns, tables
from generator.layout.book.compositor import BOLD, SANS, Voice, placed
from generator.layout.book.sheet import Mark, Sheet, accent
from generator.layout.desk import HEADING
from generator.typeset.model import Align
from generator.units import pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Definition, Discrepancy, RichText, SourceNote
    from generator.drawing import Item
    from generator.layout.book.columns import Block
    from generator.layout.book.tables import Slab
    from generator.layout.desk import Desk
    from generator.units import Length

NAME = "附录"
HEAD = (Run(NAME),)
TERM = Voice(REPORT.note, BOLD, INK)
TEXT = Voice(REPORT.note, SANS, INK, Align.JUSTIFY)
ASIDE = Voice(REPORT.note, SANS, GREY, Align.JUSTIFY)
BLOCK_GAPS = (pt(11), pt(5.5), pt(4), pt(3))
"""White after a block: the loosest that takes no more pages than the tightest; a line or half of one keeps the columns in line."""
SPREAD_PARTS = frozenset({"definitions", "discrepancies"})
"""The parts that begin a page of their own when the back matter is spread out."""
HEAD_HEIGHT = A4.baseline * 3
"""From a part's heading to its first line."""
PART_GAP = A4.baseline * 2
LEAST_COLUMN = A4.baseline * 6
"""A part does not begin in less room than its heading and this."""
TOP, BOTTOM = A4.y(A4.first), A4.y(A4.last)
TABLE_RISE = pt(12)
"""A table's upper edge stands this far above the baseline of its place."""


@dataclass(frozen=True, slots=True)
class Part:
    """A named part of small text; `id` is ASCII."""

    id: str
    name: str
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Stack:
    """Pages that grow downwards: the items and marks of each, and the next free baseline on the last."""

    first: int
    y: Length = TOP
    items: list[list[Item]] = field(default_factory=lambda: [[]])
    marks: list[list[Mark]] = field(default_factory=lambda: [[]])

    @property
    def page(self) -> int:
        """The number of the last page."""
        return self.first + len(self.items) - 1

    def turn(self) -> None:
        """Begin a new page, unless the last is still empty."""
        if self.items[-1]:
            self.items.append([])
            self.marks.append([])
        self.y = TOP

    def sheets(self) -> tuple[Sheet, ...]:
        """Return the pages; one that begins with a part's heading has no running head over it."""
        made = enumerate(zip(self.items, self.marks, strict=True), self.first)
        return tuple(
            Sheet(number, tuple(items), () if marks and marks[0].y < TOP else HEAD, marks=tuple(marks))
            for number, (items, marks) in made
            if items
        )


@dataclass(frozen=True, slots=True)
class Material:
    """The back matter, set once and laid down as often as it takes to close the book: slabs of tables by page, and parts."""

    slabs: tuple[tuple[Slab, ...], ...]
    parts: tuple[Part, ...]


def material(desk: Desk) -> Material:
    """Set the back matter."""
    figures = tables.key_tables(desk, desk.report.tables)
    tops = (TOP + HEAD_HEIGHT - TABLE_RISE, TOP - TABLE_RISE)
    ways = (tables.laid_down([tables.padded(one, pad) for one in figures], tops, BOTTOM + pt(4)) for pad in tables.ROW_PADS)
    return Material(min(ways, key=len) if figures else (), tuple(_parts(desk)))


def backmatter_sheets(desk: Desk, matter: Material, number: int, *, spread: bool) -> tuple[Sheet, ...]:
    """Return the pages of the back matter from a page number on, as loosely set as their least number allows."""
    *looser, tightest = BLOCK_GAPS
    least = _laid(desk, matter, number, tightest, spread=spread)
    for gap in looser:
        made = _laid(desk, matter, number, gap, spread=spread)
        if len(made) == len(least):
            return made
    return least


def _laid(desk: Desk, matter: Material, number: int, gap: Length, *, spread: bool) -> tuple[Sheet, ...]:
    stack = Stack(number)
    _key_figures(desk, stack, matter.slabs)
    for part in matter.parts:
        if spread and part.id in SPREAD_PARTS:
            stack.turn()
        _part(desk, stack, replace(part, blocks=tuple(replace(block, after=gap) for block in part.blocks)))
    return stack.sheets()


def _key_figures(desk: Desk, stack: Stack, pages: Sequence[Sequence[Slab]]) -> None:
    if not pages:
        return
    _heading(desk, stack, "key-figures", "关键数据")
    for index, slabs in enumerate(pages):
        if index:
            stack.turn()
        x = A4.columns(stack.page).left
        for slab in slabs:
            stack.items[-1] += slab.draw(x)
            stack.y = slab.top + slab.height + TABLE_RISE + PART_GAP
    stack.y = _on_grid(stack.y)


def _part(desk: Desk, stack: Stack, part: Part) -> None:
    rest: Sequence[Block] = part.blocks
    if stack.y + HEAD_HEIGHT + min(LEAST_COLUMN, columns.tall(rest) // 2) > BOTTOM:
        stack.turn()
    _heading(desk, stack, part.id, part.name)
    while rest:
        split, end = columns.balanced(rest, BOTTOM - stack.y + REPORT.note.leading)
        stack.items[-1] += columns.draw(rest[:end], split, stack.page, stack.y)
        stack.y += max(columns.tall(rest[:split]), columns.tall(rest[split:end]))
        rest = rest[end:]
        if rest:
            stack.turn()
    stack.y = _on_grid(stack.y + PART_GAP)


def _heading(desk: Desk, stack: Stack, key: str, name: str) -> None:
    x = A4.columns(stack.page).left
    title = desk.compositor.line((Run(name),), HEADING, role=Role.HEADING_1)
    stack.items[-1] += [accent(x, stack.y - A4.baseline - pt(2), desk.brand), placed(title, x, stack.y + pt(5))]
    stack.marks[-1].append(Mark(key, name, y=max(0, stack.y - 3 * A4.baseline)))
    stack.y += HEAD_HEIGHT


def _on_grid(y: Length) -> Length:
    return -(-y // A4.baseline) * A4.baseline


def _parts(desk: Desk) -> Iterator[Part]:
    report = desk.report
    wanted = (
        ("definitions", "定义与口径", tuple(_definition(desk, one) for one in report.definitions)),
        ("discrepancies", "差异与取舍", tuple(_discrepancy(desk, one) for one in report.discrepancies)),
        ("sources", "来源", tuple(_source(desk, one) for one in report.sources)),
    )
    return (Part(key, name, blocks) for key, name, blocks in wanted if blocks)


def _block(desk: Desk, texts: Sequence[tuple[RichText, Voice]], origin: str) -> Block:
    measure = A4.columns(1).span(columns.COLUMN)
    return columns.Block(tuple(desk.compositor.set(text, voice, measure, origin) for text, voice in texts if text), 0)


def _definition(desk: Desk, one: Definition) -> Block:
    return _block(desk, ((one.term, TERM), (one.text, TEXT)), one.origin)


def _source(desk: Desk, one: SourceNote) -> Block:
    return _block(desk, ((one.name, TERM), (one.text, TEXT)), one.origin)


def _discrepancy(desk: Desk, one: Discrepancy) -> Block:
    texts = (
        (one.about, TERM),
        ((Run("见于："), *one.found), ASIDE),
        ((Run("取用："), *one.decision), TEXT),
        ((Run("理由："), *one.because), TEXT),
    )
    return _block(desk, texts, one.origin)
