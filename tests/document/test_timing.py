"""Periods in a few words, in order of time: what stands under a chart's message, and what a formula or a label refers to."""

from __future__ import annotations

import author
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document import timing
from generator.document.model import plain
from generator.document.resolve import resolve


def periods(*texts: str):
    return tuple(map(author.period, texts))


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ("2020年", "2020年"),
        ("2020年 2013年", "2013年与2020年"),
        ("2020年 2018年 2019年", "2018年、2019年、2020年"),
        ("2016年 2017年 2019年 2020年 2018年", "2016年至2020年"),
        ("2016年 2017年 2019年 2020年", "2016年、2017年、2019年、2020年"),
        ("2020年Q3 2020年第一季度 2020年四季度 2020年第2季度", "2020年第一季度至2020年四季度"),
        ("2018年上半年 2018年下半年 2019年上半年 2019年H2", "2018年上半年至2019年H2"),
        ("2016年底 2019年底 2017年底 2018年底", "2016年底至2019年底"),
        ("2016年底 2019年底 2017年底 2020年底", "2016年底、2017年底、2019年底、2020年底"),
        ("截至2016年底 截至2017年底 截至2018年底 截至2019年底", "截至2016年底、截至2017年底、截至2018年底、截至2019年底"),
        ("2020年1—3月 2020年4—6月 2020年7—9月 2020年10—12月", "2020年1—3月、2020年4—6月、2020年7—9月、2020年10—12月"),
        ("2010年 2012年 2013年 2014年 2016年 2018年 2020年", "2010年至2020年间"),
        ("2020年第3季度 2020年Q3", "2020年第3季度"),
        ("过去一年 2020年", "2020年与过去一年"),
        ("2021财年 2020年", "2020年与2021财年"),
    ],
)
def test_periods_are_told_in_a_few_words(texts: str, words: str) -> None:
    assert "".join(timing.in_words(periods(*texts.split()))) == words


@pytest.mark.parametrize(
    ("texts", "steps"),
    [
        ("2020年第一季度 2020年第二季度 2020年第三季度", [3, 3]),
        ("2019年底 2020年上半年 2020年", [6, 6]),
        ("2020年1—3月 2020年1—6月 2020年前三季度", [3, 3]),
        ("2020年11月1日 2020年11月11日 2020年11月30日", [10, 19]),
        ("2019年11月11日 2020年11月11日", [12]),
    ],
)
def test_steps_are_in_months_where_all_end_alike_and_else_in_days(texts: str, steps: list[int]) -> None:
    assert timing.steps(periods(*texts.split())) == steps


@pytest.mark.parametrize(
    ("texts", "pair"),
    [
        ("2020年第一季度 2020年第二季度", None),
        ("2019年底 2020年上半年", None),
        ("2020年 2020年第四季度", ("2020年", "2020年第四季度")),
        ("2020年 2021财年", ("2020年", "2021财年")),
    ],
)
def test_periods_that_overlap_are_found(texts: str, pair: tuple[str, str] | None) -> None:
    found = timing.overlapping(periods(*texts.split()))
    assert (found and tuple(map(str, found))) == pair


def test_months_are_alike_and_a_quarter_is_no_half() -> None:
    assert timing.unlike(periods("2020年1月", "2020年2月", "2020年底")) is None
    assert timing.unlike(periods("2019年", "2020年")) is None
    assert timing.unlike(periods("2021年2月中旬", "2021年2月下旬")) is None
    assert timing.unlike(periods("2020—2021学年第一学期", "2020—2021学年第二学期")) is None
    assert timing.unlike(periods("2020年1—3月", "2020年4—6月")) is None
    assert timing.unlike(periods("2020年1—3月", "2020年4—12月"))
    assert timing.unlike(periods("2019年", "2020年前三季度"))
    assert tuple(map(str, timing.unlike(periods("2020年上半年", "2020年Q3")))) == ("2020年Q3", "2020年上半年")


@given(st.permutations(["2020年Q4", "2020年第一季度", "2020年二季度", "2020年第3季度", "2021年1—3月"]))
def test_a_figure_s_values_come_in_order_of_time_however_they_are_written(written: list[str]) -> None:
    figures = {"数": {"values": {text: f"{at + 1}个" for at, text in enumerate(written)}}}
    chart = {"kind": "line", "figures": [f"数@{text}" for text in written]}
    report = resolve(author.report({"figures": figures, "themes": [{"name": "甲", "charts": [chart]}]})).value
    right = ["2020年第一季度", "2020年二季度", "2020年第3季度", "2020年Q4", "2021年1—3月"]
    assert [line.period for line in report.ledger.entries[0].lines] == right
    assert [plain(datum.period) for datum in report.themes[0].charts[0].data] == right
    assert [plain(row.period) for row in report.tables[0].rows] == right


def test_a_reference_a_formula_and_a_label_mean_a_period_by_what_it_says() -> None:
    figures = {"数": {"values": {"2020年第三季度": "30个", "2020年前三季度": "60个"}}}
    derived = {"比": {"formula": "数@2020年Q3 / 数@2020年1—9月", "form": "percent"}}
    chart = {"figures": ["数@2020年第3季度"], "labels": {"数@2020年7—9月": "三季度"}}
    given_ = {"figures": figures, "derived": derived, "overview": {"message": "【数@2020年Q3】是【比】", "charts": [chart]}}
    overview = resolve(author.report(given_)).value.overview
    assert str(overview.message) == "30个是50%"
    assert plain(overview.charts[0].data[0].label) == "三季度"
    assert plain(overview.charts[0].data[0].period) == "2020年第三季度"


def test_what_is_spoken_of_one_figure_names_its_periods() -> None:
    figures = {"数": {"values": {"2020年Q3": "30个", "2020年Q1": "60个"}}, "名": {"values": {"2020年": "5个"}}}
    overview = {"charts": [{"figures": ["数@2020年Q3", "名", "数@2020年Q1"]}]}
    report = resolve(author.report({"figures": figures, "overview": overview})).value
    script = report.overview.charts[0].talk.script
    assert [plain(one.text) for one in script] == ["数，2020年Q1，60个；名，5个；数，2020年Q3，30个。"]


@pytest.mark.parametrize(
    ("label", "hint"),
    [("数@2020年Q2", "hint.it-has names=('数@2020年Q3',)"), ("名", "unused-label.list"), ("数@2020年7—9月", ""), ("数", "")],
)
def test_a_label_for_what_the_chart_does_not_show_is_told(label: str, hint: str) -> None:
    figures = {"数": {"values": {"2020年Q3": "30个", "2020年Q2": "60个"}}, "名": {"values": {"2020年": "5个"}}}
    overview = {"message": "【名】", "charts": [{"figures": ["数@2020年Q3"], "labels": {label: "某期"}}]}
    told = resolve(author.report({"figures": figures, "overview": overview})).diagnostics
    assert [str(one.hints[0]) for one in told if one.says.code == "unused-label"] == ([hint] if hint else [])


@pytest.mark.parametrize(
    ("period", "whole"),
    [
        ("2020年", False),
        ("2021财年", False),
        ("2018年11月", False),
        ("2017年12月至2020年12月", False),
        ("2020年第三季度", False),
        ("截至2020年底", False),
        ("2020年Q3", True),
        ("2020年第3季度", True),
        ("2020年11月11日", True),
        ("2020年11月1日至11日", True),
        ("2020年1—9月", True),
        ("2020—2021学年", True),
        ("2018至2019学年", True),
        ("“十三五”时期", True),
        ("2020年第十一周", True),
        ("近十年", True),
    ],
)
def test_a_period_is_one_use_where_a_part_of_it_would_be_no_date(period: str, *, whole: bool) -> None:
    figures = {"数": {"values": {period: "30个"}}}
    resolved = resolve(author.report({"figures": figures, "overview": {"figures": ["数"]}})).value
    run = resolved.overview.figures[0].period[0]
    uses = {use.id: use for use in resolved.ledger.uses}
    assert run.text == period
    assert (run.use and uses[run.use].text) == (period if whole else "")
