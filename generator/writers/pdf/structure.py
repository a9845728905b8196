"""What leads through a document: outline, named destinations, links and page labels (ISO 32000-1, 12.3, 12.4.2 and 12.5.6.5).

In: a book's destinations, outline and pages, and the links of its painted pages. Out: objects of the document's catalog and
the annotations of its pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from generator.layout.book.guides import address, labels
from generator.units import Length, Rect, Size, to_pt
from generator.writers.pdf.objects import array, byte_string, dictionary, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.layout.book.page import Destination, OutlineEntry, Page
    from generator.writers.pdf.tree import PlacedLink

PRINTED = 4
"""The annotation flag that PDF/A asks for: shown on paper as on screen (ISO 32000-1, table 165)."""

DECIMALS = 3


class UnknownDestinationError(AssertionError):
    """A link or an outline entry names a place that no page has: layout forgot to say where it is."""


def page_reference(number: int) -> pdfdoc.PDFObjectReference:
    """Return the reference of a page by its number in the file, from 1; the engine names them so."""
    return pdfdoc.PDFObjectReference(f"Page{number}")


def points(length: Length) -> float:
    """Return a length in points, rounded as the content is."""
    return round(to_pt(length), DECIMALS)


def box(area: Rect, sheet: Size) -> pdfdoc.PDFArray:
    """Return a box of a page, y upwards (ISO 32000-1, 14.11.2)."""
    foot = sheet.height - area.bottom
    return array(map(points, (area.x, foot, area.right, foot + area.height)))


def name_tree(destinations: Sequence[Destination], pages: Sequence[Page]) -> pdfdoc.PDFDictionary:
    """Return the names of the catalog: each destination shows its height at the top of the window, at the reader's zoom."""
    heights = {page.number: page.size.height for page in pages}
    names: list[object] = []
    for place in sorted(destinations, key=lambda place: place.name):
        top = points(heights[place.page] - place.y)
        names += [byte_string(place.name), array([page_reference(place.page), "/XYZ", "null", top, "null"])]
    return dictionary(Dests=dictionary(Names=array(names)))


def annotation(placed: PlacedLink, known: frozenset[str], parent: int | None = None) -> pdfdoc.PDFDictionary:
    """Return a link without a border; `parent` is its place among what leads back to the structure. Raises UnknownDestinationError."""
    area, link = placed.area, placed.link
    entries: dict[str, object] = {
        "Type": "/Annot",
        "Subtype": "/Link",
        "Rect": array(map(points, (area.x, area.y, area.right, area.bottom))),
        "Border": "[0 0 0]",
        "F": PRINTED,
    }
    if link.alt:
        entries["Contents"] = text(link.alt)
    if parent is not None:
        entries["StructParent"] = parent
    if link.uri:
        entries["A"] = dictionary(Type="/Action", S="/URI", URI=byte_string(address(link.uri)))
    else:
        entries["Dest"] = _known(link.destination, known)
    return dictionary(**entries)


def _known(name: str, known: frozenset[str]) -> str:
    if name not in known:
        message = f"no destination is called `{name}`"
        raise UnknownDestinationError(message)
    return byte_string(name)


@dataclass(slots=True)
class _Branch:
    """An outline entry with those below it."""

    entry: OutlineEntry | None
    below: list[_Branch] = field(default_factory=list)

    @property
    def count(self) -> int:
        """All entries below: the outline stands open."""
        return sum(1 + branch.count for branch in self.below)


def add_outline(entries: Sequence[OutlineEntry], known: frozenset[str], document: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
    """Put the outline into a document, every level open, and return its root. Raises UnknownDestinationError."""
    root = _Branch(None)
    path = [(0, root)]
    for entry in entries:
        while path[-1][0] >= entry.level:
            path.pop()
        branch = _Branch(entry)
        path[-1][1].below.append(branch)
        path.append((entry.level, branch))
    return _grow(root, dictionary(Type="/Outlines"), known, document)


def _grow(
    branch: _Branch, node: pdfdoc.PDFDictionary, known: frozenset[str], document: pdfdoc.PDFDocument
) -> pdfdoc.PDFDictionary:
    nodes = [dictionary(Parent=document.Reference(node)) for _ in branch.below]
    references = [document.Reference(child) for child in nodes]
    if nodes:
        node["First"], node["Last"], node["Count"] = references[0], references[-1], branch.count
    for place, (child, below) in enumerate(zip(nodes, branch.below, strict=True)):
        assert below.entry is not None
        child["Title"], child["Dest"] = text(below.entry.title), _known(below.entry.destination, known)
        if place:
            child["Prev"] = references[place - 1]
        if place + 1 < len(nodes):
            child["Next"] = references[place + 1]
        _grow(below, child, known, document)
    return node


def page_labels(pages: Sequence[Page]) -> pdfdoc.PDFDictionary:
    """Return the labels that a reader shows for pages (ISO 32000-1, 12.4.2), those that count on in one range."""
    ranges: list[object] = []
    before: int | str = ""
    for index, label in enumerate(labels(pages)):
        if isinstance(label, str):
            ranges += [index, dictionary(P=text(label))]
        elif not (isinstance(before, int) and label == before + 1):
            ranges += [index, dictionary(S="/D", St=label)]
        before = label
    return dictionary(Nums=array(ranges))
