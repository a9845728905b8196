"""From the author's text to everything laid out: reading, resolving, and the book, the deck and the ledger that the outputs ask for.

In: a content file, and what is asked for. Out: `Layouts`, complete before a byte is written, or every fault of the earliest stage.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator import press_order
from generator.design.format import WIDE
from generator.diagnostics import BuildError, Exit, Sink, by_line, said
from generator.fonts.offer import Fonts
from generator.outputs import ALL, BOOKLET, FIGURES, GRAY, HANDOUT, OF_BOOK, OF_DECK, PRINT, SLIDES
from generator.shape import USUAL, Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from generator.charts.drawings import Drawings
    from generator.content.model import Exemption, Report
    from generator.diagnostics import Diagnostic, Words
    from generator.document.ledger import Ledger, Placement
    from generator.document.model import ResolvedReport
    from generator.fonts.library import Library
    from generator.layout.book.page import Book
    from generator.layout.deck.slide import Deck
    from generator.layout.desk import Desk
    from generator.layout.worksheets import Workbook
    from generator.pictures.model import Picture
    from generator.press_order import Order
    from generator.template.model import Template

    Tell = Callable[[Words], None]


@dataclass(frozen=True, slots=True)
class Layouts:
    """All that the `outputs` ask for laid out, and nothing yet written; `papers` are the PDFs made of the book or the deck, by output."""

    report: ResolvedReport
    book: Book | None
    deck: Deck | None
    papers: Mapping[str, Book]
    workbook: Workbook | None
    placements: tuple[Placement, ...]
    library: Library
    warnings: tuple[Diagnostic, ...]
    order: Order
    outputs: frozenset[str]

    @property
    def ledger(self) -> Ledger:
        """The ledger of the report."""
        return self.report.ledger


def lay_out(
    content: Path, drawings: Drawings, tell: Tell, only: frozenset[str] = ALL, shape: Shape = USUAL, *, usual: bool = False
) -> Layouts:
    """Carry the content through reading, resolving and the layouts that the outputs in `only` ask for.

    The ledger names pages and slides, and asks for both; charts are taken from the drawings where those have them. With `usual` a
    content that is to be printed has its file for the press as well.

    Raises BuildError: Exit.CONTENT with every fault of the content and its references, else Exit.FIT with all that does not fit.
    """
    from generator.fonts.library import Library  # noqa: PLC0415 - each stage is loaded when it is reached
    from generator.layout import worksheets  # noqa: PLC0415
    from generator.layout.book import placements  # noqa: PLC0415
    from generator.layout.deck import placements as deck_placements  # noqa: PLC0415
    from generator.layout.desk import desk_for  # noqa: PLC0415

    sink = Sink()
    tell(said("stage.reading", file=content.name))
    author, report = _read(content, shape, sink)
    only |= {PRINT} if usual and author.press else frozenset()
    order = _ordered(author, content, shape, sink)
    template = _template(shape, author.layouts, sink) if only & OF_DECK else None
    pictures = _pictures(author, content, shape, sink)
    sink.raise_errors(Exit.CONTENT)
    assert order is not None
    library = Library.open()
    library = _examine(report, library, sink)
    desk = desk_for(report, library, drawings, order.trim, shape.slide or WIDE, shape.fonts or Fonts.EMBEDDED, order.job.bleed)
    desk = replace(desk, pictures=pictures)
    deck_desk = _in_company(desk, template)
    book = _book(desk, tell, sink) if only & OF_BOOK else None
    deck = _deck(deck_desk, tell, sink) if only & OF_DECK else None
    sink.raise_errors(Exit.FIT)
    found = (
        *(placements.in_book(book, report.ledger) if book else ()),
        *(deck_placements.in_deck(deck, report.ledger) if deck else ()),
    )
    papers = dict(_editions(book, desk, only, order) if book else ())
    papers |= _drawn(deck, deck_desk, only, shape.begins) if deck else ()
    workbook = worksheets.lay_out(report.ledger, found, report.imprint.status) if FIGURES in only else None
    found = (*found, *(one for key, made in papers.items() for one in placements.in_book(made, report.ledger, key)))
    return Layouts(report, book, deck, papers, workbook, found, library, by_line(sink.found), order, only)


def _read(content: Path, shape: Shape, sink: Sink) -> tuple[Report, ResolvedReport]:
    """Return what the author wrote and what it comes to; raises BuildError (Exit.CONTENT) where there is nothing to go on with."""
    from generator.content.reader import read  # noqa: PLC0415 - as above
    from generator.document import approvals, open_values  # noqa: PLC0415
    from generator.document.resolve import resolve  # noqa: PLC0415

    author = read(content, shape.variant)
    sink.found += author.diagnostics
    if author.value is None:
        raise BuildError(Exit.CONTENT, author.diagnostics)
    resolved = resolve(author.value, whole=not sink.errors, draft=shape.draft)
    sink.found += (*resolved.diagnostics, *open_values.told(author.value, draft=shape.draft))
    sink.found += approvals.told(author.value, only=shape.approved, draft=shape.draft)
    return author.value, resolved.value


def _pictures(author: Report, content: Path, shape: Shape, sink: Sink) -> Mapping[str, Picture]:
    """Return the pictures that the report shows; what cannot be shown is told with the content's faults."""
    from generator.content.pictures import shown  # noqa: PLC0415

    named = tuple(shown(author))
    if not named:
        return {}
    from generator.pictures.crop import shown_as  # noqa: PLC0415
    from generator.pictures.folder import Folder  # noqa: PLC0415
    from generator.pictures.reading import Wanted, read_all  # noqa: PLC0415

    wanted = (Wanted(shown_as(one.file, one.crop), one.file, one.crop, one.span) for one in named)
    read = read_all(wanted, Folder(content.parent, shape.allowed))
    sink.found += read.diagnostics
    return read.value


def _examine(report: ResolvedReport, library: Library, sink: Sink) -> Library:
    """Return the faces that the report needs.

    Tells what they have no glyph for, and which charts would mislead; raises BuildError (Exit.CONTENT) for errors.
    """
    from generator.charts import planner  # noqa: PLC0415 - as above
    from generator.layout import coverage  # noqa: PLC0415

    fitted = coverage.fitted(report, library)
    sink.found += fitted.diagnostics
    for chart in report.charts:
        sink.found += planner.check(chart, report.places)
    sink.raise_errors(Exit.CONTENT)
    return fitted.value


def _in_company(desk: Desk, template: Template | None) -> Desk:
    """Return the desk of the deck, which may be built into a company's template."""
    if template is None:
        return desk
    from generator.layout.deck.company import company_desk  # noqa: PLC0415 - as above

    return company_desk(desk, template)


def _book(desk: Desk, tell: Tell, sink: Sink) -> Book:
    from generator.layout.book import pages  # noqa: PLC0415 - as above

    tell(said("stage.setting-report"))
    set_book = pages.lay_out(desk)
    sink.found += set_book.diagnostics
    return set_book.value


def _deck(desk: Desk, tell: Tell, sink: Sink) -> Deck:
    from generator.layout.deck import budget  # noqa: PLC0415 - as above

    tell(said("stage.setting-deck"))
    set_deck = budget.lay_out(desk)
    sink.found += set_deck.diagnostics
    return set_deck.value


def _editions(book: Book, desk: Desk, only: frozenset[str], order: Order) -> Iterator[tuple[str, Book]]:
    """Yield the PDFs that are the book made for other readers."""
    if PRINT in only:
        from generator.layout.press.edition import print_edition  # noqa: PLC0415 - as above

        yield PRINT, print_edition(book, order.job, order.profile.data, desk.library)
    if GRAY in only:
        from generator.layout.gray.edition import gray_edition  # noqa: PLC0415

        yield GRAY, gray_edition(book, [desk.look.theme(theme.color).main for theme in desk.report.themes])
    if BOOKLET in only:
        from generator.layout.booklet.edition import booklet  # noqa: PLC0415

        yield BOOKLET, booklet(book, desk.library)


def _drawn(deck: Deck, desk: Desk, only: frozenset[str], begins: int | None) -> Iterator[tuple[str, Book]]:
    """Yield the PDFs that are drawn from the deck; `begins` is when the talk does."""
    if SLIDES in only:
        from generator.layout.deck import slides_pdf  # noqa: PLC0415 - as above

        yield SLIDES, slides_pdf.in_pages(deck, desk)
    if HANDOUT in only:
        from generator.layout.deck import handout  # noqa: PLC0415

        yield HANDOUT, handout.in_pages(deck, desk, begins)


def _ordered(author: Report, content: Path, shape: Shape, sink: Sink) -> Order | None:
    """Return what goes to the press; a profile that is none is told with the content's faults."""
    try:
        return press_order.order(author.press, shape.page, shape.asked, content.parent)
    except BuildError as fault:
        sink.found += fault.diagnostics
        return None


def _template(shape: Shape, named: tuple[Exemption, ...], sink: Sink) -> Template | None:
    """Return the template that a deck is built into, if any; what it lacks is told with the content's faults."""
    if shape.template is None:
        return None
    from generator.template.reader import read_template  # noqa: PLC0415 - as above

    try:
        read = read_template(shape.template, {one.words: (one.reason, one.span) for one in named})
    except BuildError as fault:
        sink.found += fault.diagnostics
        return None
    sink.found += read.diagnostics
    return read.value
