"""The report's own paragraphs at twenty widths, by the judge of `benchmarks/typeset.py`; and the judge itself, shown faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.judging import Case, Judge, Placed, mean, worst
from benchmarks.texts import cases_of, of_content
from benchmarks.typeset import INK, SIZE, heard, ours
from generator.fonts.library import Library
from generator.typeset.model import Style
from generator.units import pt

CONTENT = Path(__file__).parent.parent.parent / "content.yaml"
LIBRARY = Library.open()

TYPST_MEAN, TYPST_WORST = 0.0280, 0.376
"""Looseness of Typst 0.15 with number and unit boxed on the same paragraphs, in ems a joint."""
SHORT_ENDS = 4 / 420
"""One-character last lines of Typst 0.15 as it is."""


@pytest.fixture(scope="module")
def judge() -> Judge:
    texts = of_content(CONTENT)
    cases = cases_of(texts)
    return heard(cases, ours(texts, cases, Style("sans-regular", pt(SIZE), INK), LIBRARY), LIBRARY)


def test_no_rule_is_broken_at_any_width(judge: Judge) -> None:
    score = judge.score
    assert score.paragraphs >= 420
    assert (score.bad_edges, score.parted, score.not_flush, score.lost_text) == (0, 0, 0, 0)


def test_every_pair_of_marks_is_squeezed_and_every_gap_kept(judge: Judge) -> None:
    assert judge.score.pairs > 100 < judge.score.gaps
    assert (judge.score.pairs_left, judge.score.gaps_lost) == (0, 0)


def test_hardly_a_last_line_is_one_character(judge: Judge) -> None:
    assert judge.score.short_ends <= SHORT_ENDS * judge.score.paragraphs


def test_the_grey_is_no_less_even_than_the_best_composer_there_is(judge: Judge) -> None:
    assert mean(judge.looseness.departures) <= TYPST_MEAN
    assert worst(judge.looseness.departures) <= TYPST_WORST


def placed(text: str, step: float = SIZE) -> tuple[Placed, ...]:
    return tuple(Placed(char, index * step) for index, char in enumerate(text))


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("一二三", "，四五六"), "bad_edges"),
        (("一二《", "三》四五"), "bad_edges"),
        (("一近三", "四亿元五"), "parted"),
        (("一二三四五六", "七。"), "short_ends"),
        (("一二", "三四五"), "not_flush"),
        (("一，。二三四", "五六七"), "pairs_left"),
        (("一A，三四五", "五六七"), "gaps_lost"),
    ],
)
def test_the_judge_sees_each_fault(lines: tuple[str, ...], fault: str) -> None:
    judge = Judge.of(SIZE, lambda _char: 1.0)
    text = "".join(lines)
    pieces = ((text.find("近"), text.find("元") + 1),) if "近" in text else ()
    judge.hear(Case(text, pieces, 60), [placed(line) for line in lines], 0)
    assert getattr(judge.score, fault) == 1
