"""The slides as a PDF: a deck in, a book of its pictures out, a page a slide, for organizers and for a room without an office program.

Every slide is there, the hidden ones too: what is sent ahead is read, not shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.drawing import Group, Role
from generator.layout.book.page import Book, Destination, OutlineEntry, Page
from generator.layout.deck.picture import Painter, page_name

if TYPE_CHECKING:
    from generator.drawing import Item
    from generator.layout.deck.slide import Deck, Slide
    from generator.layout.desk import Desk


def in_pages(deck: Deck, desk: Desk) -> Book:
    """Return the slides as pages; the outline has sections and, below them, the titles of their slides."""
    painter = Painter.of(deck, desk, live=True)
    pages = tuple(Page(one.number, str(one.number), deck.size, (_read(one, painter.picture(one).items),)) for one in deck.slides)
    titles = {one.number: one.title for one in deck.slides}
    outline = tuple(
        entry
        for section in deck.sections
        for entry in (
            OutlineEntry(section.name, 1, page_name(section.slides[0])),
            *(OutlineEntry(titles[number], 2, page_name(number)) for number in section.slides),
        )
    )
    return Book(deck.imprint, pages, tuple(Destination(page_name(number), number, 0) for number in titles), outline)


def _read(slide: Slide, items: tuple[Item, ...]) -> Group:
    """Return what a slide shows as a part of what is read."""
    return Group(items, role=Role.PART, origin=page_name(slide.number))
