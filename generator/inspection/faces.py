"""The font files that a deck may name, by family and weight: each opened when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import uharfbuzz

USUAL_PITCH = 1.2
"""Single spacing of an unknown face, in ems."""


class Advances(dict[str, float | None]):
    """A face's advances in ems by character, each measured when first asked for; None where the face has no glyph."""

    def __init__(self, font: uharfbuzz.Font | None) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, character: str) -> float | None:
        font, found = self._font, None
        if font is not None and (glyph := font.get_nominal_glyph(ord(character))):
            found = float(font.get_glyph_h_advance(glyph) / font.face.upem)
        self[character] = found
        return found


@dataclass(slots=True)
class Faces:
    """The faces of the house, and those of others by the ones of ours that measure them."""

    files: Mapping[tuple[str, bool], Path]
    _fonts: dict[tuple[str, bool], uharfbuzz.Font] = field(default_factory=dict)
    _advances: dict[tuple[str, bool], Advances] = field(default_factory=dict)

    def font(self, family: str, *, bold: bool) -> uharfbuzz.Font | None:
        """Return a face's own font, or that of its other weight, which a viewer would take; None for an unknown family."""
        key = next((key for key in ((family, bold), (family, not bold)) if key in self.files), None)
        if key is not None and key not in self._fonts:
            blob = uharfbuzz.Blob.from_file_path(str(self.files[key]))
            self._fonts[key] = uharfbuzz.Font(uharfbuzz.Face(blob))
        return self._fonts[key] if key is not None else None

    def pitch(self, family: str, *, bold: bool) -> float:
        """Return what a line of a face takes at single spacing, in ems."""
        font = self.font(family, bold=bold)
        if font is None:
            return USUAL_PITCH
        extents = font.get_font_extents("ltr")
        return float((extents.ascender - extents.descender + extents.line_gap) / font.face.upem)

    def advances(self, family: str, *, bold: bool) -> Advances:
        """Return the advances of a face."""
        if (family, bold) not in self._advances:
            self._advances[family, bold] = Advances(self.font(family, bold=bold))
        return self._advances[family, bold]
