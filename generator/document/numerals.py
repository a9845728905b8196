"""Tells the numerals in an author's words from dates and names: text in, pieces with their nature out.

Dates, sayings and known classes are those that the content stage spares; names (双11) are the report's own list. What is none of them
is a numeral that must be accounted for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.content.numerals.finder import Finder, Nature
from generator.content.numerals.patterns import NUMERAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.figures.units import Units


class Piece(NamedTuple):
    """A piece of a text; `known` is the class of an ordinary number, or ""."""

    text: str
    nature: Nature
    known: str = ""


class Numerals:
    """Finds the numerals of a text, whole with qualifier and unit, that are neither dates nor among these names.

    `exempt` are an author's words with numerals that are meant: each is found as one piece. Neither they nor names are cut out of a
    longer number.
    """

    def __init__(self, names: Iterable[str], units: Units, exempt: Iterable[str] = ()) -> None:
        self._finder = Finder(names, exempt, units)

    def pieces(self, text: str) -> Iterator[Piece]:
        """Yield the text in pieces, words and numerals by turns."""
        start = 0
        for found in self._finder.find(text):
            if found.nature is Nature.WORDED:
                continue
            if found.start > start:
                yield Piece(text[start : found.start], Nature.WORDS)
            yield Piece(text[found.start : found.end], found.nature, found.known)
            start = found.end
        if start < len(text):
            yield Piece(text[start:], Nature.WORDS)


_ANY = re.compile(NUMERAL)


def has_numeral(text: str) -> bool:
    """Tell whether there is any numeral in a text, a date's among them."""
    return _ANY.search(text) is not None
