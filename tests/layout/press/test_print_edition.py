"""The edition for the press: the same items in the same order on larger sheets, and round each what the print shop needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.design.format import A4, A5
from generator.design.press import BAR, CLEAR, COATED, Condition, PrintJob
from generator.document.model import Phrase, Run
from generator.drawing import NOWHERE, Box, Disc, Group, Link, Path, TextRun
from generator.fonts.library import Library
from generator.layout.book.page import Book, Page
from generator.layout.press.edition import print_edition
from generator.profiles import icc
from generator.units import Point, Rect, mm
from tests.writers.pdf.pdf_sample import imprint, run

LIBRARY, PROFILE = Library.open(), icc.coated().data
FIELD = Box(Rect(-mm(3), -mm(3), mm(216), mm(303)))
ITEMS = (FIELD, Group((run("甲"), Link(Rect(0, 0, 1, 1), "there")), Point(mm(1), mm(2))), run("乙"))
PLAIN = PrintJob()


def edition(job: PrintJob = PLAIN, size=A4.size, title: str = "年报") -> Book:
    pages = (Page(1, "1", size, ITEMS), Page(2, "", size, ()))
    return print_edition(Book(replace(imprint(), title=Phrase((Run(title),), "title")), pages, (), ()), job, PROFILE, LIBRARY)


def walked(items, at: Point = NOWHERE):
    for item in items:
        if isinstance(item, Group):
            yield from walked(item.items, at.moved(item.at.x, item.at.y))
        else:
            yield item, at


def extent(item, at: Point) -> Rect:
    if isinstance(item, TextRun):
        place = item.origin_point.moved(at.x, at.y)
        return Rect(place.x, place.y - item.size, item.width, item.size)
    if isinstance(item, Path):
        places = [segment.to for segment in item.segments]
        xs, ys = [one.x for one in places], [one.y for one in places]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return item.rect.moved(at.x, at.y)


def clear(one: Rect, other: Rect) -> bool:
    return one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y


@pytest.mark.parametrize(
    ("job", "margin"), [(PLAIN, 15), (PrintJob(mm(5)), 17), (PrintJob(marks=False), 3), (PrintJob(mm(5), marks=False), 5)]
)
def test_a_sheet_has_the_trim_in_its_middle_and_the_bleed_round_it(job, margin) -> None:
    [page, _] = edition(job).pages
    assert page.boxes is not None
    assert page.boxes.trim == Rect(mm(margin), mm(margin), mm(210), mm(297))
    assert (page.size.width, page.size.height) == (mm(210 + 2 * margin), mm(297 + 2 * margin))
    bleed = job.bleed
    assert page.boxes.bleed == Rect(mm(margin) - bleed, mm(margin) - bleed, mm(210) + 2 * bleed, mm(297) + 2 * bleed)


def test_the_page_is_the_same_without_its_links() -> None:
    [page, _] = edition(PrintJob(marks=False)).pages
    before = [(item, at.moved(mm(3), mm(3))) for item, at in walked(ITEMS) if not isinstance(item, Link)]
    assert list(walked(page.items)) == before


def test_without_marks_there_is_nothing_else() -> None:
    assert list(walked(edition(PrintJob(marks=False)).pages[1].items)) == []


@pytest.mark.parametrize("size", [A4.size, A5.size, Rect(0, 0, mm(120), mm(180))], ids=["a4", "a5", "least"])
@pytest.mark.parametrize("bleed", [mm(2), mm(3), mm(10)])
@pytest.mark.parametrize("title", ["年报", "长" * 90])
def test_marks_bar_and_slug_keep_their_distance_from_the_bleed_and_stay_on_the_sheet(size, bleed, title) -> None:
    page = edition(PrintJob(bleed), size, title).pages[1]
    keep = page.boxes.bleed
    guarded = Rect(keep.x - CLEAR, keep.y - CLEAR, keep.width + 2 * CLEAR, keep.height + 2 * CLEAR)
    boxes = [extent(item, at) for item, at in walked(page.items)]
    assert len(boxes) > 8 + 4 * 3 + len(BAR)
    assert all(clear(one, guarded) for one in boxes)
    assert min(min(one.x, one.y) for one in boxes) >= 0
    assert all(one.right <= page.size.width and one.bottom <= page.size.height for one in boxes)


def test_crop_marks_point_at_the_corners_of_the_trim() -> None:
    page = edition().pages[1]
    trim = page.boxes.trim
    lines = [extent(item, at) for item, at in walked(page.items) if isinstance(item, Path)]
    assert {one.x for one in lines if not one.width} >= {trim.x, trim.right}
    assert {one.y for one in lines if not one.height} >= {trim.y, trim.bottom}
    assert sum(isinstance(item, Disc) for item, _ in walked(page.items)) == 4


def text(book: Book, page: int) -> str:
    return "".join(item.text for item, _ in walked(book.pages[page].items[1:]) if isinstance(item, TextRun))


def test_the_slug_tells_what_and_which_and_when_and_how() -> None:
    assert text(edition(), 1) == "年报　·　2020—2021　2021-08-05　·　第2页，共2页　·　FOGRA39"


def test_a_slug_that_is_too_long_goes_without_the_title() -> None:
    assert text(edition(title="长" * 90), 0) == "第1页，共2页　·　FOGRA39"


def test_the_slug_names_the_condition_of_the_print_shop() -> None:
    own = Condition("Sheetfed 华北", "Sheetfed 华北", registry="")
    assert text(edition(PrintJob(condition=own)), 0).endswith("Sheetfed 华北")
    assert COATED.registry
