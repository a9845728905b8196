"""From layouts to files, and from files to what a stranger found in them: all outputs, or one process's share of them.

In: `Layouts` and a folder. Out: files, and `Findings` on each, which `inspection.checks.verdict` puts together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Exit, Sink, said
from generator.outputs import BOOKLET, DECK, FIGURES, FILES, GRAY, PRINT, REPORT
from generator.profiles import icc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from generator.composition import Layouts
    from generator.diagnostics import Words
    from generator.inspection.verdict import Expected, Findings, Proof
    from generator.layout.book.page import Book
    from generator.statement.model import Statement, Thing
    from generator.writers.pdf.purpose import Purpose

    Tell = Callable[[Words], None]


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
    return judged(layouts, only, [findings(layouts, folder, only, tell, built_now=built_now)])


def made(layouts: Layouts, folder: Path, share: frozenset[str], tell: Tell) -> Findings:
    """Write a share of the outputs, and return what a stranger finds in them."""
    write(layouts, folder, share, tell)
    return findings(layouts, folder, share, tell, built_now=True)


def findings(layouts: Layouts, folder: Path, share: frozenset[str], tell: Tell, *, built_now: bool = False) -> Findings:
    """Reopen a share of the outputs in a folder as a stranger, and return what was found."""
    from generator.inspection import checks  # noqa: PLC0415 - as above

    tell(said("stage.proving"))
    return checks.findings(folder, share, expected(layouts, share), built_now=built_now)


def judged(layouts: Layouts, only: frozenset[str], found: Sequence[Findings]) -> Proof:
    """Return the proof that the findings on all outputs give; raises BuildError (Exit.INSPECTION) with each fault."""
    from generator.inspection import checks  # noqa: PLC0415 - as above

    told = checks.verdict(only, expected(layouts, frozenset()), found)
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
