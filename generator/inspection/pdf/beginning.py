"""When the talk of a handout begins, as its first page says: the one thing of it that stands in no content.

In: a handout. Out: minutes of the day, None where no clock is told. What is read here is only what the handout is compared by: a page
that tells another time than follows from it is a difference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from pathlib import Path

_TOLD = re.compile(r"(\d{1,2})\s*:\s*(\d\d)\s*—")
_HOUR = 60


def beginning(path: Path) -> int | None:
    """Return when a handout's talk begins; None where it does not say, or cannot be read."""
    try:
        document = pypdfium2.PdfDocument(path)
        found = _TOLD.search(document[0].get_textpage().get_text_range()) if len(document) else None
        document.close()
    except (pypdfium2.PdfiumError, OSError):
        return None
    return int(found[1]) * _HOUR + int(found[2]) if found else None
