"""The fonts that a deck carries: whether they have every character that it shows, and numerals that look like themselves.

In: the deck as read, with the embedded fonts (Embedded OpenType without compression, W3C submission of 5 March 2008). Out: faults in
words. On a computer without the faces these fonts are what everybody sees.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from typing import TYPE_CHECKING

import uharfbuzz

from generator.inspection.deck.measure import BREAKS, is_asian
from generator.inspection.likeness import Likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.deck.measure import Faces
    from generator.inspection.deck.model import DeckText

SIZE_AT = 4
"""Where an EOT says how long the font at its end is."""


def font_faults(deck: DeckText, faces: Faces) -> Iterator[tuple[str, str]]:
    """Yield code and message of each fault of an embedded font; raises one of DAMAGE or HarfBuzzError for a file that is none."""
    shown, likeness = _shown(deck), Likeness.of(faces)
    carried = {(family, bold): data for family, bold, data in deck.fonts}
    for family, bold in sorted(shown.keys() - carried.keys()):
        if (family, bold) in faces.files:
            yield "font-not-embedded", f"the face `{family}`{_weight(bold=bold)} is shown and not embedded"
    for key in sorted(shown.keys() & carried.keys()):
        name = f"the embedded face `{key[0]}`{_weight(bold=key[1])}"
        program = _program(carried[key])
        font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(program)))
        glyphs = {(font.get_nominal_glyph(ord(character)) or 0, character) for character in shown[key] - BREAKS}
        lacking = sorted(character for glyph, character in glyphs if not glyph)
        if lacking:
            yield "no-glyph", f"{name} has no glyph for `{''.join(lacking)}`"
        for text, looks in likeness.strangers(program, [one for one in glyphs if one[0]]):
            yield "glyph-lies", f"{name} shows `{text}` as `{looks or 'another'}`"


def _shown(deck: DeckText) -> dict[tuple[str, bool], set[str]]:
    """Return the characters shown in each face."""
    shown: dict[tuple[str, bool], set[str]] = defaultdict(set)
    pieces = (piece for slide in deck.slides for piece in slide.pieces)
    for run in (run for piece in pieces for paragraph in piece.paragraphs for run in paragraph.runs):
        look = run.look
        if look.latin == look.asian:
            shown[look.asian, look.bold].update(run.text)
            continue
        for character in run.text:
            shown[look.asian if is_asian(character) else look.latin, look.bold].add(character)
    return shown


def _program(eot: bytes) -> bytes:
    """Return the font inside an EOT. Raises ValueError."""
    if len(eot) < SIZE_AT * 2:
        message = "an embedded font is cut short"
        raise ValueError(message)
    (size,) = struct.unpack_from("<I", eot, SIZE_AT)
    if not 0 < size < len(eot):
        message = "an embedded font is cut short"
        raise ValueError(message)
    return eot[-size:]


def _weight(*, bold: bool) -> str:
    return " bold" if bold else ""
