"""Does a glyph look like the character that it claims to be? An embedded font's outlines against those of the house's own files.

In: the glyphs that a file shows, each with its text, and the font programs that it embeds. Out: the glyphs that are shown as one
numeral and read as another: extraction and print may lie to one another nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import uharfbuzz

from generator.inspection.damage import DAMAGE, reason
from generator.inspection.verdict import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.faces import Faces

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

    def lies(self, face: str, program: bytes, glyphs: Iterable[tuple[int, str]]) -> Iterator[Flaw]:
        """Yield each glyph of a face that reads as one numeral and looks like another, or like none; or that the face is damaged."""
        try:
            drawn = _Drawn(uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(program))), self.tracer)
            strangers = [
                (text, looks) for glyph, text in sorted(set(glyphs)) if (looks := self._other(drawn, glyph, text)) is not None
            ]
        except (*DAMAGE, uharfbuzz.HarfBuzzError) as fault:
            yield Flaw("font-not-embedded", f"{face} is damaged: {reason(fault)}")
            return
        for text, looks in strangers:
            yield Flaw("glyph-lies", f"a glyph of {face} reads as `{text}` and looks like `{looks or 'another'}`")

    def _other(self, drawn: _Drawn, glyph: int, text: str) -> str | None:
        """Return what a glyph looks like beside its text; None where it looks like what it reads as."""
        numeral = text in NUMERALS and text != ""
        if not numeral and drawn.size(glyph) not in self.sizes:
            return None
        looks = self.characters.get(drawn.outline(glyph), set())
        return "".join(sorted(looks)) if (numeral and text not in looks) or (not numeral and looks) else None
