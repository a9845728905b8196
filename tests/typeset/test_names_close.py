"""Names are set close: between Han and Western of one word there is no gap, and round it there is."""

from __future__ import annotations

import pytest

from generator.fonts.library import Library
from generator.ink import Ink
from generator.typeset.model import Align, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import mm, pt

LIBRARY = Library.open()
STYLE = Style("sans-regular", pt(10), Ink("ink", (0, 0, 0), (0, 0, 0, 100)))
NAMES = ("双11", "人人3小时")


def width(text: str, names: tuple[str, ...] = ()) -> int:
    made = compose((Span(text, STYLE),), Setting(mm(500), pt(17), Align.LEFT, names=names), LIBRARY)
    return made.width


@pytest.mark.parametrize(("text", "gaps"), [("双11", 1), ("人人3小时", 2), ("在双11成交", 1), ("共11家", 0), ("双11与双11", 2)])
def test_a_name_has_no_gap_inside_and_keeps_those_round_it(text: str, gaps: int) -> None:
    gap = width("双1") - width("双") - width("1")
    assert gap > 0
    assert width(text) - width(text, NAMES) == pytest.approx(gaps * gap, abs=3)
