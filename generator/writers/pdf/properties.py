"""What a file says of itself: title, author, dates, language, and the digest of the content that it was made from.

In: a book's imprint. Out: the information dictionary (ISO 32000-1, 14.3.3) and the catalog's settings. No clock is
asked: a file's date is the report's, so that two builds are one file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.model import Imprint, plain
from generator.writers.pdf.objects import dictionary, text

if TYPE_CHECKING:
    from reportlab.pdfbase import pdfdoc

    from generator.layout.book.page import Book

CREATOR = "Jianbao 简报"
PRODUCER = "ReportLab"

MIDNIGHT_IN_CHINA = "000000+08'00'"
"""A report is dated by the day: its day begins in Beijing."""

CHAPTER = 1


def information(book: Book) -> pdfdoc.PDFDictionary:
    """Return the information dictionary; ContentDigest tells files of one build from those of another."""
    imprint = book.imprint
    return dictionary(
        Title=text(str(imprint.title)),
        Author=text(plain(imprint.organization)),
        Subject=text(str(imprint.subtitle)),
        Keywords=text(_keywords(book)),
        Creator=text(CREATOR),
        Producer=text(PRODUCER),
        Trapped="/False",
        ContentDigest=text(imprint.digest),
        **_dates(imprint),
    )


def _keywords(book: Book) -> str:
    """Return who, when, and the chapters: what somebody would search a shelf for."""
    chapters = [entry.title for entry in book.outline if entry.level == CHAPTER]
    words = [plain(book.imprint.organization), plain(book.imprint.edition), *chapters]
    return "；".join(dict.fromkeys(filter(None, words)))


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
