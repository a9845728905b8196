"""Measure a slide's text as a viewer would, from the font files themselves: widths, and which characters a face lacks.

In: paragraphs with their looks, and the font files by family and weight. Out: widths and heights in points, and characters without a
glyph. Lines are broken at every Han character and between Latin words: a plain estimate, a line more or less, as viewers differ too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.inspection.deck.model import Look, TextParagraph

SINGLE_SPACING = 1.2
"""Line pitch of single spacing, in ems, where no exact one is given."""
EMU_PER_POINT = 12_700
FIRST_ASIAN = 0x2E80
"""Characters from CJK Radicals Supplement on are shown in the Asian face; below it, in the Latin one (ECMA-376 Part 1, 21.1.2.3.3)."""

ASIAN_PUNCTUATION = frozenset("“”‘’—…·×")
"""Below FIRST_ASIAN, yet shown in the Asian face beside Han text with lang zh-CN."""
BREAKS = frozenset("\n\v")
BREAK = -1.0
"""Stands among widths for a forced line break."""


class Measured(NamedTuple):
    """A paragraph on one line: its width in points, that of each piece that stays together, and what its faces lack."""

    width: float
    words: tuple[float, ...]
    lacks: tuple[tuple[str, Look], ...]


@dataclass(slots=True)
class Faces:
    """The faces that a deck may name, opened when first asked for."""

    files: Mapping[tuple[str, bool], Path]
    _fonts: dict[tuple[str, bool], uharfbuzz.Font] = field(default_factory=dict)
    _tables: dict[tuple[str, str, bool], dict[str, float | None]] = field(default_factory=dict)

    def advances(self, look: Look) -> dict[str, float | None]:
        """Return the table of advances in ems that `advance` fills, by character."""
        return self._tables.setdefault((look.latin, look.asian, look.bold), {})

    def advance(self, character: str, look: Look) -> float | None:
        """Return a character's advance in ems, None when its face has no glyph for it."""
        table = self.advances(look)
        if character not in table:
            table[character] = self._measure(character, look.asian if is_asian(character) else look.latin, bold=look.bold)
        return table[character]

    def font(self, family: str, *, bold: bool) -> uharfbuzz.Font | None:
        """Return a face's own font, or that of its other weight, which a viewer would take; None for an unknown family."""
        key = next((key for key in ((family, bold), (family, not bold)) if key in self.files), None)
        if key is not None and key not in self._fonts:
            blob = uharfbuzz.Blob.from_file_path(str(self.files[key]))
            self._fonts[key] = uharfbuzz.Font(uharfbuzz.Face(blob))
        return self._fonts[key] if key is not None else None

    def _measure(self, character: str, family: str, *, bold: bool) -> float | None:
        font = self.font(family, bold=bold)
        glyph = font.get_nominal_glyph(ord(character)) if font is not None else None
        return float(font.get_glyph_h_advance(glyph) / font.face.upem) if font is not None and glyph else None


def is_asian(character: str) -> bool:
    """Tell whether a viewer shows a character in the Asian face."""
    return ord(character) >= FIRST_ASIAN or character in ASIAN_PUNCTUATION


def measured(paragraph: TextParagraph, faces: Faces) -> Measured:
    """Measure a paragraph, character by character."""
    words: list[float] = []
    lacks: list[tuple[str, Look]] = []
    latin = 0.0
    for run in paragraph.runs:
        table, size = faces.advances(run.look), run.look.size
        for character in run.text:
            if character in BREAKS:
                words += [latin, BREAK]
                latin = 0.0
                continue
            advance = table[character] if character in table else faces.advance(character, run.look)
            if advance is None:
                lacks.append((character, run.look))
                advance = 1.0
            if character == " " or is_asian(character):
                words += [latin, advance * size]
                latin = 0.0
            else:
                latin += advance * size
    kept = tuple(width for width in (*words, latin) if width)
    return Measured(max(_lines_widths(kept)), kept, tuple(lacks))


def _lines_widths(words: Iterable[float]) -> Iterator[float]:
    """Yield the widths of the lines between forced breaks."""
    width = 0.0
    for word in words:
        if word == BREAK:
            yield width
            width = 0.0
        else:
            width += word
    yield width


def height(paragraphs: tuple[TextParagraph, ...], texts: tuple[Measured, ...], width: float | None) -> float:
    """Return the height in points that paragraphs take in a width in points, or unwrapped when that is None."""
    total = 0.0
    for at, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        size = max((run.look.size for run in paragraph.runs), default=0.0)
        pitch = paragraph.pitch or SINGLE_SPACING * size
        total += pitch * lines(text, width, paragraph.indent / EMU_PER_POINT) + (paragraph.before if at else 0)
    return total


def lines(text: Measured, width: float | None, indent: float) -> int:
    """Return how many lines a paragraph takes in a width in points."""
    count, at = 1, 0.0
    for word in text.words:
        if word == BREAK:
            count, at = count + 1, 0.0
        elif width is not None and at and at + word > width - indent:
            count, at = count + 1, word
        else:
            at += word
    return count
