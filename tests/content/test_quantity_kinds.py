"""Kinds of quantity: ranges, ratios, fractions, rates, compound units; and what would be misread is refused, with a cure that is right."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.content.figures.forms import Fault, Form
from generator.content.figures.quantity import ZEROS, Quantity, Refusal, read
from generator.content.figures.units import STANDARD, Unit
from generator.content.slips.quantities import explain


def told(text: str) -> tuple[str, str]:
    """Why a text is refused, and the cure."""
    found = read(text, STANDARD)
    assert isinstance(found, Refusal), found
    slip = explain(text, found, STANDARD)
    cure = dict(slip.cure.values).get("cure", slip.cure.key) if slip.cure else "None"
    return found.fault.name, str(cure)


@pytest.mark.parametrize(
    ("text", "fault", "cure"),
    [
        ("2年半", "HALF", "2.5年"),
        ("约2年半", "HALF", "约2.5年"),
        ("2个半小时", "HALF", "2.5个小时"),
        ("2个半月", "HALF", "2.5个月"),
        ("3亿半", "HALF", "quantity.half-in-digits"),
        ("2.5亿年半", "HALF", "quantity.half-in-digits"),
        ("2个亿", "COUNTED_SCALE", "2亿"),
        ("2个亿元", "COUNTED_SCALE", "2亿元"),
        ("3个多亿", "COUNTED_SCALE", "3亿多"),
        ("2个亿消费者", "COUNTED_SCALE", "2亿消费者"),
        ("5个亿元村", "COUNTED_SCALE", "quantity.scale-or-name"),
        ("5千个万", "UNIT", "5000万"),
        ("10W人", "LETTER_SCALE", "10万人"),
        ("10w", "LETTER_SCALE", "10万"),
        ("5个w人", "LETTER_SCALE", "quantity.scale-or-unit"),
        ("10W", "LETTER_SCALE", "quantity.or-watt"),
        ("5k", "LETTER_SCALE", "5000"),
        ("5K元", "LETTER_SCALE", "5000元"),
        ("2M用户", "LETTER_SCALE", "quantity.scale-or-unit"),
        ("00012家", "LEADING_ZEROS", "12家"),
        ("010", "LEADING_ZEROS", "10"),
        ("007家", "LEADING_ZEROS", "7家"),
        ("00.5%", "LEADING_ZEROS", "0.5%"),
        ("1—02个", "LEADING_ZEROS", "None"),
        ("1234567890123456个", "TOO_EXACT", "quantity.round"),
        ("0.1234567890123456%", "TOO_EXACT", "quantity.round"),
        ("30％", "UNIT", "30%"),
        ("８.８%", "NO_NUMBER", "8.8%"),
        ("8.8%①", "NOTE", "8.8%"),
        ("8.8%[1]", "NOTE", "8.8%"),
        ("8.8%*", "NOTE", "8.8%"),
        ("8.8%※", "NOTE", "8.8%"),
        ("5家注1", "NOTE", "5家"),
        ("5m²*", "NOTE", "5m²"),
        ("12m²②", "NOTE", "12m²"),
        ("12m²²", "UNIT", "12m²"),
        ("8.8%（a）", "NOTE", "8.8%"),
        ("约8.8%左右①", "NOTE", "8.8%左右"),
        ("3亿元①以上", "NOTE", "None"),
        ("5家（注1）", "NOTE", "5家"),
        ("2个亿①", "COUNTED_SCALE", "2亿"),
        ("3元五角", "TWO_UNITS", "3.5元"),
        ("5米八", "TWO_UNITS", "quantity.one-unit"),
        ("1小时三十分", "TWO_UNITS", "quantity.one-unit"),
        ("5m2", "UNIT", "5m²"),
        ("5㎡", "UNIT", "5m²"),
        ("12㎞", "UNIT", "12km"),
        ("10Xbps", "UNIT", "quantity.new-unit"),
        ("10kW4", "UNIT", "quantity.new-unit"),
        ("5m用户", "UNIT", "quantity.new-unit"),
        ("15-20分钟", "DASH", "15—20分钟"),
        ("15~20分钟", "DASH", "15—20分钟"),
        ("34亿到35亿元", "DASH", "34亿—35亿元"),
        ("20—15分钟", "BACKWARDS", "quantity.both-ends"),
        ("9000—1万元", "BACKWARDS", "quantity.both-ends"),
        ("1：0.62", "COLON", "1∶0.62"),
        ("1比3", "COLON", "1∶3"),
        ("三到五年", "NO_NUMBER", "quantity.write-digits"),
        ("3到五年", "TWO_UNITS", "quantity.one-unit"),
        ("3五年", "TWO_UNITS", "quantity.one-unit"),
        ("15−20分钟", "DASH", "15—20分钟"),
        ("3分之2", "UNIT", "quantity.as-percentage"),
        ("3元/人/年", "UNIT", "3元/（人·年）"),
        ("4500元/平方米·月", "UNIT", "4500元/（平方米·月）"),
        ("5毫克/m3", "UNIT", "5毫克/m³"),
        ("4000元每月", "UNIT", "4000元/月"),
        ("5ug/m3", "UNIT", "quantity.new-unit"),
        ("200Mb", "UNIT", "quantity.new-unit"),
        ("3mw", "UNIT", "quantity.new-unit"),
        ("5平", "UNIT", "quantity.new-unit"),
        ("1½小时", "UNIT", "quantity.new-unit"),
        ("3半小时", "HALF", "quantity.half-in-digits"),
        ("10W/m²", "UNIT", "quantity.new-unit"),
        ("1年6个月", "TWO_UNITS", "quantity.one-unit"),
        ("5元/旗", "UNIT", "quantity.new-unit"),
        ("1∶2个", "UNIT", "quantity.new-unit"),
        ("1/0", "UNIT", "quantity.new-unit"),
        ("1200tCO₂e", "UNPRINTED", "1200tCO2e"),
        ("35kgCO₂e/㎡", "UNPRINTED", "35kgCO2e/m²"),
        ("5‱", "UNPRINTED", "万分之5"),
        ("约2.5‱", "UNPRINTED", "约万分之2.5"),
    ],
)
def test_what_would_be_misread_is_refused(text: str, fault: str, cure: str) -> None:
    assert told(text) == (fault, cure)


@pytest.mark.parametrize(
    ("text", "form", "digits", "unit"),
    [
        ("15—20分钟", Form.RANGE, "15—20", "分钟"),
        ("15至20天", Form.RANGE, "15至20", "天"),
        ("约15～20分钟", Form.RANGE, "15～20", "分钟"),
        ("3.5—4亿元", Form.RANGE, "3.5—4", "元"),
        ("10%—15%", Form.RANGE, "", "%"),
        ("13万～17万元", Form.RANGE, "", "元"),
        ("9000元—1万元", Form.RANGE, "", "元"),
        ("30秒—2分钟", Form.RANGE, "", "分钟"),
        ("-3—5℃", Form.RANGE, "-3—5", "℃"),
        ("15—20个村", Form.RANGE, "15—20", "个"),
        ("1∶0.62", Form.RATIO, "1∶0.62", ""),
        ("1:0.62", Form.RATIO, "1:0.62", ""),
        ("约3∶2∶1", Form.RATIO, "3∶2∶1", ""),
        ("未披露", Form.UNDISCLOSED, "", ""),
    ],
)
def test_what_is_no_single_number_has_no_amount(text: str, form: Form, digits: str, unit: str) -> None:
    found = read(text, STANDARD)
    assert isinstance(found, Quantity)
    assert (found.form, found.digits, found.unit, found.number, found.amount, found.value) == (
        form,
        digits,
        unit,
        None,
        None,
        None,
    )
    assert str(found) == found.qualifier + found.digits + found.tail == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2/3", Fraction(2, 3)),
        ("近2/3", Fraction(2, 3)),
        ("15.1/1000", Fraction(151, 10000)),
        ("三分之二", Fraction(2, 3)),
        ("百分之五", Fraction(1, 20)),
        ("千分之二", Fraction(1, 500)),
        ("万分之三", Fraction(3, 10000)),
        ("万分之2.5", Fraction(1, 4000)),
        ("十万分之一", Fraction(1, 100_000)),
        ("约百分之十七点六", Fraction(176, 1000)),
    ],
)
def test_a_fraction_has_an_exact_value(text: str, value: Fraction) -> None:
    found = read(text, STANDARD)
    assert isinstance(found, Quantity)
    assert (found.form, found.value, found.number, str(found)) == (Form.FRACTION, value, None, text)


@pytest.mark.parametrize(
    ("text", "unit", "base"),
    [
        ("5元/立方米", "元/立方米", Fraction(5)),
        ("5元/吨", "元/吨", Fraction(5, 1000)),
        ("35毫克/升", "毫克/升", Fraction(35, 1000)),
        ("2万吨/日", "吨/日", Fraction(20_000_000, 86400)),
        ("3万元/（人·年）", "元/（人·年）", Fraction(30_000, 12)),
        ("12.5千瓦时/平方米", "千瓦时/平方米", Fraction(25, 2)),
        ("3600万元/年", "元/年", Fraction(3_000_000)),
        ("8升/百公里", "升/百公里", Fraction(8, 100_000_000)),
        ("120.5例/10万人", "例/10万人", Fraction(1205, 1_000_000)),
        ("15.1/10万", "/10万", Fraction(151, 10_000)),
        ("3‰", "‰", Fraction(3, 10)),
        ("3ppm", "ppm", Fraction(3, 10_000)),
        ("10Gbps", "Gbps", Fraction(10**10)),
        ("0.3NTU", "NTU", Fraction(3, 10)),
        ("55dB", "dB", Fraction(55)),
        ("1200tCO2e", "tCO2e", Fraction(1200)),
        ("35kgCO2e/m²", "kgCO2e/m²", Fraction(35, 1000)),
        ("4.1亿千瓦时", "千瓦时", Fraction(410_000_000)),
    ],
)
def test_units_made_of_known_ones_are_known(text: str, unit: str, base: Fraction) -> None:
    found = read(text, STANDARD)
    assert isinstance(found, Quantity)
    assert found.amount is not None
    assert (found.unit, found.noun, Fraction(found.amount) * found.measure.factor) == (unit, "", base)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("2个半导体项目", ("个", "半导体项目", "")),
        ("10个亿级产业集群", ("个", "亿级产业集群", "")),
        ("12个百强县", ("个", "百强县", "")),
        ("17万一线员工", ("", "一线员工", "")),
        ("3个三甲医院", ("个", "三甲医院", "")),
        ("5家（含港澳台）", ("家", "（含港澳台）", "")),
        ("8GB内存", ("GB", "内存", "")),
        ("2年多", ("年", "", "多")),
        ("2个多小时", ("个小时", "", "多")),
        ("0.5%", ("%", "", "")),
        ("1000000000000000000元", ("元", "", "")),
    ],
)
def test_what_resembles_it_is_read(text: str, pieces: tuple[str, str, str]) -> None:
    found = read(text, STANDARD)
    assert isinstance(found, Quantity)
    assert (found.unit, found.noun, found.approx) == pieces


def test_an_authors_unit_may_stand_over_and_under_a_slash() -> None:
    units = STANDARD.extended([Unit("旗", "旗"), STANDARD.same_as("字电", "千瓦时", Fraction(2))])
    found = units.get("字电/旗")
    assert found is not None
    assert (found.dimension, found.factor) == ("能量 (千瓦时)/旗", Fraction(2))
    assert units.comparable("字电/旗", "度/旗")


whole, decimals = st.integers(0, 10**9), st.integers(0, 4)
words = sorted(word for word in STANDARD.words if not (len(word) == 1 and word.isascii()))


@given(whole, decimals, st.sampled_from(sorted(ZEROS)), st.sampled_from(words), st.sampled_from(["", *words]))
def test_reading_is_exact(number: int, places: int, scale: str, above: str, under: str) -> None:
    """The amount is what the text was made of: an integer over a power of ten, times its scale, times the unit's factor."""
    digits = f"{number // 10**places}" + (f".{number % 10**places:0{places}}" if places else "")
    assume(under != above)
    text = f"{digits}{scale}{above}" + (f"/{under}" if under else "")
    found = read(text, STANDARD)
    assert isinstance(found, Quantity), found
    assert found.amount is not None
    factor = STANDARD.words[above].factor / (STANDARD.words[under].factor if under else 1)
    assert (str(found), Fraction(found.amount) * found.measure.factor) == (
        text,
        Fraction(number, 10**places) * 10 ** ZEROS[scale] * factor,
    )


@given(whole, whole, st.sampled_from("—～至"), st.sampled_from(sorted(ZEROS)), st.sampled_from(words))
def test_a_range_is_read_where_it_runs_upwards(low: int, high: int, mark: str, scale: str, unit: str) -> None:
    found = read(f"{low}{mark}{high}{scale}{unit}", STANDARD)
    if low < high:
        assert isinstance(found, Quantity)
        assert (found.form, found.scale, found.unit) == (Form.RANGE, scale, unit)
    else:
        assert found == Refusal(unit, Fault.BACKWARDS)


_PEOPLE = "0123456789.,%％‰‱/／:∶：—～~-–至到半个亿万千百元年月小时人WwkKmM②①[]*※注（）()多余近约第分之一二三两披露未·度吨²2"


@given(st.text(alphabet=_PEOPLE, max_size=14))
def test_a_cure_that_is_offered_can_be_read_and_what_is_read_is_printed_back(text: str) -> None:
    found = read(text, STANDARD)
    if isinstance(found, Quantity):
        assert str(found) == found.qualifier + found.digits + found.tail == text
        return
    slip = explain(text, found, STANDARD)
    if slip.cure and slip.cure.key == "hint.write":
        assert isinstance(read(str(dict(slip.cure.values)["cure"]), STANDARD), Quantity)
