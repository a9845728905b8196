"""The classes of characters that Chinese composition tells apart (W3C CLREQ, 3.1 and 4; GB/T 15834-2011, 5.1).

In: a character. Out: its class, by which `spacing` finds the room beside it and `breaks` whether a line may end there. Every
character has one from Unicode's line-break class and East Asian width (UAX #14, UAX #11); the rows below are only what Chinese
standards say otherwise.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from enum import IntEnum
from functools import cache
from itertools import accumulate
from typing import TypeAlias


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
    """％ ‰ ℃ ㎡: after a number."""
    WESTERN = 12
    """Latin, Greek and Cyrillic letters and digits, a word or a number as a whole."""
    SPACE = 13
    WESTERN_OPEN = 14
    """A half-width opening bracket at a word's edge."""
    WESTERN_CLOSE = 15
    """Half-width , . ; : ! ? ) at a word's edge."""
    NEUTRAL = 16
    """Signs that want no room and know no side: × → ★."""
    NOTE = 17
    """A note mark, raised, which clings to what it notes."""
    GLUE = 18
    """No-break spaces and joiners: no line ends on either side (Unicode UAX #14, GL and WJ)."""
    OPENING = 19
    """The zero-width space: a line may end after it, whatever follows (UAX #14, ZW)."""
    FOLLOWER = 20
    """々 ー and small kana: set as a Han character, but it begins no line (UAX #14, NS and CJ)."""
    SIGN = 21
    """Signs that go with letters and want no room: © = ∅ (UAX #14, AL)."""
    QUOTE = 22
    """Straight quotes and « », which may open or close: no line ends on either side (UAX #14, QU)."""
    MARK = 23
    """‼ ⁇ ⁈ ⁉: marks without an empty half, which begin no line (UAX #14, NS)."""


Row: TypeAlias = tuple[Class, str, str]
"""A class, its characters, and the source that says so where Unicode says otherwise."""

ROWS: tuple[Row, ...] = (
    (Class.OPEN, "‘“", "GB/T 15834-2011, 5.1.3: 前引号; Unicode's QU knows no side"),
    (Class.CLOSE, "’”", "GB/T 15834-2011, 5.1.3: 后引号"),
    (Class.COMMA, "，、；：", "GB/T 15834-2011, 5.1.1; CLREQ: squeezed after brackets and before the ends of sentences"),
    (Class.STOP, "。．", "GB/T 15834-2011, 5.1.1: squeezed last, as ？ and ！ are"),
    (Class.MIDDLE, "·‧•・･", "GB/T 15834-2011, 4.14 and 5.1.7: 间隔号, in the codes it is typed in; it begins no line"),
    (Class.MIDDLE, "∶", "GB/T 15835-2011, A.2: 比号, half an em as the interpunct is"),
    (Class.CONNECTOR, "—―～〜", "GB/T 15834-2011, 4.13 and 5.1.6: 连接号 begins no line, and may end one"),
    (Class.SLASH, "／", "GB/T 15834-2011, 5.1.9: 分隔号 stands at neither edge"),
    (Class.NEUTRAL, "+−±∓", "GB 3102.11-1993, 1: a formula is parted after its operator; before a number `numerals` holds it as a sign"),
    (Class.POSTFIX, "".join(map(chr, (*range(0x3371, 0x337B), *range(0x3380, 0x33C2), *range(0x33C3, 0x33D8), *range(0x33D9, 0x33E0)))),
     "CLREQ, prefix and suffix of digits: a unit ㎡ ㎏ stays with its number; Unicode's ID"),
    (Class.HAN, "ⅺⅻ⓿", "set as the rest of their series, which are AI"),
)  # fmt: skip
"""Only what CLREQ or GB/T say otherwise than Unicode."""

WIDE = frozenset("WF")
"""East Asian widths that are full in any context (UAX #11); A is full in Chinese fonts for signs and narrow for letters."""

BY_LINE_BREAK: dict[str, tuple[Class, Class]] = {
    "OP": (Class.OPEN, Class.WESTERN_OPEN),
    "CL": (Class.CLOSE, Class.WESTERN_CLOSE),
    "CP": (Class.CLOSE, Class.WESTERN_CLOSE),
    "EX": (Class.STOP, Class.WESTERN_CLOSE),
    "IS": (Class.COMMA, Class.WESTERN_CLOSE),
    "PR": (Class.PREFIX, Class.PREFIX),
    "BB": (Class.PREFIX, Class.PREFIX),
    "PO": (Class.POSTFIX, Class.POSTFIX),
    "SY": (Class.SLASH, Class.SLASH),
    "HY": (Class.CONNECTOR, Class.CONNECTOR),
    "B2": (Class.DASH, Class.DASH),
    "IN": (Class.ELLIPSIS, Class.ELLIPSIS),
    "QU": (Class.QUOTE, Class.QUOTE),
    "CJ": (Class.FOLLOWER, Class.FOLLOWER),
    "GL": (Class.GLUE, Class.GLUE),
    "WJ": (Class.GLUE, Class.GLUE),
    "ZW": (Class.OPENING, Class.OPENING),
    **dict.fromkeys(("SP", "BK", "CR", "LF", "NL"), (Class.SPACE, Class.SPACE)),
    **dict.fromkeys(("H2", "H3", "JL", "JV", "JT"), (Class.HAN, Class.HAN)),
    **dict.fromkeys(("EB", "EM", "RI", "CB"), (Class.NEUTRAL, Class.NEUTRAL)),
    **dict.fromkeys(("CM", "ZWJ"), (Class.WESTERN, Class.WESTERN)),
}
"""Class by line-break class alone, full-width and narrow. Of the others it is the general category that tells letters from signs."""

SIGNS = {"S": Class.SIGN, "P": Class.SIGN, "C": Class.SIGN, "": Class.WESTERN}

BY_CATEGORY: dict[str, dict[str, Class]] = {
    "BA": {"Z": Class.SPACE, "C": Class.SPACE, "": Class.CONNECTOR},
    "NS": {"P": Class.MARK, "": Class.FOLLOWER},
    "ID": {"S": Class.NEUTRAL, "P": Class.NEUTRAL, "": Class.HAN},
    "AI": {"So": Class.NEUTRAL, "Sm": Class.NEUTRAL, "Sk": Class.SIGN, "P": Class.SIGN, "N": Class.HAN, "": Class.WESTERN},
    **dict.fromkeys(("AL", "HL", "SA", "NU", "XX", "SG"), SIGNS),
}
"""Class by line-break class and general category (UAX #44): letters, signs and spaces. Ambiguous signs and numbers (AI: → ★ ①) are
full-width in Chinese fonts, and so as ID (UAX #14, LB 1)."""

SMALL = ("<super>", "<sub>", "<fraction>")
"""Of what is ambiguous, that which is narrow all the same, as AL is: ² ½ ™."""

_CLASSES = {char: kind for kind, characters, _ in ROWS for char in characters}


@cache
def _runs() -> tuple[list[int], list[tuple[str, str]]]:
    """Return the first code of each run of the table, and its line-break class and width."""
    from generator.typeset.unicode_classes import RUNS  # noqa: PLC0415  # read at the first character without a row

    runs = [run.split(":") for run in RUNS.split()]
    return list(accumulate((int(count, 16) for count, _, _ in runs), initial=0)), [(broken, wide) for _, broken, wide in runs]


def unicode_classes(char: str) -> tuple[str, str]:
    """Return a character's line-break class and East Asian width (UAX #14, UAX #11)."""
    starts, kinds = _runs()
    return kinds[bisect_right(starts, ord(char)) - 1]


def classify(char: str) -> Class:
    """Return the class of a character."""
    if char not in _CLASSES:
        _CLASSES[char] = _by_unicode(char)
    return _CLASSES[char]


def _by_unicode(char: str) -> Class:
    broken, width = unicode_classes(char)
    if broken in BY_LINE_BREAK:
        return BY_LINE_BREAK[broken][width not in WIDE]
    small = broken == "AI" and unicodedata.decomposition(char).startswith(SMALL)
    category, kinds = unicodedata.category(char), BY_CATEGORY["AL" if small else broken]
    return next(kinds[key] for key in (category, category[0], "") if key in kinds)


def is_solid(char: str) -> bool:
    """Tell whether a character counts as text in a short last line: a letter, a digit, a Han character."""
    return classify(char) in (Class.HAN, Class.WESTERN, Class.POSTFIX, Class.FOLLOWER)
