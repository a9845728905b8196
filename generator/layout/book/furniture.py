"""The page's furniture: running head and folio, on the outer edge, away from the spine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import GREY, INK
from generator.design.type_scale import REPORT
from generator.document.ledger import FOLIO
from generator.document.model import Run
from generator.drawing import Role
from generator.layout.book.compositor import BOLD, SANS, Voice, flush_right, placed
from generator.layout.book.page import Page
from generator.layout.book.sheet import artifact

if TYPE_CHECKING:
    from generator.layout.book.sheet import Sheet
    from generator.layout.desk import Desk

HEAD = Voice(REPORT.caption, SANS, GREY)
NUMBER = Voice(REPORT.caption, BOLD, INK)


def furnished(desk: Desk, sheet: Sheet) -> Page:
    """Return a finished page: the sheet's items, and after them head and folio unless the sheet is bare.

    A page that begins with its own heading has no running head over it.
    """
    folio = str(sheet.number)
    if sheet.bare:
        return Page(sheet.number, folio, A4.size, sheet.items)
    lines = [(desk.compositor.line((Run(folio, FOLIO),), NUMBER.inked(sheet.ink), role=Role.ARTIFACT), A4.y(A4.foot))]
    if sheet.head:
        lines.append((desk.compositor.line(sheet.head, HEAD.inked(sheet.ink), role=Role.ARTIFACT), A4.y(A4.head)))
    columns = A4.columns(sheet.number)
    recto = sheet.number % 2 == 1
    edge = columns.left + columns.width if recto else columns.left
    furniture = artifact(*(flush_right(line, edge, y) if recto else placed(line, edge, y) for line, y in lines))
    return Page(sheet.number, folio, A4.size, (*sheet.items, furniture))
