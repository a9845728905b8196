"""What is said to a deck: nothing twice, no title, and each slide with its time."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from generator.charts.drawings import Drawings
from generator.document.model import Run, plain
from generator.layout.deck.bench import bench_for
from generator.layout.deck.handout import clock
from generator.layout.deck.slide import Slide, Speech, TextBox
from generator.layout.deck.speech import duration, spoken
from generator.layout.desk import desk_for
from generator.units import Rect
from tests.layout.deck.deck_making import LIBRARY, sample_report


@pytest.fixture(scope="module")
def bench():
    return bench_for(desk_for(sample_report(), LIBRARY, Drawings()))


def slide(number: int, title: str, *script: str, **more: object) -> Slide:
    return Slide(number, "正文", title, (), (), speech=Speech(tuple((Run(one),) for one in script), **more))


def scripts(bench, *slides: Slide) -> list[list[str]]:
    return [[plain(line) for line in one.speech.script] for one in spoken(bench, slides)]


def test_a_title_is_not_read_aloud_nor_a_line_said_again(bench) -> None:
    made = scripts(bench, slide(1, "投入更多", "投入更多。", "先看投入"), slide(2, "再看", "先看投入。", "投入更多。"))
    assert made == [["先看投入。"], ["投入更多。"]]


def test_where_nothing_is_new_the_figures_are_said(bench) -> None:
    made = scripts(bench, slide(1, "甲", "乙。"), slide(2, "丙", "乙。", otherwise=(Run("请看数字：两个。"),)))
    assert made == [["乙。"], ["请看数字：两个。"]]


def test_a_number_that_would_stand_nowhere_is_said_though_its_line_is_not_new(bench) -> None:
    line = (Run("投入"), Run("2亿件", "use-1"))
    shown = replace(slide(2, "投入2亿件"), speech=Speech((line,)))
    box = TextBox("标题", Rect(0, 0, 1, 1), (bench.letters.words(line, bench.scale.body),))
    (said,) = spoken(bench, (shown,))
    (silent,) = spoken(bench, (replace(shown, items=(box,)),))
    assert (len(said.speech.script), silent.speech.script) == (1, ())


@pytest.mark.parametrize(
    ("characters", "minutes", "seconds"),
    [(0, "", 10), (20, "", 10), (37, "", 20), (220, "", 60), (440, "", 120), (221, "", 70), (220, "3", 180), (10, "1.5", 90)],
)
def test_a_slide_takes_its_characters_at_220_a_minute_in_steps_of_ten_seconds(bench, characters, minutes, seconds) -> None:
    script = ("讲" * (characters - 1) + "。",) if characters else ()
    (made,) = spoken(bench, (slide(1, "甲", *script, minutes=minutes),))
    assert made.speech.seconds == seconds


def test_every_slide_begins_when_those_before_it_end_and_the_backup_takes_no_time(deck) -> None:
    for before, after in pairwise(deck.slides):
        assert after.speech.start == before.speech.start + before.speech.seconds
    assert {one.speech.seconds for one in deck.slides if one.speech.aside} == {0}


@pytest.mark.parametrize(("seconds", "words"), [(10, "10秒"), (60, "1分钟"), (80, "1分20秒"), (1800, "30分钟")])
def test_times_in_words(seconds: int, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("begins", "seconds", "shown"),
    [(None, 80, "1分20秒"), (840, 0, "14:00"), (840, 239, "14:03"), (545, 0, "9:05"), (1439, 60, "0:00")],
)
def test_the_clock(begins: int | None, seconds: int, shown: str) -> None:
    assert clock(begins, seconds) == shown
