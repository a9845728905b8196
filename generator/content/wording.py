"""Which words with a numeral are no figures, and which figure a typed number equals. Text in; where its typed numbers stand out.

A number typed into prose goes stale, so each is pointed out unless it is a date, a name (双11) or exempt with a reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from generator.content.chinese_numerals import value_of
from generator.content.faults import PeriodError
from generator.content.period import parse_period
from generator.content.quantity import QUALIFIERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.content.model import Exemption, Figure, Value
    from generator.content.unit_words import Units

_CIRCLED = "①-⓿❶-➓㈠-㈩㊀-㊉Ⅰ-ⅿ"
_HAN_DIGITS = "〇零一二两三四五六七八九十百千万亿数几"
_NUMERAL = re.compile(rf"\d[\d.,]*(?<=\d)|[{_CIRCLED}]|(?<![{_HAN_DIGITS}])(?=[{_HAN_DIGITS}]*[十百千万亿])[{_HAN_DIGITS}]{{2,}}")
_IDIOMS = re.compile(
    "万一|一五一十|千千万万|千万(?=[别不要])|成千上万|千家万户|百花齐放|十全十美|千方百计|三三两两|十分|百分[之点]"
)
_DATE = re.compile(
    r"[0-9]{4}年?[-—–至](?:[0-9]{4}年?)(?![0-9万亿])|[0-9]{4}(?:财年|财政年度)"
    r"|(?P<full>(?:[0-9]{4}年)(?:[0-9]{1,3}月(?:[0-9]{1,3}日)?)?)|(?P<part>[0-9]{1,2}月(?:[0-9]{1,2}日)?)"
)
_LEAP_YEAR = "2020年"
"""Stands before 2月29日 typed without its year, which may well be right."""
_BEFORE = re.compile(f"(?:{'|'.join(QUALIFIERS)})$")
_SCALED = re.compile("[多余]?(?:万亿|亿|万)?[多余]?")

_Key = tuple[Decimal, str, str]


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number in a text: where, the words that belong to it, and the figure that it equals ("" when none does)."""

    start: int
    text: str
    reference: str
    says: str


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
        covered: bytearray | None = None
        for found in _NUMERAL.finditer(text):
            covered = covered or self._covered(text)
            if not any(covered[found.start() : found.end()]):
                yield self._number(text, found)

    def _covered(self, text: str) -> bytearray:
        """Mark each character that belongs to a name, an exempt phrase, a date or an idiom."""
        covered = bytearray(len(text))
        for pattern in (self.names, self.exempt, _DATE, _IDIOMS):
            for found in pattern.finditer(text) if pattern else ():
                covered[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
        return covered

    def _number(self, text: str, found: re.Match[str]) -> TypedNumber:
        if said := next((words for words in self.vague if text.startswith(words, found.start())), ""):
            return TypedNumber(found.start(), said, self.vague[said], said)
        before = _BEFORE.search(text, max(0, found.start() - 4), found.start())
        start = before.start() if before else found.start()
        after = _SCALED.match(text, found.end())
        end = after.end() if after else found.end()
        unit = self.units.longest(text[end : end + 8])
        reference, says = self._figure(found[0], text[found.end() : end], unit)
        return TypedNumber(start, text[start : end + len(unit)], reference, says)

    def _figure(self, digits: str, scale: str, unit: str) -> tuple[str, str]:
        number = _worth(digits)
        key = None if number is None else (number, scale.strip("多余"), unit)
        return self.values.get(key, ("", "")) if key else ("", "")


def wording(names: Iterable[Exemption], exempt: Iterable[Exemption], figures: Iterable[Figure], units: Units) -> Wording:
    """Return the wording of a report."""
    exempted = tuple(exempt)
    reasons = {one.words: one.reason for one in exempted}
    known = tuple(figures)
    return Wording(_any_of(one.words for one in names), _any_of(reasons), reasons, _values(known), _vague(known), units)


def bad_dates(text: str) -> Iterator[tuple[int, PeriodError]]:
    """Yield where the text has a date that no calendar has, and why."""
    for found in _DATE.finditer(text):
        said = found["full"] or (_LEAP_YEAR + found["part"] if found["part"] else "")
        if (said and found["part"]) or "月" in said:
            try:
                parse_period(said, "")
            except PeriodError as fault:
                own = fault.message if found["full"] else fault.message.replace(f"`{_LEAP_YEAR}", "`")
                yield found.start(), PeriodError(own, fault.hint)


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None


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
