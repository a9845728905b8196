"""What an author has a chart point at: emphasis by name, period, label or series, and a change computed where 同比 could be."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.reader import read
from generator.document.ledger import UseKind
from generator.document.model import plain
from generator.document.resolve import resolve

CONTENT = """
report:
  {title: 题, organization: 社, edition: 2020年, date: 2021年3月1日, fiscal_year_ends: 3月31日, brand: {rgb: "#186048", cmyk: 86 32 74 30}}
sources: {样例: {title: 样例, date: 2021年3月1日}}
figures:
  甲: {means: 甲, label: 甲社, kind: flow, values: {2018年: 30家, 2019年: 40家, 2020年: 60家}, source: 样例 第1段}
  乙: {means: 乙, label: 乙社, kind: flow, values: {2018年: 20家, 2019年: 10家, 2020年: 30家}, source: 样例 第1段}
  率: {means: 率, kind: rate, values: {2018年: 30%, 2020年: 34.5%}, source: 样例 第1段}
  亏: {means: 亏, kind: flow, values: {2018年: −8家, 2020年: 60家}, source: 样例 第1段}
  泛: {means: 泛, kind: flow, values: {2018年: 数百家, 2020年: 600家}, source: 样例 第1段}
  断: {means: 断, kind: flow, values: {2018年: 30家, 2019年: {value: 40家, because: 口径改了}, 2020年: 60家}, source: 样例 第1段}
  界: {means: 界, kind: flow, values: {2018年: {value: 30家, scope: 东区}, 2020年: {value: 60家, scope: 全区}}, source: 样例 第1段}
  名次: {means: 名次, kind: ordinal, values: {2018年: 第41位, 2020年: 第27位}, source: 样例 第1段}
overview: {message: 说, figures: [甲@2020年]}
themes:
  - name: 题
    color: 朱砂
    message: MESSAGE
    heroes: [甲@2020年]
    charts:
      - kind: column
        message: 一句话
"""


def told(folder: Path, *options: str, message: str = "说"):
    """Return the chart as it is meant, the ledger, and the keys of what is told."""
    path = folder / "content.yaml"
    path.write_text(CONTENT.replace("MESSAGE", message) + "".join(f"        {one}\n" for one in options), "utf-8")
    author = read(path).value
    assert author is not None
    found = resolve(author, whole=False)
    keys = [one.says.key for one in found.diagnostics]
    (chart,) = found.value.charts if found.value else (None,)
    return chart, found.value, keys


SERIES = "series: [{name: 一组, figures: [甲@2018年, 甲@2020年]}, {name: 二组, figures: [乙@2018年, 乙@2020年]}]"
THREE = "figures: [甲@2018年, 甲@2019年, 甲@2020年]"
TWO = "figures: [甲@2018年, 甲@2020年, 乙@2020年]"


@pytest.mark.parametrize(
    ("figures", "emphasis", "expected"),
    [
        (THREE, "2018年", ["30家"]),
        (THREE, "[2018年, 甲@2020年]", ["30家", "60家"]),
        (THREE, "甲", ["30家", "40家", "60家"]),
        (TWO, "乙社", ["30家"]),
        (TWO, "2020年", ["60家", "30家"]),
        (SERIES, "二组", ["20家", "30家"]),
        (SERIES, "甲@2018年", ["30家"]),
        (THREE, "", []),
    ],
)
def test_emphasis_names_a_figure_a_period_a_label_or_a_series(tmp_path, figures, emphasis, expected) -> None:
    chart, _, keys = told(tmp_path, figures, *([f"emphasis: {emphasis}"] if emphasis else []))
    assert keys == []
    uses = {datum.number.use: str(datum.number) for datum in chart.data}
    assert [uses[one] for one in chart.stressed] == expected


@pytest.mark.parametrize("emphasis", ["2017年", "丙", "甲@2017年", "乙社"])
def test_emphasis_of_what_the_chart_does_not_show_is_an_error(tmp_path, emphasis) -> None:
    assert told(tmp_path, THREE, f"emphasis: {emphasis}")[2] == ["unknown-emphasis.name"]


@pytest.mark.parametrize(
    ("figures", "expected", "formula"),
    [
        (THREE, "增长100.0%", "甲（2020年）÷ 甲（2018年）− 1"),
        ("figures: [乙@2018年, 乙@2019年]", "下降50.0%", "乙（2019年）÷ 乙（2018年）− 1"),
        ("figures: [率@2018年, 率@2020年]", "上升4.5个百分点", "率（2020年）− 率（2018年）"),
    ],
)
def test_a_change_is_computed_from_the_first_value_to_the_last_and_says_so(tmp_path, figures, expected, formula) -> None:
    chart, report, keys = told(tmp_path, figures, "change: 有")
    assert keys == []
    assert str(chart.growth) == expected
    (use,) = [one for one in report.ledger.uses if one.id == chart.growth.use]
    assert (use.kind, use.text) == (UseKind.DERIVED, expected)
    assert f"计算值：{formula}" in plain(chart.note).replace(" ÷", "÷").replace("÷ ", "÷ ")


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (TWO, "no-change.one-figure"),
        ("figures: [甲@2020年]", "no-change.one-figure"),
        ("figures: [亏@2018年, 亏@2020年]", "no-year-on-year.base"),
        ("figures: [泛@2018年, 泛@2020年]", "no-year-on-year.vague"),
        ("figures: [断@2018年, 断@2019年, 断@2020年]", "no-year-on-year.because"),
        ("figures: [界@2018年, 界@2020年]", "no-year-on-year.scope"),
        ("figures: [名次@2018年, 名次@2020年]", "no-year-on-year.kind-ordinal"),
    ],
)
def test_a_change_is_refused_where_no_year_on_year_is_told(tmp_path, figures, expected) -> None:
    assert expected in told(tmp_path, figures, "change: 有")[2]


def test_values_of_a_table_are_uses_of_their_own(tmp_path) -> None:
    chart, _, keys = told(tmp_path, THREE, "measure: 入社的社", "table: 有")
    assert keys == []
    (row,) = chart.table
    assert (plain(row.name), [str(datum.number) for datum in row.data]) == ("入社的社", ["30家", "40家", "60家"])
    assert not {datum.number.use for datum in row.data} & {datum.number.use for datum in chart.data}


@pytest.mark.parametrize(("message", "expected"), [("名次升到【名次@2020年】", 0), ("名次降到【名次@2020年】", 1)])
def test_a_rank_that_grows_smaller_has_risen(tmp_path, message, expected) -> None:
    _, _, keys = told(tmp_path, THREE, message=message)
    assert len(keys) == expected, keys
