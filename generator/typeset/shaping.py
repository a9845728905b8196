"""Pieces of text with their glyphs and measures, made once for each face, size and piece and kept.

In: a face, a size, a shift and a break level; then pieces of text. Out: atoms, measured in EMU, that know the joint to
whatever stands before them. Marks get the advances of the standard (GB/T 15834-2011, 5.1), whatever the face says.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeAlias

from generator.fonts.face import PER_EM
from generator.typeset.classes import Class, classify
from generator.typeset.joints import Joint, joints_before
from generator.typeset.optical import given_up, kerned
from generator.typeset.unicode_classes import COMBINING

if TYPE_CHECKING:
    from generator.fonts.face import Face, Shaped
    from generator.typeset.model import Level
    from generator.units import Length

GlyphAt: TypeAlias = tuple[int, int, int, str]
"""A glyph of an atom: id, x and y from the atom's origin in EMU, and the characters that it stands for."""

SMALL = 0.6
"""Sub- and superscripts in parts of the type size; they are drawn, for the faces have few of their own."""
RISES = {"": 0.0, "super": 0.36, "sub": -0.14}
"""How far a shifted piece is raised, in ems of the type around it."""

HALF_EM = 500

WESTERN_FEATURES = ("pwid", "-locl")
"""Western “ ” ‘ ’ … — are proportional, the dash in the form that is not Chinese (CLREQ, mixed text composition)."""

HALF_FEATURES = ("halt",)
"""By this feature a face tells which half of a full-width mark is empty (OpenType, `halt`)."""

HALF_EM_CLASSES = frozenset({Class.MIDDLE, Class.SLASH})
HALF_EM_HYPHENS = frozenset("\u2010")
"""短横线 has half an em, which a typed - has by itself (GB/T 15834-2011, 5.1.6)."""
TRIMMED = frozenset({Class.OPEN, Class.CLOSE, Class.COMMA, Class.STOP})
"""Marks that may be empty in one half."""
INVISIBLE = frozenset("\n\v\f\r\x85\u2028\u2029")
"""Typed line ends, which have no glyph."""
BLANKS = frozenset("\t")
"""Drawn as a space."""
PLAIN_FORMS = {code: plain for code in range(0x2070, 0x20A0) if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1} | {
    ord(char): unicodedata.normalize("NFKC", char) for char in "¹²³"
}
"""Raised and lowered letters and digits, and what is drawn small for them."""

ALONE = re.compile(f"(?<=.)[{COMBINING}]")
"""What combines with a character before it."""

DASHES = frozenset("—―")
"""Two of them make one dash (GB/T 15834-2011, 5.1.4)."""

EDGES = {
    Class.PREFIX: Class.WESTERN,
    Class.POSTFIX: Class.WESTERN,
    Class.NEUTRAL: Class.WESTERN,
    Class.SIGN: Class.WESTERN,
    Class.MIDDLE: Class.WESTERN,
}
"""What a sign counts as at the edge of a Western piece: -5, $3, 34%."""

CACHED_DRAWERS = 256
"""Faces times sizes times shifts of a report are some forty."""


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """A piece set as one. `head` and `tail` it gives up at a line's start and end; `joints` are by the class before it."""

    text: str
    left: Class
    right: Class
    size: Length
    width: Length
    head: Length
    tail: Length
    glyphs: tuple[GlyphAt, ...]
    joints: tuple[Joint, ...]
    kerns: tuple[Length, ...] = ()
    """By how much each glyph stands nearer to the next, or further from it, than its own advance; none where none does."""
    face: str = ""
    """The key of the supplement that draws it; none where its span's own face does."""

    def edges(self) -> list[tuple[str, Length, Length]]:
        """Return what each glyph stands for with its left and right edge, from the atom's origin."""
        lefts = [x for _, x, _, _ in self.glyphs]
        return [
            (meant, left, right)
            for (_, _, _, meant), left, right in zip(self.glyphs, lefts, [*lefts[1:], self.width], strict=False)
        ]


@lru_cache(maxsize=CACHED_DRAWERS)
def drawer(face: Face, size: Length, shift: str, level: Level, *, display: bool = False) -> Drawer:
    """Return the drawer of a face at a size, the same one each time; `display` tightens marks and kerns digits at large sizes."""
    return Drawer(face, size, shift, level, display=display)


class Drawer(dict[str, Atom]):
    """Atoms of one face and size by their text, made when first asked for."""

    def __init__(self, face: Face, size: Length, shift: str, level: Level, *, display: bool) -> None:
        super().__init__()
        self._face = face
        self._shift = shift
        self._level = level
        self._size = size
        self._display = display
        self._drawn = round(size * SMALL) if shift else size

    def __missing__(self, text: str) -> Atom:
        other = self._other(text)
        if other is not None:
            self[text] = replace(other[text], face=other.key)
            return self[text]
        square = len(text) == 1 and not self._shift and classify(text) is Class.HAN
        atom = self._square(text) if square else self._atom(text, text, ())
        self[text] = atom
        return atom

    def _square(self, char: str) -> Atom:
        """Return the atom of a character that fills its square, as most do: nothing of it is halved, trimmed or kerned."""
        shaped = self._face.shape(char)
        if len(shaped) != 1:
            return self._atom(char, char, ())
        one, joints = shaped[0], joints_before(Class.HAN, self._size, self._level)
        glyphs = ((one.gid, self._emu(one.x_offset), self._emu(one.y_offset), char),)
        return Atom(char, Class.HAN, Class.HAN, self._size, self._emu(one.advance), 0, 0, glyphs, joints, ())

    def quoted(self, text: str, shadow: str) -> Atom:
        """Return the atom of a Western piece with quotation marks; `shadow` is the piece with straight ones."""
        other = self._other(text)
        return (
            replace(other.quoted(text, shadow), face=other.key)
            if other is not None
            else self._atom(text, shadow, WESTERN_FEATURES)
        )

    @property
    def key(self) -> str:
        """The key of its face."""
        return self._face.key

    def _other(self, text: str) -> Drawer | None:
        """Return the drawer of the supplement where the face lacks a glyph of a piece; the piece is then all the supplement's."""
        face = self._face if text in INVISIBLE else self._face.bearer(self._drawn_text(text))
        return None if face is self._face else drawer(face, self._size, self._shift, self._level, display=self._display)

    def _atom(self, text: str, shadow: str, features: tuple[str, ...]) -> Atom:
        left, right = self._classes(shadow)
        shaped = () if text in INVISIBLE else self._face.shape(self._drawn_text(text), features)
        if self._display:
            shaped = kerned(self._face, text, shaped, self._size)
        advance = sum(one.advance for one in shaped)
        width = HALF_EM if len(text) == 1 and (left in HALF_EM_CLASSES or text in HALF_EM_HYPHENS) else advance
        empty = self._empty_half(text, advance) if left in TRIMMED else 0
        given = given_up(self._face, shaped[0].gid, left, empty, self._size) if empty and self._display else 0
        width, empty = width - given, empty - given
        return Atom(
            text,
            left,
            right,
            self._size,
            self._emu(width),
            self._emu(empty) if left is Class.OPEN else 0,
            self._emu(width if left is Class.SPACE else empty if left is not Class.OPEN else 0),
            self._glyphs(text, shaped, -given if left is Class.OPEN else 0 if given else (width - advance) // 2),
            joints_before(left, self._size, self._level),
            self._kerns(shaped),
        )

    def _kerns(self, shaped: tuple[Shaped, ...]) -> tuple[Length, ...]:
        kerns = tuple(self._emu(one.advance - self._face.advance(one.gid)) for one in shaped) if len(shaped) > 1 else ()
        return kerns if any(kerns) else ()

    def _drawn_text(self, text: str) -> str:
        """Return what the glyphs of a text are asked for by: a space for a tab, 2 for ₂, which the run makes small."""
        if text in BLANKS:
            return " "
        return text.translate(PLAIN_FORMS) if self._shift else text

    def _empty_half(self, text: str, advance: int) -> int:
        """Return what a full-width mark can give up at a line's edge, per mille: what the face's half-width form leaves out."""
        return advance - sum(one.advance for one in self._face.shape(text, HALF_FEATURES)) if advance == PER_EM else 0

    def _classes(self, text: str) -> tuple[Class, Class]:
        if self._shift == "super":
            return Class.NOTE, Class.NOTE
        bases = _bases(text)
        left, right = classify(bases[0]), classify(bases[-1])
        if len(bases) > 1 and left is Class.CONNECTOR:
            left = Class.DASH if bases[0] in DASHES else Class.WESTERN
            right = Class.DASH if left is Class.DASH else right
        if len(bases) > 1 and left is not Class.DASH and any(map(str.isalnum, bases)):
            left, right = EDGES.get(left, left), EDGES.get(right, right)
        return left, right

    def _emu(self, per_mille: int) -> Length:
        return round(per_mille * self._drawn / PER_EM)

    def _glyphs(self, text: str, shaped: tuple[Shaped, ...], shift: int) -> tuple[GlyphAt, ...]:
        rise = round(RISES[self._shift] * self._size)
        if len(shaped) == 1:
            (one,) = shaped
            return ((one.gid, self._emu(shift + one.x_offset), rise + self._emu(one.y_offset), text),)
        starts = accumulate((one.advance for one in shaped), initial=shift)
        return tuple(
            (one.gid, self._emu(x + one.x_offset), rise + self._emu(one.y_offset), meant)
            for one, x, meant in zip(shaped, starts, _meant(text, shaped), strict=False)
        )


def _bases(text: str) -> str:
    """Return a piece without what combines with the characters before it (Unicode UAX #14, LB 9)."""
    return text if text.isascii() or len(text) == 1 else ALONE.sub("", text) or text[0]


def _meant(text: str, shaped: tuple[Shaped, ...]) -> list[str]:
    """Return the characters of each glyph: all of a cluster with its first glyph."""
    starts = [one.cluster for one in shaped]
    ends = sorted({*starts, len(text)})
    following = dict(pairwise(ends))
    return ["" if index and starts[index - 1] == start else text[start : following[start]] for index, start in enumerate(starts)]


def parted(atom: Atom, points: tuple[int, ...]) -> tuple[Atom, ...]:
    """Return an atom cut before these characters, its glyphs where they were; a point inside a ligature is passed over."""
    offsets = accumulate((len(meant) for *_, meant in atom.glyphs), initial=0)
    starts = {offset: index for index, offset in enumerate(offsets)}
    cuts = [starts[point] for point in points if point in starts]
    edges = [0, *cuts, len(atom.glyphs)]
    return tuple(_part(atom, start, end) for start, end in pairwise(edges) if end > start)


def _part(atom: Atom, start: int, end: int) -> Atom:
    x = atom.glyphs[start][1] if start else 0
    last = end == len(atom.glyphs)
    right_edge = atom.width if last else atom.glyphs[end][1] - (atom.kerns[end - 1] if atom.kerns else 0)
    glyphs = tuple((gid, dx - x, dy, meant) for gid, dx, dy, meant in atom.glyphs[start:end])
    text = "".join(meant for *_, meant in glyphs)
    return replace(
        atom,
        text=text,
        left=atom.left if start == 0 else Class.WESTERN,
        right=atom.right if last else Class.WESTERN,
        width=right_edge - x,
        head=atom.head if start == 0 else 0,
        tail=atom.tail if last else 0,
        glyphs=glyphs,
        kerns=atom.kerns[start:end],
    )
