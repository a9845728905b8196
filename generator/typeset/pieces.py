"""What of a text stays together, whatever it is: numbers, formulas, note marks.

In: the text of a paragraph, where its printed figures stand, and whether its measure is narrow. Out: ranges that no line end parts, and
places where one may at a price.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.typeset.formulas import OPERATORS, formulas
from generator.typeset.notes import MARKS, notes
from generator.typeset.numerals import Pieces, numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

NARROW_EMS = 12
"""A measure of fewer ems is narrow: qualifiers and units of some length may be parted from their numbers there (T11, T12)."""


SIGNED = re.compile(f"[{OPERATORS}{MARKS}]")


def pieces(text: str, figures: Sequence[tuple[int, int]] = (), *, narrow: bool = False) -> Pieces:
    """Return the ranges of characters that stay together, and where within and between them a line may end at a price."""
    found = numbers(text, figures, narrow=narrow)
    if not SIGNED.search(text):
        return found
    formula = formulas(text, found.held)
    return Pieces([*found.held, *formula.held], found.priced | formula.priced, [*found.whole, *notes(text)])
