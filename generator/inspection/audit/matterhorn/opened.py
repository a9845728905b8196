"""A PDF opened for an audit: its pages as a stranger reads them, its structure tree, its fonts, metadata and annotations.

In: a file. Out: all that the rules ask for, read once. A rule looks and returns what it was asked of and where it is not kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from xml.etree import ElementTree as ET

import pikepdf

from generator.inspection.pdf.canvas import Faces
from generator.inspection.pdf.guides import Guides
from generator.inspection.pdf.reader import layers_off, read_page
from generator.inspection.pdf.tags import Element, Held, Tree, read_tree, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.inspection.pdf.fonts import FontReader
    from generator.inspection.pdf.model import PageText
    from generator.inspection.pdf.tags import Number

SHORT = 16
"""Characters of a text that name the element which holds it."""

HIDDEN = 1 << 1
"""The flag of an annotation that is neither shown nor printed (ISO 32000-1, table 165)."""


class Fault(NamedTuple):
    """A place where a rule is not kept: what it is in the file's own words, and its page (0 for the file as a whole)."""

    what: str = ""
    page: int = 0


class Looked(NamedTuple):
    """What a rule was asked of, how many there are, and which of them do not keep it; `unread` are those that nobody looked into."""

    asked: int
    faults: tuple[Fault, ...] = ()
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation: its dictionary, page and kind, and the element that holds it and that it leads back to."""

    given: Any
    page: int
    kind: str
    holder: Element | None

    @property
    def words(self) -> str:
        """What is read out for it: its own words, or those of its element."""
        own = str(self.given.get("/Contents", ""))
        return own or (self.holder.words.get("alt", "") if self.holder else "")

    @property
    def fault(self) -> Fault:
        """The annotation as a place."""
        return Fault(" ".join(filter(None, (self.kind, str(self.given.get("/Contents", ""))[:SHORT]))), self.page)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file with all that is read of it."""

    pdf: pikepdf.Pdf
    pages: tuple[PageText, ...]
    tree: Tree
    fonts: Mapping[Number, FontReader]
    metadata: ET.Element | None
    notes: tuple[Note, ...]
    texts: tuple[Mapping[int, str], ...]

    @classmethod
    def of(cls, pdf: pikepdf.Pdf) -> Opened:
        """Read an open file."""
        faces, guides, tree = Faces(layers_off(pdf)), Guides.of(pdf), read_tree(pdf)
        pages = tuple(read_page(page, number, faces, guides) for number, page in enumerate(pdf.pages, 1))
        return cls(pdf, pages, tree, faces.fonts, _metadata(pdf), tuple(_notes(pdf, tree)), tuple(map(texts, pages)))

    @property
    def language(self) -> str:
        """The language of the document as a whole."""
        return str(self.pdf.Root.get("/Lang", ""))

    def page_of(self, element: Element) -> int:
        """Return the page where an element begins; 0 for one that holds nothing."""
        return next((held.page for one in element.walk() for held in one.held if held.page), 0)

    def text_of(self, element: Element) -> str:
        """Return the text in an element and all below it."""
        held = (one for each in element.walk() for one in each.held if one.content >= 0 and 0 < one.page <= len(self.texts))
        return "".join(self.texts[one.page - 1].get(one.content, "") for one in held)

    def fault(self, element: Element) -> Fault:
        """Return an element as a place."""
        return Fault(" ".join(filter(None, (element.role, self.text_of(element)[:SHORT]))), self.page_of(element))

    def among(self, asked: Iterable[Element], keeps: Callable[[Element], bool]) -> Looked:
        """Look at elements: those that do not keep a rule are faults."""
        found = tuple(asked)
        return Looked(len(found), tuple(self.fault(one) for one in found if not keeps(one)))

    def of_kind(self, *kinds: str) -> list[Element]:
        """Return the elements of some standard types, in the order of reading."""
        return [one for one in self.tree.walk() if one.kind in kinds]


Look: TypeAlias = Callable[[Opened], Looked]
"""Looks at a file for one rule."""


def whole(*, kept: bool) -> Looked:
    """Return what a rule about the file as a whole found."""
    return Looked(1, () if kept else (Fault(),))


def _metadata(pdf: pikepdf.Pdf) -> ET.Element | None:
    """Return the metadata stream of the catalog; None where there is none, or none that can be read."""
    found = pdf.Root.get("/Metadata")
    if not isinstance(found, pikepdf.Stream) or found.get("/Type") != "/Metadata" or found.get("/Subtype") != "/XML":
        return None
    try:
        return ET.fromstring(found.read_bytes())  # noqa: S314 - no entity of it is followed, and its size is the file's
    except ET.ParseError:
        return None


def _notes(pdf: pikepdf.Pdf, tree: Tree) -> Iterable[Note]:
    """Yield the annotations that a reader meets: not hidden, and not off the page."""
    for number, page in enumerate(pdf.pages, 1):
        left, low, right, high = map(float, page.cropbox)
        for one in page.get("/Annots", []):
            x0, y0, x1, y1 = map(float, one.get("/Rect", [0, 0, 0, 0]))
            off = max(x0, x1) < left or min(x0, x1) > right or max(y0, y1) < low or min(y0, y1) > high
            if not (off or int(one.get("/F", 0)) & HIDDEN):
                yield Note(one, number, str(one.get("/Subtype", ""))[1:], tree.holder(Held(number, annotation=one.objgen)))
