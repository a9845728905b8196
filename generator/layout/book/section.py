"""A section outside the themes (十五年): a head with its message, then text, figures and charts over as many pages as they take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.design.palette import INK, PLAIN
from generator.document.model import plain
from generator.drawing import Role
from generator.layout.book import bands
from generator.layout.book.bands import Band
from generator.layout.book.compositor import Room, placed
from generator.layout.book.exhibit import exhibit
from generator.layout.book.marginalia import marginals
from generator.layout.book.prose import passages
from generator.layout.book.sheet import OVER_LARGE, Mark, Sheet, accent, over
from generator.layout.book.text_band import MAIN, SIDE, TextBand
from generator.layout.book.text_figures import with_figures
from generator.layout.desk import HEADING, LARGE_HEADING, NOTE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Section
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.closing import ClosingBand
    from generator.layout.book.compositor import Voice
    from generator.layout.desk import Desk
    from generator.typeset.model import Composed

NAME_ROOM = Room(1, "the name of the section", "its heading")
MESSAGE_ROOM = Room(3, "the message", "the head of a section")


@dataclass(frozen=True, slots=True)
class HeadBand(Band):
    """The head of a section: short rule, name, message; in the margin's column the name, beside it the message."""

    name: Composed
    message: Composed
    accent: Ink

    @property
    def least(self) -> int:
        """Name or message, the taller."""
        return 1 + ceil(max(self.name.height, self.message.height) / A4.baseline)

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return rule, name and message."""
        columns = A4.columns(page)
        return (
            accent(columns.left, over(A4.y(line + 1), OVER_LARGE), self.accent),
            placed(self.name, columns.left, A4.y(line + 1)),
            placed(self.message, columns.x(SIDE), A4.y(line + 1)),
        )


def head_band(desk: Desk, section: Section, voices: tuple[Voice, Voice] = (LARGE_HEADING, HEADING)) -> HeadBand:
    """Return the head of a section, name and message in these voices."""
    columns, compositor = A4.columns(1), desk.compositor
    name = compositor.set(section.name.text, voices[0], columns.span(SIDE), section.name.origin, Role.HEADING_1)
    message = compositor.phrased(section.message.text, voices[1], columns.span(MAIN), section.message.origin)
    return HeadBand(
        compositor.fitted(name, NAME_ROOM, section.name.origin),
        compositor.fitted(message, MESSAGE_ROOM, section.message.origin),
        desk.brand,
    )


def section_bands(desk: Desk, section: Section) -> tuple[Band, ...]:
    """Return a section's bands: head, text with its figures, charts."""
    return (head_band(desk, section), *_body(desk, section))


def section_sheets(section: Section, body: Sequence[Band], number: int, closing: ClosingBand | None = None) -> tuple[Sheet, ...]:
    """Return the pages of a section's bands from a page number on, with a closing section at the foot where one is given."""
    layers = bands.pages((*body, *((closing,) if closing else ())))
    sheets = [
        Sheet(at, tuple(item for stratum in layer for item in stratum.draw(at)), section.name.text)
        for at, layer in enumerate(layers, number)
    ]
    sheets[0] = replace(sheets[0], head=(), marks=(Mark(section.id, str(section.name)),))
    if closing:
        mark = Mark(closing.id, closing.title, y=A4.y(layers[-1][-1].line - 1))
        sheets[-1] = replace(sheets[-1], marks=(*sheets[-1].marks, mark))
    return tuple(sheets)


def _body(desk: Desk, section: Section) -> Iterator[Band]:
    columns, compositor = A4.columns(1), desk.compositor
    yield from with_figures(text_band(desk, section), marginals(compositor, section.figures, columns.span(SIDE), INK))
    for chart in section.charts:
        if made := exhibit(compositor, chart, PLAIN):
            yield made


def text_band(desk: Desk, section: Section) -> TextBand:
    """Return a section's text with its source, without figures."""
    compositor, measure = desk.compositor, A4.columns(1).span(MAIN)
    source = compositor.set(section.source, NOTE, measure, section.origin, Role.NOTE) if plain(section.source) else None
    return TextBand(passages(compositor, section.text, measure, INK), (), source, INK)
