"""What a difference is about: a number, the wording, or the looks alone."""

from __future__ import annotations

import pytest

from generator.inspection.matter import Change, Judge, Matter, fact_matter, read_aloud
from generator.statement.model import Kind, Run, Thing, facts

JUDGE = Judge(("双11",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("淘宝村已有5425个", "淘宝村已有5452个"),
        ("淘宝村已有5425个", "淘宝村已有5425家"),
        ("投入近34亿元", "投入34亿元"),
        ("投入近34亿元", "投入超34亿元"),
        ("投入34亿元", "投入34万元"),
        ("减少17.6%", "增加17.6%"),
        ("减少17.6%", "减少17.6个百分点"),
        ("同比增长21.3%", "环比增长21.3%"),
        ("累计捐出1.5亿元", "当年捐出1.5亿元"),
        ("截至2021年3月", "截至2020年3月"),
        ("2013年与2020年", "2020年与2013年"),
        ("碳排放减少", "碳排放增加"),
        ("人数不再下降", "人数再下降"),
        ("-3.5亿元", "3.5亿元"),
        ("首次突破5000个", "再次突破5000个"),
        ("三千多人", "三千人"),
    ],
)
def test_words_that_change_what_a_number_means_are_a_matter_of_numbers(before: str, after: str) -> None:
    assert JUDGE.words(before, after) is Matter.NUMBER
    assert JUDGE.words(after, before) is Matter.NUMBER


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("投入近34亿元，先护住生命", "投入近34亿元，先保护生命"),
        ("一棵树长成一片林", "一株树长成一片林"),
        ("从抗疫讲起", "由抗疫讲起"),
        ("把今天的事做好", "将今天的事做好"),
    ],
)
def test_other_words_are_wording(before: str, after: str) -> None:
    assert JUDGE.words(before, after) is Matter.WORDING


def test_what_is_struck_out_or_hidden_is_not_read_and_a_raised_digit_is_another_number() -> None:
    assert read_aloud([Run("近"), Run("34", facts(struck="sngStrike")), Run("亿元")]) == "近亿元"
    assert read_aloud([Run("10"), Run("2", facts(shift="super"))]) == "10^2^"
    assert read_aloud([Run("34", facts(faint=1))]) == ""


@pytest.mark.parametrize(
    ("thing", "change", "matter"),
    [
        (Thing(Kind.POINT), Change("value", "17", "71"), Matter.NUMBER),
        (Thing(Kind.POINT), Change("colour", "B83226", ""), Matter.NUMBER),
        (Thing(Kind.POINT), Change("colour", "B83226", "244480"), Matter.APPEARANCE),
        (Thing(Kind.POINT), Change("beside", "", "showSerName"), Matter.WORDING),
        (Thing(Kind.CHART), Change("most", "", "10"), Matter.NUMBER),
        (Thing(Kind.CHART), Change("gap", "60", "200"), Matter.APPEARANCE),
        (Thing(Kind.CELL), Change("format", "#,##0", "#,##0,"), Matter.NUMBER),
        (Thing(Kind.MARK, facts=facts(chart=1)), Change("width", "80", "120"), Matter.NUMBER),
        (Thing(Kind.MARK), Change("width", "80", "120"), Matter.APPEARANCE),
        (Thing(Kind.TEXT, (Run("34亿元"),)), Change("upside-down", "", "1"), Matter.NUMBER),
        (Thing(Kind.TEXT, (Run("一片林"),)), Change("upside-down", "", "1"), Matter.WORDING),
        (Thing(Kind.TEXT, (Run("34亿元"),)), Change("bullet", "", "−"), Matter.NUMBER),
        (Thing(Kind.TEXT, (Run("34亿元"),)), Change("bullet", "", "•"), Matter.APPEARANCE),
        (Thing(Kind.TEXT, (Run("34亿元"),)), Change("size", "12", "18"), Matter.APPEARANCE),
        (Thing(Kind.TEXT, (Run("34亿元"),)), Change("spread", "", "-6"), Matter.NUMBER),
    ],
)
def test_a_fact_is_a_matter_of_what_it_changes(thing: Thing, change: Change, matter: Matter) -> None:
    assert fact_matter(thing, change, JUDGE) is matter


def test_a_name_with_a_numeral_is_no_number() -> None:
    assert not JUDGE.matters("双11期间")
    assert JUDGE.matters("双11期间的12个市")
