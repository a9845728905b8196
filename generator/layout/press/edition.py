"""The edition for the press: each page on a larger sheet, its trim and bleed known, marks and slug round it.

In: the finished book, what the print shop asks for, and the profile of its press. Out: a book with the same items in the same order, moved
into their sheets, pictures by their plates. Links and what leads through a file are gone: paper has none, and PDF/X forbids them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.drawing import Group, Image, Link, Path
from generator.layout.book.page import Boxes
from generator.layout.press.marks import marks
from generator.layout.press.slug import slug
from generator.pictures.inks import on_press
from generator.pictures.packing import on_plates
from generator.units import Insets, Point, Rect, Size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.design.press import PrintJob
    from generator.drawing import Item
    from generator.fonts.library import Library
    from generator.layout.book.page import Book, Page


def print_edition(book: Book, job: PrintJob, profile: bytes, library: Library) -> Book:
    """Return a book's edition for the press."""
    pages = tuple(_sheet(page, book, (job, profile), library) for page in book.pages)
    return replace(book, pages=pages, destinations=(), outline=())


def _sheet(page: Page, book: Book, press: tuple[PrintJob, bytes], library: Library) -> Page:
    job, profile = press
    by = job.margin
    trim = Rect(by, by, page.size.width, page.size.height)
    over = -job.bleed
    boxes = Boxes(trim, trim.inset(Insets(over, over, over, over)))
    around = (*marks(trim, job), slug(book.imprint, page, len(book.pages), (trim, job), library)) if job.marks else ()
    size = Size(page.size.width + 2 * by, page.size.height + 2 * by)
    return replace(page, size=size, items=(Group(tuple(_on_paper(page.items, profile)), Point(by, by)), *around), boxes=boxes)


def _on_paper(items: Iterable[Item], profile: bytes) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield replace(item, items=tuple(_on_paper(item.items, profile)))
        elif isinstance(item, Image):
            yield replace(item, pixels=on_plates(item.pixels, profile))
        elif isinstance(item, Path):
            fill, stroke = (ink and on_press(ink, profile) for ink in (item.fill, item.stroke))
            yield item if (fill, stroke) == (item.fill, item.stroke) else replace(item, fill=fill, stroke=stroke)
        elif not isinstance(item, Link):
            yield item
