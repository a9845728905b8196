"""The back matter: key figures, definitions, differences and sources, small and complete, over as many pages as they take.

`spread` begins each part on a page of its own: one of the ways in which the book comes to a multiple of four.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from generator.diagnostics import said
from generator.document.model import Discrepancy, RichText, Run
from generator.drawing import Item, Role
from generator.layout.book import key_figures, small_print, tables
from generator.layout.book.compositor import Compositor, placed
from generator.layout.book.costs import HOLE
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.ornaments import accent
from generator.layout.motifs.tree_rings import OVER_RINGS, rings_at_foot
from generator.layout.overflow import Overflow
from generator.units import Length, em

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.design.grid import PageGrid
    from generator.ink import Ink
    from generator.layout.book.small_print import Block
    from generator.layout.book.tables import Slab
    from generator.layout.book.voices import Voice, Voices

Draw: TypeAlias = "Callable[[], tuple[Item, ...]]"
"""Draws what lies at a place, when the page is drawn."""

NAME = "附录"
HEAD = (Run(NAME),)
BLOCK_GAPS = (1, 1 / 2, 4 / 11, 3 / 11)
"""White after a block, in its lines: the loosest that takes no more pages than the tightest; one or half keeps the columns in line."""
SPREAD_PARTS = frozenset({"definitions", "discrepancies"})
"""The parts that begin a page of their own when the back matter is spread out."""
HEAD_LINES, PART_GAP = 3, 2
"""Lines of the grid from a part's heading to its first line, and between two parts."""
LEAST_COLUMN = 6
"""A part does not begin in less room than its heading and so many lines of the grid."""
TABLE_RISE, TABLE_FOOT = 12 / 17, 4 / 17
"""Lines by which a table's upper edge stands above the baseline of its place, and its lower one may stand under the last."""
ACCENT_RISE, HEADING_DROP = 19 / 17, 5 / 17
"""Lines from a heading's place up to its short rule and down to its baseline."""


@dataclass(frozen=True, slots=True)
class Part:
    """A named part of small text; `id` is ASCII."""

    id: str
    name: str
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Stack:
    """Pages that grow downwards: what draws the items of each and its marks, and the next free baseline on the last.

    They are laid down as often as it takes to close the book, and drawn once.
    """

    grid: PageGrid
    first: int
    y: Length
    pages: list[tuple[list[Draw], list[Mark]]] = field(default_factory=lambda: [([], [])])
    feet: list[Length] = field(default_factory=list)
    """The last baseline of each page that has been turned."""
    gap: Length = 0
    """White that has been left on the last page since its last line."""

    def __len__(self) -> int:
        """Return how many pages there are; an empty one is none."""
        return sum(bool(draws) for draws, _ in self.pages)

    @property
    def page(self) -> int:
        """The number of the last page."""
        return self.first + len(self.pages) - 1

    def put(self, draw: Draw) -> None:
        """Lay down on the last page what this draws."""
        self.pages[-1][0].append(draw)
        self.gap = 0

    def turn(self) -> None:
        """Begin a new page, unless the last is still empty."""
        if self.pages[-1][0]:
            self.feet.append(self.y - self.gap)
            self.pages.append(([], []))
        self.y, self.gap = self.grid.y(self.grid.first), 0

    def down(self, lines: float) -> None:
        """Go down by so many lines, to the next line of the grid."""
        before, self.y = self.y, self.grid.holding(self.grid.over(self.y, -lines)) * self.grid.baseline
        self.gap = self.y - before

    @property
    def white(self) -> tuple[int, ...]:
        """The lines of the grid that are white at the foot of each page."""
        feet = (*self.feet, self.y - self.gap)[: len(self)]
        return tuple((self.grid.y(self.grid.last) - foot) // self.grid.baseline for foot in feet)

    def drafts(self, ink: Ink) -> Iterator[PageDraft]:
        """Yield the pages; one that begins with a part's heading has no running head over it, and one that ends early has rings.

        Facing pages that both end early have one drawing of rings between them.
        """
        top, whites = self.grid.y(self.grid.first), dict(enumerate(self.white, self.first))
        for number, (draws, marks) in enumerate(self.pages[: len(self)], self.first):
            ends, facing = whites[number] >= HOLE, whites.get(number - 1 if number % 2 else number + 1, 0)
            white = min(whites[number], facing) if facing >= HOLE else whites[number]
            items = (
                *(rings_at_foot(self.grid, number, white - OVER_RINGS, ink) if ends else ()),
                *chain(*(draw() for draw in draws)),
            )
            yield PageDraft(number, items, tuple(marks), () if marks and marks[0].y < top else HEAD, quiet=ends)


@dataclass(frozen=True, slots=True)
class Material:
    """The back matter, set once and laid down as often as it takes to close the book: slabs of tables by page, and parts."""

    slabs: tuple[tuple[Slab, ...], ...]
    parts: tuple[Part, ...]


def material(compositor: Compositor) -> Material:
    """Set the back matter."""
    grid, figures = compositor.grid, key_figures.key_tables(compositor, compositor.report.tables)
    first, later = (grid.over(grid.y(line), TABLE_RISE) for line in (grid.first + HEAD_LINES, grid.first))
    bottom = grid.over(grid.y(grid.last), -TABLE_FOOT)
    ways = (tables.laid_down([tables.padded(one, pad) for one in figures], (first, later), bottom) for pad in tables.ROW_PADS)
    return Material(min(ways, key=len) if figures else (), tuple(_parts(compositor)))


def laid(compositor: Compositor, matter: Material, number: int, *, spread: bool) -> Stack:
    """Lay down the back matter from a page number on, as loosely as its least number of pages allows."""
    *looser, tightest = BLOCK_GAPS
    least = _laid(compositor, matter, number, tightest, spread=spread)
    for gap in looser:
        made = _laid(compositor, matter, number, gap, spread=spread)
        if len(made) == len(least):
            return made
    return least


def _laid(compositor: Compositor, matter: Material, number: int, gap: float, *, spread: bool) -> Stack:
    grid, after = compositor.grid, em(compositor.voices.cell.leading, gap)
    stack = Stack(grid, number, grid.y(grid.first))
    _key_figures(compositor, stack, matter.slabs)
    for part in matter.parts:
        if spread and part.id in SPREAD_PARTS:
            stack.turn()
        _part(compositor, stack, replace(part, blocks=tuple(replace(block, after=after) for block in part.blocks)))
    return stack


def _key_figures(compositor: Compositor, stack: Stack, pages: Sequence[Sequence[Slab]]) -> None:
    if not pages:
        return
    _heading(compositor, stack, "key-figures", "关键数据")
    for index, slabs in enumerate(pages):
        if index:
            stack.turn()
        x = stack.grid.columns(stack.page).left
        for slab in slabs:
            stack.put(partial(slab.draw, x))
            stack.y = slab.top + slab.height
    stack.down(TABLE_RISE + PART_GAP)


def _part(compositor: Compositor, stack: Stack, part: Part) -> None:
    grid, rest = stack.grid, part.blocks
    bottom, least = grid.y(grid.last), min(LEAST_COLUMN * grid.baseline, small_print.tall(part.blocks) // 2)
    if stack.y + HEAD_LINES * grid.baseline + least > bottom:
        stack.turn()
    _heading(compositor, stack, part.id, part.name)
    while rest:
        split, end = small_print.balanced(rest, bottom - stack.y + compositor.voices.cell.leading)
        stack.put(partial(small_print.draw, part.id, rest[:end], split, grid.columns(stack.page), stack.y))
        stack.y += max(small_print.tall(rest[:split]), small_print.tall(rest[split:end]))
        rest = rest[end:]
        if rest:
            stack.turn()
    stack.down(PART_GAP)


def _heading(compositor: Compositor, stack: Stack, key: str, name: str) -> None:
    grid = stack.grid
    stack.put(partial(_drawn_heading, compositor, name, grid.columns(stack.page).left, stack.y))
    stack.pages[-1][1].append(Mark(key, name, y=max(0, stack.y - 3 * grid.baseline)))
    stack.y += HEAD_LINES * grid.baseline


def _drawn_heading(compositor: Compositor, name: str, x: Length, y: Length) -> tuple[Item, ...]:
    grid, title = compositor.grid, compositor.line((Run(name),), compositor.voices.heading, role=Role.HEADING_1)
    return accent(x, grid.over(y, ACCENT_RISE), compositor.look.marks.accent), placed(title, x, grid.over(y, -HEADING_DROP))


def _parts(compositor: Compositor) -> Iterator[Part]:
    report, voices = compositor.report, compositor.voices
    wanted = (
        ("definitions", "定义与口径", report.definitions, lambda one: ((one.term, voices.term), (one.text, voices.small))),
        ("discrepancies", "差异与取舍", report.discrepancies, lambda one: _discrepancy(voices, one)),
        ("sources", "来源", report.sources, lambda one: ((one.name, voices.term), (one.text, voices.small))),
    )
    for key, name, told, texts in wanted:
        if told:
            yield Part(key, name, tuple(_block(compositor, texts(one), one.origin) for one in told))


def _block(compositor: Compositor, texts: Sequence[tuple[RichText, Voice]], origin: str) -> Block:
    """Set texts that stay together; what there is to tell of them, where no page holds them under a heading, goes with the first."""
    grid, measure = compositor.grid, compositor.span(small_print.COLUMN)
    first, *others = (compositor.set(text, voice, measure, origin) for text, voice in texts if text)
    sizes = (grid.holding(first.height + sum(one.height for one in others)), grid.lines - HEAD_LINES)
    faults = compositor.told(Overflow(said("part.entry"), said("room.page"), *sizes, origin))
    return small_print.Block((replace(first, faults=faults), *others), 0)


def _discrepancy(voices: Voices, one: Discrepancy) -> Sequence[tuple[RichText, Voice]]:
    return (
        (one.about, voices.term),
        ((Run("见于："), *one.found), voices.aside),
        ((Run("取用："), *one.decision), voices.small),
        ((Run("理由："), *one.because), voices.small),
    )
