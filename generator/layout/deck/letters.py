"""From rich text and numbers to the runs and paragraphs of a slide: which face, size and ink, nothing measured yet."""

from collections.abc import Container
from dataclasses import dataclass, replace

from generator.design.look import Look
from generator.design.type_scale import BESIDE, Step
from generator.document.model import Number, RichText, Run
from generator.document.pieces import Rank, pieces
from generator.ink import Ink
from generator.layout.deck.slide import SlideParagraph
from generator.typeset.model import Align, Span, Style
from generator.units import Length

LINE = 1.12
"""The line pitch of a number that stands alone, in parts of its size."""
LEAD = 14
"""A colon after more characters than these closes a clause, not a lead."""


@dataclass(frozen=True, slots=True)
class Stress:
    """The ink in which the figures of a text stand, and which uses are figures: periods and labels keep the text's ink."""

    ink: Ink
    uses: Container[str]


@dataclass(frozen=True, slots=True)
class Letters:
    """Sets text in the faces and inks of a look; no ink given is the text's own."""

    look: Look

    def words(self, text: RichText, step: Step, ink: Ink | None = None) -> SlideParagraph:
        """Return rich text as a paragraph of words."""
        return self.paragraph(text, self.look.faces.words, step, ink)

    def strong(self, text: RichText, step: Step, ink: Ink | None = None) -> SlideParagraph:
        """Return rich text as a paragraph that stands out."""
        return self.paragraph(text, self.look.faces.strong, step, ink)

    def title(self, text: RichText, step: Step, ink: Ink | None = None, stress: Stress | None = None) -> SlideParagraph:
        """Return rich text as a title."""
        return self.paragraph(text, self.look.faces.title, step, ink, stress)

    def note(self, text: RichText) -> SlideParagraph:
        """Return a line at the least size: a source at the foot."""
        return self.words(text, self.look.slide.note, self.look.grey)

    def paragraph(
        self, text: RichText, face: str, step: Step, ink: Ink | None = None, stress: Stress | None = None
    ) -> SlideParagraph:
        """Return rich text as one paragraph; one without text keeps a run, which holds the size of an empty cell."""
        style = Style(face, step.size, ink or self.look.ink)
        return SlideParagraph(self.runs(text, style, stress) or (Span("", style),), step.leading)

    def runs(self, text: RichText, style: Style, stress: Stress | None = None) -> tuple[Span, ...]:
        """Return rich text in a style: emphasis strong, and figures in an ink of their own where one is given.

        A link is live where the text has the ink of text: on a field, and in a part's ink, its colour might not be read.
        """
        live = style.ink in (self.look.ink, self.look.grey)
        return tuple(
            Span(run.text, self._style(run, style, stress), run.use, run.shift, pause=run.pause, link=run.link if live else "")
            for run in text
            if run.text
        )

    def _style(self, run: Run, style: Style, stress: Stress | None) -> Style:
        face = self.look.faces.strong if run.emphasis and style.face == self.look.faces.words else style.face
        ink = stress.ink if stress and run.use in stress.uses else style.ink
        if run.link and style.ink in (self.look.ink, self.look.grey):
            ink = self.look.link
        return style if face == style.face and ink is style.ink else Style(face, style.size, ink)

    def figure(self, number: Number, digits: Length, ink: Ink, drop: int = BESIDE) -> SlideParagraph:
        """Return a number set large on one baseline: digits and magnitude, and so many steps under them qualifier and unit."""
        scale, strong = self.look.slide, self.look.faces.strong
        magnitude, beside = scale.magnitude(digits), scale.beside(digits, drop)
        sizes = {Rank.DIGITS: digits, Rank.WORDS: magnitude, Rank.MAGNITUDE: magnitude, Rank.BESIDE: beside}
        runs = (Span(piece.text, Style(strong, sizes[piece.rank], ink), number.use) for piece in pieces(number))
        return SlideParagraph(tuple(runs), round(digits * LINE))


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


def centred(one: SlideParagraph) -> SlideParagraph:
    """Return the paragraph in the middle."""
    return replace(one, align=Align.CENTRE)
