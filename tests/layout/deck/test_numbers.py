"""Every figure stands on a slide, every number keeps its use, and the placements say where each came to stand."""

from dataclasses import replace

import pytest

from generator.document.ledger import FOLIO
from generator.layout.deck import words
from generator.layout.deck.placements import in_deck
from generator.units import pt
from tests.layout.deck.deck_making import boxes, deck_of, sample_report, text, titled


@pytest.fixture(scope="module")
def placements(report, deck):
    return in_deck(deck, report.ledger)


def test_every_figure_of_the_ledger_stands_on_some_slide(report, placements):
    figures = {use.id: use.figure for use in report.ledger.uses}
    shown = {figures[one.use] for one in placements if one.use in figures and one.item != "notes"}
    assert {entry.figure for entry in report.ledger.entries} <= shown


def test_a_number_in_three_sizes_is_one_placement_of_its_whole_text(report, deck, placements):
    hero = report.themes[0].heroes[0].number
    slide = titled(deck, report.themes[0].headline)
    box = next(item for item in boxes(slide) if item.name == "关键数字")
    assert len({run.style.size for run in box.paragraphs[0].runs}) == 3
    assert text(box) == str(hero) == "近34亿元"
    found = [one for one in placements if one.use == hero.use and one.item == "关键数字"]
    assert (slide.number, "近34亿元", "deck") in [(one.place, one.text, one.output) for one in found]


def test_a_magnitude_is_large_with_its_digits_and_qualifier_and_unit_stand_at_about_a_third(report, deck):
    runs = next(item for item in boxes(titled(deck, report.themes[0].headline)) if item.name == "关键数字").paragraphs[0].runs
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


def test_the_key_numbers_have_every_figure_of_the_overview_at_forty_four_points(report, deck):
    (slide,) = [
        deck.slides[number - 1] for one in deck.sections if one.name == str(report.overview.name) for number in one.slides
    ]
    told = [item for item in boxes(slide) if item.name.startswith("关键数字")]
    assert [text(item) for item in told] == [str(datum.number) for datum in report.overview.figures]
    assert {max(run.style.size for run in item.paragraphs[0].runs) for item in told if any(map(str.isdigit, text(item)))} == {
        pt(44)
    }


def test_a_hero_is_a_hero_whatever_else_the_theme_has():
    report = sample_report(themes=4)
    last = replace(report.themes[3], charts=(), story=None)
    thin = titled(deck_of(replace(report, themes=(*report.themes[:3], last))), "技术先照顾最容易被落下的人")
    assert sum(item.name.startswith("关键数字") for item in boxes(thin)) == 2


def test_the_programs_own_words_hold_no_numeral():
    said = [value for name, value in vars(words).items() if name.isupper()]
    flat = "".join(part for value in said for part in ([value] if isinstance(value, str) else value))
    assert not any(char.isdigit() for char in flat)
