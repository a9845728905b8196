"""Whatever is read as a quantity is printed as its author wrote it, with a minus for a hyphen, and converted exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.content.figures.quantity import QUALIFIERS, Quantity, read
from generator.content.figures.units import STANDARD
from generator.document.numbers import of_quantity
from generator.document.resolve import resolve
from tests.document import author

_numbers = st.one_of(
    st.integers(0, 10**7).map(str),
    st.decimals(0, 9999, places=2).map(str),
    st.sampled_from(["1,234", "-3.5", "+30", "−2"]),
)
_words = st.sampled_from(sorted(STANDARD.words))
_units = st.one_of(
    _words,
    st.just(""),
    st.tuples(_words, _words).map("/".join),
    st.tuples(_words, st.sampled_from(["10万人", "百公里", "（人·年）"])).map("/".join),
)
_scales = st.sampled_from(["", "万", "亿", "万亿"])
_quantities = st.one_of(
    st.tuples(st.sampled_from(["", *QUALIFIERS]), _numbers, _scales, _units).map("".join),
    st.tuples(_numbers, st.sampled_from("—～至"), _numbers, _scales, _units).map("".join),
    st.tuples(_numbers, st.sampled_from(":∶"), _numbers).map("".join),
    st.tuples(_numbers, st.just("/"), st.integers(1, 99).map(str)).map("".join),
    st.sampled_from(["三分之二", "万分之2.5", "百分之五", "未披露", "数亿元", "2个多小时", "15.1/10万"]),
)


@given(_quantities)
@settings(max_examples=200)
def test_a_number_is_printed_as_it_was_written(text: str) -> None:
    found = read(text, STANDARD)
    assume(isinstance(found, Quantity))
    assert isinstance(found, Quantity)
    number = of_quantity(found)
    assert str(number) == number.qualifier + number.digits + number.tail == text.replace("-", "−")
    assert (number.value is None) == (number.form != "number")
    if number.amount is not None:
        assert number.amount_in(number) == number.amount
        assert number.measures == (found.measure.dimension or number.unit, found.measure.factor)


@given(_quantities)
@settings(max_examples=40, deadline=None)
def test_it_is_printed_so_by_reference(text: str) -> None:
    assume(isinstance(read(text, STANDARD), Quantity))
    figures = {"某数": {"values": {"2020年": text}}}
    told = resolve(author.report({"figures": figures, "overview": {"message": "【某数】"}}))
    assert (str(told.value.overview.message), told.diagnostics) == (text.replace("-", "−"), ())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("3吨", "1500千克", "1500千克"),
        ("5元/吨", "0.02元/千克", "20元/吨"),
        ("30%", "15‰", "1.5%"),
        ("1小时", "90分钟", "1.5小时"),
    ],
)
def test_units_of_one_dimension_are_converted(one: str, other: str, same: str) -> None:
    first, second, third = (read(text, STANDARD) for text in (one, other, same))
    assert isinstance(first, Quantity)
    assert isinstance(second, Quantity)
    assert isinstance(third, Quantity)
    amount = of_quantity(second).amount_in(of_quantity(first))
    assert amount is not None
    assert third.amount is not None
    assert Fraction(amount) * first.measure.factor == Fraction(third.amount) * third.measure.factor
