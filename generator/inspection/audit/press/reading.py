"""A print file opened by its buyer's own means: its sheets with every mark on its plates, and the file's own objects.

In: the path of a PDF. Out: a `PrintFile`. Raises UnreadableError, or one of DAMAGE for a file that is none.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf

from generator.diagnostics import said
from generator.inspection.audit.model import NOTHING_WANTED, Wanted
from generator.inspection.audit.press.painting import OPERATORS, PlateCanvas
from generator.inspection.audit.press.sheet import Sheet
from generator.inspection.damage import UnreadableError
from generator.inspection.pdf.canvas import Faces
from generator.inspection.pdf.guides import sorted_box

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.inspection.pdf.geometry import Bounds


@dataclass(frozen=True, slots=True)
class PrintFile:
    """An open file: its objects, its sheets, and what is wanted of it."""

    pdf: pikepdf.Pdf
    sheets: tuple[Sheet, ...]
    wanted: Wanted


@contextmanager
def opened(path: Path, wanted: Wanted = NOTHING_WANTED) -> Iterator[PrintFile]:
    """Yield a file with its sheets read."""
    try:
        with pikepdf.open(path) as pdf:
            faces = Faces()
            yield PrintFile(pdf, tuple(_sheet(page, number, faces) for number, page in enumerate(pdf.pages, 1)), wanted)
    except pikepdf.PasswordError as fault:
        raise UnreadableError(said("damage.locked")) from fault
    except pikepdf.PdfError as fault:
        raise UnreadableError(said("damage.no-pdf")) from fault


def _sheet(page: pikepdf.Page, number: int, faces: Faces) -> Sheet:
    media = _box(page, "/MediaBox") or (0, 0, 0, 0)
    canvas = PlateCanvas(media, faces, OPERATORS)
    canvas.run(_content(page), page.resources)
    boxes = (_box(page, name) for name in ("/TrimBox", "/BleedBox", "/ArtBox"))
    trim, bleed, art = boxes
    return Sheet(number, media, trim, bleed, art, tuple(canvas.marks), page)


def _box(page: pikepdf.Page, name: str) -> Bounds | None:
    """Return a box of a page; the media box may be its parents' (ISO 32000-1, 7.7.3.4)."""
    node: Any = page.obj
    while node is not None:
        if name in node:
            return sorted_box([float(one) for one in node[name]])
        node = node.get("/Parent") if name == "/MediaBox" else None
    return None


def _content(page: pikepdf.Page) -> bytes:
    found: Any = page.obj.get("/Contents", [])
    return b"\n".join(one.read_bytes() for one in (found if isinstance(found, pikepdf.Array) else [found]))
