"""How much text a paragraph's last line has (T15; W3C CLREQ, adjustments of orphans and widows).

In: a strip. Out: the last atom with which a last line may begin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.typeset.classes import is_solid

if TYPE_CHECKING:
    from generator.typeset.strip import Strip

LEAST = 2
"""Characters of text, besides marks."""


def short_from(strip: Strip) -> int:
    """Return the last atom with which a last line may begin and still have enough characters of text; 0 when none has."""
    solid = 0
    for index in range(len(strip.atoms) - 1, -1, -1):
        for char in strip.atoms[index].text:
            solid += is_solid(char)
            if solid == LEAST:
                return index
    return 0
