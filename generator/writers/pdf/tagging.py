"""The structure of a tagged file: its elements, what on which page belongs to each, and the way back (ISO 32000-1, 14.7 and 14.8).

In: the tree of a book as it is read, and a document that has its pages and links. Out: the structure tree in that document, written
tersely: a long report has thousands of elements.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from generator.drawing import Role
from generator.layout.book.reading import LIKE, Anchor, Content, Element
from generator.writers.pdf.objects import dictionary, text
from generator.writers.pdf.structure import points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.layout.book.page import Page
    from generator.units import Rect


class Terse(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object that is numbered first and written later, without a space that is not needed."""

    written = "null"

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """Return the object as it is written."""
        return self.written.encode("ascii")


def page_name(number: int) -> str:
    """Return what the engine calls a page by its number in the file."""
    return f"Page{number}"


def link_name(anchor: Anchor) -> str:
    """Return what a link is called among the document's objects."""
    return f"Link{anchor.page}.{anchor.link}"


@dataclass(slots=True)
class _Tags:
    """The structure under way: the owner of each mark of a page, of each link, and the elements that have names."""

    document: pdfdoc.PDFDocument
    pages: dict[int, Page]
    marks: dict[int, list[str]]
    links: dict[Anchor, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def add(self, written: str = "null") -> tuple[Terse, str]:
        """Return a new object of the document, and its reference."""
        made = Terse()
        made.written = written
        self.document.Reference(made)
        return made, f"{self.document.objectcounter} 0 R"

    def grow(self, element: Element, parent: str) -> str:
        """Put an element with all in it into the document and return its reference."""
        made, own = self.add()
        page = next((kid.page for kid in element.kids if isinstance(kid, Content)), element.page)
        kids = [self._kid(kid, own, page) for kid in element.kids]
        shown = f"/Pg {self.reference(page_name(page))}" if page else ""
        inside = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
        made.written = f"<</S/{element.role.value}/P {parent}{shown}{inside}{self._said(element, own)}>>"
        return own

    def reference(self, name: str) -> str:
        """Return the reference of an object by its name in the document."""
        return str(pdfdoc.PDFObjectReference(name).format(self.document).decode("ascii"))

    def _kid(self, kid: Element | Content | Anchor, own: str, page: int) -> str:
        if isinstance(kid, Element):
            return self.grow(kid, own)
        if isinstance(kid, Anchor):
            self.links[kid] = own
            return f"<</Type/OBJR/Pg {self.reference(page_name(kid.page))}/Obj {self.reference(link_name(kid))}>>"
        self.marks[kid.page].append(own)
        if kid.page == page:
            return str(kid.mark)
        return f"<</Type/MCR/Pg {self.reference(page_name(kid.page))}/MCID {kid.mark}>>"

    def _said(self, element: Element, own: str) -> str:
        """Return what an element says of itself beside its role: a figure what it shows and where, a note its name (14.7.2, 14.8.5)."""
        if element.role is Role.FIGURE and element.area:
            return f"/Alt{text(element.alt)}/A<</O/Layout/Placement/Block/BBox[{self._box(element.area, element.page)}]>>"
        if element.role is Role.TABLE and element.alt:
            return f"/A<</O/Table/Summary{text(element.alt)}>>"
        if element.scope:
            return f"/A<</O/Table/Scope/{element.scope}>>"
        if element.role is Role.NOTE:
            self.notes.append(own)
            return f"/ID{text(_note(len(self.notes)))}"
        return ""

    def _box(self, area: Rect, number: int) -> str:
        """Return an area of a page with y upwards, as far as it lies on the page."""
        size = self.pages[number].size
        edges = (
            max(0, area.x), max(0, size.height - area.bottom), min(size.width, area.right), min(size.height, size.height - area.y),
        )  # fmt: skip
        return " ".join(f"{points(edge):g}" for edge in edges)


def _note(number: int) -> str:
    return f"note{number:05d}"


def add_structure(root: Element, pages: Sequence[Page], document: pdfdoc.PDFDocument) -> None:
    """Put the structure of pages into a document that has them, and say in its catalog that it is tagged."""
    tags = _Tags(document, {page.number: page for page in pages}, {page.number: [] for page in pages})
    tree, own = tags.add()
    top = tags.grow(root, own)
    owners = [f"{index}[{' '.join(tags.marks[page.number])}]" for index, page in enumerate(pages)]
    owners += [f"{index} {tags.links[anchor]}" for index, anchor in enumerate(sorted(tags.links), len(pages))]
    _, parents = tags.add(f"<</Nums[{' '.join(owners)}]>>")
    like = " ".join(f"/{role.value}/{standard.value}" for role, standard in LIKE.items())
    names = " ".join(f"{text(_note(number))} {note}" for number, note in enumerate(tags.notes, 1))
    named = f"/IDTree<</Names[{names}]>>" if names else ""
    tree.written = (
        f"<</Type/StructTreeRoot/K {top}/ParentTree {parents}/ParentTreeNextKey {len(owners)}/RoleMap<<{like}>>{named}>>"
    )
    document.Catalog.StructTreeRoot = document.Reference(tree)
    document.Catalog.MarkInfo = dictionary(Marked="true")
