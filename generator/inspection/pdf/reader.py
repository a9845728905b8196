"""Read a PDF as a stranger: all that its content streams paint, every glyph with its own text, place, colour and clip.

In: a PDF file. Out: characters with boxes in points, origin at the page's top left, and the ActualText that claims to stand for them.
Nothing here is taken from the writer: operators, fonts and maps are read as ISO 32000-1 (8.4, 9.4, 9.10, 14.9.4) defines them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

from generator.diagnostics import said
from generator.inspection.damage import UnreadableError
from generator.inspection.pdf.canvas import Canvas, Faces
from generator.inspection.pdf.contents import CONTENTS
from generator.inspection.pdf.glyphs import GLYPHS
from generator.inspection.pdf.model import Document, PageText
from generator.inspection.pdf.sayings import sayings, stamps
from generator.inspection.pdf.settings import SETTINGS
from generator.inspection.pdf.shapes import SHAPES

if TYPE_CHECKING:
    from pathlib import Path

OPERATORS = {**SETTINGS, **GLYPHS, **SHAPES, **CONTENTS}


def read_pdf(path: Path) -> Document:
    """Read a file. Raises UnreadableError, or one of DAMAGE for a file that is none."""
    try:
        with pikepdf.open(path) as pdf:
            faces = Faces()
            pages = tuple(_read_page(page, number, faces) for number, page in enumerate(pdf.pages, 1))
            return Document(pages, str(pdf.docinfo.get("/ContentDigest", "")), tuple(sayings(pdf)), tuple(faces.fonts.values()))
    except pikepdf.PdfError as fault:
        raise UnreadableError(said("damage.no-pdf")) from fault


def _read_page(page: pikepdf.Page, number: int, faces: Faces) -> PageText:
    left, low, right, high = (float(value) for value in page.cropbox)
    canvas = Canvas((left, low, right, high), faces, OPERATORS)
    canvas.run(page, page.resources)
    unread = (*canvas.unread, *stamps(page))
    return PageText(
        number, right - left, high - low, tuple(canvas.chars), tuple(canvas.actual), tuple(canvas.alts), unread,
        tuple(canvas.painted),
    )  # fmt: skip
