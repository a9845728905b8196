"""Why a text is no quantity, and what would be one.

A cure is offered only when it can itself be read, and says what the text says to the ear (`heard`): a cure is never another number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.content.figures.forms import Form
from generator.content.figures.likeness import misspelt
from generator.content.figures.quantity import LONGEST, Quantity, Refusal, read
from generator.content.slip import Slip, shortened
from generator.content.slips.heard import heard
from generator.content.slips.misread import misread
from generator.content.slips.quantity_slips import first_slip
from generator.diagnostics import Words, said

if TYPE_CHECKING:
    from generator.content.figures.units import Units

_STEPS = 6
"""Slips that one quantity is mended of at most, before its hint is given up."""
_SHARES = ("%", "‰")


def explain(text: str, refusal: Refusal, units: Units) -> Slip:
    """Return the slip of a text that was refused as a quantity."""
    rest = refusal.rest
    if not text.strip():
        return Slip(said("bad-quantity.none"), said("quantity.write-alone"))
    if len(text) > LONGEST:
        return _no_quantity(shortened(text), said("quantity.sentence"), said("quantity.write-alone"))
    if slip := _slip(text, refusal, units):
        return _no_quantity(text, slip.says, _way_out(slip, text, text, units))
    if not re.search("[0-9]", text):
        return _no_quantity(text, said("quantity.no-number"), said("quantity.write-digits"))
    if rest == text:
        before = said("quantity.word-before", word=re.split("[0-9]", text, maxsplit=1)[0])
        return _no_quantity(text, before, said("quantity.write-alone"))
    return _no_quantity(text, said("quantity.unit", unit=rest), _respelt(text, text, rest, units) or _declare(text, rest, units))


def _slip(text: str, refusal: Refusal, units: Units) -> Slip | None:
    return first_slip(text, units) or misread(text, refusal, units)


def _no_quantity(text: str, why: Words, cure: Words | None) -> Slip:
    return Slip(said("bad-quantity.because", text=text, why=why), cure)


def says_the_same(cure: str, text: str, units: Units) -> bool:
    """Tell whether a cure is a quantity, and as much as the text says; of what is no single number, all digits are the text's."""
    reading, meant = read(cure, units), heard(text)
    if isinstance(reading, Quantity) and reading.form not in (Form.NUMBER, Form.VAGUE):
        return _digits(cure) == _digits(text)
    if not isinstance(reading, Quantity) or meant is None or reading.amount != meant.amount:
        return False
    share = next((one for one in _SHARES if reading.unit.startswith(one)), "")
    return share == meant.share


def _digits(text: str) -> str:
    return "".join(char for char in normalize("NFKC", text) if char.isdecimal())


def _way_out(slip: Slip, text: str, written: str, units: Units, steps: int = _STEPS) -> Words | None:
    """Offer the text mended of this slip and of further ones; what cannot be mended offers its own way out, or nothing."""
    if slip.meant is None:
        return slip.cure
    mended = slip.mend(text)
    reading = read(mended, units)
    if isinstance(reading, Quantity):
        return said("hint.write", cure=mended) if says_the_same(mended, written, units) else None
    further = _slip(mended, reading, units) if steps else None
    return _way_out(further, mended, written, units, steps - 1) if further else _respelt(mended, written, reading.rest, units)


def _respelt(text: str, written: str, rest: str, units: Units) -> Words | None:
    """Offer a text with the unit that its unknown rest was meant to be; a Latin symbol is mended of its case alone (1wm² is no km²)."""
    meant = misspelt(rest, units) if rest and text.endswith(rest) else None
    if meant and re.match("[A-Za-z]", rest) and normalize("NFKC", meant).lower() != normalize("NFKC", rest).lower():
        return None
    cure = text.removesuffix(rest) + meant if meant else ""
    return said("hint.did-you-mean", cure=cure) if cure and says_the_same(cure, written, units) else None


def _declare(text: str, rest: str, units: Units) -> Words:
    """Tell where a new unit goes; a Latin noun (KOL, not Gbps) may stand after a counter without that."""
    counted = f"{text.removesuffix(rest)}个{rest}"
    if rest.isascii() and rest.isalpha() and rest.isupper() and isinstance(read(counted, units), Quantity):
        return said("quantity.new-unit-or-noun", counted=counted, unit=rest)
    return said("quantity.new-unit", unit=rest)
