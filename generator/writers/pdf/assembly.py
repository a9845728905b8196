"""The file put together: painted pages, fonts and what leads through them, as one PDF 1.7 document (ISO 32000-1, 7.5 and 7.7).

In: a book, its painted sheets and its faces. Out: the bytes of the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from generator.writers.pdf.objects import array, dictionary, stream
from generator.writers.pdf.properties import describe, information
from generator.writers.pdf.structure import add_outline, annotation, name_tree, page_labels, points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.layout.book.page import Book
    from generator.writers.pdf.fonts import Typefaces
    from generator.writers.pdf.tree import Sheet

VERSION = (1, 7)


def assemble(book: Book, sheets: Sequence[Sheet], faces: Typefaces) -> bytes:
    """Return the file. Raises UnknownDestinationError."""
    document = pdfdoc.PDFDocument(invariant=1, pdfVersion=VERSION)
    known = frozenset(place.name for place in book.destinations)
    resources = dictionary(Font=faces.add_to(document), ProcSet="[/PDF /Text]")
    for sheet in sheets:
        _add_page(sheet, resources, known, document)
    _add_catalog(book, known, document)
    document.info = information(book)
    return bytes(document.format())


def _add_page(sheet: Sheet, resources: pdfdoc.PDFDictionary, known: frozenset[str], document: pdfdoc.PDFDocument) -> None:
    size, content = sheet.page.size, sheet.content
    name = f"Content{sheet.page.number}"
    document.Reference(stream(content), name)
    # The file's identifier follows from what is on its pages (ISO 32000-1, 14.4).
    document.updateSignature(content)
    page = pdfdoc.PDFPage()
    page.Override_default_compilation = 1
    page.MediaBox = page.TrimBox = array((0, 0, points(size.width), points(size.height)))
    page.Contents, page.Resources = pdfdoc.PDFObjectReference(name), document.Reference(resources)
    page.Parent = document.Reference(document.Pages)
    if sheet.links:
        page.Annots = array([document.Reference(annotation(link, known)) for link in sheet.links])
    document.addPage(page)


def _add_catalog(book: Book, known: frozenset[str], document: pdfdoc.PDFDocument) -> None:
    catalog = document.Catalog
    describe(catalog, book)
    document.updateSignature(book.imprint.digest)
    catalog.PageLabels = page_labels(book.pages)
    catalog.Names = name_tree(book.destinations, book.pages) if book.destinations else None
    catalog.Outlines = None
    if book.outline:
        catalog.Outlines = add_outline(book.outline, known, document)
