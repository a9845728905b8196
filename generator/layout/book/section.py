"""A section outside the themes (十五年): a head with its message, then text, figures and charts over as many pages as they take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.drawing import Role
from generator.layout.book import bands
from generator.layout.book.bands import Band
from generator.layout.book.compositor import Room, placed
from generator.layout.book.draft import Mark, drafted
from generator.layout.book.exhibit import exhibit
from generator.layout.book.figure_rows import with_figures
from generator.layout.book.marginalia import marginals
from generator.layout.book.ornaments import OVER_LARGE, accent
from generator.layout.book.text_band import MAIN, SIDE, text_band

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Section
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor
    from generator.layout.book.draft import PageDraft
    from generator.layout.book.voices import Voice
    from generator.typeset.model import Composed

NAME_ROOM = Room(1, said("part.section-name"), said("room.heading"))
MESSAGE_ROOM = Room(3, said("part.message"), said("room.section-head"))


@dataclass(frozen=True, slots=True)
class HeadBand(Band):
    """The head of a section: short rule, name, message; in the margin's column the name, beside it the message."""

    name: Composed
    message: Composed
    accent: Ink

    @property
    def least(self) -> int:
        """Name or message, the taller."""
        return 1 + self.grid.holding(max(self.name.height, self.message.height))

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return rule, name and message."""
        columns, baseline = self.grid.columns(page), self.grid.y(line + 1)
        return (
            accent(columns.left, self.grid.over(baseline, OVER_LARGE), self.accent),
            placed(self.name, columns.left, baseline),
            placed(self.message, columns.x(SIDE), baseline),
        )


def head_band(compositor: Compositor, section: Section, voices: tuple[Voice, Voice] | None = None) -> HeadBand:
    """Return the head of a section, name and message in these voices: by default the name is the louder."""
    loud, quiet = voices or (compositor.voices.large_heading, compositor.voices.heading)
    name = compositor.set(section.name.text, loud, compositor.span(SIDE), section.name.origin, Role.HEADING_1)
    message = compositor.phrased(section.message.text, quiet, compositor.span(MAIN), section.message.origin)
    return HeadBand(
        compositor.grid,
        compositor.fitted(name, NAME_ROOM, section.name.origin),
        compositor.fitted(message, MESSAGE_ROOM, section.message.origin),
        compositor.look.brand,
    )


def section_bands(compositor: Compositor, section: Section) -> tuple[Band, ...]:
    """Return a section's bands: head, text with its figures, charts."""
    return (head_band(compositor, section), *_body(compositor, section))


def section_pages(section: Section, body: Sequence[Band], number: int) -> tuple[PageDraft, ...]:
    """Return the pages of a section's bands from a page number on."""
    first, *others = drafted(bands.pages(body), number, section.name.text)
    return replace(first, head=(), marks=(Mark(section.id, str(section.name)), *first.marks)), *others


def _body(compositor: Compositor, section: Section) -> Iterator[Band]:
    look = compositor.look
    figures = marginals(compositor, section.figures, compositor.span(SIDE), look.ink)
    yield from with_figures(text_band(compositor, section, look.ink), figures)
    yield from (exhibit(compositor, chart, look.plain) for chart in section.charts)
