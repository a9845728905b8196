"""Quantities as people write them: 近34亿元, 2000多个产业带, 17.6%, 数亿消费者. Text in; exact decimals out; printed back the same.

What cannot be read comes back as a refusal, which `slips.quantities` explains.

Numerals follow GB/T 15835-2011: statistics in Arabic digits, 万 and 亿 after digits but not 十 百 千, a decimal with its leading 0,
one approximator a number.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.content.figures.likeness import misspelt
from generator.content.figures.units import CURRENCY_CODES, Units

ZEROS = {"": 0, "万": 4, "亿": 8, "万亿": 12}
"""How many zeros a scale stands for; added to the exponent, so that an amount is exact at any length."""

QUALIFIERS = tuple(
    "不少于 不低于 不多于 不超过 不高于 接近 将近 超过 大约 大概 至少 至多 最多 最少 高达 多达 不足 不到 近 超 约 逾 第 每".split()  # noqa: SIM905  # words read better than a list
)
"""Words before a number, longest first, so that 超过 is not read as 超."""

AFTER_NUMBER = ("多", "余", "来")
AFTER_ALL = ("左右", "上下", "以上", "以下", "以内")

_HEAD = re.compile("|".join(QUALIFIERS))
_NUMBER = re.compile(r"[-+−]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?")
_SCALE = re.compile("万亿|亿|万")
_VAGUE = re.compile(r"(?:成千上万|成百上千|(?:好几|数以|[数几上])[十百千万亿]+计?|许多|众多)[多余]?")
_NOUN = re.compile(r"[^\W\d_][^\d_\s，。；：！？,.;:!?%]*|[“《「（][^\d\s]+")
LONGEST = 80
"""Characters of a quantity with its noun: more is a sentence."""
_NO_NOUN = re.compile("[之几多余A-Za-z]|[半零〇一二两三四五六七八九]*[十百千万亿兆]")
"""What begins no noun that stands without a counter: the rest of a number (34亿万元, 10几亿元), or a unit nobody declared (RMB)."""
_BROKEN = re.compile("分之|点[零〇一二三四五六七八九]")
"""A fraction or a decimal half in characters, not the counters 分 and 点 with their nouns."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in its pieces; the author's text is qualifier + digits + tail. `number` is None for a vague value (数亿)."""

    text: str
    qualifier: str
    digits: str
    number: Decimal | None
    approx: str
    scale: str
    unit: str
    noun: str

    @property
    def amount(self) -> Decimal | None:
        """The number times its scale, in the unit as written; None when vague."""
        if self.number is None:
            return None
        sign, digits, exponent = self.number.as_tuple()
        assert isinstance(exponent, int), "a printed number is finite"
        return Decimal((sign, digits, exponent + ZEROS[self.scale]))

    @property
    def tail(self) -> str:
        """Everything after the digits, as written."""
        return self.text[len(self.qualifier) + len(self.digits) :]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text that is no quantity, and the rest of it at which reading stopped."""

    rest: str


def read(text: str, units: Units) -> Quantity | Refusal:
    """Return the quantity that a text says, or where its reading stopped (GB/T 15835-2011; house rules T50 to T53)."""
    if len(text) > LONGEST:
        return Refusal(text)
    head = _HEAD.match(text)
    qualifier = head[0] if head else ""
    rest = text[len(qualifier) :]
    if not qualifier and (vague := _VAGUE.match(rest)):
        return _read_vague(text, vague, units)
    digits = _NUMBER.match(rest)
    if digits is None:
        return Refusal(rest)
    rest, approx, scale = _read_scale(rest[digits.end() :])
    rest, closing = _read_closing(rest)
    if bool(qualifier) + bool(approx) + bool(closing) > 1:
        return Refusal(approx + closing)
    counted = _read_unit(rest, units)
    if counted is None:
        return Refusal(rest)
    return Quantity(text, qualifier, digits[0], _decimal(digits[0]), approx + closing, scale, *counted)


def _read_vague(text: str, vague: re.Match[str], units: Units) -> Quantity | Refusal:
    scale = next((word for word in ("万亿", "亿", "万") if word in vague[0]), "")
    counted = _read_unit(text[vague.end() :], units)
    return Quantity(text, "", "", None, "", scale, *counted) if counted else Refusal(text[vague.end() :])


def _read_scale(rest: str) -> tuple[str, str, str]:
    """Return what follows, the approximator (before or after the scale) and the scale."""
    before = rest[:1] if rest.startswith(AFTER_NUMBER) else ""
    rest = rest[len(before) :]
    found = _SCALE.match(rest)
    scale = found[0] if found else ""
    rest = rest[len(scale) :]
    after = rest[:1] if scale and not before and rest.startswith(AFTER_NUMBER) else ""
    return rest[len(after) :], before + after, scale


def _read_closing(rest: str) -> tuple[str, str]:
    closing = next((word for word in AFTER_ALL if rest.endswith(word)), "")
    return rest.removesuffix(closing), closing


def _read_unit(rest: str, units: Units) -> tuple[str, str] | None:
    """Return unit and noun: a known unit first, then free words; without a unit a Chinese noun of two characters or more (商家)."""
    latin = rest[1:] if rest.startswith(" ") and rest[1:2].isascii() else rest
    unit = units.longest(latin)
    noun = latin[len(unit) :]
    if _BROKEN.match(latin) or (noun and not (_NOUN.fullmatch(noun) and _is_noun(noun, latin, units))):
        return None
    return unit, noun


def _is_noun(noun: str, rest: str, units: Units) -> bool:
    """Tell whether what follows number and counter may be what is counted, rather than a unit misspelt.

    A noun of one character needs its counter (5425个村), and stands back when both together look like another unit (千瓦是).
    """
    if noun in CURRENCY_CODES or (noun == rest and (len(noun) == 1 or _NO_NOUN.match(noun))):
        return False
    return (len(noun) > 1 and noun != rest) or misspelt(rest, units) is None


@lru_cache(maxsize=1024)
def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").replace("−", "-"))
