"""Which words with a numeral are no figures, and which figure a typed number equals. Text in; where its typed numbers stand out.

A number typed into prose goes stale, so each is told unless it is a date, a name (双11), one of the known classes (图2, 24小时热线), a
saying, or exempt with a reason. Shares and multiples in words (三成, 一半) are told more softly, for they may be a way of speaking.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.content.figures.forms import extent
from generator.content.figures.quantity import ZEROS, Quantity, read
from generator.content.numerals.finder import Finder, Nature
from generator.content.numerals.worth import worth
from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.content.figures.units import Units
    from generator.content.model import Exemption, Figure, Value
    from generator.content.numerals.finder import Found
    from generator.diagnostics import Words

ZEROS_OF = {**ZEROS, "百": 2, "千": 3, "百万": 6, "千万": 7, "百亿": 10, "千亿": 11}
"""How many zeros a scale after digits stands for, those that no quantity is written with among them (5千)."""
_SCALES = (("亿", 8), ("万", 4))
"""In which a round number in characters is written in digits."""
_FORMULA = re.compile(r"(?<![A-Za-z])(?:(?:CO|SO|NO|CH|NH|H|O|N)|(?P<unit>[ckm]?m))[23]$")
LONGEST_FORMULA = 4
"""CO2 and m2: what is typed is a sub- or superscript."""


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
    worded: bool = False
    """Whether it is a share or a multiple in words (三成), which may be a way of speaking."""
    written: str = ""
    """The quantity that it would be as a figure's value (5% for 百分之五), "" where it is written so or says no exact one."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a report says about numerals in its prose; `values` are its figures' amounts, by number and unit."""

    finder: Finder
    reasons: Mapping[str, str]
    values: Mapping[tuple[Decimal, str], tuple[str, str]]
    vague: Mapping[str, str]
    units: Units

    def exemptions(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and reason of each exempt phrase of the text."""
        for start, end in self.finder.exempt(text):
            yield start, end, self.reasons[text[start:end]]

    def typed(self, text: str) -> Iterator[TypedNumber]:
        """Yield the numbers of the text that are neither dates nor names nor of a known class nor exempt; a range is one."""
        end = 0
        for found in self.finder.find(text):
            if found.nature in (Nature.NUMERAL, Nature.WORDED) and found.end > end:
                one = self._number(text, found)
                end = one.start + len(one.text)
                yield one

    def _number(self, text: str, found: Found) -> TypedNumber:
        first, last = found.core
        wide = first + extent(text[first:])
        if vague := next((words for words in self.vague if text.startswith(words, first) and first + len(words) >= wide), ""):
            return TypedNumber(first, vague, self.vague[vague], vague, worded=found.nature is Nature.WORDED)
        if wide > found.end:
            return TypedNumber(found.start, text[found.start : wide + len(self.units.longest(text[wide:]))], "", "")
        words = text[found.start : found.end]
        if formula := _FORMULA.search(text, max(0, first - LONGEST_FORMULA), last):
            mark = "^" if formula["unit"] else "~"
            return TypedNumber(
                first, text[first:last], "", "", cure=said("typed-number.shift", cure=f"{mark}{text[first:last]}{mark}")
            )
        exact = worth(text[first:last])
        if exact is None:
            return TypedNumber(found.start, words, "", "", worded=found.nature is Nature.WORDED)
        number, own = exact
        scale = text[last : found.end].removesuffix(found.unit).strip("多余来计")
        amount = number.scaleb(ZEROS_OF.get(scale, 0))
        reference, says = self.values.get((amount, own or found.unit), ("", ""))
        worded, written = found.nature is Nature.WORDED, self._in_digits(text, found, number, own)
        return TypedNumber(found.start, words, reference, says, (number, scale), None, worded, written)

    def _in_digits(self, text: str, found: Found, number: Decimal, own: str) -> str:
        """Return a numeral in Han characters as a value is written; "" for any that no value may be written like (上百家)."""
        first, last = found.core
        if text[first].isdecimal() or text.startswith("零下", first):
            return ""
        scale, zeros = next((one for one in _SCALES if not own and number and not number % 10 ** one[1]), ("", 0))
        written = (
            f"{text[found.start : first]}{number.scaleb(-zeros).normalize():f}{scale}{own}{'' if own else text[last : found.end]}"
        )
        return written if isinstance(read(written, self.units), Quantity) else ""


def wording(names: Iterable[Exemption], exempt: Iterable[Exemption], figures: Iterable[Figure], units: Units) -> Wording:
    """Return the wording of a report."""
    reasons = {one.words: one.reason for one in exempt}
    known = tuple(figures)
    finder = Finder((one.words for one in names), reasons, units)
    return Wording(finder, reasons, _values(known), _vague(known), units)


def _values(figures: Iterable[Figure]) -> dict[tuple[Decimal, str], tuple[str, str]]:
    found: dict[tuple[Decimal, str], tuple[str, str]] = {}
    for figure in figures:
        for value in figure.values:
            amount = value.quantity.amount
            if amount is not None:
                found.setdefault((amount, value.quantity.unit), (_reference(figure, value), str(value.quantity)))
    return found


def _vague(figures: Iterable[Figure]) -> dict[str, str]:
    values = ((figure, value) for figure in figures for value in figure.values if value.quantity.number is None)
    found = {str(value.quantity): _reference(figure, value) for figure, value in values}
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))


def _reference(figure: Figure, value: Value) -> str:
    """Write the reference: with the period where there are several, for which of them a bare name means is the edition's to say."""
    return figure.id if len(figure.values) == 1 else f"{figure.id}@{value.period}"
