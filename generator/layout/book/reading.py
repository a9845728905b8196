"""How a book is read: the tree of its parts, from the whole down to a line of words, for a reader who does not see the pages.

In: pages with the roles that layout gave their groups. Out: elements (ISO 32000-1, 14.8.4) with their contents in the order of reading,
and for each thing that a page paints the mark under which it belongs to one of them, or none where it only decorates.

A heading of the first level begins a section of the whole. Groups that are sections and have one name are one, on whatever pages they
stand, and so are lists and contents that follow one another; a group that continues goes on with what one of its role and origin began.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.drawing import NOWHERE, Group, Link, Role
from generator.layout.book.copying import parts
from generator.layout.book.extent import extent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.drawing import Item, TextRun
    from generator.layout.book.page import Page
    from generator.units import Point, Rect

HOLDERS = frozenset(
    {
        Role.DOCUMENT,
        Role.PART,
        Role.SECTION,
        Role.QUOTE,
        Role.LIST,
        Role.LIST_ITEM,
        Role.TABLE,
        Role.ROW,
        Role.CONTENTS,
        Role.REFERENCE,
    }
)
"""Elements that hold elements; all others hold what is painted."""

DIVISIONS = frozenset({Role.PART, Role.SECTION, Role.LIST})
"""Elements that stand once, under one name, however many pages tell of them."""

WITHIN = frozenset({Role.LIST, Role.LINK})
"""Elements that stand among the words of any other: a list in an item, a link in a paragraph."""

LIKE = {Role.TITLE: Role.PARAGRAPH}
"""Roles that no standard type is named like, and the type that each is like (ISO 32000-1, 14.7.3)."""

OF_COLUMN, OF_ROW = "Column", "Row"
"""What a header cell heads (ISO 32000-1, 14.8.5.7)."""


class Content(NamedTuple):
    """Something painted: the number of its page, and of its mark there, from 0."""

    page: int
    mark: int


class Mark(NamedTuple):
    """What is painted belongs to an element: the number of the mark on its page, and the element's role."""

    number: int
    role: Role


class Anchor(NamedTuple):
    """A link: the number of its page, and which of its links it is, from 0."""

    page: int
    link: int


@dataclass(slots=True, eq=False)
class Element:
    """A part of what is read.

    `alt` is what a figure says, or a table is called; `area` is where a figure stands on its `page`; `scope` what a header cell heads.
    A list is `loose` where nothing but its items' standing together makes it one, an element where a line without a group does.
    """

    role: Role
    origin: str = ""
    alt: str = ""
    page: int = 0
    area: Rect | None = None
    scope: str = ""
    loose: bool = False
    kids: list[Kid] = field(default_factory=list)

    def grown(self, role: Role, origin: str = "", *, loose: bool = False) -> Element:
        """Return a new element at the end of this one."""
        made = Element(role, origin, loose=loose)
        self.kids.append(made)
        return made

    def ends_with(self, role: Role) -> Element | None:
        """Return the element at its end where that has a role."""
        last = self.kids[-1] if self.kids else None
        return last if isinstance(last, Element) and last.role is role else None


Kid: TypeAlias = Element | Content | Anchor


class Reading(NamedTuple):
    """The tree, and of each page by its number the mark of everything that it paints, in the order of painting."""

    root: Element
    marks: Mapping[int, tuple[Mark | None, ...]]


def reading(pages: Iterable[Page]) -> Reading:
    """Return how pages are read."""
    reader = _Reader()
    marks = {page.number: reader.page(page) for page in pages}
    return Reading(reader.root, marks)


@dataclass(slots=True)
class _Reader:
    """Reads page after page: the section under way, what may go on, and where the page under way has come to."""

    root: Element = field(default_factory=lambda: Element(Role.DOCUMENT))
    section: Element | None = None
    begun: dict[tuple[Role, str], Element] = field(default_factory=dict)
    number: int = 0
    links: int = 0
    count: int = 0
    marks: list[Mark | None] = field(default_factory=list)
    under: Element | None = None

    def page(self, page: Page) -> tuple[Mark | None, ...]:
        """Read a page, and return the mark of all that it paints."""
        self.number, self.links, self.count, self.marks, self.under = page.number, 0, 0, [], None
        self._items(page.items, None, NOWHERE)
        return tuple(self.marks)

    def _items(self, items: Iterable[Item], home: Element | None, at: Point) -> None:
        """Read items into an element, or into the section under way."""
        for part in parts(items):
            if isinstance(part, list):
                self._line(part, home)
            elif isinstance(part, Link):
                self._link(home)
            elif isinstance(part, Group):
                self._group(part, home, at.moved(part.at.x, part.at.y))
            else:
                self._mark(None)

    def _all(self, items: Iterable[Item], element: Element | None) -> None:
        """Give all that items paint to one element, or to none."""
        for part in parts(items):
            if isinstance(part, Group):
                self._all(part.items, element)
            elif isinstance(part, list):
                self._mark(element if _is_shown(part) else None, words=True)
            elif isinstance(part, Link):
                self._link(element)
            else:
                self._mark(element)

    def _mark(self, element: Element | None, *, words: bool = False) -> None:
        """Give the next thing painted to an element, or to none; each line has a mark, and shapes that follow in one element."""
        if element and (words or element is not self.under):
            element.kids.append(Content(self.number, self.count))
            self.count += 1
        self.marks.append(Mark(self.count - 1, element.role) if element else None)
        self.under = None if words else element

    def _line(self, line: Sequence[TextRun], home: Element | None) -> None:
        first = line[0]
        if first.role is Role.ARTIFACT or not _is_shown(line):
            self._mark(None)
        elif home and home.role not in HOLDERS:
            self._mark(home, words=True)
        else:
            last = self._place(home).ends_with(first.role)
            same = last if last and last.loose and last.origin == first.origin != "" else None
            self._mark(same or self._begin(home, first.role, first.origin, loose=True), words=True)

    def _link(self, home: Element | None) -> None:
        place = self._place(home)
        link = place if place.role is Role.LINK else place.grown(Role.LINK)
        link.kids.append(Anchor(self.number, self.links))
        self.links += 1

    def _group(self, group: Group, home: Element | None, at: Point) -> None:
        if group.role is Role.ARTIFACT:
            self._all(group.items, None)
        elif group.role is Role.FIGURE and group.alt and (area := extent(group.items, at)):
            made = self._begin(home, Role.FIGURE, group.origin)
            made.alt, made.page, made.area = group.alt, self.number, area
            self._all(group.items, made)
        elif group.role in (Role.BOX, Role.FIGURE) or (home and home.role not in HOLDERS and group.role not in WITHIN):
            self._items(group.items, home, at)
        else:
            made = self._entered(group, home)
            self._items(group.items, made, at)
            if group.role is Role.ROW:
                _scoped(made)

    def _entered(self, group: Group, home: Element | None) -> Element:
        """Return the element into which a group is read."""
        key, place = (group.role, group.origin), self._place(home)
        if (group.continues or (group.role in DIVISIONS and group.origin)) and key in self.begun:
            return self.begun[key]
        if group.role is Role.LINK:
            return place.grown(Role.LINK)
        if group.role is Role.CONTENTS and (more := place.ends_with(Role.CONTENTS)):
            return more
        if group.role is Role.PART or (group.role is Role.SECTION and _has(group, Role.HEADING_1)):
            home = self.root
        made = self._begin(home, *key, parted=_has(group, Role.LABEL))
        made.alt = group.alt
        if made.role in HOLDERS or not any(isinstance(one, Link) for one in group.items):
            return made
        return (made.grown(Role.REFERENCE) if made.role is Role.CONTENTS_ITEM else made).grown(Role.LINK)

    def _place(self, home: Element | None) -> Element:
        return home or self.section or self.root

    def _begin(self, home: Element | None, role: Role, origin: str, *, parted: bool = False, loose: bool = False) -> Element:
        """Return a new element, in a section or a list of its own where it begins one; an item that is not `parted` is all body."""
        if role is Role.HEADING_1 and home is None:
            self.section = self.root.grown(Role.SECTION, origin)
        place = self._place(home)
        if role is Role.LIST_ITEM and place.role is not Role.LIST:
            last = place.ends_with(Role.LIST)
            place = last if last and last.loose else place.grown(Role.LIST, loose=True)
        made = place.grown(role, origin, loose=loose)
        if role is Role.LIST_ITEM and not parted:
            made = self.begun[Role.BODY, origin] = made.grown(Role.BODY)
        self.begun[role, origin] = made
        return made


def _is_shown(line: Sequence[TextRun]) -> bool:
    return any(run.glyphs for run in line)


def _has(group: Group, role: Role) -> bool:
    """Tell whether a group directly holds one of a role."""
    return any(isinstance(one, Group) and one.role is role for one in group.items)


def _scoped(row: Element) -> None:
    """Say of a row's header cells what they head: a column where all cells are headers, else the row."""
    cells = [one for one in row.kids if isinstance(one, Element)]
    scope = OF_COLUMN if all(cell.role is Role.HEADER_CELL for cell in cells) else OF_ROW
    for cell in cells:
        cell.scope = scope if cell.role is Role.HEADER_CELL else ""
