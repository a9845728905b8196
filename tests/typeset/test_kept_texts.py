"""What the composer keeps is what it would make anew, for any place of the content, measure and faces; and it keeps only so much."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drawing import Role
from generator.fonts.library import Library
from generator.ink import Ink
from generator.typeset import paragraph
from generator.typeset.model import Align, Setting, Span, Style
from generator.typeset.paragraph import broken, compose, natural_width
from generator.units import Point, em, pt

SIZE = pt(10)
LIBRARY = Library.open()
INK = Ink("ink", (0, 0, 0), (0, 0, 0, 100))
STYLES = (Style("sans-regular", SIZE, INK), Style("sans-bold", SIZE, INK), Style("serif-bold", pt(13), INK))
PIECES = ("近34亿元", "2020年", "，", "。", "“", "”", "简报", "的", "international", "COVID-19", " ", "20%", "\n", "CO₂")

runs = st.builds(
    Span,
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join),
    st.sampled_from(STYLES),
    st.sampled_from(("", "use")),
)
paragraphs = st.lists(runs, min_size=1, max_size=5).map(tuple)
measures = st.integers(3, 40).map(lambda ems: em(SIZE, ems))
hows = st.builds(Setting, measures, st.just(pt(17)), st.sampled_from(Align), balanced=st.booleans())


@given(paragraphs, hows, st.sampled_from(Role))
@settings(max_examples=150, deadline=None)
def test_a_kept_paragraph_stands_in_another_place_as_it_was_but_for_the_place(spans, how, role):
    kept, made = compose(spans, how, LIBRARY), compose(spans, how, LIBRARY, origin="here", role=role)
    assert (made.lines, made.shortfall) == (kept.lines, kept.shortfall)
    at = Point(100, 200)
    assert {(run.origin, run.role) for run in made.placed(at)} <= {("here", role)}
    assert [replace(run, origin="", role=Role.PARAGRAPH) for run in made.placed(at)] == list(kept.placed(at))


@given(paragraphs, hows)
@settings(max_examples=100, deadline=None)
def test_placing_moves_a_run_and_changes_nothing_else(spans, how):
    made = compose(spans, how, LIBRARY)
    for row, line in enumerate(made.lines):
        at = Point(100, 200)
        for run, placed in zip(line.runs, made.placed(at, row, row + 1), strict=True):
            assert replace(placed, origin_point=run.origin_point) == run
            assert placed.origin_point == run.origin_point.moved(at.x, at.y)


@given(paragraphs, st.lists(measures, min_size=2, max_size=5), st.sampled_from(Align))
@settings(max_examples=100, deadline=None)
def test_lines_are_broken_as_by_a_composer_that_remembers_nothing(spans, tried, align):
    for measure in tried:
        how = Setting(measure, 0, align)
        assert broken(spans, how, LIBRARY) == tuple(line.text for line in compose(spans, how, Library.open()).lines)
    assert natural_width(spans, LIBRARY) == natural_width(spans, Library.open())


def test_two_libraries_have_nothing_in_common():
    odd = Library({"sans-regular": LIBRARY.face("serif-bold")})
    spans = (Span("Power 2020", STYLES[0]),)
    assert natural_width(spans, LIBRARY) != natural_width(spans, odd)
    how = Setting(em(SIZE, 20), pt(17))
    assert compose(spans, how, LIBRARY).width != compose(spans, how, odd).width


def test_runs_in_any_order_are_texts_of_their_own():
    spans = (Span("简", STYLES[0]), Span("报", STYLES[1]))
    first, second = (compose(one, Setting(em(SIZE, 20), pt(17)), LIBRARY) for one in (spans, spans[::-1]))
    assert (first.lines[0].text, second.lines[0].text) == ("简报", "报简")


@pytest.mark.parametrize("name", ["_composed", "_broken", "_natural_width", "_unparted"])
def test_no_more_is_kept_than_so_much(name):
    assert getattr(paragraph, name).cache_parameters()["maxsize"] == paragraph.KEPT


def test_the_oldest_text_gives_way():
    how = Setting(em(SIZE, 20), pt(17))
    for index in range(paragraph.KEPT + 10):
        compose((Span(chr(0x4E00 + index), STYLES[0]),), how, LIBRARY)
    assert paragraph._composed.cache_info().currsize == paragraph.KEPT
