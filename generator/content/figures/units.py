"""The words that may stand after a number: SI units, money, counters and what is made of them (元/吨, 人/（天·所）).

A word has a dimension and a factor, so that 度 is known for 千瓦时. What is made of known words is known: a slash divides, a raised
point multiplies, brackets hold a divisor of several (GB 3101—1993, 4.2); a divisor may be so many (例/10万人). An author's words come in
by `Units.extended`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from generator.content.figures.unit_table import COUNTERS, DERIVED, MEASURES

ONE = Fraction(1)
PER_CENT = "比率 (%)"
"""The dimension of pure numbers."""
POINT = "百分点"
"""That of what one percentage is more than another (T54)."""
IN_HUNDREDTHS = frozenset({PER_CENT, POINT})
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word: what it measures, and how many of the dimension's base unit one of it is."""

    word: str
    dimension: str
    factor: Fraction = ONE

    def over(self, other: Unit, word: str) -> Unit:
        """Return the unit of a quotient under its word."""
        return Unit(word, f"{self.dimension or 1}/{other.dimension}", self.factor / other.factor)


NO_UNIT = Unit("", "")
"""What a bare number has."""


@dataclass(frozen=True, slots=True)
class Units:
    """All unit words known to a report, the author's own among them."""

    words: Mapping[str, Unit]

    def longest(self, text: str) -> str:
        """Return the longest unit that the text begins with, one word or made of several, or an empty text."""
        found = self._made(text)
        return found.word if found else ""

    def get(self, word: str) -> Unit | None:
        """Return the unit of that name, one word or made of several; None when it is not known."""
        found = self._made(word)
        return found if found and found.word == word else None

    def extended(self, units: Iterable[Unit]) -> Units:
        """Return these units with more."""
        return Units(MappingProxyType({**self.words, **{unit.word: unit for unit in units}}))

    def same_as(self, word: str, other: str, factor: Decimal | Fraction = ONE) -> Unit:
        """Return a unit of that name which is `factor` of the other; raises KeyError when the other is not known."""
        known = self.get(other)
        if known is None:
            raise KeyError(other)
        return Unit(word, known.dimension, known.factor * Fraction(factor))

    def comparable(self, one: str, other: str) -> bool:
        """Tell whether two unit words measure the same dimension; unknown words measure only themselves."""
        first, second = self.get(one), self.get(other)
        return one == other or (first is not None and second is not None and first.dimension == second.dimension)

    def _made(self, text: str) -> Unit | None:
        """Read a unit from the start of a text: a product, then perhaps a slash and its divisor."""
        above = self._product(text)
        rest = text[len(above.word) :] if above else text
        under = self._divisor(rest[1:]) if rest[:1] == "/" else None
        if under is None:
            return above
        word = f"{above.word if above else ''}/{under.word}"
        if under.dimension:
            return (above or NO_UNIT).over(under, word)
        whole = above or Unit("", PER_CENT, Fraction(HUNDRED))
        return Unit(word, whole.dimension, whole.factor / under.factor)

    def _product(self, text: str) -> Unit | None:
        found = self._word(text)
        while found and text[len(found.word) :][:1] == "·" and (more := self._word(text[len(found.word) + 1 :])):
            dimension = "·".join(sorted((found.dimension, more.dimension)))
            found = Unit(f"{found.word}·{more.word}", dimension, found.factor * more.factor)
        return found

    def _divisor(self, text: str) -> Unit | None:
        """Read what follows a slash: a word (吨) or a product in brackets, so many of them (10万人), or a bare count (10万).

        千伏安 is a word rather than a thousand: the longer reading counts.
        """
        count = _COUNT.match(text)
        assert count is not None
        held, plain = self._held(text[count.end() :]), self._held(text)
        if plain and len(plain.word) >= count.end() + (len(held.word) if held else 0):
            return plain
        if held:
            return Unit(count[0] + held.word, held.dimension, held.factor * _worth(count))
        return Unit(count[0], "", _worth(count)) if count["scale"] else None

    def _held(self, text: str) -> Unit | None:
        """Read a word, or a product in brackets."""
        if text[:1] not in _BRACKETS:
            return self._word(text)
        held, closing = self._product(text[1:]), _BRACKETS[text[0]]
        if held is None or text[1 + len(held.word) :][:1] != closing:
            return None
        return Unit(f"{text[0]}{held.word}{closing}", held.dimension, held.factor)

    def _word(self, text: str) -> Unit | None:
        """Return the longest word of the list that the text begins with; a Latin one ends where its letters end (Gbps is not G)."""
        sizes = range(min(len(text), max(map(len, self.words), default=0)), 0, -1)
        return next((self.words[text[:size]] for size in sizes if text[:size] in self.words and _is_whole(text, size)), None)


_COUNT = re.compile("(?P<digits>(?:10*)?)(?P<scale>[十百千]?[万亿]|[百千]|)")
_BRACKETS = {"（": "）", "(": ")"}
_ZEROS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_LATIN = re.compile("[A-Za-z0-9₀-₉²³¹⁰⁴-⁹µμΩ]")


def _worth(count: re.Match[str]) -> Fraction:
    return Fraction(int(count["digits"] or 1) * 10 ** sum(_ZEROS[char] for char in count["scale"]))


def _is_whole(text: str, size: int) -> bool:
    return not (_LATIN.match(text[size - 1]) and _LATIN.match(text[size : size + 1]))


def _standard() -> Units:
    words: dict[str, Unit] = {}
    for dimension, listed in MEASURES.items():
        pieces = listed.split()
        words |= {word: Unit(word, dimension, Fraction(factor)) for word, factor in zip(pieces[::2], pieces[1::2], strict=True)}
    words |= {word: Unit(word, word) for word in COUNTERS.split() if word not in words}
    known = Units(MappingProxyType(words))
    return known.extended(known.same_as(word, other) for word, other in DERIVED.items())


STANDARD = _standard()
"""The unit words that every report knows."""
