"""The book as a reader holds it: how many pages, on which side themes open, that nothing stands where it must not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import said
from generator.document.ledger import FOLIO
from generator.document.model import Phrase, ResolvedReport, Run, Theme
from generator.drawing import Box, Close, Group, Item, Link, Path, Role, TextRun
from generator.layout.book.placements import box_of, placed_runs
from generator.units import pt
from tests.document.sample import sample_report
from tests.layout.book.book_making import GRID, LOOK, book_of, told, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.layout.book.page import Book, Page

COUNTS = range(9)
LEAST_RING_POINTS = 4
"""A path of more points is a ring, no rule."""
TOUCH = 6_000
"""Rounding that is no overlap: half a point. A squeezed mark gives up its empty half to the next run of its line."""


def with_themes(count: int) -> ResolvedReport:
    """The sample with so many themes: beyond five, the first ones again under ids of their own."""
    report = sample_report()
    themes = tuple(replace(report.themes[index % 5], id=f"theme-{index + 1}") for index in range(count))
    return replace(report, themes=themes)


@cache
def laid_out(count: int) -> Book:
    return book_of(with_themes(count))


def with_first_theme(**changes: object) -> ResolvedReport:
    report = sample_report()
    first: Theme = replace(report.themes[0], **changes)  # type: ignore[arg-type]
    return replace(report, themes=(first, *report.themes[1:]))


def leaves(items: tuple[Item, ...], role: Role = Role.BOX) -> list[tuple[Item, Role]]:
    found = []
    for item in items:
        if isinstance(item, Group):
            found += leaves(item.items, item.role if item.role is not Role.BOX else role)
        else:
            found.append((item, role))
    return found


def pages() -> list[Page]:
    return [page for count in (0, 1, 5, 8) for page in laid_out(count).pages]


@pytest.mark.parametrize("count", COUNTS)
def test_the_book_closes_on_a_multiple_of_four(count: int) -> None:
    book = laid_out(count)
    assert len(book.pages) % 4 == 0
    assert [page.number for page in book.pages] == list(range(1, len(book.pages) + 1))


@pytest.mark.parametrize("count", COUNTS)
def test_every_theme_opens_on_a_left_page(count: int) -> None:
    opened = [one.page for one in laid_out(count).destinations if one.name.startswith("theme-")]
    assert len(opened) == count
    assert all(page % 2 == 0 for page in opened)


@pytest.mark.parametrize("count", COUNTS)
def test_no_page_is_blank(count: int) -> None:
    assert all(any(True for _ in placed_runs(page.items)) for page in laid_out(count).pages)


@pytest.mark.parametrize("count", COUNTS)
def test_no_two_quiet_pages_stand_among_the_themes(count: int) -> None:
    words = ["".join(run.text for run, _ in placed_runs(page.items)) for page in laid_out(count).pages]
    assert sum("笔记" in text for text in words) <= 2
    assert all("笔记" not in text for text in words[:-3])


def test_text_keeps_off_trim_and_spine() -> None:
    for page in pages():
        safe = GRID.safe(page.number)
        for run, at in placed_runs(page.items):
            assert within(safe, box_of(run, at)), (page.number, run.text)


def test_no_text_lies_on_other_text() -> None:
    for page in pages():
        runs = [(run, at, box_of(run, at)) for run, at in placed_runs(page.items) if run.text.strip()]
        for (run, at, one), (after, there, other) in combinations(runs, 2):
            across = min(one.right, other.right) - max(one.x, other.x)
            down = min(one.bottom, other.bottom) - max(one.y, other.y)
            squeezed = run.size // 2 if at.y == there.y else 0
            assert min(across - squeezed, down) <= TOUCH, (page.number, run.text, after.text)


def test_nothing_in_print_is_under_seven_points() -> None:
    assert all(run.size >= pt(7) for page in pages() for run, _ in placed_runs(page.items))


def test_a_field_that_reaches_the_trim_goes_on_into_the_bleed() -> None:
    for page in pages():
        for item, _ in leaves(page.items):
            if isinstance(item, Box) and item.rect.width >= GRID.size.width:
                assert item.rect.x == GRID.bleed.x
                assert item.rect.right == GRID.bleed.right
                assert item.rect.bottom == GRID.bleed.bottom


def test_the_contents_name_the_pages_that_their_links_lead_to() -> None:
    book = laid_out(5)
    page_of = {one.name: one.page for one in book.destinations}
    entries = [item for item in _groups(book.pages[1].items) if item.role is Role.CONTENTS_ITEM and _links(item)]
    assert len(entries) >= 10
    for entry in entries:
        printed = [int(run.text) for run, _ in placed_runs(entry.items) if run.use == FOLIO]
        assert printed == [page_of[link.destination] for link in _links(entry)]


def test_folios_are_the_pages_numbers() -> None:
    for page in laid_out(5).pages:
        printed = [run.text for run, _ in placed_runs(page.items[-1:]) if run.use == FOLIO]
        assert printed in ([], [str(page.number)])
        assert page.folio == str(page.number)


def test_destinations_are_ascii_and_unique_and_the_outline_leads_to_them() -> None:
    book = laid_out(5)
    names = [one.name for one in book.destinations]
    assert all(name.isascii() for name in names)
    assert len(set(names)) == len(names)
    assert {one.destination for one in book.outline} <= set(names)


def test_every_chart_says_what_it_shows() -> None:
    figures = [item for page in laid_out(5).pages for item in _groups(page.items) if item.role is Role.FIGURE]
    assert figures
    assert all(item.alt for item in figures)


def test_tables_are_rows_of_cells_under_a_header() -> None:
    tables = [item for page in laid_out(5).pages for item in _groups(page.items) if item.role is Role.TABLE]
    assert tables
    for table in tables:
        header, *rows = [item for item in table.items if isinstance(item, Group)]
        assert {cell.role for cell in _cells(header)} == {Role.HEADER_CELL}
        assert all(len(_cells(row)) == len(_cells(header)) for row in rows)


def test_digits_of_the_key_figures_end_on_one_axis() -> None:
    ends = set()
    for page in laid_out(5).pages:
        for table in (item for item in _groups(page.items) if item.role is Role.TABLE):
            for row in table.items[1:]:
                assert isinstance(row, Group)
                first = next(iter(placed_runs(_cells(row)[1].items)))
                ends.add(first[1].x + first[0].width - GRID.columns(page.number).left)
    assert max(ends) - min(ends) <= TOUCH


def test_a_message_that_is_too_long_is_told_at_its_line_with_the_excess() -> None:
    message = Phrase((Run("先护住生命再接住生意" * 6),), "themes.0.message")
    (fault,) = told(with_first_theme(message=message))
    assert fault.code == "does-not-fit"
    assert fault.span == sample_report().places["themes.0.message"]
    says = dict(fault.says.values)
    assert (says["what"], says["where"]) == (said("part.message"), said("room.opener"))
    assert says["room"] == said("count.lines", count=4)
    assert [hint.key for hint in fault.hints if not isinstance(hint, str)] == ["hint.too-long"]


def test_a_message_that_fits_is_passed_in_silence() -> None:
    assert told(sample_report()) == ()


def test_a_number_wider_than_its_place_is_told() -> None:
    hero = sample_report().themes[0].heroes[1]
    wide = replace(hero, number=replace(hero.number, tail="亿件送往全国各地和世界各国的各种各样的抗疫物资" * 6))
    heroes = (sample_report().themes[0].heroes[0], wide)
    (fault,) = told(with_first_theme(heroes=heroes))
    says = dict(fault.says.values)
    assert (says["what"], says["where"]) == (said("part.number", number=str(wide.number)), said("room.figures"))


def test_long_text_flows_on_and_the_next_theme_still_opens_left() -> None:
    theme = sample_report().themes[0]
    report = with_first_theme(blocks=theme.text * 12)
    book = book_of(report)
    first, second = (one.page for one in book.destinations if one.name in {"theme-1", "theme-2"})
    assert second - first > 2
    assert (second - first) % 2 == 0
    assert len(book.pages) % 4 == 0


def test_a_theme_of_two_figures_is_a_spread() -> None:
    theme = sample_report().themes[3]
    bare = replace(theme, heroes=theme.heroes[:2], figures=(), charts=(), story=None)
    report = replace(sample_report(), themes=(bare,))
    book = book_of(report)
    pages = {one.name: one.page for one in book.destinations}
    assert pages["history"] - pages[bare.id] == 2


def test_a_book_is_laid_out_the_same_twice() -> None:
    assert book_of(with_themes(5)) == laid_out(5)


def _groups(items: tuple[Item, ...]) -> list[Group]:
    groups = [item for item in items if isinstance(item, Group)]
    return groups + [inner for group in groups for inner in _groups(group.items)]


def _cells(row: Group) -> list[Group]:
    return [item for item in row.items if isinstance(item, Group) and item.role in {Role.CELL, Role.HEADER_CELL}]


def _links(group: Group) -> list[Link]:
    return [item for item in group.items if isinstance(item, Link)]


def test_every_run_that_prints_says_where_it_comes_from_or_is_the_books_own() -> None:
    report = with_themes(5)
    for page in laid_out(5).pages:
        for run, _ in placed_runs(page.items):
            assert isinstance(run, TextRun)
            assert run.origin == "" or run.origin in report.places, run.text


def test_a_sentence_alone_is_set_as_a_statement_in_line_with_the_message_beside_it() -> None:
    theme = sample_report().themes[0]
    text = (replace(theme.text[0], kind="text", text=(Run("这一年，做成了一件事。"),)),)
    report = with_first_theme(blocks=text, figures=(), charts=(), story=None, source=())
    left, right = book_of(report).pages[3:5]
    message = {run.text: at.y for run, at in placed_runs(left.items)}
    (lines,) = [[(run, at) for run, at in placed_runs(right.items) if "一件事" in run.text]]
    assert lines[0][0].size >= LOOK.page.heading_1.size
    first = min(at.y for run, at in placed_runs(right.items) if run.size == lines[0][0].size)
    assert first in message.values()


def test_a_long_title_stands_clear_of_the_rings() -> None:
    report = sample_report()
    title = Phrase((Run("从一口井到一所学校再到许多个村庄的公益长路与来时路上的人"),), report.imprint.title.origin)
    cover = book_of(replace(report, imprint=replace(report.imprint, title=title))).pages[0]
    lowest = max(at.y for _, at in placed_runs(cover.items))
    highest = min(min(ys) for ys in _heights(cover.items) if len(ys) > LEAST_RING_POINTS)
    assert highest > lowest


def _heights(items: Iterable[Item]) -> Iterator[list[int]]:
    """Yield the heights of the points of every path."""
    for item in items:
        if isinstance(item, Group):
            yield from _heights(item.items)
        elif isinstance(item, Path):
            yield [segment.to.y for segment in item.segments if not isinstance(segment, Close)]


def test_a_unit_without_room_in_the_table_stands_under_its_scale() -> None:
    report = sample_report()
    (first, *others), wide = report.tables[0].rows, "3,400,000,000,000"
    rows = (
        replace(first, number=replace(first.number, digits=wide, tail="元", unit="元")),
        *(replace(one, number=replace(one.number, tail="万位乡村教师和学生及其家属", unit="位")) for one in others),
    )
    assert told(replace(report, tables=(replace(report.tables[0], rows=rows), *report.tables[1:]))) == ()
