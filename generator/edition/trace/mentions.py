"""The numbers of a running text, read by the grammar of the content's own quantities. Text in; mentions in order out.

What is no statistic (dates, marks of lists, names) is told by the content stage's own finder. A lone numeral in characters and a share in
words are the language's own (GB/T 15835-2011, 4.2): 三批 is found, so that 3批 can be looked up, and is asked of nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.content.figures.forms import extent
from generator.content.figures.numerals import value_of
from generator.content.figures.quantity import AFTER_ALL, Quantity, read
from generator.content.figures.units import NO_UNIT
from generator.content.numerals.finder import Finder, Found, Nature
from generator.content.numerals.patterns import MASK
from generator.content.numerals.worth import worth
from generator.edition.trace.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.figures.units import Units

_AFTER_UNIT = ("多", "余")
"""Not 来: 15年来 are fifteen years, and none more."""
_LONE = re.compile("(?P<qualifier>第?)(?P<numeral>[一二两三四五六七八九十]{1,3})")
_NOT_ALONE = re.compile("[零〇一二两三四五六七八九十百千万亿0-9点分]$")


class Reader:
    """Reads the numbers of texts; `names` are words with numerals that are no numbers (双11), `units` the report's own."""

    def __init__(self, names: Iterable[str], units: Units) -> None:
        self._finder, self._units = Finder(names, (), units), units

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return the numbers of a text in order."""
        found, left = self._finder.find(text), text
        told = self._numerals(text, [one for one in found if one.nature is Nature.NUMERAL])
        worded = (replace(self._mention(text, one, one.end), lone=True) for one in found if one.nature is Nature.WORDED)
        for one in found:
            left = left[: one.start] + MASK * (one.end - one.start) + left[one.end :]
        return tuple(sorted((*told, *worded, *self._lone(left)), key=lambda one: one.start))

    def _numerals(self, text: str, found: list[Found]) -> Iterator[Mention]:
        end = 0
        for at, one in enumerate(found):
            if one.start >= end:
                reach = max(one.core[0] + extent(text[one.core[0] :]), one.end)
                joined = [other.end for other in found[at:] if other.core[0] < reach]
                end = max(joined)
                yield self._mention(text, one, end)

    def _mention(self, text: str, one: Found, end: int) -> Mention:
        """Return a numeral as the longest quantity that reads; one that reads as none by what its characters are worth."""
        for last in self._ends(text, end):
            quantity = read(text[one.start : last], self._units)
            if isinstance(quantity, Quantity):
                return as_mention(one.start, quantity)
        qualifier, core = text[one.start : one.core[0]], text[one.core[0] : one.core[1]]
        number, word = worth(core) or (None, "")
        unit = self._units.get(one.unit or word) or NO_UNIT
        return Mention(one.start, text[one.start : end], qualifier, number, number, unit, core)

    def _ends(self, text: str, end: int) -> Iterator[int]:
        """Yield where a quantity may end: after closing words (左右), after the unit of 2个多小时, at the end of its own unit."""
        yield from (end + len(word) for word in AFTER_ALL if text.startswith(word, end))
        if text.startswith(_AFTER_UNIT, end):
            yield end + 1 + len(self._units.longest(text[end + 1 :]))
        yield end

    def _lone(self, text: str) -> Iterator[Mention]:
        """Yield numerals of one digit or two in characters before a unit: 三批, 第四批."""
        for one in _LONE.finditer(text):
            number, unit = value_of(one["numeral"]), self._units.longest(text[one.end() :])
            if number is not None and unit and not _NOT_ALONE.search(text[: one.start()]):
                amount = Decimal(number)
                words = text[one.start() : one.end() + len(unit)]
                yield Mention(one.start(), words, one["qualifier"], amount, amount, self._units.get(unit) or NO_UNIT, lone=True)


def as_mention(start: int, quantity: Quantity) -> Mention:
    """Return a quantity as a mention that begins there."""
    words = quantity.text.removeprefix(quantity.qualifier).removesuffix(quantity.unit + quantity.noun)
    qualifier = quantity.qualifier or quantity.approx
    return Mention(start, quantity.text, qualifier, quantity.number, quantity.amount, quantity.measure, words)
