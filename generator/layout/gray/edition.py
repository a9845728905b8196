"""The edition of one ink, for an office printer: the book as it is, every colour as a gray of its lightness.

In: the finished book and its themes' inks. Out: a book of the same items at the same places, with what else a chart needs to be read
without colour (`hatches`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.drawing import Box, Disc, Group, Image, Path, Role, TextRun
from generator.layout.gray.hatches import in_gray, told_apart
from generator.layout.gray.tones import grays_of
from generator.pictures.packing import grayed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.page import Book
    from generator.layout.gray.tones import Grays


def gray_edition(book: Book, themes: Iterable[Ink]) -> Book:
    """Return a book's edition in gray; `themes` are the inks of its themes' fields and letters."""
    gray = grays_of(themes)
    return replace(book, pages=tuple(replace(page, items=tuple(_grayed(page.items, gray))) for page in book.pages))


def _grayed(items: Iterable[Item], gray: Grays) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            figure = item.role is Role.FIGURE and item.alt
            yield replace(item, items=told_apart(item.items, gray) if figure else tuple(_grayed(item.items, gray)))
        elif isinstance(item, TextRun):
            yield replace(item, ink=gray(item.ink))
        elif isinstance(item, Path | Box | Disc):
            yield in_gray(item, gray)
        elif isinstance(item, Image):
            yield replace(item, pixels=grayed(item.pixels))
        else:
            yield item
