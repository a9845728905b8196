"""Pieces wider than their measure: torn where it is least bad, and never so that a mark stands at the wrong edge."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.fonts.library import Library
from generator.ink import Ink
from generator.typeset.model import Align, Level, Setting, Span, Style
from generator.typeset.numerals import numerals
from generator.typeset.paragraph import broken, natural_width
from generator.units import em, pt

SIZE = pt(10)
LIBRARY = Library.open()
STYLE = Style("sans-regular", SIZE, Ink("ink", (0, 0, 0), (0, 0, 0, 100)))

TORN = {
    "before the unit": ("投入34亿元", 2.5, ["投入", "34亿", "元"]),
    "before the scale": ("投入12345亿元", 3.2, ["投入", "12345", "亿元"]),
    "a unit is a word": ("升3.2个百分点，", 6, ["升", "3.2", "个百分点，"]),
    "after a grouping comma": ("共1,234,567.89元", 4.2, ["共", "1,234,", "567.89", "元"]),
    "after a hyphen": ("于2021-08-05。", 4.3, ["于", "2021-08-", "05。"]),
    "of a telephone number": ("拨0571-8502-2088。", 4, ["拨", "0571-", "8502-", "2088。"]),
    "after a colon": ("于10:30:25的", 3.5, ["于", "10:30:", "25的"]),
    "between digits, none before a stop": ("于12345678。", 5, ["于", "12345678。"]),
    "and the stop keeps a digit": ("于12345678。", 4.6, ["于", "1234567", "8。"]),
    "and the comma": ("达123456，的", 3.4, ["达", "12345", "6，的"]),
    "never before a decimal point, nor after it": ("为12.345", 1.5, ["为", "1", "2.3", "45"]),
    "but sooner after it than before a mark": ("为3.7%。", 2.5, ["为", "3.", "7%。"]),
    "a per cent sign keeps a digit": ("有12345%，", 3.4, ["有", "1234", "5%，"]),
    "degrees too": ("有12345℃，", 3.4, ["有", "1234", "5℃，"]),
    "a qualifier stands with its digits": ("近12345678901亿", 4.7, ["近123456", "78901亿"]),
    "a note mark keeps a unit": ("投入34亿元①。", 4, ["投入", "34亿", "元①。"]),
    "a tolerance": ("（100.00±2.65）的", 5, ["（100.00±", "2.65）的"]),
    "a power": ("约3.5×10²个", 4, ["约3.5×", "10²个"]),
}


def lines(text: str, ems: float, level: Level = Level.GB, align: Align = Align.LEFT) -> list[str]:
    return list(broken([Span(text, STYLE)], Setting(em(SIZE, ems), pt(17), align, level=level), LIBRARY))


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize(("text", "ems", "expected"), TORN.values(), ids=TORN)
def test_a_piece_wider_than_its_measure_is_torn_where_it_is_least_bad(
    text: str, ems: float, expected: list[str], level: Level
) -> None:
    assert lines(text, ems, level) == expected


@pytest.mark.parametrize(
    ("text", "ems", "torn"), [("达123456，的", 3.4, 1), ("投入34亿元", 2.5, 1), ("于2021-08-05。", 4.3, 1), ("达12，的", 3, 0)]
)
def test_a_torn_number_is_told_and_no_edge_is(stick, text: str, ems: float, torn: int) -> None:
    shortfall = stick(text, ems, Align.LEFT).shortfall
    assert (shortfall.torn, shortfall.edges) == (torn, 0)


NO_START = "。．，、；：？！～·’”）］｝》〉】〗〕」』％‰℃/%,!:;)]}–—"
NO_END = "‘“（［｛《〈【〖〔「『￥＄№¥$([{/"

WHOLE = [
    "近34亿元",
    "2021-08-05",
    "3.5×10²",
    "（100.00±2.65）",
    "7×24小时",
    "0571-8502-2088",
    "≥60岁",
    "1,234.56万吨",
    "−5℃",
    "34.5%",
]
NUMBERS = [f"{number}的" for number in WHOLE]
pieces = st.lists(st.sampled_from([*NUMBERS, "简", "报", "的", "，", "。", "①", "“简”", "Power的"]), min_size=1, max_size=30)
tame = st.lists(st.sampled_from([*NUMBERS, "简", "报，", "的。", "好①", "“简”", "Power的"]), min_size=1, max_size=20)


@given(pieces, st.floats(1, 30), st.sampled_from(list(Level)), st.sampled_from([Align.JUSTIFY, Align.LEFT]))
@settings(max_examples=300, deadline=None)
def test_joined_lines_give_the_text_and_numbers_are_whole_where_they_fit(
    parts: list[str], ems: float, level: Level, align: Align
) -> None:
    text = "".join(parts)
    set_lines = lines(text, ems, level, align)
    assert "".join(set_lines) == text
    starts = list(accumulate(map(len, set_lines)))
    for start, end in numerals(text):
        with_marks = Span(text[max(start - 1, 0) : end + 3], STYLE)
        if natural_width([with_marks], LIBRARY) < em(SIZE, ems):
            assert not any(start < place < end for place in starts), text[start:end]


@given(tame.map("".join), st.floats(3, 30), st.sampled_from(list(Level)), st.sampled_from([Align.JUSTIFY, Align.LEFT]))
@settings(max_examples=300, deadline=None)
def test_no_mark_stands_at_the_wrong_edge_whatever_the_measure(text: str, ems: float, level: Level, align: Align) -> None:
    for before, after in pairwise(lines(text, ems, level, align)):
        assert after[0] not in NO_START
        assert before[-1] not in NO_END
