"""Which words with a numeral are no figures, and which figure a typed number equals. Text in; where its typed numbers stand out.

A number typed into prose goes stale, so each is pointed out unless it is a date, a name (双11) or exempt with a reason: digits, signs
such as ½ and ①, and Han numerals with a place value (十五, 数亿). Shares in words (三成, 一半) and a lone 三 are words here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING
from unicodedata import category

from generator.content.figures.numerals import value_of
from generator.content.figures.quantity import QUALIFIERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.content.figures.units import Units
    from generator.content.model import Exemption, Figure, Value
    from generator.diagnostics import Words

MASK = "\ufffc"
"""Stands for what explains itself: no author types it, and no numeral is found in it."""
_HAN_DIGITS = "〇零一二两三四五六七八九十百千万亿数几"
_NUMERAL = re.compile(rf"\d[\d.,]*(?<=\d)|(?<![{_HAN_DIGITS}])(?=[{_HAN_DIGITS}]*[〇十百千万亿])[{_HAN_DIGITS}]{{2,}}")
IDIOMS = f"(?<![{_HAN_DIGITS}])(?:万一|一五一十|千千万万|千万(?=[别不要]))(?![{_HAN_DIGITS}])"
"""A pattern of words that only look like numerals."""
NO_SIGN, NO_SCALE = "(?<![-−])", "(?![万亿千百%％‰])"
"""A sign before an exempt number or a scale after it makes another number of it."""
_YEAR = "(?:19|20)[0-9]{2}"
DATES = (
    rf"(?<!\d)(?:{_YEAR}年?[-–—至]{_YEAR}(?:财年|财政年度|年)?|{_YEAR}-[0-9]{{2}}-[0-9]{{2}}|{_YEAR}(?:财年|财政年度)"
    rf"|{_YEAR}年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)(?!(?<=\d)(?:[.,．]?\d|[万亿千百%％‰]))"
)
"""A pattern of dates, whole and alone (GB/T 15835-2011): none is cut out of 12020年 or of 2020—2021万."""
_BEFORE = re.compile(f"(?:{'|'.join(QUALIFIERS)})$")
_SCALED = re.compile("[多余]?(?:万亿|亿|万)?[多余]?")

_SPARED = re.compile(f"{DATES}|{IDIOMS}")

_Key = tuple[Decimal, str, str]


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number in a text: where, the words that belong to it, and the figure that it equals ("" when none does)."""

    start: int
    text: str
    reference: str
    says: str
    key: tuple[Decimal, str] | None = None
    """The number with its scale, without qualifier and unit; None for a vague one."""
    cure: Words | None = None
    """What to do, where it is not to make a figure of it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a report says about numerals in its prose."""

    names: re.Pattern[str] | None
    exempt: re.Pattern[str] | None
    reasons: Mapping[str, str]
    values: Mapping[_Key, tuple[str, str]]
    vague: Mapping[str, str]
    units: Units

    def exemptions(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and reason of each exempt phrase of the text."""
        for found in self.exempt.finditer(text) if self.exempt else ():
            yield found.start(), found.end(), self.reasons[found[0]]

    def typed(self, text: str) -> Iterator[TypedNumber]:
        """Yield the numbers of the text that are neither dates nor names nor exempt."""
        for start, end in _numerals(self._left(text)):
            yield self._number(text, start, end)

    def _left(self, text: str) -> str:
        """Return the text with what explains itself masked, in the order in which the finished pages are read."""
        for pattern in (self.exempt, self.names, _SPARED):
            text = pattern.sub(lambda found: MASK * len(found[0]), text) if pattern else text
        return text

    def _number(self, text: str, first: int, last: int) -> TypedNumber:
        if said := next((words for words in self.vague if text.startswith(words, first)), ""):
            return TypedNumber(first, said, self.vague[said], said)
        before = _BEFORE.search(text, max(0, first - 4), first)
        start = before.start() if before else first
        after = _SCALED.match(text, last)
        end = after.end() if after else last
        unit = self.units.longest(text[end:])
        key = _key(text[first:last], text[last:end])
        reference, says = self.values.get((*key, unit), ("", "")) if key else ("", "")
        return TypedNumber(start, text[start : end + len(unit)], reference, says, key)


def wording(names: Iterable[Exemption], exempt: Iterable[Exemption], figures: Iterable[Figure], units: Units) -> Wording:
    """Return the wording of a report."""
    exempted = tuple(exempt)
    reasons = {one.words: one.reason for one in exempted}
    known = tuple(figures)
    spared, meant = any_of(one.words for one in names), any_of(reasons)
    exempting = re.compile(f"{NO_SIGN}(?:{meant}){NO_SCALE}") if meant else None
    return Wording(re.compile(spared) if spared else None, exempting, reasons, _values(known), _vague(known), units)


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of some words, the longest first, none of them cut out of a longer number."""
    return "|".join(_bounded(word) for word in sorted(set(words), key=lambda word: (-len(word), word)) if word)


def _bounded(word: str) -> str:
    """Return the pattern of a word: a digit at its edge touches no digit, decimal point or scale outside (第2 is not in 第20段)."""
    before, after = "", ""
    if word[0].isdecimal():
        before = r"(?<!\d)(?<!\d[.,．])"
    elif word[0] in _PLACES:
        before = f"(?<![{_HAN_DIGITS}])"
    if word[-1].isdecimal():
        after = r"(?![.,．]?\d)(?![万亿%％‰])"
    elif word[-1] in _HAN_DIGITS:
        after = f"(?![{_PLACES}])"
    return before + re.escape(word) + after


_PLACES = "十百千万亿"


def _numerals(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the numerals of a text stand: digits, Han numerals with a place value, and signs such as ½, ① and 〇."""
    end = 0
    for found in _NUMERAL.finditer(text):
        yield from _signs(text, end, found.start())
        yield found.span()
        end = found.end()
    yield from _signs(text, end, len(text))


def _signs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start, end):
        if text[at].isnumeric() and category(text[at]) in {"No", "Nl"}:
            yield at, at + 1


def _key(digits: str, scale: str) -> tuple[Decimal, str] | None:
    number = _worth(digits)
    return None if number is None else (number, scale.strip("多余"))


def _worth(digits: str) -> Decimal | None:
    try:
        return Decimal(digits.replace(",", ""))
    except InvalidOperation:
        value = value_of(digits)
        return None if value is None else Decimal(value)


def _values(figures: Iterable[Figure]) -> dict[_Key, tuple[str, str]]:
    found: dict[_Key, tuple[str, str]] = {}
    for figure in figures:
        for value in figure.values:
            quantity = value.quantity
            if quantity.number is not None:
                key = (quantity.number, quantity.scale, quantity.unit)
                found.setdefault(key, (_reference(figure, value), str(quantity)))
    return found


def _vague(figures: Iterable[Figure]) -> dict[str, str]:
    values = ((figure, value) for figure in figures for value in figure.values if value.quantity.number is None)
    return {str(value.quantity): _reference(figure, value) for figure, value in values}


def _reference(figure: Figure, value: Value) -> str:
    """Write the reference: the period only where the value is not the figure's latest."""
    dated = [one for one in figure.values if one.period.end]
    latest = max(dated, key=lambda one: str(one.period.end)) if dated else figure.values[0]
    return figure.id if value is latest or len(figure.values) == 1 else f"{figure.id}@{value.period}"
