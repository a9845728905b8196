"""Quantities that are no single number: ranges (15—20分钟), ratios (1∶0.62), fractions (2/3, 万分之三), what is not told (未披露, 待更新).

Text in; the part of it that stands for the number out, or why it stands for none. Each is printed as written: marks of a range follow
GB/T 15834-2011, 4.13 (一字线, 浪纹线), ratios GB/T 15835-2011, A.2 (∶), fractions in characters GB/T 15835-2011, 4.2.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction

from generator.content.figures.numerals import decimal_of


class Form(Enum):
    """What a quantity is: one number, words for a vague one, or one of the forms that have no single amount."""

    NUMBER = auto()
    VAGUE = auto()
    RANGE = auto()
    RATIO = auto()
    FRACTION = auto()
    UNDISCLOSED = auto()
    OPEN = auto()
    """待更新: a value that is to come, printed in a draft only."""


class Fault(Enum):
    """Why a text is no quantity. What is read wrongly by some is refused, though it might be guessed."""

    SENTENCE = auto()
    NO_NUMBER = auto()
    APPROXIMATORS = auto()
    LEADING_ZEROS = auto()
    """00012家: a code, or a slip."""
    TOO_EXACT = auto()
    """More digits than a spreadsheet's number holds (IEEE 754, 15 decimal digits)."""
    DASH = auto()
    """A range with another mark than — ～ 至."""
    BACKWARDS = auto()
    """A range whose low end is not the lower, as written."""
    COLON = auto()
    """A ratio with the colon of a sentence, or with 比."""
    HALF = auto()
    """2年半."""
    COUNTED_SCALE = auto()
    """2个亿."""
    LETTER_SCALE = auto()
    """10W人."""
    NOTE = auto()
    """8.8%①: a mark that belongs to a note."""
    TWO_UNITS = auto()
    """3元五角."""
    UNPRINTED = auto()
    """5‱, 3tCO₂e: with a sign that the fonts lack."""
    UNIT = auto()
    """No unit is called so."""


NUMBER = r"[-+−]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
"""A number in digits, thousands set off by commas or not at all."""
SCALE = "万亿|亿|万"
UNDISCLOSED = ("未披露", "未公开", "未公布", "未统计", "不适用")
"""Words that stand in a value's place where there is none to tell."""
OPEN = "待更新"
"""What stands in a value's place until it is known."""
MOST_DIGITS = 15
"""Significant digits that a spreadsheet's number keeps (ECMA-376 Part 1, 18.17.5.2; IEEE 754)."""

_MARKS = "—～至"
_RANGE = re.compile(
    rf"(?P<low>{NUMBER})(?P<scale>{SCALE}|)(?P<unit>[^\d,.;，。；、:：∶/~～〜∼—–‒―−\-－至到]{{0,8}})"
    rf"(?P<mark>—+|–|‒|―|−|～|~|〜|∼|-|－|至|到)(?P<high>{NUMBER})"
)
_RATIO = re.compile(rf"{NUMBER}[:∶：比]{NUMBER}(?:[:∶：比]{NUMBER})*")
_SLASHED = re.compile(rf"(?P<above>{NUMBER})/(?P<under>[0-9]+)(?![.,]?[0-9]|[百千万亿])")
_HAN = "零〇一二两三四五六七八九十百千万亿"
_WORDED = re.compile(
    rf"(?P<under>[百千万亿]|[十百千]万|[{_HAN}]+)分之(?P<above>{NUMBER}|[{_HAN}]+(?:点[零〇一二三四五六七八九]+)?)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What stands for the number: its form, where it ends, how much of it are digits; a range's ends; a fraction's value.

    The `low` end of a range has its own scale and unit, "" where it shares those of the `high` one.
    """

    form: Form
    end: int
    digits: str = ""
    low: tuple[str, str, str] | None = None
    high: str = ""
    value: Fraction | None = None


def special(text: str) -> Found | Fault | None:
    """Return the form of what a text begins with, a fault of it, or None where it is a single number or none."""
    if text == OPEN:
        return Found(Form.OPEN, len(text))
    if text in UNDISCLOSED:
        return Found(Form.UNDISCLOSED, len(text))
    return _worded(text) or _slashed(text) or _ratio(text) or _range(text)


def extent(text: str) -> int:
    """Return how many characters of a range, a ratio or a fraction a text begins with, whatever is wrong with it; 0 for none."""
    found = (pattern.match(text) for pattern in (_WORDED, _SLASHED, _RATIO, _RANGE))
    return max((one.end() for one in found if one), default=0)


def decimal(digits: str) -> Decimal:
    """Return the value of a number in digits."""
    return Decimal(digits.replace(",", "").replace("−", "-"))


def digits_fault(text: str) -> Fault | None:
    """Return what is wrong with the digits of a text: leading zeros, or more of them than a cell keeps."""
    for found in re.findall(NUMBER, text):
        plain = found.lstrip("+-−").replace(",", "")
        if re.match("0[0-9]", plain):
            return Fault.LEADING_ZEROS
        whole, _, decimals = plain.partition(".")
        told = whole + decimals if decimals else whole.rstrip("0")
        if len(told.lstrip("0")) > MOST_DIGITS:
            return Fault.TOO_EXACT
    return None


def _range(text: str) -> Found | Fault | None:
    found = _RANGE.match(text)
    if not found:
        return None
    if found["mark"] not in _MARKS:
        return Fault.DASH
    plain = not found["scale"] and not found["unit"]
    low = (found["low"], found["scale"], found["unit"])
    return Found(Form.RANGE, found.end(), found[0] if plain else "", low, found["high"])


def _ratio(text: str) -> Found | Fault | None:
    found = _RATIO.match(text)
    if not found:
        return None
    return Fault.COLON if re.search("[：比]", found[0]) else Found(Form.RATIO, found.end(), found[0])


def _slashed(text: str) -> Found | None:
    found = _SLASHED.match(text)
    if not found or not int(found["under"]):
        return None
    return Found(Form.FRACTION, found.end(), found[0], value=Fraction(decimal(found["above"])) / int(found["under"]))


def _worded(text: str) -> Found | None:
    """Read 三分之二, 万分之3.5: what divides comes first."""
    found = _WORDED.match(text)
    under, above = (_worth(found["under"]), _worth(found["above"])) if found else (None, None)
    return Found(Form.FRACTION, found.end(), value=above / under) if found and under and above is not None else None


def _worth(numeral: str) -> Fraction | None:
    value = decimal(numeral) if re.fullmatch(NUMBER, numeral) else decimal_of(numeral)
    return None if value is None else Fraction(value)
