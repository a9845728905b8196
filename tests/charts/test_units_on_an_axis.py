"""One axis has one dimension: words for the same unit share it, sizes are written alike, and what is no single number stays off it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chart_making import chart, datum

from generator.charts.inks import chart_inks
from generator.charts.planner import faults, plan
from generator.content.figures.quantity import Quantity, read
from generator.content.figures.units import STANDARD
from generator.design.palette import THEMES
from generator.document.model import Datum, Number
from generator.document.numbers import of_quantity
from generator.inspection.deck.number_format import render

INKS = chart_inks(THEMES["松绿"])


def number(text: str) -> Number:
    found = read(text, STANDARD)
    assert isinstance(found, Quantity)
    return of_quantity(found)


def measured(text: str, label: str) -> Datum:
    made = datum("1个", label)
    return replace(made, number=replace(number(text), use=made.number.use))


def told(kind: str, *texts: str) -> list[tuple[str, str]]:
    made = chart(kind, *(measured(text, f"指标{place}") for place, text in enumerate(texts)))
    return [(fault.says.key, str(fault.hint)) for fault in faults(made)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("300度", "200千瓦时"), []),
        (("3万千瓦时", "2万度"), []),
        (("5元/吨", "8元/吨"), []),
        (("15.1/10万", "12.6/10万"), []),
        (("3万吨/日", "2万吨/天"), []),
        (("6800万元", "1.2亿元"), []),
        (("3吨", "超1500千克大米"), [("mixed-scales.axis", "hint.in-one-measure numbers=('3吨', '超1.5吨大米')")]),
        (("3000多千克", "5吨"), [("mixed-scales.axis", "hint.side-by-side")]),
        (("30%", "15‰"), [("mixed-scales.axis", "hint.in-one-measure numbers=('30%', '1.5%')")]),
        (("300度", "200元"), [("mixed-units.axis", "hint.side-by-side")]),
        (("15—20天", "30天"), [("vague-value.range", "hint.ends-or-cards")]),
        (("1∶2", "3"), [("vague-value.ratio", "hint.leave-out-or-cards")]),
        (("百分之五", "3"), [("vague-value.fraction", "hint.as-per-cent")]),
        (("未披露", "3"), [("vague-value.undisclosed", "hint.leave-out-or-cards")]),
    ],
)
def test_what_shares_an_axis(texts: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert told("column", *texts) == found


@pytest.mark.parametrize("text", ["15—20天", "10%—15%", "1∶0.62", "2/3", "万分之三", "未披露", "15.1/10万"])
def test_every_kind_of_quantity_may_stand_on_a_card(text: str) -> None:
    assert told("cards", text, "3个") == []


def test_an_amount_is_converted_exactly() -> None:
    one, other = number("3吨"), number("1500千克")
    assert other.amount_in(one) == number("1.5吨").amount
    assert one.written_as(other) == "3000千克"
    assert number("1小时").written_as(number("7秒")) == "3600秒"
    assert number("1秒").written_as(number("7小时")) is None


@pytest.mark.parametrize("kind", ["pie", "panels"])
def test_scales_are_not_mixed_where_values_add_up_or_stand_apart(kind: str) -> None:
    assert ("mixed-scales.axis", "hint.in-one-measure numbers=('0.68亿元', '1.2亿元')") in told(kind, "6800万元", "1.2亿元")


@pytest.mark.parametrize(
    ("texts", "header", "cells"),
    [
        (("6800万元", "9800万元", "1.2亿元"), "万元", ["6800", "9800", "12000"]),
        (("6800.5万元", "1.25亿元"), "元", ["68005000", "125000000"]),
        (("3.2万元", "8600元"), "元", ["32000", "8600"]),
        (("1.2345亿元", "9800万元"), "万元", ["12345", "9800"]),
        (("1.25亿元", "9800万元"), "万元", None),
    ],
)
def test_amounts_of_several_scales_stand_in_one(texts, header, cells) -> None:
    made = plan(chart("column", *(measured(text, f"指标{place}") for place, text in enumerate(texts))), INKS)
    if cells is None:
        assert made.native is None, "no code prints these numbers: the deck has a drawing"
    else:
        assert (made.series, [f"{point.value:f}" for point in made.points]) == (header, cells)
        assert [render(point.format, point.value) for point in made.points] == list(texts)
