"""A number that goes on in the next line is read as itself, whatever words stand on both lines, unless these make another number of it."""

import pytest

from generator.document.ledger import Placement
from generator.inspection.pdf.boxes import Shelf
from generator.inspection.pdf.model import Char
from generator.units import Rect, pt

DUE, SIZE, LEADING = "229个国家和地区", 10, 17


def page(*lines: str) -> Shelf:
    made = (
        Char(
            text,
            10.0 * at,
            LEADING * row,
            10.0 * at + 10,
            LEADING * row + SIZE,
            LEADING * row + 9,
            SIZE,
            (0, 0, 0),
            1,
            "f",
            0,
            "",
        )
        for row, line in enumerate(lines)
        for at, text in enumerate(line)
    )
    return Shelf.of(tuple(made))


def read(*lines: str) -> str:
    whole = Rect(0, 0, pt(10 * max(map(len, lines))), pt(LEADING + SIZE))
    shelf = page(*lines)
    return shelf.text(shelf.own(Placement("u", "report", 1, "", DUE, whole, ""), whole))


@pytest.mark.parametrize("before", ["覆盖到", "已经过", "站稳脚", ""])
def test_words_before_it_are_not_its_own(before: str) -> None:
    assert read(f"{before}229个国家", "和地区。一地的做法") == DUE


@pytest.mark.parametrize("before", ["不到", "不足", "超过", "近", "超", "−"])
def test_a_qualifier_before_it_makes_another_number(before: str) -> None:
    assert read(f"覆盖{before}229个国家", "和地区。一地的做法") != DUE
