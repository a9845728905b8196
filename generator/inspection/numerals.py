"""What counts as a numeral, and which numerals explain themselves: the inspector's own reading, shared with nobody.

In: text as it was found in a file. Out: the numerals in it that no listed use, name or date accounts for. A numeral is any run of
digits of whatever script with its decimal point and grouping, a sign that is a number (①, ½, Ⅳ, 〇), and a numeral in Han characters
(GB/T 15835-2011, 4: statistics stand in digits, so a stray 十五 is as suspect as a stray 15). Shares in words (三成, 一半) and a lone
Han numeral are words here; an ordinary number (图2, a telephone) is a use that the ledger lists.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.inspection import han

MASK = "\ufffc"
"""Stands where something was found and accounted for: U+FFFC, which no font here has and no author types."""

_DIGITS = re.compile(r"\d+(?:[.,，．:：]\d+)*")

_DIGIT_BEFORE, _DIGIT_AFTER = re.compile(r"\d[.,]?\Z"), re.compile(r"[.,]?\d")
_GROWN = re.compile(f"[-−]{MASK}|{MASK}[万亿千百%％‰]")
"""A sign before a use that was found, or a scale after it, makes another number of it."""

_YEAR = "(?:19|20)[0-9][0-9]"
_MONTH = "[0-9]{1,2}月(?:[0-9]{1,2}日)?"
_ALONE_BEFORE, _ALONE_AFTER = r"(?<!\d)(?<!\d[.．])", r"(?![.,．]?\d|[万亿千百%％‰])"
_DATES = re.compile(
    rf"{_ALONE_BEFORE}(?:{_YEAR}年?[-–—至]{_YEAR}(?:(?:财政年度|财年|年)|{_ALONE_AFTER})|{_YEAR}-[0-9]{{2}}-[0-9]{{2}}{_ALONE_AFTER}"
    rf"|{_YEAR}(?:财政年度|财年)|{_YEAR}年(?:{_MONTH})?|{_MONTH})"
)
"""Dates, whole: 12020年 holds none, and 2020—2021万 is a number."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral and where it starts in its text."""

    text: str
    start: int


def numerals(text: str) -> Iterator[Numeral]:
    """Yield every numeral of a text, digits first, then Han numerals."""
    for found in _DIGITS.finditer(text):
        yield Numeral(found.group(), found.start())
    for words, start in han.numerals(text):
        yield Numeral(words, start)
    for at, character in enumerate(text):
        if character.isnumeric() and not character.isdecimal() and unicodedata.category(character) in {"No", "Nl"}:
            yield Numeral(character, at)


def mask(text: str, words: Iterable[str]) -> str:
    """Return the text with each of the words replaced by as many MASK characters, the longest first.

    A word that begins or ends with a numeral is not cut out of a longer one: 第2 is not found in 第20段.
    """
    return _any_of(tuple(words)).sub(lambda found: MASK * len(found.group()), text)


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of some words; of none of them, one that nothing matches."""
    return re.compile("|".join(_edged(word) for word in sorted(words, key=len, reverse=True) if word) or r"(?!)")


def _edged(word: str) -> str:
    first, last = word[0], word[-1]
    before = r"(?<!\d)(?<!\d[.,．])" if first.isdecimal() else f"(?<![{han.CHARACTERS}])" if first in han.PLACES else ""
    after = r"(?![.,．]?\d|[万亿%％‰])" if last.isdecimal() else "(?![十百千万亿])" if last in han.CHARACTERS else ""
    return before + re.escape(word) + after


def mask_dates(text: str) -> str:
    """Return the text with its dates masked: years, fiscal years, months, days and ranges of years; and sayings, which count nothing."""
    for pattern in (_DATES, han.SAYING):
        text = pattern.sub(lambda found: MASK * len(found.group()), text)
    return text


def dates(text: str) -> list[str]:
    """Return the dates of a text."""
    return [found.group() for found in _DATES.finditer(text)]


def years_and_days(text: str, names: Iterable[str]) -> list[str]:
    """Return the digits of every date in a text, names aside: 2017 and 12 of 2017年12月."""
    left = mask(text, names)
    return [digits for found in _DATES.finditer(left) for digits in digits_of(found.group())]


def digits_of(text: str) -> list[str]:
    """Return every run of digits in a text."""
    return re.findall(r"\d+", text)


def unexplained(text: str, names: Iterable[str]) -> tuple[Numeral, ...]:
    """Return the numerals of a text that are neither part of a name nor a date, and what makes another number of a masked use."""
    grown = [Numeral(found.group().replace(MASK, "…"), found.start()) for found in _GROWN.finditer(text)] if MASK in text else []
    return (*numerals(mask_dates(mask(text, names))), *grown)


def occurrences(text: str, words: str, start: int = 0) -> Iterator[int]:
    """Yield where words stand in a text in full: 34亿 is not found inside 134亿, nor 3.4 inside 13.4."""
    at = text.find(words, start) if words else -1
    while at >= 0:
        if _is_whole(text, at, at + len(words)):
            yield at
        at = text.find(words, at + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if text[start].isdecimal() and _DIGIT_BEFORE.search(before):
        return False
    return not (text[end - 1].isdecimal() and _DIGIT_AFTER.match(after))
