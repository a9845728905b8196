"""What a spreadsheet shows for a number under a format code: the part of the language that labels need (ECMA-376 Part 1, 18.8.31).

In: a code such as `"近"General"亿元"` and a number. Out: the label as read. Literals in quotes or after a backslash, General, 0 and #
with decimals and grouping, and % are understood; of several sections the second is for numbers below zero, which it shows without their
sign, and the third for zero. A comma after the digits divides by a thousand, and literals may stand among digits.
"""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

_EXACT = Context(prec=60)
_TOKENS = re.compile(r'"([^"]*)"|\\(.)|([Gg]eneral|[#0][#0,]*(?:\.[#0]+)?)|(%)|(\[[^\]]*\]|[_*].)|(.)')


def render(code: str, value: Decimal) -> str:
    """Return the text shown for a value."""
    section, *others = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)
    if value < 0 and others:
        section, value = others[0], -value
    elif value == 0 and len(others) > 1:
        section = others[1]
    scaled = value * 100 if "%" in re.sub(r'"[^"]*"|\\.', "", section) else value
    found = [_Token(*groups) for groups in _TOKENS.findall(section)]
    places = [one.digits for one in found if one.digits]
    shown = iter(_parted(places, scaled) if len(places) > 1 else [_digits(one, scaled) for one in places])
    return "".join(next(shown) if one.digits else one.quoted or one.escaped or one.percent or one.other for one in found)


class _Token(NamedTuple):
    """A piece of a code: what it is a literal of, or a pattern of digits."""

    quoted: str
    escaped: str
    digits: str
    percent: str
    hidden: str
    other: str


def _parted(patterns: list[str], value: Decimal) -> list[str]:
    """Return the digits of a whole number between literals, from the right, the first pattern having all that are left."""
    whole = _digits("0" * sum(len(one.rstrip(",")) for one in patterns) + _commas(patterns[-1]), value)
    counts = [len(one.rstrip(",")) for one in patterns]
    ends = [len(whole) - sum(counts[at + 1 :]) for at in range(len(counts))]
    return [whole[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _commas(pattern: str) -> str:
    return pattern[len(pattern.rstrip(",")) :]


def _digits(pattern: str, value: Decimal) -> str:
    if pattern.lower() == "general":
        return format(value.normalize(_EXACT), "f")
    value = value.scaleb(-3 * len(_commas(pattern)), _EXACT)
    whole, _, fraction = pattern.rstrip(",").partition(".")
    rounded = value.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP, _EXACT)
    text = format(rounded, ",f" if "," in whole else "f")
    text = text.zfill(len(whole)) if set(whole) == {"0"} and not fraction else text
    for _optional in fraction.replace("0", ""):
        text = text.removesuffix("0")
    return text.removesuffix(".")
