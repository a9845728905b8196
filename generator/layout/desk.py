"""What every part of the book is laid out with: the report, the compositor, the house's voices, and which figure wears which colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.palette import GREY, INK, PLAIN, brand_ink, theme_inks
from generator.design.type_scale import REPORT
from generator.layout.book.compositor import BOLD, SANS, SERIF, Compositor, Voice
from generator.typeset.model import Align

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.design.palette import ThemeInks
    from generator.document.model import ResolvedReport
    from generator.ink import Ink

BODY = Voice(REPORT.body, SANS, INK, Align.JUSTIFY, indent=2)
ITEM = Voice(REPORT.body, SANS, INK, Align.JUSTIFY)
LEAD = Voice(REPORT.lead, SANS, INK)
LABEL = Voice(REPORT.caption, SANS, GREY)
NOTE = Voice(REPORT.note, SANS, GREY)
STRONG = Voice(REPORT.body, BOLD, INK)
SMALL_HEADING = Voice(REPORT.heading_3, SERIF, INK, balanced=True)
HEADING = Voice(REPORT.heading_2, SERIF, INK, balanced=True)
LARGE_HEADING = Voice(REPORT.heading_1, SERIF, INK, balanced=True)
STATEMENT = Voice(REPORT.statement, SERIF, INK, balanced=True)


@dataclass(frozen=True, slots=True)
class Desk:
    """The report on the desk; `inks` is the colour of each figure that belongs to a theme."""

    report: ResolvedReport
    compositor: Compositor
    brand: Ink
    inks: Mapping[str, ThemeInks]

    def inks_of(self, figure: str) -> ThemeInks:
        """Return the inks of the theme that a figure belongs to, or the plain ones."""
        return self.inks.get(figure, PLAIN)


def desk_for(report: ResolvedReport, compositor: Compositor) -> Desk:
    """Return the desk for a report."""
    inks = {row.figure: theme_inks(table.color) for table in report.tables if table.color for row in table.rows}
    return Desk(report, compositor, brand_ink(report.imprint.brand.rgb, report.imprint.brand.cmyk), inks)
