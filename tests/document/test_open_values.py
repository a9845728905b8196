"""Values that are still to come: what a draft says in their place, what waits for them, and whose they are."""

from __future__ import annotations

import pytest

from generator.document import open_values
from generator.document.model import plain
from generator.document.resolve import resolve
from tests.document import author

SERIES = {"values": {"2018年": "3个", "2019年": "4个", "2020年": "待更新"}}


def made(figures, **more):
    return resolve(author.report({"figures": figures, **more}))


@pytest.mark.parametrize(
    ("reference", "printed"),
    [("【甲】", "待更新"), ("【甲:数】", "待更新"), ("【甲@2019年】", "4个"), ("【倍】", "待更新"), ("【再】", "待更新")],
)
def test_a_draft_says_that_a_value_is_to_come(reference, printed) -> None:
    derived = {
        "倍": {"formula": "甲@2020年 / 甲@2018年", "form": "multiple"},
        "再": {"formula": "倍 - 1", "form": "percent"},
    }
    told = made({"甲": SERIES}, derived=derived, overview={"message": f"{reference}【甲】【倍】【再】"})
    assert plain(told.value.overview.message.text).startswith(printed)
    assert told.diagnostics == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "甲连升三年，增至【甲】",
        "甲降至【甲】，首次突破【乙】",
        "【乙】首次突破【甲】",
        "【乙】超过【甲】",
        "甲是上年的三倍，为【甲】",
    ],
)
def test_what_is_claimed_of_it_is_not_checked(sentence) -> None:
    falling = {"values": {"2018年": "9个", "2019年": "8个", "2020年": "待更新"}}
    told = made({"甲": falling, "乙": "2个"}, overview={"message": f"{sentence}【甲】【乙】"})
    assert told.diagnostics == ()


@pytest.mark.parametrize(
    ("chart", "shown"),
    [
        ({"kind": "bar", "figures": ["甲", "乙"]}, ["待更新", "2个"]),
        ({"kind": "line", "figures": ["甲@2018年", "甲@2019年", "甲@2020年"]}, ["3个", "4个", "待更新"]),
        ({"kind": "before-after", "figures": ["甲@2018年", "甲@2020年"], "result": "倍"}, ["3个", "待更新"]),
    ],
    ids=["bar", "line", "result"],
)
def test_a_chart_that_would_plot_it_stands_as_cards_and_says_why(chart, shown) -> None:
    derived = {"倍": {"formula": "甲@2020年 / 甲@2018年", "form": "multiple"}}
    report = made(
        {"甲": SERIES, "乙": "2个"}, derived=derived, overview={"message": "【乙】【甲】【倍】", "charts": [chart]}
    ).value
    (made_of,) = report.overview.charts
    assert (made_of.kind, [str(datum.number) for datum in made_of.data]) == ("cards", shown)
    assert "待更新" in plain(made_of.note)
    assert made_of.result is None


def test_a_chart_that_waits_for_nothing_is_drawn() -> None:
    report = made(
        {"甲": SERIES}, overview={"message": "【甲】", "charts": [{"kind": "line", "figures": ["甲@2018年", "甲@2019年"]}]}
    )
    assert [(chart.kind, plain(chart.note)) for chart in report.value.overview.charts] == [("line", "")]


def test_of_a_pair_with_it_no_multiple_is_told() -> None:
    pair = {"name": "甲", "then": "甲@2018年", "now": "甲@2020年", "multiple": "倍"}
    derived = {"倍": {"formula": "甲@2020年 / 甲@2018年", "form": "multiple"}}
    chart = {"kind": "then-and-now", "pairs": [pair]}
    report = made({"甲": SERIES}, derived=derived, overview={"message": "【甲】【倍】", "charts": [chart]}).value
    (shown,) = report.overview.charts[0].pairs
    assert (str(shown.then.number), str(shown.now.number), shown.multiple) == ("3个", "待更新", None)


WAITING = {
    "甲": {"owner": "公益部", "values": {"2019年": "待更新", "2020年": "待更新"}},
    "乙": {"values": {"2020年": "待更新"}},
    "丙": {"owner": "财务部", "values": {"2020年": "待更新"}},
    "丁": {"owner": "公益部", "values": {"2020年": "待更新"}},
    "戊": "3个",
}


REPORT = author.report({"figures": WAITING})


def listed(*, draft):
    found = open_values.told(REPORT, draft=draft)
    return [(one.severity.value, dict(one.says.values), [dict(each.values) for each in one.details]) for one in found]


def test_what_is_to_come_is_listed_by_owner() -> None:
    told = [
        (said.get("owner"), said["count"], [(one["figure"], one["periods"]) for one in items])
        for _, said, items in listed(draft=True)
    ]
    assert told == [
        ("公益部", 2, [("甲", ("2019年", "2020年")), ("丁", ("2020年",))]),
        ("财务部", 1, [("丙", ("2020年",))]),
        (None, 1, [("乙", ("2020年",))]),
    ]
    assert {severity for severity, *_ in listed(draft=True)} == {"notice"}


def test_a_final_report_is_refused_with_the_same_list() -> None:
    assert listed(draft=False) == [("error", said, items) for _, said, items in listed(draft=True)]


def test_nothing_is_told_where_all_has_come() -> None:
    assert open_values.told(author.report({"figures": {"甲": "3个"}}), draft=False) == ()
