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


_YEAR = r"(?<!\d)(?:19|20)\d\d"
_DATE = "|".join((
    rf"{_YEAR}[-–—](?:19|20)\d\d(?!\d)(?:财年|年)?",
    rf"{_YEAR}-\d\d-\d\d(?!\d)",
    rf"{_YEAR}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?",
    rf"{_YEAR}财年",
    r"(?<!\d)\d{1,2}月(?:\d{1,2}日)?",
))  # fmt: skip
_PLACE = r"第\d+(?:[、,]\d+)*[段页章节条]?"
_QUALIFIER = "不少于|不低于|不多于|不超过|不高于|接近|将近|超过|大约|大概|至少|至多|不足|不到|高达|[近超约逾]"
_NUMBER = r"\d(?:[\d,.，．]*\d)?[多余来]?(?:万亿|[万亿])?[多余]?"
_HAN = "[〇零一二三四五六七八九十百千万亿两数几]"
_HAN_NUMBER = rf"(?={_HAN}*[十百千万亿]){_HAN}{{2,}}"
"""Two Han numerals or more with a place value among them (十五, 数亿): a lone 一 or 三 is a word."""
_SIGNS = r"[²³¹¼-¾\u2070-\u209f\u2150-\u218f\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3192-\u3195\u3220-\u3229\u3280-\u3289]"
"""Numerals in one sign: ², ½, ₂, Ⅳ, ①, ㈠."""


class Numerals:
    """Finds the numerals of a text, whole with qualifier and unit, that are neither dates nor among these names.

    `exempt` are an author's words with numerals that are meant: each is found as one piece.
    """

    def __init__(self, names: Iterable[str], units: Iterable[str] = (), exempt: Iterable[str] = ()) -> None:
        counted = "|".join(_longest_first({*units, "%", "％", "‰"} - {""}))
        spared = "|".join([*_longest_first(names), _DATE])
        meant = "|".join([*_longest_first(exempt), _PLACE])
        numeral = f"{meant}|(?:{_QUALIFIER})?{_NUMBER}(?:{counted})?|{_HAN_NUMBER}|{_SIGNS}"
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


def _longest_first(words: Iterable[str]) -> list[str]:
    return [re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)) if word]
