"""Read a PDF as a stranger: all that its content streams paint, every glyph with its own text, place, colour and clip.

In: a PDF file. Out: characters with boxes in points, origin at the page's top left, and the ActualText that claims to stand for them.
Nothing here is taken from the writer: operators, fonts and maps are read as ISO 32000-1 (8.4, 9.4, 9.10, 14.9.4) defines them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pikepdf

from generator.diagnostics import said
from generator.inspection.damage import UnreadableError
from generator.inspection.pdf.canvas import Canvas, Faces
from generator.inspection.pdf.contents import CONTENTS
from generator.inspection.pdf.entries import entries
from generator.inspection.pdf.glyphs import GLYPHS
from generator.inspection.pdf.guides import Guides, sorted_box
from generator.inspection.pdf.model import Document, PageText
from generator.inspection.pdf.sayings import sayings, stamps
from generator.inspection.pdf.settings import SETTINGS
from generator.inspection.pdf.shapes import SHAPES
from generator.inspection.pdf.tagged import tagged
from generator.statement.model import facts

if TYPE_CHECKING:
    from pathlib import Path

    from generator.inspection.pdf.geometry import Bounds
    from generator.statement.model import Facts

OPERATORS = {name.encode("ascii"): one for name, one in {**SETTINGS, **GLYPHS, **SHAPES, **CONTENTS}.items()}


BOXES = {"media": "/MediaBox", "trim": "/TrimBox", "bleed": "/BleedBox", "art": "/ArtBox"}
"""The boxes of a page beside the one that is shown (ISO 32000-1, 14.11.2)."""

PLAIN = frozenset(
    {
        "/Type",
        "/Parent",
        "/Contents",
        "/Resources",
        "/Annots",
        "/CropBox",
        "/Rotate",
        "/UserUnit",
        "/StructParents",
        "/Tabs",
        *BOXES.values(),
    }
)
"""What a page may have that shows nothing of its own."""


def read_pdf(path: Path) -> Document:
    """Read a file. Raises UnreadableError, or one of DAMAGE for a file that is none."""
    try:
        with pikepdf.open(path) as pdf:
            faces, guides = Faces(layers_off(pdf)), Guides.of(pdf)
            pages = tuple(read_page(page, number, faces, guides) for number, page in enumerate(pdf.pages, 1))
            fonts, digest = tuple(faces.fonts.values()), str(pdf.docinfo.get("/ContentDigest", ""))
            elements, order = tagged(pdf, pages, guides)
            pages = tuple(replace(page, elements=elements.get(page.number, ())) for page in pages)
            own = (*entries(pdf, fonts, path.read_bytes()), *order)
            return Document(pages, digest, tuple(sayings(pdf)), fonts, own)
    except pikepdf.PasswordError as fault:
        raise UnreadableError(said("damage.locked")) from fault
    except pikepdf.PdfError as fault:
        raise UnreadableError(said("damage.no-pdf")) from fault


def layers_off(pdf: pikepdf.Pdf) -> frozenset[tuple[int, int]]:
    """Return the layers that are off when the file is opened (ISO 32000-1, 8.11.4.3)."""
    layers = pdf.Root.get("/OCProperties", pikepdf.Dictionary())
    given = layers.get("/D", pikepdf.Dictionary())
    on = {one.objgen for one in given.get("/ON", [])}
    every = {one.objgen for one in layers.get("/OCGs", []) if given.get("/BaseState") == "/OFF"}
    return frozenset(every - on | {one.objgen for one in given.get("/OFF", [])})


def read_page(page: pikepdf.Page, number: int, faces: Faces, guides: Guides) -> PageText:
    """Read a page by its number, with the fonts and places that the file's pages share."""
    left, low, right, high = guides.boxes[number - 1]
    canvas = Canvas((left, low, right, high), faces, OPERATORS)
    canvas.run(_content(page), page.resources)
    unread = (*canvas.unread, *stamps(page))
    over = tuple(thing for one in page.get("/Annots", []) for thing in guides.annotation(one, number))
    return PageText(
        number, right - left, high - low, tuple(canvas.chars), tuple(canvas.actual), tuple(canvas.alts), unread,
        tuple(canvas.painted), over, _own(page, guides.boxes[number - 1]), tuple(canvas.tags), tuple(canvas.spoken),
        tuple(canvas.nested),
    )  # fmt: skip


def _content(page: pikepdf.Page) -> bytes:
    """Return a page's content; streams are read as one, parted as words are (ISO 32000-1, 7.8.2)."""
    found: Any = page.obj.get("/Contents", [])
    return b"\n".join(one.read_bytes() for one in (found if isinstance(found, pikepdf.Array) else [found]))


def _own(page: pikepdf.Page, shown: Bounds) -> Facts:
    """Return what a page is beside its size: turned, enlarged, with other boxes than the one shown, with anything else of its own."""
    boxes = {name: sorted_box(list(map(float, page.obj[key]))) for name, key in BOXES.items() if key in page}
    other = {name: box for name, box in boxes.items() if box != shown}
    turn, unit = int(_inherited(page.obj, "/Rotate", 0)) % 360, float(page.get("/UserUnit", 1))
    more = " ".join(sorted(set(page.obj.keys()) - PLAIN))
    return facts(turn=turn or None, unit=None if unit == 1 else unit, more=more or None, **other)


def _inherited(node: Any, key: str, usual: Any) -> Any:  # noqa: ANN401 - pikepdf's objects
    while node is not None:
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return usual
