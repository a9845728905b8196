"""The front door of the book: a resolved report in, all its pages out, with what leads through them.

Cover · about and contents · the figures at a glance · a spread and more for each theme · history · outlook · back matter · back cover.
The count closes on a multiple of four (saddle stitching): the back matter spreads out, or quiet pages stand before the back cover.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.palette import theme_inks
from generator.document.model import Run
from generator.layout.book.backmatter import NAME, backmatter_sheets, material
from generator.layout.book.chapter import theme_sheets
from generator.layout.book.closing import closing_band, closing_fits, statement_sheets
from generator.layout.book.compositor import Compositor
from generator.layout.book.contents import Entry, contents_sheet
from generator.layout.book.cover import back_cover, cover
from generator.layout.book.furniture import furnished
from generator.layout.book.overview import overview_sheets
from generator.layout.book.page import Book, Destination, OutlineEntry
from generator.layout.book.quiet import divider, notes_page
from generator.layout.book.section import section_bands, section_sheets
from generator.layout.desk import desk_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.charts.drawings import Drawings
    from generator.diagnostics import Sink
    from generator.document.model import ResolvedReport
    from generator.fonts.library import Library
    from generator.layout.book.sheet import Sheet
    from generator.layout.desk import Desk

SIGNATURE = 4
"""Pages to a folded sheet."""

FIRST_FLOWING = 3
"""Cover, and about with contents, come before it."""

CLOSINGS = (
    (False, False, 0),
    (True, False, 0),
    (False, True, 0),
    (True, True, 0),
    (False, False, 1),
    (True, False, 1),
    (False, True, 1),
    (True, True, 1),
    (False, False, 2),
    (False, True, 2),
)
"""Ways to close the book, the quietest first: back matter spread out, a page that parts it off, pages for notes."""


def lay_out(report: ResolvedReport, library: Library, drawings: Drawings, sink: Sink) -> Book:
    """Lay out the whole book; what does not fit is told to the sink as `does-not-fit`, at the author's line."""
    desk = desk_for(report, Compositor(library, drawings, sink, report.places))
    told = _told(desk)
    closed = _closed(desk, FIRST_FLOWING + len(told))
    flowing = (*told, *closed)
    contents = contents_sheet(desk, report.about, tuple(_entries(desk, flowing)))
    sheets = (cover(desk), contents, *flowing, back_cover(desk, FIRST_FLOWING + len(flowing)))
    pages = tuple(furnished(desk, sheet) for sheet in sheets)
    marks = [(sheet.number, mark) for sheet in sheets for mark in sheet.marks]
    return Book(
        report.imprint,
        pages,
        tuple(Destination(mark.name, number, mark.y) for number, mark in marks),
        tuple(OutlineEntry(mark.title, mark.level, mark.name) for _, mark in marks),
    )


def _told(desk: Desk) -> tuple[Sheet, ...]:
    """Return what the report tells: the glance, the themes, history and outlook."""
    report = desk.report
    sheets = [*overview_sheets(desk, report.overview, FIRST_FLOWING)]
    for age, theme in enumerate(report.themes, 1):
        sheets += theme_sheets(desk, theme, FIRST_FLOWING + len(sheets), age)
    return (*sheets, *_afterwards(desk, FIRST_FLOWING + len(sheets)))


def _afterwards(desk: Desk, number: int) -> tuple[Sheet, ...]:
    """Return history and outlook: the outlook at the foot of history's last page where it fits there, else as a statement of its own."""
    history, outlook = desk.report.history, desk.report.outlook
    closing = closing_band(desk, outlook) if outlook else None
    body = section_bands(desk, history) if history else ()
    if history and closing and closing_fits(body, closing):
        return section_sheets(history, body, number, closing)
    past = section_sheets(history, body, number) if history else ()
    ahead = statement_sheets(desk, outlook, number + len(past)) if outlook else ()
    return (*past, *ahead)


def _closed(desk: Desk, number: int) -> tuple[Sheet, ...]:
    """Return the back matter in the quietest way that leaves one page, the back cover, to a multiple of four."""
    matter = material(desk)
    made: tuple[Sheet, ...] = ()
    for spread, parted, notes in CLOSINGS:
        made = backmatter_sheets(desk, matter, number + parted, spread=spread)
        if (number + parted + len(made) + notes) % SIGNATURE == 0:
            break
    opening = (divider(desk, number, NAME),) if parted else ()
    after = number + len(opening) + len(made)
    return (*opening, *made, *(notes_page(desk, after + index) for index in range(notes)))


def _entries(desk: Desk, sheets: Sequence[Sheet]) -> Iterator[Entry]:
    """Yield a line of the contents for each place that a sheet marks; themes and sections show their message under it."""
    report = desk.report
    themes = {theme.id: theme for theme in report.themes}
    sections = {section.id: section for section in (report.overview, report.history, report.outlook) if section}
    for sheet in sheets:
        for mark in sheet.marks:
            if theme := themes.get(mark.name):
                ink = theme_inks(theme.color).main
                yield Entry((theme.number,), theme.name.text, theme.message.text, sheet.number, mark.name, ink, theme.origin)
            elif section := sections.get(mark.name):
                yield Entry((), section.name.text, section.message.text, sheet.number, mark.name, origin=section.origin)
            else:
                yield Entry((), (Run(mark.title),), (), sheet.number, mark.name)
