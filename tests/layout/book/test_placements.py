"""Where uses stand: every number of the report that is laid out is found, in full, at the glyphs that print it."""

from __future__ import annotations

from functools import cache

from generator.design.type_scale import REPORT
from generator.document.ledger import FOLIO, Placement
from generator.document.model import Run, plain
from generator.drawing import Group, TextRun
from generator.layout.book.page import Book, Page
from generator.layout.book.placements import in_book
from generator.units import Point, pt
from tests.document.sample import sample_report
from tests.layout.book.book_making import GRID, LOOK, book_of, within


@cache
def placements() -> tuple[Placement, ...]:
    report = sample_report()
    return in_book(book_of(report), report.ledger)


def uses(runs: tuple[Run, ...]) -> set[str]:
    return {run.use for run in runs if run.use}


def test_every_placement_reads_as_its_use_in_full() -> None:
    texts = {use.id: use.text for use in sample_report().ledger.uses}
    assert all(one.text == texts[one.use] for one in placements() if one.use not in {FOLIO, ""})


def test_the_heroes_the_messages_and_the_text_are_found() -> None:
    report, found = sample_report(), {one.use for one in placements()}
    for theme in report.themes:
        assert {hero.number.use for hero in theme.heroes} <= found
        assert uses(theme.message.text) <= found
        assert all(uses(paragraph.text) <= found for paragraph in theme.text), theme.id
    for table in report.tables:
        assert {row.number.use for row in table.rows} <= found


def test_a_hero_in_three_pieces_is_one_placement() -> None:
    hero = sample_report().themes[0].heroes[0]
    found = [one for one in placements() if one.use == hero.number.use]
    assert [one.text for one in found] == ["近34亿元"]
    assert found[0].box is not None
    assert found[0].box.height >= REPORT.heroes[0]


def test_a_message_in_contents_and_on_its_opener_is_placed_twice() -> None:
    (use,) = uses(sample_report().themes[0].message.text)
    assert [one.place for one in placements() if one.use == use] == [2, 4]


def test_folios_are_placed_with_what_they_read() -> None:
    folios = [(one.place, one.text) for one in placements() if one.use == FOLIO]
    assert (5, "5") in folios
    assert (2, "4") in folios
    assert (4, "4") not in folios


def test_every_box_lies_on_its_page() -> None:
    assert all(one.box is not None and within(GRID.trim, one.box) for one in placements())


def test_the_same_number_twice_in_a_row_is_two_placements() -> None:
    report = sample_report()
    use = report.themes[0].heroes[0].number.use
    run = TextRun(Point(0, pt(20)), "sans-bold", pt(10), LOOK.ink, (), "近34亿元", pt(40), use)
    book = Book(report.imprint, (Page(1, "1", GRID.size, (Group((run,)), Group((run,)))),), (), ())
    assert [one.text for one in in_book(book, report.ledger)] == ["近34亿元", "近34亿元"]
    assert plain(report.themes[0].heroes[0].label)
