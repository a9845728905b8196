"""The colours: legible on their grounds, told apart without colour, and such as a press can hold."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.design.look import look_for
from generator.design.palette import (
    GREY,
    GROUND,
    INK,
    PAPER,
    RULE,
    THEMES,
    ThemeInks,
    own_inks,
)
from generator.ink import Colour, Ink, contrast, luminance

TEXT, LARGE = 4.5, 3.0
INKS = [ink for theme in THEMES.values() for ink in (theme.main, theme.tint, theme.pale, theme.line)]
HOUSE = look_for(Colour((255, 106, 0), (0, 70, 100, 0)))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_themes_colour_is_legible_on_paper_and_on_its_own_tint(theme: ThemeInks) -> None:
    assert contrast(theme.main, PAPER) >= TEXT
    assert contrast(theme.main, theme.tint) >= TEXT
    assert contrast(GREY, theme.tint) >= TEXT
    assert contrast(theme.main, RULE) >= LARGE, "numbers stay legible where a rule runs behind them"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_large_pale_type_is_legible_on_the_field_and_paper_over_its_lines(theme: ThemeInks) -> None:
    assert contrast(theme.pale, theme.main) >= LARGE
    assert contrast(PAPER, theme.line) >= LARGE


def test_a_theme_is_told_from_its_neighbours_in_greyscale() -> None:
    mains = [theme.main for theme in THEMES.values()]
    assert all(contrast(one, other) >= 1.15 for one, other in pairwise([*mains, mains[0]]))


def test_the_first_five_are_all_told_apart_in_greyscale() -> None:
    light = sorted((luminance(theme.main.rgb) for theme in list(THEMES.values())[:5]), reverse=True)
    assert all((one + 0.05) / (other + 0.05) >= 1.15 for one, other in pairwise(light))


def test_there_are_ten_colours() -> None:
    assert len(THEMES) == 10


@given(st.tuples(*[st.integers(0, 255)] * 3), st.tuples(*[st.integers(0, 100)] * 4))
def test_what_goes_with_an_authors_colour_is_legible_where_the_colour_is(
    rgb: tuple[int, int, int], cmyk: tuple[int, int, int, int]
) -> None:
    inks = own_inks("自定", Colour(rgb, cmyk))
    assume(contrast(inks.main, PAPER) >= TEXT)
    assert contrast(inks.main, inks.tint) >= TEXT
    assert contrast(inks.pale, inks.main) >= LARGE
    assert all(plate == 0 or plate >= 8 for ink in (inks.tint, inks.pale, inks.line) for plate in ink.cmyk)


@pytest.mark.parametrize("ink", [*INKS, INK, GREY, RULE, GROUND], ids=lambda ink: ink.name)
def test_every_plate_bears_enough_to_hold_and_all_together_not_too_much(ink: Ink) -> None:
    assert all(plate == 0 or plate >= 8 for plate in ink.cmyk)
    assert sum(ink.cmyk) <= 300


def test_text_is_pure_black_in_print() -> None:
    assert INK.cmyk == (0, 0, 0, 100)


def test_no_two_inks_share_a_name() -> None:
    assert all(one.name != other.name for one, other in combinations([*INKS, INK, GREY, RULE, GROUND, PAPER], 2))


def test_words_on_a_brands_field_take_the_ink_that_reads() -> None:
    assert HOUSE.reading(HOUSE.brand) is INK
    assert HOUSE.reading(HOUSE.theme("紫檀").main) is PAPER
