"""A font face, asked for what a page needs: which characters it covers, how wide its glyphs are, which glyphs a text becomes.

In: a TrueType file, mapped into memory and never copied. Out: numbers in thousandths of the em, glyph ids, and subsets that a PDF
can embed. Text is shaped as simplified Chinese (OpenType script `hani`, language `ZHS`), whatever script it begins with: the
forms of `locl` make the dash —— two ems, and nobody's locale decides.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path
from unicodedata import normalize

import uharfbuzz as hb

from generator.fonts.profile import Profile, profile
from generator.fonts.subset import excerpt, subset

PER_EM = 1000
"""The scale of every measure of a face."""

SCRIPT = "Hani"
LANGUAGE = "zh-Hans"

OS2_TYPO_ASCENDER = 68
OS2_CAP_HEIGHT = 88
"""Offsets in table OS/2 (OpenType 1.9): sTypoAscender is followed by sTypoDescender."""

POSTSCRIPT_NAME = 6
"""Name id of table `name` (OpenType 1.9)."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A glyph of a shaped text: `cluster` is the index of its first character; measures in thousandths of the em."""

    gid: int
    cluster: int
    advance: int
    x_offset: int
    y_offset: int


@dataclass(eq=False)
class Face:
    """One weight of one family; the file is opened when the first question is asked.

    Its `supplement` is a face of its weight and lines that has other characters, and is asked for what this one lacks.
    """

    key: str
    family: str
    bold: bool
    path: Path
    supplement: Face | None = None
    _advances: dict[int, int] = field(default_factory=dict, repr=False)
    _glyphs: dict[str, int] = field(default_factory=dict, repr=False)
    _extents: dict[str, int] = field(default_factory=dict, repr=False)
    _profiles: dict[int, Profile] = field(default_factory=dict, repr=False)
    _shaped: dict[tuple[str, tuple[str, ...]], tuple[Shaped, ...]] = field(default_factory=dict, repr=False)

    def __reduce__(self) -> tuple[type[Face], tuple[str, str, bool, Path, Face | None]]:
        """Travel to another process closed."""
        return Face, (self.key, self.family, self.bold, self.path, self.supplement)

    @cached_property
    def _face(self) -> hb.Face:
        return hb.Face(hb.Blob.from_file_path(str(self.path)))

    @cached_property
    def _font(self) -> hb.Font:
        font = hb.Font(self._face)
        font.scale = (PER_EM, PER_EM)
        return font

    @cached_property
    def _os2(self) -> bytes:
        return bytes(self._face.reference_table("OS/2").data)

    @cached_property
    def postscript_name(self) -> str:
        """The face's name in PostScript and PDF."""
        return str(self._face.get_name(POSTSCRIPT_NAME))

    @cached_property
    def ascent(self) -> int:
        """From the baseline to the top of the ideographic em box (sTypoAscender)."""
        return self._measure(OS2_TYPO_ASCENDER)

    @cached_property
    def descent(self) -> int:
        """From the baseline to the foot of the ideographic em box (sTypoDescender), negative."""
        return self._measure(OS2_TYPO_ASCENDER + 2)

    @cached_property
    def pitch(self) -> int:
        """What a line takes at single spacing: ascender, descender and gap of hhea, which office programs go by."""
        extents = self._font.get_font_extents("ltr")
        return int(extents.ascender - extents.descender + extents.line_gap)

    @cached_property
    def cap_height(self) -> int:
        """From the baseline to the top of H (sCapHeight); the digits are as high, but for a hair."""
        return self._measure(OS2_CAP_HEIGHT)

    def _measure(self, offset: int) -> int:
        value = int(struct.unpack_from(">h", self._os2, offset)[0])
        return round(value * PER_EM / int(self._face.upem))

    def covers(self, char: str) -> bool:
        """Tell whether the face has a glyph for a character."""
        return bool(self._font.get_nominal_glyph(ord(char)))

    def offers(self, char: str) -> bool:
        """Tell whether the face or its supplement has a glyph for a character."""
        return self.covers(char) or (self.supplement is not None and self.supplement.covers(char))

    def bearer(self, text: str) -> Face:
        """Return the face that sets a text as one: this, or its supplement where that has a glyph this lacks and every other."""
        other = self.supplement
        if other is None or self.sets(text) or not other.sets(text):
            return self
        return other

    def bears(self, text: str) -> bool:
        """Tell whether the face or its supplement has every glyph of a text that is set as one."""
        return self.bearer(text).sets(text)

    def sets(self, text: str) -> bool:
        """Tell whether the face itself has every character of a text; one put together of a letter and a mark that it has is none."""
        return all(map(self.covers, normalize("NFC", text))) and all(one.gid for one in self.shape(text))

    def glyph(self, char: str) -> int:
        """Return the glyph of a character set alone in Chinese; 0, .notdef, when the face has none."""
        if char not in self._glyphs:
            self._glyphs[char] = self.shape(char)[0].gid
        return self._glyphs[char]

    def own(self, text: str) -> int:
        """Return the glyph that the face's character map has for a text of one character (OpenType, cmap); 0 for any other."""
        return int(self._font.get_nominal_glyph(ord(text)) or 0) if len(text) == 1 else 0

    def advance(self, gid: int) -> int:
        """Return the advance of a glyph."""
        if gid not in self._advances:
            self._advances[gid] = self._font.get_glyph_h_advance(gid)
        return self._advances[gid]

    def box(self, gid: int) -> tuple[int, int, int, int]:
        """Return the bounding box of a glyph's ink: x_min, y_min, x_max, y_max; all 0 for a blank."""
        extents = self._font.get_glyph_extents(gid)
        if extents is None:
            return (0, 0, 0, 0)
        top, left = extents.y_bearing, extents.x_bearing
        return (left, top + extents.height, left + extents.width, top)

    def profile(self, gid: int) -> Profile:
        """Return the white on both sides of a glyph's ink, row by row."""
        if gid not in self._profiles:
            self._profiles[gid] = profile(self._font, gid)
        return self._profiles[gid]

    @property
    def program(self) -> bytes:
        """The whole font, as its file has it."""
        return self.path.read_bytes()

    def shape(self, text: str, features: tuple[str, ...] = ()) -> tuple[Shaped, ...]:
        """Return the glyphs of a text, from left to right; a feature is an OpenType tag, off with a `-` before it."""
        key = (text, features)
        if key not in self._shaped:
            self._shaped[key] = self._shape(text, features)
        return self._shaped[key]

    def extent(self, text: str) -> int:
        """Return the advance of a text, shaped, neither trimmed nor spaced; what the face lacks is as wide as in its supplement."""
        if text not in self._extents:
            self._extents[text] = self._extent(text) if text else 0
        return self._extents[text]

    def _extent(self, text: str) -> int:
        other = self.supplement
        if other and not all(map(self.covers, text)) and any(map(other.covers, text)):
            parts = ((found, "".join(part)) for found, part in groupby(text, self.covers))
            return sum(self._width(part) if found else other.extent(part) for found, part in parts)
        return self._width(text)

    def _width(self, text: str) -> int:
        return sum([at.x_advance for at in self._buffer(text, ()).glyph_positions])

    def _shape(self, text: str, features: tuple[str, ...]) -> tuple[Shaped, ...]:
        if not text:
            return ()
        buffer = self._buffer(text, features)
        return tuple(
            Shaped(info.codepoint, info.cluster, at.x_advance, at.x_offset, at.y_offset)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )

    def _buffer(self, text: str, features: tuple[str, ...]) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = "ltr", SCRIPT, LANGUAGE
        hb.shape(self._font, buffer, {tag.removeprefix("-"): not tag.startswith("-") for tag in features})
        return buffer

    def subset(self, gids: Iterable[int]) -> bytes:
        """Return a TrueType font of these glyphs, ids retained, for a PDF's CIDFontType2 (ISO 32000-1, 9.7.4)."""
        return subset(self._face, gids)

    def excerpt(self, characters: Iterable[str]) -> bytes:
        """Return a TrueType font of these characters that an office program can install: with cmap, names and OS/2."""
        return excerpt(self._face, characters)
