"""White on a page: from what is inked to what is inked next, over the whole measure; fields behind words are no ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.drawing import Box, Close, Group, Image, Path
from generator.layout.book.placements import box_of, placed_runs
from generator.units import Point, mm
from tests.layout.book.book_making import GRID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.drawing import Item
    from generator.layout.book.page import Book, Page
    from generator.units import Length

MOST = mm(60)


def gaping(book: Book) -> list[tuple[int, int]]:
    """The pages that are not named quiet and have a hole all the same, and how many millimetres of it."""
    found = ((page.number, tallest(page)) for page in book.pages if not page.quiet)
    return [(number, round(hole / mm(1))) for number, hole in found if hole > MOST]


def tallest(page: Page) -> Length:
    """The most white between two inked things, or from one to the head or the foot of the type area."""
    top, foot = GRID.y(GRID.first - 1), GRID.y(GRID.last)
    reached, most = top, 0
    for start, end in sorted(one for one in inked(page.items, Point(0, 0)) if one[1] > top and one[0] < foot):
        most, reached = max(most, start - reached), max(reached, end)
    return max(most, foot - reached)


def inked(items: Iterable[Item], at: Point) -> Iterator[tuple[Length, Length]]:
    """Upper and lower edge of every text and mark."""
    yield from ((box.y, box.bottom) for box in (box_of(run, there) for run, there in placed_runs(items)))
    yield from _marks(items, at)


def _marks(items: Iterable[Item], at: Point) -> Iterator[tuple[Length, Length]]:
    for item in items:
        if isinstance(item, Group):
            yield from _marks(item.items, Point(at.x + item.at.x, at.y + item.at.y))
        elif (isinstance(item, Box) and item.rect.width < GRID.size.width) or isinstance(item, Image):
            yield at.y + item.rect.y, at.y + item.rect.bottom
        elif isinstance(item, Path):
            ys = [at.y + segment.to.y for segment in item.segments if not isinstance(segment, Close)]
            yield min(ys), max(ys)
