"""The page's furniture: running head and folio, on the outer edge, away from the spine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import GREY, INK
from generator.design.type_scale import REPORT
from generator.document.ledger import FOLIO
from generator.document.model import Run
from generator.drawing import Role
from generator.layout.compositor import BOLD, SANS, Voice, flush_right, placed
from generator.layout.page import Page
from generator.layout.sheet import artifact
from generator.units import pt

if TYPE_CHECKING:
    from generator.layout.desk import Desk
    from generator.layout.sheet import Sheet

HEAD = Voice(REPORT.caption, SANS, GREY)
NUMBER = Voice(REPORT.caption, BOLD, INK)


def furnished(desk: Desk, sheet: Sheet) -> Page:
    """Return a finished page: the sheet's items, and after them head and folio unless the sheet is bare."""
    folio = str(sheet.number)
    if sheet.bare:
        return Page(sheet.number, folio, A4.size, sheet.items)
    number = desk.compositor.line((Run(folio, FOLIO),), NUMBER.inked(sheet.ink), role=Role.ARTIFACT)
    head = desk.compositor.line(sheet.head, HEAD.inked(sheet.ink), role=Role.ARTIFACT)
    columns = A4.columns(sheet.number)
    top, foot = A4.y(A4.head), A4.y(A4.foot)
    if sheet.number % 2:
        right = columns.left + columns.width
        furniture = artifact(flush_right(head, right, top), flush_right(number, right, foot))
    else:
        furniture = artifact(placed(head, columns.left, top), placed(number, columns.left, foot))
    return Page(sheet.number, folio, A4.size, (*sheet.items, furniture))
