"""The file put together: painted pages, fonts and what leads through them, as one document (ISO 32000-1, 7.5 and 7.7).

In: a book, its painted sheets, its faces and its purpose. Out: the bytes of the file.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from generator.layout.book.reading import Anchor
from generator.writers.pdf.objects import array, dictionary, metadata, stream, text
from generator.writers.pdf.plates import printing
from generator.writers.pdf.properties import describe, information
from generator.writers.pdf.structure import add_outline, annotation, box, name_tree, page_labels, points
from generator.writers.pdf.tagging import add_structure, link_name
from generator.writers.pdf.xmp import packet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.layout.book.page import Book
    from generator.layout.book.reading import Element
    from generator.writers.pdf.fonts import Typefaces
    from generator.writers.pdf.images import Images
    from generator.writers.pdf.purpose import OutputIntent, Purpose
    from generator.writers.pdf.tree import Sheet

MORE_OF_CATALOG, MORE_OF_PAGE = ("OutputIntents",), ("StructParents", "Tabs")
"""Keys that the engine does not write unless it is told of them."""


def assemble(
    book: Book, sheets: Sequence[Sheet], shown: tuple[Typefaces, Images], purpose: Purpose, root: Element | None = None
) -> bytes:
    """Return the file with the faces and pictures that it shows, and the structure that `root` begins, if any.

    Raises UnknownDestinationError.
    """
    faces, images = shown
    document = pdfdoc.PDFDocument(invariant=1, pdfVersion=purpose.version)
    document.Catalog.__NoDefault__ = [*document.Catalog.__NoDefault__, *MORE_OF_CATALOG]
    known = frozenset(place.name for place in book.destinations)
    states = printing(document) if purpose.overprints else {}
    resources = dictionary(Font=faces.add_to(document), ProcSet="[/PDF /Text]", **states, **images.add_to(document))
    pages = [_add_page(sheet, resources, document) for sheet in sheets]
    if purpose.links:
        _add_links(sheets, pages, known, document)
    _add_catalog(book, known, document)
    if root:
        add_structure(root, book.pages, document)
    if purpose.intent:
        document.Catalog.OutputIntents = array([document.Reference(_intent(purpose.intent, document))])
    if purpose.standards:
        document.Catalog.Metadata = metadata(packet(book, purpose.standards), document)
    document.info = information(book)
    return bytes(document.format())


def _add_page(sheet: Sheet, resources: pdfdoc.PDFDictionary, document: pdfdoc.PDFDocument) -> pdfdoc.PDFPage:
    size, content = sheet.page.size, sheet.content
    name = f"Content{sheet.page.number}"
    document.Reference(stream(content), name)
    # The file's identifier follows from what is on its pages (ISO 32000-1, 14.4).
    document.updateSignature(content)
    page = pdfdoc.PDFPage()
    page.__NoDefault__ = [*page.__NoDefault__, *MORE_OF_PAGE]
    page.Override_default_compilation = 1
    page.MediaBox = page.TrimBox = array((0, 0, points(size.width), points(size.height)))
    if boxes := sheet.page.boxes:
        page.TrimBox, page.BleedBox = box(boxes.trim, size), box(boxes.bleed, size)
    page.Contents, page.Resources = pdfdoc.PDFObjectReference(name), document.Reference(resources)
    page.Parent = document.Reference(document.Pages)
    document.addPage(page)
    return page


def _add_links(
    sheets: Sequence[Sheet], pages: Sequence[pdfdoc.PDFPage], known: frozenset[str], document: pdfdoc.PDFDocument
) -> None:
    """Add the links of all pages; in a tagged file each leads back to its element, behind those of the pages (ISO 32000-1, 14.7.4.4)."""
    places = count(len(sheets))
    for index, (sheet, page) in enumerate(zip(sheets, pages, strict=True)):
        tagged = sheet.tagged
        page.StructParents = index if tagged else None
        made = [annotation(link, known, next(places) if tagged else None) for link in sheet.links]
        if made:
            number, page.Tabs = sheet.page.number, "/S" if tagged else None
            page.Annots = array([document.Reference(one, link_name(Anchor(number, at))) for at, one in enumerate(made)])


def _add_catalog(book: Book, known: frozenset[str], document: pdfdoc.PDFDocument) -> None:
    catalog = document.Catalog
    describe(catalog, book)
    document.updateSignature(book.imprint.digest)
    catalog.PageLabels = page_labels(book.pages)
    catalog.Names = name_tree(book.destinations, book.pages) if book.destinations else None
    catalog.Outlines = None
    if book.outline:
        catalog.Outlines = add_outline(book.outline, known, document)


def _intent(intent: OutputIntent, document: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
    """Return an output intent, its profile beside it (ISO 32000-1, 14.11.5)."""
    document.Reference(stream(intent.profile, N=intent.components), "Profile")
    return dictionary(
        Type="/OutputIntent",
        S=f"/{intent.subtype}",
        OutputConditionIdentifier=text(intent.condition),
        Info=text(intent.info or intent.condition),
        DestOutputProfile=pdfdoc.PDFObjectReference("Profile"),
        **({"RegistryName": text(intent.registry)} if intent.registry else {}),
    )
