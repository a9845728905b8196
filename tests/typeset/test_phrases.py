"""Titles are broken by sense: between phrases, never inside a word, in as few lines as there can be, of like length."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.typeset.classes import is_solid
from generator.typeset.model import Align, Span
from generator.typeset.paragraph import line_ends
from generator.typeset.phrases import worded

sys.path.insert(0, str(Path(__file__).parent))
from titles import TITLES, phrased

MEASURES = range(9, 18)
"""Ems: a cover's title has ten of them, an opener's message twelve, a chart's message twenty."""
PHRASES = 0.85
"""The part of all line ends that stand between phrases, and not only between words."""


@pytest.fixture(scope="module")
def titles() -> list[tuple[str, frozenset[int], frozenset[int]]]:
    return [phrased(title) for title in TITLES.split("\n") if title]


@pytest.fixture(scope="module")
def broken(lines, titles):
    """Each title that takes several lines, with its measure, its lines, its words' ends and its phrases' ends."""
    made = [(ems, lines(text, ems, Align.LEFT, balanced=True), words, ends) for ems in MEASURES for text, words, ends in titles]
    return [one for one in made if len(one[1]) > 1]


def ends_of(rows: list[str]) -> list[int]:
    return [len("".join(rows[: index + 1])) for index in range(len(rows) - 1)]


def test_no_line_ends_inside_a_word(broken) -> None:
    assert [rows for _, rows, words, _ in broken if not words.issuperset(ends_of(rows))] == []


def test_most_lines_end_where_a_phrase_does(broken) -> None:
    made = [end in ends for _, rows, _, ends in broken for end in ends_of(rows)]
    assert sum(made) / len(made) > PHRASES


def test_no_line_has_one_or_two_characters(broken) -> None:
    assert [rows for _, rows, _, _ in broken if any(sum(map(is_solid, row)) < 3 for row in rows)] == []


def test_few_last_lines_are_under_half_of_the_longest(broken) -> None:
    short = [rows for _, rows, _, _ in broken if len(rows[-1]) * 2 < max(map(len, rows))]
    assert len(short) / len(broken) < 0.03


def test_a_title_takes_a_line_more_only_to_keep_words_whole(lines, broken) -> None:
    more = [(ems, rows) for ems, rows, _, _ in broken if len(rows) > len(lines("".join(rows), ems, Align.LEFT))]
    assert len(more) / len(broken) < 0.01


LINES = [
    ("十五年，从一棵树到一片林", 10, ["十五年，", "从一棵树到一片林"]),
    ("先护住生命，再接住生意，十五年走到今天", 14, ["先护住生命，再接住生意，", "十五年走到今天"]),
    ("从一棵树到一片林的十五年", 8, ["从一棵树", "到一片林的十五年"]),
    ("把工位搬到县里", 5, ["把工位", "搬到县里"]),
    ("善款到了孩子身边", 6, ["善款到了", "孩子身边"]),
    ("给长辈的“小棉袄”和耳朵", 9, ["给长辈的", "“小棉袄”和耳朵"]),
    ("种下梭梭的人和治沙的人", 8, ["种下梭梭的人", "和治沙的人"]),
    ("数据和平台向中小企业开放", 8, ["数据和平台", "向中小企业开放"]),
    ("让每一滴水都流向需要的地方", 9, ["让每一滴水", "都流向需要的地方"]),
    ("线上渠道卖得最多，占46%", 9, ["线上渠道卖得最多，", "占46%"]),
    ("医院、学校、车站和港口", 7, ["医院、学校、", "车站和港口"]),
]


@pytest.mark.parametrize(("title", "ems", "expected"), LINES)
def test_lines_of_a_title(lines, title, ems, expected) -> None:
    assert lines(title, ems, Align.LEFT, balanced=True) == expected


def cost_of(title: str, library, style) -> float:
    """The cost of a line end where the bar stands."""
    at = title.index("|")
    return dict(line_ends([Span(title.replace("|", ""), style)], library))[at]


ORDER = [
    ("做成日常，|把公益做成日常", "公益、|医疗和教育"),
    ("公益、|医疗和教育", "乡村“|特派员”".replace("“|", "|“")),
    ("关爱老人|在高原", "老人的|高原"),
    ("老人的|高原", "老人|高原"),
    ("老人|高原", "老人|鲸"),
    ("老人|鲸", "鲸|鲨"),
    ("鲸|鲨", "在|鲸"),
    ("在|鲸", "鲸|的海"),
    ("鲸|的海", "高|原"),
    ("从树|到林", "走|到林"),
    ("为医院|在高原", "掉|在高原"),
    ("学会|修风机", "学|会修风机"),
    ("卖了|最多", "卖得|最多"),
]


@pytest.mark.parametrize(("better", "worse"), ORDER)
def test_where_a_reader_pauses_costs_less(library, sans, better, worse) -> None:
    assert cost_of(better, library, sans) < cost_of(worse, library, sans)


def test_words_are_found_from_the_end() -> None:
    assert worded("数据和平台") == ("数据", "和", "平台")
    assert worded("让和平常在") == ("让", "和平", "常", "在")


MARKED = ["十五年，从一棵树", "到一片林"]


def test_the_authors_mark_overrules_all_else(stick, sans) -> None:
    spans = [Span(MARKED[0], sans, pause=True), Span(MARKED[1], sans)]
    assert [line.text for line in stick(spans, 10, Align.LEFT, balanced=True).lines] == MARKED


def test_the_authors_mark_adds_no_line(stick, sans) -> None:
    spans = [Span(MARKED[0], sans, pause=True), Span(MARKED[1], sans)]
    assert len(stick(spans, 13, Align.LEFT, balanced=True).lines) == 1
    assert len(stick(spans, 7, Align.LEFT, balanced=True).lines) == 2


def test_a_printed_number_keeps_its_noun(stick, sans) -> None:
    spans = [Span("为", sans), Span("1万名残障人士", sans, "u1"), Span("打开一扇就业的门", sans)]
    assert [line.text for line in stick(spans, 11, Align.LEFT, balanced=True).lines] == ["为1万名残障人士", "打开一扇就业的门"]


def test_running_text_does_not_ask_for_sense(lines, stick, sans) -> None:
    spans = [Span("十五年，从一棵树到", sans, pause=True), Span("一片林", sans)]
    assert [line.text for line in stick(spans, 11, Align.LEFT).lines] == lines("十五年，从一棵树到一片林", 11, Align.LEFT)
