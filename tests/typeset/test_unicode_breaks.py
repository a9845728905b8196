"""Line ends against Unicode's own test (UAX #14, LineBreakTest.txt) for the classes that Chinese composition leaves alone.

Marks, brackets, quotes, currency and per cent signs follow GB/T 15834-2011 and CLREQ, and are tested in `test_line_edges`. Of the
others, every pair of classes where we part from Unicode is listed here with the reason; a new one fails, and so does a stale one.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.typeset.breaks import Rank
from generator.typeset.classes import Class, classify
from generator.typeset.model import Align, Setting, Span
from generator.typeset.paragraph import UNBOUNDED
from generator.typeset.strip import merged, strips
from generator.units import pt
from tests.conftest import REQUIRED

if TYPE_CHECKING:
    from collections.abc import Iterator

UNICODE = Path("/usr/share/unicode")
"""Where Debian's package `unicode-data` puts its files."""

LEFT_ALONE = frozenset({"AL", "NU", "ID", "SP", "GL", "WJ", "ZW", "CM", "BK", "CR", "LF", "NL", "HY"})

MORE, FEWER = "a line may end where Unicode holds", "no line ends where Unicode lets it"
SPACED = "a lone hyphen is a connector and begins no line (GB/T 15834-2011, 5.1.6), after a space or a joiner neither"
GLUED = "glue holds to whatever is before it, a space too: whoever types it means it"

DIFFERENCES = {
    ("HY", "AL", FEWER): "a word is parted after its own hyphen only where it is wide, else moved whole",
    ("HY", "GL", FEWER): GLUED,
    ("SP", "GL", FEWER): GLUED,
    ("ZW", "GL", FEWER): GLUED,
    ("SP", "WJ", FEWER): GLUED,
    ("ZW", "WJ", FEWER): GLUED,
    ("SP", "HY", FEWER): SPACED,
    ("ZW", "HY", FEWER): SPACED,
    ("NU", "ID", FEWER): "a number keeps its unit (GB/T 15835-2011, CLREQ prefix and suffix)",
}


@pytest.fixture(scope="module")
def unicode() -> Path:
    if (UNICODE / "LineBreak.txt").is_file():
        return UNICODE
    if REQUIRED:
        pytest.fail("the package unicode-data is not installed, and JIANBAO_REQUIRE_TOOLS=1 asks for it")
    pytest.skip("the package unicode-data is not installed")


def lines_of(path: Path) -> Iterator[str]:
    return (line for raw in path.read_text("utf-8").splitlines() if (line := raw.partition("#")[0].strip()))


@pytest.fixture(scope="module")
def classes(unicode: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines_of(unicode / "LineBreak.txt"):
        codes, _, name = line.partition(";")
        first, _, last = codes.strip().partition("..")
        found |= dict.fromkeys(map(chr, range(int(first, 16), int(last or first, 16) + 1)), name.strip())
    return found


def samples(unicode: Path) -> Iterator[tuple[str, set[int]]]:
    """Each text of the test with the places where a line may end."""
    for line in lines_of(unicode / "auxiliary" / "LineBreakTest.txt"):
        parts = line.split()
        text = "".join(chr(int(code, 16)) for code in parts[1::2])
        yield text, {place for place, mark in enumerate(parts[::2]) if mark == "÷" and 0 < place < len(text)}


def our_breaks(text: str, library, sans) -> set[int]:
    found: set[int] = set()
    at = 0
    for index, strip in enumerate(strips(merged([Span(text, sans)]), Setting(UNBOUNDED, pt(17), Align.LEFT), library)):
        found |= {at} if index else set()
        for place, (atom, joint) in enumerate(zip(strip.atoms, strip.joints, strict=True)):
            found |= {at} if place and joint.rank is Rank.FREE else set()
            at += len(atom.text)
    return found


def is_ours(text: str, classes: dict[str, str]) -> bool:
    """Whether all characters are of classes left alone, of scripts that we set, and none a control character, which nobody may type."""
    return all(classes.get(char) in LEFT_ALONE and _is_set(char, classes[char]) for char in text)


def _is_set(char: str, name: str) -> bool:
    return not (name == "AL" and classify(char) is Class.HAN) and not (name == "CM" and unicodedata.category(char) == "Cc")


def class_before(text: str, place: int, classes: dict[str, str]) -> str:
    """The class of what ends before a place: a combining mark counts as its base (LB 9)."""
    index = place - 1
    while index > 0 and classes[text[index]] == "CM" and unicodedata.combining(text[index]):
        index -= 1
    return classes[text[index]]


def test_line_ends_are_those_of_unicode_but_for_the_listed_ones(unicode, classes, library, sans) -> None:
    compared, found = 0, set()
    for text, expected in samples(unicode):
        if not is_ours(text, classes):
            continue
        compared += 1
        for place in our_breaks(text, library, sans) ^ expected:
            found.add((class_before(text, place, classes), classes[text[place]], FEWER if place in expected else MORE))
    assert compared > 500
    assert sorted(found ^ set(DIFFERENCES)) == []
