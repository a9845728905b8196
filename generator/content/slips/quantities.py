"""Why a text is no quantity, and what would be one. A cure is offered only when it can itself be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.figures import quantity as reading
from generator.content.figures.likeness import misspelt
from generator.content.slip import QuantityError
from generator.content.slips.quantity_refusals import refusal
from generator.content.slips.quantity_slips import closed, first_slip, readable

if TYPE_CHECKING:
    from generator.content.figures.units import Units

_STEPS = 4
"""Slips that one quantity is mended of at most, before its hint is given up."""


def explain(text: str, rest: str, units: Units) -> QuantityError:
    """Return the fault of a text that `read_quantity` stopped at `rest`."""
    if not text.strip():
        return QuantityError("no quantity is written here", "write it as people do: `近34亿元`")
    if len(text) > reading.LONGEST:
        return QuantityError(
            f"`{text[:24]}…` is not a quantity: it is a sentence", "write the number with its unit alone: `近34亿元`"
        )
    if fault := first_slip(text, units):
        return QuantityError(f"`{text}` is not a quantity: {fault[0]}", _hint(fault[1], units))
    if refused := refusal(closed(text)):
        return QuantityError(f"`{text}` is not a quantity: {refused[0]}", refused[1])
    return _unknown(text, rest, units)


def _hint(cure: str, units: Units) -> str:
    """Offer the cure, mended of further slips; what cannot be mended offers its own way out, or nothing."""
    for _ in range(_STEPS):
        if readable(cure, units):
            return f"write `{cure}`"
        fault = first_slip(cure, units)
        if fault is None:
            break
        cure = fault[1]
    if refused := refusal(closed(cure)):
        return refused[1]
    return _respelt(cure, units)


def _respelt(text: str, units: Units) -> str:
    """Offer a text with the unit that its unknown word was meant to be."""
    try:
        reading.read_quantity(text, units)
    except reading.RefusalError as stopped:
        meant = misspelt(stopped.rest, units) if stopped.rest and text.endswith(stopped.rest) else None
        cure = text.removesuffix(stopped.rest) + meant if meant else ""
        return f"did you mean `{cure}`?" if cure and readable(cure, units) else ""
    return f"write `{text}`"


def _unknown(text: str, rest: str, units: Units) -> QuantityError:
    if rest == text or not re.search("[0-9]", text):
        return QuantityError(
            f"`{text}` is not a quantity: it has no number", "write the number in digits: `近34亿元`, or `数亿` if vague"
        )
    hint = _respelt(text, units) or _declare(text, rest, units)
    return QuantityError(f"`{text}` is not a quantity: no unit is called `{rest}`", hint)


def _declare(text: str, rest: str, units: Units) -> str:
    """Tell where a new unit goes; a Latin noun may stand after a counter without that."""
    counted = f"{text.removesuffix(rest)}个{rest}"
    if rest[:1].isascii() and rest.isalpha() and readable(counted, units):
        return f"a new unit goes under `units:`; a noun follows a counter: `{counted}`"
    return "new words for units go under `units:`"
