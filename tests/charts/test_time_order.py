"""Rows of several figures: one axis of time, in order, each period in the first of its wordings."""

from __future__ import annotations

import pytest
from chart_making import chart, datum, words

from generator.charts import series
from generator.charts.shapes.card_grid import untold
from generator.document.model import Series, plain


def row(name: str, *periods: str) -> Series:
    data = tuple(datum(f"{at + 1}家", name, figure=name, period=period) for at, period in enumerate(periods))
    return Series(words(name), data, name)


def names(kind: str, *rows: Series) -> list[str]:
    made = chart(kind, *(datum for one in rows for datum in one.data), series=rows)
    return [plain(name) for name in series.categories(made)]


QUARTERS = ["2020年第一季度", "2020年第二季度", "2020年第三季度", "2020年第四季度"]


@pytest.mark.parametrize("kind", ["stacked", "line", "panels"])
@pytest.mark.parametrize(
    "right",
    [
        QUARTERS,
        ["2020年Q1", "2020年Q2", "2020年Q3", "2020年Q4"],
        ["2020财年第四季度", "2021财年第一季度", "2021财年第二季度", "2021财年第三季度"],
        ["2019年上半年", "2019年下半年", "2020年上半年", "2020年下半年"],
        ["2020年9月上旬", "2020年9月中旬", "2020年9月下旬", "2020年10月上旬"],
        ["2020年11月2日", "2020年11月9日", "2020年11月11日", "2020年11月20日"],
        ["2020年1—3月", "2020年1—6月", "2020年前三季度", "2020年"],
        ["2018—2019学年", "2019—2020学年", "2020—2021学年", "2021—2022学年"],
        ["2019年初", "2019年底", "2020年上半年", "2020年底"],
    ],
)
@pytest.mark.parametrize("lacks", range(4))
def test_a_period_that_one_row_lacks_stands_in_its_place(kind: str, right: list[str], lacks: int) -> None:
    some = [period for at, period in enumerate(right) if at != lacks]
    assert names(kind, row("甲", *some), row("乙", *right)) == right
    assert names(kind, row("甲", *right[::-1]), row("乙", *some)) == right


def test_one_period_in_two_wordings_is_one_category() -> None:
    other = ["2020年Q1", "2020年4—6月", "2020年第3季度", "2020年四季度"]
    assert names("stacked", row("甲", *QUARTERS), row("乙", *other)) == QUARTERS
    assert names("stacked", row("乙", *other), row("甲", *QUARTERS)) == other


def test_each_card_says_its_period_where_the_measure_names_several() -> None:
    data = row("甲", "2020年", "2020年底").data
    several = chart("cards", *data, measure="甲 · 家 · 2020年与2020年底")
    assert [plain(untold(datum, several)) for datum in data] == ["2020年", "2020年底"]
    assert plain(untold(data[0], chart("cards", data[0], measure="甲 · 家 · 2020年"))) == ""
