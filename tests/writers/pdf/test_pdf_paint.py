"""Shapes and glyphs lie where the drawing says, in the colour that it says."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_sample import Written, book, run

from generator.design.palette import INK, THEMES
from generator.drawing import Box, Close, CurveTo, Disc, Group, LineTo, MoveTo, Path, TextRun
from generator.ink import Ink
from generator.units import Point, Rect, mm, pt
from generator.writers.pdf.colour import screen
from generator.writers.pdf.operators import actual_text, number

RED, BLUE = THEMES["朱砂"].main, THEMES["靛蓝"].main
WHITE = (255, 255, 255)
FIELD = Rect(mm(20), mm(40), mm(60), mm(30))


@pytest.mark.parametrize("theme", THEMES)
def test_a_field_has_its_inks_very_value(written, theme):
    ink = THEMES[theme].main
    assert written(Box(FIELD, fill=ink)).pixel(Point(mm(50), mm(55))) == ink.rgb


def test_a_box_fills_its_rectangle_and_nothing_else(written):
    page = written(Box(FIELD, fill=RED))
    assert [page.pixel(Point(x, mm(55))) for x in (mm(19), mm(21), mm(79), mm(81))] == [WHITE, RED.rgb, RED.rgb, WHITE]
    assert [page.pixel(Point(mm(50), y)) for y in (mm(39), mm(41), mm(69), mm(71))] == [WHITE, RED.rgb, RED.rgb, WHITE]


def test_a_radius_rounds_all_four_corners(written):
    page = written(Box(FIELD, fill=RED, radius=mm(10)))
    corners = [Point(x, y) for x in (mm(21), mm(79)) for y in (mm(41), mm(69))]
    assert {page.pixel(corner) for corner in corners} == {WHITE}
    assert {page.pixel(Point(mm(50), mm(41))), page.pixel(Point(mm(21), mm(55)))} == {RED.rgb}


@pytest.mark.parametrize("size", [(60, 30), (30, 60)])
def test_a_radius_over_half_the_side_makes_a_pill(written, size):
    width, height = size
    page = written(Box(Rect(mm(20), mm(40), mm(width), mm(height)), fill=RED, radius=mm(500)))
    middle = Point(mm(20 + width / 2), mm(40 + height / 2))
    ends = [Point(middle.x, mm(41)), Point(middle.x, mm(39 + height)), Point(mm(21), middle.y), Point(mm(19 + width), middle.y)]
    straight = Point(mm(38), mm(41)) if width > height else Point(mm(21), mm(58))
    assert {page.pixel(end) for end in (*ends, straight)} == {RED.rgb}
    assert page.pixel(Point(mm(22), mm(42))) == WHITE
    assert page.pixel(Point(mm(19), middle.y)) == page.pixel(Point(middle.x, mm(39))) == WHITE


def test_a_disc_touches_its_four_sides(written):
    page = written(Disc(FIELD, fill=BLUE))
    sides = [Point(mm(50), mm(41)), Point(mm(50), mm(69)), Point(mm(21), mm(55)), Point(mm(79), mm(55))]
    assert {page.pixel(side) for side in sides} == {BLUE.rgb}
    assert page.pixel(Point(mm(24), mm(43))) == WHITE


def test_a_stroke_has_its_own_ink(written):
    page = written(Box(FIELD, fill=RED, stroke=BLUE, stroke_width=mm(2)))
    assert page.pixel(Point(mm(20), mm(55))) == BLUE.rgb
    assert page.pixel(Point(mm(50), mm(55))) == RED.rgb


def test_a_stroke_without_width_is_no_line_at_all(written):
    assert " w" not in written(Box(FIELD, stroke=BLUE)).content()


def test_dashes_leave_gaps_and_end_with_their_path(written):
    dashed = Path(
        (MoveTo(Point(mm(20), mm(20))), LineTo(Point(mm(80), mm(20)))), stroke=RED, stroke_width=mm(2), dash=(mm(5), mm(5))
    )
    solid = Path((MoveTo(Point(mm(20), mm(30))), LineTo(Point(mm(80), mm(30)))), stroke=RED, stroke_width=mm(2))
    page = written(dashed, solid)
    assert [page.pixel(Point(mm(20 + step), mm(20))) for step in (2, 7, 12)] == [RED.rgb, WHITE, RED.rgb]
    assert [page.pixel(Point(mm(20 + step), mm(30))) for step in (2, 7, 12)] == [RED.rgb] * 3


def test_a_path_of_curves_and_lines_is_filled(written):
    start, top, end = Point(mm(20), mm(60)), Point(mm(50), mm(20)), Point(mm(80), mm(60))
    page = written(Path((MoveTo(start), CurveTo(Point(mm(20), mm(20)), top, top), LineTo(end), Close()), fill=RED))
    assert page.pixel(Point(mm(50), mm(55))) == RED.rgb
    assert page.pixel(Point(mm(22), mm(25))) == WHITE


def test_later_items_lie_on_earlier_ones(written):
    assert written(Box(FIELD, fill=RED), Box(FIELD, fill=BLUE)).pixel(Point(mm(50), mm(55))) == BLUE.rgb


def test_groups_move_what_they_hold(written):
    box = Box(Rect(0, 0, mm(10), mm(10)), fill=RED)
    page = written(Group((Group((box,), at=Point(mm(30), 0)),), at=Point(mm(20), mm(100))))
    assert page.pixel(Point(mm(55), mm(105))) == RED.rgb
    assert page.pixel(Point(mm(45), mm(105))) == WHITE


def test_what_goes_over_the_trim_is_painted_to_the_trim(written):
    page = written(Box(Rect(-mm(3), -mm(3), mm(216), mm(303)), fill=RED))
    assert page.pixel(Point(mm(0.5), mm(0.5))) == RED.rgb
    assert [float(edge) for edge in page.objects.pages[0].TrimBox] == pytest.approx([0, 0, 595.276, 841.89])


def test_a_colour_is_said_once_for_neighbours_of_one_ink(written):
    page = written(run("一"), run("二", y=mm(40)), Box(FIELD, fill=INK), run("三", y=mm(100), ink=RED))
    assert page.content().count(" rg") == 2


def test_every_page_sets_its_own_colour(tmp_path):
    page = Written(tmp_path, book([Box(FIELD, fill=RED)], [Box(FIELD, fill=RED)]))
    assert page.pixel(Point(mm(50), mm(55)), page=1) == RED.rgb


def test_a_glyph_stands_at_its_offset_and_height(written):
    full = run("■", size=pt(40), y=mm(60), ink=RED)
    (glyph,) = full.glyphs
    moved = type(glyph)(glyph.id, mm(30), glyph.text, mm(20))
    page = written(TextRun(full.origin_point, full.face, full.size, RED, (glyph, moved), "■■", full.width))
    square = page.pdfium[0].render(scale=2).to_pil().convert("RGB")
    middle = (mm(20) + pt(20), mm(60) - pt(15))
    at = [(middle[0], middle[1]), (middle[0] + mm(30), middle[1] - mm(20)), (middle[0] + mm(30), middle[1])]
    assert [square.getpixel((round(x / 6350), round(y / 6350))) for x, y in at] == [RED.rgb, RED.rgb, WHITE]


def test_glyph_places_do_not_add_up_their_roundings(written):
    size = pt(9.37)
    row = run("树" * 60, x=0, size=size, gaps=dict.fromkeys(range(60), 0.0123))
    page = written(row)
    array = re.search(r"\[(.*)\] TJ", page.content()).group(1)
    moves = [int(value) for value in re.findall(r"(?:^|>)(-?\d+)", array)]
    total = 1000 * 59 - sum(moves)
    assert total == round(row.glyphs[-1].x * 1000 / size)


@given(st.integers(-(10**9), 10**9))
def test_numbers_are_exact_and_short(value):
    assert Decimal(number(value)) == Decimal(value) / 1000
    assert not number(value).endswith(".")


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_every_rgb_value_comes_back(rgb):
    *values, operator = screen(Ink("any", rgb, (0, 0, 0, 0)), stroking=False).split()
    assert operator == "rg"
    assert tuple(round(float(value) * 255) for value in values) == rgb


def test_actual_text_is_utf_16():
    assert actual_text("近𬜬", "x").startswith("/Span <</ActualText <FEFF8FD1D871DF2C>>> BDC")
