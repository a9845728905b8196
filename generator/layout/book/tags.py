"""What a tagged book tells a reader who does not see it, element by element: roles, texts, words in place of figures, their order.

In: the pages of a book. Out: things of a statement, by the page on which each element begins, in the order of reading; and the order in
which pages are read, which only one that strays changes. An element without content begins where the one before it does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from generator.drawing import Group, Link, Role
from generator.layout.book.copying import parts, stretches
from generator.layout.book.guides import address
from generator.layout.book.reading import LIKE, Anchor, Content, Element, reading
from generator.statement.lines import INVISIBLE
from generator.statement.model import Kind, Run, Thing, facts
from generator.units import to_pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.drawing import Item
    from generator.layout.book.page import Page
    from generator.layout.book.reading import Mark
    from generator.units import Rect

DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Tags:
    """The elements of a book by page, and the pages in the order in which they are read."""

    by_page: Mapping[int, tuple[Thing, ...]] = field(default_factory=dict)
    order: tuple[Thing, ...] = ()


def tags(pages: Sequence[Page]) -> Tags:
    """Return what the elements of pages say."""
    root, marks = reading(pages)
    texts = {(page.number, mark): text for page in pages for mark, text in _texts(page.items, marks[page.number])}
    links = {page.number: [*_links(page.items)] for page in pages}
    teller = _Teller({page.number: page for page in pages}, texts, links)
    told = [*teller.tell(root, 0)]
    by_page: dict[int, list[Thing]] = {}
    for page, thing in told:
        by_page.setdefault(page, []).append(thing)
    order = " ".join(str(page) for page, _ in groupby(page for page, _ in told))
    return Tags({page: tuple(things) for page, things in by_page.items()}, (Thing(Kind.TAG, (Run(order),), name="order"),))


def _texts(items: Iterable[Item], marks: Iterable[Mark | None]) -> Iterator[tuple[int, str]]:
    """Yield the text that copying gives for each mark of a page; what is painted in one mark and parted is one text."""
    painted = [(mark.number, text) for mark, text in zip(marks, _painted(items), strict=True) if mark]
    for number, pieces in groupby(painted, key=lambda one: one[0]):
        yield number, "".join(text for _, text in pieces).replace(INVISIBLE, "")


def _painted(items: Iterable[Item]) -> Iterator[str]:
    """Yield the text of everything that items paint, in the order of painting; shapes have none."""
    for part in parts(items):
        if isinstance(part, Group):
            yield from _painted(part.items)
        elif isinstance(part, list):
            yield "".join(run.text for stretch in stretches(part) for run in stretch) if any(run.glyphs for run in part) else ""
        elif not isinstance(part, Link):
            yield ""


def _links(items: Iterable[Item]) -> Iterator[Link]:
    for item in items:
        if isinstance(item, Link):
            yield item
        elif isinstance(item, Group):
            yield from _links(item.items)


@dataclass(slots=True)
class _Teller:
    """Tells elements one after the other; `page` is where the one before begins."""

    pages: Mapping[int, Page]
    texts: Mapping[tuple[int, int], str]
    links: Mapping[int, Sequence[Link]]
    page: int = 0

    def tell(self, element: Element, level: int) -> Iterator[tuple[int, Thing]]:
        """Yield an element and all below it, each with its page."""
        self.page = _begins(element) or self.page
        yield self.page, self._thing(element, level)
        for kid in element.kids:
            if isinstance(kid, Element):
                yield from self.tell(kid, level + 1)

    def _thing(self, element: Element, level: int) -> Thing:
        text = "".join(self.texts.get(kid, "") for kid in element.kids if isinstance(kid, Content))
        leads = " ".join(_target(self.links[kid.page][kid.link]) for kid in element.kids if isinstance(kid, Anchor))
        drawn = element.role is Role.FIGURE and element.area is not None
        found = facts(
            role=element.role.value, level=level, scope=element.scope or None, leads=leads or None,
            like=LIKE[element.role].value if element.role in LIKE else None,
            alt=element.alt or None if drawn or element.role is Role.TABLE else None,
            box=self._box(element.area, element.page) if drawn and element.area else None,
        )  # fmt: skip
        return Thing(Kind.TAG, (Run(text),) if text else (), found, origin=element.origin)

    def _box(self, area: Rect, number: int) -> tuple[float, ...]:
        """Return where a figure stands on its page, from the top left, as far as it lies on it."""
        size = self.pages[number].size
        edges = max(0, area.x), max(0, area.y), min(size.width, area.right), min(size.height, area.bottom)
        return tuple(round(to_pt(edge), DECIMALS) for edge in edges)


def _begins(element: Element) -> int:
    """Return the page where the first of what an element holds stands; 0 for one that holds nothing."""
    found = (_begins(kid) if isinstance(kid, Element) else kid.page for kid in element.kids)
    return next(filter(None, found), 0)


def _target(link: Link) -> str:
    return address(link.uri) if link.uri else f"#{link.destination}"
