"""Which value a reference means, and how one that means nothing is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Diagnostic, said
from generator.document.ledger import UseKind
from generator.document.references import Edition
from generator.document.resolve import resolve
from tests.document import author

if TYPE_CHECKING:
    from generator.content.model import Report
    from generator.diagnostics import Words

VILLAGES = {"means": "全国淘宝村", "label": "村", "values": {"2013年": "20个", "2020年": "5425个"}}


def printed(text: str, edition: str = "2020—2021", **more: object) -> tuple[str, list[Diagnostic]]:
    """A message as printed, and what was found."""
    given = {"report": {"edition": edition}, "figures": {"淘宝村": VILLAGES}, "overview": {"message": text}} | more
    told = resolve(author.report(given))
    return str(told.value.overview.message), list(told.diagnostics)


def values(*pairs: tuple[str, str]) -> tuple[Words, ...]:
    return tuple(said("value.in-period", value=value, period=period) for value, period in pairs)


def codes(found: list[Diagnostic]) -> list[str]:
    return [one.code for one in found if one.code != "unused-figure"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("有【淘宝村】", "有5425个"),
        ("有【淘宝村@2013年】", "有20个"),
        ("【淘宝村@2013年:时期】", "2013年"),
        ("【淘宝村:时期】", "2020年"),
        ("【淘宝村:数】村", "5425村"),
        ("【淘宝村@2013年:名】", "村"),
    ],
)
def test_a_reference_prints_the_value_it_means(written: str, read: str) -> None:
    assert printed(written) == (read, [])


def test_the_only_value_needs_no_period_whatever_the_edition() -> None:
    text, found = printed("【善款】", "2030年", figures={"善款": "超20亿元"})
    assert (text, codes(found)) == ("超20亿元", ["empty-edition"])


def test_the_editions_own_period_comes_before_others_that_lie_in_it() -> None:
    figures = {"善款": {"values": {"2020年": "超19亿元", "2021财年": "超20亿元", "2021年": "21亿元"}}}
    assert printed("【善款】", "2021财年", figures=figures) == ("超20亿元", [])


@pytest.mark.parametrize(
    ("edition", "values", "read"),
    [
        ("2021—2022", {"2021财年": "1元", "2022财年": "2元"}, "2元"),
        ("2021—2022", {"截至2021年3月": "1元", "截至2022年3月": "2元"}, "2元"),
        ("2021—2022", {"2021年": "1元", "2022财年": "2元"}, "2元"),
        ("2021—2022", {"2021年": "1元", "2022年": "2元"}, "【善款】"),
        ("2020—2022", {"2021财年": "1元", "2022财年": "2元"}, "【善款】"),
    ],
)
def test_two_years_together_are_the_fiscal_year_that_the_report_says_it_has(edition, values, read) -> None:
    assert printed("【善款】", edition, figures={"善款": {"values": values}})[0] == read


@pytest.mark.parametrize(("ends", "own"), [("3月31日", ["截至2022年3月"]), ("6月30日", ["截至2022年6月"]), ("", [])])
def test_without_a_last_day_of_its_own_no_edition_is_a_fiscal_year(ends, own) -> None:
    edition = Edition.of("2021—2022", ends)
    assert [text for text in ("截至2022年3月", "截至2022年6月", "2021年", "2022年") if edition.is_of(author.period(text))] == own


def test_a_period_in_words_counts_as_the_editions() -> None:
    assert printed("【投入】", figures={"投入": {"values": {"2008年": "2500万元", "过去一年": "近34亿元"}}}) == ("近34亿元", [])


def test_where_several_would_do_the_error_names_them() -> None:
    figures = {"投入": {"values": {"2008年": "2500万元", "2020年": "34亿元", "2021年": "1.5亿元"}}}
    text, found = printed("【投入】", figures=figures)
    assert text == "【投入】"
    assert codes(found) == ["ambiguous-reference"]
    listed = values(("34亿元", "2020年"), ("1.5亿元", "2021年"))
    assert found[0].says == said("ambiguous-reference.edition", figure="投入", values=listed, edition="2020—2021")
    assert found[0].hints == (said("hint.write-one-of", names=("【投入@2020年】", "【投入@2021年】")),)


def test_where_no_value_lies_in_the_edition_none_is_guessed() -> None:
    assert codes(printed("【淘宝村】", "2030年")[1]) == ["ambiguous-reference", "empty-edition"]


def test_an_edition_in_which_no_value_lies_is_told() -> None:
    _, found = printed("【淘宝村@2020年】", "2030年")
    assert [str(one.says) for one in found] == ["empty-edition.year edition=2030年"]
    assert found[0].hints == (said("empty-edition.latest", period="2020年"),)
    assert printed("【淘宝村@2020年】", "第三版")[1] == []


def test_a_name_like_none_is_told_where_names_are_defined() -> None:
    _, found = printed("【5】")
    assert (found[0].says, found[0].hints) == (said("unknown-figure.name", name="5"), (said("hint.register-figure"),))


def test_a_misspelt_name_is_told_with_the_likely_one_and_its_line() -> None:
    _, found = printed("有【淘宝存@2020年】和【淘宝村】")
    assert codes(found) == ["unknown-figure"]
    assert found[0].says == said("unknown-figure.name", name="淘宝存")
    assert found[0].span is not None
    assert str(found[0].hints[0]).startswith("hint.did-you-mean-on-line cure=淘宝村 line=")


def test_a_period_that_the_figure_lacks_is_told_with_those_that_it_has() -> None:
    _, found = printed("【淘宝村@2014年】")
    assert codes(found) == ["unknown-period"]
    assert dict(found[0].hints[0].values)["values"] == values(("20个", "2013年"), ("5425个", "2020年"))


def test_a_vague_value_has_no_digits() -> None:
    _, found = printed("【消费者:数】", figures={"消费者": "数亿消费者"})
    assert codes(found) == ["vague-digits"]


def test_all_faults_are_told_in_one_run() -> None:
    _, found = printed("【甲乙】【丙丁】【淘宝村@1999年】")
    assert sorted(codes(found)) == ["unknown-figure", "unknown-figure", "unknown-period"]


def test_a_figure_that_lost_all_its_values_is_not_told_again() -> None:
    text, found = printed("【善款】", figures={"善款": {"values": {}}})
    assert (text, found) == ("【善款】", [])


def test_a_figure_that_nothing_refers_to_is_warned_of() -> None:
    _, found = printed("十五年", themes=[{"name": "甲"}])
    assert [(one.code, one.severity.value) for one in found] == [("unused-figure", "warning")]


@pytest.mark.parametrize("more", [{"themes": []}, {"themes": [{"message": "【丙丁】"}]}], ids=["no theme", "another fault"])
def test_what_nothing_refers_to_is_not_told_while_something_is_missing(more: dict[str, object]) -> None:
    assert "unused-figure" not in [one.code for one in printed("好", **more)[1]]


def test_a_name_that_is_missing_many_times_is_told_once_with_its_other_lines() -> None:
    derived = {"村倍数": {"formula": "村庄@2020年 / 村庄@2013年", "form": "multiple"}}
    given = {
        "overview": {"message": "【村庄】【村倍数】"},
        "themes": [{"message": "【村庄】", "heroes": ["村庄"]}],
        "derived": derived,
    }
    (told,) = resolve(author.report(given)).diagnostics
    assert told.code == "unknown-figure"
    assert (told.hints[-1].key, dict(told.hints[-1].values)["count"]) == ("hint.also-on-lines", 3)
    assert not any("村倍数" in str(hint) for hint in told.hints)


@pytest.mark.parametrize("used", ["derived", "heroes"])
def test_formulas_and_lists_refer_too(used: str) -> None:
    more: dict[str, object] = {
        "derived": {"derived": {"倍数": {"formula": "淘宝村@2020年 / 淘宝村@2013年", "form": "multiple"}}}
    }.get(used, {})
    text = "【倍数】" if used == "derived" else "好"
    themes = [{"heroes": ["淘宝村"]}] if used == "heroes" else []
    assert printed(text, themes=themes, **more)[1] == []


@pytest.mark.parametrize(
    ("text", "ends", "years"),
    [
        ("2020—2021", "", "2020 2021"),
        ("2020/2021", "", "2020 2021"),
        ("2020年", "", "2020"),
        ("2020年度报告", "", "2020"),
        ("2020年上半年", "", "2020"),
        ("2020—2021学年", "", "2020 2021"),
        ("2021财年", "3月31日", "2020 2021"),
        ("2021财年年报", "", "2020 2021"),
        ("2021财年", "12月31日", "2021"),
        ("第十五期", "", "2018 2019 2020 2021 2022"),
    ],
)
def test_an_edition_touches_these_years(text: str, ends: str, years: str) -> None:
    edition = Edition.of(text, ends)
    held = [str(year) for year in range(2018, 2023) if edition.holds(author.period(f"{year}年"))]
    assert " ".join(held) == years


def test_the_edition_s_own_period_is_found_by_what_it_says() -> None:
    values = {"2020年第三季度": "3个", "2020年": "9个", "2020年Q4": "4个"}
    given = author.report(
        {"figures": {"数": {"values": values}}, "report": {"edition": "2020年第4季度"}, "overview": {"message": "【数】"}}
    )
    assert str(resolve(given).value.overview.message) == "4个"


def test_every_use_knows_figure_period_and_line() -> None:
    report: Report = author.report({"figures": {"淘宝村": VILLAGES}, "overview": {"message": "从【淘宝村@2013年】到【淘宝村】"}})
    resolved = resolve(report).value
    runs = [run for run in resolved.overview.message.text if run.use]
    uses = {use.id: use for use in resolved.ledger.uses}
    assert [(uses[run.use].figure, uses[run.use].period, uses[run.use].text) for run in runs] == [
        ("淘宝村", "2013年", "20个"),
        ("淘宝村", "2020年", "5425个"),
    ]
    assert {uses[run.use].kind for run in runs} == {UseKind.FIGURE}
    assert uses[runs[0].use].span == report.overview.message.span


def test_emphasis_stays_on_the_number() -> None:
    span = author.here()
    phrase = author.model.Phrase((author.model.Reference("淘宝村", None, "", span, emphasis=True),), span)
    given = author.report({"figures": {"淘宝村": VILLAGES}})
    resolved = resolve(replace(given, overview=replace(given.overview, message=phrase))).value
    (run,) = resolved.overview.message.text
    assert (run.text, run.emphasis) == ("5425个", True)
