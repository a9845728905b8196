"""Does a glyph look like the character that it claims to be? An embedded font's outlines against those of the house's own files.

In: the glyphs that a file shows, each with its text, and the font programs that it embeds. Out: the glyphs that are shown as one
numeral and read as another: extraction and print may lie to one another nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import uharfbuzz

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.deck.measure import Faces

NUMERALS = "0123456789.,%‰+-−×〇零一二三四五六七八九十百千万亿两数几近约超余多"
"""What makes a number what it is: digits and marks, Han numerals and scales, qualifiers."""

Outline: TypeAlias = tuple[tuple[object, ...], ...]


def _tracer() -> uharfbuzz.DrawFuncs:
    """Return functions that note down every step of an outline in the list that they are given."""
    functions = uharfbuzz.DrawFuncs()
    functions.set_move_to_func(lambda x, y, steps: steps.append(("m", x, y)))
    functions.set_line_to_func(lambda x, y, steps: steps.append(("l", x, y)))
    functions.set_quadratic_to_func(lambda a, b, x, y, steps: steps.append(("q", a, b, x, y)))
    functions.set_cubic_to_func(lambda a, b, c, d, x, y, steps: steps.append(("c", a, b, c, d, x, y)))
    functions.set_close_path_func(lambda steps: steps.append(("z",)))
    return functions


@dataclass(slots=True)
class _Drawn:
    """A font whose outlines are drawn once each."""

    font: uharfbuzz.Font
    tracer: uharfbuzz.DrawFuncs
    _seen: dict[int, Outline] = field(default_factory=dict)

    def outline(self, glyph: int) -> Outline:
        if glyph not in self._seen:
            steps: list[tuple[object, ...]] = []
            self.font.draw_glyph(glyph, self.tracer, steps)
            self._seen[glyph] = tuple(steps)
        return self._seen[glyph]

    def size(self, glyph: int) -> tuple[int, int]:
        extents = self.font.get_glyph_extents(glyph)
        return (extents.width, extents.height) if extents else (0, 0)


@dataclass(slots=True)
class Likeness:
    """The numerals of the house's faces, by outline."""

    characters: dict[Outline, set[str]]
    sizes: frozenset[tuple[int, int]]
    tracer: uharfbuzz.DrawFuncs

    @classmethod
    def of(cls, faces: Faces) -> Likeness:
        """Draw the numerals of every face."""
        characters: dict[Outline, set[str]] = {}
        sizes = set()
        tracer = _tracer()
        for family, bold in sorted(faces.files):
            font = faces.font(family, bold=bold)
            assert font is not None
            drawn = _Drawn(font, tracer)
            for character in NUMERALS:
                if glyph := font.get_nominal_glyph(ord(character)):
                    characters.setdefault(drawn.outline(glyph), set()).add(character)
                    sizes.add(drawn.size(glyph))
        return cls(characters, frozenset(sizes), tracer)

    def strangers(self, program: bytes, glyphs: Iterable[tuple[int, str]]) -> Iterator[tuple[str, str]]:
        """Yield text and looks of each glyph that reads as one numeral and looks like another, or like none.

        Raises uharfbuzz.HarfBuzzError for a program that is no font.
        """
        drawn = _Drawn(uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(program))), self.tracer)
        for glyph, text in sorted(set(glyphs)):
            numeral = text in NUMERALS and text != ""
            if not numeral and drawn.size(glyph) not in self.sizes:
                continue
            looks = self.characters.get(drawn.outline(glyph), set())
            if (numeral and text not in looks) or (not numeral and looks):
                yield text, "".join(sorted(looks))
