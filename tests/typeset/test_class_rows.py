"""What each class of characters does at a line's start and end, beside Han and Western text, and beside its like, at every level.

GB/T 15834-2011, 5.1; W3C CLREQ, prohibition rules and mixed text composition; Unicode UAX #14 for all that they leave alone. At least ten
characters a class, where it has as many.
"""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple
from unicodedata import category

import pytest
import uharfbuzz

from generator.fonts.library import Library
from generator.typeset.breaks import Rank
from generator.typeset.classes import ROWS, Class, _by_unicode, classify, unicode_classes
from generator.typeset.cutting import merged, strips
from generator.typeset.model import Align, Level, Setting, Span
from generator.typeset.strip import Strip
from generator.typeset.tokens import tokens
from generator.typeset.unicode_classes import WORD_RANGES
from generator.units import em, pt

BASIC, GB, STRICT = Level
ALL, NEVER = frozenset(Level), frozenset()
QUARTER = 0.25


class Row(NamedTuple):
    """A class: its characters, the levels at which one may begin and end a line between Han, the gaps beside Han and digits in ems."""

    kind: Class
    characters: str
    begins: frozenset[Level]
    ends: frozenset[Level]
    beside_han: float = 0
    beside_digits: float = 0


TABLE = (
    Row(Class.HAN, "简报林〇〆一あカン한글ㄅ㈠㊀Ⅷⅻ７Ａ", ALL, ALL, 0, QUARTER),
    Row(Class.HAN, "①⑩⓪❶⑴⓫➀➊", NEVER, ALL, 0, QUARTER),  # note marks cling to what they note (T14)
    Row(Class.FOLLOWER, "々〻ーゝヽぁぃっゃァィッャヵヶㇰｧｰﾞ", NEVER, ALL, 0, QUARTER),
    Row(Class.OPEN, "‘“（［｛｟《〈【〖〔〘〚「『〝", ALL, NEVER),
    Row(Class.CLOSE, "’”）］｝｠》〉】〗〕〙〛」』〞〟", NEVER, ALL),
    Row(Class.COMMA, "，、；：", NEVER, ALL),
    Row(Class.STOP, "。．？！", NEVER, ALL),
    Row(Class.MARK, "‼⁇⁈⁉", NEVER, ALL),
    Row(Class.MIDDLE, "·‧•・･∶", NEVER, ALL),
    Row(Class.CONNECTOR, "-–—―～〜‐‒", NEVER, ALL),
    Row(Class.SLASH, "/／", NEVER, frozenset({BASIC})),
    Row(Class.ELLIPSIS, "…⋯‥", frozenset({BASIC, GB}), ALL),
    Row(Class.DASH, "⸺⸻", frozenset({BASIC, GB}), ALL),
    Row(Class.PREFIX, "￥＄￡￦№¥$€£₩₫₹₽¤", ALL, NEVER),
    Row(Class.POSTFIX, "％‰‱℃℉%¢￠°′″㎡㎏㎞㏄㎎㎜", NEVER, ALL),
    Row(Class.WESTERN_OPEN, "([{¡¿‚„", ALL, NEVER),
    Row(Class.WESTERN_CLOSE, "!),.:;?]}", NEVER, ALL),
    Row(Class.WESTERN, "AzéñßΩπЖяạɑ7½²ªŁ", ALL, ALL, QUARTER),
    Row(Class.SIGN, "©®™§¶‖#&@~^_¬¦", ALL, ALL),
    Row(Class.SIGN, "†‡※", NEVER, ALL),  # note marks
    Row(Class.SIGN, "<>", NEVER, NEVER),  # comparisons stand between two terms
    Row(Class.NEUTRAL, "∓→←↑⇒★☆▲◆○●☎∞∵♪☀⚽＆＠🆗", ALL, ALL),
    Row(Class.NEUTRAL, "×÷−＋＝", NEVER, ALL),  # a formula is parted after its operator (GB 3102.11-1993)
    Row(Class.NEUTRAL, "±≈≠≤≥", NEVER, NEVER),
    Row(Class.QUOTE, "\"'«»‹›", NEVER, NEVER),
    Row(Class.GLUE, "\u00a0\u202f\u2007\u2060\ufeff‑", NEVER, NEVER),
    Row(Class.SPACE, " \u2002\u2003\u2009\u3000", NEVER, ALL),
)
CASES = [(row, char) for row in TABLE for char in row.characters]


@pytest.fixture(scope="module")
def strip_of(library, sans):
    def make(text: str, level: Level = GB) -> Strip:
        setting = Setting(em(sans.size, 40), pt(17), Align.LEFT, level=level)
        return strips(merged([Span(text, sans)]), setting, library)[0]

    return make


def rooms(strip: Strip) -> dict[str, float]:
    """The room before each atom in ems."""
    return {atom.text: joint.desired / atom.size for atom, joint in zip(strip.atoms, strip.joints, strict=True)}


@pytest.mark.parametrize(("row", "char"), CASES)
def test_a_character_has_the_class_of_its_row(row: Row, char: str) -> None:
    assert classify(char) is row.kind


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize(("row", "char"), CASES)
def test_a_character_begins_and_ends_lines_as_its_row_says(strip_of, row: Row, char: str, level: Level) -> None:
    strip = strip_of(f"简{char}报", level)
    assert [atom.text for atom in strip.atoms] == ["简", char, "报"]
    before, after = (joint.rank is Rank.FREE for joint in strip.joints[1:])
    assert (before, after) == (level in row.begins, level in row.ends)


@pytest.mark.parametrize(("row", "char"), CASES)
def test_a_gap_stands_only_where_its_row_says(strip_of, row: Row, char: str) -> None:
    assert rooms(strip_of(f"简{char}报"))[char] == pytest.approx(row.beside_han)
    if len(tokens(f"7{char}7")) > 1:
        assert rooms(strip_of(f"7{char}"))[char] == pytest.approx(row.beside_digits)


OPENING, CLOSING, POINTS = "‘“（［｛《〈【〖〔「『", "’”）］｝》〉】〗〕」』", "，、；：。．？！"
SHARED = (
    *product(CLOSING, POINTS),  # ）。
    *product(POINTS, CLOSING),  # 。”
    *product(CLOSING, OPENING),  # 》（
    *product(POINTS, OPENING),  # ，“
    *((first, second) for first, second in product(OPENING, OPENING) if first != second),  # “《
    *((first, second) for first, second in product(CLOSING, CLOSING) if first != second),  # 》”
)
"""Neighbouring marks, two ems of which become one and a half (CLREQ, adjustment of adjacent punctuation marks)."""


def test_any_two_neighbouring_marks_share_half_an_em(strip_of) -> None:
    kept = {first + second: rooms(strip_of(f"简{first}{second}报"))[second] for first, second in SHARED}
    assert {pair for pair, room in kept.items() if room != pytest.approx(-0.5)} == set()


@pytest.mark.parametrize("level", list(Level))
def test_no_line_ends_between_neighbouring_marks_but_before_an_opening_one(strip_of, level: Level) -> None:
    for first, second in SHARED:
        free = strip_of(f"简{first}{second}报", level).joints[2].rank is Rank.FREE
        assert (first, second, free) == (first, second, second in OPENING and first not in OPENING)


SQUEEZED = "".join(row.characters for row in TABLE if row.kind in (Class.OPEN, Class.CLOSE, Class.COMMA, Class.STOP))


@pytest.mark.parametrize("char", SQUEEZED)
def test_what_is_squeezed_has_an_empty_half_in_every_face(char: str) -> None:
    for face in Library.open().faces.values():
        (whole,), (half,) = face.shape(char), face.shape(char, ("halt",))
        assert (face.key, whole.advance, half.advance) == (face.key, 1000, 500)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("char", SQUEEZED)
def test_a_mark_gives_up_its_empty_half_at_a_line_s_edge(strip_of, char: str, level: Level) -> None:
    (mark,) = strip_of(char, level).atoms
    halves = (mark.width // 2, 0) if char in OPENING + "〝｟〘〚" else (0, mark.width // 2)
    assert (mark.width, (mark.head, mark.tail)) == (em(mark.size, 1), halves)


@pytest.mark.parametrize(
    ("mark", "ems"), [*((char, 0.5) for char in "·‧•・･∶/／‐"), *((char, 2) for char in ("——", "……", "⋯⋯", "⸺"))]
)
def test_a_mark_has_the_width_of_the_standard_whatever_its_face_says(strip_of, mark: str, ems: float) -> None:
    assert strip_of(f"简{mark}报").atoms[1].width == em(pt(10), ems)


@pytest.mark.parametrize(
    "piece", ["——", "――", "……", "⋯⋯", "5′3″", "Power™", "C#", "é́", "a\u0301b", "§4", "R&D", "好\ufe00", "👩\u200d👩"]
)
def test_one_piece_is_never_parted(piece: str) -> None:
    assert tokens(f"简{piece}报") == ["简", piece, "报"]


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("text", ["简（ 报", "简“  报", "see ( it", "简[ 报", "《 简"])
def test_an_opening_mark_ends_no_line_with_a_space_behind_it_neither(strip_of, text: str, level: Level) -> None:
    strip = strip_of(text, level)
    at = next(index for index, atom in enumerate(strip.atoms) if atom.text in "（“([《")
    behind = next(index for index in range(at + 1, len(strip.atoms)) if not strip.atoms[index].text.isspace())
    assert [joint.rank is Rank.FREE for joint in strip.joints[at + 1 : behind + 1]] == [False] * (behind - at)


def test_every_row_of_our_own_says_otherwise_than_unicode() -> None:
    for kind, characters, source in ROWS:
        assert source
        assert (kind, [char for char in characters if _by_unicode(char) is kind]) == (kind, [])


def covered() -> list[str]:
    """Every character that all faces have."""
    faces = [uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path))) for face in Library.open().faces.values()]
    return [chr(code) for code in sorted(set.intersection(*(set(face.unicodes) for face in faces)))]


def test_nothing_is_han_because_it_is_not_listed() -> None:
    han = {char for char in covered() if classify(char) is Class.HAN}
    assert len(han) > 28000
    assert {char for char in han if category(char)[0] not in "LN"} == set()
    assert {char for char in han if unicode_classes(char)[0] not in {"ID", "AI", "H2", "H3"}} == set("ⅺⅻ⓿")


def test_a_word_is_made_of_letters_and_of_the_signs_that_go_with_them() -> None:
    word = re.compile(f"[{WORD_RANGES}]")
    inside = {
        chr(code) for code in range(0x80, 0x2200) if word.match(chr(code)) and category(chr(code)) not in ("Cn", "Mn", "Mc", "Me")
    }
    assert {char for char in inside if classify(char) not in (Class.WESTERN, Class.SIGN)} == set()
    letters = {char for char in covered() if "\x80" <= char < "\u2200" and classify(char) in (Class.WESTERN, Class.SIGN)}
    assert {char for char in letters - inside if category(char)[0] != "M"} == set()
