from __future__ import annotations

import pytest

from generator.inspection.numerals import MASK, mask, numerals, occurrences, unexplained


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("近34亿元", ["34"]),
        ("17.6%，2,700亿元", ["17.6", "2,700"]),
        ("人人3小时", ["3"]),
        ("第①段", ["①"]),
        ("３４亿", ["３４"]),
        ("十五年，从一棵树到一片林", ["十五"]),
        ("数亿消费者", ["数亿"]),
        ("一千瓦时", ["一千"]),
        ("从一棵树到一片林", []),
        ("三年卖出，两个方向", []),
        ("四川青川", []),
    ],
)
def test_a_numeral_is_digits_of_any_script_or_a_chinese_run_with_a_scale(text: str, found: list[str]) -> None:
    assert [one.text for one in numerals(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "2020年4月",
        "2020年底",
        "2021年8月5日",
        "2021财年",
        "截至2021年3月",
        "2017年12月至2020年12月",
        "2020—2021",
        "2021-08-05",
        "2020年—2021年",
        "2020至2021年",
        "2021财政年度",
        "万一",
        "三成、一半",
        "双11",
    ],
)
def test_dates_and_names_explain_themselves(text: str) -> None:
    assert unexplained(text, ["双11"]) == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("12020年", "12020"),
        ("2020个", "2020"),
        ("3020年", "3020"),
        ("5年", "5"),
        ("双110", "110"),
        ("第20段", "20"),
        ("1双11", "1"),
        ("2020—2021万", "2020"),
        ("-½", "½"),
        ("〇", "〇"),
        ("20201", "20201"),
    ],
)
def test_what_only_looks_like_a_date_or_a_name_does_not(text: str, left: str) -> None:
    assert [one.text for one in unexplained(text, ["双11", "第2"])][:1] == [left]


@pytest.mark.parametrize(
    ("text", "words", "at"),
    [
        ("投入近34亿元", "近34亿元", [2]),
        ("134亿元", "34亿元", []),
        ("1.34亿元", "34亿元", []),
        ("34亿元和34亿元", "34亿元", [0, 5]),
        ("5425个", "542", []),
        ("第17.6页", "17", []),
        ("2.2亿棵", "2.2亿棵", [0]),
    ],
)
def test_a_use_is_found_in_full_or_not_at_all(text: str, words: str, at: list[int]) -> None:
    assert list(occurrences(text, words)) == at


def test_masking_keeps_every_place_and_takes_the_longest_first() -> None:
    assert mask("天猫618与618", ["618", "天猫618"]) == MASK * 5 + "与" + MASK * 3
