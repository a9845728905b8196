"""Does a glyph look like the character that it claims to be? An embedded font's outlines against those of the house's own files.

In: the glyphs that a file shows, each with its text, and the font programs that it embeds. Out: the glyphs that are shown as one
numeral and read as another: extraction and print may lie to one another nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import normalize

import uharfbuzz

from generator.diagnostics import Words, said
from generator.inspection.damage import DAMAGE, reason
from generator.inspection.verdict import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.inspection.faces import Faces

NUMERALS = "0123456789.,%‰+-−×〇零一二三四五六七八九十百千万亿两数几近约超余多"
"""What makes a number what it is: digits and marks, Han numerals and scales, qualifiers."""

Outline: TypeAlias = tuple[tuple[object, ...], ...]


@cache
def _tracer() -> uharfbuzz.DrawFuncs:
    """Return functions that note down every step of an outline in the list that they are given."""
    functions = uharfbuzz.DrawFuncs()
    functions.set_move_to_func(lambda x, y, steps: steps.append(("m", x, y)))
    functions.set_line_to_func(lambda x, y, steps: steps.append(("l", x, y)))
    functions.set_quadratic_to_func(lambda a, b, x, y, steps: steps.append(("q", a, b, x, y)))
    functions.set_cubic_to_func(lambda a, b, c, d, x, y, steps: steps.append(("c", a, b, c, d, x, y)))
    functions.set_close_path_func(lambda steps: steps.append(("z",)))
    return functions


def outline(font: uharfbuzz.Font, glyph: int) -> Outline:
    """Return every step of a glyph's outline, in units of its font."""
    steps: list[tuple[object, ...]] = []
    font.draw_glyph(glyph, _tracer(), steps)
    return tuple(steps)


def _size(font: uharfbuzz.Font, glyph: int) -> tuple[int, int]:
    extents = font.get_glyph_extents(glyph)
    return (extents.width, extents.height) if extents else (0, 0)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The numerals of the house's faces, by outline."""

    characters: Mapping[Outline, set[str]]
    sizes: frozenset[tuple[int, int]]
    fonts: tuple[uharfbuzz.Font, ...]

    @classmethod
    def of(cls, faces: Faces) -> Likeness:
        """Draw the numerals of every face."""
        characters: dict[Outline, set[str]] = {}
        sizes = set()
        fonts = [font for family, bold in sorted(faces.files) if (font := faces.font(family, bold=bold))]
        for font in fonts:
            for character in NUMERALS:
                if glyph := font.get_nominal_glyph(ord(character)):
                    characters.setdefault(outline(font, glyph), set()).add(character)
                    sizes.add(_size(font, glyph))
        return cls(characters, frozenset(sizes), tuple(fonts))

    def lies(self, face: Words, program: bytes, glyphs: Iterable[tuple[int, str]]) -> Iterator[Flaw]:
        """Yield each glyph of a face that reads as one numeral and looks like another, or like none; or that the face is damaged."""
        try:
            font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(program)))
            looks = [(text, self._other(font, glyph, text)) for glyph, text in sorted(set(glyphs))]
        except (*DAMAGE, uharfbuzz.HarfBuzzError) as fault:
            yield Flaw(said("font-not-embedded.damaged", face=face, why=reason(fault)))
            return
        for text, other in looks:
            if other:
                yield Flaw(said("glyph-lies.like", face=face, text=text, looks=other))
            elif other is not None:
                yield Flaw(said("glyph-lies.unlike", face=face, text=text))

    def _other(self, font: uharfbuzz.Font, glyph: int, text: str) -> str | None:
        """Return what a glyph looks like beside its text; None where it looks like what it reads as."""
        numeral = text in NUMERALS and text != ""
        if not numeral and _size(font, glyph) not in self.sizes:
            return None
        drawn = outline(font, glyph)
        looks = self.characters.get(drawn, set())
        if not numeral and looks and self._shares(text, drawn):
            return None
        return "".join(sorted(looks)) if (numeral and text not in looks) or (not numeral and looks) else None

    def _shares(self, text: str, drawn: Outline) -> bool:
        """Tell whether a face of the house draws a text so, and it is no numeral in another code (U+2011 beside -, not ⼀ for 一)."""
        if len(text) != 1 or normalize("NFKC", text) in NUMERALS:
            return False
        glyphs = ((font, font.get_nominal_glyph(ord(text))) for font in self.fonts)
        return any(glyph and outline(font, glyph) == drawn for font, glyph in glyphs)
