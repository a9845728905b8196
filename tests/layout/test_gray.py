"""The edition in gray: every contrast what it was, themes told apart, and in charts what colour told told without it."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.design.palette import GREY, INK, PAPER, THEMES, own_inks
from generator.drawing import Box, Disc, Glyph, Group, LineTo, MoveTo, Path, TextRun
from generator.ink import Colour, Ink, contrast
from generator.layout.gray.hatches import TOLD_APART, told_apart
from generator.layout.gray.tones import APART, Grays, grays_of
from generator.units import Point, Rect, mm, pt

CHANNEL = st.integers(0, 255)
COLOURS = st.tuples(CHANNEL, CHANNEL, CHANNEL)


@given(COLOURS, COLOURS)
def test_a_contrast_stays_what_it_was(one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
    gray, inks = Grays(), [Ink(str(rgb), rgb, (0, 0, 0, 0)) for rgb in (one, other)]
    before, after = contrast(*inks), contrast(*map(gray, inks))
    assert after == pytest.approx(before, rel=0.08)
    assert all(len(set(gray(ink).rgb)) == 1 and gray(ink).cmyk[:3] == (0, 0, 0) for ink in inks)


def test_black_and_paper_are_themselves() -> None:
    gray = Grays()
    assert gray(PAPER).rgb == (255, 255, 255)
    assert gray(PAPER).cmyk == (0, 0, 0, 0)
    assert gray(Ink("black", (0, 0, 0), (0, 0, 0, 100))).cmyk == (0, 0, 0, 100)


@pytest.mark.parametrize("names", [*combinations(THEMES, 3), tuple(THEMES)[:7]])
def test_themes_are_told_apart_and_read_on_their_grounds(names: tuple[str, ...]) -> None:
    themes = [THEMES[name] for name in names]
    gray = grays_of(one.main for one in themes)
    mains = sorted((gray(one.main) for one in themes), key=lambda ink: contrast(ink, PAPER))
    assert all(contrast(one, other) >= APART - 0.02 for one, other in pairwise(mains))
    assert all(contrast(gray(one.main), gray(ground)) >= 4.5 for one in themes for ground in (PAPER, one.tint))
    assert all(contrast(gray(one.main), gray(one.pale)) >= 3 for one in themes)


def test_more_themes_than_grays_end_in_black() -> None:
    mains = [own_inks(str(red), Colour((red, 20, 20), (0, 90, 90, 40))).main for red in range(0, 200, 8)]
    gray = grays_of(mains)
    assert all(contrast(gray(one), PAPER) >= contrast(one, PAPER) * 0.97 for one in mains)


def box(at: int, ink: Ink, side: float = 30) -> Box:
    return Box(Rect(mm(at), 0, mm(side), mm(side)), fill=ink)


ALIKE = Ink("alike", (120, 90, 84), (0, 20, 20, 60))


def test_two_fields_of_one_gray_are_told_apart_by_a_hatch() -> None:
    assert contrast(ALIKE, GREY) < TOLD_APART
    first, second, hatch = told_apart((box(0, GREY), box(40, ALIKE)), Grays())
    assert isinstance(first, Box)
    assert isinstance(second, Box)
    assert isinstance(hatch, Path)
    assert hatch.stroke
    places = [segment.to for segment in hatch.segments if isinstance(segment, MoveTo | LineTo)]
    assert all(mm(40) <= point.x <= mm(70) and 0 <= point.y <= mm(30) for point in places)


def test_the_themes_own_field_stays_solid() -> None:
    made = told_apart((box(0, GREY), box(40, ALIKE)), grays_of([ALIKE]))
    assert [type(one) for one in made] == [Box, Path, Box]


@pytest.mark.parametrize("other", [PAPER, INK, Ink("pale", (220, 214, 206), (0, 0, 8, 16))])
def test_fields_that_differ_are_left_alone(other: Ink) -> None:
    assert len(told_apart((box(0, GREY), box(40, other)), Grays())) == 2


def test_a_hatch_leaves_out_the_text_on_its_field() -> None:
    run = TextRun(Point(mm(50), mm(16)), "sans-bold", pt(9), PAPER, (Glyph(1, 0, "8"),), "8", mm(8))
    *_, hatch, _ = told_apart((box(0, GREY), box(40, ALIKE), Group((run,))), Grays())
    assert isinstance(hatch, Path)
    ends = [segment.to for segment in hatch.segments if isinstance(segment, MoveTo | LineTo)]
    middles = [Point((one.x + other.x) // 2, (one.y + other.y) // 2) for one, other in zip(ends[::2], ends[1::2], strict=True)]
    assert not any(mm(50) < point.x < mm(58) and mm(16) - pt(9) < point.y < mm(16) for point in [*ends, *middles])


def test_small_marks_are_hollow_and_lines_dashed() -> None:
    dots = Disc(Rect(0, 0, mm(2), mm(2)), fill=GREY), Disc(Rect(mm(5), 0, mm(2), mm(2)), fill=ALIKE)
    _, hollow = told_apart(dots, Grays())
    assert isinstance(hollow, Disc)
    assert hollow.fill
    assert hollow.fill.rgb == PAPER.rgb
    assert hollow.stroke
    lines = [Path((MoveTo(Point(0, 0)), LineTo(Point(mm(9), 0))), stroke=ink, stroke_width=pt(1.5)) for ink in (GREY, ALIKE)]
    first, second = told_apart(tuple(lines), Grays())
    assert isinstance(first, Path)
    assert isinstance(second, Path)
    assert (first.dash, bool(second.dash)) == ((), True)
