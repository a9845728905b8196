"""The sheets that are folded: pages in fours, the blank ones known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.inspection.audit.press.judging import Hit, Judged

if TYPE_CHECKING:
    from generator.inspection.audit.press.reading import PrintFile

FOLDED = 4
"""Pages of a sheet that is folded once and stitched."""


def in_fours(file: PrintFile) -> Judged:
    """Judge whether the pages make whole sheets, and tell the blank ones among them."""
    count = len(file.sheets)
    blank = tuple(str(one.number) for one in file.sheets if all(mark.colour.is_white for mark in one.printed()))
    measured = said("press-found.blank", count=count, blank=blank) if blank else said("press-found.pages", count=count)
    over = -count % FOLDED
    hits = (Hit(said("press-found.not-in-fours", pages=str(count), count=over)),) if over else ()
    return Judged(measured, hits)
