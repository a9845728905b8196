import pytest
from chart_making import number

from generator.charts.number_format import number_format


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("近34亿元", '"近"0"亿元"'),
        ("5425个", '0"个"'),
        ("2.2亿棵", '0.0"亿棵"'),
        ("1.50亿元", '0.00"亿元"'),
        ("5,425个", '#,##0"个"'),
        ("12,345.6万吨", '#,##0.0"万吨"'),
        ("2000多个产业带", '0"多个产业带"'),
        ("34", "0"),
        ("007号", '000"号"'),
        ("0个", '0"个"'),
        ("0.5%", '0.0"%"'),
    ],
)
def test_a_cell_reads_as_the_number_is_printed(printed: str, code: str) -> None:
    assert number_format(number(printed)) == code


def test_a_per_cent_sign_is_literal_so_that_the_cell_is_not_multiplied() -> None:
    assert number_format(number("17.6%")) == '0.0"%"'


def test_a_minus_is_the_printed_one() -> None:
    assert number_format(number("−17.6%")) == '0.0"%";"−"0.0"%"'


def test_a_quotation_mark_in_a_unit_is_escaped() -> None:
    assert number_format(number('3"甲"级')) == '0\\""甲"\\""级"'


def test_a_vague_value_is_its_words() -> None:
    assert number_format(number("数亿消费者")) == '"数亿消费者"'


def test_digits_that_no_code_can_make_are_literal() -> None:
    assert number_format(number("３４亿元")) == '"３４亿元"'


def test_nothing_is_general() -> None:
    assert number_format(number("")) == "General"
