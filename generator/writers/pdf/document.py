"""The front door: a finished book in, a PDF out.

In: pages on which nothing is left to decide, and the library of their faces. Out: a PDF file (ISO 32000-1), every face
embedded once, the same bytes for the same book. The engine that numbers the objects and writes the file is ReportLab's `pdfdoc`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.drawing import Group, Item, TextRun
from generator.layout.book.reading import reading
from generator.writers.pdf.purpose import SCREEN, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.fonts.library import Library
    from generator.layout.book.page import Book


def write(book: Book, library: Library, target: Path, purpose: Purpose = SCREEN) -> None:
    """Write a book as a PDF for its purpose.

    Raises OSError when the file cannot be written, MissingGlyphError and UnknownDestinationError when layout erred.
    """
    target.write_bytes(rendered(book, library, purpose))


def rendered(book: Book, library: Library, purpose: Purpose) -> bytes:
    """Return the bytes of a book's PDF."""
    # The engine takes a tenth of a second to load: only a build that comes as far as writing pays for it.
    from generator.writers.pdf.assembly import assemble  # noqa: PLC0415
    from generator.writers.pdf.fonts import Typefaces  # noqa: PLC0415
    from generator.writers.pdf.painter import Painter  # noqa: PLC0415

    faces = Typefaces.of((run for page in book.pages for run in text_runs(page.items)), library)
    painter = Painter(faces, purpose)
    read = reading(book.pages) if purpose.tagged else None
    sheets = [painter.paint(page, read.marks[page.number]) if read else painter.paint(page) for page in book.pages]
    return assemble(book, sheets, (faces, painter.images), purpose, read and read.root)


def text_runs(items: Iterable[Item]) -> Iterator[TextRun]:
    """Yield the text runs of items in reading order, those in groups too."""
    for item in items:
        if isinstance(item, TextRun):
            yield item
        elif isinstance(item, Group):
            yield from text_runs(item.items)
