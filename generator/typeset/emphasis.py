"""Emphasis dots, 着重号: a dot under each character, none under marks (W3C CLREQ, emphasis dots; GB/T 15834-2011, 4.12).

In: atoms with their places. Out: glyphs of dots, which only the page shows: copied text is the author's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.drawing import Glyph
from generator.fonts.face import PER_EM
from generator.typeset.classes import is_solid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.fonts.face import Face
    from generator.typeset.shaping import Atom
    from generator.units import Length

DOT = "·"
DEPTH = -230
"""The dot's middle under the baseline, per mille: clear of the characters, within the line's pitch."""


def dots(face: Face, size: Length, atoms: Sequence[Atom], places: Sequence[float]) -> list[Glyph]:
    """Return the dots under atoms; `places` are theirs, in EMU from the run's origin."""
    gid = face.glyph(DOT)
    left, low, right, high = face.box(gid)
    rise = round(size * (DEPTH - (low + high) / 2) / PER_EM)
    middle = size * (left + right) / 2 / PER_EM
    return [
        Glyph(gid, round(place + (left_edge + right_edge) / 2 - middle), "", rise)
        for atom, place in zip(atoms, places, strict=True)
        for meant, left_edge, right_edge in atom.edges()
        if meant and is_solid(meant[0])
    ]
