"""What is no single number, however it is written: fractions in words, round numbers in characters. Text in; a slip with the way out.

No rewriting is right here, since only the author knows the number that is meant.
"""

import re

from generator.content.slip import Slip
from generator.diagnostics import said

_DIGITS = "一二两三四五六七八九"
_PLACES = dict(zip("一二两三四五六七八九", "1223456789", strict=True))
_TWO_SCALES = re.compile(r"[0-9](?P<scales>[万亿]{2,})")
_EITHER_OF_TWO = re.compile(f"(?P<all>[十百千万亿{_DIGITS}]*(?P<low>[{_DIGITS}])(?P<high>[{_DIGITS}]))(?P<rest>.*)")


def refusal(text: str) -> Slip | None:
    """Return why a text (without spaces, digits half-width) is no single number, or None."""
    return _fraction(text) or _two_scales(text) or _either_of_two(text)


def _fraction(text: str) -> Slip | None:
    return Slip(said("quantity.fraction"), said("quantity.as-percentage")) if "分之" in text else None


def _two_scales(text: str) -> Slip | None:
    found = _TWO_SCALES.search(text)
    if not found or found["scales"] == "万亿":
        return None
    return Slip(said("quantity.scales", scales=found["scales"]), said("quantity.one-scale"))


def _either_of_two(text: str) -> Slip | None:
    """Find 七八家, 十五六家: neither number is meant exactly (GB/T 15835-2011, 4.2.2, keeps them in characters, for prose)."""
    found = _EITHER_OF_TWO.match(text)
    if not found:
        return None
    says = said("quantity.either-of-two", number=found["all"])
    if found["all"] != found["low"] + found["high"]:
        return Slip(says, said("quantity.one-number"))
    return Slip(says, said("quantity.such-as", example=f"近{_PLACES[found['high']]}{found['rest']}"))
