"""Glyphs at display sizes: marks without most of their empty half, digits as near to each other as they look.

In: a face, a size, a mark or shaped glyphs. Out: what the mark gives up, and the glyphs with their advances changed. At 38 pt a comma's
full square is a hole of 10 mm, so that here the half that CLREQ lets a mark give up (compression of punctuation marks) is given up
for good: a house rule. Latin is kerned by the face's own table at every size; digits have no pairs there, so that columns of them stand
straight (T33), and are kerned here alone.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from statistics import fmean
from typing import TYPE_CHECKING

from generator.typeset.classes import Class
from generator.units import pt

if TYPE_CHECKING:
    from generator.fonts.face import Face, Shaped
    from generator.units import Length

TEXT_SIZE, DISPLAY_SIZE = pt(14), pt(24)
"""Up to the first, which is read at reading distance, all is set as text; from the second on all is display; between them by degrees."""

WHITES = {Class.COMMA: 340, Class.STOP: 400, Class.CLOSE: 150, Class.OPEN: 150}
"""The white that stays between a mark's ink and the character beside it, in thousandths of the em: a breath after a comma, a longer
one after a stop; brackets and quotation marks hug. Full-width marks of the faces leave 520 to 800."""

DIGITS = "0123456789"
KERNED = frozenset(DIGITS + ".,%")
DEEP = 160
"""White further in than this, in thousandths of the em, is the glyph's own and does not part it from its neighbour."""
CLEAR = 90
"""What must stay between two inks, in thousandths of the em: about what two round digits have."""
REACH = 2
"""Rows up and down within which two inks are near each other."""
KEPT = 1024
"""Pairs of a few faces."""
UNSEEN = 8
"""A correction of less, in thousandths of the em, is not made."""


def share(size: Length) -> float:
    """Return how far a size is display: 0 is text, 1 is display."""
    return min(1.0, max(0.0, (size - TEXT_SIZE) / (DISPLAY_SIZE - TEXT_SIZE)))


def given_up(face: Face, gid: int, kind: Class, empty: int, size: Length) -> int:
    """Return what a mark gives up of its empty half, per mille: what is more than the white that it is to keep."""
    left, _, right, _ = face.box(gid)
    white = left if kind is Class.OPEN else face.advance(gid) - right
    return round(share(size) * min(empty, max(0, white - WHITES[kind])))


def kerned(face: Face, text: str, shaped: tuple[Shaped, ...], size: Length) -> tuple[Shaped, ...]:
    """Return shaped glyphs with the digits among them kerned."""
    if len(shaped) != len(text) or KERNED.isdisjoint(text) or not share(size):
        return shaped
    kerns = [round(share(size) * kern(face, left, right)) for left, right in pairwise(text)]
    return tuple(replace(one, advance=one.advance + more) for one, more in zip(shaped, [*kerns, 0], strict=True))


@lru_cache(maxsize=KEPT)
def kern(face: Face, left: str, right: str) -> int:
    """Return by how much two characters move together, per mille, 0 or less.

    A pair with more white between its outlines than digits have on the average loses the excess, as far as its inks stay clear.
    """
    if not ({left, right} <= KERNED and (left in DIGITS or right in DIGITS)):
        return 0
    usual = _usual(face, left if left not in DIGITS else DIGITS, right if right not in DIGITS else DIGITS)
    excess = min(_white(face, left, right) - usual, _clearance(face, left, right) - CLEAR)
    return -round(excess) if excess >= UNSEEN else 0


@lru_cache(maxsize=KEPT)
def _usual(face: Face, lefts: str, rights: str) -> float:
    return fmean(_white(face, left, right) for left in lefts for right in rights)


def _sides(face: Face, left: str, right: str) -> list[tuple[float | None, float | None]]:
    return list(zip(face.profile(face.glyph(left)).right, face.profile(face.glyph(right)).left, strict=True))


@lru_cache(maxsize=KEPT)
def _depths(face: Face, char: str) -> tuple[list[float | None], list[float | None]]:
    """Return the white on the left and on the right of a character, row by row, no deeper than it parts it from its neighbour."""
    sides = face.profile(face.glyph(char))
    left, right = ([None if one is None else min(one, DEEP) for one in side] for side in sides)
    return left, right


def _white(face: Face, left: str, right: str) -> float:
    """Return the white between two outlines in the rows where both have ink, on the average."""
    rows = zip(_depths(face, left)[1], _depths(face, right)[0], strict=True)
    return fmean([one + other for one, other in rows if one is not None and other is not None])


def _clearance(face: Face, left: str, right: str) -> float:
    """Return the least distance between two inks, a few rows up or down."""
    sides = _sides(face, left, right)
    return min(
        one + other
        for row, (one, _) in enumerate(sides)
        if one is not None
        for _, other in sides[max(0, row - REACH) : row + REACH + 1]
        if other is not None
    )
