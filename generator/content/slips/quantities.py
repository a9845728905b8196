"""Why a text is no quantity, and what would be one. A cure is offered only when it can itself be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.figures.likeness import misspelt
from generator.content.figures.quantity import LONGEST, Quantity, Refusal, read
from generator.content.slip import Slip, shortened
from generator.content.slips.misread import misread
from generator.content.slips.quantity_slips import first_slip, readable
from generator.diagnostics import Words, said

if TYPE_CHECKING:
    from generator.content.figures.units import Units

_STEPS = 4
"""Slips that one quantity is mended of at most, before its hint is given up."""


def explain(text: str, refusal: Refusal, units: Units) -> Slip:
    """Return the slip of a text that was refused as a quantity."""
    rest = refusal.rest
    if not text.strip():
        return Slip(said("bad-quantity.none"), said("quantity.write-alone"))
    if len(text) > LONGEST:
        return _no_quantity(shortened(text), said("quantity.sentence"), said("quantity.write-alone"))
    if slip := _slip(text, refusal, units):
        return _no_quantity(text, slip.says, _way_out(slip, text, units))
    if rest == text or not re.search("[0-9]", text):
        return _no_quantity(text, said("quantity.no-number"), said("quantity.write-digits"))
    return _no_quantity(text, said("quantity.unit", unit=rest), _respelt(text, rest, units) or _declare(text, rest, units))


def _slip(text: str, refusal: Refusal, units: Units) -> Slip | None:
    return misread(text, refusal, units) or first_slip(text, units)


def _no_quantity(text: str, why: Words, cure: Words | None) -> Slip:
    return Slip(said("bad-quantity.because", text=text, why=why), cure)


def _way_out(slip: Slip, text: str, units: Units, steps: int = _STEPS) -> Words | None:
    """Offer the text mended of this slip and of further ones; what cannot be mended offers its own way out, or nothing."""
    if slip.meant is None:
        return slip.cure
    mended = slip.mend(text)
    reading = read(mended, units)
    if isinstance(reading, Quantity):
        return said("hint.write", cure=mended)
    further = _slip(mended, reading, units) if steps else None
    return _way_out(further, mended, units, steps - 1) if further else _respelt(mended, reading.rest, units)


def _respelt(text: str, rest: str, units: Units) -> Words | None:
    """Offer a text with the unit that its unknown rest was meant to be."""
    meant = misspelt(rest, units) if rest and text.endswith(rest) else None
    cure = text.removesuffix(rest) + meant if meant else ""
    return said("hint.did-you-mean", cure=cure) if cure and readable(cure, units) else None


def _declare(text: str, rest: str, units: Units) -> Words:
    """Tell where a new unit goes; a Latin noun may stand after a counter without that."""
    counted = f"{text.removesuffix(rest)}个{rest}"
    if rest.isascii() and rest.isalpha() and readable(counted, units):
        return said("quantity.new-unit-or-noun", counted=counted)
    return said("quantity.new-unit")
