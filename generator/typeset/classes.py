"""The classes of characters that Chinese composition tells apart (W3C CLREQ, 3.1 and 4; GB/T 15834-2011, 5.1).

In: a character. Out: its class, by which `spacing` finds the room beside it and `breaks` whether a line may end there.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum


class Class(IntEnum):
    """What a character is to its neighbours."""

    HAN = 0
    OPEN = 1
    """Opening brackets and quotation marks, full-width, ink in the right half."""
    CLOSE = 2
    """Closing brackets and quotation marks, ink in the left half."""
    COMMA = 3
    """，、；： with their ink in the left half."""
    STOP = 4
    """。．？！ likewise."""
    MIDDLE = 5
    """The interpunct · and the ratio sign ∶, half an em."""
    DASH = 6
    """——, one piece of two ems."""
    ELLIPSIS = 7
    """……, one piece of two ems."""
    CONNECTOR = 8
    """A lone – — ～ between two ends of a range."""
    SLASH = 9
    PREFIX = 10
    """￥ ＄ №: before a number."""
    POSTFIX = 11
    """％ ‰ ℃: after a number."""
    WESTERN = 12
    """Latin, Greek and Cyrillic letters and digits, a word or a number as a whole."""
    SPACE = 13
    WESTERN_OPEN = 14
    """A half-width opening bracket at a word's edge."""
    WESTERN_CLOSE = 15
    """Half-width , . ; : ! ? ) at a word's edge."""
    NEUTRAL = 16
    """Signs that want no room and know no side: × = straight quotes."""
    NOTE = 17
    """A note mark, raised, which clings to what it notes."""
    GLUE = 18
    """No-break spaces and joiners: no line ends on either side (Unicode UAX #14, GL and WJ)."""
    OPENING = 19
    """The zero-width space: a line may end after it, whatever follows (UAX #14, ZW)."""


CHARACTERS: tuple[tuple[Class, str], ...] = (
    (Class.OPEN, "‘“（［｛《〈【〖〔「『"),
    (Class.CLOSE, "’”）］｝》〉】〗〕」』"),
    (Class.COMMA, "，、；："),
    (Class.STOP, "。．？！"),
    (Class.MIDDLE, "·∶"),
    (Class.ELLIPSIS, "…"),
    (Class.CONNECTOR, "–—～-"),
    (Class.SLASH, "/／"),
    (Class.PREFIX, "￥＄№¥$€£"),
    (Class.POSTFIX, "％‰℃%°"),
    (Class.WESTERN_OPEN, "([{<"),
    (Class.WESTERN_CLOSE, ",.;:!?)]}>"),
    (Class.NEUTRAL, "\"'×÷±−=+≈≠≤≥|*~^`\\_→←↑↓"),
    (Class.SPACE, " \t\n\v\f\r\x85\u2028\u2029\u3000"),
    (Class.WESTERN, "#@&"),
    (Class.GLUE, "\u00a0\u202f\u2060\ufeff"),
    (Class.OPENING, "\u200b"),
)

WESTERN_NAMES = ("LATIN", "DIGIT", "GREEK", "CYRILLIC", "SUPERSCRIPT", "SUBSCRIPT", "VULGAR", "COMBINING")
"""How the Unicode names of Western letters, digits and accents begin; full-width forms begin otherwise."""

_CLASSES = {char: kind for kind, characters in CHARACTERS for char in characters}


def classify(char: str) -> Class:
    """Return the class of a character."""
    if char not in _CLASSES:
        _CLASSES[char] = _by_name(char)
    return _CLASSES[char]


def _by_name(char: str) -> Class:
    if unicodedata.name(char, "").startswith(WESTERN_NAMES):
        return Class.WESTERN
    return Class.HAN


def is_solid(char: str) -> bool:
    """Tell whether a character counts as text in a short last line: a letter, a digit, a Han character."""
    return classify(char) in (Class.HAN, Class.WESTERN, Class.POSTFIX)
