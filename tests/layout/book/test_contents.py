"""The contents: under what page two says, or on pages of their own where they are many; no rule runs through what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.document.ledger import FOLIO
from generator.document.model import Paragraph, Run
from generator.drawing import Box, Group, Link, TextRun
from generator.layout.book.placements import box_of, placed_runs
from tests.document.sample import sample_report
from tests.layout.book.book_making import GRID, book_of, told
from tests.layout.book.test_pages import leaves, with_themes

MANY = (6, 7, 13, 30)


def contents_pages(book):
    """The pages that have a line of the contents."""
    return [page for page in book.pages if any(isinstance(item, Link) for item, _ in leaves(page.items))]


def texts(page):
    return [item for item, _ in leaves(page.items) if isinstance(item, TextRun)]


def long_about(lines: int):
    report = sample_report()
    words = (Run("这一份摘要的每一个字都有它的来处，" * (2 * lines)),)
    return replace(report, about=replace(report.about, blocks=(Paragraph("text", words, report.about.origin),)))


@pytest.mark.parametrize("themes", MANY)
def test_every_theme_is_listed_with_the_page_where_it_opens(themes: int) -> None:
    book = book_of(with_themes(themes))
    links = [item.destination for page in contents_pages(book) for item, _ in leaves(page.items) if isinstance(item, Link)]
    opens = {one.name: one.page for one in book.destinations}
    shown = (run for page in contents_pages(book) for run in texts(page))
    folios = [int(run.text) for run in shown if run.use == FOLIO and run.origin_point.y < GRID.y(GRID.foot - 1)]
    assert [one for one in links if one.startswith("theme-")] == [f"theme-{number}" for number in range(1, themes + 1)]
    assert folios == [opens[one] for one in links]


@pytest.mark.parametrize("themes", MANY)
def test_themes_still_open_on_the_left(themes: int) -> None:
    book = book_of(with_themes(themes))
    assert {one.page % 2 for one in book.destinations if one.name.startswith("theme-")} == {0}
    assert len(book.pages) % 4 == 0


@pytest.mark.parametrize("report", [*map(with_themes, (5, 7, 13)), long_about(4), long_about(9)], ids=lambda _: "")
def test_no_rule_runs_through_a_text_of_the_contents(report) -> None:
    assert told(report) == ()
    for page in contents_pages(book_of(report)):
        rules = [item.rect for item, _ in leaves(page.items) if isinstance(item, Box) and item.rect.height < GRID.baseline / 4]
        for run, at in placed_runs(page.items):
            box, baseline = box_of(run, at), at.y
            top, foot = baseline - round(0.7 * run.size), baseline + round(0.1 * run.size)
            struck = [one for one in rules if top < one.y < foot and one.x < box.right and box.x < one.right]
            assert not struck, run.text


def listed(book):
    """The lines of the contents: how many there are, and how many of these have a summary under their name."""
    rows = [item for page in contents_pages(book) for item in entries(page.items)]
    return len(rows), sum(len({at.y for _, at in placed_runs(row.items)}) > 1 for row in rows)


def entries(items):
    for item in items:
        if isinstance(item, Group):
            if any(isinstance(one, Link) for one in item.items):
                yield item
            else:
                yield from entries(item.items)


@pytest.mark.parametrize(
    ("themes", "on", "summaries"),
    [(1, [2], "all"), (7, [2], "all"), (8, [2], "themes"), (13, [2], "none"), (20, [2, 3], "all"), (30, [2, 3], "none")],
)
def test_what_has_no_room_is_left_out_in_order(themes: int, on: list[int], summaries: str) -> None:
    book = book_of(with_themes(themes))
    count, told_of = listed(book)
    back = sum(one.name in {"key-figures", "definitions", "discrepancies", "sources"} for one in book.destinations)
    assert [page.number for page in contents_pages(book)] == on
    assert told_of == {"all": count - back, "themes": themes, "none": 0}[summaries]


@pytest.mark.parametrize(("lines", "on"), [(3, [2]), (12, [2]), (25, [3]), (60, [4])])
def test_what_is_said_of_this_summary_runs_on_as_long_as_it_is(lines: int, on: list[int]) -> None:
    report = long_about(lines)
    book = book_of(report)
    words = "".join(run.text for page in book.pages[1 : on[-1]] for run, _ in placed_runs(page.items))
    assert told(report) == ()
    assert words.count("每一个字都有它的来处") == 2 * lines
    assert [page.number for page in contents_pages(book)] == on
