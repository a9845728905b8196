"""Slides as drawings: the deck's PDF has every text of every slide, the handout every word to be said, each within its page."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.drawings import Drawings
from generator.document.model import Run
from generator.drawing import Box, CurveTo, Disc, Group, Link, Path, TextRun
from generator.ink import Ink
from generator.layout.book.placements import box_of, placed_runs
from generator.layout.deck import handout, slides_pdf
from generator.layout.deck.bench import bench_for
from generator.layout.deck.miniature import scaled
from generator.layout.deck.slide import Speech
from generator.layout.deck.speech import spoken
from generator.layout.deck.window import within
from generator.layout.desk import desk_for
from generator.units import Point, Rect, pt
from tests.layout.deck.deck_making import LIBRARY, boxes, cells

INK = Ink("ink", (0, 0, 0), (0, 0, 0, 100))
WINDOW = Rect(0, 0, 1000, 600)


@pytest.fixture(scope="module")
def desk(report):
    return desk_for(report, LIBRARY, Drawings())


def words(page) -> str:
    return "".join(run.text for run, _ in placed_runs(page.items))


def test_a_page_a_slide_with_every_text_of_it(deck, desk) -> None:
    book = slides_pdf.in_pages(deck, desk)
    assert [page.number for page in book.pages] == [one.number for one in deck.slides]
    for page, slide in zip(book.pages, deck.slides, strict=True):
        shown = words(page)
        texts = [one for item in (*boxes(slide), *cells(slide)) for one in item.paragraphs]
        assert [text for one in texts if (text := "".join(run.text for run in one.runs)) not in shown] == []


def test_every_text_of_a_picture_stands_within_its_slide(deck, desk) -> None:
    size = deck.size
    for page in slides_pdf.in_pages(deck, desk).pages:
        for run, at in placed_runs(page.items):
            box = box_of(run, at)
            assert box.x >= 0, run.text
            assert box.y >= 0, run.text
            assert box.right <= size.width, run.text
            assert box.bottom <= size.height, run.text


def test_the_handout_says_every_word_and_stays_within_its_margins(deck, desk) -> None:
    book, size = handout.in_pages(deck, desk, 840), desk.page.size
    shown = "".join(map(words, book.pages))
    for slide in deck.slides:
        lines = () if slide.speech.aside else (*slide.speech.script, *slide.speech.sources)
        assert [text for line in lines if (text := "".join(run.text for run in line)) not in shown] == []
        assert slide.title in shown.replace("\n", "")
    for page in book.pages:
        for run, at in placed_runs(page.items):
            box = box_of(run, at)
            assert box.right <= size.width - handout.SIDE + pt(1), run.text
            assert box.bottom <= size.height - pt(20), run.text


def test_a_long_script_flows_over_pages_and_none_of_it_is_lost(deck, desk) -> None:
    script = tuple((Run(f"{'这一段话很长，要讲很久' * 40}，到此为止{'甲乙丙丁戊己庚辛'[at]}。"),) for at in range(8))
    slides = spoken(bench_for(desk), (replace(deck.slides[0], speech=Speech(script, written=True)),))
    book = handout.in_pages(replace(deck, slides=slides), desk)
    assert len(book.pages) > 2
    shown = "".join(map(words, book.pages))
    assert all("".join(run.text for run in line) in shown.replace("讲稿", "") or line[0].text[-8:] in shown for line in script)
    for page in book.pages:
        assert all(box_of(run, at).bottom <= desk.page.size.height for run, at in placed_runs(page.items))


def test_a_picture_never_parts_from_the_first_lines_of_its_script(deck, desk) -> None:
    book = handout.in_pages(deck, desk)
    for place, slide in zip(book.destinations, (one for one in deck.slides if not one.speech.aside), strict=True):
        first = "".join(run.text for run in slide.speech.script[0])[:8]
        assert first in words(book.pages[place.page - 1])


@given(st.integers(-900, 1900), st.integers(-900, 1500), st.integers(1, 900))
def test_of_a_ring_what_is_outside_the_window_goes_and_the_rest_stays_round(x: int, y: int, radius: int) -> None:
    seen = within(Disc(Rect(x - radius, y - radius, 2 * radius, 2 * radius), None, INK, 10), WINDOW)
    if isinstance(seen, Path):
        for step in seen.segments:
            to = step.to  # type: ignore[union-attr]
            assert -2 <= to.x <= WINDOW.width + 2
            assert -2 <= to.y <= WINDOW.height + 2
            assert abs(hypot(to.x - x, to.y - y) - radius) < 2
            assert not isinstance(step, CurveTo) or hypot(step.control_1.x - x, step.control_1.y - y) < radius * 1.2 + 2


@pytest.mark.parametrize(
    ("rect", "seen"),
    [
        (Rect(10, 10, 20, 20), Rect(10, 10, 20, 20)),
        (Rect(-50, 10, 100, 20), Rect(0, 10, 50, 20)),
        (Rect(900, 500, 300, 300), Rect(900, 500, 100, 100)),
        (Rect(2000, 0, 10, 10), None),
    ],
)
def test_of_a_box_what_is_within_the_window_is_left(rect: Rect, seen: Rect | None) -> None:
    made = within(Box(rect, INK), WINDOW)
    assert (made.rect if isinstance(made, Box) else None) == seen


def test_a_miniature_has_all_at_one_part_of_its_size_and_no_type_under_the_least() -> None:
    run = TextRun(Point(300, 600), "sans-regular", pt(12), INK, (), "字", 900)
    group = scaled(Group((run, Box(Rect(3, 6, 9, 12), INK, None, 3), Link(Rect(3, 3, 3, 3)))), 1 / 3, pt(5))
    assert isinstance(group, Group)
    small, box, link = group.items
    assert isinstance(small, TextRun)
    assert (small.origin_point, small.size, small.width, small.text) == (Point(100, 200), pt(5), 300, "字")
    assert isinstance(box, Box)
    assert (box.rect, box.stroke_width) == (Rect(1, 2, 3, 4), 1)
    assert isinstance(link, Link)
    assert link.rect == Rect(1, 1, 1, 1)
