"""Whether what is copied from a page is what it shows, to the character (ISO 32000-1, 14.9.4).

In: a page's glyphs in the order painted, and its ActualTexts. Out: pairs of texts that differ, copied and shown. Spaces and printed
hyphens are left aside. A word that goes on in the next line may be said whole where it begins: what is said ahead is what is shown
next.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.inspection.pdf.model import Char

HYPHENS = "-‐"
INVISIBLE = "\u200b"
"""What a later glyph of a cluster stands for: PDF/A asks for something."""


def copied_otherwise(chars: Iterable[Char], actual: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what is copied and what is shown, where they differ."""
    ahead, told = "", set[int]()
    for span, group in groupby(chars, key=lambda char: char.span):
        shown = "".join([char.text for char in group])
        copied = shown if span < 0 else "" if span in told else actual[span]
        told.add(span)
        rest = _beyond(ahead + bare(copied), bare(shown))
        if rest is None:
            yield ahead + copied, shown
        ahead = rest or ""
    unshown = [text for span, text in enumerate(actual) if span not in told and bare(text)]
    yield from ((text, "") for text in (ahead, *unshown) if text)


def _beyond(copied: str, shown: str) -> str | None:
    """Return what is copied beyond what is shown, None where they differ."""
    for one in (shown, shown.rstrip(HYPHENS)):
        if copied.startswith(one):
            return copied[len(one) :]
    return None


def bare(text: str) -> str:
    """Return the characters of a text that are seen."""
    return "".join(text.replace(INVISIBLE, "").split())
