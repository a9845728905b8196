"""Slips that a quantity may have, each with the text as it was meant. Text and known units in; the first slip out.

The order is that of telling.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.slips.quantity_marks import FULL_WIDTH, MARKS
from generator.content.slips.quantity_numerals import CHARACTERS, NUMERALS
from generator.content.slips.quantity_refusals import refusal
from generator.content.slips.quantity_words import WORDS

if TYPE_CHECKING:
    from generator.content.figures.units import Units
    from generator.content.slip import Slip
    from generator.content.slips.quantity_rule import Finder


def first_slip(text: str, units: Units) -> Slip | None:
    """Return the first slip found in a text."""
    return next((slip for find in _SLIPS if (slip := find(text, units))), None)


def _refused(text: str, units: Units) -> Slip | None:
    return refusal(re.sub(r"\s+", "", text).translate(FULL_WIDTH), units)


_SLIPS: tuple[Finder, ...] = (*MARKS, *NUMERALS, CHARACTERS, _refused, *WORDS)
