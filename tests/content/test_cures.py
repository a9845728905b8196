"""A cure is never another number: known quantities, spoilt as people spoil them, get themselves back, or nothing."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from corruptions import CORRUPTIONS, NEGATIVES, Known
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.figures.forms import Form
from generator.content.figures.quantity import Quantity, Refusal, read
from generator.content.figures.units import STANDARD
from generator.content.slips.heard import heard
from generator.content.slips.quantities import explain

if TYPE_CHECKING:
    from collections.abc import Callable

UNITS = ("元", "%", "家", "人", "个", "年", "小时", "m²", "kWh", "吨", "℃", "平方米")
digits = st.one_of(
    st.integers(1, 9_999_999).map(str),
    st.integers(1, 99).map(lambda one: f"{one}000"),
    st.tuples(st.integers(0, 9999), st.integers(1, 99)).map(lambda one: f"{one[0]}.{one[1]:02}".rstrip("0")),
    st.integers(0, 99).map(lambda one: f"{one}.5"),
    st.sampled_from(["10", "30", "35", "90", "100", "110", "120", "1200", "2600", "1903971"]),
)
quantities = st.builds(
    Known,
    digits,
    st.sampled_from(["", "", "万", "亿"]),
    st.sampled_from(UNITS),
    st.sampled_from(["", "", "近", "约", "超", "不少于"]),
)


def cure(text: str) -> str | None:
    """Return the text that is offered in the place of another, None where none is."""
    found = read(text, STANDARD)
    told = explain(text, found if isinstance(found, Refusal) else Refusal(text), STANDARD)
    return str(dict(told.cure.values).get("cure", "")) or None if told.cure else None


def check(known: Known, text: str, amount: Decimal) -> bool:
    offered = cure(text)
    if offered is None:
        return False
    reading = read(offered, STANDARD)
    assert isinstance(reading, Quantity)
    assert reading.amount == amount, (known.text, text, offered)
    assert reading.qualifier == known.qualifier or reading.approx, (known.text, text, offered)
    assert STANDARD.comparable(reading.unit, known.unit) or {reading.unit, known.unit} == {"小时", "个小时"}, (
        known.text,
        text,
        offered,
    )
    return True


@pytest.mark.parametrize("spoil", CORRUPTIONS.values(), ids=CORRUPTIONS)
@given(known=quantities)
@settings(max_examples=40)
def test_the_cure_of_a_spoilt_quantity_is_that_quantity_or_none(spoil: Callable[[Known], str | None], known: Known) -> None:
    text = spoil(known)
    if text and text != known.text:
        check(known, text, known.amount)


@pytest.mark.parametrize("spoil", CORRUPTIONS.values(), ids=CORRUPTIONS)
@given(known=quantities)
@settings(max_examples=20)
def test_what_is_read_without_a_word_is_that_quantity(spoil: Callable[[Known], str | None], known: Known) -> None:
    text = spoil(known)
    reading = read(text, STANDARD) if text else None
    if isinstance(reading, Quantity):
        share = reading.value * 100 if reading.form is Form.FRACTION and reading.value is not None else None
        assert (reading.amount if share is None else share) == known.amount, (known.text, text)


@pytest.mark.parametrize("spoil", NEGATIVES.values(), ids=NEGATIVES)
@given(known=quantities.filter(lambda one: not one.qualifier))
@settings(max_examples=40)
def test_the_cure_of_what_is_below_zero_is_below_zero(spoil: Callable[[Known], str | None], known: Known) -> None:
    text = spoil(known)
    if text:
        check(known, text, -known.amount)


SAMPLES = [
    Known("34", "亿", "元", "近"), Known("3.5", "亿", "元"), Known("3.5", "", "元"), Known("12000", "", "元"), Known("12.3", "", "%"),
    Known("30", "", "%"), Known("35", "", "%"), Known("10", "万", "人"), Known("1234", "", "家"), Known("123456", "", "家"),
    Known("2.5", "", "年"), Known("1.5", "", "小时"), Known("0.5", "", "%"), Known("1903971", "", "元"), Known("120", "", "m²"),
    Known("200", "", "kWh"), Known("20", "亿", "元", "超"), Known("800", "", "人", "约"), Known("100", "", "家", "不少于"),
    Known("5", "", "℃"), Known("1.2", "亿", "个"),
]  # fmt: skip
NONE_RIGHT = {
    "space inside the number", "comma for the point", "last place unsaid", "a fall", "a word that changes it",
}  # fmt: skip
"""Kinds that no text tells apart: more than one number may be meant."""


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_every_kind_of_slip_is_met_and_cured_unless_it_may_mean_two_numbers(name: str) -> None:
    texts = {text: known for known in SAMPLES if (text := CORRUPTIONS[name](known)) and text != known.text}
    cured = Counter(check(known, text, known.amount) for text, known in texts.items())
    assert texts
    assert cured[True] or name in NONE_RIGHT


@pytest.mark.parametrize("name", NEGATIVES)
def test_every_way_below_zero_is_cured(name: str) -> None:
    texts = {text: known for known in SAMPLES if not known.qualifier and (text := NEGATIVES[name](known))}
    assert texts
    assert any(check(known, text, -known.amount) for text, known in texts.items())


def test_there_are_more_than_forty_kinds() -> None:
    assert len(CORRUPTIONS) + len(NEGATIVES) > 40


@pytest.mark.parametrize(
    ("text", "why", "hint"),
    [
        ("2年半", "quantity.half", "hint.write cure=2.5年"),
        ("1年半", "quantity.half", "hint.write cure=1.5年"),
        ("两个半月", "quantity.half", "hint.write cure=2.5个月"),
        ("2个亿", "quantity.counted-scale scale=亿", "hint.write cure=2亿"),
        ("几个亿", "quantity.counted-scale scale=亿", "hint.write cure=数亿"),
        ("10W人", "quantity.letter-scale letter=W", "hint.write cure=10万人"),
        ("10w人", "quantity.letter-scale letter=w", "hint.write cure=10万人"),
        ("10W", "quantity.letter-scale letter=W", "quantity.or-watt scaled=10万 watts=10瓦"),
        ("12k元", "quantity.letter-scale letter=k", "hint.write cure=12000元"),
        ("两千六元", "quantity.place-unsaid digit=六", "quantity.which-place"),
        ("一百二", "quantity.place-unsaid digit=二", "quantity.which-place"),
        ("一百九十万零三千九百七十一元", "quantity.arabic", "hint.write cure=1903971元"),
        ("30％", "quantity.full-width", "hint.write cure=30%"),
        ("伍仟元整", "quantity.capitals", "hint.write cure=5000元"),
        ("壹佰万元整", "quantity.capitals", "hint.write cure=100万元"),
        ("负3.5亿元", "quantity.negative word=负", "hint.write cure=-3.5亿元"),
        ("（3.5）亿元", "quantity.brackets", "hint.write cure=-3.5亿元"),
        ("（3.5亿元）", "quantity.word-before word=（", "quantity.write-alone"),
        ("亏损3.5亿元", "quantity.negative word=亏损", "hint.write cure=-3.5亿元"),
        ("零下5℃", "quantity.negative word=零下", "hint.write cure=-5℃"),
        ("3成", "quantity.tenths", "hint.write cure=30%"),
        ("6成以上", "quantity.tenths", "hint.write cure=60%以上"),
        ("00012家", "quantity.zeros", "hint.write cure=12家"),
        ("010", "quantity.zeros", "hint.write cure=10"),
        ("10Xbps", "quantity.unit unit=Xbps", "quantity.new-unit unit=Xbps"),
        ("5m2", "quantity.unit-written unit=m²", "hint.write cure=5m²"),
        ("5㎡", "quantity.unit-written unit=m²", "hint.write cure=5m²"),
        ("8.8%①", "quantity.note-mark mark=①", "hint.write cure=8.8%"),
        ("增长12.3%", "quantity.word-change word=增长", "hint.write cure=12.3%"),
        ("下降12.3%", "quantity.word-fall word=下降", "quantity.fall minus=-12.3% bare=12.3%"),
        ("人民币3.5亿元", "quantity.word-money word=人民币", "hint.write cure=3.5亿元"),
        ("前10%", "quantity.word-scope word=前", "hint.write cure=10%"),
        ("3600万元每年", "quantity.each", "hint.write cure=3600万元/年"),
        ("NT$34亿", "quantity.word-before word=NT$", "quantity.write-alone"),
        ("1wm²", "quantity.unit unit=wm²", "quantity.new-unit unit=wm²"),
        ("万余人", "quantity.arabic", "hint.write cure=1万余人"),
        ("过亿元", "quantity.sign sign=过", "hint.write cure=超1亿元"),
        ("两三亿元", "quantity.either-of-two number=两三", "hint.write cure=2亿—3亿元"),
        ("七八百人", "quantity.either-of-two number=七八", "hint.write cure=700—800人"),
        ("一两千家", "quantity.either-of-two number=一两", "hint.write cure=1000—2000家"),
        ("12.3%↑", "quantity.word-change word=↑", "hint.write cure=12.3%"),
        ("▼12.3%", "quantity.word-fall word=▼", "quantity.fall minus=-12.3% bare=12.3%"),
        ("▲12.3%", "quantity.word-fall word=▲", "quantity.write-alone"),
        ("3.4e8", "quantity.exponent", "quantity.with-scale"),
        ("300W+", "quantity.letter-scale letter=W", "quantity.or-watt scaled=300万 watts=300瓦"),
        ("-¥3亿", "quantity.money sign=¥", "hint.write cure=-3亿元"),
        ("二八家", "quantity.either-of-two number=二八", "quantity.one-number"),
    ],
)
def test_each_kind_has_its_reason_and_its_cure(text: str, why: str, hint: str) -> None:
    found = read(text, STANDARD)
    assert isinstance(found, Refusal)
    told = explain(text, found, STANDARD)
    assert (str(dict(told.says.values)["why"]), str(told.cure)) == (why, hint)


@pytest.mark.parametrize(
    ("text", "amount", "share"),
    [
        ("一百九十万零三千九百七十一元", "1903971", ""),
        ("壹佰万元整", "1000000", ""),
        ("2万5千家", "25000", ""),
        ("三成五", "35", "%"),
        ("千分之三", "3", "‰"),
        ("两年半", "2.5", ""),
        ("（3.5）亿元", "-350000000", ""),
        ("1.234.567元", "1234567", ""),
        ("二〇二〇", "2020", ""),
    ],
)
def test_the_ear_hears_how_much(text: str, amount: str, share: str) -> None:
    said = heard(text)
    assert said is not None
    assert (said.amount, said.share) == (Decimal(amount), share)


GUESSES = "一百二 两千六元 3万5家 1,23个 34亿万元 七八家 一半 过半 百家 待定 （3.5亿元）"


@pytest.mark.parametrize("text", [*GUESSES.split(), "1 23家"])
def test_the_ear_does_not_guess(text: str) -> None:
    assert heard(text) is None
