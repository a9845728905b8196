"""Note marks in running text: ① [1] 〔1〕 * cling to what they note; at the head of an item to what follows (CLREQ, annotation marks; T14).

In: the text of a paragraph. Out: the ranges of characters that stay together. What stands before a mark decides.
"""

from __future__ import annotations

import re

_LIST = "[0-9]{1,3}(?:[-,，、;–—～~][0-9]{1,3})*"
CIRCLED = "①-⒇⓪-⓿❶-➓㉑-㉟㊱-㊿"
MARKS = rf"{CIRCLED}*＊†‡※\[［〔（"
"""With what a note mark begins."""
MARK = re.compile(
    rf"[{MARKS}](?:(?<=[{CIRCLED}])[{CIRCLED}]*|(?<=[*＊†‡※])[*＊†‡※]*|(?<=[\[［〔])(?:{_LIST}|\^[^\[\]\s]{{1,24}})[\]］〕]"
    f"|(?<=（)注[0-9{CIRCLED}一二三四五六七八九十]{{0,3}}）)"
)
"""It begins with a set of characters, for which a text is searched at once."""

PAUSES = frozenset("，、；：,;:（(［[【《“‘…— \t\u3000\n\v\f\r\x85\u2028\u2029")
"""After these a mark is the head of what follows."""
STOPS = frozenset("。！？.!?")
"""After these a circled number or ※ is."""
NOTING = frozenset("*＊†‡[［〔（")
"""Marks that begin so note the sentence before them."""
ENDING = frozenset("，、；：。！？,;:.!?）)］]】》”’…—\n\v\f\r\x85\u2028\u2029 \t\u3000")
"""Before these nothing is left for a mark to be the head of."""


def notes(text: str) -> list[tuple[int, int]]:
    """Return each note mark with its neighbour: the one before it, or the one after it at the head of an item."""
    return [_with_neighbour(text, match.start(), match.end()) for match in MARK.finditer(text)]


def _with_neighbour(text: str, start: int, end: int) -> tuple[int, int]:
    before = text[start - 1] if start else "\n"
    heads = before in PAUSES or (before in STOPS and text[start] not in NOTING)
    if heads and end < len(text) and text[end] not in ENDING:
        return start, end + 1
    return max(start - 1, 0), end
