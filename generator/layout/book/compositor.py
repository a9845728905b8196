"""The compositor: rich text and a voice in, set paragraphs out; and the one place where too much text is told to the author.

A `Voice` is how words sound on paper: a step of the scale, a face, an ink. Text that has a room of so many lines and does not fit
is a `does-not-fit` error at the author's line, in characters; it is never shrunk or cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.design.palette import INK
from generator.document.model import plain
from generator.drawing import Group, Role
from generator.fonts.face import PER_EM
from generator.typeset.model import Align, Composed, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import Length, Point, em, mm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.charts.drawings import Drawings
    from generator.design.type_scale import Step
    from generator.diagnostics import Sink
    from generator.diagnostics import Span as Place
    from generator.document.model import RichText, Run
    from generator.fonts.library import Library
    from generator.ink import Ink

SANS, BOLD, SERIF = "sans-regular", "sans-bold", "serif-bold"

STOPS = "，；："
BEHIND_STOP = re.compile(f"(?<=[{STOPS}])")
"""Where a title is broken first."""

UNBROKEN = mm(5000)
"""A measure that no single line of a page reaches."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How words are set; `indent` in ems, `balanced` for headings of a few lines."""

    step: Step
    face: str = SANS
    ink: Ink = INK
    align: Align = Align.LEFT
    indent: float = 0
    balanced: bool = False

    def inked(self, ink: Ink) -> Voice:
        """Return the same voice in another ink."""
        return replace(self, ink=ink)


@dataclass(frozen=True, slots=True)
class Room:
    """What a text must fit into, in the words of the fault: `the message … , the opening of a theme has room for 4`."""

    lines: int
    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Compositor:
    """Sets text in the library's faces and tells the sink what does not fit; `drawings` has the pictures of the charts."""

    library: Library
    drawings: Drawings
    sink: Sink
    places: Mapping[str, Place]

    def set(self, text: RichText, voice: Voice, measure: Length, origin: str = "", role: Role = Role.PARAGRAPH) -> Composed:
        """Set a rich text to a measure."""
        setting = Setting(measure, voice.step.leading, voice.align, em(voice.step.size, voice.indent), balanced=voice.balanced)
        return compose([_span(run, voice) for run in text], setting, self.library, origin=origin, role=role)

    def width(self, text: str, face: str, size: Length) -> Length:
        """Return the width of characters of one face side by side, without setting them."""
        return em(size, sum(glyph.advance for glyph in self.library.face(face).shape(text)) / PER_EM) if text else 0

    def phrased(self, text: RichText, voice: Voice, measure: Length, origin: str = "", role: Role = Role.PARAGRAPH) -> Composed:
        """Set large words broken after their stops, as a reader would breathe; as a paragraph where a phrase is wider than a line."""
        lines: list[Composed] = []
        pending: RichText = ()
        for phrase in broken(text):
            if pending and self.line(pending + phrase, voice).width > measure:
                lines.append(self.line(pending, voice, origin, role))
                pending = ()
            pending += phrase
        lines.append(self.line(pending, voice, origin, role))
        if any(line.width > measure for line in lines):
            return self.set(text, voice, measure, origin, role)
        return Composed(tuple(line for one in lines for line in one.lines), replace(lines[0].setting, measure=measure))

    def line(self, text: RichText, voice: Voice, origin: str = "", role: Role = Role.PARAGRAPH) -> Composed:
        """Set a rich text on one line, however long."""
        return self.set(text, replace(voice, align=Align.LEFT, indent=0, balanced=False), UNBROKEN, origin, role)

    def fitted(self, composed: Composed, room: Room, origin: str) -> Composed:
        """Return the composed text, having told the sink if it takes more lines than there is room for."""
        taken = len(composed.lines)
        if taken > room.lines:
            excess = sum(len(line.text) for line in composed.lines[room.lines :])
            message = f"{room.what} takes {taken} {_lines(taken)}, {room.where} has room for {room.lines}"
            self.does_not_fit(message, origin, f"it is {excess} character{'s' * (excess > 1)} too long")
        return composed

    def does_not_fit(self, message: str, origin: str, hint: str) -> None:
        """Tell the sink that something of this origin does not fit."""
        self.sink.error("does-not-fit", message, self.places.get(origin), hint)


def _lines(count: int) -> str:
    return "line" if count == 1 else "lines"


def _span(run: Run, voice: Voice) -> Span:
    face = BOLD if run.emphasis and voice.face == SANS else voice.face
    return Span(run.text, Style(face, voice.step.size, voice.ink), run.use, run.shift)


def placed(composed: Composed, x: Length, baseline: Length, start: int = 0, end: int | None = None) -> Group:
    """Return lines of a set text as one group, the first of them on this baseline."""
    runs = composed.placed(Point(x, baseline), start, end)
    first = next(iter(runs), None)
    return Group(runs, role=first.role if first else Role.PARAGRAPH, origin=first.origin if first else "")


def flush_right(composed: Composed, right: Length, baseline: Length) -> Group:
    """Return a single set line that ends at a right edge."""
    return placed(composed, right - composed.width, baseline)


def broken(text: RichText) -> tuple[RichText, ...]:
    """Return a title in parts, broken after its stops; a number is never parted."""
    parts: list[list[Run]] = [[]]
    for run in text:
        pieces = [run.text] if run.use else [piece for piece in BEHIND_STOP.split(run.text) if piece]
        for piece in pieces:
            if parts[-1] and plain(tuple(parts[-1]))[-1] in STOPS:
                parts.append([])
            parts[-1].append(replace(run, text=piece))
    return tuple(tuple(part) for part in parts)
