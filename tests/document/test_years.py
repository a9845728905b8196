"""Which key figures stand with years as columns, and how a restated value is told in the tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.content.figures import quantity
from generator.content.figures.units import STANDARD
from generator.document.ledger import UseKind
from generator.document.model import plain
from generator.document.resolve import resolve
from generator.document.years import wording
from tests.document import author

if TYPE_CHECKING:
    from generator.document.model import FigureTable, ResolvedReport


def table(**figures: dict[str, str]) -> FigureTable:
    """The only table of a report that has these figures, each with its values by period."""
    written = {name: {"kind": "flow", "values": values} for name, values in figures.items()}
    return resolve(author.report({"figures": written, "report": {"edition": "2021年"}})).value.tables[0]


def shown(made: FigureTable) -> tuple[str, dict[str, str]]:
    """The heads of the columns, and of each row what stands in them and after them."""
    assert made.years is not None
    rows = {
        plain(row.label): " ".join(
            [str(cell.number) if cell else "—" for cell in row.cells]
            + [row.change.run.text if row.change else "—"]
            + ([plain(row.since)] if row.since else [])
        )
        for row in made.years.rows
    }
    return " ".join(map(plain, made.years.heads)), rows


def test_figures_of_several_years_have_a_row_and_the_others_one_a_value() -> None:
    made = table(
        甲={"2019年": "10个", "2020年": "12个", "2021年": "15个"}, 乙={"2021年": "7家"}, 丙={"2020年": "3%", "2021年": "4%"}
    )
    assert shown(made) == ("2019年 2020年 2021年", {"甲": "10个 12个 15个 增长25.0%", "丙": "— 3% 4% 上升1个百分点"})
    assert [(row.figure, str(row.number)) for row in made.rows] == [("乙", "7家")]
    assert {cell.figure for cell in made.data} == {"甲", "乙", "丙"}


def test_at_most_five_years_are_columns_and_older_values_keep_their_rows() -> None:
    made = table(甲={f"{year}年": f"{year - 2000}个" for year in range(2014, 2022)})
    assert shown(made)[0] == "2017年 2018年 2019年 2020年 2021年"
    assert [plain(row.period) for row in made.rows] == ["2014年", "2015年", "2016年"]


@pytest.mark.parametrize(
    "values",
    [
        {"2021年": "10个"},
        {"2013年": "20个", "2020年": "5425个"},
        {"2020年": "20个", "2021财年": "30个"},
        {"2020年": "20个", "2021年上半年": "30个"},
        {"2020年": "20个", "过去一年": "30个"},
        {"2020年": "20个", "截至2021年12月": "30个"},
    ],
)
def test_values_that_are_no_years_in_a_row_keep_their_rows(values: dict[str, str]) -> None:
    made = table(甲=values)
    assert made.years is None
    assert len(made.rows) == len(values)


def test_a_gap_of_years_ends_the_columns() -> None:
    made = table(甲={"2013年": "1个", "2020年": "3个", "2021年": "4个"})
    assert shown(made) == ("2020年 2021年", {"甲": "3个 4个 增长33.3%"})
    assert [plain(row.period) for row in made.rows] == ["2013年"]


def test_what_ends_on_one_day_shares_the_columns_and_says_what_differs() -> None:
    made = table(
        甲={"2020年": "1个", "2021年": "2个"}, 乙={"2020年底": "3张", "2021年底": "4张"}, 丙={"2020年": "5个", "2021年": "6个"}
    )
    assert shown(made)[0] == "2020年 2021年"
    assert made.years
    assert [plain(row.remark) for row in made.years.rows] == ["", "年底", ""]


FEWER = {
    "甲": {"2020年": "10个", "2021年": "15个"},
    "乙": {"2020年": "4个", "2021年": "5个"},
    "丙": {"2021年": "10个", "2022年": "12个"},
}


def test_each_row_compares_its_own_newest_year_and_the_head_names_that_of_most() -> None:
    made = table(**FEWER, 丁={"2019年": "1个", "2021年": "4个"}, 戊={"2018年": "2个", "2019年": "3个"})
    assert made.years
    assert shown(made) == (
        "2018年 2019年 2020年 2021年 2022年",
        {
            "甲": "— — 10个 15个 — 增长50.0%",
            "乙": "— — 4个 5个 — 增长25.0%",
            "丙": "— — — 10个 12个 增长20.0% 2022年",
            "丁": "— 1个 — 4个 — —",
            "戊": "2个 3个 — — — 增长50.0% 2019年",
        },
    )
    assert plain(made.years.changes) == "2021年同比"
    assert [row.latest for row in made.years.rows] == [3, 3, 4, 3, 1]


def test_where_most_rows_reach_the_newest_year_the_head_need_not_name_it() -> None:
    made = table(甲={"2020年": "10个", "2021年": "15个"}, 乙={"2021年": "4个", "2022年": "5个"})
    assert made.years
    assert plain(made.years.changes) == "同比"
    assert shown(made)[1] == {"甲": "10个 15个 — 增长50.0% 2021年", "乙": "— 4个 5个 增长25.0%"}


def test_without_the_year_of_most_every_row_that_is_left_says_its_own() -> None:
    old = {"2018年": "10个", "2019年": "15个"}
    made = table(甲=old, 乙=old, 丙={"2019年": "1个", "2020年": "1个"}, 丁={"2020年": "4个", "2021年": "5个"})
    assert made.years
    assert plain(made.years.changes) == "2019年同比"
    late = made.lately(2)
    assert late.years
    assert plain(late.years.changes) == "同比"
    assert late.years.latest == 1
    assert shown(late) == ("2020年 2021年", {"丙": "1个 — 持平 2020年", "丁": "4个 5个 增长25.0% 2021年"})
    assert len(late.data) == len(made.data)


@pytest.mark.parametrize(
    ("periods", "remarks"),
    [
        (("2017年12月至2020年12月", "2017年12月至2021年12月"), ["2017年12月至当年12月"]),
        (("2017年—2020年", "2017年—2021年"), ["2017年—当年"]),
        (("2020年7月至2021年6月", "2021年7月至2022年6月"), ["上年7月至当年6月"]),
        (("2020年7月至2021年6月", "2020年7月至2022年6月"), ["2020年7月至当年6月"]),
        (("2020年1月至2020年9月", "2021年1月至2021年9月"), [""]),
        (("2018年12月至2020年12月", "2019年12月至2021年12月"), []),
    ],
)
def test_a_span_says_where_it_begins_and_one_that_cannot_has_rows(periods: tuple[str, str], remarks: list[str]) -> None:
    made = table(甲=dict.fromkeys(periods, "10个"))
    assert [plain(row.remark) for row in (made.years.rows if made.years else ())] == remarks
    assert len(made.data) == len(periods)


def test_a_column_of_spans_is_headed_by_their_end() -> None:
    assert shown(table(甲={"2017年12月至2020年12月": "1个", "2017年12月至2021年12月": "2个"}))[0] == "2020年12月 2021年12月"


def test_of_two_ends_of_the_year_that_of_most_figures_makes_the_columns() -> None:
    calendar, fiscal = {"2020年": "1个", "2021年": "2个"}, {"2020财年": "3个", "2021财年": "4个"}
    made = table(甲=calendar, 乙=fiscal, 丙=fiscal)
    assert shown(made)[0] == "2020财年 2021财年"
    assert [row.figure for row in made.rows] == ["甲", "甲"]


def test_a_change_that_nobody_may_tell_is_a_dash_and_no_fault() -> None:
    figures = {"甲": {"kind": "target", "values": {"2020年": "1个", "2021年": "2个"}}}
    told = resolve(author.report({"figures": figures, "overview": {"message": "【甲@2021年】"}}))
    assert [one.severity.value for one in told.diagnostics] == []
    assert shown(told.value.tables[0]) == ("2020年 2021年", {"甲": "1个 2个 —"})


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2021年", ""),
        ("2021财年", "财年"),
        ("2021年底", "年底"),
        ("截至2021年3月", "截至3月"),
        ("2021年第四季度", "第四季度"),
        ("2020—2021学年", "学年"),
    ],
)
def test_a_period_says_something_beside_its_year(period: str, words: str) -> None:
    assert wording(period) == words


def restated(because: str = "剔除重复挂号", **values: str) -> ResolvedReport:
    """A report with a value restated from 13个, the first of these."""
    report = author.report({"figures": {"甲": {"kind": "flow", "values": values}}, "overview": {"message": "【甲@2021年】"}})
    first, *others = report.figures[0].values
    was = quantity.read("13个", STANDARD)
    assert isinstance(was, quantity.Quantity)
    figure = replace(report.figures[0], values=(replace(first, was=was, because=because), *others))
    return resolve(replace(report, figures=(figure,))).value


@pytest.mark.parametrize("values", [{"2020年": "12个", "2021年": "15个"}, {"2021年": "12个"}])
def test_a_restated_value_leads_to_what_was_printed_and_why(values: dict[str, str]) -> None:
    made = restated(**values).tables[0]
    first = next(iter(values))
    assert [plain(one.mark) for one in made.data] == ["①", ""][: len(values)]
    (note,) = made.notes
    assert plain(note.text) == f"甲（{first}）此前印作13个：剔除重复挂号"
    assert plain(note.mark) == "①"


def test_what_was_printed_before_is_explained_number_by_number() -> None:
    report = restated("漏计2家分院", **{"2021年": "12个"})
    quoted = [use for use in report.ledger.uses if use.kind is UseKind.QUOTE]
    assert [(use.text, use.reason) for use in quoted] == [("13个", "修订前印过的数与原因"), ("2家", "修订前印过的数与原因")]


def test_a_change_is_that_of_the_restated_value() -> None:
    made = restated(**{"2020年": "12个", "2021年": "15个"}).tables[0]
    assert shown(made)[1] == {"甲": "12个 15个 增长25.0%"}
