"""The stages in order: the only module that knows all of them, and reads as the picture in the README.

Text → `Report` (what the author wrote) → `ResolvedReport` (every number printed, with a ledger of every use) → `Book` and `Deck` with
the placements of the uses → files in a temporary folder → a proof by a stranger → published, all or none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import press_order
from generator.design.format import CLASSIC, WIDE, Format, is_page
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, Sink, Words, by_line, no_room, said
from generator.fonts.offer import Fonts
from generator.press_order import NOTHING_ASKED, Asked
from generator.profiles import icc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.charts.drawings import Drawings
    from generator.content.model import Exemption, Report
    from generator.design.press import PrintJob
    from generator.document.ledger import Ledger, Placement
    from generator.document.model import ResolvedReport
    from generator.fonts.library import Library
    from generator.inspection.verdict import Expected, Proof
    from generator.layout.book.page import Book
    from generator.layout.deck.slide import Deck
    from generator.layout.desk import Desk
    from generator.layout.worksheets import Workbook
    from generator.press_order import Order
    from generator.statement.model import Statement, Thing
    from generator.template.model import Template
    from generator.writers.pdf.purpose import Purpose

    Tell = Callable[[Words], None]

REPORT, DECK, FIGURES, SLIDES, HANDOUT = "report", "deck", "figures", "slides", "notes"
PRINT, GRAY, BOOKLET = "print", "gray", "booklet"
FILES = {
    REPORT: "report.pdf", PRINT: "report-print.pdf", DECK: "deck.pptx", FIGURES: "figures.xlsx",
    SLIDES: "deck.pdf", HANDOUT: "notes.pdf", GRAY: "report-gray.pdf", BOOKLET: "report-booklet.pdf",
}  # fmt: skip
ALL = frozenset({REPORT, DECK, FIGURES})
"""What is built unless something else is asked for; the others say nothing that these do not say, and are made for an occasion."""
OF_BOOK = frozenset({FIGURES, PRINT, GRAY, BOOKLET})
"""What names the report's pages, or shows them."""
OF_DECK = frozenset({FIGURES, SLIDES, HANDOUT})
"""What names the deck's slides, or shows them."""
GALLERY = Path(__file__).with_name("samples") / "gallery.yaml"
"""A content of our own with a chart of every kind."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the outputs are made on and for.

    The formats of page (None for what the content says, A4 where it says none) and slide, the template that the deck is built into, if
    any, and how it comes by its faces; None is what the deck that stands was made for, where others are compared with it or drawn
    from it, else 16:9, and faces carried. `begins` is when the talk begins, in minutes of the day; None where the clock of the handout
    counts from nought. `asked` is what the press is to have otherwise than the content says. A `draft` says
    so on every page and slide, and may have values that are still to come; `approved` refuses every figure that is not.
    """

    page: Format | None = None
    slide: Format | None = None
    template: Path | None = None
    fonts: Fonts | None = None
    begins: int | None = None
    asked: Asked = NOTHING_ASKED
    draft: bool = False
    approved: bool = False


USUAL = Shape()
"""16:9, a master of our own, and pages as the content asks for them."""


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


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished build or check: what was written (name and bytes), what was proved, and all that there is to tell.

    `same` are the outputs that stand byte for byte as the content builds them; the proof is then of the others.
    """

    layouts: Layouts
    proof: Proof
    files: tuple[tuple[str, int], ...] = ()
    older: tuple[str, ...] = ()
    same: frozenset[str] = frozenset()
    told: tuple[Diagnostic, ...] = ()


def build(
    content: Path, out: Path, only: frozenset[str] | None, tell: Tell, shape: Shape = USUAL, also: frozenset[str] = frozenset()
) -> Outcome:
    """Compile the content into its outputs in the folder `out`, proved before they are published.

    `only` names the outputs to write, None the usual ones, `also` those beside them; `tell` hears of each stage as it begins; `shape`
    has the formats and what else they are made for. Raises BuildError with the earliest failing stage's exit code; the folder is
    then as it was.
    """
    from generator.charts.drawings import Drawings  # noqa: PLC0415 - not on the way of `schema` and `--help`
    from generator.publication.staging import publish, recover, staging  # noqa: PLC0415 - likewise

    recover(out)
    shape = as_made(shape, out / FILES[DECK]) if only and only & OF_DECK and DECK not in only else shape
    drawings = Drawings.open(out)
    layouts = lay_out(content, drawings, tell, (only or ALL) | also, shape, usual=only is None)
    only = layouts.outputs
    with staging(out) as stage:
        write(layouts, stage.new, only, tell)
        proof = prove(layouts, stage.new, only, tell, built_now=True)
        sizes = {path.name: path.stat().st_size for path in stage.new.iterdir()}
        names = publish(stage, out)
    if layouts.book:
        drawings.keep()
    older = tuple(file for key, file in FILES.items() if key not in only and (out / file).exists())
    files = tuple((name, sizes[name]) for name in _in_order(names))
    return Outcome(layouts, proof, files, older, told=layouts.warnings)


def _stands(file: Path) -> bool:
    """Tell whether a file is there; what the system will not even look for is not."""
    try:
        return file.exists()
    except OSError:
        return False


def check(content: Path, out: Path, tell: Tell, shape: Shape = USUAL, *, strict: bool = False) -> Outcome:
    """Prove the files that stand in `out` against the content as it is now, without writing anything there.

    All is built anew beside them: a file of equal bytes is proved by that, any other is compared with what it should say and show, and
    wording that was edited is an error if `strict`. Only what a killed build left half replaced is put back first, for there would be
    no set to prove. Raises BuildError: Exit.INSPECTION when a file is missing, is of another content, or says another number than the
    content; Exit.WRITE when there is no room to build.
    """
    from generator.charts.drawings import Drawings  # noqa: PLC0415 - as above
    from generator.inspection import checks  # noqa: PLC0415
    from generator.inspection.pdf.beginning import beginning  # noqa: PLC0415
    from generator.publication.staging import recover  # noqa: PLC0415

    recover(out)
    outputs = ALL | {key for key, file in FILES.items() if _stands(out / file)}
    shape = as_printed(as_made(shape, out / FILES[DECK]), out)
    shape = replace(shape, begins=beginning(out / FILES[HANDOUT])) if HANDOUT in outputs else shape
    layouts = lay_out(content, Drawings.open(out), tell, outputs, shape, usual=True)
    outputs = layouts.outputs
    same = _rebuilt(layouts, out, outputs, tell)
    tell(said("stage.proving"))
    edited = outputs - same
    told = checks.examine(out, edited, expected(layouts, edited), strict=strict)
    Sink([*layouts.warnings, *told.diagnostics]).raise_errors(Exit.INSPECTION)
    return Outcome(layouts, told.value, same=same, told=(*layouts.warnings, *told.diagnostics))


def as_made(shape: Shape, deck: Path) -> Shape:
    """Return a shape with what it leaves open as a deck that stands was made for.

    Raises BuildError (Exit.USAGE) where that was built into a template, and none is named.
    """
    from generator.inspection.deck.made_for import made_for  # noqa: PLC0415 - as above

    made = made_for(deck)
    if made.template and shape.template is None:
        needed = said("template-needed.deck", file=deck.name, template=made.template)
        cure = said("hint.name-template", template=made.template)
        raise BuildError(Exit.USAGE, (Diagnostic(Severity.ERROR, needed, hints=(cure,)),))
    near = min((WIDE, CLASSIC), key=lambda one: abs(one.size.width / one.size.height - made.ratio)) if made.ratio else None
    fonts = Fonts(made.fonts) if made.fonts in set(Fonts) else None
    return replace(shape, slide=shape.slide or near, fonts=shape.fonts or fonts)


def as_printed(shape: Shape, out: Path) -> Shape:
    """Return a shape with what it leaves open as the report and its file for the press that stand were set for."""
    from generator.inspection.pdf.made_for import made_for  # noqa: PLC0415 - as above

    made, asked = made_for(out / FILES[REPORT], out / FILES[PRINT]), shape.asked
    trim = Format("as it stands", made.trim) if made.trim else None
    bleed, marks = asked.bleed or made.bleed, made.marks if asked.marks is None else asked.marks
    return replace(
        shape, page=shape.page or (trim if trim and is_page(trim) else None), asked=replace(asked, bleed=bleed, marks=marks)
    )


def _rebuilt(layouts: Layouts, out: Path, outputs: frozenset[str], tell: Tell) -> frozenset[str]:
    """Return the outputs that stand byte for byte as they are built anew."""
    import tempfile  # noqa: PLC0415 - as above

    try:
        with tempfile.TemporaryDirectory() as folder:
            write(layouts, Path(folder), outputs, tell)
            return frozenset(key for key in outputs if _equal(Path(folder) / FILES[key], out / FILES[key]))
    except OSError as fault:
        raise no_room() from fault


def _equal(new: Path, old: Path) -> bool:
    """Tell whether two files hold the same bytes; one that is not there or cannot be read is no other's equal."""
    import filecmp  # noqa: PLC0415 - as above

    try:
        return filecmp.cmp(new, old, shallow=False)
    except OSError:
        return False


def specimen(target: Path) -> int:
    """Write the specimen of the Chinese paragraph, a PDF that shows every rule at work; return its pages.

    Raises BuildError (Exit.WRITE) when the file cannot be written.
    """
    from generator.fonts.library import Library  # noqa: PLC0415 - as above
    from generator.publication.staging import publish, staging  # noqa: PLC0415
    from generator.samples import specimen as samples  # noqa: PLC0415
    from generator.writers.pdf import document  # noqa: PLC0415

    library = Library.open()
    book = samples.book(library)
    with staging(target.parent) as stage:
        document.write(book, library, stage.new / target.name)
        publish(stage, target.parent)
    return len(book.pages)


def lay_out(
    content: Path, drawings: Drawings, tell: Tell, only: frozenset[str] = ALL, shape: Shape = USUAL, *, usual: bool = False
) -> Layouts:
    """Carry the content through reading, resolving and the layouts that the outputs in `only` ask for.

    The ledger names pages and slides, and asks for both; charts are taken from the drawings where those have them. With `usual` a
    content that is to be printed has its file for the press as well.

    Raises BuildError: Exit.CONTENT with every fault of the content and its references, else Exit.FIT with all that does not fit.
    """
    from generator.charts import planner  # noqa: PLC0415
    from generator.content.reader import read  # noqa: PLC0415
    from generator.document import approvals, open_values  # noqa: PLC0415
    from generator.document.resolve import resolve  # noqa: PLC0415 - each stage is loaded when it is reached
    from generator.fonts.library import Library  # noqa: PLC0415
    from generator.layout import coverage, worksheets  # noqa: PLC0415
    from generator.layout.book import pages, placements  # noqa: PLC0415
    from generator.layout.deck import budget  # noqa: PLC0415
    from generator.layout.deck import placements as deck_placements  # noqa: PLC0415
    from generator.layout.deck.company import company_desk  # noqa: PLC0415
    from generator.layout.desk import desk_for  # noqa: PLC0415

    tell(said("stage.reading", file=content.name))
    author = read(content)
    if author.value is None:
        raise BuildError(Exit.CONTENT, author.diagnostics)
    sink = Sink(list(author.diagnostics))
    resolved = resolve(author.value, whole=not sink.errors, draft=shape.draft)
    report = resolved.value
    sink.found += (*resolved.diagnostics, *open_values.told(author.value, draft=shape.draft))
    sink.found += approvals.told(author.value, only=shape.approved, draft=shape.draft)
    if usual and author.value.press:
        only |= {PRINT}
    ordered = _ordered(author.value, content, shape, sink)
    template = _template(shape, author.value.layouts, sink) if only & (OF_DECK | {DECK}) else None
    sink.raise_errors(Exit.CONTENT)
    assert ordered is not None
    library = Library.open()
    sink.found += coverage.check(report, library)
    for chart in report.charts:
        sink.found += planner.check(chart, report.places)
    sink.raise_errors(Exit.CONTENT)
    fonts = shape.fonts or Fonts.EMBEDDED
    desk = desk_for(report, library, drawings, ordered.trim, shape.slide or WIDE, fonts, ordered.job.bleed)
    book = deck = None
    found: tuple[Placement, ...] = ()
    if only & (OF_BOOK | {REPORT}):
        tell(said("stage.setting-report"))
        set_book = pages.lay_out(desk)
        sink.found += set_book.diagnostics
        book, found = set_book.value, placements.in_book(set_book.value, report.ledger)
    if only & (OF_DECK | {DECK}):
        tell(said("stage.setting-deck"))
        desk = company_desk(desk, template) if template else desk
        set_deck = budget.lay_out(desk)
        sink.found += set_deck.diagnostics
        deck, found = set_deck.value, (*found, *deck_placements.in_deck(set_deck.value, report.ledger))
    sink.raise_errors(Exit.FIT)
    papers = dict(_papers(book, deck, desk, only, (ordered.job, shape.begins)))
    workbook = worksheets.lay_out(report.ledger, found) if FIGURES in only else None
    found = (*found, *(one for key, made in papers.items() for one in placements.in_book(made, report.ledger, key)))
    return Layouts(report, book, deck, papers, workbook, found, library, by_line(sink.found), ordered, only)


def _papers(
    book: Book | None, deck: Deck | None, desk: Desk, only: frozenset[str], told: tuple[PrintJob, int | None]
) -> Iterator[tuple[str, Book]]:
    """Yield the PDFs that are made of the book and of the deck; told are what the press is and when the talk begins."""
    job, begins = told
    if book and PRINT in only:
        from generator.layout.press.edition import print_edition  # noqa: PLC0415 - as above

        yield PRINT, print_edition(book, job, desk.library)
    if book and GRAY in only:
        from generator.layout.gray.edition import gray_edition  # noqa: PLC0415

        yield GRAY, gray_edition(book, [desk.look.theme(theme.color).main for theme in desk.report.themes])
    if book and BOOKLET in only:
        from generator.layout.booklet.edition import booklet  # noqa: PLC0415

        yield BOOKLET, booklet(book, desk.library)
    if deck and SLIDES in only:
        from generator.layout.deck import slides_pdf  # noqa: PLC0415

        yield SLIDES, slides_pdf.in_pages(deck, desk)
    if deck and HANDOUT in only:
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


def write(layouts: Layouts, folder: Path, only: frozenset[str], tell: Tell) -> None:
    """Write the outputs named in `only` into a folder."""
    for output, book in _books(layouts, only):
        from generator.writers.pdf import document  # noqa: PLC0415 - as above

        tell(said("stage.writing", file=FILES[output]))
        document.write(book, layouts.library, folder / FILES[output], _purpose(output, layouts))
    if DECK in only and layouts.deck:
        from generator.writers.pptx import package  # noqa: PLC0415

        tell(said("stage.writing", file=FILES[DECK]))
        package.write(layouts.deck, layouts.library, folder / FILES[DECK])
    if FIGURES in only and layouts.workbook:
        from generator.writers import xlsx  # noqa: PLC0415

        tell(said("stage.writing", file=FILES[FIGURES]))
        xlsx.write(layouts.workbook, folder / FILES[FIGURES])


def _purpose(output: str, layouts: Layouts) -> Purpose:
    """Return what a PDF is made for."""
    from generator.writers.pdf.purpose import GRAYSCALE, OFFICE, SCREEN, for_press  # noqa: PLC0415 - as above

    if output == PRINT:
        return for_press(layouts.order.job.condition, layouts.order.profile.data)
    return {GRAY: GRAYSCALE, BOOKLET: OFFICE}.get(output, SCREEN)


def _books(layouts: Layouts, outputs: frozenset[str]) -> Iterator[tuple[str, Book]]:
    """Yield those of the named outputs that are PDFs."""
    if REPORT in outputs and layouts.book:
        yield REPORT, layouts.book
    yield from ((key, book) for key, book in layouts.papers.items() if key in outputs)


def prove(layouts: Layouts, folder: Path, only: frozenset[str], tell: Tell, *, built_now: bool = False) -> Proof:
    """Reopen the outputs in a folder as a stranger and prove every number in them.

    `built_now` tells that nobody can have touched them since they were written. Raises BuildError (Exit.INSPECTION) with each fault,
    its place in the output and in the content.
    """
    from generator.inspection import checks  # noqa: PLC0415 - as above

    tell(said("stage.proving"))
    told = checks.inspect(folder, only, expected(layouts, only), built_now=built_now)
    Sink([*layouts.warnings, *told.diagnostics]).raise_errors(Exit.INSPECTION)
    return told.value


def expected(layouts: Layouts, outputs: frozenset[str]) -> Expected:
    """Return what the named outputs are proved against."""
    from generator.inspection.verdict import Expected  # noqa: PLC0415 - as above

    ledger, placements, places = layouts.ledger, layouts.placements, layouts.report.places
    deck, library = layouts.deck, layouts.library
    files = library.files() | (library.offered(deck.fonts).files() if deck else {})
    for name, family in deck.master.lent.items() if deck else ():
        files |= {(name, bold): path for (own, bold), path in library.files().items() if own == family}
    hidden = frozenset(slide.number for slide in deck.slides if slide.hidden) if deck else frozenset()
    return Expected(ledger, placements, places, files, tuple(_stated(layouts, outputs)), hidden)


def _stated(layouts: Layouts, outputs: frozenset[str]) -> Iterator[Statement]:
    """Yield what the named outputs are to say and show."""
    for output, book in _books(layouts, outputs):
        from generator.layout.book.statement import of_book  # noqa: PLC0415 - as above

        yield of_book(book, layouts.library, output, _purposed(output, book, layouts))
    if DECK in outputs and layouts.deck:
        from generator.layout.deck.statement import of_deck  # noqa: PLC0415

        yield of_deck(layouts.deck, layouts.library)
    if FIGURES in outputs and layouts.workbook:
        from generator.layout.worksheets import of_workbook  # noqa: PLC0415

        yield of_workbook(layouts.workbook)


def _purposed(output: str, book: Book, layouts: Layouts) -> Iterator[Thing]:
    """Yield what a PDF says of itself for what it is made for."""
    from generator.layout.book.entries import for_the_press, for_the_screen  # noqa: PLC0415 - as above

    if output == PRINT:
        yield from for_the_press(book, layouts.order.job.condition, layouts.order.profile.data)
    elif output != BOOKLET:
        yield from for_the_screen(book, icc.screen().data)


def _in_order(names: tuple[str, ...]) -> list[str]:
    return [file for file in FILES.values() if file in names]
