from __future__ import annotations

from decimal import Decimal

import pytest

from generator.inspection.deck.number_format import render


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ('"近"0"亿元"', "34", "近34亿元"),
        ("0.0", "82.4", "82.4"),
        ("0", "82.4", "82"),
        ('0"万名"', "17", "17万名"),
        ("#,##0", "5425", "5,425"),
        ("0.0%", "0.176", "17.6%"),
        ("General", "17", "17"),
        ("General", "20.50", "20.5"),
        (r"0\个", "20", "20个"),
        ('0"个";"负"0"个"', "20", "20个"),
        ("0.##", "3.5", "3.5"),
        ("0.##", "3", "3"),
    ],
)
def test_a_format_code_shows_what_a_spreadsheet_shows(code: str, value: str, shown: str) -> None:
    assert render(code, Decimal(value)) == shown
