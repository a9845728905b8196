"""Discrepancies: what is quoted is a quote, and a quote that the content has outgrown is pointed out."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.document.ledger import UseKind
from generator.document.model import ResolvedReport, plain
from generator.document.resolve import resolve
from tests.document import author

FOUND = "“近34亿元”（过去一年，第2段）、“34亿元”（2020年，第4段）"


def made(
    value: str = "近34亿元", found: str = FOUND, decision: str = "取第6段", **more: object
) -> tuple[ResolvedReport, list[Diagnostic]]:
    given = {
        "figures": {"抗疫投入": {"label": "抗疫投入", "values": {"截至2021年3月": value}}, "善款": "超20亿元"},
        "overview": {"message": "【抗疫投入】【善款】"},
        "discrepancies": [{"about": "抗疫投入", "found": found, "decision": decision} | more],
    }
    told = resolve(author.report(given))
    return told.value, list(told.diagnostics)


def test_each_numeral_is_a_quote_and_dates_are_not() -> None:
    report, found = made()
    uses = {use.id: use for use in report.ledger.uses}
    quoted = [uses[run.use] for run in report.discrepancies[0].found if run.use]
    assert [use.text for use in quoted] == ["近34亿元", "第2段", "34亿元", "第4段"]
    assert {use.kind for use in quoted} == {UseKind.QUOTE}
    assert all(use.reason for use in quoted)
    assert plain(report.discrepancies[0].found) == FOUND
    assert plain(report.discrepancies[0].about) == "抗疫投入"
    assert found == []


def test_a_reference_in_the_decision_is_the_figure_itself() -> None:
    report, _ = made(decision="取【抗疫投入】")
    uses = {use.id: use for use in report.ledger.uses}
    assert [uses[run.use].kind for run in report.discrepancies[0].decision if run.use] == [UseKind.FIGURE]


def test_a_value_changed_after_the_decision_makes_it_stale() -> None:
    _, found = made("近35亿元", decision="取【抗疫投入】")
    assert [(one.code, one.severity.value) for one in found] == [("stale-discrepancy", "warning")]
    assert dict(found[0].says.values) == {"figure": "抗疫投入", "values": ("近35亿元",)}
    assert found[0].span is not None


@pytest.mark.parametrize("value", ["近3.4亿元", "近34万元", "近134亿元", "近340亿元", "近4亿元"])
def test_digits_and_scale_are_compared_whole(value: str) -> None:
    assert [one.code for one in made(value)[1]] == ["stale-discrepancy"]


@pytest.mark.parametrize(
    ("value", "found", "decision"),
    [
        ("17万位乡村教师和学生", "“17万”（第14段）", "分列"),
        ("近34亿元", "“近34亿元”", "截至2021年3月，近34亿元"),
        ("20万千瓦时", "“20万度”", "同一单位"),
        ("2000多个", "“2000多个产业带”", "照录"),
        ("5亿元", "“近34亿元”", "定为5亿元"),
        ("近35亿元", "两处说法不同", "见正文"),
        ("数亿消费者", "“数亿”与“3亿”", "照录"),
    ],
)
def test_a_quote_or_a_decision_that_says_the_value_keeps_it_fresh(value: str, found: str, decision: str) -> None:
    assert made(value, found, decision)[1] == []


@pytest.mark.parametrize("value", ["34亿美元", "近34亿美元", "不足34亿元", "逾34亿元", "34亿", "近34亿", "34亿多元"])
@pytest.mark.parametrize("decision", ["截至2021年3月，近34亿元", "取第6段"])
def test_a_changed_unit_or_qualifier_makes_a_decision_stale(value: str, decision: str) -> None:
    _, found = made(value, "“近34亿元”", decision)
    assert [one.code for one in found if one.code != "unused-figure"] == ["stale-discrepancy"]


def test_a_word_behind_the_number_counts_too() -> None:
    assert [one.code for one in made("34亿元", "“34亿元”", "34亿元左右")[1]] == ["stale-discrepancy"]


def test_a_decision_that_is_still_to_come_is_told_as_that_alone() -> None:
    assert made("近35亿元", decision="待更新")[1] == []


def test_a_decision_that_names_a_value_counts_before_the_quotes() -> None:
    assert [one.code for one in made("34亿元", decision="取近34亿元")[1]] == ["stale-discrepancy"]
    assert made("34亿元", decision="取第4段")[1] == []


def test_each_of_several_figures_is_looked_at() -> None:
    _, found = made(found="“近34亿元”、“近19亿元”", about=["抗疫投入", "善款"])
    assert ["善款" in str(one.says) for one in found] == [True]


def test_a_discrepancy_about_nothing_known_is_told() -> None:
    _, found = made(about="抗役投入")
    assert [one.code for one in found] == ["unknown-figure"]
    assert "cure=抗疫投入 " in str(found[0].hints[0])
