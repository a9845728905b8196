"""The booklet: the report imposed two pages to a side for saddle stitching, to be proofed on an office printer.

In: the finished book, and the library of its faces. Out: a book of sheets' sides on A3 lying: 20|1, 2|19, 18|3 …, each page as large as
leaves the white round it that no office printer prints on; in it fold and cut, and what to ask of the printer. Printed on A4 by
the printer's own scaling it is the same at two thirds of that.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.design.palette import GREY
from generator.document.ledger import FOLIO
from generator.document.model import Run
from generator.drawing import Group, LineTo, MoveTo, Path, Role
from generator.layout.book.page import Page
from generator.layout.booklet.cut import cut
from generator.layout.booklet.scaled import scaled
from generator.typeset.model import Align, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import Point, Rect, Size, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.drawing import Item
    from generator.fonts.library import Library
    from generator.layout.book.page import Book
    from generator.units import Length

SHEET = Size(mm(420), mm(297))
MARGIN = mm(8)
"""What stays white round the pages: more than the 5 mm that office printers leave."""
TICK, CLEAR, WEIGHT = mm(4), mm(1.5), pt(0.5)
"""How long the marks of fold and cut are, what they keep from the pages, and how heavy they are."""
DASH = (pt(2), pt(2))
STYLE = Style("sans-regular", pt(7), GREY)
ONE_LINE = mm(400)
FOOT = mm(3.2)
"""From the text's baseline to the sheet's edge."""
SIDES = ("正面", "反面")
SHEET_OF, OF_ALL, SHEETS = "第", "张（共", "张）"
HOW = "　·　双面打印，沿短边翻转　·　裁去白边，叠齐后对折骑钉　·　按"
SIZE = "缩印"
PER_SHEET = 4


def booklet(book: Book, library: Library) -> Book:
    """Return a book's booklet; its pages are a multiple of four."""
    sides = tuple(_side(pair, number, book, library) for number, pair in enumerate(imposed(len(book.pages)), 1))
    return replace(book, pages=sides, destinations=(), outline=())


def imposed(pages: int) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the pages on each side, left and right: front and back of one sheet after the other, from the outermost."""
    for side in range(pages // 2):
        outer, inner = pages - side, side + 1
        yield (outer, inner) if side % 2 == 0 else (inner, outer)


def _side(pair: tuple[int, int], number: int, book: Book, library: Library) -> Page:
    left, right = (book.pages[page - 1] for page in pair)
    by = min((SHEET.width - 2 * MARGIN) / (2 * left.size.width), (SHEET.height - 2 * MARGIN) / left.size.height, 1.0)
    width, height = round(left.size.width * by), round(left.size.height * by)
    both = Rect((SHEET.width - 2 * width) // 2, (SHEET.height - height) // 2, 2 * width, height)
    pages = tuple(
        Group(scaled(cut(page.items, page.size), by), Point(both.x + place * width, both.y))
        for place, page in enumerate((left, right))
    )
    told = _told((number, len(book.pages) // PER_SHEET), by, Point(both.x + TICK, SHEET.height - FOOT), library)
    hints = Group((*_marks(both), *told.items), role=Role.ARTIFACT)
    return Page(number, f"{pair[0]}|{pair[1]}", SHEET, (*pages, hints), quiet=True)


def _told(side: tuple[int, int], by: float, at: Point, library: Library) -> Group:
    """Return what to ask of the printer, in the white under the pages; a side goes by its number and how many sheets there are."""
    number, sheets = side
    sheet, back = divmod(number - 1, 2)
    runs = (
        Run(SHEET_OF), Run(str(sheet + 1), FOLIO), Run(OF_ALL), Run(str(sheets), FOLIO), Run(SHEETS + SIDES[back] + HOW),
        Run(f"{100 * by:.0f}%", FOLIO), Run(SIZE),
    )  # fmt: skip
    spans = [Span(run.text, STYLE, run.use) for run in runs]
    line = compose(spans, Setting(ONE_LINE, STYLE.size, Align.LEFT), library, origin="report.title", role=Role.ARTIFACT)
    return Group(line.placed(at), role=Role.ARTIFACT)


def _marks(both: Rect) -> Iterator[Item]:
    """Yield where to cut, at the corners, and where to fold, in the middle of head and foot."""
    for y, down in ((both.y, -1), (both.bottom, 1)):
        near, far = y + down * CLEAR, y + down * (CLEAR + TICK)
        middle = both.x + both.width // 2
        yield _line(Point(middle, near), Point(middle, far), DASH)
        for x, across in ((both.x, -1), (both.right, 1)):
            yield _line(Point(x, near), Point(x, far))
            yield _line(Point(x + across * CLEAR, y), Point(x + across * (CLEAR + TICK), y))


def _line(start: Point, end: Point, dash: tuple[Length, ...] = ()) -> Path:
    return Path((MoveTo(start), LineTo(end)), stroke=GREY, stroke_width=WEIGHT, dash=dash)
