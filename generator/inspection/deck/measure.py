"""Measure a slide's text as a viewer would, from the font files themselves: widths, and which characters a face lacks.

In: paragraphs with their looks, and the font files by family and weight. Out: widths and heights in points, and characters without a
glyph. Lines are broken at every Han character and between Latin words: a plain estimate, a line more or less, as viewers differ too.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.units import EMU_PER_POINT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.inspection.deck.model import Look, TextParagraph
    from generator.inspection.faces import Faces

FIRST_ASIAN = 0x2E80
"""Characters from CJK Radicals Supplement on are shown in the Asian face; below it, in the Latin one (ECMA-376 Part 1, 21.1.2.3.3)."""

ASIAN_PUNCTUATION = frozenset("“”‘’—…·×")
"""Below FIRST_ASIAN, yet shown in the Asian face beside Han text with lang zh-CN."""
BREAKS = frozenset("\n\v")
BREAK = -1.0
"""Stands among widths for a forced line break."""


class Measured(NamedTuple):
    """A paragraph on one line: its width in points, that of each piece that stays together, and what its faces lack.

    `single` is what a line of it takes in height at single spacing.
    """

    width: float
    words: tuple[float, ...]
    lacks: tuple[tuple[str, Look], ...]
    single: float = 0.0


def is_asian(character: str) -> bool:
    """Tell whether a viewer shows a character in the Asian face."""
    return ord(character) >= FIRST_ASIAN or character in ASIAN_PUNCTUATION


def measured(paragraph: TextParagraph, faces: Faces) -> Measured:
    """Measure a paragraph, character by character."""
    words: list[float] = []
    lacks: list[tuple[str, Look]] = []
    latin = 0.0
    for run in paragraph.runs:
        look, size = run.look, run.look.size
        of_latin, of_asian = faces.advances(look.latin, bold=look.bold), faces.advances(look.asian, bold=look.bold)
        for character in run.text:
            if character in BREAKS:
                words += [latin, BREAK]
                latin = 0.0
                continue
            asian = is_asian(character)
            advance = (of_asian if asian else of_latin)[character]
            if advance is None:
                lacks.append((character, look))
                advance = 1.0
            if asian or character == " ":
                words += [latin, advance * size]
                latin = 0.0
            else:
                latin += advance * size
    kept = tuple(width for width in (*words, latin) if width)
    single = max((faces.pitch(run.look.asian, bold=run.look.bold) * run.look.size for run in paragraph.runs), default=0.0)
    return Measured(_widest(kept), kept, tuple(lacks), single)


def _widest(words: Iterable[float]) -> float:
    """Return the width of the longest line between forced breaks."""
    return max((sum(line) for broken, line in groupby(words, lambda word: word == BREAK) if not broken), default=0.0)


def height(paragraphs: tuple[TextParagraph, ...], texts: tuple[Measured, ...], width: float | None) -> float:
    """Return the height in points that paragraphs take in a width in points, or unwrapped when that is None."""
    total = 0.0
    for at, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        pitch = paragraph.pitch or paragraph.share * text.single
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
