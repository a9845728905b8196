"""What is no single number, however it is written: ranges, fractions, round numbers in characters. Text in; a slip with the way out.

No rewriting is right here, since only the author knows the number that is meant.
"""

from __future__ import annotations

import re

from generator.content.slip import Slip
from generator.diagnostics import said

_DIGITS = "一二两三四五六七八九"
_PLACES = dict(zip("一二两三四五六七八九", "1223456789", strict=True))
_END = r"[0-9][0-9.,]*"
_SCALE = "万亿|亿|万"
_RANGE = re.compile(
    rf"(?P<head>[^\d]{{0,4}})(?P<low>{_END})(?P<low_tail>(?:{_SCALE})?[^\d～~—–\-至到]{{0,8}})(?:～|~|—{{1,2}}|–|-|至|到)"
    rf"(?P<high>{_END})(?P<scale>{_SCALE})?(?P<unit>.*)"
)
_TWO_SCALES = re.compile(r"[0-9](?P<scales>[万亿]{2,})")
_EITHER_OF_TWO = re.compile(f"(?P<all>[十百千万亿{_DIGITS}]*(?P<low>[{_DIGITS}])(?P<high>[{_DIGITS}]))(?P<rest>.*)")


def refusal(text: str) -> Slip | None:
    """Return why a text (without spaces, digits half-width) is no single number, or None."""
    return _range(text) or _fraction(text) or _two_scales(text) or _either_of_two(text)


def _range(text: str) -> Slip | None:
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    tail = (found["scale"] or "") + found["unit"]
    low = f"{found['head']}{found['low']}{_ended(found['low_tail'], found['scale'] or '', found['unit'])}"
    return Slip(said("quantity.range"), said("quantity.two-figures", low=low, high=f"{found['head']}{found['high']}{tail}"))


def _ended(own: str, scale: str, unit: str) -> str:
    """Complete the low end of a range: 34至35亿元 begins with 34亿元, 13万～17万元 with 13万元."""
    if not own:
        return scale + unit
    return own + unit if own in _SCALE.split("|") else own


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
