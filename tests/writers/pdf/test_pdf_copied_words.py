"""A word, a number or an address that goes on over a line end is copied and found as one, by every reader in each of its ways."""

import re
from dataclasses import replace

import pytest
from pdf_sample import BODY, LIBRARY, TOP, book, run

from generator.design.palette import INK
from generator.drawing import Glyph, Role
from generator.typeset.copies import copied_whole, goes_on
from generator.typeset.model import Align, Setting, Span, Style
from generator.typeset.paragraph import compose
from generator.units import Point, mm, pt

STYLE = Style("sans-regular", BODY, INK)
WAYS = ((), ("-raw",), ("-layout",))

BROKEN = (
    ("推动软件的internationalization与本地化", "internationalization"),
    ("要做到state-of-the-art，还差得远", "state-of-the-art"),
    ("全文在https://data.example.org/open/2021/annual-report.pdf?lang=zh可以下载", None),
    ("写信到open-data@example.org即可", "open-data@example.org"),
    ("编号OPS-2021-00417-2233-4455-6677的工单", "OPS-2021-00417-2233-4455-6677"),
    ("共计31415926535897932384626433832795万元的", "31415926535897932384626433832795"),
    ("历时2017年-2020年整", "2017年-2020"),
)
"""Texts, and what of each is broken over lines in a measure of six ems."""


def set_in(measure, text):
    return compose([Span(text, STYLE)], Setting(measure, pt(17), Align.LEFT), LIBRARY, origin="p")


def copies(page):
    """What every reader copies."""
    yield page.copied_from_pdfium()
    for way in WAYS:
        yield page.poppler("pdftotext", *way)


@pytest.mark.parametrize(("text", "word"), BROKEN)
def test_what_is_broken_is_copied_as_one(written, text, word):
    word = word or re.search(r"https\S+zh", text).group()
    composed = set_in(pt(60), text)
    assert all(word not in line.text for line in composed.lines), "nothing is broken here"
    page = written(*composed.placed(Point(mm(20), TOP)))
    for copied in copies(page):
        assert word in copied
        assert "".join(copied.split()) == text


@pytest.mark.parametrize(("text", "word"), BROKEN[:2])
def test_what_is_broken_is_found(written, text, word):
    page = written(*set_in(pt(60), text).placed(Point(mm(20), TOP)))
    assert page.pdfium[0].get_textpage().search(word).get_next()


def test_a_phrase_broken_at_a_space_has_one(written):
    page = written(*set_in(pt(70), "Power to the people says he").placed(Point(mm(20), TOP)))
    for copied in copies(page):
        assert " ".join(copied.split()) == "Power to the people says he"


def test_a_hyphen_at_the_end_of_a_text_is_kept(written):
    """Readers take it for a printed one, and run the cells of a column together: poppler says AABBCC."""
    cells = (run(f"评{text}-", y=TOP + row * pt(17), origin=text) for row, text in enumerate(("AA", "BB", "CC")))
    for copied in copies(written(*cells, run("完", y=TOP + pt(51), origin="完"))):
        assert copied.split() == ["评AA-", "评BB-", "评CC-", "完"]


def test_a_typed_line_end_is_one(written):
    page = written(*set_in(pt(60), "甲COVID\n19例").placed(Point(mm(20), TOP)))
    assert [copied.split() for copied in copies(page)] == [["甲COVID", "19例"]] * 4


def test_a_word_that_goes_on_over_a_page_is_copied_in_its_parts(written):
    """A page's end parts it, whatever is done: no page says what the next one shows."""
    composed = set_in(pt(60), BROKEN[0][0])
    end = next(index for index, line in enumerate(composed.lines) if line.goes_on) + 1
    pages = (composed.placed(Point(mm(20), TOP), 0, end), composed.placed(Point(mm(20), TOP), end))
    page = written(of=book(*pages))
    assert page.copied_from_pdfium(0).endswith(composed.lines[end - 1].text)
    assert page.copied_from_pdfium(1).startswith(composed.lines[end].text)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("的inter", "nation", "al法"), ("的international", " ", "法")),
        (("的inter", "national says"), ("的international", " says")),
        (("用state-", "of-the-", "art 的"), ("用state-of-the-art", " ", " 的")),
        (("中-", "日两国"), ("中-日", "两国")),
    ],
)
def test_the_line_where_a_word_begins_says_all_of_it(lines, wanted):
    runs = [(run(line, y=row * pt(17)),) for row, line in enumerate(lines)]
    made = copied_whole(runs, [True] * (len(lines) - 1) + [False])
    assert tuple("".join(one.copied for one in row) for row in made) == wanted
    assert tuple("".join(one.text for one in row) for row in made) == lines


@pytest.mark.parametrize(
    ("before", "after", "one"),
    [
        ("r", "n", True),
        ("-", "t", True),
        ("-", "日", True),
        ("/", "2", True),
        (" ", "t", False),
        ("的", "t", False),
        ("9", "年", False),
    ],
)
def test_a_word_goes_on_where_no_space_and_no_han_stands(before, after, one):
    assert goes_on(before, after) is one


def test_a_word_in_several_runs_is_taken_from_each():
    below = (run("na"), run("tion", face="sans-bold"), run("al法"))
    made = copied_whole([(run("的inter"),), below], [True, False])
    assert [one.copied for row in made for one in row] == ["的international", "", "", "法"]
    assert all(isinstance(glyph, Glyph) for row in made for one in row for glyph in one.glyphs)


def test_a_paragraph_of_another_place_is_the_same_but_for_its_origin():
    """Every field of a run is kept, those that only copying asks for too."""
    spans = [Span("推动软件的inter", STYLE), Span("nationalization", Style("sans-bold", BODY, INK)), Span("与本地化", STYLE)]
    one = compose(spans, Setting(pt(60), pt(17)), LIBRARY, origin="p")
    other = compose(spans, Setting(pt(60), pt(17)), LIBRARY, origin="q", role=Role.NOTE)
    assert [run for line in one.lines for run in line.runs if run.follows]
    assert any(line.goes_on for line in other.lines)
    for mine, theirs in zip(one.placed(Point(7, 8)), other.placed(Point(7, 8)), strict=True):
        assert replace(theirs, origin="p", role=mine.role) == mine
    assert any(run.copied is not None for run in other.placed(Point(0, 0)))
