"""What the judge knows of characters: which begin no line and end none, which are addresses, what is Han.

In: characters and texts. Out: answers. Sources: GB/T 15834-2011, 5.1; W3C CLREQ. None of it is the composer's own.
"""

from __future__ import annotations

import re

NO_START = frozenset("。．，、；：？！～·’”）］｝》〉】〗〕」』％‰℃/–—-∶,.;:!?)]}%°")
NO_END = frozenset("‘“（［｛《〈【〖〔「『￥＄№/([{¥$€£")
LONG = frozenset("—…")
"""A dash of two may begin a line at the level that is judged; a lone one may not."""

OPENING = frozenset("‘“（［｛《〈【〖〔「『")
CLOSING = frozenset("。．，、；：？！’”）］｝》〉】〗〕」』")
EMPTY = dict.fromkeys(CLOSING, 0.5) | {"·": 0.25}
"""Ems without ink that a mark may give up at a line's end."""
PRINTED_HYPHEN = "\u00ad"
"""A hyphen that the page shows and the author did not write."""

ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w.-]+|(?<![!-~])(?:/[\w.-]+){2,}", re.ASCII | re.IGNORECASE)
ONE_PIECE = re.compile("[!-~]+")
"""A line of nothing but a part of an address: it has nothing to stretch (T18)."""
BEFORE_A_POINT = frozenset(".?&=#_-@")
"""An address is parted before these, and after a slash."""


def is_han(char: str) -> bool:
    """Tell whether a character is a Han one."""
    return "\u3400" <= char <= "\u9fff" or char > "\uffff"


def is_western(char: str) -> bool:
    """Tell whether a character is a Western letter or digit."""
    return char.isascii() and char.isalnum()


def bad_edge(before: str, after: str) -> bool:
    """Tell whether a line end stands where none may, by the two lines."""
    first, last = after[:1], before[-1:]
    lone = first in LONG and after[1:2] != first
    return (first in NO_START and (first not in LONG or lone)) or last in NO_END


def torn_word(text: str, before: str, end: int) -> bool:
    """Tell whether a line ends inside a word without a hyphen."""
    left, right = text[end - 1], text[end]
    return left.isascii() and right.isascii() and left.isalpha() and right.isalpha() and before[-1] != PRINTED_HYPHEN


def solid(text: str) -> int:
    """Return how many characters of a text are no punctuation."""
    return sum(is_han(char) or is_western(char) for char in text)


def neighbours(left: str, right: str) -> bool:
    """Tell whether two marks stand together of which one gives up its half."""
    return (left in CLOSING and right in CLOSING | OPENING) or (left in OPENING and right in OPENING)


def mixed(left: str, right: str) -> bool:
    """Tell whether Han stands beside Western."""
    return (is_han(left) and is_western(right)) or (is_western(left) and is_han(right))
