"""What is no single number, however it is written: fractions in words, two numbers in one. Text in; a slip with the way out.

No single number is right here, since only the author knows which is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.figures.numerals import value_of
from generator.content.slip import Slip
from generator.content.slips.quantity_rule import readable
from generator.diagnostics import said

if TYPE_CHECKING:
    from generator.content.figures.units import Units

_DIGITS = "一二两三四五六七八九"
_TWO_SCALES = re.compile(r"[0-9](?P<scales>[万亿]{2,})")
_EITHER_OF_TWO = re.compile(
    f"(?P<all>[十百千万亿{_DIGITS}]*(?P<low>[{_DIGITS}])(?P<high>[{_DIGITS}]))"
    "(?P<tens>[十百千]*)(?P<scale>万亿|亿|万|)(?P<rest>.*)"
)


def refusal(text: str, units: Units) -> Slip | None:
    """Return why a text (without spaces, digits half-width) is no single number, or None."""
    return _exponent(text) or _fraction(text) or _two_scales(text) or _either_of_two(text, units)


def _exponent(text: str) -> Slip | None:
    """Find 3.4e8 and 1.2×10^8: a reader of a report wants 万 and 亿."""
    return Slip(said("quantity.exponent"), said("quantity.with-scale")) if _EXPONENT.search(text) else None


_EXPONENT = re.compile(r"[0-9](?:[eE][+-]?[0-9]+|[×xX*]10\^?[0-9⁰-⁹²³¹]+)")


def _fraction(text: str) -> Slip | None:
    return Slip(said("quantity.fraction"), said("quantity.as-percentage")) if "分之" in text else None


def _two_scales(text: str) -> Slip | None:
    found = _TWO_SCALES.search(text)
    if not found or found["scales"] == "万亿":
        return None
    return Slip(said("quantity.scales", scales=found["scales"]), said("quantity.one-scale"))


def _either_of_two(text: str, units: Units) -> Slip | None:
    """Find 七八家, 十五六家: from one number to the next (GB/T 15835-2011, 4.2.2, keeps them in characters, for prose)."""
    found = _EITHER_OF_TWO.match(text)
    if not found:
        return None
    head = found["all"][:-2]
    low, high = (value_of(f"{head}{found[end]}{found['tens']}") for end in ("low", "high"))
    cure = f"{low}{found['scale']}—{high}{found['scale']}{found['rest']}"
    digits = value_of(found["low"]), value_of(found["high"])
    known = (
        low and high and (digits[1] == (digits[0] or 0) + 1 or found["low"] + found["high"] == "三五") and readable(cure, units)
    )
    way = said("hint.write", cure=cure) if known else said("quantity.one-number")
    return Slip(said("quantity.either-of-two", number=found["all"]), way)
