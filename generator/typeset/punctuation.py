"""Marks by context: which quotation marks, dashes and dots are Western.

In: the text of a paragraph. Out: the indices of Western marks: Chinese and Western “ ” ‘ ’ … — share their code points, and only
the language around them tells (CLREQ, mixed text composition).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.typeset.classes import Class, classify

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = re.compile("[“”‘’…—]")
QUOTES = re.compile("[“”‘’]")
LONE = re.compile("(?<![…—])[…—](?![…—])")
"""A dash or dots of one em; two together are Chinese."""
PAIRS = {"“": "”", "‘": "’"}
WESTERN = frozenset({Class.WESTERN, Class.WESTERN_CLOSE, Class.WESTERN_OPEN, Class.SIGN})
NOT_SAID = frozenset("“”‘’ ")
"""Quotes and spaces, which say nothing about the language around them."""


def western_marks(text: str) -> frozenset[int]:
    """Return the indices of the quotation marks, dashes and dots with Western text on both sides."""
    if not SHARED.search(text):
        return frozenset()
    found = {*_apostrophes(text), *_lone(text)}
    for start, end in _pairs(text, frozenset(found)):
        if _language(text, start, -1) and _language(text, end, 1) and _language(text, start, 1):
            found |= {start, end}
    return frozenset(found)


def _apostrophes(text: str) -> Iterator[int]:
    return (
        index
        for index in range(1, len(text) - 1)
        if text[index] == "’" and classify(text[index - 1]) is classify(text[index + 1]) is Class.WESTERN
    )


def _lone(text: str) -> Iterator[int]:
    """Yield the dashes and dots inside a Western phrase: after a letter (after digits a dash makes a range) and before Western text."""
    for match in LONE.finditer(text):
        before = text[: match.start()].rstrip("“”‘’ ")[-1:]
        if before.isalpha() and classify(before) is Class.WESTERN and _language(text, match.start(), 1):
            yield match.start()


def _pairs(text: str, skipped: frozenset[int]) -> Iterator[tuple[int, int]]:
    waiting: list[int] = []
    for match in QUOTES.finditer(text):
        index = match.start()
        if index in skipped:
            continue
        if text[index] in PAIRS:
            waiting.append(index)
        elif waiting and PAIRS[text[waiting[-1]]] == text[index]:
            yield waiting.pop(), index


def _language(text: str, index: int, step: int) -> bool:
    """Tell whether the nearest speaking character on one side is Western; beyond the text's edge, whether the text has no Han."""
    index += step
    while 0 <= index < len(text) and text[index] in NOT_SAID:
        index += step
    if 0 <= index < len(text):
        return classify(text[index]) in WESTERN
    return not any(classify(char) is Class.HAN for char in text)
