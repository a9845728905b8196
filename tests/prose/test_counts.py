"""What a document says that it holds is counted: themes, figures of a section, pairs of a chart, things that a sentence lists."""

from __future__ import annotations

from typing import Any

import pytest

from generator.diagnostics import Diagnostic
from generator.document.resolve import resolve
from tests.document import author
from tests.prose.corpora import ORDINARY

FIGURES: dict[str, Any] = {
    "东部": {"label": "东部门店", "values": {"2020年": "90个"}},
    "西部": {"label": "西部门店", "values": {"2020年": "40个"}},
    "旧": {"values": {"2013年": "20个"}},
}
THEME = {"name": "甲", "message": "甲", "heroes": ["东部"]}


def told(**parts: Any) -> list[Diagnostic]:
    given = {"report": {"edition": "2020年"}, "figures": FIGURES, "themes": [THEME] * 3} | parts
    return [one for one in resolve(author.report(given)).diagnostics if one.code == "contradicted-claim"]


@pytest.mark.parametrize(
    ("false", "true", "many"),
    [
        ("五个主题，一组数字", "三个主题，一组数字", 3),
        ("全书四大主题", "全书三大主题", 3),
        ("十个篇章", "三个篇章", 3),
        ("十二个主题", "三个主题", 3),
        ("四个方向：科技、产业、人才", "三个方向：科技、产业、人才", 3),
        ("五项承诺：减碳、节水、育人和修路", "四项承诺：减碳、节水、育人和修路", 3),
        ("教师、学生、家长四类人群", "教师、学生、家长三类人群", 3),
        ("围绕科技、产业和人才四个方向", "围绕科技、产业和人才三个方向", 2),
        ("抗疫与复工、乡村、低碳五个板块", "抗疫与复工、乡村、低碳三个板块", 3),
    ],
)
def test_a_count_is_of_what_is_there(false: str, true: str, many: int) -> None:
    (one,) = told(about={"message": false})
    assert dict(one.says.values)["found"] == many
    assert told(about={"message": true}) == []


@pytest.mark.parametrize("text", ["十个数字，看完这一年", "这十个数字各代表一件事", "三项指标"])
def test_a_section_counts_its_own_figures(text: str) -> None:
    (one,) = told(overview={"message": text, "figures": ["东部", "西部"]})
    assert dict(one.says.values)["found"] == 2
    assert told(overview={"message": text.replace("十", "两").replace("三", "两"), "figures": ["东部", "西部"]}) == []


@pytest.mark.parametrize(
    "text",
    [
        "前两个主题讲人，其余一个主题讲地",
        "每个主题都有故事",
        "教师、学生等五类人群",
        "四个方面：一是减碳、节水，二是育人",
        "土豆、茄子三大筐",
        "张三、李四三个月没有回家",
        "北京、上海的三个主题",
        "科技、产业，三个方向",
        "两个结合：理论与实践",
    ],
)
def test_what_is_no_count_of_the_whole_is_left_alone(text: str) -> None:
    assert told(about={"message": text}) == []


def test_ordinary_sentences_count_nothing() -> None:
    assert [text for text in ORDINARY if told(about={"message": text})] == []


@pytest.mark.parametrize(
    ("message", "contradicted"),
    [
        ("西部门店最多", 1),
        ("东部门店最多", 0),
        ("东部门店仍然最少", 1),
        ("西部门店最少", 0),
        ("东部门店多，西部门店最少", 0),
    ],
)
def test_the_largest_of_a_chart_is_the_largest(message: str, contradicted: int) -> None:
    chart = {"kind": "bar", "message": message, "figures": ["东部", "西部"]}
    assert len(told(themes=[THEME | {"charts": [chart]}])) == contradicted


def test_pairs_of_a_chart_are_counted() -> None:
    pairs = [{"name": "甲", "then": "旧", "now": "东部"}]
    chart = {"kind": "then-and-now", "message": "四对数字", "pairs": pairs}
    (one,) = told(themes=[THEME | {"charts": [chart]}])
    assert dict(one.says.values)["found"] == 1
