"""Text cut into what is set as one: a Han character, a mark, a dash of two ems, a Western word or number.

In: a string. Out: its pieces in order, which joined give it back.
"""

from __future__ import annotations

import re

from generator.typeset.unicode_classes import COMBINING, WORD_RANGES

WESTERN = f"!-~{WORD_RANGES}°′″"
"""Printable ASCII, all letters of words, and what follows a digit and may have one behind it (5′3″)."""

BARE = " \n\v\f\r\x85\u200b\u2028\u2029"
"""Spaces and typed line ends, which nothing combines with (Unicode UAX #14, LB 9)."""

RANGE_HYPHEN = "-(?<=[年月日号万亿元]-)(?=[0-9])"
"""2017年-2020年, 13万-17万: a hyphen that connects two dates or amounts, no sign of a number."""

EQUALS = "[=*](?<=[\u2e80-\uffef][=*])"
"""月=2.1: a sign between operands of two scripts is a piece by itself."""

JOINER = "\u200d"
"""Ties the characters on both sides into one (LB 8a)."""

FIRST_HAN, LAST_HAN = "\u4e00", "\u9fff"
HAN = f"[{FIRST_HAN}-{LAST_HAN}]+(?![{COMBINING}])"
"""The common run of Han characters: found at once, and cut into its characters afterwards."""

TOKEN = re.compile(
    f"{HAN}|{RANGE_HYPHEN}|{EQUALS}|[{WESTERN}][{WESTERN}{COMBINING}]*|[—―]{{2,}}|[…⋯]{{2,}}|[^{BARE}][{COMBINING}]*|.", re.DOTALL
)


def tokens(text: str) -> list[str]:
    """Return the pieces of a text, in order."""
    pieces: list[str] = []
    for piece in TOKEN.findall(text):
        if len(piece) > 1 and FIRST_HAN <= piece[-1] <= LAST_HAN:
            pieces.extend(piece)
        else:
            pieces.append(piece)
    return _joined(pieces) if JOINER in text else pieces


def _joined(pieces: list[str]) -> list[str]:
    joined: list[str] = []
    for piece in pieces:
        if joined and joined[-1].endswith(JOINER) and piece not in BARE:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined
