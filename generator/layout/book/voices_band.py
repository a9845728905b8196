"""Voices: what people said, one after the other, larger than a text and each with its speaker, parted by short rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.grid import MAIN, SIDE
from generator.document.model import Paragraph, Run
from generator.drawing import Group, Role
from generator.layout.book.bands import Band
from generator.layout.book.compositor import placed
from generator.layout.book.ornaments import OVER_SMALL, accent
from generator.layout.book.prose import SAID_BY, set_note
from generator.layout.book.text_band import text_band
from generator.typeset.model import Align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.model import Section
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor
    from generator.typeset.model import Composed


@dataclass(frozen=True, slots=True)
class VoiceBand(Band):
    """What one person said, whole: a short rule, the words, who said them."""

    words: Composed
    who: Composed
    ink: Ink
    origin: str
    held: tuple[Composed, ...] = ()

    @property
    def least(self) -> int:
        """Rule, words and speaker."""
        return 1 + self.grid.holding(self.words.height) + self.grid.holding(self.who.height)

    @property
    def notes(self) -> tuple[Composed, ...]:
        """The notes to what was said."""
        return self.held

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return rule, words and speaker as one quotation."""
        x, baseline = self.grid.columns(page).x(SIDE), self.grid.y(line + 1)
        under = self.grid.y(line + 1 + self.grid.holding(self.words.height))
        said = (placed(self.words, x, baseline), placed(self.who, x, under))
        return accent(x, self.grid.over(baseline, OVER_SMALL), self.ink), Group(said, role=Role.QUOTE, origin=self.origin)


def voice_bands(compositor: Compositor, section: Section) -> Iterator[Band]:
    """Yield the words before the voices, and each voice."""
    paragraphs = [one for one in section.blocks if isinstance(one, Paragraph)]
    first = next((at for at, one in enumerate(paragraphs) if one.kind == "quote"), len(paragraphs))
    yield text_band(compositor, replace(section, blocks=tuple(paragraphs[:first])), compositor.look.ink)
    for said, who in zip(paragraphs[first::2], paragraphs[first + 1 :: 2], strict=False):
        yield _voice(compositor, said, who)


def _voice(compositor: Compositor, said: Paragraph, who: Paragraph) -> VoiceBand:
    voices, measure = compositor.voices, compositor.span(MAIN)
    words = compositor.set(said.text, replace(voices.lead, align=Align.JUSTIFY), measure, said.origin)
    speaker = compositor.set((Run(SAID_BY), *who.text), replace(voices.label, align=Align.RIGHT), measure, who.origin)
    notes = tuple(set_note(compositor, note, measure) for note in (*said.notes, *who.notes))
    return VoiceBand(compositor.grid, words, speaker, compositor.look.marks.accent, said.origin, notes)
