"""What is copied is what is shown, and each way in which it is not is seen."""

import pytest

from generator.inspection.pdf.copies import copied_otherwise
from generator.inspection.pdf.model import Char


def chars(*shown):
    """Glyphs by the texts that they stand for, each with its span of ActualText, -1 for none."""
    for text, span in shown:
        for char in text:
            yield Char(char, 0, 0, 0, 0, 0, 10, None, 1, "F1", span, "")


@pytest.mark.parametrize(
    ("shown", "actual"),
    [
        ([("近34亿元", -1)], []),
        ([("近34亿元", 0)], ["近34亿元"]),
        ([("inter-", 0), ("national法", -1)], ["inter"]),
        ([("的inter-", 0), ("national法", 1)], ["的international", "法"]),
        ([("state-of-", 0), ("the-art", 1), ("完", -1)], ["state-of-the-art", " "]),
        ([("a.b/", 0), ("c/", 1), ("d", 2), ("的", -1)], ["a.b/c/d", " ", " "]),
        ([("AA-", 0), ("BB", -1)], ["AA-\u00a0"]),
    ],
)
def test_what_is_shown_is_copied(shown, actual):
    assert list(copied_otherwise(chars(*shown), actual)) == []


@pytest.mark.parametrize(
    ("shown", "actual", "told"),
    [
        ([("近34亿元", 0)], ["近43亿元"], [("近43亿元", "近34亿元")]),
        ([("近34亿元", 0)], ["34亿元"], [("34亿元", "近34亿元")]),
        ([("34", 0), ("亿元", -1)], ["345"], [("5亿元", "亿元")]),
        ([("34", 0)], ["345"], [("5", "")]),
        ([("inter-", 0), ("national", 1)], ["internation", ""], [("nation", "national")]),
        ([("inter-", 0), ("national", 1)], ["international", "al"], [("al", "")]),
        ([("inter-", 0), ("national", -1)], ["international"], [("national", "")]),
        ([("34", -1)], ["35"], [("35", "")]),
    ],
)
def test_what_is_copied_otherwise_is_told(shown, actual, told):
    assert list(copied_otherwise(chars(*shown), actual)) == told
