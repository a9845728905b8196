"""The front door of the book: a resolved report in, all its pages out, with what leads through them.

Cover · about and contents · the figures at a glance · a spread and more for each theme · history · outlook · back matter · back cover.
The count closes on a multiple of four (saddle stitching): the back matter spreads out, or quiet pages stand before the back cover.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Told
from generator.document.model import Run
from generator.layout import faults
from generator.layout.book.backmatter import NAME, laid, material
from generator.layout.book.chapter import theme_pages
from generator.layout.book.compositor import Compositor, compositor_at
from generator.layout.book.contents import Entry, about_page, contents_pages, own_pages
from generator.layout.book.cover import back_cover, cover
from generator.layout.book.draft import PageDraft, furnished
from generator.layout.book.history_spread import history_spread
from generator.layout.book.lone_pages import divider, notes_page
from generator.layout.book.overview import opens_left, overview_pages
from generator.layout.book.page import Book, Destination, OutlineEntry
from generator.layout.book.section import closing_band, closing_fits, section_bands, section_pages, statement_pages
from generator.layout.book.statement_page import statement_page, statement_spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.layout.desk import Desk

SIGNATURE = 4
"""Pages to a folded sheet."""

FIRST_FLOWING = 3
"""Cover, and about with contents, come before it; more contents take pages of their own, so many that themes still open left."""

CLOSINGS = tuple((spread, parted, notes) for notes in range(3) for parted in (False, True) for spread in (False, True))
"""Ways to close the book, the quietest first: back matter spread out, a page that parts it off, pages for notes."""


def lay_out(desk: Desk) -> Told[Book]:
    """Lay out the whole book; what does not fit is told as `does-not-fit`, at the author's line."""
    compositor = compositor_at(desk)
    about, flowing = about_page(compositor, desk.report.about), _flowing(compositor, FIRST_FLOWING)
    entries = tuple(_entries(compositor, flowing))
    own = own_pages(compositor, about, entries)
    if own:
        own += not opens_left(compositor, desk.report.overview, FIRST_FLOWING + own)
        flowing = _flowing(compositor, FIRST_FLOWING + own)
        entries = tuple(_entries(compositor, flowing))
    front = contents_pages(compositor, about, entries, own)
    drafts = (cover(compositor), *front, *flowing, back_cover(compositor, FIRST_FLOWING + own + len(flowing)))
    pages = tuple(furnished(compositor, draft) for draft in drafts)
    marks = [(draft.number, mark) for draft in drafts for mark in draft.marks]
    book = Book(
        desk.report.imprint,
        pages,
        tuple(Destination(mark.name, number, mark.y) for number, mark in marks),
        tuple(OutlineEntry(mark.title, 1, mark.name) for _, mark in marks),
    )
    return Told(book, faults.each_once(fault for page in pages for fault in faults.of_items(page.items)))


def _flowing(compositor: Compositor, number: int) -> tuple[PageDraft, ...]:
    """Return what comes after the contents, from a page number on: what the report tells, and its back matter."""
    told = _told(compositor, number)
    return (*told, *_closed(compositor, number + len(told)))


def _told(compositor: Compositor, number: int) -> tuple[PageDraft, ...]:
    """Return what the report tells: the glance, the themes, history and outlook."""
    report = compositor.report
    made = [*overview_pages(compositor, report.overview, number)]
    for age, theme in enumerate(report.themes, 1):
        made += theme_pages(compositor, theme, number + len(made), age)
        if theme.statement:
            made += statement_spread(compositor, theme, theme.statement, number + len(made))
    return (*made, *_afterwards(compositor, number + len(made)))


def _afterwards(compositor: Compositor, number: int) -> tuple[PageDraft, ...]:
    """Return history and outlook, and after them what was said of them."""
    made = [*_history_and_outlook(compositor, number)]
    for section in (compositor.report.history, compositor.report.outlook):
        if section and section.statement:
            made.append(statement_page(compositor, section, section.statement, number + len(made)))
    return tuple(made)


def _history_and_outlook(compositor: Compositor, number: int) -> tuple[PageDraft, ...]:
    """Return history and outlook: as a spread where the years can be unrolled over it.

    Else the outlook stands at the foot of history's last page where it fits there, or as a statement of its own.
    """
    history, outlook = compositor.report.history, compositor.report.outlook
    if history and (told := history_spread(compositor, history, outlook, number)):
        after = number + len(told.pages)
        more = section_pages(history, told.rest, after, begun=True) if told.rest else ()
        ahead = statement_pages(compositor, outlook, after + len(more)) if outlook and not told.outlook else ()
        return (*told.pages, *more, *ahead)
    closing = closing_band(compositor, outlook) if outlook else None
    body = section_bands(compositor, history) if history else ()
    if history and closing and closing_fits(body, closing):
        return section_pages(history, (*body, closing), number)
    past = section_pages(history, body, number) if history else ()
    ahead = statement_pages(compositor, outlook, number + len(past)) if outlook else ()
    return (*past, *ahead)


def _closed(compositor: Compositor, number: int) -> tuple[PageDraft, ...]:
    """Return the back matter in the quietest way that leaves one page, the back cover, to a multiple of four."""
    matter = material(compositor)
    for spread, parted, notes in CLOSINGS:
        made = laid(compositor, matter, number + parted, spread=spread)
        if (number + parted + len(made) + notes) % SIGNATURE == 0:
            break
    opening = (divider(compositor, number, NAME),) if parted else ()
    after = number + len(opening) + len(made)
    return (*opening, *made.drafts(), *(notes_page(compositor, after + index) for index in range(notes)))


def _entries(compositor: Compositor, drafts: Sequence[PageDraft]) -> Iterator[Entry]:
    """Yield a line of the contents for each place that a page marks; themes and sections show their message under it."""
    report = compositor.report
    themes = {theme.id: theme for theme in report.themes}
    sections = {section.id: section for section in (report.overview, report.history, report.outlook) if section}
    for page, mark in ((draft.number, mark) for draft in drafts for mark in draft.marks):
        if theme := themes.get(mark.name):
            ink = compositor.inks(theme).main
            yield Entry((theme.number,), theme.name.text, theme.message.text, page, mark.name, ink, theme.origin)
        elif section := sections.get(mark.name):
            yield Entry((), section.name.text, section.message.text, page, mark.name, origin=section.origin)
        else:
            yield Entry((), (Run(mark.title),), (), page, mark.name)
