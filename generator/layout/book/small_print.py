"""Small text in two columns under a heading: blocks that stay whole in, pages of balanced columns out. Heights are EMU: 7.5 on 11 pt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.design.grid import Columns
from generator.drawing import Group, Item, Role
from generator.layout.book.compositor import stacked
from generator.typeset.model import Composed
from generator.units import Length

COLUMN = 6
"""Columns of the grid to a column of small text."""


@dataclass(frozen=True, slots=True)
class Block:
    """Set paragraphs that stay together, with white after them."""

    parts: tuple[Composed, ...]
    after: Length

    @property
    def height(self) -> Length:
        """Its lines and the white after them."""
        return sum(part.height for part in self.parts) + self.after


def balanced(blocks: Sequence[Block], height: Length) -> tuple[int, int]:
    """Return how many blocks stand in the left column, and up to which in the right; at least one is taken.

    Both are as low as they can be, up to this height, and still take as many blocks.
    """
    left = _column(blocks, 0, height)
    end = _column(blocks, left, height)
    if end < len(blocks):
        return left, end
    for split in range((end + 1) // 2, end + 1):
        if tall(blocks[:split]) <= height and tall(blocks[:split]) >= tall(blocks[split:end]):
            return split, end
    return left, end


def tall(blocks: Sequence[Block]) -> Length:
    """Return the height of blocks one under another."""
    return sum(block.height for block in blocks)


def draw(name: str, blocks: Sequence[Block], split: int, columns: Columns, baseline: Length) -> tuple[Item, ...]:
    """Return blocks in two columns, the first `split` of them in the left one: of one name, they are one list on all pages."""
    items: list[Item] = []
    for index, part in enumerate((blocks[:split], blocks[split:])):
        y = baseline
        for block in part:
            items.append(_entry(stacked(block.parts, columns.x(COLUMN * index), y)))
            y += block.height
    return (Group(tuple(items), role=Role.LIST, origin=name),)


def _entry(parts: tuple[Group, ...]) -> Group:
    """Return an entry of a list: what it is about, and what is said of it."""
    about, *told = parts
    body = Group(tuple(told), role=Role.BODY, origin=about.origin)
    return Group((replace(about, role=Role.LABEL), body), role=Role.LIST_ITEM, origin=about.origin)


def _column(blocks: Sequence[Block], start: int, height: Length) -> int:
    end = start
    while end < len(blocks) and (blocks[end].height - blocks[end].after <= height or end == start == 0):
        height -= blocks[end].height
        end += 1
    return end
