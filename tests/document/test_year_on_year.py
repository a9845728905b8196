"""A change against the same period a year before: what is printed, from which values, and where none may be told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.figures import quantity
from generator.content.figures.units import STANDARD
from generator.document.ledger import UseKind
from generator.document.model import plain
from generator.document.resolve import resolve
from generator.document.yearly import Change, compared
from tests.document import author

if TYPE_CHECKING:
    from generator.content import model
    from generator.diagnostics import Diagnostic
    from generator.document.model import ResolvedReport

THEN, NOW = "2020财年", "2021财年"


def told(text: str, then: str, now: str, **figure: Any) -> tuple[ResolvedReport, list[Diagnostic]]:
    values = {THEN: then, NOW: now}
    written = {"kind": "flow", "values": values} | figure
    content = {"report": {"edition": NOW}, "figures": {"善款": written}, "overview": {"message": text}}
    found = resolve(author.report(content))
    return found.value, list(found.diagnostics)


def printed(text: str, then: str, now: str, **figure: Any) -> str:
    report, found = told(text, then, now, **figure)
    assert found == []
    return str(report.overview.message)


def refused(text: str, then: str, now: str, **figure: Any) -> str:
    _, found = told(text, then, now, **figure)
    assert len(found) == 1, found
    return found[0].says.key


@pytest.mark.parametrize(
    ("then", "now", "relative", "absolute"),
    [
        ("10亿元", "11.23亿元", "增长12.3%", "增加1.23亿元"),
        ("1000家", "877家", "下降12.3%", "减少123家"),
        ("2000家企业", "2300家企业", "增长15.0%", "增加300家企业"),
        ("9800万元", "1.2亿元", "增长22.4%", "增加2200万元"),
        ("100个", "299个", "增长199.0%", "增加199个"),
        ("100个", "300个", "增长2.0倍", "增加200个"),
        ("20个", "5425个", "增长270.2倍", "增加5405个"),
        ("300个", "100个", "下降66.7%", "减少200个"),
        ("17.6%", "19.9%", "上升2.3个百分点", "上升2.3个百分点"),
        ("19.9%", "17.65%", "下降2.25个百分点", "下降2.25个百分点"),
        ("3‰", "5‰", "上升2个千分点", "上升2个千分点"),
        ("0.3%", "6%", "上升5.7个百分点", "上升5.7个百分点"),
        ("15.1/10万", "12.3/10万", "下降18.5%", "减少2.8/10万"),
        ("近30亿元", "34亿元", "增长约13.3%", "增加约4亿元"),
        ("超1000个", "约1100个", "增长约10.0%", "增加约100个"),
        ("高达1000个", "1100个", "增长10.0%", "增加100个"),
        ("50家", "50家", "持平", "持平"),
        ("近50家", "约50家", "基本持平", "基本持平"),
        ("10000个", "10001个", "基本持平", "增加1个"),
        ("1吨", "1300千克", "增长30.0%", "增加300千克"),
        ("1小时", "80分钟", "增长33.3%", "增加20分钟"),
        ("50分钟", "1小时", "增长20.0%", "增加约0.167小时"),
    ],
)
def test_a_change_is_worded_by_its_values(then: str, now: str, relative: str, absolute: str) -> None:
    assert printed("【善款:同比】", then, now) == relative
    assert printed(f"【善款@{NOW}:同比差】", then, now) == absolute


@pytest.mark.parametrize(
    ("then", "now", "absolute"),
    [
        ("-2亿元", "1.5亿元", "增加3.5亿元"),
        ("-1亿元", "-2亿元", "减少1亿元"),
        ("0个", "12个", "增加12个"),
        ("5万元", "-1万元", "减少6万元"),
    ],
)
def test_nothing_and_less_than_nothing_have_a_difference_but_no_percentage(then: str, now: str, absolute: str) -> None:
    assert printed("【善款:同比差】", then, now) == absolute
    assert refused("【善款:同比】", then, now) == "no-year-on-year.base"


@pytest.mark.parametrize(("then", "now"), [("0%", "3%"), ("-1.5%", "2%")])
def test_shares_differ_from_nothing_as_from_anything(then: str, now: str) -> None:
    assert printed("【善款:同比】", then, now).startswith("上升")


@pytest.mark.parametrize(
    ("then", "now", "figure", "key"),
    [
        ("10个", "12个", {"kind": "event"}, "kind-event"),
        ("10个", "12个", {"kind": "ordinal"}, "kind-ordinal"),
        ("10个", "12个", {"kind": "target"}, "kind-target"),
        ("数亿元", "12亿元", {}, "vague"),
        ("12亿元", "未披露", {}, "vague"),
        ("10%—15%", "12%", {}, "vague"),
        ("10亿元", "12亿美元", {}, "unit"),
        ("10个品牌", "12个商家", {}, "unit"),
        ("10万元", "12%", {}, "unit"),
    ],
)
def test_a_change_that_nobody_may_tell_is_refused(then: str, now: str, figure: dict[str, Any], key: str) -> None:
    assert refused("【善款:同比】", then, now, **figure) == f"no-year-on-year.{key}"


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"2019财年": "10个", "2021财年": "12个"}, "none"),
        ({"2020年": "10个", "2021财年": "12个"}, "none"),
        ({"2020年上半年": "10个", "2021财年": "12个"}, "none"),
        ({"过去一年": "12个"}, "undated"),
    ],
)
def test_only_the_same_period_a_year_before_counts(values: dict[str, str], key: str) -> None:
    assert refused("【善款:同比】", "", "", values=values) == f"no-year-on-year.{key}"


@pytest.mark.parametrize(
    ("values", "change"),
    [
        ({"2019年": "10个", "2020年": "12个"}, "增长20.0%"),
        ({"2020年2月": "10个", "2021年2月": "12个"}, "增长20.0%"),
        ({"2020年Q3": "10个", "2021年7—9月": "12个"}, "增长20.0%"),
        ({"2019—2020学年": "10个", "2020—2021学年": "12个"}, "增长20.0%"),
        ({"截至2020年3月": "10个", "截至2021年3月": "12个"}, "增长20.0%"),
    ],
)
def test_a_period_is_compared_by_its_days(values: dict[str, str], change: str) -> None:
    assert printed(f"【善款@{list(values)[-1]}:同比】", "", "", values=values) == change


@pytest.mark.parametrize("then", ["2020年1月", "2020年3月", "2019年2月", "2020年1—2月", "2020年", "截至2020年2月"])
def test_a_period_is_compared_with_the_same_a_year_before_and_with_no_other(then: str) -> None:
    assert refused("【善款@2021年2月:同比】", "", "", values={then: "10个", "2021年2月": "12个"}) == "no-year-on-year.none"


def test_sums_are_compared_that_count_from_one_day() -> None:
    values = {"2017年12月至2019年12月": "10个", "2017年12月至2020年12月": "12个"}
    assert printed("【善款@2017年12月至2020年12月:同比】", "", "", kind="cumulative", values=values) == "增长20.0%"
    values = {"2018年1月至2019年12月": "10个", "2017年12月至2020年12月": "12个"}
    assert refused("【善款@2017年12月至2020年12月:同比】", "", "", kind="cumulative", values=values) == "no-year-on-year.start"


def figure_of(**changed: Any) -> tuple[model.Figure, model.Value]:
    """The figure with two values, some fields of them changed: `then_…` of the earlier, `now_…` of the later."""
    figure = author.figure("善款", {"kind": "flow", "values": {THEN: "10个", NOW: "12个"}})
    parts = [{key.partition("_")[2]: value for key, value in changed.items() if key.startswith(when)} for when in ("then", "now")]
    values = tuple(replace(value, **part) for value, part in zip(figure.values, parts, strict=True))
    return replace(figure, values=values), values[1]


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"then_scope": "平台", "now_scope": "平台"}, ""),
        ({"then_scope": "平台", "now_scope": "集团"}, "scope"),
        ({"now_scope": "集团"}, "scope"),
        ({"now_because": "口径改为净额"}, "because"),
        ({"then_because": "口径改为净额"}, ""),
        ({"now_because": "新厂投产"}, ""),
        ({"now_because": "当年停诊三个月"}, ""),
        ({"now_because": "不再含代销部分"}, "because"),
        ({"now_because": "重新核对", "now_was": quantity.read("13个", STANDARD)}, ""),
        ({"now_because": "剔除重复挂号", "now_was": quantity.read("13个", STANDARD)}, "because"),
        ({"now_because": "口径改为净额", "then_because": "按净额重述", "then_was": quantity.read("11个", STANDARD)}, ""),
    ],
)
def test_two_definitions_are_not_compared_until_the_earlier_value_is_restated_and_what_happened_is_none(
    changed: dict[str, Any], key: str
) -> None:
    found = compared(*figure_of(**changed), "同比")
    assert (found.__class__ is Change) if not key else (found.says.key == f"no-year-on-year.{key}")  # type: ignore[union-attr]


def test_the_reason_of_a_refusal_is_the_author_s() -> None:
    found = compared(*figure_of(now_because="口径改为净额"), "同比")
    assert "口径改为净额" in str(found.says)  # type: ignore[union-attr]


def test_a_computed_figure_has_no_year_before() -> None:
    content = {"figures": {"善款": {"values": {THEN: "10个", NOW: "12个"}}}, "overview": {"message": "【倍:同比】"}}
    derived = {"倍": {"formula": f"善款@{NOW} / 善款@{THEN}", "form": "multiple"}}
    found = resolve(author.report(content | {"derived": derived})).diagnostics
    assert [one.says.key for one in found] == ["no-year-on-year.computed"]


@pytest.mark.parametrize(("then", "now"), [("10个", "待更新"), ("待更新", "12个"), ("待更新", "待更新")])
def test_a_change_waits_for_its_values(then: str, now: str) -> None:
    assert printed("【善款:同比】，【善款:同比差】", then, now) == "待更新，待更新"


@pytest.mark.parametrize("text", ["同比增长【善款:同比】", "下降了【善款:同比】", "同比增加约【善款:同比差】"])
def test_a_verb_before_a_change_is_refused(text: str) -> None:
    assert refused(text, "10个", "12个") == "doubled-verb.change"


def test_a_change_is_a_computed_value_of_its_own() -> None:
    report, _ = told("善款【善款】，同比【善款:同比】，【善款:同比差】", "10亿元", "12亿元")
    assert str(report.overview.message) == "善款12亿元，同比增长20.0%，增加2亿元"
    own = [use for use in report.ledger.uses if use.kind is UseKind.DERIVED and use.id.startswith("overview.")]
    assert [(use.figure, use.period, use.text) for use in own] == [
        ("善款:同比", "2020财年与2021财年", "增长20.0%"),
        ("善款:同比差", "2020财年与2021财年", "增加2亿元"),
    ]
    rows = {one.figure: (one.kind, one.formula, one.lines[0].printed, one.lines[0].amount) for one in report.ledger.entries}
    assert rows["善款:同比"] == ("计算值", "本期 ÷ 上年同期 − 1", "增长20.0%", Decimal("20.0"))
    assert rows["善款:同比差"] == ("计算值", "本期 − 上年同期", "增加2亿元", Decimal(200000000))
    assert [plain(one.text) for one in report.definitions] == ["计算值：本期 ÷ 上年同期 − 1；以百分点或数额计的是两期之差"]
    assert plain(report.overview.source) == "来源：报道，第4段"


counts = st.integers(1, 10**9)


@given(counts, counts)
def test_a_percentage_is_that_of_the_exact_values(then: int, now: int) -> None:
    values = (author.value(THEN, f"{then}个"), author.value(NOW, f"{now}个"))
    change = compared(replace(author.figure("数", "1个"), values=values), values[1], "同比")
    assert isinstance(change, Change)
    assert change.size == Fraction(now, then) - 1


@given(counts, counts)
def test_a_difference_has_every_digit(then: int, now: int) -> None:
    text = printed("【善款:同比差】", f"{then}个", f"{now}个")
    if then == now:
        assert text == "持平"
    else:
        found = quantity.read(text[2:], STANDARD)
        assert isinstance(found, quantity.Quantity)
        assert found.amount == abs(now - then)
        assert text[:2] == ("增加" if now > then else "减少")
