"""A section outside the themes (十五年): a head with its message, then text, figures and charts over as many pages as they take.

One of words alone (展望) closes what is told: on a ground at the foot of the last page, or as a statement on a page of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from generator.design.grid import MAIN, SIDE
from generator.diagnostics import said
from generator.document.model import words_of
from generator.drawing import Item, Role
from generator.layout.book import bands
from generator.layout.book.bands import Band
from generator.layout.book.composition import Float, Way, composed
from generator.layout.book.compositor import Compositor, Room, placed
from generator.layout.book.draft import Mark, PageDraft, drafted
from generator.layout.book.exhibit import exhibit
from generator.layout.book.figure_rows import with_figures
from generator.layout.book.marginalia import marginals
from generator.layout.book.ornaments import OVER_LARGE, accent, field, foot_field
from generator.layout.book.picture_band import picture_bands
from generator.layout.book.text_band import TextBand, footed, text_band, text_bands

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Block, Chart, Section
    from generator.ink import Ink
    from generator.layout.book.bands import Layer
    from generator.layout.book.voices import Voice
    from generator.typeset.model import Composed

NAME_ROOM = Room(1, said("part.section-name"), said("room.heading"))
STATEMENT_ROOM = Room(4, said("part.message"), said("room.own-page"))
STATEMENT_COLUMNS = 10
APART = 14
"""What a closing section on pages of its own is the worse for than one at the foot."""
GROUND_PAD = 2
"""Lines of ground above the head of a closing section."""
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
    """Return the head of a section, name and message in these voices: by default the name is the louder.

    On a narrow page the name takes the largest heading of which it is one line.
    """
    own = compositor.voices
    loud, quiet = voices or (own.large_heading, own.heading)
    tries = (
        compositor.set(section.name.text, voice, compositor.span(SIDE), section.name.origin, Role.HEADING_1)
        for voice in (loud, *((own.heading, own.small_heading) if loud is own.large_heading else ()))
    )
    first = next(tries)
    name = next((one for one in (first, *tries) if len(one.lines) <= NAME_ROOM.lines), first)
    told = section.message.text if section.message.text != section.name.text else ()
    message = compositor.set(told, quiet, compositor.span(MAIN), section.message.origin)
    return HeadBand(
        compositor.grid,
        compositor.fitted(name, NAME_ROOM, section.name.origin),
        compositor.fitted(message, MESSAGE_ROOM, section.message.origin),
        compositor.look.marks.accent,
    )


def section_bands(compositor: Compositor, section: Section) -> tuple[Band, ...]:
    """Return a section's bands: head, text with its figures, charts."""
    return (head_band(compositor, section), *_body(compositor, section))


def section_pages(
    compositor: Compositor, section: Section, body: Sequence[Band], number: int, *, begun: bool = False
) -> tuple[PageDraft, ...]:
    """Return the pages of a section's bands from a page number on; one that has `begun` before has its running head on all."""
    found = composed((_way(body),), number)
    layers = found.layers if found else bands.pages(body)
    if begun:
        return drafted(layers, number, section.name.text, (None, compositor.look.rule))
    return _drafted(compositor, section, layers, number)


def _way(body: Sequence[Band], closing: ClosingBand | None = None, toll: int = 0, pages: int = 0) -> Way:
    """Return a section's bands as they may be composed: its charts stand where they cost least."""
    charts = tuple(Float(one) for one in body if not one.follows)
    return Way(tuple(one for one in body if one.follows), charts, (closing,) if closing else (), toll, pages=pages)


def _drafted(compositor: Compositor, section: Section, layers: Sequence[Layer], number: int) -> tuple[PageDraft, ...]:
    first, *others = drafted(layers, number, section.name.text, (None, compositor.look.rule))
    return replace(first, head=(), marks=(Mark(section.id, str(section.name)), *first.marks)), *others


def _body(compositor: Compositor, section: Section) -> Iterator[Band]:
    look = compositor.look
    figures = marginals(compositor, section.figures, compositor.span(SIDE), look.ink)
    text, more = text_bands(compositor, section, look.ink)
    yield from (*with_figures(text, figures), *more)
    yield from picture_bands(compositor, section.blocks)
    yield from exhibits(compositor, section.charts)


def exhibits(compositor: Compositor, charts: Sequence[Chart]) -> Iterator[Band]:
    """Yield the bands of charts that belong to no theme."""
    yield from (exhibit(compositor, chart, compositor.look.plain) for chart in charts)


def of_words(blocks: Sequence[Block]) -> bool:
    """Tell whether a text is words alone."""
    return len(words_of(blocks)) == len(blocks)


@dataclass(frozen=True, slots=True)
class ClosingBand(Band):
    """Head and text on a ground that runs off the foot of the page."""

    section: tuple[str, str]
    head: HeadBand
    text: TextBand
    ground: Ink
    at_foot: ClassVar[bool] = True
    follows: ClassVar[bool] = False

    @property
    def least(self) -> int:
        """Ground, head, text."""
        return GROUND_PAD + self.head.least + 1 + self.text.least

    @property
    def begins(self) -> tuple[str, str]:
        """Its section."""
        return self.section

    def draw(self, page: int, line: int, lines: int) -> tuple[Item, ...]:
        """Return ground, head and text."""
        under = line + lines - self.text.least
        return (
            foot_field(self.grid, self.grid.y(line), self.ground),
            *self.head.draw(page, line + GROUND_PAD, self.head.least),
            *self.text.draw(page, under, self.text.least),
        )


def closing_band(compositor: Compositor, section: Section) -> ClosingBand | None:
    """Return a section as a closing band, its message louder than its name, or None where it has more than words."""
    if section.figures or section.charts or not of_words(section.blocks):
        return None
    look, voices = compositor.look, compositor.voices
    head = head_band(compositor, section, (voices.heading, voices.large_heading))
    text = footed(text_band(compositor, section, look.ink))
    return ClosingBand(compositor.grid, (section.id, str(section.name)), head, text, look.ground)


def closed_pages(compositor: Compositor, section: Section, closing: Section | None, number: int) -> tuple[PageDraft, ...]:
    """Return the pages of a section, and the one that closes: at the foot of its last page or on its own, as costs less."""
    body = section_bands(compositor, section)
    band = closing_band(compositor, closing) if closing else None
    apart = statement_pages(compositor, closing, number) if closing else ()
    ways = ((_way(body, band),) if band or not closing else (), (_way(body, None, APART, len(apart)),) if apart else ())
    found = composed(chain(*ways), number)
    pages = _drafted(compositor, section, found.layers if found else bands.pages(body), number)
    ahead = closing and not (found and found.way.tail)
    return (*pages, *(statement_pages(compositor, closing, number + len(pages)) if closing and ahead else ()))


def statement_pages(compositor: Compositor, section: Section, number: int) -> tuple[PageDraft, ...]:
    """Return a section of its own: its message as a statement and the text under it, on a ground; or plainly, when it holds more."""
    grid, look, voices = compositor.grid, compositor.look, compositor.voices
    left, measure = grid.columns(number).left, compositor.span(STATEMENT_COLUMNS)
    message = compositor.set(section.message.text, voices.statement, measure, section.message.origin)
    text = footed(text_band(compositor, section, look.ink))
    under = grid.hang + grid.holding(message.height) + 1
    if section.figures or section.charts or not of_words(section.blocks) or under + text.least > grid.last + 1:
        return section_pages(compositor, section, section_bands(compositor, section), number)
    head = grid.y(grid.first + 2)
    items = (
        field(grid, look.ground),
        accent(left, grid.over(head, OVER_LARGE), look.marks.accent),
        placed(compositor.line(section.name.text, voices.heading, section.name.origin, Role.HEADING_1), left, head),
        placed(compositor.fitted(message, STATEMENT_ROOM, section.message.origin), left, grid.y(grid.hang)),
        *text.draw(number, under, text.least),
    )
    return (PageDraft(number, items, (Mark(section.id, str(section.name)),), section.name.text, quiet=True),)
