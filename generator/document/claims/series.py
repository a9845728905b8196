"""What the values of a figure say of each other: which came before, by how much a later one differs, and how far rounding may reach.

A printed number stands for a stretch: 34亿元 is anything from 33.5 to 34.5亿元, 近34亿元 what is a little under. What two printed numbers
give is a stretch too, and a claim is false only where it lies outside.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.content.figures.units import PER_CENT

if TYPE_CHECKING:
    from generator.content.figures.period import Period
    from generator.document.model import Number
    from generator.document.references import Catalogue, Reading

ABOUT = Decimal("0.05")
"""How far a number with 近, 约, 超 or 多 may be from what it stands for, as a part of it."""
DAYS_OF_A_YEAR = range(350, 381)
NEARLY = 0.1
"""Stretches of time are as long as each other within so much of their length (28 to 31 days)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """All values from `low` to `high` that a printed one may stand for; `middle` is the printed one."""

    low: Decimal
    middle: Decimal
    high: Decimal

    def holds(self, value: Decimal) -> bool:
        """Tell whether a value lies in it."""
        return self.low <= value <= self.high

    def meets(self, other: Stretch) -> bool:
        """Tell whether both have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def minus(self, other: Stretch) -> Stretch:
        """Return what the difference may be."""
        return Stretch(self.low - other.high, self.middle - other.middle, self.high - other.low)

    def over(self, other: Stretch) -> Stretch | None:
        """Return what the quotient may be; None where the divisor may be nothing, or one of them is below it."""
        if other.low <= 0 or self.low < 0:
            return None
        return Stretch(self.low / other.high, self.middle / other.middle, self.high / other.low)

    def times(self, factor: Decimal, plus: Decimal = Decimal(0)) -> Stretch:
        """Return it multiplied, and moved."""
        low, middle, high = (one * factor + plus for one in (self.low, self.middle, self.high))
        return Stretch(min(low, high), middle, max(low, high))


def rounded(number: Decimal) -> Stretch:
    """Return what a number may stand for that was rounded to its last digit."""
    exponent = number.as_tuple().exponent
    half = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)
    return Stretch(number - half, number, number + half)


def stretch(number: Number, other: Number | None = None) -> Stretch | None:
    """Return what a printed number may stand for, in the unit of another; None where it is no single number."""
    amount = number.amount if other is None else number.amount_in(other)
    if amount is None or number.value is None or number.amount is None:
        return None
    size = amount / number.value if number.value else Decimal(1)
    held = Stretch(amount, amount, amount) if _counted(number) else rounded(number.value).times(size)
    about = abs(amount) * ABOUT if is_about(number) else Decimal(0)
    return Stretch(held.low - about, amount, held.high + about)


def _counted(number: Number) -> bool:
    """Tell whether a number counts whole things, so that it is no rounded one."""
    value = number.value
    return value is not None and not number.scale and number.measures[0] != PER_CENT and value == value.to_integral_value()


def is_about(number: Number) -> bool:
    """Tell whether a number says itself that it is an approximate one."""
    return (
        number.qualifier not in ("", "第", "每")
        or number.tail[:1] in ("多", "余", "来")
        or number.tail.endswith(("左右", "以上", "以下"))
    )


def alike(one: Number, other: Number) -> bool:
    """Tell whether two numbers measure the same, so that one may be more than the other."""
    return one.measures[0] == other.measures[0] and one.amount is not None and other.amount is not None


def earlier(reading: Reading, catalogue: Catalogue) -> list[Reading]:
    """Return the values of a figure before one of them, of one scope and one length of time with it, in order of time."""
    own = _period(reading)
    if own is None:
        return []
    same = (one for one in catalogue.readings(reading.name) if one.scope == reading.scope)
    found = [(when, one) for one in same if (when := _period(one)) and _comparable(when, own)]
    before = [(when, one) for when, one in found if when.order < own.order and alike(one.number, reading.number)]
    return [one for _, one in sorted(before, key=lambda pair: pair[0].order)]


def _period(reading: Reading) -> Period | None:
    return reading.when[0] if len(reading.when) == 1 and reading.when[0].end else None


def _comparable(one: Period, other: Period) -> bool:
    """Tell whether two periods are of one nature: both days, or stretches of one length."""
    if one.end is None or other.end is None or (one.start is None) != (other.start is None):
        return False
    if one.start is None or other.start is None:
        return True
    lengths = sorted(((one.end - one.start).days + 1, (other.end - other.start).days + 1))
    return lengths[1] - lengths[0] <= lengths[1] * NEARLY


def year_before(reading: Reading, catalogue: Catalogue) -> Reading | None:
    """Return the value of the same stretch a year before."""
    own = _period(reading)
    for one in earlier(reading, catalogue):
        when = _period(one)
        if own and own.end and when and when.end and (own.end - when.end).days in DAYS_OF_A_YEAR:
            return one
    return None


def of_year(reading: Reading, catalogue: Catalogue, year: int) -> Reading | None:
    """Return the value of an earlier period that ends in a year."""
    return next(
        (one for one in earlier(reading, catalogue) if (when := _period(one)) and when.end and when.end.year == year), None
    )
