"""Other pages than A4: the book is set anew on each, nothing is lost, nothing leaves its page, and what does not fit is told."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from generator import composition, outputs, pipeline, shape
from generator.charts.drawings import Drawings
from generator.design.format import A4, A5, DALIU, Format
from generator.document.ledger import FOLIO
from generator.drawing import Box, Close, Disc, Group, Path
from generator.layout.book.pages import lay_out
from generator.layout.book.placements import ORIGIN, box_of, in_book, placed_runs
from generator.units import Point, Rect, Size, mm
from tests.conftest import CONTENT
from tests.layout.book.book_making import desk, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path as File

    from generator.composition import Layouts
    from generator.drawing import Item

PAGES = pytest.mark.parametrize("page", [A4, DALIU, A5], ids=lambda one: one.name)

LEAST = mm(90)
"""The edge of a sheet so small that hardly a line of text stands on it."""


@cache
def layouts(page: Format) -> Layouts:
    return composition.lay_out(CONTENT, Drawings(), lambda _stage: None, shape=shape.Shape(page=page))


def points(items: Iterable[Item], at: Point = ORIGIN) -> Iterator[Point]:
    """Yield the corners of every box and disc and the ends of every segment, where they stand on the page."""
    for item in items:
        if isinstance(item, Group):
            yield from points(item.items, at.moved(item.at.x, item.at.y))
        elif isinstance(item, Path):
            yield from (one.to.moved(at.x, at.y) for one in item.segments if not isinstance(one, Close))
        elif isinstance(item, Box | Disc):
            rect = item.rect.moved(at.x, at.y)
            yield from (Point(rect.x, rect.y), Point(rect.right, rect.bottom))


def said_by(page: Format) -> Counter[tuple[str, str]]:
    """Every use, and the digits of every other word, that stand in the book, but the folios and the pages that the contents name."""
    made = layouts(page)
    found = [one for one in in_book(made.book, made.ledger) if one.use != FOLIO]
    return Counter((one.use, text) for one in found for text in ([one.text] if one.use else re.findall(r"\d+", one.text)))


@PAGES
def test_every_page_has_the_size_of_its_format(page: Format) -> None:
    assert {one.size for one in layouts(page).book.pages} == {page.size}


@PAGES
def test_nothing_is_painted_beside_the_bleed(page: Format) -> None:
    bleed = desk(page=page).page.bleed
    slack = Rect(bleed.x - 1000, bleed.y - 1000, bleed.width + 2000, bleed.height + 2000)
    for one in layouts(page).book.pages:
        assert all(within(slack, Rect(at.x, at.y, 0, 0)) for at in points(one.items)), one.number


@PAGES
def test_every_text_keeps_off_trim_and_spine(page: Format) -> None:
    grid = desk(page=page).page
    for one in layouts(page).book.pages:
        safe = grid.safe(one.number)
        assert all(within(safe, box_of(run, at)) for run, at in placed_runs(one.items)), one.number


def test_nothing_is_lost_on_a_lower_page_but_summaries_in_the_contents() -> None:
    lost = said_by(A4) - said_by(DALIU)
    assert said_by(DALIU) <= said_by(A4)
    assert {use.partition("/")[0] for use, _ in lost} <= {"overview.message", "history.message", "outlook.message"}


@PAGES
def test_the_book_closes_on_a_multiple_of_four_and_every_theme_opens_left(page: Format) -> None:
    book = layouts(page).book
    assert len(book.pages) % 4 == 0
    assert all(one.page % 2 == 0 for one in book.destinations if one.name.startswith("theme-"))


def test_a_book_of_daliu_is_proved_like_any_other(sample: pipeline.Outcome, tmp_path: File) -> None:
    outcome = pipeline.build(CONTENT, tmp_path, outputs.ALL, lambda _stage: None, shape.Shape(page=DALIU))
    assert outcome.proof.pages == len(layouts(DALIU).book.pages)
    assert outcome.proof.report_uses == sample.proof.report_uses - 1, "the summary of the outlook in the contents"


def test_a_book_of_a5_is_proved_though_its_numbers_run_on_over_lines(tmp_path: File) -> None:
    outcome = pipeline.build(CONTENT, tmp_path, frozenset({"report"}), lambda _stage: None, shape.Shape(page=A5))
    assert outcome.proof.pages == len(layouts(A5).book.pages)


@pytest.mark.parametrize("page", [Format("least", Size(LEAST, LEAST))], ids=lambda one: one.name)
def test_what_a_small_page_cannot_hold_is_told_at_its_line(page: Format, sample: pipeline.Outcome) -> None:
    found = lay_out(desk(sample.layouts.report, page)).diagnostics
    assert {one.code for one in found} == {"does-not-fit"}
    assert all(one.span for one in found)
    assert len(set(found)) == len(found)


def test_a_page_that_is_too_small_for_its_words_still_shows_them_all(sample: pipeline.Outcome) -> None:
    found = {one.use for one in in_book(lay_out(desk(sample.layouts.report, A5)).value, sample.layouts.ledger)}
    assert {one.use for one in sample.layouts.placements if one.output == "report"} <= found
