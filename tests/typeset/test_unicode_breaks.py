"""Line ends against Unicode's own test (UAX #14, LineBreakTest.txt), all of its texts that can be typed, at every level.

Every pair of classes where we part from Unicode is listed here with the reason; a new one fails, and so does a stale one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

import pytest

from generator.typeset.breaks import Rank
from generator.typeset.classes import unicode_classes
from generator.typeset.cutting import merged, strips
from generator.typeset.model import Align, Level, Setting, Span
from generator.typeset.paragraph import UNBOUNDED
from generator.typeset.unicode_classes import VERSION
from generator.units import pt
from tests.conftest import REQUIRED
from tests.typeset.unicode_table import UNICODE, lines_of, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = "a Western piece without spaces is one word, parted only at its hyphens where it is wide (CY/T 154-2017, 9; CLREQ)"
ACCENT = "an accent typed alone stays with what it was meant for"
GLUED = "glue holds to whatever is before it, a space too: whoever types it means it"
UNIT = "a number keeps its unit (GB/T 15835-2011; CLREQ, prefix and suffix)"
AMBIGUOUS = "ambiguous operators are full-width in Chinese, and so as ID (UAX #14, LB 1); in a formula `numerals` holds them"

UNSEEN = frozenset({"CB", "EM", "JL", "JT", "JV", "RI"})
"""Object replacements, which the content refuses, and what no face has a glyph for: loose jamo, flags, colours of skin."""

MORE, FEWER = "a line may end where Unicode holds", "no line ends where Unicode lets it"
BASIC, GB, STRICT = Level
EVERY = frozenset(Level)

NOT_B2 = "AI AL BA CJ CL CP EB EX H2 H3 HL HY ID IS NS NU PO SA XX"
WORDS = "AI AL HL NU SA XX"
DOTS = "dots begin a line but at the strict level (CLREQ, line start)"

DIFFERENCES: tuple[tuple[str, str, str, frozenset[Level], str], ...] = (
    (
        f"{NOT_B2} CR IN LF PR SP SY ZW ZWJ",
        "B2",
        FEWER,
        EVERY,
        "a lone dash is a connector and begins no line (GB/T 15834-2011, 5.1.6)",
    ),
    ("SP ZW", "BA HY", FEWER, EVERY, "other connectors neither, after a space or a joiner too (5.1.6); a typed tab is a space"),
    ("SP ZW", "CJ CL CP EX IS NS SY", FEWER, EVERY, "a mark begins no line, after a space neither (5.1.1-5.1.3, 5.1.9)"),
    ("B2 BA CJ CL CP EX HY IN IS NS PO PR SP SY ZW", "PO", FEWER, EVERY, "a per cent sign begins no line (CLREQ, line start)"),
    ("PR", "OP PR", FEWER, EVERY, "a currency sign ends no line (CLREQ, line end)"),
    ("SY", "EB H2 H3 ID OP", FEWER, frozenset({GB, STRICT}), "a slash ends no line but at the basic level (5.1.9)"),
    ("CL EX", WORDS, FEWER, EVERY, WORD),
    ("SY", "AI AL NU SA", FEWER, EVERY, WORD),
    ("SY", "XX", FEWER, frozenset({GB, STRICT}), WORD),
    ("IS", "NU", FEWER, EVERY, WORD),
    ("CL CP EX HY IS PO SY", "OP PR", FEWER, EVERY, WORD),
    ("HY", "AI AL HL SA", FEWER, EVERY, WORD),
    ("BA", "AL", FEWER, EVERY, WORD),
    ("AI AL HL NU SA XX PR SP CR LF ZW ZWJ", "BB", FEWER, EVERY, ACCENT),
    ("SY", "BB", FEWER, frozenset({GB, STRICT}), ACCENT),
    ("BA HY SP ZW", "GL", FEWER, EVERY, GLUED),
    ("SP ZW", "WJ", FEWER, EVERY, GLUED),
    ("NU SP", "ID", FEWER, EVERY, UNIT),
    (f"{NOT_B2} B2 CR LF SP ZW ZWJ", "IN", MORE, frozenset({BASIC, GB}), DOTS),
    ("SY", "IN", MORE, frozenset({BASIC}), DOTS),
    ("SP ZW", "IN", FEWER, frozenset({STRICT}), DOTS),
    ("BA", "QU", MORE, EVERY, "a typed tab is a space, after which a straight quote opens"),
    ("AI", "OP", MORE, EVERY, AMBIGUOUS),
    ("CP", "AI", MORE, EVERY, AMBIGUOUS),
)
"""By the classes on the left, those on the right, and the levels. Every pair of it occurs."""


@pytest.fixture(scope="module")
def unicode() -> Path:
    if (UNICODE / "LineBreak.txt").is_file():
        if version_of(UNICODE) != VERSION:
            pytest.skip(f"the table is of Unicode {VERSION}, the package of {version_of(UNICODE)}")
        return UNICODE
    if REQUIRED:
        pytest.fail("the package unicode-data is not installed, and JIANBAO_REQUIRE_TOOLS=1 asks for it")
    pytest.skip("the package unicode-data is not installed")


def samples(unicode: Path) -> Iterator[tuple[str, set[int]]]:
    """Each text of the test with the places where a line may end."""
    for line in lines_of(unicode / "auxiliary" / "LineBreakTest.txt"):
        parts = line.split()
        text = "".join(chr(int(code, 16)) for code in parts[1::2])
        yield text, {place for place, mark in enumerate(parts[::2]) if mark == "÷" and 0 < place < len(text)}


def our_breaks(text: str, level: Level, library, sans) -> set[int]:
    found: set[int] = set()
    at = 0
    setting = Setting(UNBOUNDED, pt(17), Align.LEFT, level=level)
    for index, strip in enumerate(strips(merged([Span(text, sans)]), setting, library)):
        found |= {at} if index else set()
        for place, (atom, joint) in enumerate(zip(strip.atoms, strip.joints, strict=True)):
            found |= {at} if place and joint.rank is Rank.FREE else set()
            at += len(atom.text)
    return found


def is_typed(text: str) -> bool:
    """Whether all characters may be in a content that is built: no control characters but line ends and tabs."""
    return all(unicode_classes(char)[0] not in UNSEEN and (category(char) != "Cc" or char in "\t\n\r") for char in text)


def class_before(text: str, place: int) -> str:
    """The class of what ends before a place: a combining mark counts as its base (LB 9)."""
    index = place - 1
    while index > 0 and unicode_classes(text[index])[0] == "CM":
        index -= 1
    return unicode_classes(text[index])[0]


@pytest.mark.parametrize("level", list(Level))
def test_line_ends_are_those_of_unicode_but_for_the_listed_ones(unicode, level: Level, library, sans) -> None:
    compared, found = 0, set()
    for text, expected in filter(lambda one: is_typed(one[0]), samples(unicode)):
        compared += 1
        for place in our_breaks(text, level, library, sans) ^ expected:
            way = FEWER if place in expected else MORE
            found.add((class_before(text, place), unicode_classes(text[place])[0], way))
    listed = {
        (left, right, way)
        for lefts, rights, way, levels, _ in DIFFERENCES
        for left in lefts.split()
        for right in rights.split()
        if level in levels
    }
    assert compared > 4500
    assert sorted(found - listed) == []
    assert sorted(listed - found) == []
