"""What a typed numeral is worth, so that the figure that says the same is offered: 百分之五 is 5 %, 壹佰万元 is 1 000 000 元.

In: the words of a numeral without qualifier and unit. Out: an exact number and the unit that the words themselves say ("%" for 百分之,
"" for none); None where they say no exact number (数亿, 百余).
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from generator.content.figures.numerals import decimal_of
from generator.content.numerals.patterns import HAN, ONES

_TWO = str.maketrans("两", "二")
_SHARES = {"百": ("%", Decimal(1)), "千": ("‰", Decimal(1)), "万": ("%", Decimal("0.01"))}
_FRACTION = re.compile(rf"(?P<of>[百千万])分之(?P<parts>[{HAN}点]+)")
_TENTHS = re.compile(rf"(?P<tenths>[{ONES}])成")
_TIMES = re.compile(rf"(?P<times>[{ONES}十]+)倍")
_HALVES = ("一半", "半数")
WHOLE = Decimal(100)


def worth(words: str) -> tuple[Decimal, str] | None:
    """Return the exact number that a numeral says, and its own unit."""
    if words in _HALVES:
        return WHOLE / 2, "%"
    if words == "百分百":
        return WHOLE, "%"
    if found := _FRACTION.fullmatch(words):
        unit, factor = _SHARES[found["of"]]
        parts = WHOLE if found["parts"] == "百" else _number(found["parts"])
        return None if parts is None else (parts * factor, unit)
    if found := _TENTHS.fullmatch(words):
        tenths = _number(found["tenths"])
        return None if tenths is None else (tenths * 10, "%")
    if found := _TIMES.fullmatch(words):
        times = _number(found["times"])
        return None if times is None else (times, "倍")
    number = _number(words)
    return None if number is None else (number, "")


def _number(words: str) -> Decimal | None:
    """Return the number that digits or Han numerals say, with sign and decimals."""
    if words.startswith(("负", "零下")):
        number = _number(words.removeprefix("负").removeprefix("零下"))
        return None if number is None else -number
    try:
        return Decimal(words.replace(",", "").replace("，", ""))
    except InvalidOperation:
        return decimal_of(words.translate(_TWO))
