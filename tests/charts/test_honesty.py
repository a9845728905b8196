"""Each rule of an honest chart, broken by a content file: what is told, as what, and at which line of it."""

from __future__ import annotations

import pytest

from generator.charts import planner
from generator.content.reader import read
from generator.diagnostics import Severity
from generator.document.resolve import resolve

CONTENT = """
report:
  {title: 题, organization: 社, edition: 2020年, date: 2021年3月1日, fiscal_year_ends: 3月31日, brand: {rgb: "#186048", cmyk: 86 32 74 30}}
sources: {样例: {title: 样例, date: 2021年3月1日}}
figures:
  甲: {means: 甲, kind: flow, values: {2018年: 30家, 2019年: 40家, 2020年: 50家}, source: 样例 第1段}
  乙: {means: 乙, kind: flow, values: {2018年: 20家, 2019年: 10家, 2020年: 30家}, source: 样例 第1段}
  丙: {means: 丙, kind: flow, values: {2020年: 20家}, source: 样例 第1段}
  早: {means: 早, kind: flow, values: {2013年: 20家, 2019年: 25家, 2020年: 5425家}, source: 样例 第1段}
  人: {means: 人, kind: flow, values: {2020年: 50人}, source: 样例 第1段}
  累: {means: 累, kind: cumulative, values: {2020年: 90家}, source: 样例 第1段}
  树: {means: 树, kind: equivalent, values: {2020年: 40家}, source: 样例 第1段}
  泛: {means: 泛, kind: flow, values: {2020年: 数百家}, source: 样例 第1段}
  亏: {means: 亏, kind: flow, values: {2020年: −8家}, source: 样例 第1段}
  无: {means: 无, kind: flow, values: {2020年: 0家}, source: 样例 第1段}
  万: {means: 万, kind: flow, values: {2020年: 3万家}, source: 样例 第1段}
  东: {means: 东, kind: flow, scope: 东区, values: {2020年: 50家}, source: 样例 第1段}
  西: {means: 西, kind: flow, scope: 西区, values: {2020年: 50家}, source: 样例 第1段}
  财: {means: 财, kind: flow, values: {2021财年: 50家}, source: 样例 第1段}
  半: {means: 半, kind: rate, values: {2020年: 50%}, source: 样例 第1段}
  三: {means: 三, kind: rate, values: {2020年: 30%}, source: 样例 第1段}
  二: {means: 二, kind: rate, values: {2020年: 20%}, source: 样例 第1段}
  点: {means: 点, kind: rate, values: {2020年: 0.4%}, source: 样例 第1段}
  余: {means: 余, kind: rate, values: {2020年: 49.6%}, source: 样例 第1段}
  份: {means: 份, kind: rate, values: {2020年: 33.3%}, source: 样例 第1段}
  分: {means: 分, kind: rate, values: {2020年: 33.3%}, source: 样例 第1段}
  成: {means: 成, kind: rate, values: {2020年: 33.3%}, source: 样例 第1段}
  季: {means: 季, kind: flow, values: {2020年前三季度: 40家, 2020年Q3: 20家, 2020年上半年: 20家, 过去一年: 30家}, source: 样例 第1段}
  度: {means: 度, kind: flow, values: {2020年第一季度: 20家, 2020年Q2: 30家, 2020年三季度: 40家, 2020年第4季度: 50家}, source: 样例 第1段}
  月: {means: 月, kind: cumulative, values: {2020年1—3月: 20家, 2020年1—6月: 30家, 2020年1—9月: 40家}, source: 样例 第1段}
  存: {means: 存, kind: stock, values: {2019年底: 20家, 2020年上半年: 30家, 2020年下半年: 40家}, source: 样例 第1段}
  丁: {means: 丁, kind: flow, values: {2020年: 20家}, source: 样例 第1段}
  全: {means: 全, kind: flow, values: {2020年: 120家}, source: 样例 第1段}
  大: {means: 大, kind: flow, values: {2020年: 900000家}, source: 样例 第1段}
about: {name: 关于, message: 说, text: 说}
overview: {name: 数说, message: 说, text: 说, figures: [甲@2020年]}
themes:
  - name: 题
    color: 朱砂
    message: 说
    heroes: [甲@2020年]
    charts:
      - kind: KIND
        message: 一句话
"""


def told(tmp_path, chart: str) -> tuple[list[tuple[str, str]], list[int], int]:
    """Return what is told of a chart (severity and code), on which lines, and the line on which the chart begins."""
    kind, *options = chart.strip().split("\n")
    text = CONTENT.replace("KIND", kind) + "".join(f"        {line.strip()}\n" for line in options)
    path = tmp_path / "content.yaml"
    path.write_text(text, "utf-8")
    author = read(path).value
    assert author is not None
    resolved = resolve(author, whole=False)
    report = resolved.value
    assert resolved.diagnostics == ()
    found = [fault for one in report.charts for fault in planner.check(one, report.places)]
    spans = [one.span.line for one in found]
    assert all(one.hints for one in found)
    return [(one.severity.value, one.code) for one in found], spans, text[: text.index("- kind: " + kind)].count("\n") + 1


FIGURES_ON = 2
"""The list of figures stands so many lines after the chart's first."""

ERRORS = {
    "mixed-units": "bar\nfigures: [甲@2020年, 人]",
    "mixed-kinds": "bar\nfigures: [甲@2020年, 累]",
    "equivalent-plotted": "bar\nfigures: [甲@2020年, 树]",
    "vague-value": "column\nfigures: [甲@2020年, 泛]",
    "below-zero": "panels\nfigures: [甲@2019年, 甲@2020年, 亏]",
    "too-many-bars": (
        "column\nseries: [{name: 一, figures: [甲@2018年, 甲@2019年, 甲@2020年]}, {name: 二, figures: [早@2013年, 早@2019年]},"
        " {name: 三, figures: [度@2020年第一季度, 度@2020年Q2, 度@2020年三季度]}]"
    ),
    "mixed-scales": "stacked\nseries: [{name: 一, figures: [甲@2020年]}, {name: 二, figures: [万]}]",
    "too-far-apart": "column\nfigures: [早@2019年, 早@2020年]",
    "cut-axis": "bar\nfigures: [甲@2020年, 丙]\naxis: cut\nbecause: 看不清",
    "axis-without-reason": "dot\nfigures: [甲@2020年, 大]\naxis: log",
    "no-logarithm": "dot\nfigures: [甲@2020年, 无]\naxis: log\nbecause: 相差很多",
    "not-the-whole": "pie\nfigures: [半, 三]",
    "no-whole": "doughnut\nfigures: [甲@2020年, 丙]",
    "too-thin": "pie\nfigures: [半, 点, 余]",
    "too-many-parts": "pie\nfigures: [半]",
    "too-many-series": (
        "line\nseries: [{name: 一, figures: [甲@2019年, 甲@2020年]}, {name: 二, figures: [乙@2019年, 乙@2020年]},"
        " {name: 三, figures: [早@2019年, 早@2020年]}]"
    ),
    "one-series": "stacked\nfigures: [甲@2019年, 甲@2020年]",
    "missing-value": "line\nfigures: [甲@2018年, 甲@2019年, 甲@2020年, 乙@2018年, 乙@2019年]",
    "same-name": "stacked\nseries: [{name: 一, figures: [甲@2020年, 丙]}, {name: 二, figures: [乙@2020年]}]\nlabels: {甲: 同, 丙: 同}",
    "one-point": "line\nfigures: [甲@2020年]",
    "wrong-result": "change\nfigures: [乙@2018年, 乙@2019年]\nresult: 三",
    "backwards": "line\nfigures: [甲@2020年, 乙@2019年]",
    "undated-period": "line\nfigures: [季@过去一年, 季@2020年Q3]",
}


@pytest.mark.parametrize("code", ERRORS)
def test_what_misleads_is_refused_at_its_line(tmp_path, code) -> None:
    found, lines, first = told(tmp_path, ERRORS[code])
    assert ("error", code) in found
    assert first <= lines[found.index(("error", code))] <= first + ERRORS[code].count("\n") + 1


def test_a_figure_s_fault_is_told_where_the_chart_names_it(tmp_path) -> None:
    found, lines, first = told(tmp_path, ERRORS["vague-value"])
    assert (found, lines) == ([("error", "vague-value")], [first + FIGURES_ON])


@pytest.mark.parametrize(
    "wrong",
    [
        "before-after\nfigures: [乙@2018年, 乙@2020年]\nresult: 三",
        "then-and-now\npairs: [{name: 一, then: 乙@2018年, now: 乙@2020年, multiple: 三}]",
        "then-and-now\npairs: [{name: 一, then: 人, now: 乙@2020年, multiple: 半}]",
    ],
)
def test_a_result_that_the_two_values_do_not_give_is_refused(tmp_path, wrong) -> None:
    assert ("error", "wrong-result") in told(tmp_path, wrong)[0]


WARNINGS = {
    "mixed-periods": "bar\nfigures: [甲@2020年, 财]",
    "mixed-scopes": "bar\nfigures: [东, 西]",
    "uneven-steps": "line\nfigures: [早@2013年, 早@2019年, 早@2020年]",
    "overlapping-periods": "column\nfigures: [季@2020年前三季度, 季@2020年Q3]",
    "unlike-periods": "stacked\nseries: [{name: 一, figures: [季@2020年上半年, 季@2020年Q3]}, {name: 二, figures: [季@2020年上半年]}]",
}


@pytest.mark.parametrize("code", WARNINGS)
def test_what_may_have_a_reason_is_warned_of(tmp_path, code) -> None:
    found, lines, first = told(tmp_path, WARNINGS[code])
    assert found == [("warning", code)]
    assert first <= lines[0] <= first + FIGURES_ON


@pytest.mark.parametrize("code", WARNINGS)
def test_a_written_reason_overrules_a_warning(tmp_path, code) -> None:
    assert told(tmp_path, WARNINGS[code] + "\nbecause: 两者只差一个季度")[0] == []


def test_a_computed_result_is_no_reason(tmp_path) -> None:
    """The note under a chart also says how a result was computed: that overrules nothing."""
    text = CONTENT.replace("about:", "derived: {倍: {formula: 甲@2020年 / 财, form: multiple}}\nabout:", 1)
    path = tmp_path / "content.yaml"
    path.write_text(text.replace("KIND", "bar") + "        figures: [甲@2020年, 财]\n        result: 倍\n", "utf-8")
    report = resolve(read(path).value).value
    found = planner.check(report.charts[0], report.places)
    assert [one.code for one in found if one.severity is Severity.WARNING] == ["mixed-periods"]


SOUND = {
    "bars": "bar\nfigures: [甲@2020年, 乙@2020年, 丙]",
    "one bar": "bar\nfigures: [甲@2020年]",
    "zero": "column\nfigures: [甲@2020年, 无]",
    "columns below zero": "column\nfigures: [甲@2020年, 亏]",
    "bars below zero": "bar\nfigures: [甲@2020年, 亏]",
    "columns side by side": (
        "column\nseries: [{name: 一, figures: [甲@2018年, 甲@2019年]}, {name: 二, figures: [乙@2018年, 乙@2019年]},"
        " {name: 三, figures: [丙, 亏]}]\nlabels: {丙: 2018年, 亏: 2019年}\nbecause: 口径相同"
    ),
    "stacked by figure": "stacked\nfigures: [甲@2019年, 甲@2020年, 乙@2019年, 乙@2020年]",
    "stacked with a gap": "stacked\nfigures: [甲@2019年, 甲@2020年, 乙@2020年]",
    "a line with a gap": "line\nfigures: [甲@2018年, 甲@2019年, 甲@2020年, 乙@2018年, 乙@2020年]",
    "below zero": "dot\nfigures: [甲@2020年, 亏]",
    "a line through quarters": "line\nfigures: [度@2020年第一季度, 度@2020年第二季度, 度@2020年第三季度, 度@2020年Q4]",
    "a line written backwards": "line\nfigures: [甲@2020年, 甲@2019年, 甲@2018年]",
    "sums since one day": "line\nfigures: [月@2020年1—3月, 月@2020年1—6月, 月@2020年1—9月]",
    "a stock at the end of each": "line\nfigures: [存@2019年底, 存@2020年上半年, 存@2020年下半年]",
    "far apart on a log axis": "dot\nfigures: [甲@2020年, 大]\naxis: log\nbecause: 相差很多",
    "a whole pie": "pie\nfigures: [半, 三, 二]",
    "parts with their whole": "pie\nwhole: 全\nfigures: [甲@2020年, 乙@2020年, 丙, 丁]",
    "a change by half": "change\nfigures: [乙@2018年, 乙@2020年]\nresult: 半",
    "a share": "share\nwhole: 全\nfigures: [甲@2020年]",
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_honest_passes_in_silence(tmp_path, name) -> None:
    assert told(tmp_path, SOUND[name])[0] == []


def test_parts_that_miss_their_whole_by_rounding_are_one(tmp_path) -> None:
    assert told(tmp_path, "pie\nfigures: [份, 分, 成]")[0] == []
    assert told(tmp_path, "pie\nfigures: [份, 分, 三]")[0] == [("error", "not-the-whole")]
