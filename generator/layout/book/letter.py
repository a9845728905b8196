"""A letter (致辞) on pages of its own: the writer's portrait in the margin, the text beside it, and at its end, flush right, who signs.

The salutation (a first paragraph that ends with a colon) stands without an indent, as letters are written. A long letter goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.grid import MAIN, SIDE
from generator.document.model import plain
from generator.layout.book.compositor import stacked
from generator.layout.book.costs import HOLE
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.flow import Figured, evenly, height, over_pages, whole
from generator.layout.book.picture_band import plate_of
from generator.layout.book.prose import passages, set_down, under_words
from generator.layout.book.section import head_band
from generator.layout.motifs.tree_rings import OVER_RINGS, rings_at_foot
from generator.pictures.model import ratio
from generator.typeset.model import Align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.design.grid import PageGrid
    from generator.document.model import Letter, Section
    from generator.drawing import Item
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.flow import Piece
    from generator.layout.book.picture_band import Plate
    from generator.typeset.model import Composed
    from generator.units import Length

HIGH, WIDE = 3, 4
"""Lines that a signature is high, and columns that it is wide, at the most."""
LEAST = 8
"""Fewer lines than these stand on no last page: they are too few over a signature."""
OVER_SIGN = 2


@dataclass(frozen=True, slots=True)
class Sign(Figured):
    """Who signs: the signature over name and office, all ending at the right edge of the text."""

    grid: PageGrid
    measure: Length
    hand: Plate | None
    words: tuple[Composed, ...]
    origin: str
    kind: str = "sign"
    before: int = OVER_SIGN

    @property
    def lines(self) -> int:
        """The signature, and a line for each of name and office."""
        return self._high + sum(self.grid.holding(one.height) for one in self.words)

    @property
    def _high(self) -> int:
        return self.hand.lines(self.grid) if self.hand else 0

    def split(self, room: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Stand whole or not at all."""
        return ((self,), ()) if self.lines <= room else ((), (self,))

    def draw(self, grid: PageGrid, x: Length, line: int) -> tuple[Item, ...]:
        """Return signature, name and office."""
        hand = self.hand.figure(grid, x + self.measure - self.hand.size.width, line) if self.hand else ()
        return (*hand, *stacked(self.words, x, grid.y(line + self._high)))


def letter_pages(compositor: Compositor, section: Section, number: int) -> tuple[PageDraft, ...]:
    """Return the pages of a letter from a page number on."""
    grid, look, head = compositor.grid, compositor.look, head_band(compositor, section)
    line = grid.first + head.least + 2
    flow = under_words(grid, (*_salutation(compositor, section), *_signed(compositor, section)))
    line = max(line, min(grid.hang, grid.last + 1 - height(flow)))
    flows = over_pages(flow, grid.last + 1 - line, grid.lines)
    if len(flows) > 1 and height(flows[-1]) < LEAST:
        flows = evenly(flow, grid.last + 1 - line, grid.lines)
    made = []
    for at, words in enumerate(flows, number):
        first = line if at == number else grid.first
        white = grid.last + 1 - first - height(words)
        rings = rings_at_foot(grid, at, white - OVER_RINGS, look.rule) if white > HOLE else ()
        above = (*head.draw(at, grid.first, head.least), *_portrait(compositor, section, at, line)) if at == number else ()
        items = (*rings, *above, *set_down(grid, words, grid.columns(at).x(SIDE), first, look.ink))
        marks = (Mark(section.id, str(section.name)),) if at == number else ()
        made.append(PageDraft(at, items, marks, () if at == number else section.name.text, quiet=white > HOLE))
    return tuple(made)


def _salutation(compositor: Compositor, section: Section) -> Iterator[Piece]:
    """Yield the letter's text, its salutation flush left."""
    measure, blocks = compositor.span(MAIN), section.blocks
    first = section.text[0] if section.text and section.text[0] is blocks[0] else None
    if first and first.kind == "text" and plain(first.text).endswith(("：", ":")):
        made = compositor.set(first.text, compositor.voices.item, measure, first.origin)
        yield whole(made, first.kind, first.origin)
        blocks = blocks[1:]
    yield from passages(compositor, blocks, measure, compositor.look.ink)


def _signed(compositor: Compositor, section: Section) -> Iterator[Piece]:
    letter, voices, measure = section.letter, compositor.voices, compositor.span(MAIN)
    if letter is None:
        return
    told = ((letter.office, voices.words), (letter.by, voices.strong))
    words = tuple(
        compositor.set(one.text, replace(voice, align=Align.RIGHT), measure, one.origin) for one, voice in told if one.text
    )
    yield Sign(compositor.grid, measure, _hand(compositor, letter), words, section.origin)


def _hand(compositor: Compositor, letter: Letter) -> Plate | None:
    """Return the signature as large as its room lets it be."""
    if letter.signature is None:
        return None
    shown = compositor.pictures.get(letter.signature.shown)
    width = min(compositor.span(WIDE), round(HIGH * compositor.grid.baseline * (ratio(shown) if shown else 1)))
    return plate_of(compositor, replace(letter.signature, caption=(), credit=()), width, width)


def _portrait(compositor: Compositor, section: Section, page: int, line: int) -> tuple[Item, ...]:
    """Return the writer's portrait with its caption in the margin's column, level with the text."""
    if section.letter is None or section.letter.portrait is None:
        return ()
    grid, measure = compositor.grid, compositor.span(SIDE)
    plate, left = plate_of(compositor, section.letter.portrait, measure, measure), compositor.grid.columns(page).left
    return (*plate.figure(grid, left, line), *stacked(plate.words, left, grid.y(line + plate.lines(grid))))
