"""The one place where numbers become text: an author's quantity or a computed value in, a `Number` in its printed pieces out.

An author's quantity is printed exactly as written, but for a hyphen that stands for a minus. A computed one is rounded by GB/T
8170-2008 (a lone five goes to the even).
The `use` of a Number made here is empty until the text that prints it gives it one.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.content.figures.forms import OPEN
from generator.content.figures.units import POINT, STANDARD, Unit
from generator.document.model import MOST_DIGITS, Number
from generator.document.yearly import Told

if TYPE_CHECKING:
    from generator.content.figures.quantity import Quantity
    from generator.content.model import Derived
    from generator.document.yearly import Change

SIGNIFICANT_DIGITS = 3
"""How exact a computed value is printed when its author does not say: as exact as the rounded figures that it comes from."""

WORKING_DIGITS = 60
"""Enough for any quantity of the report divided by any other, before the one rounding at the end."""

ABOUT = "约"
"""The qualifier of a computed value whose author names none: printed only where the value is a near one."""

MINUS = "−"
_HYPHEN = re.compile(r"(?<![0-9A-Za-z])-(?=[0-9])")
"""A hyphen for a minus, before the number or before the other end of a range."""

SCALES = (("亿", 10**8), ("万", 10**4), ("", 1))


def of_quantity(quantity: Quantity) -> Number:
    """Return an author's quantity as it is printed: the same text, a hyphen before it a minus sign."""
    unit, measure = quantity.unit or quantity.noun, quantity.measure
    tail = quantity.tail if quantity.digits else _signed(quantity.tail)
    return Number(
        "", quantity.qualifier, _signed(quantity.digits), tail, quantity.number, quantity.amount, quantity.scale, unit,
        measure.dimension, measure.factor, quantity.form.name.lower(),
    )  # fmt: skip


NOT_YET = Number("", "", "", OPEN, None, None, "", "", form="open")
"""What is computed from a value that is still to come."""


def of_result(result: Fraction, derived: Derived, unit: Unit, *, exact: bool) -> Number:
    """Return a computed value as it is printed: 约271倍, 17.6%, 337亿元.

    `exact` tells that no operand was itself approximate; 约 is printed where one was, or where rounding lost something.
    """
    if derived.form == "percent":
        return _number(result * 100, "", unit if unit.dimension == POINT else _PERCENT, derived, exact=exact)
    if derived.form == "multiple":
        return _number(result, "", _MULTIPLE, derived, exact=exact)
    scale, factor = next((one for one in SCALES if abs(result) >= one[1]), SCALES[-1])
    return _number(result / factor, scale, unit, derived, exact=exact)


_PERCENT, _MULTIPLE = STANDARD.words["%"], STANDARD.words["倍"]


def _number(shown: Fraction, scale: str, unit: Unit, derived: Derived, *, exact: bool) -> Number:
    value = rounded(shown, derived.digits if _says_digits(derived) else None)
    near = not exact or Fraction(value) != shown
    qualifier = derived.qualifier if near or derived.qualifier != ABOUT else ""
    amount = value * dict(SCALES)[scale]
    return Number(
        "", qualifier, _signed(f"{value:f}"), scale + unit.word, value, amount, scale, unit.word, unit.dimension, unit.factor
    )


UNCHANGED, HARDLY = "持平", "基本持平"
VERBS = {Told.PART: ("增长", "下降"), Told.POINTS: ("上升", "下降"), Told.AMOUNT: ("增加", "减少")}
"""What a number does that rises or falls, as what is told; never 增长到 or 增至, which say where it came to."""
IN_TIMES = 2
"""A growth by so many times the base is told in 倍: 增长2.1倍 is 210 % more, and 3.1 times as much. A fall never is."""
CHANGE_DIGITS = 1
"""Digits after the point of a percentage or a multiple of change; a difference has all that it has."""
POINTS = {"%": "个百分点", "‰": "个千分点"}


def of_change(change: Change) -> Number:
    """Return a change as it is printed, with what it did: 增长12.3%, 增长2.1倍, 下降0.4个百分点, 增加1.2亿元, 持平.

    约 stands before the number where a value that it rests on is approximate, or a difference had to be rounded.
    """
    if change.told is Told.NOT_YET:
        return NOT_YET
    shown, scale, unit, digits = _shown(change)
    value = rounded(abs(shown), digits)
    if not value:
        return Number("", "", "", HARDLY if change.size or not change.exact else UNCHANGED, None, None, "", "", form="vague")
    near = not change.exact or (change.told is not Told.PART and Fraction(value) != abs(shown))
    qualifier = VERBS[change.told][change.size < 0] + (ABOUT if near else "")
    amount = (value * dict(SCALES)[scale]).copy_sign(-1 if change.size < 0 else 1)
    return Number(
        "", qualifier, f"{value:f}", scale + unit.word, value, amount, scale, unit.word, unit.dimension, unit.factor, "change"
    )


def _shown(change: Change) -> tuple[Fraction, str, Unit, int | None]:
    """Return a change in the unit in which it is printed, its scale, that unit, and how many digits it has after the point."""
    if change.told is Told.PART:
        times = change.size >= IN_TIMES
        return (change.size, "", _MULTIPLE, CHANGE_DIGITS) if times else (change.size * 100, "", _PERCENT, CHANGE_DIGITS)
    if change.told is Told.POINTS:
        word = POINTS[change.unit.word]
        places = max(_decimals(one.quantity.number) for one in (change.before, change.now))
        return change.size, "", Unit(word, word), places
    scale, factor = next((one for one in SCALES if abs(change.size) >= one[1]), SCALES[-1])
    return change.size / factor, scale, _counting(change), _all_digits(change.size / factor)


def _counting(change: Change) -> Unit:
    """Return the unit of a difference, with its noun where both values have it: 300家企业."""
    nouns = {one.quantity.noun for one in (change.before, change.now)}
    noun = nouns.pop() if len(nouns) == 1 else ""
    return Unit(change.unit.word + noun, change.unit.dimension, change.unit.factor)


def _decimals(number: Decimal | None) -> int:
    exponent = number.as_tuple().exponent if number is not None else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _all_digits(value: Fraction) -> int | None:
    """Return how many digits after the point a value has; None where it has no end of them, or more than a cell keeps."""
    places = next((places for places in range(MOST_DIGITS) if (value * 10**places).denominator == 1), None)
    return places if places is not None and len(str(abs(value.numerator))) <= MOST_DIGITS else None


def _signed(digits: str) -> str:
    """Return digits with the sign that is printed: a minus (U+2212) for the hyphen that keyboards have in its place."""
    return _HYPHEN.sub(MINUS, digits)


def _says_digits(derived: Derived) -> bool:
    return derived.digits is not None and derived.digits >= 0


def rounded(value: Fraction, digits: int | None) -> Decimal:
    """Return a value with so many digits after the point, or with three significant ones; a lone five goes to the even digit."""
    with localcontext(Context(prec=WORKING_DIGITS, rounding=ROUND_HALF_EVEN)):
        places = digits if digits is not None else _places(value)
        scaled = round(value * Fraction(10) ** places)
        number = Decimal(scaled).scaleb(-places)
        return number if digits is not None else _trimmed(number)


def _places(value: Fraction) -> int:
    """Return how many digits after the point give three significant ones; negative for large values."""
    if value == 0:
        return 0
    power = 0
    while abs(value) >= Fraction(10) ** (power + 1):
        power += 1
    while abs(value) < Fraction(10) ** power:
        power -= 1
    return SIGNIFICANT_DIGITS - 1 - power


def _trimmed(number: Decimal) -> Decimal:
    """Return the number without exponent or trailing zeros after the point."""
    whole = number.to_integral_value()
    return whole.quantize(Decimal(1)) if number == whole else number.normalize()
