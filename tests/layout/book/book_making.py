"""What the tests of the book share: the house's faces and look, a book of a report, and what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.drawings import Drawings
from generator.design.format import A4, Format
from generator.fonts.library import Library
from generator.layout.book.pages import lay_out
from generator.layout.desk import desk_for
from tests.document.sample import sample_report

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.document.model import ResolvedReport
    from generator.layout.book.page import Book
    from generator.layout.desk import Desk
    from generator.units import Rect

LIBRARY = Library.open()


def desk(report: ResolvedReport | None = None, page: Format = A4) -> Desk:
    return desk_for(report or sample_report(), LIBRARY, Drawings(), page)


LOOK, GRID = desk().look, desk().page


def book_of(report: ResolvedReport | None = None, page: Format = A4) -> Book:
    return lay_out(desk(report, page)).value


def told(report: ResolvedReport, page: Format = A4) -> tuple[Diagnostic, ...]:
    """What does not fit; a chart of the sample is refused for its units, which is none of the book's doing."""
    return tuple(one for one in lay_out(desk(report, page)).diagnostics if one.code == "does-not-fit")


def within(frame: Rect, box: Rect) -> bool:
    return frame.x <= box.x and frame.y <= box.y and box.right <= frame.right and box.bottom <= frame.bottom
