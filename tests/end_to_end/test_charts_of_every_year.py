"""Charts that organizations draw every year, built and proved: a loss among profits, twelve months, two scales, groups side by side."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import openpyxl
import pptx
import pytest

from generator import outputs, pipeline
from generator.inspection.deck.number_format import render
from generator.inspection.deck.reader import read_deck

if TYPE_CHECKING:
    from pathlib import Path

MONTHS = tuple(f"2020年{month}月" for month in range(1, 13))
YEARS = tuple(f"{year}年" for year in range(2011, 2021))
INCOME = ("11", "9", "12", "14", "13", "15", "16", "15", "17", "19", "22", "18")
PROFIT = ("1260", "1815", "640", "−318", "905", "2105", "2850")
VALUES = {
    "收入": dict(zip(MONTHS, (f"{one}亿元" for one in INCOME), strict=True)),
    "利润": dict(zip(YEARS[3:], (f"{one}万元" for one in PROFIT), strict=True)),
    "手术": dict(zip(YEARS, (f"{12345 + 431 * at}台" for at in range(10)), strict=True)),
    "善款": {"2018年": "6800万元", "2019年": "9800万元", "2020年": "1.2亿元"},
    "拨款": {"2019年": "9800万元", "2020年": "1.25亿元"},
    "东院": {"2019年": "3410人次", "2020年": "3880人次"},
    "西院": {"2019年": "2360人次", "2020年": "2975人次"},
}


def named(figure: str) -> str:
    return "[" + ", ".join(f"{figure}@{period}" for period in VALUES[figure]) + "]"


CHARTS = (
    *((kind, "收入", named("收入")) for kind in ("line", "column")),
    *((kind, "利润", named("利润")) for kind in ("column", "bar", "line")),
    *((kind, "手术", named("手术")) for kind in ("line", "column")),
    *((kind, "善款", named("善款")) for kind in ("column", "bar", "line", "dot")),
    ("column", "拨款", named("拨款")),
)
GROUPED = "series: [{name: 东院区, figures: [东院@2019年, 东院@2020年]}, {name: 西院区, figures: [西院@2019年, 西院@2020年]}]"


def content() -> str:
    figures = [
        f"  {name}: {{means: 全院的{name}, kind: flow, values: {{{', '.join(f'{at}: {one}' for at, one in values.items())}}}, "
        f"source: 简讯 第1段}}"
        for name, values in VALUES.items()
    ]
    charts = [f"      - {{kind: {kind}, message: 看{name}, measure: {name}, figures: {named}}}" for kind, name, named in CHARTS]
    charts += [f"      - {{kind: {kind}, message: 看院区, measure: 门诊, {GROUPED}}}" for kind in ("column", "bar")]
    return "\n".join(
        (
            'report: {title: 年报, organization: 某院, edition: 2020年, date: 2021年8月5日, brand: {rgb: "#186048", cmyk: 86 32 74 30}}',
            "sources: {简讯: {title: 年度简讯}}", "figures:", *figures, "about: {text: 甲}", "overview: {text: 甲}", "themes:",
            "  - name: 运营", "    color: 朱砂", "    message: 看一年", "    heroes: [善款@2020年, 利润@2020年, 收入@2020年12月]",
            "    charts:", *charts,
        )
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("every-year")
    (made / "content.yaml").write_text(content(), encoding="utf-8")
    outcome = pipeline.build(made / "content.yaml", made / "build", outputs.ALL, lambda _stage: None)
    assert outcome.layouts.warnings == ()
    assert outcome.proof.charts == len(CHARTS) - 1 + 2, "one of two scales has no format, and is drawn"
    return made / "build"


@pytest.fixture(scope="module")
def charts(folder: Path) -> list:
    """The native charts as a stranger reads them, in the order of the content."""
    deck = pptx.Presentation(folder / "deck.pptx")
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def labels(chart) -> list[str]:
    """Return what the labels of a chart show, row by row."""
    told = []
    for series in chart._chartSpace.iter("{*}ser"):
        values = [one.findtext("{*}v") for one in series.find("{*}val").iter("{*}pt")]
        codes = {
            int(one.find("{*}idx").get("val")): one.find("{*}numFmt").get("formatCode")
            for one in series.iter("{*}dLbl")
            if one.find("{*}delete") is None
        }
        from decimal import Decimal  # noqa: PLC0415 - a cell's number as the inspector has it

        told += [render(code, Decimal(values[at])) for at, code in sorted(codes.items())]
    return told


@pytest.mark.parametrize("at", [0, 1])
def test_twelve_months_bear_their_numbers_and_the_unit_stands_once(charts, at) -> None:
    assert labels(charts[at]) == list(INCOME)
    assert [str(one) for one in charts[at].plots[0].categories] == [f"{month}月" for month in range(1, 13)]


@pytest.mark.parametrize("at", [2, 3, 4])
def test_a_year_of_loss_stands_among_years_of_profit(charts, at) -> None:
    assert labels(charts[at]) == [f"{one}万元" for one in PROFIT]
    axis = charts[at].value_axis._element
    assert float(axis.find("{*}scaling/{*}min").get("val")) < -318
    assert charts[at].category_axis._element.find("{*}tickLblPos").get("val") == "low"
    assert charts[at].category_axis._element.find("{*}crosses").get("val") == "autoZero"


@pytest.mark.parametrize("at", [7, 8, 9, 10])
def test_two_scales_are_drawn_by_amount_and_printed_as_given(charts, at) -> None:
    assert labels(charts[at]) == ["6800万元", "9800万元", "1.2亿元"]
    book = openpyxl.load_workbook(io.BytesIO(charts[at].part.chart_workbook.xlsx_part.blob)).active
    assert [[cell.value for cell in row] for row in book.iter_rows()] == [
        [None, "万元"], ["2018年", 6800], ["2019年", 9800], ["2020年", 12000],
    ]  # fmt: skip


@pytest.mark.parametrize("at", [11, 12])
def test_groups_stand_side_by_side_under_a_key(charts, at) -> None:
    assert labels(charts[at]) == ["3410", "3880", "2360", "2975"]
    assert [series.name for series in charts[at].plots[0].series] == ["东院区", "西院区"]
    assert charts[at].has_legend


def test_every_value_is_told_in_the_alternative_text(folder: Path) -> None:
    alts = [alt for slide in read_deck(folder / "deck.pptx").slides for _, alt in slide.alts]
    for values in VALUES.values():
        assert any(all(one in alt for one in values.values()) for alt in alts), values
    assert not any(re.search(r"-\d", alt) for alt in alts), "a minus is no hyphen"
