"""Titles of other houses' reports on cover and divider: no line ends inside a word, whatever the measure."""

from __future__ import annotations

from itertools import accumulate

import pytest

from generator.fonts.library import Library
from generator.ink import Ink
from generator.typeset.model import Align, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import em, pt

SIZE = pt(40)
INK = Ink("ink", (0, 0, 0), (0, 0, 0, 100))
LIBRARY = Library.open()
TITLES = (
    "以/高质量/医疗/服务/回应/时代/之问",
    "让/群众/在/家门口/就医/更/放心",
    "把/重大/事故/发生率/再/降/三成",
    "清洁/能源/占比/首次/过半",
    "从/一个/车间/走向/一条/产业链",
    "用/一根/网线/接通/远方/的/课堂",
    "老/旧/小区/加装/电梯/不再/难",
    "一江/清水/送/给/下游/人家",
    "护好/每/一位/困境/儿童/的/明天",
    "夜间/公交/多/跑/一班/的/理由",
)
"""Words between slashes."""


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("ems", [8, 10, 12])
def test_no_line_ends_inside_a_word(title: str, ems: int) -> None:
    words = title.split("/")
    span = Span("".join(words), Style("serif-bold", SIZE, INK))
    made = compose([span], Setting(em(SIZE, ems), pt(56), Align.LEFT, balanced=True), LIBRARY)
    lines = [line.text.strip() for line in made.lines]
    assert "".join(lines) == "".join(words)
    assert set(accumulate(map(len, lines))) <= set(accumulate(map(len, words)))
