"""What a file says of itself as XMP (ISO 16684-1): the words of its information dictionary once more, and the standards that it keeps.

In: a book and the standards of a file. Out: properties by their names, in order. Where a file is an archive's, schemas that PDF/A does
not know are described in the file itself (ISO 19005-2, 6.6.2.3.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_OID, uuid5

from generator.layout.book.properties import properties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.layout.book.page import Book


class Claim(NamedTuple):
    """A property of a schema: its name, its value, its type, what it is."""

    name: str
    value: str
    type: str
    means: str


class Schema(NamedTuple):
    """Properties of one namespace: its prefix, address and name, the properties, and whether PDF/A knows it undescribed."""

    prefix: str
    address: str
    name: str
    claims: tuple[Claim, ...]
    known: bool = False


ARCHIVE = Schema(
    "pdfaid",
    "http://www.aiim.org/pdfa/ns/id/",
    "PDF/A Universal",
    (Claim("part", "2", "Integer", "Part of ISO 19005"), Claim("conformance", "A", "Text", "Conformance level of ISO 19005")),
    known=True,
)
ACCESS = Schema(
    "pdfuaid",
    "http://www.aiim.org/pdfua/ns/id/",
    "PDF/UA Universal Accessibility",
    (Claim("part", "1", "Integer", "Part of ISO 14289"),),
)
FOR_THE_SCREEN = (ARCHIVE, ACCESS)
"""What a file for the screen keeps: PDF/A-2a and PDF/UA-1."""
PRESS = Schema(
    "pdfxid",
    "http://www.npes.org/pdfx/ns/id/",
    "PDF/X",
    (Claim("GTS_PDFXVersion", "PDF/X-4", "Text", "ISO 15930-7"),),
    known=True,
)
TRAPPED = Schema("pdf", "http://ns.adobe.com/pdf/1.3/", "Adobe PDF", (Claim("Trapped", "False", "Text", "Traps"),), known=True)
FOR_THE_PRESS = (PRESS, TRAPPED)
"""What a file for the press keeps, PDF/X-4, and what that asks to be said."""

CATEGORY = "internal"
"""Properties that a program keeps, no person."""
DESCRIBED = "pdfaExtension:schemas"

MIDNIGHT_IN_CHINA = "T00:00:00+08:00"
"""A report is dated by the day: its day begins in Beijing."""


def schemas(book: Book, standards: Iterable[Schema]) -> tuple[Schema, ...]:
    """Return the schemas beside those of every file: the content's digest, as entries of the information dictionary have it, and these."""
    digest = Claim("ContentDigest", book.imprint.digest, "Text", "SHA-256 of the content that the file was made from")
    own = Schema("pdfx", "http://ns.adobe.com/pdfx/1.3/", "Document information", (digest,))
    keeps = tuple(standards)
    return (*((own,) if digest.value else ()), *keeps, *((_managed(book),) if PRESS in keeps else ()))


def _managed(book: Book) -> Schema:
    """Return the ids of a document and of this instance (ISO 15930-7, 6.9): they follow from the content and the pages' sheets."""
    digest, sheets = book.imprint.digest, [(page.size, page.boxes) for page in book.pages]
    ids = (
        ("DocumentID", f"uuid:{uuid5(NAMESPACE_OID, digest)}"), ("InstanceID", f"uuid:{uuid5(NAMESPACE_OID, f'{digest} {sheets}')}"),
        ("VersionID", "1"), ("RenditionClass", "default"),
    )  # fmt: skip
    claims = tuple(Claim(name, value, "Text", name) for name, value in ids)
    return Schema("xmpMM", "http://ns.adobe.com/xap/1.0/mm/", "XMP Media Management", claims, known=True)


def described(book: Book, standards: Iterable[Schema]) -> tuple[Schema, ...]:
    """Return the schemas that the file itself must describe."""
    return tuple(one for one in schemas(book, standards) if not one.known)


def told(book: Book, standards: Iterable[Schema]) -> dict[str, str]:
    """Return the properties that have something to say; of described schemas, the words of their description."""
    own, date, more = properties(book), dated(book), schemas(book, standards)
    found = {
        "dc:format": "application/pdf", "dc:language": book.imprint.language, "dc:title": own["title"],
        "dc:creator": own["creator"], "dc:description": own["subject"], "pdf:Keywords": own["keywords"],
        "pdf:Producer": own["producer"], "xmp:CreatorTool": own["application"], "xmp:CreateDate": date,
        "xmp:ModifyDate": date, "xmp:MetadataDate": date,
        **{f"{one.prefix}:{claim.name}": claim.value for one in more for claim in one.claims},
    }  # fmt: skip
    words = [word for one in more if not one.known for word in (one.name, one.address, one.prefix, *_words(one))]
    return {name: value for name, value in {**found, DESCRIBED: " ".join(words)}.items() if value}


def dated(book: Book) -> str:
    """Return when a book was made, or "" where it does not say."""
    return book.imprint.date and f"{book.imprint.date}{MIDNIGHT_IN_CHINA}"


def _words(schema: Schema) -> tuple[str, ...]:
    return tuple(word for claim in schema.claims for word in (claim.name, claim.type, CATEGORY, claim.means))
