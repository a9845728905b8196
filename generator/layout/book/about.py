"""What this summary is: from page two on, over as many pages as it takes; under its end the contents may begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.grid import MAIN, SIDE
from generator.layout.book.draft import Mark, PageDraft
from generator.layout.book.flow import evenly, height, over_pages
from generator.layout.book.prose import passages, set_down, under_words
from generator.layout.book.section import head_band

if TYPE_CHECKING:
    from generator.design.grid import PageGrid
    from generator.document.model import Section
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.flow import Piece

NUMBER = 2
"""The page on which it begins."""
ABOVE_CONTENTS = 3
"""Lines from the last of its words to where the contents may begin."""


@dataclass(frozen=True, slots=True)
class About:
    """Its pages, and the line of the last on which the contents may begin."""

    drafts: tuple[PageDraft, ...]
    under: int


def _parted(flow: tuple[Piece, ...], grid: PageGrid, line: int) -> tuple[tuple[Piece, ...], ...]:
    """Return its words page by page: evenly, where those of the last page leave the contents no room under them."""
    flows = over_pages(flow, grid.last + 1 - line, grid.lines)
    if len(flows) > 1 and height(flows[-1]) + ABOVE_CONTENTS > grid.lines // 2:
        return evenly(flow, grid.last + 1 - line, grid.lines)
    return flows


def about_pages(compositor: Compositor, section: Section) -> About:
    """Set what this summary is; its head stands on the first page, and a running head over each other."""
    grid, ink, head = compositor.grid, compositor.look.ink, head_band(compositor, section)
    flow, line = under_words(grid, passages(compositor, section.blocks, compositor.span(MAIN), ink)), grid.first + head.least + 1
    flows = _parted(flow, grid, line)
    top = head.draw(NUMBER, grid.first, head.least)
    made = []
    for at, here in enumerate(flows, NUMBER):
        first = at == NUMBER
        words = set_down(grid, here, grid.columns(at).x(SIDE), line if first else grid.first, ink)
        marks = (Mark(section.id, str(section.name)),) if first else ()
        made.append(PageDraft(at, (*(top if first else ()), *words), marks, () if first else section.name.text))
    return About(tuple(made), (line if len(flows) == 1 else grid.first) + height(flows[-1]) + ABOVE_CONTENTS)
