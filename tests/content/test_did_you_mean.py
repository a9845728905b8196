from __future__ import annotations

import pytest

from generator.content.figures.numerals import value_of
from generator.content.slips.spelling import did_you_mean


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        ("淘宝存", ["淘宝村", "抗疫投入"], "淘宝村"),
        ("善宽", ["善款", "植树"], "善款"),
        ("titel", ["title", "text"], "title"),
        ("Title", ["title", "text"], "title"),
        ("抗疫", ["抗疫投入", "植树"], "抗疫投入"),
        ("完全不同", ["淘宝村"], None),
        ("", ["淘宝村"], None),
        ("甲" * 1000, ["甲"], None),
    ],
)
def test_the_nearest_word_is_offered(word, candidates, meant) -> None:
    assert did_you_mean(word, candidates) == meant


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("二十八", 28),
        ("十五", 15),
        ("三千万", 30_000_000),
        ("一亿二千万", 120_000_000),
        ("二〇二〇", 2020),
        ("一百零三", 103),
        ("数亿", None),
        ("", None),
    ],
)
def test_chinese_numerals_have_a_value(numeral, value) -> None:
    assert value_of(numeral) == value
