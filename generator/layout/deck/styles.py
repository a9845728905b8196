"""From rich text and numbers to the runs and paragraphs of a slide: which face, size and ink, nothing measured yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.palette import GREY, INK
from generator.design.type_scale import DECK, Step
from generator.document.model import Run
from generator.layout.deck.slide import Align, SlideParagraph, SlideRun, TextStyle

if TYPE_CHECKING:
    from generator.document.model import Number, RichText
    from generator.ink import Ink
    from generator.units import Length

REGULAR, BOLD, SERIF = "sans-regular", "sans-bold", "serif-bold"

LINE = 1.12
"""The line pitch of a number that stands alone, in parts of its size."""
LEAD = 14
"""A colon after more characters than these closes a clause, not a lead."""
CARD_PART = 0.5
"""Qualifier and unit of a small number, in parts of its digits: a third would be under the note size."""
VAGUE_PART = 0.8
"""A vague value (数亿) has no digits: Han fills its square where digits do not, and is set smaller to look as large."""


@dataclass(frozen=True, slots=True)
class Stress:
    """The ink in which the figures of a text stand, and which uses are figures: periods and labels keep the text's ink."""

    ink: Ink
    uses: frozenset[str]


def runs(text: RichText, style: TextStyle, stress: Stress | None = None) -> tuple[SlideRun, ...]:
    """Return rich text in a style: emphasis bold, and figures in an ink of their own where one is given."""
    return tuple(SlideRun(run.text, _style(run, style, stress), run.use, run.shift) for run in text if run.text)


def _style(run: Run, style: TextStyle, stress: Stress | None) -> TextStyle:
    face = BOLD if run.emphasis and style.face == REGULAR else style.face
    ink = stress.ink if stress and run.use in stress.uses else style.ink
    return style if face == style.face and ink is style.ink else TextStyle(face, style.size, ink)


def paragraph(text: RichText, face: str, step: Step, ink: Ink = INK, stress: Stress | None = None) -> SlideParagraph:
    """Return rich text as one paragraph; one without text keeps a run, which holds the size of an empty cell."""
    style = TextStyle(face, step.size, ink)
    return SlideParagraph(runs(text, style, stress) or (SlideRun("", style),), step.leading)


def words(text: str, face: str, step: Step, ink: Ink = INK) -> SlideParagraph:
    """Return plain words as one paragraph."""
    return SlideParagraph((SlideRun(text, TextStyle(face, step.size, ink)),), step.leading)


def figure(number: Number, digits: Length, ink: Ink, part: float = DECK.hero_part) -> SlideParagraph:
    """Return a number set large: digits bold, qualifier and unit at a part of their size on the same baseline."""
    words_ = _words(number)
    large = TextStyle(BOLD, digits if number.digits else round(digits * VAGUE_PART), ink)
    small = _small(digits, ink, part)
    pieces = ((number.qualifier, small), (number.digits or words_, large), (number.tail[len(words_) :], small))
    made = tuple(SlideRun(text, style, number.use) for text, style in pieces if text)
    return SlideParagraph(made, round(digits * LINE))


def _words(number: Number) -> str:
    """Return the words of a vague value that stand in the place of digits."""
    return "" if number.digits else number.tail.removesuffix(number.unit) or number.tail


def _small(digits: Length, ink: Ink, part: float) -> TextStyle:
    return TextStyle(BOLD, max(DECK.note.size, round(digits * part)), ink)


def note(text: RichText, ink: Ink = GREY) -> SlideParagraph:
    """Return a line at the least size: a period under a number, a source at the foot."""
    return paragraph(text, REGULAR, DECK.note, ink)


def spaced(one: SlideParagraph, before: Length) -> SlideParagraph:
    """Return the paragraph with this much space before it."""
    return replace(one, space_before=before)


def led(text: RichText) -> RichText:
    """Return a point with what leads it in, up to an early colon, emphasized; numbers keep their own look."""
    first = text[0] if text else None
    if first is None or first.use or "：" not in first.text[:LEAD]:
        return text
    head, _, rest = first.text.partition("：")
    return (Run(head + "：", emphasis=True), Run(rest), *text[1:])


def right(one: SlideParagraph) -> SlideParagraph:
    """Return the paragraph aligned to the right."""
    return replace(one, align=Align.RIGHT)
