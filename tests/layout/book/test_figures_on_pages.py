"""Where figures stand in the book: with the words that tell them, whole, and never off the page however many they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.model import ResolvedReport, Theme, plain
from generator.layout.book.compositor import compositor_at
from generator.layout.book.figure_rows import FigureRows, figure_rows
from generator.layout.book.placements import box_of, placed_runs
from tests.document.sample import sample_report
from tests.layout.book import book_making
from tests.layout.book.book_making import GRID, LOOK, within

if TYPE_CHECKING:
    from generator.drawing import TextRun
    from generator.layout.book.page import Book
    from generator.units import Point

FIGURES = sample_report().themes[0].figures


def book_of(theme: Theme) -> Book:
    return book_making.book_of(replace(sample_report(), themes=(theme,)))


def placed(book: Book, use: str) -> list[tuple[int, TextRun, Point]]:
    return [(page.number, run, at) for page in book.pages for run, at in placed_runs(page.items) if run.use == use]


def rows_of(count: int) -> FigureRows:
    return figure_rows(compositor_at(book_making.desk()), (FIGURES * count)[:count], LOOK.ink)


def story_top(book: Book, report: ResolvedReport) -> tuple[int, int]:
    story = report.themes[0].story
    assert story
    return next(
        (page.number, at.y) for page in book.pages for run, at in placed_runs(page.items) if run.origin == story.title.origin
    )


def test_a_figure_that_only_the_story_tells_stands_under_the_story() -> None:
    theme = sample_report().themes[0]
    assert theme.story
    told = FIGURES[-1]
    theme = replace(theme, blocks=(), charts=(), figures=(told,), story=replace(theme.story, figures=(told,)))
    book = book_of(theme)
    page, top = story_top(book, replace(sample_report(), themes=(theme,)))
    [(where, _, at), *_] = placed(book, told.number.use)
    assert where == page
    assert at.y > top


def test_a_figure_that_the_text_tells_stands_beside_the_text() -> None:
    theme = sample_report().themes[0]
    figures = {use.id: use.figure for use in sample_report().ledger.uses}
    spoken = {figures.get(run.use) for part in theme.text for run in part.text}
    told = next(datum for datum in theme.figures if datum.figure in spoken)
    assert theme.story
    theme = replace(theme, figures=(told,), charts=(), story=replace(theme.story, figures=(told,)))
    book = book_of(theme)
    page, top = story_top(book, replace(sample_report(), themes=(theme,)))
    [(where, _, at), *_] = placed(book, told.number.use)
    assert (where, at.y < top) == (page, True)


@pytest.mark.parametrize("count", [0, 1, 7, 15, 30])
@pytest.mark.parametrize("words", [True, False])
def test_however_many_figures_a_theme_has_each_stands_on_the_paper(count: int, words: bool) -> None:  # noqa: FBT001 - a case
    theme = sample_report().themes[0]
    theme = replace(theme, figures=(FIGURES * count)[:count], blocks=theme.text if words else (), charts=(), story=None)
    book = book_of(theme)
    for page in book.pages:
        safe = GRID.safe(page.number)
        assert all(within(safe, box_of(run, at)) for run, at in placed_runs(page.items))
    for datum in theme.figures:
        digits = [run for _, run, _ in placed(book, datum.number.use) if run.text == datum.number.digits]
        assert len(digits) == theme.figures.count(datum)


def test_the_figures_at_a_glance_stand_beside_the_name_of_their_theme() -> None:
    report = sample_report()
    book = book_making.book_of(report)
    page = next(page for page in book.pages if page.number == 3)
    runs = list(placed_runs(page.items))
    names = {at.y: run.text for run, at in runs if run.text in {plain(theme.name.text) for theme in report.themes}}
    homes = {row.figure: plain(table.name.text) for table in report.tables for row in table.rows if table.color}
    for datum in (one for one in report.overview.figures if one.figure in homes):
        height = next(at.y for run, at in runs if run.use == datum.number.use)
        above = max(y for y in names if y <= height)
        assert names[above] == homes[datum.figure]


@pytest.mark.parametrize(("count", "across"), [(1, 3), (3, 3), (4, 4), (5, 3), (7, 4), (9, 3)])
def test_figures_stand_in_rows_of_three_or_of_four_where_that_takes_fewer(count: int, across: int) -> None:
    assert rows_of(count).across == across


@given(st.integers(1, 30), st.integers(0, 42))
def test_rows_part_only_between_rows(count: int, room: int) -> None:
    rows = rows_of(count)
    parted = rows.split(room)
    if parted is None:
        assert rows.rows[0][0].lines > room or len(rows.rows) == 1 or FigureRows(GRID, rows.rows[0]).least > room
        return
    here, there = parted
    assert here.figures + there.figures == rows.figures
    assert here.least <= room
    assert len(here.figures) % rows.across == 0 or not there.figures
