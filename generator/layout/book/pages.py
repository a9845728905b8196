"""The front door of the book: a resolved report in, all its pages out, with what leads through them.

Cover · about and contents · the figures at a glance · a spread and more for each theme · history · outlook · back matter · back cover.
The count closes on a multiple of four (saddle stitching): the back matter spreads out, or quiet pages stand before the back cover.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from generator.diagnostics import Told
from generator.document.ledger import UseKind
from generator.document.model import Run, Section
from generator.layout import faults
from generator.layout.book.about import about_pages
from generator.layout.book.backmatter import NAME, Stack, laid, material
from generator.layout.book.compositor import Compositor, compositor_at
from generator.layout.book.contents import Entry, contents_pages, listing
from generator.layout.book.costs import HOLE
from generator.layout.book.cover import back_cover, cover
from generator.layout.book.draft import Mark, PageDraft, furnished
from generator.layout.book.history_spread import history_spread
from generator.layout.book.index_pages import found, index_pages, page_name
from generator.layout.book.lone_pages import divider, notes_page
from generator.layout.book.overview import opens_left, overview_pages
from generator.layout.book.own_sections import own_pages
from generator.layout.book.page import Book, Destination, OutlineEntry
from generator.layout.book.section import closed_pages, section_pages, statement_pages
from generator.layout.book.statement_page import statement_page, statement_spread
from generator.layout.book.theme import theme_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import ResolvedReport
    from generator.layout.desk import Desk

SIGNATURE = 4
"""Pages to a folded sheet."""

CLOSINGS = tuple((spread, parted, notes) for notes in range(3) for parted in (False, True) for spread in (False, True))
"""Ways to close the book: back matter spread out, a page that parts it off, pages for notes."""
PARTED, NOTES, EARLY = 12, 24, 8
"""What a page that parts, one for notes, and one of the back matter that ends early cost; the cheapest way closes the book."""


def lay_out(desk: Desk) -> Told[Book]:
    """Lay out the whole book; what does not fit is told as `does-not-fit`, at the author's line."""
    compositor = compositor_at(desk)
    drafts = (cover(compositor), *_told_of(compositor))
    drafts = (*drafts, back_cover(compositor, len(drafts) + 1))
    pages = tuple(furnished(compositor, draft) for draft in drafts)
    marks = [(draft.number, mark) for draft in drafts for mark in draft.marks]
    book = Book(
        desk.report.imprint,
        pages,
        tuple(Destination(mark.name, number, mark.y) for number, mark in marks),
        tuple(OutlineEntry(mark.title, 1, mark.name) for _, mark in marks if mark.title),
    )
    return Told(book, faults.each_once(fault for page in pages for fault in faults.of_items(page.items)))


def _told_of(compositor: Compositor) -> tuple[PageDraft, ...]:
    """Return all pages between the covers; those of the contents are counted before what they list is laid down at its pages."""
    about = about_pages(compositor, compositor.report.about)
    number = about.drafts[-1].number + 1
    flowing = _flowing(compositor, number)
    shown = listing(compositor, about, tuple(_entries(compositor, flowing)), partial(_opens_left, compositor, number))
    if shown.own:
        flowing = _flowing(compositor, number + shown.own)
    folios = tuple(entry.page for entry in _entries(compositor, flowing))
    return (*contents_pages(compositor, about, shown.at(folios)), *flowing)


def _opens_left(compositor: Compositor, number: int, own: int) -> bool:
    """Tell whether themes open left after so many pages of contents; where none of two numbers does it, a page parts them."""
    before, overview = _before_themes(compositor.report), compositor.report.overview
    if before and before[-1] is overview:
        return opens_left(compositor, overview, number + own + len(_sections(compositor, before[:-1], number + own)))
    return own > 1 or (number + own + len(_sections(compositor, before, number + own))) % 2 == 0


def _before_themes(report: ResolvedReport) -> tuple[Section, ...]:
    held = takewhile(lambda one: isinstance(one, Section), _printed(report))
    return tuple(one for one in held if isinstance(one, Section))


def _printed(report: ResolvedReport) -> tuple[Section | str, ...]:
    """Return what has pages after the contents, in order, with THEMES where the themes stand."""
    return tuple(one for one in report.ordered if one not in (report.about, report.closing))


def _flowing(compositor: Compositor, number: int) -> tuple[PageDraft, ...]:
    """Return what comes after the contents, from a page number on: what the report tells, and its back matter; an index last of all."""
    told = _told(compositor, number)
    return _indexed(compositor, told, _closed(compositor, number + len(told)))


def _indexed(compositor: Compositor, told: tuple[PageDraft, ...], closed: tuple[PageDraft, ...]) -> tuple[PageDraft, ...]:
    """Return the pages with every index filled in, and a place to lead to on each page that one names.

    A figure's pages are those that tell it; only what nothing else tells is looked up in the back matter.
    """
    drafts = (*told, *closed)
    listed = {one.id: one for one in compositor.report.own if one.index}
    if not listed:
        return drafts
    figures = {use.id: use.figure for use in compositor.report.ledger.uses if use.kind in (UseKind.FIGURE, UseKind.DERIVED)}
    pages, named = {draft.number: draft for draft in drafts}, found(told, figures)
    named = replace(named, figures={**found(closed, figures).figures, **named.figures})
    for draft in drafts:
        for section in (listed[mark.name] for mark in draft.marks if mark.name in listed):
            pages |= {one.number: one for one in index_pages(compositor, section, draft.number, named)}
    led = {page for section in listed.values() for row in section.index for page in named.pages(row)}
    return tuple(replace(one, marks=(*one.marks, *_led_to(one.number, led))) for one in pages.values())


def _led_to(number: int, led: set[int]) -> tuple[Mark, ...]:
    return (Mark(page_name(number), ""),) if number in led else ()


def _told(compositor: Compositor, number: int) -> tuple[PageDraft, ...]:
    """Return what the report tells, part by part in its order."""
    made: list[PageDraft] = []
    for is_section, held in groupby(_printed(compositor.report), key=lambda one: isinstance(one, Section)):
        if is_section:
            made += _sections(compositor, tuple(one for one in held if isinstance(one, Section)), number + len(made))
        else:
            made += _themes(compositor, number + len(made))
    return tuple(made)


def _themes(compositor: Compositor, number: int) -> tuple[PageDraft, ...]:
    """Return the themes, from a left page on: where the page before would be left, it is a quiet one."""
    made = [divider(compositor, number, "")] if number % 2 else []
    for age, theme in enumerate(compositor.report.themes, 1):
        made += theme_pages(compositor, theme, number + len(made), age)
        if theme.statement:
            made += statement_spread(compositor, theme, theme.statement, number + len(made))
    return tuple(made)


def _sections(compositor: Compositor, sections: tuple[Section, ...], number: int) -> tuple[PageDraft, ...]:
    """Return sections that follow one another: the glance, history with the outlook after it, and runs of the author's own."""
    report, made, rest = compositor.report, list[PageDraft](), list(sections)
    while rest:
        first, at = rest.pop(0), number + len(made)
        if first is report.overview:
            made += overview_pages(compositor, first, at)
        elif first.kind:
            run = (first, *takewhile(lambda one: bool(one.kind), rest))
            rest = rest[len(run) - 1 :]
            made += own_pages(compositor, run, at)
        else:
            after = rest.pop(0) if first is report.history and rest[:1] == [report.outlook] else None
            history, outlook = (first, after) if first is report.history else (None, first)
            made += _afterwards(compositor, history, outlook, at)
    return tuple(made)


def _afterwards(compositor: Compositor, history: Section | None, outlook: Section | None, number: int) -> tuple[PageDraft, ...]:
    """Return history and outlook, and after them what was said of them."""
    made = [*_history_and_outlook(compositor, history, outlook, number)]
    for section in (history, outlook):
        if section and section.statement:
            made.append(statement_page(compositor, section, section.statement, number + len(made)))
    return tuple(made)


def _history_and_outlook(
    compositor: Compositor, history: Section | None, outlook: Section | None, number: int
) -> tuple[PageDraft, ...]:
    """Return history and outlook: as a spread where the years can be unrolled over it.

    Else the outlook stands at the foot of history's last page, or as a statement of its own, as costs less.
    """
    if history and (told := history_spread(compositor, history, outlook, number)):
        after = number + len(told.pages)
        more = section_pages(compositor, history, told.rest, after, begun=True) if told.rest else ()
        ahead = statement_pages(compositor, outlook, after + len(more)) if outlook and not told.outlook else ()
        return (*told.pages, *more, *ahead)
    if history:
        return closed_pages(compositor, history, outlook, number)
    return statement_pages(compositor, outlook, number) if outlook else ()


def _closed(compositor: Compositor, number: int) -> tuple[PageDraft, ...]:
    """Return the back matter in the cheapest way that leaves one page, the back cover, to a multiple of four."""
    matter, ink = material(compositor), compositor.look.rule
    tries = ((laid(compositor, matter, number + parted, spread=spread), parted, notes) for spread, parted, notes in CLOSINGS)
    made, parted, notes = min((one for one in tries if not (number + one[1] + len(one[0]) + one[2]) % SIGNATURE), key=_price)
    opening = (divider(compositor, number, NAME),) if parted else ()
    after = number + len(opening) + len(made)
    return (*opening, *made.drafts(ink), *(notes_page(compositor, after + index) for index in range(notes)))


def _price(closing: tuple[Stack, bool, int]) -> int:
    made, parted, notes = closing
    return PARTED * parted + NOTES * notes + EARLY * sum(white > HOLE for white in made.white)


def _entries(compositor: Compositor, drafts: Sequence[PageDraft]) -> Iterator[Entry]:
    """Yield a line of the contents for each place that a page marks; themes and sections show their message under it."""
    report = compositor.report
    themes = {theme.id: theme for theme in report.themes}
    sections = {one.id: one for one in _printed(report) if isinstance(one, Section)}
    for page, mark in ((draft.number, mark) for draft in drafts for mark in draft.marks):
        if theme := themes.get(mark.name):
            ink = compositor.inks(theme).main
            yield Entry((theme.number,), theme.name.text, theme.message.text, page, mark.name, ink, theme.origin)
        elif section := sections.get(mark.name):
            message = section.message.text if section.message.text != section.name.text else ()
            yield Entry((), section.name.text, message, page, mark.name, origin=section.origin)
        elif mark.title:
            yield Entry((), (Run(mark.title),), (), page, mark.name)
