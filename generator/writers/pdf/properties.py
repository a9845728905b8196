"""What a file says of itself: title, author, dates, language, and the digest of the content that it was made from.

In: a book. Out: the information dictionary (ISO 32000-1, 14.3.3) and the catalog's settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.layout.book.properties import properties
from generator.writers.pdf.objects import dictionary, text

if TYPE_CHECKING:
    from reportlab.pdfbase import pdfdoc

    from generator.document.model import Imprint
    from generator.layout.book.page import Book

KEYS = {
    "Title": "title", "Author": "creator", "Subject": "subject", "Keywords": "keywords", "Creator": "application",
    "Producer": "producer", "ContentDigest": "ContentDigest", "Status": "Status",
}  # fmt: skip
"""The keys of the information dictionary (ISO 32000-1, table 317), and the property that each holds."""

OWN = frozenset({"ContentDigest", "Status"})
"""Keys that no standard asks for: they stand only where they say something."""

MIDNIGHT_IN_CHINA = "000000+08'00'"
"""A report is dated by the day: its day begins in Beijing."""


def information(book: Book) -> pdfdoc.PDFDictionary:
    """Return the information dictionary; ContentDigest tells files of one build from those of another."""
    own = properties(book)
    return dictionary(
        Trapped="/False",
        **{key: text(own[name]) for key, name in KEYS.items() if own[name] or key not in OWN},
        **_dates(book.imprint),
    )


def _dates(imprint: Imprint) -> dict[str, str]:
    """Return when the file was made and last changed: on the report's own day, or nothing where it names none."""
    if not imprint.date:
        return {}
    date = f"(D:{imprint.date.replace('-', '')}{MIDNIGHT_IN_CHINA})"
    return {"CreationDate": date, "ModDate": date}


def describe(catalog: pdfdoc.PDFCatalog, book: Book) -> None:
    """Set language, title bar and, where there is an outline, the outline beside the pages."""
    catalog.Lang = text(book.imprint.language)
    catalog.ViewerPreferences = dictionary(DisplayDocTitle="true")
    catalog.PageMode = "/UseOutlines" if book.outline else "/UseNone"
