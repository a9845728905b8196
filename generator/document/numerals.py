"""Tells the numerals in an author's words from dates and names: text in, pieces with their nature out.

Dates follow GB/T 15835-2011; names (双11) are the report's own list. What is neither is a numeral that must be accounted for.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Nature(Enum):
    """What a piece of text is."""

    WORDS = "words"
    """Words, dates and names: nothing to account for."""
    NUMERAL = "numeral"


_DASH = "[-–—~～至]{1,2}"
_DATE = "|".join((
    rf"(?<!\d)\d{{4}}{_DASH}\d{{4}}(?!\d)(?:财年|年)?",
    r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)",
    r"(?<!\d)\d{4}年代?(?:\d{1,2}月(?:\d{1,2}[日号])?)?",
    r"(?<!\d)\d{4}(?:财年|财政年度)",
    rf"(?<!\d)\d{{1,2}}{_DASH}\d{{1,2}}月",
    r"(?<!\d)\d{1,2}月(?:\d{1,2}[日号])?",
))  # fmt: skip
_PLACE = r"第\d+(?:[、,]\d+)*[段页章节条]?"
_QUALIFIER = "不少于|不低于|不多于|不超过|不高于|接近|将近|超过|大约|大概|至少|至多|不足|不到|高达|[近超约逾]"
_NUMBER = r"\d(?:[\d,.]*\d)?[多余来]?(?:万亿|[万亿])?[多余]?"


class Numerals:
    """Finds the numerals of a text, whole with qualifier and unit, that are neither dates nor among these names."""

    def __init__(self, names: Iterable[str], units: Iterable[str] = ()) -> None:
        longest = sorted({*units, "%", "％", "‰"} - {""}, key=lambda unit: (-len(unit), unit))
        counted = "|".join(map(re.escape, longest))
        numeral = f"{_PLACE}|(?:{_QUALIFIER})?{_NUMBER}(?:{counted})?"
        numbered = sorted((name for name in names if re.search(r"\d", name)), key=len, reverse=True)
        spared = "|".join([*map(re.escape, numbered), _DATE])
        self._pattern = re.compile(f"(?P<spared>{spared})|(?P<numeral>{numeral})")

    def pieces(self, text: str) -> Iterator[tuple[str, Nature]]:
        """Yield the text in pieces, words and numerals by turns."""
        start = 0
        for found in self._pattern.finditer(text):
            if found["numeral"] is None:
                continue
            if found.start() > start:
                yield text[start : found.start()], Nature.WORDS
            yield found[0], Nature.NUMERAL
            start = found.end()
        if start < len(text):
            yield text[start:], Nature.WORDS
