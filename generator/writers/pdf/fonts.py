"""The faces of a book as composite fonts: one Type0 font a face, Identity-H, of the glyphs that are used and no others.

In: every run of the book, and the library that holds the faces. Out: font objects (ISO 32000-1, 9.7.6) whose codes are the glyph
ids of the whole face, kept in the subset: the empty places cost 2 to 6 KB a face when packed, and no second map can go wrong. Only
where characters share a glyph (… and ⋯, - and U+2011) has each further one a code of its own, so that it is copied as it was typed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

from generator.writers.pdf.objects import array, dictionary, stream
from generator.writers.pdf.tounicode import map_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.drawing import Glyph, TextRun
    from generator.fonts.face import Face
    from generator.fonts.library import Library

FULL_WIDTH = 1000
"""The advance of a Han glyph, so of nearly all: what DW says need not be listed."""

HYPHEN = "-"
INVISIBLE = "\u200b"
"""What a glyph without a character of its own stands for (the later glyphs of a cluster): PDF/A asks for something."""

TAG_LETTERS = 6
ALPHABET = 26
"""A subset's name begins with six capital letters and a plus sign (ISO 32000-1, 9.6.4)."""

SYMBOLIC, SERIF = 1 << 2, 1 << 1
"""Font flags (ISO 32000-1, table 123)."""

STEM_REGULAR, STEM_BOLD = 92, 148
"""Widths of a vertical stem: those of the capital I of the Sans; readers ask for them only to find a stand-in for a lost font."""


class MissingGlyphError(AssertionError):
    """A run holds glyph 0, which prints as an empty box: a character passed the check for coverage unseen."""


@dataclass
class Typeface:
    """A face in this file: its resource name, and what each of its glyphs here stands for."""

    resource: str
    face: Face
    meanings: dict[int, dict[str, None]] = field(default_factory=dict)
    _codes: dict[tuple[int, str], str] = field(default_factory=dict)
    _advances: dict[int, int] = field(default_factory=dict)

    def use(self, run: TextRun) -> None:
        """Take note of a run's glyphs and the texts that they stand for. Raises MissingGlyphError."""
        for glyph in run.glyphs:
            if not glyph.id:
                message = f"glyph 0 of {run.face} in `{run.text}`, from {run.origin or 'nowhere'}"
                raise MissingGlyphError(message)
            texts = self.meanings.setdefault(glyph.id, {})
            if glyph.text:
                texts[glyph.text] = None

    @cached_property
    def signs(self) -> dict[int, tuple[int, str]]:
        """The codes of this file, asked for when all runs are known: what each shows and stands for."""
        free = (code for code in count(1) if code not in self.meanings)
        firsts = {gid: (gid, next(iter(texts), self._unspoken(gid))) for gid, texts in self.meanings.items()}
        return firsts | {next(free): (gid, text) for gid, texts in self.meanings.items() for text in [*texts][1:]}

    def _unspoken(self, gid: int) -> str:
        return HYPHEN if gid == self.face.glyph(HYPHEN) else INVISIBLE

    def code(self, glyph: Glyph) -> str:
        """Return the two-byte code of a glyph with its text in hexadecimal."""
        if not self._codes:
            self._codes |= {sign: f"{code:04X}" for code, sign in self.signs.items()}
        found = self._codes.get((glyph.id, glyph.text))
        return f"{glyph.id:04X}" if found is None else found

    def advance(self, gid: int) -> int:
        """Return a glyph's advance in thousandths of the em."""
        if gid not in self._advances:
            self._advances[gid] = self.face.advance(gid)
        return self._advances[gid]

    def meaning(self, glyph: Glyph) -> str:
        """Return the characters that a reader takes a glyph for."""
        return glyph.text or self.signs[glyph.id][1]

    @property
    def name(self) -> str:
        """The PostScript name behind a tag that follows from the glyphs: one subset, one tag."""
        number = int.from_bytes(sha256(repr((self.face.key, sorted(self.meanings))).encode("ascii")).digest())
        letters = [chr(ord("A") + number // ALPHABET**place % ALPHABET) for place in range(TAG_LETTERS)]
        return f"{''.join(letters)}+{self.face.postscript_name}"

    def add_to(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObject:
        """Put the font with its parts into a document and return the reference."""
        document.Reference(stream(map_of({code: text for code, (_, text) in self.signs.items()})), f"{self.resource}.ToUnicode")
        font = dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=f"/{self.name}",
            Encoding="/Identity-H",
            DescendantFonts=array([document.Reference(self._descendant(document))]),
            ToUnicode=pdfdoc.PDFObjectReference(f"{self.resource}.ToUnicode"),
        )
        return document.Reference(font)

    def _descendant(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObject:
        system = dictionary(Registry="(Adobe)", Ordering="(Identity)", Supplement=0)
        return dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=f"/{self.name}",
            CIDSystemInfo=system,
            CIDToGIDMap=self._glyph_map(document),
            FontDescriptor=document.Reference(self._descriptor(document)),
            DW=FULL_WIDTH,
            W=widths({code: self.advance(gid) for code, (gid, _) in self.signs.items()}),
        )

    def _glyph_map(self, document: pdfdoc.PDFDocument) -> str | pdfdoc.PDFObject:
        """Return the glyph of each code (ISO 32000-1, 9.7.4.2), by itself where all codes are glyph ids."""
        if len(self.signs) == len(self.meanings):
            return "/Identity"
        glyphs = bytearray(2 * (max(self.signs) + 1))
        for code, (gid, _) in self.signs.items():
            glyphs[2 * code : 2 * code + 2] = gid.to_bytes(2, "big")
        document.Reference(stream(bytes(glyphs)), f"{self.resource}.Glyphs")
        return pdfdoc.PDFObjectReference(f"{self.resource}.Glyphs")

    def _descriptor(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObject:
        font = self.face.subset(sorted(self.meanings))
        document.Reference(stream(font, Length1=len(font)), f"{self.resource}.File")
        return dictionary(
            Type="/FontDescriptor",
            FontName=f"/{self.name}",
            Flags=SYMBOLIC | (SERIF if "Serif" in self.face.family else 0),
            FontBBox=array(self._box()),
            ItalicAngle=0,
            Ascent=self.face.ascent,
            Descent=self.face.descent,
            CapHeight=self.face.cap_height,
            StemV=STEM_BOLD if self.face.bold else STEM_REGULAR,
            FontFile2=pdfdoc.PDFObjectReference(f"{self.resource}.File"),
        )

    def _box(self) -> tuple[int, int, int, int]:
        boxes = [self.face.box(gid) for gid in self.meanings]
        lefts, feet, rights, tops = zip(*boxes, strict=True)
        return min(lefts), min(feet), max(rights), max(tops)


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The faces that a book uses, by key."""

    faces: Mapping[str, Typeface]

    @classmethod
    def of(cls, runs: Iterable[TextRun], library: Library) -> Typefaces:
        """Return the faces of all runs of a book, numbered as they are met. Raises MissingGlyphError at a glyph 0."""
        faces: dict[str, Typeface] = {}
        for run in runs:
            if run.face not in faces:
                faces[run.face] = Typeface(f"F{len(faces) + 1}", library.face(run.face))
            faces[run.face].use(run)
        return cls(faces)

    def __getitem__(self, key: str) -> Typeface:
        return self.faces[key]

    def add_to(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObject:
        """Put every font into a document and return the font resources that all pages share."""
        used = [face for face in self.faces.values() if face.meanings]
        return document.Reference(dictionary(**{face.resource: face.add_to(document) for face in used}))


def widths(advances: Mapping[int, int]) -> pdfdoc.PDFObject:
    """Return the W array (ISO 32000-1, 9.7.4.3): neighbouring codes in one row, full width left to DW."""
    pieces: list[int | str] = []
    row: list[int] = []
    for gid in sorted(gid for gid, advance in advances.items() if advance != FULL_WIDTH):
        if row and gid != row[-1] + 1:
            pieces += _row(row, advances)
            row = []
        row.append(gid)
    return array([*pieces, *_row(row, advances)])


def _row(gids: list[int], advances: Mapping[int, int]) -> list[int | str]:
    return [gids[0], f"[{' '.join(str(advances[gid]) for gid in gids)}]"] if gids else []
