"""Whatever layout may put on a page, the file says what was stated of it: no build can be at fault against itself."""

from __future__ import annotations

from itertools import zip_longest

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_sample import LIBRARY, Written, book, line, run

from generator.design.palette import INK, PAPER
from generator.drawing import Box, Close, CurveTo, Disc, Group, LineTo, Link, MoveTo, Path, Role
from generator.inspection.faces import Faces
from generator.inspection.pdf.reader import read_pdf
from generator.inspection.pdf.statement import stated
from generator.layout.book.entries import for_the_screen
from generator.layout.book.page import Destination, OutlineEntry
from generator.layout.book.statement import of_book
from generator.units import Point, Rect, pt
from generator.writers.pdf.purpose import SCREEN

NEAR = 0.05
"""Points: glyphs are placed to a thousandth of the em, which is at most 40 points here."""

LENGTHS = st.integers(0, pt(500))
POINTS = st.builds(Point, LENGTHS, LENGTHS)
RECTS = st.builds(Rect, LENGTHS, LENGTHS, st.integers(0, pt(200)), st.integers(0, pt(200)))
INKS = st.sampled_from([INK, PAPER])
PAINT = {"fill": st.none() | INKS, "stroke": st.none() | INKS, "stroke_width": st.integers(0, pt(3))}
SEGMENTS = st.one_of(st.builds(LineTo, POINTS), st.builds(CurveTo, POINTS, POINTS, POINTS), st.builds(Close))
PATHS = st.builds(
    lambda start, rest, **paint: Path((MoveTo(start), *rest), **paint),
    POINTS, st.lists(SEGMENTS, min_size=1, max_size=4), dash=st.just(()) | st.tuples(st.integers(1, pt(5)), st.integers(1, pt(5))), **PAINT,
)  # fmt: skip
NEARBY = st.builds(Point, st.integers(0, pt(20)), st.integers(0, pt(20)))
"""How far groups move what is in them: letters stay on the page, where layout has them."""

RUNS = st.builds(
    run,
    st.text("一亿3.5%，。—A g𬬭", min_size=1, max_size=6),
    st.integers(pt(20), pt(200)),
    st.integers(40, 700).map(pt),
    size=st.integers(5, 40).map(pt),
    gaps=st.dictionaries(st.integers(0, 5), st.sampled_from([0.25, -0.5, 2.0]), max_size=2),
    face=st.sampled_from(["sans-regular", "sans-bold", "serif-bold"]),
    ink=INKS,
    origin=st.sampled_from(["here", "there"]),
)
HYPHENED = st.builds(lambda x: run("ab", x, shown="ab-"), st.integers(0, pt(200)))
LINES = st.builds(lambda one, other, gap: line(one, other, gap=gap), RUNS, HYPHENED, st.sampled_from([0, 0.25, -0.25, 3.0]))
LINKS = st.builds(Link, RECTS, uri=st.sampled_from(["https://x/一?a=b c", "mailto:a@b"]), alt=st.sampled_from(["", "注（一）"]))
LEAVES = st.one_of(
    RUNS, HYPHENED, PATHS, LINKS, st.builds(Box, RECTS, radius=st.integers(0, pt(20)), **PAINT), st.builds(Disc, RECTS, **PAINT)
)
ITEMS = st.recursive(
    LEAVES,
    lambda inside: st.builds(
        Group, st.lists(inside, max_size=3).map(tuple), NEARBY, st.sampled_from(Role), st.sampled_from(["", "图：3个（一）"])
    ),
    max_leaves=6,
)


def near(one: object, other: object) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(near, one, other))
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= NEAR
    return one == other


def differences(due, found):
    sheets = [(due.itself, found.itself), *((a.things, b.things) for a, b in zip_longest(due.sheets, found.sheets))]
    pairs = [pair for one, other in sheets for pair in zip_longest(one, other)]
    return [pair for pair in pairs if None in pair or not near(pair[0][:4], pair[1][:4])]


def told(written: Written, one) -> list:
    more = for_the_screen(one, SCREEN.intent.profile)
    return differences(of_book(one, LIBRARY, more=more), stated(read_pdf(written.path), Faces(LIBRARY.files())))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.lists(ITEMS, max_size=4).map(tuple), min_size=1, max_size=2), st.lists(LINES, max_size=2))
def test_any_page_says_what_was_stated(tmp_path, pages, lines) -> None:
    made = book(*pages, tuple(one for each in lines for one in each))
    assert told(Written(tmp_path, made), made) == []


@pytest.mark.parametrize("folios", [{}, {1: ""}, {1: "i", 2: "", 3: "7"}, {1: "", 2: "", 3: ""}, {2: "封二"}])
def test_labels_destinations_and_outline(tmp_path, folios) -> None:
    made = book(
        (run("一"), Link(Rect(0, 0, 10, 10), destination="b")), (), (run("二"),),
        destinations=(Destination("b", 3, pt(30)), Destination("a", 1, 0)),
        outline=(OutlineEntry("一（1）", 1, "a"), OutlineEntry("二", 2, "b"), OutlineEntry("三\\", 1, "b")),
        folios=folios,
    )  # fmt: skip
    assert told(Written(tmp_path, made), made) == []
