"""Marks by context: which quotation marks are Western, and how much of a full-width mark is empty.

In: the text of a paragraph; the ink of a glyph. Out: the indices of Western quotes (Chinese and
Western quotation marks share their code points, and only the language around them tells); half an em, or nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.typeset.classes import Class, classify

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTES = re.compile("[“”‘’]")
PAIRS = {"“": "”", "‘": "’"}
NOT_SAID = frozenset("“”‘’ ")
"""Quotes and spaces, which say nothing about the language around them."""

HALF_EM = 500
FULL_EM = 1000
OVERHANG = 60
"""How far ink may reach over the middle and the mark still count as a half one."""


def western_quotes(text: str) -> frozenset[int]:
    """Return the indices of the quotation marks with Western text on both sides."""
    if not QUOTES.search(text):
        return frozenset()
    found = set(_apostrophes(text))
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
        return classify(text[index]) in (Class.WESTERN, Class.WESTERN_CLOSE, Class.WESTERN_OPEN)
    return not any(classify(char) is Class.HAN for char in text)


def empty_half(kind: Class, advance: int, box: tuple[int, int, int, int]) -> int:
    """Return what a mark can give up at a line's edge, per mille: half an em if its ink is in the other half."""
    if advance != FULL_EM:
        return 0
    if kind is Class.OPEN:
        return HALF_EM if box[0] >= HALF_EM - OVERHANG else 0
    if kind in (Class.CLOSE, Class.COMMA, Class.STOP):
        return HALF_EM if box[2] <= HALF_EM + OVERHANG else 0
    return 0
