"""Measure a slide's text as a viewer would, from the font files themselves: widths, and which characters a face lacks.

In: paragraphs with their looks, and the font files by family and weight. Out: heights in points, and characters without a glyph. Lines
are broken at every Han character and between Latin words: a plain estimate, a line more or less, as viewers differ too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import uharfbuzz

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.inspection.deck_reader import TextParagraph, TextRun
    from generator.inspection.deck_theme import Look

SINGLE_SPACING = 1.2
EMU_PER_POINT = 12_700
FIRST_ASIAN = 0x2E80
"""Characters from CJK Radicals Supplement on are shown in the Asian face; below it, in the Latin one (ECMA-376 Part 1, 21.1.2.3.3)."""

ASIAN_PUNCTUATION = frozenset("“”‘’—…·×")
"""Below FIRST_ASIAN, yet shown in the Asian face beside Han text with lang zh-CN."""


@dataclass(slots=True)
class Faces:
    """The faces that a deck may name, opened when first asked for."""

    files: Mapping[tuple[str, bool], Path]
    _fonts: dict[tuple[str, bool], uharfbuzz.Font] = field(default_factory=dict)
    _advances: dict[tuple[str, bool, str], float | None] = field(default_factory=dict)

    def knows(self, family: str, *, bold: bool) -> bool:
        """Tell whether there is a file for a face."""
        return self._key(family, bold=bold) is not None

    def advance(self, character: str, look: Look) -> float | None:
        """Return a character's advance in ems, None when its face has no glyph for it."""
        family = look.asian if is_asian(character) else look.latin
        key = self._key(family, bold=look.bold)
        if key is None:
            return None
        at = (*key, character)
        if at not in self._advances:
            self._advances[at] = self._measure(key, character)
        return self._advances[at]

    def _key(self, family: str, *, bold: bool) -> tuple[str, bool] | None:
        """Return the face's own file, or that of its other weight, which a viewer would take."""
        return next((key for key in ((family, bold), (family, not bold)) if key in self.files), None)

    def _measure(self, key: tuple[str, bool], character: str) -> float | None:
        if key not in self._fonts:
            blob = uharfbuzz.Blob.from_file_path(str(self.files[key]))
            self._fonts[key] = uharfbuzz.Font(uharfbuzz.Face(blob))
        font = self._fonts[key]
        glyph = font.get_nominal_glyph(ord(character))
        return None if not glyph else font.get_glyph_h_advance(glyph) / font.face.upem


def is_asian(character: str) -> bool:
    """Tell whether a viewer shows a character in the Asian face."""
    return ord(character) >= FIRST_ASIAN or character in ASIAN_PUNCTUATION


def missing(runs: tuple[TextRun, ...], faces: Faces) -> Iterator[tuple[str, Look]]:
    """Yield each character that its named face has no glyph for."""
    for run in runs:
        for character in run.text:
            if character not in "\n\t\v" and faces.advance(character, run.look) is None:
                yield character, run.look


def height(paragraphs: tuple[TextParagraph, ...], width: float, faces: Faces) -> float:
    """Return the height in points that paragraphs take in a width in points."""
    total = 0.0
    for at, paragraph in enumerate(paragraphs):
        size = max((run.look.size for run in paragraph.runs), default=0.0)
        pitch = paragraph.pitch or SINGLE_SPACING * size
        total += pitch * lines(paragraph, width, faces) + (paragraph.before if at else 0)
    return total


def natural_width(paragraph: TextParagraph, faces: Faces) -> float:
    """Return the width in points of a paragraph on one line."""
    return sum((faces.advance(one, run.look) or 0) * run.look.size for run in paragraph.runs for one in run.text)


def lines(paragraph: TextParagraph, width: float, faces: Faces) -> int:
    """Return how many lines a paragraph takes in a width in points."""
    room = width - paragraph.indent / EMU_PER_POINT
    count, at = 1, 0.0
    for word in _words(paragraph, faces):
        if word == 0:
            count, at = count + 1, 0.0
        elif at and at + word > room:
            count, at = count + 1, word
        else:
            at += word
    return count


def _words(paragraph: TextParagraph, faces: Faces) -> Iterator[float]:
    """Yield the width of each piece that stays together, 0 for a line break."""
    latin = 0.0
    for run in paragraph.runs:
        for character in run.text:
            width = (faces.advance(character, run.look) or 0) * run.look.size
            if character != " " and not is_asian(character) and character not in "\n\v":
                latin += width
                continue
            if latin:
                yield latin
                latin = 0.0
            yield 0 if character in "\n\v" else width
    if latin:
        yield latin
