"""What leads through a report as its reader meets it: the label of each page, and addresses as a link may hold them.

In: a book's pages; an address as the author wrote it. Out: labels in the order of pages; an address in ASCII.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.layout.book.page import Page

FRONT_COVER, BACK_COVER = "封面", "封底"
"""Labels of the outermost pages where they print no folio."""

ADDRESS_MARKS = "%/:?#[]@!$&'()*+,;=~"
"""What an address keeps as it is; Chinese characters in it are escaped, since a URI is ASCII (RFC 3986)."""


def address(uri: str) -> str:
    """Return an address as a link holds it."""
    return quote(uri, safe=ADDRESS_MARKS)


def labels(pages: Sequence[Page]) -> tuple[int | str, ...]:
    """Return the label of each page: folios as printed, and the covers by name.

    A page without a printed folio between others is counted on, as a reader of the paper counts it.
    """
    found: list[int | str] = []
    expected: int | None = None
    for index, page in enumerate(pages):
        label = page.folio or _cover(index, len(pages))
        if label and not (label.isascii() and label.isdigit()):
            found.append(label)
            expected = None
            continue
        found.append(int(label) if label else expected or page.number)
        expected = int(found[-1]) + 1
    return tuple(found)


def _cover(index: int, count: int) -> str:
    if index == 0:
        return FRONT_COVER
    return BACK_COVER if index == count - 1 else ""
