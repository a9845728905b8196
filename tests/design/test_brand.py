"""An organization's colour, whatever it is: words read on it, marks show, and no theme looks like it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.design.brand import APART, MARK, brand_of, difference, seen
from generator.design.look import Look, look_for
from generator.design.palette import INK, MOST_INK, PAPER, TEXT, THEMES
from generator.ink import Colour, contrast, lab

BRANDS = {
    "orange": Colour((255, 106, 0), (0, 70, 100, 0)),
    "red": Colour((200, 16, 46), (0, 100, 80, 15)),
    "朱砂": Colour((184, 50, 38), (18, 92, 92, 8)),
    "wine": Colour((92, 34, 58), (44, 90, 44, 46)),
    "green": Colour((0, 120, 60), (90, 20, 95, 10)),
    "pale yellow": Colour((255, 240, 170), (0, 4, 40, 0)),
    "black": Colour((20, 20, 20), (0, 0, 0, 95)),
    "all black": Colour((0, 0, 0), (0, 0, 0, 100)),
    "off-white": Colour((250, 248, 244), (0, 0, 4, 2)),
    "white": Colour((255, 255, 255), (0, 0, 0, 0)),
    "middle grey": Colour((118, 118, 118), (0, 0, 0, 60)),
}
LEVELS = (0, 51, 102, 153, 204, 255)
GRID = tuple(product(LEVELS, repeat=3))
PLATES = st.tuples(*[st.integers(0, 100)] * 4)


@pytest.fixture(params=BRANDS.values(), ids=BRANDS)
def look(request: pytest.FixtureRequest) -> Look:
    return look_for(request.param)


def told_of(rgb: tuple[int, int, int]) -> Colour:
    """An author's colour whose plates are what a plain conversion gives."""
    black = 1 - max(rgb) / 255
    cyan, magenta, yellow = (0 if black == 1 else round(100 * (1 - channel / 255 - black) / (1 - black)) for channel in rgb)
    return Colour(rgb, (cyan, magenta, yellow, round(100 * black)))


def test_words_read_and_marks_show_on_screen_and_in_print(look: Look) -> None:
    marks = look.marks
    assert contrast(marks.words, marks.field) >= TEXT
    for mark, ground in ((marks.rings, marks.field), (marks.accent, PAPER), (marks.bright, INK)):
        assert contrast(mark, ground) >= MARK
        assert seen(mark, ground) >= MARK


@pytest.mark.parametrize("rgb", GRID)
def test_on_a_grid_of_brands_words_read_and_marks_show(rgb: tuple[int, int, int]) -> None:
    marks = brand_of(told_of(rgb))
    assert contrast(marks.words, marks.field) >= TEXT
    assert all(seen(*pair) >= MARK for pair in ((marks.rings, marks.field), (marks.accent, PAPER), (marks.bright, INK)))


@given(st.tuples(*[st.integers(0, 255)] * 3), PLATES)
def test_plates_are_held_and_not_too_many_whatever_the_author_gives(
    rgb: tuple[int, int, int], cmyk: tuple[int, int, int, int]
) -> None:
    marks = brand_of(Colour(rgb, cmyk))
    assert contrast(marks.words, marks.field) >= TEXT
    made = [ink for ink in (marks.rings, marks.accent, marks.bright) if ink.name != "brand"]
    assert all(plate == 0 or plate >= 8 for ink in made for plate in ink.cmyk)
    assert all(sum(ink.cmyk) <= MOST_INK for ink in made)


@pytest.mark.parametrize("rgb", GRID)
def test_every_theme_is_told_from_the_brand_and_stays_legible(rgb: tuple[int, int, int]) -> None:
    made = look_for(told_of(rgb))
    for name, inks in made.themes:
        assert difference(inks.main, made.brand) >= APART, name
        assert contrast(inks.main, PAPER) >= TEXT
        assert contrast(inks.main, inks.tint) >= TEXT
        assert contrast(inks.pale, inks.main) >= 3
        assert sum(inks.main.cmyk) <= 300


def test_a_colour_that_shows_is_used_as_it_is_and_a_theme_that_is_far_is_not_touched() -> None:
    made = look_for(BRANDS["orange"])
    assert {ink.rgb for ink in (made.marks.accent, made.marks.bright)} == {(255, 106, 0)}
    assert dict(made.themes) == THEMES


def test_lightness_and_hue_are_those_of_the_standard() -> None:
    assert lab((255, 255, 255)) == pytest.approx((100, 0, 0), abs=0.1)
    assert lab((255, 0, 0)) == pytest.approx((53.2, 80.1, 67.2), abs=0.2)
    assert lab((0, 0, 0)) == pytest.approx((0, 0, 0), abs=0.1)
