"""The number format of a label: it prints the number as the content has it, and follows the cell whatever is typed there."""

import re
from decimal import Decimal

import pytest
from chart_making import number
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.number_format import common_format, number_format, scaled_format
from generator.document.model import Number
from generator.inspection.deck.number_format import render


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("近34亿元", '"近"General"亿元"'),
        ("5425个", 'General"个"'),
        ("2.2亿棵", '0.0######"亿棵"'),
        ("1.50亿元", '0.00######"亿元"'),
        ("5,425个", '#,##0"个"'),
        ("12,345.6万吨", '#,##0.0######"万吨"'),
        ("2000多个产业带", 'General"多个产业带"'),
        ("34", "General"),
        ("0个", 'General"个"'),
        ("0.5%", '0.0######"%"'),
        ("123456789012个", '0"个"'),
    ],
)
def test_a_cell_reads_as_the_number_is_printed(printed: str, code: str) -> None:
    above, below = number_format(number(printed)).split(";")
    assert above == code
    assert "−" in below


QUALIFIED = st.sampled_from(["", "近", "超"])
SIGNED = st.sampled_from(["", "−", "+"])
DIGITS = st.decimals(0, 99_999, places=2).map(lambda value: f"{value.normalize():f}") | st.sampled_from(["1.50", "5,425", "0.0"])
UNITS = st.sampled_from(["", "亿元", "%", "万千瓦时", "个"])


@given(QUALIFIED, SIGNED, DIGITS, UNITS)
def test_a_label_reads_its_cell_as_printed(qualifier: str, sign: str, digits: str, unit: str) -> None:
    one = made(qualifier, sign + digits, unit)
    assert render(number_format(one), one.value or Decimal(0)) == str(one)


@pytest.mark.parametrize(
    ("printed", "typed", "reads"),
    [
        ("17亿元", "17.5", "17.5亿元"),
        ("17亿元", "18", "18亿元"),
        ("近34亿元", "34.25", "近34.25亿元"),
        ("1.50亿元", "1.525", "1.525亿元"),
        ("1.50亿元", "2", "2.00亿元"),
        ("+30%", "40", "+40%"),
        ("+30%", "-2.5", "−2.5%"),
        ("+30%", "0", "0%"),
        ("−2%", "3.5", "3.5%"),
        ("8万元", "-3180", "−3180万元"),
    ],
)
def test_a_label_follows_what_is_typed_into_the_cell(printed: str, typed: str, reads: str) -> None:
    one = made("近" if printed.startswith("近") else "", *parted(printed))
    assert render(number_format(one), Decimal(typed)) == reads


@pytest.mark.parametrize(
    ("printed", "power", "code", "cell"),
    [
        ("1.2亿元", 4, '0\\.0,"亿元";"−"0\\.0,"亿元"', "12000"),
        ("近34亿元", 8, None, ""),
        ("1.25亿元", 8, '0\\.00,,"亿元";"−"0\\.00,,"亿元"', "125000000"),
        ("1.25亿元", 4, None, ""),
        ("−12.5亿元", 4, '0\\.0,"亿元";"−"0\\.0,"亿元"', "-125000"),
        ("0.3456亿元", 4, '0\\.0000"亿元";"−"0\\.0000"亿元"', "3456"),
    ],
)
def test_a_cell_in_a_smaller_scale_reads_as_the_number_is_printed(printed, power, code, cell) -> None:
    one = number(printed)
    assert scaled_format(one, power) == code
    if code:
        assert render(code, Decimal(cell)) == printed


@given(st.sampled_from(["", "近"]), st.integers(1, 99_999), st.integers(0, 4), st.sampled_from([4, 8]))
def test_whatever_code_there_is_prints_the_number(qualifier: str, digits: int, decimals: int, power: int) -> None:
    value = Decimal(digits).scaleb(-decimals)
    one = Number("use", qualifier, f"{value:f}", "亿元", value, value.scaleb(8), "亿", "元")
    code = scaled_format(one, power)
    assert (code is None) == bool((power - decimals) % 3)
    if code:
        assert render(code, value.scaleb(power)) == str(one)


@pytest.mark.parametrize(
    ("typed", "reads"), [("13500", "1.4亿元"), ("9000", "0.9亿元"), ("-12000", "−1.2亿元"), ("123456", "12.3亿元")]
)
def test_a_label_in_a_larger_scale_than_its_cell_follows_it(typed: str, reads: str) -> None:
    code = scaled_format(number("1.2亿元"), 4)
    assert code
    assert render(code, Decimal(typed)) == reads


def test_a_row_has_the_format_of_its_numbers_where_they_share_one() -> None:
    assert common_format([number("3.5%"), number("2.0%")]) == '0.0######"%";"−"0.0######"%"'
    assert common_format([number("近17亿元"), number("17.5亿元")]) == 'General"亿元";"−"General"亿元"'
    assert common_format([made("", "+3.5", "%"), made("", "−2", "%")]).startswith('"+"General"%";')


def made(qualifier: str, digits: str, unit: str) -> Number:
    value = Decimal(digits.replace(",", "").replace("−", "-"))
    return Number("use", qualifier, digits, unit, value, value, "", unit)


def parted(printed: str) -> tuple[str, str]:
    digits = re.search(r"[-−+\d.,]+", printed)[0]
    return digits, printed.partition(digits)[2]


def test_a_per_cent_sign_is_literal_so_that_the_cell_is_not_multiplied() -> None:
    assert number_format(number("17.6%")).startswith('0.0######"%"')


def test_a_minus_is_the_printed_one() -> None:
    assert number_format(number("−17.6%")) == '0.0######"%";"−"0.0######"%"'


def test_a_quotation_mark_in_a_unit_is_escaped() -> None:
    assert number_format(number('3"甲"级')).startswith('General\\""甲"\\""级"')


def test_a_vague_value_is_its_words() -> None:
    assert number_format(number("数亿消费者")) == '"数亿消费者"'


def test_digits_that_no_code_can_make_are_literal() -> None:
    assert number_format(number("３４亿元")) == '"３４亿元"'


def test_nothing_is_general() -> None:
    assert number_format(number("")) == "General"
