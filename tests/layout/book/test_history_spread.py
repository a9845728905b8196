"""The history as one spread: on facing pages, every event readable, nothing but the line over the spine, pairs and outlook with it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.design.format import A4, A5, DALIU, Format
from generator.design.grid import SAFE_SPINE, page_grid
from generator.document.model import Event, Paragraph, ResolvedReport, Run, plain
from generator.drawing import Box, Group, Path, Role
from generator.layout.book.placements import box_of, placed_runs
from generator.layout.book.time_axis import LEAST_YEARS, time_axis
from generator.units import mm, pt
from tests.document.sample import sample_report
from tests.layout.book.book_making import book_of, desk, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.drawing import Item
    from generator.layout.book.page import Page

FORMATS = pytest.mark.parametrize("page", [A4, DALIU, A5], ids=lambda one: one.name)
YEARS = (
    (2007, 2008, 2010, 2013, 2017, 2019, 2020, 2021),
    (2019, 2021),
    (1992, 2021),
    tuple(range(2010, 2022)),
    (1991, 2012, 2013, 2014, 2015, 2016, 2017, 2020),
)
TOUCH = 6_000


def event(year: int, text: str = "做成了一件事") -> Event:
    return Event((Run(f"{year}年"),), year, (Run(text),), "", 0)


def with_history(years: Iterable[int], pairs: int = 2, outlook: int = 1) -> ResolvedReport:
    """The sample with events in these years, so many pairs and so many paragraphs of outlook."""
    report = sample_report()
    assert report.history
    assert report.outlook
    drawn = {chart.kind: chart for chart in report.history.charts}
    timeline = replace(drawn["timeline"], events=tuple(event(year) for year in years))
    compared = drawn["then-and-now"]
    compared = replace(compared, pairs=(compared.pairs * 8)[:pairs])
    charts = (compared, timeline) if pairs else (timeline,)
    words = Paragraph("text", (Run("明年还要把这件事做下去，一步一步做得更好。" * 2),), report.outlook.origin)
    return replace(
        report,
        history=replace(report.history, charts=charts),
        outlook=replace(report.outlook, blocks=(words,) * outlook, figures=(), charts=()),
    )


def spread(report: ResolvedReport, page: Format = A4) -> tuple[Page, Page]:
    book = book_of(report, page)
    (number,) = [one.page for one in book.destinations if one.name == "history"]
    return book.pages[number - 1], book.pages[number]


def groups(items: Iterable[Item]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups(item.items)


def told_on(page: Page) -> str:
    return "".join(run.text for run, _ in placed_runs(page.items))


@FORMATS
@pytest.mark.parametrize("years", YEARS)
def test_every_event_is_told_on_two_facing_pages(page: Format, years: tuple[int, ...]) -> None:
    left, right = spread(with_history(years), page)
    assert left.number % 2 == 0
    told = told_on(left) + told_on(right)
    assert all(f"{year}年" in told for year in years)
    assert left.number + 1 == right.number


@FORMATS
@pytest.mark.parametrize("years", YEARS)
@pytest.mark.parametrize("pairs", [0, 1, 3, 8])
def test_words_keep_off_trim_spine_and_each_other(page: Format, years: tuple[int, ...], pairs: int) -> None:
    grid = desk(page=page).page
    for one in spread(with_history(years, pairs), page):
        boxes = [box_of(run, at) for run, at in placed_runs(one.items) if run.text.strip()]
        assert all(within(grid.safe(one.number), box) for box in boxes)
        for here, there in combinations(boxes, 2):
            across = min(here.right, there.right) - max(here.x, there.x)
            assert min(across, min(here.bottom, there.bottom) - max(here.y, there.y)) <= TOUCH


@FORMATS
@pytest.mark.parametrize("years", YEARS)
def test_only_the_axis_crosses_the_spine(page: Format, years: tuple[int, ...]) -> None:
    spine = {0: page.size.width, 1: 0}
    for side, one in enumerate(spread(with_history(years, pairs=0, outlook=30), page)):
        near = []
        for group in groups(one.items):
            for item in group.items:
                if isinstance(item, Path):
                    near += [item for segment in item.segments if abs(segment.to.x - spine[side]) < SAFE_SPINE]  # type: ignore[union-attr]
                if (
                    isinstance(item, Box)
                    and item.rect.x < spine[side] + SAFE_SPINE
                    and item.rect.right > spine[side] - SAFE_SPINE
                ):
                    near.append(item)  # type: ignore[arg-type]
        (axis,) = near
        assert isinstance(axis, Box)


def test_each_half_says_what_it_shows_and_the_message_is_said_once() -> None:
    left, right = spread(with_history(YEARS[0]))
    alts = [[group.alt for group in groups(one.items) if group.role is Role.FIGURE] for one in (left, right)]
    assert [len(one) for one in alts] == [2, 2]
    assert "2007年" in alts[0][0]
    assert "2007年" not in alts[1][0]
    assert "2021年" in alts[1][0]


@pytest.mark.parametrize(("paragraphs", "together"), [(1, True), (30, False)])
def test_the_outlook_is_a_band_where_it_has_room(paragraphs: int, together: bool) -> None:  # noqa: FBT001 - a column of the table
    book = book_of(with_history(YEARS[0], outlook=paragraphs))
    pages = {one.name: one.page for one in book.destinations}
    assert (pages["history"] == pages["outlook"]) is together


def test_pairs_without_room_flow_on() -> None:
    book = book_of(with_history(YEARS[3], pairs=8))
    (number,) = [one.page for one in book.destinations if one.name == "history"]
    told = told_on(book.pages[number + 1])
    assert plain(with_history(YEARS[3]).history.charts[0].message.text) in told  # type: ignore[union-attr]


def test_events_of_one_year_are_no_span_of_years() -> None:
    events = [replace(event(2020), day=737_424 + 30 * month) for month in range(5)]
    assert time_axis(events, page_grid(A4, pt(17))) is None


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(1990, 2025), min_size=2, max_size=12))
def test_an_axis_is_true_to_time_and_its_columns_are_apart(found: set[int]) -> None:
    years = sorted(found)
    axis = time_axis([event(year) for year in years], page_grid(A4, pt(17)))
    if years[-1] - years[0] < LEAST_YEARS:
        assert axis is None
    if axis is None:
        return
    step = (axis.moments[-1].at - axis.start) / (years[-1] - years[0])
    assert all(abs(one.at - axis.start - step * (year - years[0])) <= 1000 for one, year in zip(axis.moments, years, strict=True))
    for over in (False, True):
        row = [one.words for one in axis.moments if one.over is over]
        assert all(after - before >= axis.measure for before, after in pairwise(row))
    assert axis.measure >= mm(24)
