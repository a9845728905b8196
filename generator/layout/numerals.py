"""Numbers as heroes: a number and a room in, its pieces on one baseline out, each at the size that the scale gives it.

近 34 亿元: the digits large, qualifier and unit at a third on the same baseline, told apart by position and never by a character.
A vague value (数亿消费者) has no digits; its words before the noun take their place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.type_scale import REPORT, Step
from generator.document.model import Run, plain
from generator.drawing import Group
from generator.layout.compositor import BOLD, SANS, SERIF, Compositor, Voice, placed
from generator.units import Length, em

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.model import Datum, Number
    from generator.ink import Ink
    from generator.typeset.model import Composed

PIECE_GAP = 0.07
"""Space between digits and what stands beside them, in ems of the digits: a thin space, as a hair would look torn."""

WORDS_PART = 0.8
"""Han fills its square where digits do not: large words are set at four fifths of the digits' size to look as large."""


@dataclass(frozen=True, slots=True)
class Tone:
    """The inks of a number: the digits, and what stands beside them."""

    digits: Ink
    beside: Ink


@dataclass(frozen=True, slots=True)
class Numeral:
    """A set number: its pieces with their x, and the width of the whole."""

    pieces: tuple[tuple[Composed, Length], ...]
    width: Length
    origin: str

    def at(self, x: Length, baseline: Length) -> Group:
        """Return it with its left edge and its baseline placed."""
        runs = tuple(item for piece, dx in self.pieces for item in placed(piece, x + dx, baseline).items)
        return Group(runs, origin=self.origin)


def parts(number: Number) -> tuple[str, str, str]:
    """Return what stands before, large, and after: the words of a vague value stand large."""
    if number.digits:
        return number.qualifier, number.digits, number.tail
    words = number.tail.removesuffix(number.unit) or number.tail
    return number.qualifier, words, number.tail[len(words) :]


def numeral(compositor: Compositor, datum: Datum, size: Length, tone: Tone) -> Numeral:
    """Set a number with its digits at a size."""
    number = datum.number
    before, large, after = parts(number)
    side = Voice(_one_line(REPORT.hero_side(size)), SANS, tone.beside)
    large_voice = (
        Voice(_one_line(size), BOLD, tone.digits) if number.digits else Voice(_one_line(em(size, WORDS_PART)), SERIF, tone.digits)
    )
    x: Length = 0
    pieces: list[tuple[Composed, Length]] = []
    for text, voice in ((before, side), (large, large_voice), (after, side)):
        if text:
            piece = compositor.line((Run(text, number.use),), voice, datum.origin)
            x -= 0 if pieces else _bearing(compositor, voice, text)
            pieces.append((piece, x))
            x += piece.width + em(size, PIECE_GAP)
    return Numeral(tuple(pieces), x - em(size, PIECE_GAP), datum.origin)


def sized(compositor: Compositor, datum: Datum, sizes: Sequence[Length], room: Length, tone: Tone) -> Numeral:
    """Set a number at the first of the sizes at which it fits; tell the sink when it fits at none."""
    size = next((size for size in sizes if _width(compositor, datum, size) <= room), sizes[-1])
    excess = -(-(_width(compositor, datum, size) - room) // REPORT.hero_side(size))
    if excess > 0:
        message = f"the number `{datum.number}` is wider than its place among the key figures, even at its smallest"
        hint = f"it is {excess} character{'s' * (excess > 1)} too long: say its unit shorter, or put the noun into the label"
        compositor.does_not_fit(message, datum.origin, hint)
    return numeral(compositor, datum, size, tone)


def common_size(compositor: Compositor, data: Sequence[Datum], sizes: Sequence[Length], room: Length) -> Length:
    """Return the first of the sizes at which all these numbers fit, or the last."""
    return next((size for size in sizes if all(_width(compositor, datum, size) <= room for datum in data)), sizes[-1])


def _width(compositor: Compositor, datum: Datum, size: Length) -> Length:
    before, large, after = parts(datum.number)
    face, large_size = (BOLD, size) if datum.number.digits else (SERIF, em(size, WORDS_PART))
    beside = sum(compositor.width(text, SANS, REPORT.hero_side(size)) + em(size, PIECE_GAP) for text in (before, after) if text)
    return compositor.width(large, face, large_size) + beside


def label_of(datum: Datum) -> tuple[Run, ...]:
    """Return a figure's label with its period: 实际抗疫投入 · 截至2021年3月."""
    if not plain(datum.period):
        return datum.label
    return (*datum.label, Run("，"), *datum.period)


def _one_line(size: Length) -> Step:
    return Step(size, size)


def _bearing(compositor: Compositor, voice: Voice, text: str) -> Length:
    """Return the white at the left of the first glyph, by which large type is hung out to look flush."""
    face = compositor.library.face(voice.face)
    return round(face.box(face.glyph(text[0]))[0] * voice.step.size / 1000)
