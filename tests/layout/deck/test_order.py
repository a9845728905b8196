"""Which slides the deck has, in which order, in which sections."""

from dataclasses import replace
from itertools import pairwise

import pytest

from generator.charts.drawings import Drawings
from generator.design import slide_grid
from generator.document.model import Phrase, Run
from generator.inspection.numerals import unexplained
from generator.layout.deck import words
from generator.layout.deck.bench import TRIAL, Part, bench_for
from generator.layout.deck.draft import Draft
from generator.layout.deck.slide import ChartBox, DrawingBox, TableBox
from generator.layout.desk import desk_for
from tests.layout.deck.deck_making import LIBRARY, boxes, deck_of, faults, sample_report, text, told


def titles(deck):
    return [slide.title for slide in deck.slides]


def test_the_deck_opens_with_cover_summary_and_agenda(report, deck):
    assert deck.slides[0].title == str(report.imprint.title)
    assert deck.slides[0].layout == "封面"
    assert deck.slides[1].title == str(report.about.message)
    assert deck.slides[2].title.startswith("从")


def test_key_numbers_come_fourth(report, deck):
    assert [deck.slides[number - 1].title for number in deck.sections[1].slides] == [str(report.overview.message)]
    assert deck.sections[1].slides == (4,)


def test_a_theme_is_divider_key_figures_charts_and_story(report, deck):
    theme = report.themes[0]
    section = next(section for section in deck.sections if section.name == str(theme.name))
    expected = [
        str(theme.message),
        str(theme.headline),
        *(str(chart.message) for chart in theme.charts),
        str(theme.story.message),
    ]
    assert [deck.slides[number - 1].title for number in section.slides] == expected


def test_what_follows_the_themes_is_history_outlook_questions_and_appendix(report, deck):
    names = [section.name for section in deck.sections[2 + len(report.themes) :]]
    assert names == [
        str(report.history.name),
        str(report.outlook.name),
        str(report.closing.name),
        "附录",
    ]


def test_sections_cover_every_slide_once_with_names_of_their_own(deck):
    assert [number for section in deck.sections for number in section.slides] == [slide.number for slide in deck.slides]
    assert [slide.number for slide in deck.slides] == list(range(1, len(deck.slides) + 1))
    assert len({section.name for section in deck.sections}) == len(deck.sections)


def test_the_main_part_has_about_twenty_eight_slides(deck):
    assert 24 <= sum(not slide.hidden for slide in deck.slides) <= 30


def test_a_deleted_theme_gives_an_agenda_of_one_step_fewer():
    def steps(deck):
        return sum(item.name.startswith("议程") for item in deck.slides[2].items)

    def marks(deck):
        return sum(item.name.startswith("进度") for item in deck.slides[4].setting.shapes)

    whole, fewer = deck_of(sample_report()), deck_of(sample_report(themes=4))
    assert (steps(whole), marks(whole)) == (5, 5)
    assert (steps(fewer), marks(fewer)) == (4, 4)


@pytest.mark.parametrize("count", [5, 17, 18, 34, 35, 100])
def test_the_progress_mark_keeps_within_its_room_however_many_themes_there_are(report, count):
    bench = bench_for(desk_for(report, LIBRARY, Drawings()))
    for step in {1, 2, count - 1, count}:
        draft = Draft(bench, TRIAL, Part(bench.look.plain, (), step, count), "")
        draft.progress(bench.look.ink, bench.look.rule)
        marks = [item.rect for item in draft.backs]
        assert bench.grid.right - bench.grid.marks <= marks[0].x
        assert marks[-1].right <= bench.grid.right
        assert all(one.right <= other.x and one.width > 0 for one, other in pairwise(marks))
        assert sum(mark.height > slide_grid.MARK.height for mark in marks) == 1


def test_the_agenda_names_the_slide_where_each_theme_starts(report, deck):
    starts = [section.slides[0] for section in deck.sections[2 : 2 + len(report.themes)]]
    told = [text(item) for item in boxes(deck.slides[2]) if item.name.startswith("起始页")]
    assert told == [f"第{start}张起" for start in starts]


def test_a_report_without_history_outlook_and_closing_still_makes_a_deck(report):
    deck = deck_of(replace(report, history=None, outlook=None, closing=None, discrepancies=()))
    assert [section.name for section in deck.sections][-2:] == [str(report.themes[-1].name), "附录"]


def test_each_chart_stands_on_a_slide_of_its_own(deck):
    for slide in (one for one in deck.slides if not one.hidden):
        assert sum(isinstance(item, ChartBox | DrawingBox | TableBox) for item in slide.items) <= 1


def test_slide_numbers_are_on_every_slide_but_the_cover(deck):
    for slide in deck.slides[1:]:
        assert [text(item) for item in boxes(slide) if item.placeholder == "number"] == [str(slide.number)]


def test_two_decks_of_one_report_are_equal(report, deck):
    assert deck_of(report) == deck


def test_many_themes_share_two_summaries_and_two_rows_of_the_agenda(report):
    many = tuple(replace(theme, id=f"{theme.id}-{copy}") for copy in "ab" for theme in report.themes[:4])
    made = told(replace(report, themes=many))
    deck = made.value
    assert [one for one in made.diagnostics if one.code == "does-not-fit"] == []
    assert [slide.title for slide in deck.slides[1:3]] == [str(report.about.message), f"一页读完：{report.about.message}"]
    assert len({slide.title for slide in deck.slides}) == len(deck.slides)
    assert len({section.name for section in deck.sections}) == len(deck.sections)


def many_themes(report, count):
    """The report with so many themes: the first ones again under ids of their own."""
    found = report.themes
    return replace(report, themes=tuple(replace(found[at % len(found)], id=f"theme-{at + 1}") for at in range(count)))


@pytest.mark.parametrize("count", [6, 9, 13, 20, 30])
def test_many_themes_go_on_over_slides_of_the_agenda(report, count):
    made = told(many_themes(report, count))
    assert [one for one in made.diagnostics if one.code == "does-not-fit"] == []
    agendas = [slide for slide in made.value.slides if any(item.name.startswith("议程") for item in slide.items)]
    starts = [section.slides[0] for section in made.value.sections[2 : 2 + count]]
    panels = [text(item) for slide in agendas for item in boxes(slide) if item.name.startswith("起始页")]
    assert panels == [f"第{start}张起" for start in starts]
    assert sum(item.name.startswith("之后") for slide in agendas for item in slide.items) == 4
    assert len({slide.title for slide in made.value.slides}) == len(made.value.slides)


def test_a_long_name_has_a_panel_wide_enough_for_it(report):
    long = Phrase((Run("面向乡村的普惠教育与公共服务"),), report.themes[0].name.origin)
    themes = many_themes(report, 8).themes
    told_apart = tuple(
        replace(one, name=long, message=Phrase((Run(f"这是{mark}说"),), one.message.origin))
        for one, mark in zip(themes, "甲乙丙丁戊己庚辛", strict=True)
    )
    assert [one for one in faults(replace(report, themes=told_apart)) if "theme" in str(one)] == []


def test_key_figures_go_on_over_slides(report):
    many = tuple(datum for theme in report.themes for datum in theme.figures) * 6
    made = told(replace(report, overview=replace(report.overview, figures=many)))
    assert [one for one in made.diagnostics if one.code == "does-not-fit"] == []
    pages = [slide for slide in made.value.slides if str(report.overview.message) in slide.title]
    numbers = [[item for item in boxes(slide) if item.name.startswith("关键数字")] for slide in pages]
    assert sum(map(len, numbers)) == len(many)
    assert max(map(len, numbers)) <= 10


def test_a_single_point_is_no_slide_of_its_own(report):
    point = Phrase((Run("只有一条要点"),), "themes.0.points.0")
    bare = replace(report.themes[0], points=(point,), headline=Phrase((), ""))
    deck = deck_of(replace(report, themes=(bare, *report.themes[1:])))
    [slide] = [one for one in deck.slides if one.title == "只有一条要点"]
    assert not any(item.name.startswith("要点") for item in slide.items)


@pytest.mark.parametrize(("number", "mark"), [(1, "一"), (10, "十"), (11, "一一"), (20, "二零"), (104, "一·零四")])
def test_continuations_never_end_and_are_no_numerals(number, mark):
    assert words.continued(number) == mark
    assert unexplained(f"（{mark}）", ()) == ()
