"""Are the glyphs that a file embeds those of the house's own faces? Each outline that is used, against the face's for the same glyph.

In: fonts as they were read, with the codes that were met, and the font files of the house. Out: the glyphs of each that look otherwise:
what stands there is then not known by its text. Outlines are compared as they are stored (OpenType, glyf and loca); one that is
stored otherwise is drawn, and may also be the face's glyph for the text.
"""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from functools import cache
from struct import error, unpack_from
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz

from generator.inspection.likeness import outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.inspection.faces import Faces
    from generator.inspection.pdf.fonts import FontReader

POSTSCRIPT_NAME = 6
"""Name id of table `name`."""

TABLES, TABLE = 12, 16
"""Bytes before the directory of tables, and of each of its records."""

UNITS, LOCA_FORMAT = 18, 50
"""Where table `head` has the units of an em and the format of `loca`."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The outlines of a TrueType file as its bytes hold them."""

    data: bytes | mmap.mmap
    glyf: int
    loca: int
    wide: bool
    units: int

    @classmethod
    def of(cls, data: bytes | mmap.mmap) -> Stored | None:
        """Find the outlines in a file; None where it has none of this kind."""
        try:
            (count,) = unpack_from(">H", data, 4)
            records = (unpack_from(">4sLLL", data, TABLES + TABLE * at) for at in range(count))
            places = {tag: offset for tag, _, offset, _ in records}
            head = places[b"head"]
            (units,), (wide,) = unpack_from(">H", data, head + UNITS), unpack_from(">h", data, head + LOCA_FORMAT)
            return cls(data, places[b"glyf"], places[b"loca"], bool(wide), units)
        except (error, KeyError):
            return None

    def glyph(self, glyph: int) -> bytes | None:
        """Return an outline without the zeros that fill it up; None beyond the last."""
        try:
            if self.wide:
                start, end = unpack_from(">LL", self.data, self.loca + 4 * glyph)
            else:
                start, end = (2 * half for half in unpack_from(">HH", self.data, self.loca + 2 * glyph))
        except error:
            return None
        return self.data[self.glyf + start : self.glyf + end].rstrip(b"\0")


class Likeness(NamedTuple):
    """Of a font's glyphs those that look otherwise than its face has them, and those that the face has not for their texts."""

    unlike: frozenset[int]
    variants: frozenset[int]


def likenesses(fonts: Iterable[FontReader], faces: Faces) -> dict[str, Likeness]:
    """Return how like each font is, by its name, to the face whose name it bears; one that bears none is like in nothing."""
    own = _own(faces)
    return {font.name: _likeness(font, own.get(font.family)) for font in fonts}


def _own(faces: Faces) -> Mapping[str, tuple[Path, uharfbuzz.Font]]:
    """Return the house's faces by their PostScript names."""
    opened = ((path, faces.font(family, bold=bold)) for (family, bold), path in sorted(faces.files.items()))
    return {str(font.face.get_name(POSTSCRIPT_NAME)): (path, font) for path, font in opened if font}


def _likeness(font: FontReader, own: tuple[Path, uharfbuzz.Font] | None) -> Likeness:
    signs = {(glyph, text) for _, glyph, text, _ in font.signs.values()}
    if font.program is None or own is None:
        every = frozenset(glyph for glyph, _ in signs)
        return Likeness(every, every)
    path, house = own
    variants = frozenset(glyph for glyph, text in signs if _nominal(house, text) != glyph)
    mine, due = Stored.of(font.program), _stored(path)
    if mine and due and mine.units == due.units:
        signs = {sign for sign in signs if mine.glyph(sign[0]) != due.glyph(sign[0])}
    return Likeness(frozenset(glyph for glyph, text in signs if not _drawn_alike(font.program, glyph, text, house)), variants)


def _nominal(house: uharfbuzz.Font, text: str) -> int | None:
    return house.get_nominal_glyph(ord(text)) if len(text) == 1 else None


@cache
def _stored(path: Path) -> Stored | None:
    with path.open("rb") as file:
        return Stored.of(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@cache
def _embedded(program: bytes) -> uharfbuzz.Font | None:
    try:
        return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(program)))
    except uharfbuzz.HarfBuzzError:
        return None


def _drawn_alike(program: bytes, glyph: int, text: str, house: uharfbuzz.Font) -> bool:
    font = _embedded(program)
    if font is None or font.face.upem != house.face.upem:
        return False
    return outline(font, glyph) in [outline(house, one) for one in (glyph, _nominal(house, text)) if one is not None]
