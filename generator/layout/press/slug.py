"""The slug: a line under the page that tells the press what it has before it, cut off with the marks.

In: what the report's imprint says, and which page of how many. Out: one line of black, an artifact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.design.palette import INK
from generator.design.press import CLEAR, MARK, SLUG
from generator.document.ledger import FOLIO
from generator.document.model import Run
from generator.drawing import Group, Role
from generator.typeset.model import Align, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import Point, mm, pt

if TYPE_CHECKING:
    from generator.design.press import PrintJob
    from generator.document.model import Imprint, RichText
    from generator.fonts.library import Library
    from generator.layout.book.page import Page
    from generator.typeset.model import Composed
    from generator.units import Rect

STYLE = Style("sans-regular", pt(7.5), INK)
BETWEEN, BLANK, PAGE, OF_ALL, AFTER = "　·　", "　", "第", "页，共", "页"
ONE_LINE = mm(5000)
FOOT = mm(1)
"""What the baseline keeps from the sheet's edge."""


def slug(imprint: Imprint, page: Page, pages: int, sheet: tuple[Rect, PrintJob], library: Library) -> Group:
    """Return the line under a page; where it is longer than the trim is wide it goes without the date, and then the title."""
    trim, job = sheet
    counted = (Run(PAGE), Run(str(page.number), FOLIO), Run(OF_ALL), Run(str(pages), FOLIO), Run(AFTER))
    told = (imprint.title.text, (*imprint.edition, Run(BLANK), Run(imprint.date)), counted, (Run(job.condition.name, FOLIO),))
    tries = (told, (told[0], *told[2:]), told[2:])
    lines = (_line(parts, imprint.title.origin, library) for parts in tries)
    line = next((one for one in lines if one.width <= trim.width), None) or _line(tries[-1], "", library)
    baseline = trim.bottom + job.bleed + CLEAR + MARK + SLUG - FOOT
    return Group(line.placed(Point(trim.x, baseline)), role=Role.ARTIFACT)


def _line(parts: tuple[RichText, ...], origin: str, library: Library) -> Composed:
    """Return parts side by side on one line."""
    runs = tuple(run for part in parts for run in (Run(BETWEEN), *part))[1:]
    spans = [Span(run.text, STYLE, run.use, run.shift) for run in runs if run.text]
    return compose(spans, Setting(ONE_LINE, STYLE.size, Align.LEFT), library, origin=origin, role=Role.ARTIFACT)
