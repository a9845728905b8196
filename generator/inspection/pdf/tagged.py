"""What the structure of a PDF tells a reader who does not see it, element by element, as it stands in the file.

In: a structure tree, the text of each page's marked content, and the file's places. Out: things of a statement by the page on which
each element begins, in the order of the tree, and the order in which pages are read. An element without content begins where the one
before it does; one that its content does not lead back to is `astray`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from generator.inspection.pdf.tags import Held, read_tree, texts
from generator.statement.lines import INVISIBLE
from generator.statement.model import Kind, Run, Thing, facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pikepdf

    from generator.inspection.pdf.guides import Guides
    from generator.inspection.pdf.model import PageText
    from generator.inspection.pdf.tags import Element, Number, Tree

DECIMALS = 2
OWN = frozenset({"Scope", "BBox", "Summary", "Placement"})
"""The attributes that are told by what they say; any other is told by its name."""
NOWHERE = "—"
"""What is told of content that leads back to no element."""
IN_WORDS = ("actual", "expansion", "language", "title")


def tagged(pdf: pikepdf.Pdf, pages: Sequence[PageText], guides: Guides) -> tuple[dict[int, tuple[Thing, ...]], tuple[Thing, ...]]:
    """Return the elements of a file by page, and the order in which its pages are read; nothing of a file without any structure."""
    tree = read_tree(pdf)
    if not tree.there:
        return {}, ()
    links = {one.objgen: guides.target(one) for page in pdf.pages for one in page.get("/Annots", [])}
    roles = {one.number: one.role for one in tree.walk()}
    teller = _Teller(tree, {page.number: texts(page) for page in pages}, links, guides.boxes, roles)
    told = [pair for top in tree.tops for pair in teller.tell(top, 0)]
    by_page: dict[int, list[Thing]] = defaultdict(list)
    for page, thing in told:
        by_page[page].append(thing)
    order = " ".join(str(page) for page, _ in groupby(page for page, _ in told))
    return {page: tuple(things) for page, things in by_page.items()}, (Thing(Kind.TAG, (Run(order),), name="order"),)


@dataclass(slots=True)
class _Teller:
    """Tells elements one after the other; `page` is where the one before begins."""

    tree: Tree
    texts: Mapping[int, Mapping[int, str]]
    links: Mapping[Any, str]
    boxes: Sequence[tuple[float, float, float, float]]
    roles: Mapping[Number, str]
    page: int = 0

    def tell(self, element: Element, level: int) -> Iterator[tuple[int, Thing]]:
        """Yield an element and all below it, each with its page."""
        self.page = _begins(element) or self.page
        yield self.page, self._thing(element, level)
        for kid in element.elements:
            yield from self.tell(kid, level + 1)

    def _thing(self, element: Element, level: int) -> Thing:
        held, words, own = element.held, element.words, element.attributes
        text = "".join(self.texts.get(one.page, {}).get(one.content, "") for one in held).replace(INVISIBLE, "")
        more = [f"{key} {value}" for key, value in sorted(own.items()) if key not in OWN]
        found = facts(
            role=element.role, level=level, scope=own.get("Scope"), like=element.kind if element.kind != element.role else None,
            leads=" ".join(self.links.get(one.annotation, "") for one in held if one.annotation) or None,
            alt=words.get("alt") or own.get("Summary"), box=self._box(own.get("BBox")), more=" ".join(more) or None,
            astray=self._astray(element),
            **{name: words.get(name) for name in IN_WORDS},
        )  # fmt: skip
        return Thing(Kind.TAG, (Run(text),) if text else (), found)

    def _astray(self, element: Element) -> str | None:
        """Return the role of the element that content leads back to, where that is another than the one that holds it; None where not."""
        if not element.rooted:
            return NOWHERE
        for held in element.held:
            if self.tree.back.get(held) != element.number or len(self.tree.holders[held]) != 1:
                return self.roles.get(self.tree.back.get(held, (0, 0)), NOWHERE)
        return None

    def _box(self, told: str | None) -> tuple[float, ...] | None:
        """Return where a figure says that it stands, from the page's top left."""
        if told is None or not 0 < self.page <= len(self.boxes):
            return None
        x0, _, _, y1 = self.boxes[self.page - 1]
        left, low, right, high = map(float, told.split())
        return tuple(round(edge, DECIMALS) for edge in (left - x0, y1 - high, right - x0, y1 - low))


def _begins(element: Element) -> int:
    """Return the page where the first of what an element holds stands; 0 for one that holds nothing."""
    found = (kid.page if isinstance(kid, Held) else _begins(kid) for kid in element.kids)
    return next(filter(None, found), 0)
