"""What a row says, put together: a number, a word before it and a unit become the quantity that the content will say.

Three cells in; a quantity out, or why they say none. A value written whole (约2300万元) stands as it is, unless another cell says
otherwise: what contradicts itself is refused, nothing is guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.content.figures.forms import Form
from generator.content.figures.quantity import AFTER_ALL, Quantity, Refusal, read
from generator.content.slip import Slip
from generator.content.slips.quantities import explain
from generator.content.slips.second_reading import misheard
from generator.diagnostics import said
from generator.edition.collect.form import PLAIN, SCALES

if TYPE_CHECKING:
    from generator.content.figures.units import Units

_TOLD_WHOLE = frozenset({Form.UNDISCLOSED, Form.OPEN, Form.VAGUE})
"""Forms that take no word before them."""


def worded(value: str, qualifier: str, unit: str, usual: str, units: Units) -> Quantity | Slip:
    """Return what the cells of a row say together; `usual` is the unit that was given, which a whole value need not repeat."""
    own = read(value, units)
    if isinstance(own, Refusal):
        return _read(_with_unit(value, unit), value, qualifier, units)
    if slip := _contradiction(own, qualifier, unit, usual):
        return slip
    bare = own.form in PLAIN and not own.unit and not own.noun
    return _read(_with_unit(value, _without_scale(unit) if own.scale else unit) if bare else value, value, qualifier, units)


def _contradiction(own: Quantity, qualifier: str, unit: str, usual: str) -> Slip | None:
    """Return what a value says otherwise than the cells beside it."""
    if qualifier and own.qualifier not in {"", qualifier}:
        return Slip(said("unlike-cells.qualifier", value=own.text, other=qualifier), said("unlike-cells.keep-one"))
    if unit in {"", usual}:
        return None
    whole = bool(own.unit or own.noun)
    if (whole and not own.text.endswith(unit)) or (not whole and own.scale and unit != _without_scale(unit)):
        return Slip(said("unlike-cells.unit", value=own.text, other=unit), said("unlike-cells.keep-one"))
    return None


def _read(text: str, value: str, qualifier: str, units: Units) -> Quantity | Slip:
    found = read(text, units)
    if isinstance(found, Quantity) and qualifier and not found.qualifier and found.form not in _TOLD_WHOLE:
        text = f"{qualifier}{text}"
        found = read(text, units)
    if isinstance(found, Quantity) and not misheard(found):
        return found
    refusal = Refusal(found.noun) if isinstance(found, Quantity) else found
    own = read(value, units)
    return explain(value, own, units) if isinstance(own, Refusal) else explain(text, refusal, units)


def _with_unit(value: str, unit: str) -> str:
    """Return a number with its unit, before words that close both (5000左右)."""
    closing = next((word for word in AFTER_ALL if value.endswith(word)), "")
    return f"{value.removesuffix(closing)}{unit}{closing}"


def _without_scale(unit: str) -> str:
    scale = max((one for one in SCALES if unit.startswith(one)), key=len)
    return unit.removeprefix(scale)
