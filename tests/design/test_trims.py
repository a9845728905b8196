"""Trims and lengths as people write them: by name or in millimetres, and nothing guessed."""

from __future__ import annotations

import pytest

from generator.design.format import A4, A5, DALIU, is_page, length_of, trim_of
from generator.units import Size, mm


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("a4", A4.size),
        ("A4", A4.size),
        ("daliu", DALIU.size),
        ("大16开", Size(mm(210), mm(285))),
        ("a5", A5.size),
        ("190x260mm", Size(mm(190), mm(260))),
        ("190×260毫米", Size(mm(190), mm(260))),
        (" 190 * 260.5 mm ", Size(mm(190), mm(260.5))),
    ],
)
def test_a_trim_is_named_or_measured(text, size) -> None:
    assert trim_of(text).size == size


@pytest.mark.parametrize("text", ["", "16开", "b5", "190x260", "190mm", "190x260cm", "-190x260mm", "190x260x3mm"])
def test_a_trim_is_never_guessed(text) -> None:
    assert trim_of(text) is None


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("120x180mm", True),
        ("210x210mm", True),
        ("420x594mm", True),
        ("119x180mm", False),
        ("120x179mm", False),
        ("297x210mm", False),
        ("421x594mm", False),
        ("420x595mm", False),
    ],
)
def test_a_report_needs_an_upright_page_of_some_size(text, fits) -> None:
    assert is_page(trim_of(text)) is fits


@pytest.mark.parametrize(
    ("text", "length"), [("3mm", mm(3)), ("3 毫米", mm(3)), ("2.5MM", mm(2.5)), ("3", None), ("3cm", None), ("", None)]
)
def test_a_length_has_its_unit(text, length) -> None:
    assert length_of(text) == length
