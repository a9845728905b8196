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
    from generator.document.model import Imprint
    from generator.fonts.library import Library
    from generator.layout.book.page import Page
    from generator.units import Rect

STYLE = Style("sans-regular", pt(7.5), INK)
BETWEEN, PAGE, OF_ALL, AFTER = "　·　", "第", "页，共", "页"
ONE_LINE = mm(5000)
FOOT = mm(1)
"""What the baseline keeps from the sheet's edge."""


def slug(imprint: Imprint, page: Page, pages: int, sheet: tuple[Rect, PrintJob], library: Library) -> Group:
    """Return the line under a page, cut short at the trim's right edge."""
    trim, job = sheet
    runs = (
        *imprint.title.text, Run(BETWEEN), *imprint.edition, Run(BETWEEN), Run(imprint.date), Run(BETWEEN),
        Run(PAGE), Run(str(page.number), FOLIO), Run(OF_ALL), Run(str(pages), FOLIO), Run(AFTER), Run(BETWEEN),
        Run(job.condition.name, FOLIO),
    )  # fmt: skip
    spans = [Span(run.text, STYLE, run.use, run.shift) for run in runs if run.text]
    line = compose(spans, Setting(ONE_LINE, STYLE.size, Align.LEFT), library, origin=imprint.title.origin, role=Role.ARTIFACT)
    baseline = trim.bottom + job.bleed + CLEAR + MARK + SLUG - FOOT
    return Group(line.placed(Point(trim.x, baseline)), role=Role.ARTIFACT)
