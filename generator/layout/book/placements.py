"""Where each use of the ledger came to stand: the finished book in, its placements out, by walking the pages as they will be painted.

A number set in pieces (近 · 34 · 亿元) is several runs of one use: they are joined until the use's text is complete.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.document.ledger import FOLIO, SPOKEN, Ledger, Placement
from generator.drawing import Group, Item, Role, TextRun
from generator.layout.book.page import Book
from generator.outputs import REPORT
from generator.units import Point, Rect

ORIGIN = Point(0, 0)
ASCENT, DESCENT = 0.88, 0.12
"""The em box of Han above and below the baseline, in ems."""


def in_book(book: Book, ledger: Ledger, output: str = REPORT) -> tuple[Placement, ...]:
    """Return every placement of every use in the book, folios too, page by page in reading order; `output` is which PDF it is.

    Words with digits that are no use (dates, names) are placed as well, with `use` "": so nobody can change a year unseen.
    """
    texts = {use.id: use.text for use in ledger.uses}
    return tuple(
        replace(one, output=output)
        for page in book.pages
        for one in (*_joined(placed_runs(page.items), page.number, texts), *_spoken(page.items, page.number))
    )


def placed_runs(items: Iterable[Item], at: Point = ORIGIN) -> Iterator[tuple[TextRun, Point]]:
    """Yield the text runs of items in reading order with their places on the page."""
    for item in items:
        if isinstance(item, TextRun):
            yield item, item.origin_point.moved(at.x, at.y)
        elif isinstance(item, Group):
            yield from placed_runs(item.items, at.moved(item.at.x, item.at.y))


def _spoken(items: Iterable[Item], page: int) -> Iterator[Placement]:
    """Yield what figures say to those who do not see them, and print nowhere: the outermost figure speaks for all within."""
    for item in items:
        if isinstance(item, Group) and item.role is Role.FIGURE and item.alt:
            yield from (Placement(use, REPORT, page, SPOKEN, text, None, item.origin) for use, text in item.spoken)
        elif isinstance(item, Group):
            yield from _spoken(item.items, page)


def box_of(run: TextRun, at: Point) -> Rect:
    """Return the em boxes that a run covers, raised or lowered as it is."""
    rise = run.glyphs[0].y if run.glyphs else 0
    return Rect(at.x, at.y - rise - round(run.size * ASCENT), max(0, run.width), round(run.size * (ASCENT + DESCENT)))


def _joined(runs: Iterable[tuple[TextRun, Point]], page: int, texts: dict[str, str]) -> Iterator[Placement]:
    begun: Placement | None = None
    for run, at in runs:
        if begun and (begun.use != run.use or begun.text == texts.get(begun.use)):
            yield begun
            begun = None
        if not run.use:
            if any(map(str.isdecimal, run.text)):
                yield Placement("", REPORT, page, "", run.text, box_of(run, at), run.origin)
            continue
        begun = _grown(begun, run, at, page)
        if run.use == FOLIO:
            yield begun
            begun = None
    if begun:
        yield begun


def _grown(begun: Placement | None, run: TextRun, at: Point, page: int) -> Placement:
    box = box_of(run, at)
    if begun is None or begun.box is None:
        return Placement(run.use, REPORT, page, "", run.text, box, run.origin)
    return Placement(run.use, REPORT, page, "", begun.text + run.text, begun.box.union(box), begun.origin)
