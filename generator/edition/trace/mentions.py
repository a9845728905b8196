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
_HYPHEN = re.compile(r"(?<=[0-9%‰\u4e00-\u9fff])[-–~](?=[0-9])")
"""What other people write for the dash of a range: 15-20分钟."""
_MINUS = re.compile("^(?:负|零下)(?=[0-9])")
_SIGN = re.compile("(?<![0-9A-Za-z\u2014-])[-−]$")
_CODE = re.compile("0[0-9]")
"""007 is a code, and 03 the number of a chapter."""
_COUNTS = re.compile("[\u4e00-\u9fff“‘《「A-Za-z]")
"""What may begin the noun that a number counts."""
_HEADED = re.compile(
    r"单位\s*[:：]?\s*([^\s，。；、()（）]{1,12})|[（(\[［]([^()（）\[\]［］：:]{1,12})[)）\]］]|[/／]([%‰A-Za-z\u4e00-\u9fff]{1,8})(?![^\s0-9])"
)
"""How a unit stands at the head of a row, a column or a table (GB/T 15834-2011, 4.9; GB/T 1.1-2020, 9.10)."""
LONGEST_PIECE, BEFORE = 2000, 60
"""Characters of a text that are read at once, and of what stands before a number that may say its unit."""
_PIECES = re.compile(f"(?:.{{1,{LONGEST_PIECE}}}[。！？；]|.{{1,{LONGEST_PIECE}}}[，、\\s]|.{{1,{LONGEST_PIECE}}})", re.DOTALL)
"""A longer text, sentence by sentence, or as near to that as it comes: what is read at once takes more time than its length."""
_NOT_ALONE = re.compile("[零〇一二两三四五六七八九十百千万亿0-9点分]$")


class Reader:
    """Reads the numbers of texts; `names` are words with numerals that are no numbers (双11), `units` the report's own."""

    def __init__(self, names: Iterable[str], units: Units) -> None:
        self._finder, self._units = Finder(names, (), units), units

    def mentions(self, text: str, heads: tuple[str, ...] = ()) -> tuple[Mention, ...]:
        """Return the numbers of a text in order; one that counts nothing has the unit that heads it, or stands in brackets before it."""
        pieces = ((text, 0),) if len(text) <= LONGEST_PIECE else ((one[0], one.start()) for one in _PIECES.finditer(text))
        found = [replace(one, start=one.start + at) for piece, at in pieces for one in self._mentions(piece)]
        return tuple(
            self._headed(one, (text[max(0, one.start - BEFORE) : one.start], *heads)) if one.bare else one for one in found
        )

    def _headed(self, one: Mention, heads: tuple[str, ...]) -> Mention:
        for unit in (found for head in heads for found in reversed(_units(head))):
            quantity = read(one.text + unit, self._units)
            if isinstance(quantity, Quantity) and quantity.unit and not quantity.noun:
                return replace(as_mention(one.start, quantity), text=one.text)
        return one

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        found, left = self._finder.find(text), text
        told = self._numerals(text, [one for one in found if one.nature is Nature.NUMERAL])
        worded = (replace(self._mention(text, one), lone=True) for one in found if one.nature is Nature.WORDED)
        for one in found:
            left = left[: one.start] + MASK * (one.end - one.start) + left[one.end :]
        return tuple(sorted((*told, *worded, *self._lone(left)), key=lambda one: one.start))

    def _numerals(self, text: str, found: list[Found]) -> Iterator[Mention]:
        """Yield numerals, those of a range, a ratio or a fraction as the one quantity that they are, if they are one."""
        end = 0
        for at, one in enumerate(found):
            if one.start < end:
                continue
            reach = one.core[0] + extent(text[one.core[0] :])
            joined = max(other.end for other in found[at:] if other is one or other.core[0] < reach)
            whole = self._quantity(text, one.start - _is_signed(text, one.start), joined)
            end = joined if whole else one.end
            yield whole or self._mention(text, one)

    def _quantity(self, text: str, start: int, end: int) -> Mention | None:
        """Return the longest quantity that reads, as a mention."""
        for last in self._ends(text, end):
            quantity = read(_MINUS.sub("-", _HYPHEN.sub("—", text[start:last])), self._units)
            if isinstance(quantity, Quantity):
                made = as_mention(start, quantity)
                return replace(made, text=text[start:last], bare=made.bare and not _COUNTS.match(text, last))
        return None

    def _mention(self, text: str, one: Found) -> Mention:
        """Return a numeral; one that reads as no quantity by what its characters are worth (逾百家)."""
        if whole := self._quantity(text, one.start - _is_signed(text, one.start), one.end):
            return whole
        qualifier, core = text[one.start : one.core[0]], text[one.core[0] : one.core[1]]
        number, word = (None, "") if _CODE.match(core) else worth(core) or (None, "")
        unit = self._units.get(one.unit or word) or NO_UNIT
        return Mention(one.start, text[one.start : one.end], qualifier, number, number, unit, core)

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


def _units(head: str) -> list[str]:
    """Return what may be a unit in the words that head a cell: 万立方米 of 供水量（万立方米）, 万元 of 单位：万元, % of 漏损率/%."""
    return [next(filter(None, found)) for found in _HEADED.findall(head)]


def _is_signed(text: str, start: int) -> bool:
    """Tell whether a sign stands before a numeral; between two it is a dash."""
    return text[start : start + 1].isdecimal() and _SIGN.search(text[:start]) is not None


def as_mention(start: int, quantity: Quantity) -> Mention:
    """Return a quantity as a mention that begins there."""
    words = quantity.text.removeprefix(quantity.qualifier).removesuffix(quantity.unit + quantity.noun)
    qualifier = quantity.qualifier or quantity.approx
    bare = not (quantity.unit or quantity.noun)
    share, measure = quantity.value, quantity.measure
    return Mention(start, quantity.text, qualifier, quantity.number, quantity.amount, measure, words, bare=bare, share=share)
