"""Read a PDF's structure tree as a stranger: its elements in order, what each says of itself, and what content it holds.

In: an open file. Out: the tree as it stands in the file, and the way back from content to its element (ISO 32000-1, 14.7 and 14.8.4).
Nothing is mended on reading: a role that no map explains has no standard type, content that two elements hold is in both.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import pikepdf

from generator.inspection.pdf.guides import leaves
from generator.inspection.pdf.model import BARE, Stroke
from generator.statement.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.inspection.pdf.model import PageText

_STANDARD = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR "
    "TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
)
STANDARD = frozenset(_STANDARD.split())
"""The standard structure types (ISO 32000-1, 14.8.4)."""

WORDS = {"/Alt": "alt", "/ActualText": "actual", "/E": "expansion", "/Lang": "language", "/ID": "id", "/T": "title"}
"""What an element says of itself, and what to call it."""

DEEPEST = 60
"""Levels below which no tree is read: a reader of ours stops where a file would have it go round in circles."""

Number: TypeAlias = tuple[int, int]
"""An object's number and generation."""


class Held(NamedTuple):
    """What an element holds: marked content by its id on a page (from 1), or an annotation by its number."""

    page: int
    content: int = -1
    annotation: Number | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element: its role as written and the standard type it stands for ("" for none), words, attributes and kids.

    `rooted` tells that its parent entry leads to the element that holds it.
    """

    number: Number
    role: str
    kind: str
    words: Mapping[str, str]
    attributes: Mapping[str, str]
    kids: tuple[Element | Held, ...]
    rooted: bool

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements among its kids."""
        return tuple(one for one in self.kids if isinstance(one, Element))

    @property
    def held(self) -> tuple[Held, ...]:
        """What it holds itself."""
        return tuple(one for one in self.kids if isinstance(one, Held))

    def walk(self) -> Iterator[Element]:
        """Yield it and all below it in the order of reading."""
        yield self
        for one in self.kids:
            if isinstance(one, Element):
                yield from one.walk()


@dataclass(frozen=True, slots=True)
class Tree:
    """A file's structure: the elements at its top, its map of roles, and the element that content or an annotation leads back to.

    `there` tells that the file has a tree at all; `back` is by page and marked content id, or by an annotation's number.
    """

    there: bool
    tops: tuple[Element, ...]
    roles: Mapping[str, str]
    back: Mapping[Held, Number]
    holders: Mapping[Held, tuple[Element, ...]] = field(default_factory=dict)
    parents: Mapping[Number, Element] = field(default_factory=dict)

    def walk(self) -> Iterator[Element]:
        """Yield all elements in the order of reading."""
        for one in self.tops:
            yield from one.walk()

    def holder(self, held: Held) -> Element | None:
        """Return the one element that holds something and that it leads back to; None where there is none such."""
        return next((one for one in self.holders.get(held, ()) if self.back.get(held) == one.number), None)

    def language(self, element: Element | None) -> str:
        """Return the language of an element, its own or that of the nearest around it; "" where none says."""
        while element is not None:
            if element.words.get("language"):
                return element.words["language"]
            element = self.parents.get(element.number)
        return ""


def read_tree(pdf: pikepdf.Pdf) -> Tree:
    """Return the structure tree of an open file."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return Tree(there=False, tops=(), roles={}, back={})
    roles = {key[1:]: str(value)[1:] for key, value in root.get("/RoleMap", pikepdf.Dictionary()).items()}
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    reader = _Reader(numbers, roles)
    tops = tuple(one for one in reader.kids(root.get("/K"), root, 0, 0) if isinstance(one, Element))
    back = dict(_back(pdf, root))
    return Tree(there=True, tops=tops, roles=roles, back=back, holders=reader.holders, parents=reader.parents)


def standard(role: str, roles: Mapping[str, str]) -> str:
    """Return the standard type of a role; "" where its map leads nowhere or round in a circle."""
    met: set[str] = set()
    while role not in STANDARD:
        if role in met or role not in roles:
            return ""
        met.add(role)
        role = roles[role]
    return role


@dataclass(slots=True)
class _Reader:
    """Reads elements of one file, each once: one that is met again is left out there."""

    pages: Mapping[Number, int]
    roles: Mapping[str, str]
    met: set[Number] = field(default_factory=set)
    holders: defaultdict[Held, tuple[Element, ...]] = field(default_factory=lambda: defaultdict(tuple))
    parents: dict[Number, Element] = field(default_factory=dict)

    def kids(self, found: Any, parent: Any, page: int, depth: int) -> Iterator[Element | Held]:  # noqa: ANN401 - what K may be
        for one in found if isinstance(found, pikepdf.Array) else [] if found is None else [found]:
            if not isinstance(one, pikepdf.Dictionary):
                yield Held(page, int(one))
                continue
            on = self.pages.get(one["/Pg"].objgen, 0) if "/Pg" in one else page
            if "/MCID" in one:
                yield Held(on, int(one["/MCID"]))
            elif "/Obj" in one:
                yield Held(on, annotation=one["/Obj"].objgen)
            elif "/S" in one and one.objgen not in self.met and depth < DEEPEST:
                self.met |= {one.objgen} if one.is_indirect else set()
                yield self._element(one, parent, on, depth)

    def _element(self, one: Any, parent: Any, page: int, depth: int) -> Element:  # noqa: ANN401 - a pikepdf dictionary
        role = str(one["/S"])[1:]
        words = {name: str(one[key]) for key, name in WORDS.items() if key in one}
        kids = tuple(self.kids(one.get("/K"), one, page, depth + 1))
        rooted = "/P" in one and one["/P"].objgen == parent.objgen
        element = Element(one.objgen, role, standard(role, self.roles), words, _attributes(one), kids, rooted)
        for kid in kids:
            if isinstance(kid, Held):
                self.holders[kid] += (element,)
            else:
                self.parents[kid.number] = element
        return element


def _attributes(element: Any) -> dict[str, str]:  # noqa: ANN401 - a pikepdf dictionary
    """Return the attributes of an element, whoever owns them (ISO 32000-1, 14.7.5)."""
    if "/A" not in element:
        return {}
    given = element["/A"]
    return {
        key[1:]: _told(value)
        for one in (given if isinstance(given, pikepdf.Array) else [given])
        if isinstance(one, pikepdf.Dictionary)
        for key, value in one.items()
        if key != "/O"
    }


def _told(value: Any) -> str:  # noqa: ANN401 - any object
    if isinstance(value, pikepdf.Array):
        return " ".join(map(_told, value))
    return str(value).removeprefix("/")


def _back(pdf: pikepdf.Pdf, root: Any) -> Iterator[tuple[Held, Number]]:  # noqa: ANN401 - a pikepdf dictionary
    """Yield which element content and annotations lead back to (ISO 32000-1, 14.7.4.4)."""
    found = {int(key): value for key, value in leaves(root.get("/ParentTree", pikepdf.Dictionary()), "/Nums")}
    for number, page in enumerate(pdf.pages, 1):
        elements = found.get(int(page.get("/StructParents", -1)), [])
        if isinstance(elements, pikepdf.Array):
            yield from (
                (Held(number, content), one.objgen) for content, one in enumerate(elements) if isinstance(one, pikepdf.Dictionary)
            )
        for one in page.get("/Annots", []):
            element = found.get(int(one.get("/StructParent", -1)))
            if isinstance(element, pikepdf.Dictionary):
                yield Held(number, annotation=one.objgen), element.objgen


def untagged(page: PageText) -> int:
    """Return how many things a page paints that are neither content nor artifact; words that are read out in place of one are none."""
    pairs = zip(page.painted, page.tags, strict=True)
    return sum(tag.content == BARE and (isinstance(one, Stroke) or one.kind is not Kind.ALT) for one, tag in pairs)


def texts(page: PageText) -> dict[int, str]:
    """Return what copying gives for each marked content of a page: its glyphs' text, or the text that stands for them."""
    found: dict[int, list[str]] = defaultdict(list)
    told = {-1}
    for one, tag in zip(page.painted, page.tags, strict=True):
        if isinstance(one, Stroke):
            span = page.chars[one.start].span
            if span < 0:
                found[tag.content] += [char.text for char in page.chars[one.start : one.end]]
            elif span not in told:
                told.add(span)
                found[tag.content].append(page.actual[span])
    return {content: "".join(pieces) for content, pieces in found.items()}
