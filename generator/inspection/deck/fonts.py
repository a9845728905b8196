"""The fonts that a deck carries: whether they have every character that it shows, and numerals that look like themselves.

In: the deck as read, with the embedded fonts (Embedded OpenType without compression, W3C submission of 5 March 2008). Out: faults in
words. On a computer without the faces these fonts are what everybody sees.
"""

from __future__ import annotations

from collections import defaultdict
from string import ascii_letters, digits, punctuation
from typing import TYPE_CHECKING

import uharfbuzz

from generator.diagnostics import Words, said
from generator.inspection.damage import DAMAGE, UnreadableError, reason
from generator.inspection.deck.measure import BREAKS, is_asian
from generator.inspection.likeness import Likeness
from generator.inspection.verdict import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.deck.model import DeckText
    from generator.inspection.faces import Faces

TYPED = frozenset(ascii_letters + digits + punctuation + "，。、；：？！（）《》“”‘’—…·％万亿元")
"""What whoever presents may type into any text: numbers, Latin, Chinese marks."""
SIZE_AT = 4
"""Where an EOT says how long the font at its end is."""


def font_flaws(deck: DeckText, faces: Faces, *, carried: bool) -> Iterator[Flaw]:
    """Yield each fault of an embedded font; of one that is damaged, that it is; and, where fonts are to be `carried`, each missing one."""
    shown, likeness = _shown(deck), Likeness.of(faces)
    there = {(family, bold): data for family, bold, data in deck.fonts}
    for family, bold in sorted(shown.keys() - there.keys()):
        if carried and (family, bold) in faces.files:
            yield Flaw(said("font-not-embedded.missing", face=_face(family, bold=bold)))
    for key in sorted(shown.keys() & there.keys()):
        own = faces.advances(key[0], bold=key[1]) if key in faces.files else None
        typed = {one for one in TYPED if own is None or own[one] is not None}
        yield from _flaws(_face(key[0], bold=key[1]), there[key], shown[key] | typed - BREAKS, likeness)


def _flaws(face: Words, eot: bytes, shown: set[str], likeness: Likeness) -> Iterator[Flaw]:
    try:
        program = _program(eot)
        font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(program)))
    except (*DAMAGE, uharfbuzz.HarfBuzzError) as fault:
        yield Flaw(said("font-not-embedded.damaged", face=face, why=reason(fault)))
        return
    glyphs = [(font.get_nominal_glyph(ord(character)) or 0, character) for character in shown]
    if lacking := "".join(sorted(character for glyph, character in glyphs if not glyph)):
        yield Flaw(said("no-glyph.font", face=face, characters=lacking))
    typed = [(glyph, digit) for digit in digits if (glyph := font.get_nominal_glyph(ord(digit)))]
    yield from likeness.lies(face, program, {*(one for one in glyphs if one[0]), *typed})


def _shown(deck: DeckText) -> dict[tuple[str, bool], set[str]]:
    """Return the characters shown in each face."""
    shown: dict[tuple[str, bool], set[str]] = defaultdict(set)
    pieces = (piece for slide in deck.slides for piece in slide.pieces)
    for run in (run for piece in pieces for paragraph in piece.paragraphs for run in paragraph.runs):
        look = run.look
        for character in run.text:
            shown[look.asian if is_asian(character) else look.latin, look.bold].add(character)
    return shown


def _program(eot: bytes) -> bytes:
    """Return the font inside an EOT. Raises UnreadableError."""
    size = int.from_bytes(eot[SIZE_AT : SIZE_AT + 4], "little")
    if not 0 < size < len(eot):
        raise UnreadableError(said("damage.cut-short"))
    return eot[-size:]


def _face(family: str, *, bold: bool) -> Words:
    return said("face.bold" if bold else "face.regular", family=family)
