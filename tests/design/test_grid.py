"""The page's skeleton: columns that fill the measure, margins that change sides, text that keeps off the edges."""

from __future__ import annotations

from dataclasses import fields
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.design.format import A4, A5, DALIU, Format
from generator.design.grid import COLUMNS, GUTTER, Columns, PageGrid, page_grid
from generator.design.type_scale import DECK, REPORT, Scale, Step
from generator.units import mm, pt


def grid(sheet: Format = A4) -> PageGrid:
    return page_grid(sheet, REPORT.body.leading)


@given(st.integers(mm(100), mm(400)))
def test_columns_and_gutters_fill_the_measure(width: int) -> None:
    columns = Columns(0, width)
    assert columns.span(COLUMNS) == width
    assert abs(columns.x(COLUMNS - 1) + columns.span(1) - width) <= 1


def test_neighbouring_spans_leave_one_gutter() -> None:
    columns = grid().columns(1)
    assert abs(columns.x(4) - (columns.x(0) + columns.span(4)) - GUTTER) <= 1


SHEETS = pytest.mark.parametrize("sheet", [A4, DALIU, A5], ids=lambda one: one.name)


@SHEETS
def test_the_inner_margin_is_the_wider_and_changes_sides(sheet: Format) -> None:
    page = grid(sheet)
    recto, verso = page.columns(1), page.columns(2)
    assert recto.left == page.inner > page.outer == verso.left
    assert recto.left + recto.width == page.size.width - page.outer
    assert verso.left + verso.width == page.size.width - page.inner


@SHEETS
@pytest.mark.parametrize("number", [1, 2])
def test_head_foot_and_type_area_stand_in_the_safe_zone(sheet: Format, number: int) -> None:
    page = grid(sheet)
    safe, columns = page.safe(number), page.columns(number)
    assert safe.x <= columns.left
    assert columns.left + columns.width <= safe.right
    assert page.y(page.head) - REPORT.body.size >= safe.y
    assert page.y(page.foot) + REPORT.body.size <= safe.bottom


def test_a4_has_a_type_area_of_170_millimetres_and_42_lines() -> None:
    assert (grid().measure, grid().lines) == (mm(170), 42)


def test_a_height_is_held_by_whole_lines() -> None:
    page = grid()
    assert [page.holding(height) for height in (0, 1, page.baseline, page.baseline + 1)] == [0, 1, 1, 2]


def steps(scale: Scale) -> list[Step]:
    return [scale.note, scale.caption, scale.table, scale.body, scale.lead, scale.heading_1, scale.title, scale.cover]


@pytest.mark.parametrize("scale", [REPORT, DECK], ids=["report", "deck"])
def test_lines_never_touch(scale: Scale) -> None:
    assert all(10 * step.leading >= 13 * step.size for step in steps(scale))


@pytest.mark.parametrize("scale", [REPORT, DECK], ids=["report", "deck"])
def test_heroes_step_down(scale: Scale) -> None:
    assert list(scale.heroes) == sorted(scale.heroes, reverse=True)
    assert list(scale.figures) == sorted(scale.figures, reverse=True)


def test_print_is_at_least_seven_points_and_slides_read_from_the_last_row() -> None:
    assert all(step.size >= pt(7) for step in steps(REPORT))
    assert DECK.body.size >= pt(18)
    assert DECK.table.size >= pt(14)
    assert DECK.note.size >= pt(12)


@pytest.mark.parametrize("scale", [REPORT, DECK], ids=["report", "deck"])
def test_every_size_is_of_one_scale_whose_steps_are_not_far_apart(scale: Scale) -> None:
    named = [one.size for field in fields(scale) if isinstance(one := getattr(scale, field.name), Step)]
    assert {*named, *scale.heroes, *scale.figures} <= set(scale.sizes)
    assert list(scale.sizes) == sorted(set(scale.sizes))
    running = [size for size in scale.sizes if size <= scale.heroes[0]]
    assert all(1.05 < larger / size < 1.3 for size, larger in pairwise(running))


@pytest.mark.parametrize("scale", [REPORT, DECK], ids=["report", "deck"])
def test_a_magnitude_is_most_of_its_digits_and_what_stands_beside_them_about_a_third(scale: Scale) -> None:
    for digits in scale.heroes:
        assert 0.75 < scale.magnitude(digits) / digits < 0.87
        assert 0.3 < scale.beside(digits) / digits < 0.42


def test_what_stands_beside_small_digits_stays_legible() -> None:
    assert REPORT.beside(pt(15.5)) == REPORT.caption.size


def test_sizes_go_up_and_down_by_steps_and_end_with_the_scale() -> None:
    assert REPORT.stepped(pt(38), -1) == pt(30.5)
    assert REPORT.stepped(pt(38), 1) == pt(48)
    assert REPORT.stepped(pt(8), -9) == REPORT.sizes[0]
    assert REPORT.stepped(pt(48), 9) == REPORT.sizes[-1]
