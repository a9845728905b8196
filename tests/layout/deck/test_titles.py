"""The title is the message: in its placeholder, first in reading order, one of a kind, at most two lines."""

from dataclasses import replace

import pytest

from generator.design.palette import INK
from generator.document.model import Phrase, Run
from generator.layout.deck.gauge import Gauge
from generator.layout.deck.headings import broken
from generator.layout.deck.slide import SlideParagraph
from generator.typeset.model import Span, Style
from generator.units import pt
from tests.layout.deck.deck_making import (
    LIBRARY,
    deck_of,
    faults,
    placeholder,
    sample_report,
    text,
    titled,
    told,
    values,
    with_message,
)

LONG = "一句长得离谱的话" * 8


def test_every_slide_has_its_title_in_the_placeholder_and_first(deck):
    for slide in deck.slides:
        assert slide.items[0].placeholder == "title"
        assert text(slide.items[0]) == slide.title


def test_titles_are_unique(deck):
    assert len({slide.title for slide in deck.slides}) == len(deck.slides)


def test_a_message_used_twice_is_told_apart_by_the_name_of_its_part(report):
    first = report.themes[0]
    twice = replace(report, themes=(replace(first, headline=first.message), *report.themes[1:]))
    assert f"{first.name}：{first.message}" in [slide.title for slide in deck_of(twice).slides]


def test_titles_take_at_most_two_lines(deck):
    gauge = Gauge(LIBRARY)
    for slide in deck.slides:
        box = placeholder(slide, "title")
        assert sum(len(gauge.lines(paragraph, box.rect.width)) for paragraph in box.paragraphs) <= 2, slide.title


def test_a_title_of_two_lines_breaks_after_a_stop_where_it_has_one(report):
    message = "三千零三十七亿元的农产品，从田头一路走上全国各地的餐桌"
    deck = deck_of(with_message(report, 1, message))
    slide = next(slide for slide in deck.slides if slide.title == message)
    lines = ["".join(run.text for run in paragraph.runs) for paragraph in placeholder(slide, "title").paragraphs]
    assert lines == ["三千零三十七亿元的农产品，", "从田头一路走上全国各地的餐桌"]


def test_a_title_without_a_stop_breaks_after_a_number_and_never_within_one():
    report = sample_report()
    number = report.themes[0].heroes[0].number
    message = (Run("为农民送去了"), number.run, Run("和一扇通向明天的大门"))
    themes = (replace(report.themes[0], message=Phrase(message, report.themes[0].message.origin)), *report.themes[1:])
    slide = titled(deck_of(replace(report, themes=themes)), themes[0].message)
    lines = ["".join(run.text for run in paragraph.runs) for paragraph in placeholder(slide, "title").paragraphs]
    assert lines == [f"为农民送去了{number}", "和一扇通向明天的大门"]


def lines_of(message, report=None):
    """The lines that a theme's message is given on its own slide."""
    report = report or sample_report()
    themes = (replace(report.themes[0], message=Phrase(message, report.themes[0].message.origin)), *report.themes[1:])
    slide = titled(deck_of(replace(report, themes=themes)), themes[0].message)
    return ["".join(run.text for run in paragraph.runs) for paragraph in placeholder(slide, "title").paragraphs]


BY_SENSE = [
    (("让每一滴雨水都流向最需要它的地方，流进每一个村庄的水窖",), ["让每一滴雨水都流向最需要它的地方，", "流进每一个村庄的水窖"]),
    (("把养老院的年轻邻居请到每一位独居老人的家门口",), ["把养老院的年轻邻居", "请到每一位独居老人的家门口"]),
    (("先把工厂开到县里，再把学校", "和医院一起搬进大山深处"), ["先把工厂开到县里，再把学校", "和医院一起搬进大山深处"]),
]


@pytest.mark.parametrize(("pieces", "expected"), BY_SENSE)
def test_a_title_of_two_lines_is_parted_by_sense_or_at_its_mark(pieces, expected):
    runs = tuple(Run(piece, pause=index < len(pieces) - 1) for index, piece in enumerate(pieces))
    assert lines_of(runs) == expected


def test_a_title_of_one_line_is_parted_at_its_mark_on_a_field_of_colour_alone():
    style = Style("serif-bold", pt(30), INK)
    line = SlideParagraph((Span("把工位", style, pause=True), Span("搬到县里", style)), pt(40))
    assert broken(line, Gauge(LIBRARY), pt(600)) == (line,)
    assert [one.runs[0].text for one in broken(line, Gauge(LIBRARY), pt(600), always=True)] == ["把工位", "搬到县里"]


@pytest.mark.parametrize(("text", "parts"), [("好，把工位搬到县里", 1), ("把工位搬到县里，好", 1), ("搬到县里，接着干", 2)])
def test_no_half_is_a_stump(text, parts):
    line = SlideParagraph((Span(text, Style("serif-bold", pt(30), INK)),), pt(40))
    assert len(broken(line, Gauge(LIBRARY), pt(600), always=True)) == parts


def test_a_message_that_is_too_long_is_an_error_at_its_line_that_says_by_how_much():
    report = sample_report()
    deck, found_all = (made := told(with_message(report, 1, LONG))).value, made.diagnostics
    number = next(slide.number for slide in deck.slides if slide.title == LONG)
    found = next(one for one in found_all if values(one.says)["what"] == "slide.title")
    assert found.code == "does-not-fit"
    assert found.span == report.places[report.themes[1].message.origin]
    said = values(found.says)
    assert (said["where"], said["room"]) == (("slide.room", number), ("count.lines", 2))
    assert said["taken"][1] > 2
    (hint,) = found.hints
    excess = values(hint)["count"]
    assert [one for one in faults(with_message(report, 1, LONG[: len(LONG) - excess])) if one.span == found.span] == []


@pytest.mark.parametrize("length", [20, 34])
def test_a_message_of_the_standard_length_fits(length):
    assert faults(with_message(sample_report(), 1, ("从田头走上全国的餐桌" * 4)[:length])) == []
