"""Quantities as people write them: 近34亿元, 2000多个产业带, 17.6%, 数亿消费者. Text in; exact decimals out; printed back the same.

What cannot be read comes back as a refusal, which `slips.quantities` explains. What has two readings is refused too: no amount is guessed.

Numerals follow GB/T 15835-2011: statistics in Arabic digits, 万 and 亿 after digits but not 十 百 千, a decimal with its leading 0,
one approximator a number.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from generator.content.figures.counted import Counted, counted
from generator.content.figures.forms import NUMBER, Fault, Form, Found, decimal, digits_fault, special
from generator.content.figures.units import NO_UNIT, Unit, Units

ZEROS = {"": 0, "万": 4, "亿": 8, "万亿": 12}
"""How many zeros a scale stands for; added to the exponent, so that an amount is exact at any length."""

QUALIFIERS = tuple(
    "不少于 不低于 不多于 不超过 不高于 接近 将近 超过 大约 大概 至少 至多 最多 最少 高达 多达 不足 不到 近 超 约 逾 第 每".split()  # noqa: SIM905  # words read better than a list
)
"""Words before a number, longest first, so that 超过 is not read as 超."""

AFTER_NUMBER = ("多", "余", "来")
AFTER_ALL = ("左右", "上下", "以上", "以下", "以内")

EXACT = frozenset({"", "第", "每", "高达", "多达"})
"""Words that leave a number as it is; any other makes it a near one, and what is computed from it near too."""

_HEAD = re.compile("|".join(QUALIFIERS))
_NUMBER = re.compile(NUMBER)
_SCALE = re.compile("万亿|亿|万")
_VAGUE = re.compile(r"(?:成千上万|成百上千|(?:好几|数以|[数几上])[十百千万亿]+计?|许多|众多)[多余]?")
LONGEST = 80
"""Characters of a quantity with its noun: more is a sentence."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in its pieces; the author's text is qualifier + digits + tail.

    `number` is None for a vague value (数亿) and for every form that is no single number; a fraction has its exact `value`.
    `measure` is the unit with its dimension and factor; `unit` its word, "" where there is none.
    """

    text: str
    qualifier: str
    digits: str
    number: Decimal | None
    approx: str
    scale: str
    unit: str
    noun: str
    form: Form = Form.NUMBER
    value: Fraction | None = None
    measure: Unit = field(default=NO_UNIT, compare=False)

    @property
    def amount(self) -> Decimal | None:
        """The number times its scale, in the unit as written; None when it is no single number."""
        return None if self.number is None else _scaled(self.number, self.scale)

    @property
    def exact(self) -> bool:
        """Whether no word makes it an approximate one (近, 超, 约, 多, 左右)."""
        return not self.approx and self.qualifier in EXACT

    @property
    def tail(self) -> str:
        """Everything after the digits, as written."""
        return self.text[len(self.qualifier) + len(self.digits) :]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text that is no quantity: the rest of it at which reading stopped, and why."""

    rest: str
    fault: Fault = Fault.UNIT


def read(text: str, units: Units) -> Quantity | Refusal:
    """Return the quantity that a text says, or where and why its reading stopped (GB/T 15835-2011; house rules T50 to T53)."""
    if len(text) > LONGEST:
        return Refusal(text, Fault.SENTENCE)
    head = _HEAD.match(text)
    qualifier = head[0] if head else ""
    rest = text[len(qualifier) :]
    if not qualifier and (vague := _VAGUE.match(rest)):
        return _read_vague(text, vague, units)
    found = special(rest)
    if isinstance(found, Fault):
        return Refusal(rest, found)
    if found is None:
        digits = _NUMBER.match(rest)
        found = Found(Form.NUMBER, digits.end(), digits[0]) if digits else None
    if found is None or (found.form in (Form.UNDISCLOSED, Form.OPEN) and qualifier):
        return Refusal(rest, Fault.NO_NUMBER)
    if fault := digits_fault(rest[: found.end]):
        return Refusal(rest, fault)
    return _read_rest(text, qualifier, found, units)


def _read_rest(text: str, qualifier: str, found: Found, units: Units) -> Quantity | Refusal:
    """Read what follows the number: approximator and scale, unit and noun, closing words."""
    after = text[len(qualifier) + found.end :]
    rest, approx, scale = _read_scale(after) if found.form in (Form.NUMBER, Form.RANGE) else (after, "", "")
    rest, inner = _read_inner(rest, units)
    rest, closing = _read_closing(rest, units)
    approx += inner
    if bool(qualifier) + bool(approx) + bool(closing) > 1:
        return Refusal(approx + closing, Fault.APPROXIMATORS)
    held = counted(rest, units)
    if isinstance(held, Fault):
        return Refusal(rest, held)
    if fault := _unfit(found, approx, scale, held, units):
        return Refusal(rest or after, fault)
    number = _decimal(found.digits) if found.form is Form.NUMBER else None
    return Quantity(
        text,
        qualifier,
        found.digits,
        number,
        approx + closing,
        scale,
        held.unit.word,
        held.noun,
        found.form,
        found.value,
        held.unit,
    )


def _unfit(found: Found, approx: str, scale: str, held: Counted, units: Units) -> Fault | None:
    """Return what a form does not allow after it: a unit after a ratio or a fraction, a high end under the low one."""
    if found.form in (Form.RATIO, Form.FRACTION, Form.UNDISCLOSED, Form.OPEN):
        return Fault.UNIT if held.unit.word or held.noun else None
    if found.low is None:
        return None
    number, low_scale, word = found.low
    low_unit = units.get(word) if word else held.unit
    if approx or low_unit is None or low_unit.dimension != held.unit.dimension:
        return Fault.UNIT
    low = _scaled(decimal(number), low_scale if word or low_scale else scale)
    high = _scaled(decimal(found.high), scale)
    return Fault.BACKWARDS if Fraction(low) * low_unit.factor >= Fraction(high) * held.unit.factor else None


def _read_vague(text: str, vague: re.Match[str], units: Units) -> Quantity | Refusal:
    scale = next((word for word in ("万亿", "亿", "万") if word in vague[0]), "")
    held = counted(text[vague.end() :], units)
    if isinstance(held, Fault):
        return Refusal(text[vague.end() :], held)
    return Quantity(text, "", "", None, "", scale, held.unit.word, held.noun, Form.VAGUE, None, held.unit)


def _read_scale(rest: str) -> tuple[str, str, str]:
    """Return what follows, the approximator (before or after the scale) and the scale."""
    before = rest[:1] if rest.startswith(AFTER_NUMBER) else ""
    rest = rest[len(before) :]
    found = _SCALE.match(rest)
    scale = found[0] if found else ""
    rest = rest[len(scale) :]
    after = rest[:1] if scale and not before and rest.startswith(AFTER_NUMBER) else ""
    return rest[len(after) :], before + after, scale


def _read_inner(rest: str, units: Units) -> tuple[str, str]:
    """Return what follows a number without the approximator inside its unit, and that: the 多 of 2个多小时."""
    made = f"个{rest[2:]}"
    inside = rest[:1] == "个" and rest[1:].startswith(AFTER_NUMBER) and len(units.longest(made)) > 1
    return (made, rest[1]) if inside else (rest, "")


def _read_closing(rest: str, units: Units) -> tuple[str, str]:
    """Return what stands before closing words, and them: 左右, or the 多 of 2年多."""
    closing = next((word for word in AFTER_ALL if rest.endswith(word)), "")
    if not closing and rest.endswith(AFTER_NUMBER) and units.get(rest[:-1]):
        closing = rest[-1]
    return rest.removesuffix(closing), closing


def _scaled(number: Decimal, scale: str) -> Decimal:
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int), "a printed number is finite"
    return Decimal((sign, digits, exponent + ZEROS[scale]))


@lru_cache(maxsize=1024)
def _decimal(digits: str) -> Decimal:
    return decimal(digits)
