"""How words sound on paper: a step of the scale, a face and an ink to each voice, all made of one look."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.design.look import Look
from generator.design.type_scale import Step
from generator.ink import Ink
from generator.typeset.model import Align, Style
from generator.units import Length


@dataclass(frozen=True, slots=True)
class Voice:
    """How words are set; `indent` in ems, `balanced` for headings of a few lines, `display` for what is seen before it is read."""

    style: Style
    leading: Length
    align: Align = Align.LEFT
    indent: float = 0
    balanced: bool = False
    display: bool = False

    def inked(self, ink: Ink) -> Voice:
        """Return the same voice in another ink."""
        return replace(self, style=replace(self.style, ink=ink))


@dataclass(frozen=True, slots=True)
class Voices:
    """The book's voices, by what they are for, from the smallest to the largest of words and then of titles."""

    cell: Voice
    term: Voice
    note: Voice
    small: Voice
    aside: Voice
    colophon: Voice
    folio: Voice
    label: Voice
    words: Voice
    strong: Voice
    item: Voice
    body: Voice
    lead: Voice
    large: Voice
    masthead: Voice
    document: Voice
    small_heading: Voice
    heading: Voice
    large_heading: Voice
    statement: Voice
    message: Voice
    title: Voice


def voices_of(look: Look) -> Voices:
    """Return the voices of a look."""
    scale, words, strong = look.page, look.faces.words, look.faces.strong

    def voice(step: Step, face: str = words, ink: Ink = look.ink, align: Align = Align.LEFT, indent: float = 0) -> Voice:
        return Voice(Style(face, step.size, ink), step.leading, align, indent)

    def title(step: Step) -> Voice:
        return replace(voice(step, look.faces.title), balanced=True, display=True)

    return Voices(
        cell=voice(scale.note),
        term=voice(scale.note, strong),
        note=voice(scale.note, ink=look.grey),
        small=voice(scale.note, align=Align.JUSTIFY),
        aside=voice(scale.note, ink=look.grey, align=Align.JUSTIFY),
        colophon=replace(voice(scale.caption), balanced=True),
        folio=voice(scale.caption, strong),
        label=voice(scale.caption, ink=look.grey),
        words=voice(scale.body),
        strong=voice(scale.body, strong),
        item=voice(scale.body, align=Align.JUSTIFY),
        body=voice(scale.body, align=Align.JUSTIFY, indent=2),
        lead=voice(scale.lead),
        large=voice(scale.lead, align=Align.JUSTIFY, indent=2),
        masthead=voice(scale.lead, strong),
        document=replace(voice(scale.heading_2, strong), balanced=True),
        small_heading=title(scale.heading_3),
        heading=title(scale.heading_2),
        large_heading=title(scale.heading_1),
        statement=title(scale.statement),
        message=title(scale.title),
        title=title(scale.cover),
    )
