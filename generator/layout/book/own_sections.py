"""The author's own sections on paper: those of words, tables and pictures run on one after the other; letter, index and form have pages.

A section begins under the end of the one before where both have room, so that a short table of awards leaves no page half empty.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from generator.design.grid import SIDE
from generator.document.model import Picture
from generator.layout.book import bands
from generator.layout.book.bands import Band
from generator.layout.book.chronicle import chronicle_bands
from generator.layout.book.draft import PageDraft, drafted
from generator.layout.book.feedback import feedback_pages
from generator.layout.book.figure_rows import with_figures
from generator.layout.book.index_pages import index_pages
from generator.layout.book.letter import letter_pages
from generator.layout.book.marginalia import marginals
from generator.layout.book.picture_band import picture_band
from generator.layout.book.section import HeadBand, exhibits, head_band
from generator.layout.book.text_band import TextBand, text_bands
from generator.layout.book.voices_band import voice_bands

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.document.model import Section
    from generator.drawing import Item
    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed

OF_PAGES = {"letter": letter_pages, "index": index_pages, "feedback": feedback_pages}
"""Kinds with pages of their own design."""
UNDER_HEAD = 1
"""Lines between a head and what stands under it."""


@dataclass(frozen=True, slots=True)
class HeadedBand(Band):
    """The head of a section with the first of its bands, from which it is not parted."""

    head: HeadBand
    under: Band
    section: tuple[str, str]
    parted: ClassVar[bool] = True

    @property
    def least(self) -> int:
        """Head and band."""
        return self._over + self.under.least

    @property
    def _over(self) -> int:
        return self.head.least + UNDER_HEAD

    @property
    def best(self) -> int:
        """The band at its best under the head."""
        return self._over + self.under.best

    @property
    def most(self) -> int:
        """All that the band can make use of."""
        return self._over + self.under.most

    @property
    def running(self) -> int:
        """The words of the band."""
        return self.under.running

    @property
    def notes(self) -> tuple[Composed, ...]:
        """The notes of the band."""
        return self.under.notes

    @property
    def begins(self) -> tuple[str, str]:
        """Its section."""
        return self.section

    def split(self, room: int) -> tuple[Band, Band] | None:
        """Part the band under the head."""
        parts = self.under.split(room - self._over) if room > self._over else None
        return (replace(self, under=parts[0]), parts[1]) if parts else None

    def draw(self, page: int, line: int, lines: int) -> tuple[Item, ...]:
        """Return head and band."""
        head = self.head.draw(page, line, self.head.least)
        return (*head, *self.under.draw(page, line + self._over, lines - self._over))


def own_pages(compositor: Compositor, sections: Sequence[Section], number: int) -> tuple[PageDraft, ...]:
    """Return the pages of sections that follow one another, from a page number on."""
    made: list[PageDraft] = []
    for lays, held in groupby(sections, key=lambda one: OF_PAGES.get(one.kind)):
        run = tuple(held)
        if lays is None:
            made += _run(compositor, run, number + len(made))
            continue
        for one in run:
            made += lays(compositor, one, number + len(made))
    return tuple(made)


def _run(compositor: Compositor, sections: Sequence[Section], number: int) -> Iterator[PageDraft]:
    """Yield the pages of sections that run on; over each stands the name of the section that goes on there."""
    names = {one.id: one.name.text for one in sections}
    layers = bands.pages([band for one in sections for band in _bands(compositor, one)])
    here = next(iter(names.values()))
    for draft, layer in zip(drafted(layers, number, (), (None, compositor.look.rule)), layers, strict=True):
        head = () if layer[0].band.begins else here
        begun = [one.band.begins[0] for one in layer if one.band.begins]
        here = names[begun[-1]] if begun else here
        yield replace(draft, head=head)


def _bands(compositor: Compositor, section: Section) -> tuple[Band, ...]:
    """Return a section's bands in the author's order, the first with the head over it."""
    body = [one for one in _body(compositor, section) if one.least]
    head, name = head_band(compositor, section), (section.id, str(section.name))
    first, *rest = body or [TextBand(compositor.grid, (), (), None, compositor.look.ink)]
    return HeadedBand(compositor.grid, head, first, name), *rest


def _body(compositor: Compositor, section: Section) -> Iterator[Band]:
    look = compositor.look
    if section.kind in KINDS:
        yield from KINDS[section.kind](compositor, section)
        return
    figures = marginals(compositor, section.figures, compositor.span(SIDE), look.ink)
    text, more = text_bands(compositor, section, look.ink)
    yield from (*with_figures(text, figures), *more)
    yield from (picture_band(compositor, one) for one in section.blocks if isinstance(one, Picture))
    yield from exhibits(compositor, section.charts)


KINDS = {"chronicle": chronicle_bands, "quotations": voice_bands}
"""Kinds whose bands are of their own design."""
