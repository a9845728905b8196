"""Is what is copied what is shown? Each ActualText of a page against the glyphs that it stands for (ISO 32000-1, 14.9.4)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.inspection.verdict import REPORT, Charge, place_name

if TYPE_CHECKING:
    from generator.document.ledger import Placement
    from generator.inspection.pdf.model import PageText

HYPHENS = "-‐"
INVISIBLE = "\u200b"
"""What a later glyph of a cluster stands for: PDF/A asks for something."""


def prove_copied_text(page: PageText, anchor: Placement | None, charge: Charge) -> None:
    """Compare each ActualText with the glyphs' own text, spaces and printed hyphens aside."""
    own: dict[int, list[str]] = defaultdict(list)
    for char in page.chars:
        own[char.span].append(char.text)
    for span, actual in enumerate(page.actual):
        shown = "".join(own.get(span, ()))
        if _bare(actual) not in {_bare(shown), _bare(shown).rstrip(HYPHENS)}:
            message = f"what is copied, `{actual}`, is not what is shown, `{shown}`"
            charge.fault("copied-text", message, place_name(REPORT, page.number), anchor)


def _bare(text: str) -> str:
    return "".join(text.replace(INVISIBLE, "").split())
