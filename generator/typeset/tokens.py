"""Text cut into what is set as one: a Han character, a mark, a dash of two ems, a Western word or number.

In: a string. Out: its pieces in order, which joined give it back.
"""

from __future__ import annotations

import re

WESTERN = "!-~°²³¹À-ÖØ-öø-ʯͰ-ϿЀ-ӿ"
COMBINING = "\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\u200d"
"""Marks that are set with the character before them; nobody may part them."""

BARE = " \\t\\n\\v\\f\\r\\x85\u2000-\u2006\u2008-\u200b\u2028\u2029\u3000"
"""Spaces and typed line ends, which nothing combines with (Unicode UAX #14, LB 9)."""

RANGE_HYPHEN = "-(?<=[年月日号万亿元]-)(?=[0-9])"
"""2017年-2020年, 13万-17万: a hyphen that connects two dates or amounts, no sign of a number."""

TOKEN = re.compile(f"{RANGE_HYPHEN}|[{WESTERN}][{WESTERN}{COMBINING}]*|—{{2,}}|…{{2,}}|[^{BARE}][{COMBINING}]*|.", re.DOTALL)


def tokens(text: str) -> list[str]:
    """Return the pieces of a text, in order."""
    return TOKEN.findall(text)
