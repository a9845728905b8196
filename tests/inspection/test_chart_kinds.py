"""A native chart's axis, whatever its kind: bars begin at nought, what adds up fits, and no point lies beyond an end."""

from decimal import Decimal

import pytest

from generator.inspection.deck.chart_checks import chart_flaws
from generator.inspection.deck.charts import ChartText, Range, Series
from generator.inspection.deck.number_format import render


def series(column: str, *values: str) -> Series:
    def cells(texts, letter, first):
        return Range(tuple(texts), tuple(f"{letter}{first + at}" for at in range(len(texts))))

    names = [f"第{at}年" for at in range(len(values))]
    return Series(cells([column], column, 1), cells(names, "A", 2), cells(values, column, 2), ("0",) * len(values))


def chart(*rows: Series, least="0", most="100", bars=True, stacked=False) -> ChartText:
    cells = {
        address: text
        for row in rows
        for one in (row.name, row.categories, row.values)
        for address, text in zip(one.addresses, one.texts, strict=False)
    }
    ends = (None if end is None else Decimal(end) for end in (least, most))
    return ChartText(rows, cells, (), *ends, (), bars, stacked, rows)


def codes(*args, **more) -> list[str]:
    return [flaw.says.code for flaw in chart_flaws(chart(*args, **more))]


@pytest.mark.parametrize("least", [None, "10", "-10"])
def test_bars_that_do_not_begin_at_nought_are_told(least) -> None:
    assert "chart-scale" in codes(series("B", "20", "30"), least=least)


def test_lines_may_begin_elsewhere_and_discs_have_no_axis() -> None:
    assert codes(series("B", "92", "94"), least="90", bars=False) == []
    assert codes(series("B", "-3", "94"), least="-10", bars=False) == []
    assert codes(series("B", "40", "60"), least=None, most=None, bars=False) == []


def test_a_point_beyond_an_end_of_its_axis_is_told() -> None:
    assert codes(series("B", "92", "101"), least="90", bars=False) == ["chart-scale"]
    assert codes(series("B", "89", "94"), least="90", bars=False) == ["chart-scale"]


def test_parts_that_add_up_beyond_the_axis_are_told() -> None:
    rows = (series("B", "60", "20"), series("C", "50", "20"))
    assert codes(*rows) == []
    assert codes(*rows, stacked=True) == ["chart-scale"]


def test_a_missing_value_is_an_empty_cell_and_says_nothing() -> None:
    row = series("B", "60", "", "20")
    assert codes(row) == []
    assert list(row.shown) == ["B", "第0年", "60", "第1年", "第2年", "20"]


def test_the_second_section_of_a_format_is_for_numbers_below_zero() -> None:
    assert render('0"万元";"−"0"万元"', Decimal(-8)) == "−8万元"
    assert render('0"万元";"−"0"万元"', Decimal(8)) == "8万元"
