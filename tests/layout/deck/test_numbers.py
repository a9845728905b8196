"""Every figure stands on a slide, every number keeps its use, and the placements say where each came to stand."""

import pytest

from generator.document.ledger import FOLIO
from generator.layout.deck import words
from generator.layout.deck.placements import in_deck
from tests.layout.deck.deck_making import boxes, cells, deck_of, sample_report, text


@pytest.fixture(scope="module")
def placements(report, deck):
    return in_deck(deck, report.ledger)


def test_every_figure_of_the_ledger_stands_on_some_slide(report, placements):
    figures = {use.id: use.figure for use in report.ledger.uses}
    shown = {figures[one.use] for one in placements if one.use in figures and one.item != "notes"}
    assert {entry.figure for entry in report.ledger.entries} <= shown


def test_a_number_in_three_sizes_is_one_placement_of_its_whole_text(report, deck, placements):
    hero = report.themes[0].heroes[0].number
    slide = deck.slides[4]
    box = next(item for item in boxes(slide) if item.name == "关键数字")
    assert len({run.style.size for run in box.paragraphs[0].runs}) == 3
    assert text(box) == str(hero) == "近34亿元"
    found = [one for one in placements if one.use == hero.use and one.item == "关键数字"]
    assert [(one.place, one.text, one.output) for one in found] == [(slide.number, "近34亿元", "deck")]


def test_a_magnitude_is_large_with_its_digits_and_qualifier_and_unit_stand_at_about_a_third(deck):
    runs = next(item for item in boxes(deck.slides[4]) if item.name == "关键数字").paragraphs[0].runs
    qualifier, digits, magnitude, unit = (run.style.size for run in runs)
    assert qualifier == unit
    assert 2 * magnitude >= digits
    assert 0.3 < qualifier / digits < 0.42


def test_the_text_of_a_placement_is_read_in_its_item(deck, placements):
    for one in placements:
        if one.item == "notes" or one.use == FOLIO:
            continue
        slide = deck.slides[one.place - 1]
        item = next(item for item in slide.items if item.name == one.item)
        if item in boxes(slide):
            assert one.text in text(item)


def test_folios_are_placed_as_folios(deck, placements):
    folios = [one for one in placements if one.use == FOLIO and one.item == "页码"]
    assert [(one.place, one.text) for one in folios] == [(slide.number, str(slide.number)) for slide in deck.slides[1:]]


def test_the_overview_table_has_every_figure_of_the_overview(report, deck):
    number = next(section for section in deck.sections if section.name == str(report.overview.name)).slides[0]
    told = [text(cell) for cell in cells(deck.slides[number - 1])]
    assert all(str(datum.number) in told for datum in report.overview.figures)


def test_a_hero_is_a_hero_whatever_else_the_theme_has():
    deck = deck_of(sample_report(themes=4))
    thin = next(slide for slide in deck.slides if slide.title == "技术先照顾最容易被落下的人")
    assert sum(item.name.startswith("关键数字") for item in boxes(thin)) == 2


def test_the_programs_own_words_hold_no_numeral():
    said = [value for name, value in vars(words).items() if name.isupper()]
    flat = "".join(part for value in said for part in ([value] if isinstance(value, str) else value))
    assert not any(char.isdigit() for char in flat)
