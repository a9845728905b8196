"""A letter's slide: what its brief says, or its message, else its first sentence, as words of who signs it, with the portrait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.document.model import Phrase, Run, Statement, plain
from generator.layout.deck.notes import SILENT
from generator.layout.deck.quote import quote
from generator.layout.deck.story import sentences

if TYPE_CHECKING:
    from generator.document.model import Letter, Section
    from generator.layout.deck.appendix import Make
    from generator.layout.deck.bench import Bench, Part

BETWEEN = "　"
"""Between the name and the office of who signs."""


def letter(bench: Bench, section: Section, signed: Letter, part: Part) -> Make:
    """Return what makes the slide of a letter."""
    office = (Run(BETWEEN), *signed.office.text) if signed.office.text else ()
    who = Phrase((*signed.by.text, *office), signed.by.origin)
    told = Statement(_said(section, signed), who, (), section.origin)
    talk = section.talk if section.talk.written else SILENT
    return partial(quote, bench, told=told, part=part, portrait=signed.portrait, talk=talk)


def _said(section: Section, signed: Letter) -> Phrase:
    if signed.brief.text:
        return signed.brief
    if section.message.text != section.name.text:
        return section.message
    said = (one for one in section.text if not plain(one.text).endswith(("：", ":")))
    first = next((Phrase(sentence, one.origin) for one in said for sentence in sentences(one)), None)
    return first or section.message
