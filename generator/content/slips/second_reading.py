"""A second opinion of a quantity that was read: what it says to the ear must be as much. A quantity in; whether the two agree out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.content.figures.forms import Form
from generator.content.slips.heard import heard

if TYPE_CHECKING:
    from generator.content.figures.quantity import Quantity

_ANY_UNIT = "家"
"""Stands for a unit that is known: what is written in it (千册, 成) is no part of the number."""


def misheard(found: Quantity) -> bool:
    """Tell whether a quantity says another amount to the ear than was read: 3仟元 is not 3 of anything."""
    if found.form is not Form.NUMBER or found.amount is None:
        return False
    said = heard(_with_any_unit(found))
    return said is not None and said.amount is not None and said.amount != found.amount


def _with_any_unit(found: Quantity) -> str:
    if not found.unit:
        return found.text
    at = found.text.find(found.unit, len(found.qualifier) + len(found.digits))
    return found.text[:at] + _ANY_UNIT + found.text[at + len(found.unit) :]
