"""The marks of a short text (a definition, a label, a measure): **emphasis**, CO~2~, m^2^. Characters in; pieces and bare words out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SHIFTED = "上标或下标"
"""The reason that exempts the 2 of CO₂: it is part of a formula or a unit."""
SHIFT = r"(?<=[A-Za-z)）])~(?P<sub>[0-9A-Za-z+-]{1,6})~|(?<=[A-Za-z)）])\^(?P<super>[0-9A-Za-z+-]{1,6})\^"
"""Lowered and raised characters, behind letters or a bracket."""
_MARK = re.compile(rf"\*\*(?P<strong>[^*\n]{{1,200}})\*\*|{SHIFT}")
_SHIFT = re.compile(SHIFT)


class Piece(NamedTuple):
    """Characters of one look; `shift` is "sub", "super" or ""."""

    text: str
    emphasis: bool = False
    shift: str = ""


def pieces(text: str, *, emphasis: bool = False) -> Iterator[Piece]:
    """Yield a text's pieces in order."""
    at = 0
    for found in _MARK.finditer(text):
        if found.start() > at:
            yield Piece(text[at : found.start()], emphasis)
        if found["strong"]:
            yield from pieces(found["strong"], emphasis=True)
        else:
            shift = "sub" if found["sub"] else "super"
            yield Piece(found[shift], emphasis, shift)
        at = found.end()
    if at < len(text):
        yield Piece(text[at:], emphasis)


def bare(text: str) -> str:
    """Return a text without its marks, as a cell of a workbook holds it."""
    return "".join(piece.text for piece in pieces(text))


def unshifted(text: str) -> str:
    """Return a text of the same length in which what is raised or lowered is blank: its digits count nothing."""
    return _SHIFT.sub(lambda found: "　" * len(found[0]), text)
