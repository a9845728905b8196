"""What the deck is laid out with: the report, the faces, the look, and the slide's grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.format import WIDE
from generator.design.look import look_for
from generator.design.slide_grid import slide_grid

if TYPE_CHECKING:
    from generator.design.format import Format
    from generator.design.look import Look
    from generator.design.slide_grid import SlideGrid
    from generator.document.model import ResolvedReport
    from generator.fonts.library import Library


@dataclass(frozen=True, slots=True)
class Desk:
    """The report on the desk, and all that it is set with."""

    report: ResolvedReport
    library: Library
    look: Look
    slide: SlideGrid


def desk_for(report: ResolvedReport, library: Library, slide: Format = WIDE) -> Desk:
    """Return the desk for a report and a format of slides."""
    return Desk(report, library, look_for(report.imprint.brand), slide_grid(slide))
