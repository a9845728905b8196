"""What a report says of itself: title, author, what it would be searched for, and the digest of the content that it was made from.

In: a book. Out: properties by name. No clock is asked: a file's date is the report's, so that two builds are one file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.model import plain

if TYPE_CHECKING:
    from generator.layout.book.page import Book

APPLICATION = "Jianbao 简报"
PRODUCER = "ReportLab"
CHAPTER = 1


def properties(book: Book) -> dict[str, str]:
    """Return the properties of a book, those that it leaves open empty."""
    imprint = book.imprint
    return {
        "title": str(imprint.title),
        "creator": plain(imprint.organization),
        "subject": str(imprint.subtitle),
        "keywords": _keywords(book),
        "application": APPLICATION,
        "producer": PRODUCER,
        "ContentDigest": imprint.digest,
        "Status": imprint.status,
    }


def _keywords(book: Book) -> str:
    """Return who, when, and the chapters: what somebody would search a shelf for."""
    chapters = [entry.title for entry in book.outline if entry.level == CHAPTER]
    words = [plain(book.imprint.organization), plain(book.imprint.edition), *chapters]
    return "；".join(dict.fromkeys(filter(None, words)))
