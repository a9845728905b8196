"""Numbers as heroes: a number and a room in, its pieces on one baseline out, each at the size that the scale gives it.

近 34亿 元: digits and magnitude large, qualifier and unit at a third on the same baseline, told apart by position and never by a character.
A vague value (数亿消费者) has no digits; its words before the noun take their place. Where all of it is too wide, what is counted
stands under the number: 1 万位 · 乡村教师和学生.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from generator.design.grid import PageGrid
from generator.diagnostics import Diagnostic, said
from generator.document.model import Datum, Number, Run, plain
from generator.document.pieces import Piece, Rank, caption, gap_before, noun_of, pieces
from generator.drawing import Group
from generator.ink import Ink
from generator.layout.book.compositor import Compositor, placed
from generator.layout.book.voices import Voice
from generator.layout.overflow import Overflow
from generator.typeset.model import Composed, Style
from generator.units import Length, em

LEAST_PART = 0.6
"""A number that would shrink under this part of its largest size has its noun under it instead."""

NOUN_PITCH = 1.4
"""From a number's baseline to that of its noun, in parts of the noun's size; a line of the grid at least."""
NOUN_LINES = 2


@dataclass(frozen=True, slots=True)
class Tone:
    """The inks of a number: the digits, and what stands beside them."""

    digits: Ink
    beside: Ink


@dataclass(frozen=True, slots=True)
class Numeral:
    """A set number: the size of its digits, its pieces with their x, the noun that stands under it, if it does, what there is to tell."""

    grid: PageGrid
    size: Length
    pieces: tuple[tuple[Composed, Length], ...]
    origin: str
    noun: Composed | None = None
    faults: tuple[Diagnostic, ...] = ()

    @property
    def width(self) -> Length:
        """The width of what stands on its line."""
        return max((dx + piece.width for piece, dx in self.pieces), default=0)

    @property
    def lines(self) -> int:
        """Lines of the grid that the noun takes under the number: none where it stands beside it."""
        return self.grid.holding(self._drop + self.noun.height - self.noun.setting.leading) if self.noun else 0

    @property
    def _drop(self) -> Length:
        return max(self.grid.baseline, self.noun.setting.leading) if self.noun else 0

    def at(self, x: Length, baseline: Length) -> Group:
        """Return it with its left edge and its baseline placed."""
        runs = tuple(item for piece, dx in self.pieces for item in placed(piece, x + dx, baseline).items)
        under = tuple(placed(self.noun, x, baseline + self._drop).items) if self.noun else ()
        return Group((*runs, *under), origin=self.origin, faults=self.faults)


def numeral(compositor: Compositor, datum: Datum, size: Length, tone: Tone, room: Length = 0) -> Numeral:
    """Set a number with its digits at a size; with a room, its noun under it."""
    number, beside = datum.number, compositor.look.page.beside(size)
    noun = noun_of(number) if room else ""
    x: Length = 0
    made: list[tuple[Composed, Length]] = []
    for piece in _without(noun, number):
        voice = _voice(compositor, piece.rank, size, tone)
        line = compositor.line((Run(piece.text, number.use),), voice, datum.origin)
        x += gap_before(piece, size) if made else -_bearing(compositor, voice, piece.text)
        made.append((line, x))
        x += line.width
    under = _one_line(compositor.look.faces.words, beside, tone.beside)
    told = compositor.set((Run(noun, number.use),), replace(under, leading=em(beside, NOUN_PITCH)), room, datum.origin)
    return Numeral(compositor.grid, size, tuple(made), datum.origin, told if noun else None)


def _without(noun: str, number: Number) -> tuple[Piece, ...]:
    """Return the pieces of a number without the noun at its end."""
    *before, last = pieces(number)
    rest = last.text.removesuffix(noun)
    return (*before, Piece(rest, last.rank)) if rest else tuple(before)


def sized(compositor: Compositor, datum: Datum, sizes: Sequence[Length], room: Length, tone: Tone) -> Numeral:
    """Set a number at the first of the sizes at which it fits, its noun under it where it would be small; else it is told."""
    size = _fitting(compositor, datum, sizes, room)
    if size and size >= sizes[0] * LEAST_PART:
        return numeral(compositor, datum, size, tone)
    noun = noun_of(datum.number)
    if noun and (parted := _fitting(compositor, datum, sizes, room, noun)):
        return numeral(compositor, datum, parted, tone, room)
    made = numeral(compositor, datum, size or sizes[-1], tone)
    return made if size else replace(made, faults=_too_wide(compositor, datum, sizes[-1], room))


def alike(
    compositor: Compositor, data: Sequence[Datum], sizes: Sequence[Length], room: Length, tone: Tone
) -> tuple[Numeral, ...]:
    """Set numbers that stand side by side, each in a room of its own, all at one size: the largest at which the widest fits."""
    most = min((sized(compositor, datum, sizes, room, tone).size for datum in data), default=0)
    return tuple(sized(compositor, datum, [size for size in sizes if size <= most], room, tone) for datum in data)


def _fitting(compositor: Compositor, datum: Datum, sizes: Sequence[Length], room: Length, noun: str = "") -> Length | None:
    """Return the first of the sizes at which a number fits; with a noun, that under it, in two lines at the most."""
    words, scale = compositor.look.faces.words, compositor.look.page

    def fits(size: Length) -> bool:
        side = scale.beside(size)
        low = ceil((compositor.width(noun, words, side) + side) / room) if noun else 0
        return low <= NOUN_LINES and _width(compositor, datum, size, noun) <= room

    return next(filter(fits, sizes), None)


def _too_wide(compositor: Compositor, datum: Datum, size: Length, room: Length) -> tuple[Diagnostic, ...]:
    taken = len(str(datum.number))
    excess = -(-(_width(compositor, datum, size) - room) // compositor.look.page.beside(size))
    what, where, cure = said("part.number", number=str(datum.number)), said("room.figures"), said("hint.number-shorter")
    places = (taken, max(0, taken - excess))
    return compositor.told(Overflow(what, where, *places, datum.valued_at, "characters", cure, excess))


def common_size(compositor: Compositor, data: Sequence[Datum], sizes: Sequence[Length], room: Length) -> Length:
    """Return the first of the sizes at which all these numbers fit, but those that fit at none; or the last."""
    fit = [datum for datum in data if _width(compositor, datum, sizes[-1]) <= room]
    return next((size for size in sizes if all(_width(compositor, datum, size) <= room for datum in fit)), sizes[-1])


def noun_lines(compositor: Compositor, data: Sequence[Datum], sizes: Sequence[Length], room: Length) -> int:
    """Return the lines to keep free under these numbers for nouns that have no room beside them."""
    return NOUN_LINES if any(_width(compositor, datum, sizes[-1]) > room for datum in data) else 0


def _width(compositor: Compositor, datum: Datum, size: Length, noun: str = "") -> Length:
    width: Length = 0
    for place, piece in enumerate(_without(noun, datum.number)):
        face, own = _type(compositor, piece.rank, size)
        width += compositor.width(piece.text, face, own) + (gap_before(piece, size) if place else 0)
    return width


def label_of(datum: Datum) -> tuple[Run, ...]:
    """Return a figure's label with its period: 实际抗疫投入 · 截至2021年3月."""
    if not plain(datum.period):
        return caption(datum)
    return (*caption(datum), Run("，"), *datum.period)


def _type(compositor: Compositor, rank: Rank, size: Length) -> tuple[str, Length]:
    """Return the face and the size of a piece beside digits of this size."""
    faces, scale = compositor.look.faces, compositor.look.page
    if rank is Rank.DIGITS:
        return faces.strong, size
    if rank is Rank.BESIDE:
        return faces.words, scale.beside(size)
    return faces.title if rank is Rank.WORDS else faces.strong, scale.magnitude(size)


def _voice(compositor: Compositor, rank: Rank, size: Length, tone: Tone) -> Voice:
    return _one_line(*_type(compositor, rank, size), tone.beside if rank is Rank.BESIDE else tone.digits)


def _one_line(face: str, size: Length, ink: Ink) -> Voice:
    return Voice(Style(face, size, ink), size, display=True)


def _bearing(compositor: Compositor, voice: Voice, text: str) -> Length:
    """Return the white at the left of the first glyph, by which large type is hung out to look flush."""
    face = compositor.library.face(voice.style.face).bearer(text[0])
    return round(face.box(face.glyph(text[0]))[0] * voice.style.size / 1000)
