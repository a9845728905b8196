"""Chinese numerals: each place with its digit, exact; what is none has none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.figures.numerals import decimal_of, value_of

_DIGITS = "零一二三四五六七八九"
_CAPITALS = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def _four(number: int) -> str:
    """Up to four places, 零 for those that are skipped."""
    written, skipped = "", False
    for power, place in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        written += ("零" if skipped and written and digit else "") + (_DIGITS[digit] + place if digit else "")
        skipped = not digit
    return written


def in_words(number: int) -> str:
    """A number below 10^16 as it is written out, by another way than that which reads it."""
    written, above = "", 0
    for scale, power in (("万亿", 12), ("亿", 8), ("万", 4), ("", 0)):
        group = number // 10**power % 10**4
        if group:
            gap = written and (group < 1000 or above != power + 4)
            written += ("零" if gap else "") + _four(group) + scale
            above = power
    return written.replace("万亿", "万", written.count("亿") - 1) or "零"


@given(st.integers(0, 10**16 - 1))
def test_a_number_written_out_is_read(number: int) -> None:
    words = in_words(number)
    assert value_of(words) == number
    assert value_of(words.translate(_CAPITALS)) == number
    assert decimal_of(words) == number


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一百九十万零三千九百七十一", "1903971"),
        ("两千", "2000"),
        ("一万零二", "10002"),
        ("百万", "1000000"),
        ("万亿", "1000000000000"),
        ("伍仟", "5000"),
        ("壹佰万", "1000000"),
        ("二零二零", "2020"),
        ("一点五", "1.5"),
        ("三点五亿", "350000000"),
        ("十点零五万", "100500"),
        ("一百二", "None"),
        ("两千六", "None"),
        ("一万二", "None"),
        ("一百零", "None"),
        ("万千", "None"),
        ("一百千", "None"),
        ("一亿亿", "None"),
        ("三点", "None"),
        ("点五", "None"),
        ("", "None"),
    ],
)
def test_what_a_numeral_is_worth(numeral: str, value: str) -> None:
    found = decimal_of(numeral)
    assert found == (None if value == "None" else Decimal(value))
