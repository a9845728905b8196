"""Tells the numerals in an author's words from dates and names: text in, pieces with their nature out.

Dates and idioms are those that the content stage spares; names (双11) are the report's own list. What is
neither is a numeral that must be accounted for.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from generator.content.wording import DATES, IDIOMS, NO_SCALE, NO_SIGN, any_of


class Nature(Enum):
    """What a piece of text is."""

    WORDS = "words"
    """Words, dates and names: nothing to account for."""
    NUMERAL = "numeral"
    EXEMPT = "exempt"
    """An author's words with a numeral that is meant."""


_PLACE = r"第\d+(?:[、,]\d+)*[段页章节条]?"
_QUALIFIER = "不少于|不低于|不多于|不超过|不高于|接近|将近|超过|大约|大概|至少|至多|不足|不到|高达|[近超约逾]"
_NUMBER = r"\d(?:[\d,.，．]*\d)?[多余来]?(?:万亿|[万亿])?[多余]?"
_HAN = "[〇零一二三四五六七八九十百千万亿两数几]"
_HAN_NUMBER = rf"(?={_HAN}*[〇十百千万亿]){_HAN}{{2,}}"
"""Two Han numerals or more with a place value or a 〇 among them (十五, 数亿): a lone 一 or 三 is a word."""
_SIGNS = r"[〇²³¹¼-¾\u2070-\u209f\u2150-\u218f\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3192-\u3195\u3220-\u3229\u3280-\u3289]"
"""Numerals in one sign: ², ½, ₂, Ⅳ, ①, ㈠."""


class Numerals:
    """Finds the numerals of a text, whole with qualifier and unit, that are neither dates nor among these names.

    `exempt` are an author's words with numerals that are meant: each is found as one piece. Neither they nor names are cut out of a
    longer number.
    """

    def __init__(self, names: Iterable[str], units: Iterable[str] = (), exempt: Iterable[str] = ()) -> None:
        counted = "|".join(_longest_first({*units, "%", "％", "‰"} - {""}))
        spared = "|".join(filter(None, [any_of(names), DATES, IDIOMS]))
        meant = any_of(exempt) or "(?!)"
        numeral = f"{_PLACE}|(?:{_QUALIFIER})?{_NUMBER}(?:{counted})?|{_HAN_NUMBER}|{_SIGNS}"
        self._pattern = re.compile(f"(?P<exempt>{NO_SIGN}(?:{meant}){NO_SCALE})|(?P<spared>{spared})|(?P<numeral>{numeral})")

    def pieces(self, text: str) -> Iterator[tuple[str, Nature]]:
        """Yield the text in pieces, words and numerals by turns."""
        start = 0
        for found in self._pattern.finditer(text):
            if found["spared"] is not None:
                continue
            if found.start() > start:
                yield text[start : found.start()], Nature.WORDS
            yield found[0], Nature.NUMERAL if found["exempt"] is None else Nature.EXEMPT
            start = found.end()
        if start < len(text):
            yield text[start:], Nature.WORDS


_ANY = re.compile(rf"\d|{_HAN_NUMBER}|{_SIGNS}")


def has_numeral(text: str) -> bool:
    """Tell whether there is any numeral in a text, a date's among them."""
    return _ANY.search(text) is not None


def _longest_first(words: Iterable[str]) -> list[str]:
    return [re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)) if word]
