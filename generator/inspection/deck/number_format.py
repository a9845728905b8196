"""What a spreadsheet shows for a number under a format code: the part of the language that labels need (ECMA-376 Part 1, 18.8.31).

In: a code such as `"近"General"亿元"` and a number. Out: the label as read. Literals in quotes or after a backslash, General, 0 and #
with decimals and grouping, and % are understood; of several sections the second is for numbers below zero, which it shows without their
sign, and the third for zero.
"""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

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
    shown = []
    for quoted, escaped, digits, percent, _hidden, other in _TOKENS.findall(section):
        shown.append(quoted or escaped or percent or other or (_digits(digits, scaled) if digits else ""))
    return "".join(shown)


def _digits(pattern: str, value: Decimal) -> str:
    if pattern.lower() == "general":
        return format(value.normalize(_EXACT), "f")
    whole, _, fraction = pattern.partition(".")
    rounded = value.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP, _EXACT)
    text = format(rounded, ",f" if "," in whole else "f")
    for _optional in fraction.replace("0", ""):
        text = text.removesuffix("0")
    return text.removesuffix(".")
