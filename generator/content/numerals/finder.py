"""Tells the numerals in an author's words from dates, names, sayings and the known classes: text in; what was found, in order, out.

What explains itself is looked for first, and masked: the author's exempt words, names, known classes, dates and sayings; what is left
is read for numerals, and then for shares and multiples in words. The finished pages are read in the same order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.content.figures.quantity import QUALIFIERS
from generator.content.numerals import classes
from generator.content.numerals.patterns import COUNTED, DATES, MASK, NO_SCALE, NO_SIGN, NUMERAL, WORDED, any_of, may_hold
from generator.content.numerals.sayings import SAYINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.content.figures.units import Units


class Nature(Enum):
    """What a piece of text is."""

    WORDS = "words"
    """Words, dates, names and sayings: nothing to account for."""
    NUMERAL = "numeral"
    """A number that must be accounted for."""
    WORDED = "worded"
    """A share or a multiple in words (三成, 一半): it may be a way of speaking."""
    KNOWN = "known"
    """An ordinary number of a known class, a mark of a list or a telephone number."""
    EXEMPT = "exempt"
    """An author's words with a numeral that is meant."""


@dataclass(frozen=True, slots=True)
class Found:
    """A piece found in a text, from `start` to `end`; `core` is where its digits stand, `unit` the unit word that it ends with.

    `known` is the name of its class.
    """

    start: int
    end: int
    nature: Nature
    core: tuple[int, int] = (0, 0)
    unit: str = ""
    known: str = ""


_BEFORE_DIGITS = re.compile(f"(?:{'|'.join(QUALIFIERS)}|负|零下)$")
_BEFORE_HAN = re.compile(
    f"(?:{'|'.join(QUALIFIERS)}|突破|数以|负|(?<![经走通穿越度跨飞路不透超])过|(?<![线网以])上|(?<![到抵直])达|(?<![突])破)$"
)
_LONGEST_BEFORE = 4
_NUMERAL = re.compile(NUMERAL)
_WORDED = re.compile(WORDED)
_PLAIN = re.compile(f"{DATES}|{SAYINGS}")
_SCALED = re.compile(
    f"(?:[多余]|来(?=[万亿]|{COUNTED}))?(?:万亿|[百千]?[万亿]|[百千](?![分瓦克米]))?[多余]?(?:计(?=[的，。；、]|$))?"
)


class Finder:
    """Finds the numerals of a text. `exempt` are an author's words with numerals that are meant, `units` the unit words it may use."""

    def __init__(self, names: Iterable[str], exempt: Iterable[str], units: Units) -> None:
        self._names, meant = _compiled(any_of(names)), any_of(exempt)
        self._exempt = _compiled(f"{NO_SIGN}(?:{meant}){NO_SCALE}" if meant else "")
        self._units = units
        self._known: dict[str, list[Found]] = {}

    def exempt(self, text: str) -> list[tuple[int, int]]:
        """Return where the exempt words of a text stand."""
        return [found.span() for found in self._exempt.finditer(text)] if self._exempt else []

    def find(self, text: str) -> list[Found]:
        """Return what is no plain word in a text, in order and apart from each other; labels are asked for often, and found once."""
        if text not in self._known:
            self._known[text] = self._find(text)
        return self._known[text]

    def _find(self, text: str) -> list[Found]:
        found = [Found(*one, Nature.EXEMPT) for one in self.exempt(text)]
        if not found and not may_hold(text):
            return []
        left = _masked(text, [(one.start, one.end) for one in found])
        left = self._names.sub(_mask, left) if self._names else left
        known = [one for one in classes.PATTERN.finditer(left) if _NUMERAL.search(one[0])]
        found += [Found(*one.span(), Nature.KNOWN, known=classes.class_of(one)) for one in known]
        left = _PLAIN.sub(_mask, _masked(left, [one.span() for one in known]))
        numerals = self._apart(left)
        left = _masked(left, [(one.start, one.end) for one in numerals])
        found += numerals
        found += [Found(*one.span(), Nature.WORDED, one.span()) for one in _WORDED.finditer(left)]
        return sorted(found, key=lambda one: one.start)

    def _apart(self, text: str) -> list[Found]:
        """Return the numerals of a text, none inside another's unit (gCO2, 例/10万人)."""
        found: list[Found] = []
        end = 0
        while one := _NUMERAL.search(text, end):
            found.append(self._whole(text, *one.span()))
            end = found[-1].end
        return found

    def _whole(self, text: str, first: int, last: int) -> Found:
        """Return a numeral with the qualifier, the scale and the unit that belong to it."""
        pattern = _BEFORE_DIGITS if text[first].isdecimal() else _BEFORE_HAN
        before = pattern.search(text, max(0, first - _LONGEST_BEFORE), first)
        start = before.start() if before else first
        after = _SCALED.match(text, last)
        end = after.end() if after else last
        unit = "％" if text.startswith("％", end) else self._units.longest(text[end:])
        return Found(start, end + len(unit), Nature.NUMERAL, (first, last), unit)


def _mask(found: re.Match[str]) -> str:
    return MASK * len(found[0])


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


@lru_cache(maxsize=16)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None
