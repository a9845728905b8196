"""What a theme shows in the main part, in which order, and what is left to the hidden backup; no slide tells what its neighbour does."""

from collections import Counter
from dataclasses import replace

import pytest

from generator.document.model import FIGURES, POINTS, STORY, Phrase, Run
from generator.layout.deck.slide import Shape, TableBox, TextBox
from tests.layout.deck.deck_making import box, boxes, deck_of, faults, sample_report, text, titled

FRONT = 4
"""Cover, summary, agenda and key numbers say beforehand what the rest tells."""


def with_theme(report, index, **changes):
    themes = list(report.themes)
    themes[index] = replace(themes[index], **changes)
    return replace(report, themes=tuple(themes))


def shown(deck, name):
    return [deck.slides[number - 1] for one in deck.sections if one.name == str(name) for number in one.slides]


def test_the_author_chooses_exhibits_and_their_order():
    report = with_theme(sample_report(), 0, deck=(STORY, 0))
    theme, deck = report.themes[0], deck_of(report)
    assert [slide.title for slide in shown(deck, theme.name)] == [
        str(one.message) for one in (theme, theme.story, theme.charts[0])
    ]


def test_what_the_author_leaves_out_stands_hidden_in_the_backup_and_leads_back():
    report = with_theme(sample_report(), 0, deck=(FIGURES,))
    theme, deck = report.themes[0], deck_of(report)
    start = titled(deck, theme.message).number
    for left in (*theme.charts, theme.story):
        slide = titled(deck, left.message)
        assert slide.hidden
        assert slide in shown(deck, "附录")
        assert (text(box(slide, "返回")), box(slide, "返回").link) == (f"返回第{start}张", start)


def test_a_part_with_an_empty_choice_is_its_divider_alone():
    report = with_theme(sample_report(), 0, deck=())
    assert len(shown(deck_of(report), report.themes[0].name)) == 1
    assert faults(report) == []


def test_a_section_may_leave_a_chart_to_the_backup():
    report = sample_report()
    first, second = report.history.charts[:2]
    deck = deck_of(replace(report, history=replace(report.history, deck=(1,))))
    assert [slide.title for slide in shown(deck, report.history.name)] == [str(second.message)]
    assert titled(deck, first.message).hidden


@pytest.mark.parametrize(("asked", "count"), [(None, 2), ((FIGURES, 0), 3)])
def test_heroes_leave_out_what_a_chart_shows_unless_nothing_would_be_left(asked, count):
    report = sample_report()
    theme = report.themes[0]
    charted = replace(theme.charts[0], data=theme.heroes[2:] if asked is None else theme.heroes)
    deck = deck_of(with_theme(report, 0, charts=(charted,), story=None, deck=asked))
    slide = titled(deck, theme.headline)
    assert sum(item.name.startswith("关键数字") for item in boxes(slide)) == count


def test_heroes_that_are_all_charted_have_no_slide():
    report = sample_report()
    theme = report.themes[0]
    charted = replace(theme.charts[0], data=theme.heroes)
    deck = deck_of(with_theme(report, 0, charts=(charted,), story=None, figures=()))
    assert str(theme.headline) not in [slide.title for slide in deck.slides]


def test_points_stand_only_where_they_bring_figures_or_nothing_else_is_there():
    report = sample_report()
    theme = report.themes[0]
    news = [datum.number.run for datum in report.themes[1].figures[:3]]
    fresh = tuple(Phrase((Run("还有"), run), f"points.{at}") for at, run in enumerate(news))

    def has(**changes):
        deck = deck_of(with_theme(report, 0, **changes))
        return any(item.name.startswith("要点") for slide in shown(deck, theme.name) for item in boxes(slide))

    assert not has()
    assert has(points=fresh)
    assert has(charts=(), story=None)
    assert has(deck=(POINTS,))


def test_each_row_of_the_summary_has_the_number_of_its_message(report, deck):
    numbers = [text(item) for item in boxes(deck.slides[1]) if item.name.startswith("关键数字")]
    for theme, number in zip(report.themes, numbers, strict=True):
        told = [run.text for run in theme.message.text if run.use]
        heroes = [str(one.number) for one in theme.heroes if str(one.number) in told]
        assert number in (heroes or [str(theme.heroes[0].number)])


def test_no_figure_is_on_more_than_two_slides_that_tell(report, deck):
    figure = {use.id: use.figure for use in report.ledger.uses if use.figure}
    dividers = {titled(deck, theme.message).number for theme in report.themes}
    told = Counter(
        name
        for slide in deck.slides[FRONT:]
        if not slide.hidden and slide.number not in dividers
        for name in {figure[run.use] for item in boxes(slide) for one in item.paragraphs for run in one.runs if run.use in figure}
    )
    assert max(told.values()) <= 2


def test_the_backup_alone_is_hidden(deck):
    backup = {number for one in deck.sections if one.name == "附录" for number in one.slides}
    assert {slide.number for slide in deck.slides if slide.hidden} == backup
    assert max(backup) == len(deck.slides)


def links(slide):
    return [item.link for item in slide.items if isinstance(item, TextBox | Shape) and item.link]


def test_every_hidden_slide_can_be_reached_and_leads_back(deck):
    hidden = {slide.number for slide in deck.slides if slide.hidden}
    for number in hidden:
        slide = deck.slides[number - 1]
        assert set(links(slide)) - hidden, number
    reached = {link for slide in deck.slides if not slide.hidden for link in links(slide)}
    tables = {number for number in hidden if any(isinstance(item, TableBox) for item in deck.slides[number - 1].items)}
    assert reached & tables
    assert min(hidden) in reached


def test_agenda_and_progress_marks_lead_to_the_parts(report, deck):
    starts = [titled(deck, theme.message).number for theme in report.themes]
    assert set(starts) <= set(links(deck.slides[2]))
    story = titled(deck, report.themes[1].story.message)
    doors = [item for item in story.items if isinstance(item, Shape) and item.alt]
    assert [(item.link, item.alt) for item in doors] == [
        (start, f"转到：{theme.name}") for start, theme in zip(starts, report.themes, strict=True)
    ]


def test_the_source_line_leads_to_the_table_that_has_every_source(report, deck):
    theme = report.themes[0]
    slide = titled(deck, theme.headline)
    assert deck.slides[box(slide, "来源与说明").link - 1].title.startswith(str(theme.name))


def test_footer_and_number_are_read_last(deck):
    for slide in deck.slides[1:]:
        assert [item.placeholder for item in slide.items[-2:] if isinstance(item, TextBox)] == ["footer", "number"]


def test_a_list_of_a_row_or_two_stands_under_another(deck):
    for slide in deck.slides:
        tables = [item for item in slide.items if isinstance(item, TableBox)]
        assert not tables or max(len(table.rows) for table in tables) > 3


def test_periods_are_no_smaller_than_fourteen_points_in_the_main_part(deck):
    for slide in (one for one in deck.slides if not one.hidden):
        for item in boxes(slide):
            if item.name.startswith(("数字说明", "数字卡")):
                assert min(run.style.size for one in item.paragraphs for run in one.runs) >= 14 * 12_700, slide.number
