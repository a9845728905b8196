"""What a report is laid out with, as one value that is handed along: its words, the faces, the look, the grids of page and slide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.design.format import A4, WIDE, Format
from generator.design.grid import BLEED, PageGrid, page_grid
from generator.design.look import Look, look_for
from generator.design.slide_grid import SlideGrid, slide_grid
from generator.fonts.offer import Fonts

if TYPE_CHECKING:
    from generator.charts.drawings import Drawings
    from generator.document.model import ResolvedReport
    from generator.fonts.library import Library
    from generator.pictures.model import Picture
    from generator.template.model import Template
    from generator.units import Length


@dataclass(frozen=True, slots=True)
class Desk:
    """The report on the desk, and what is at hand there.

    `drawings` has the pictures of its charts, `fonts` says how the deck comes by its faces; it may be built into a template.
    `pictures` are those of the author's, by their files as written.
    """

    report: ResolvedReport
    library: Library
    drawings: Drawings
    look: Look
    page: PageGrid
    slide: SlideGrid
    fonts: Fonts = Fonts.EMBEDDED
    template: Template | None = None
    pictures: Mapping[str, Picture] = field(default_factory=dict)


def desk_for(
    report: ResolvedReport,
    library: Library,
    drawings: Drawings,
    page: Format = A4,
    slide: Format = WIDE,
    fonts: Fonts = Fonts.EMBEDDED,
    bleed: Length = BLEED,
) -> Desk:
    """Return the desk for a report in its organization's colour, its pages and slides of these formats, its deck with these fonts."""
    look = look_for(report.imprint.brand)
    return Desk(report, library, drawings, look, page_grid(page, look.page.body.leading, bleed), slide_grid(slide), fonts)
