"""Text cut into what is set as one: a Han character, a mark, a dash of two ems, a Western word or number.

In: a string. Out: its pieces in order, which joined give it back; and where a long Western piece may be parted.
"""

from __future__ import annotations

import re

from generator.typeset.unicode_classes import COMBINING, WORD_RANGES

WESTERN = f"!-~{WORD_RANGES}°′″"
"""Printable ASCII, all letters of words, and what follows a digit and may have one behind it (5′3″)."""

BARE = " \n\v\f\r\x85\u200b\u2028\u2029"
"""Spaces and typed line ends, which nothing combines with (Unicode UAX #14, LB 9)."""

RANGE_HYPHEN = "(?<=[年月日号])-(?=[0-9])"
"""2017年-2020年: a hyphen that connects two dates, no sign of a number."""

JOINER = "\u200d"
"""Ties the characters on both sides into one (LB 8a)."""

TOKEN = re.compile(
    f"{RANGE_HYPHEN}|[{WESTERN}][{WESTERN}{COMBINING}]*|[—―]{{2,}}|[…⋯]{{2,}}|[^{BARE}][{COMBINING}]*|.", re.DOTALL
)

ADDRESS = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
ADDRESS_POINT = re.compile(r"(?<=[^/:.?&=#_-])(?=[.?&=#_-][^/])")
"""An address is parted before its own signs, never beside a slash (GB/T 15834-2011, 5.1.9)."""

HYPHEN_POINT = re.compile(r"(?<=[0-9A-Za-z]-)(?=[0-9A-Za-z])")
"""After a word's own hyphen (CY/T 154-2017, 9)."""

SLASH_POINT = re.compile(r"(?<=[0-9A-Za-z]-)(?=[0-9A-Za-z])|(?<=[A-Za-z]/)(?=[A-Za-z])")
"""After its slash too, where the break level lets one end a line."""

LETTERS = re.compile(r"[A-Za-z]+")
LONG_WORD = 8
"""Letters from which a word is worth a hyphen; shorter ones are moved whole."""
LEFT_LETTERS = 3
RIGHT_LETTERS = 3
"""The least that stands on either side of a hyphen."""


def tokens(text: str) -> list[str]:
    """Return the pieces of a text, in order."""
    pieces: list[str] = TOKEN.findall(text)
    return _joined(pieces) if JOINER in text else pieces


def _joined(pieces: list[str]) -> list[str]:
    joined: list[str] = []
    for piece in pieces:
        if joined and joined[-1].endswith(JOINER) and piece not in BARE:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def plain_points(word: str, *, slashed: bool = False) -> tuple[int, ...]:
    """Return where a Western piece may be parted without a hyphen being added; `slashed` tells whether a slash may end a line."""
    pattern = ADDRESS_POINT if ADDRESS.match(word) else SLASH_POINT if slashed else HYPHEN_POINT
    return tuple(match.start() for match in pattern.finditer(word))


def hyphen_points(word: str) -> tuple[int, ...]:
    """Return where a long English word may be parted with a hyphen (CY/T 154-2017, 9)."""
    match = max(LETTERS.finditer(word), key=lambda one: one.end() - one.start(), default=None)
    if match is None or match.end() - match.start() < LONG_WORD or ADDRESS.match(word) or plain_points(word):
        return ()
    import pyphen  # noqa: PLC0415  # its dictionary costs 20 ms, and most reports have no such word

    pattern = pyphen.Pyphen(lang="en_US", left=LEFT_LETTERS, right=RIGHT_LETTERS)
    return tuple(match.start() + int(point) for point in pattern.positions(match.group()))
