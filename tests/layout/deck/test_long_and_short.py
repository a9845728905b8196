"""What is too long is refused by name and place; what is short or many finds another form."""

from dataclasses import replace

import pytest

from generator.document.model import Paragraph, Run
from generator.drawing import Box
from generator.layout.deck.slide import Shape, TableBox
from generator.units import pt
from tests.layout.deck.deck_making import box, boxes, deck_of, drawings, faults, sample_report, text, values


def with_theme(report, index, **changes):
    themes = list(report.themes)
    themes[index] = replace(themes[index], **changes)
    return replace(report, themes=tuple(themes))


def test_a_story_that_is_too_long_names_its_box_its_slide_and_the_excess():
    report = sample_report()
    story = report.themes[0].story
    told = replace(story, text=(Paragraph("text", (Run("一段讲得太长的故事。" * 60),), story.text[0].origin),))
    (found,) = faults(with_theme(report, 0, story=told))
    assert found.span == report.places[story.origin]
    said, (hint,) = values(found.says), found.hints
    assert (said["what"], said["where"]) == ("slide.story", ("slide.room", 8))
    assert said["taken"][1] > said["room"][1] > 5
    assert (hint.key, values(hint)["count"] > 200) == ("hint.too-long", True)


def test_a_story_of_a_few_words_is_set_large_and_a_long_one_no_smaller_than_eighteen_points():
    report = sample_report()
    story = report.themes[0].story

    def size(characters):
        told = replace(story, text=(Paragraph("text", (Run("故" * characters),), story.origin),))
        deck = deck_of(with_theme(report, 0, story=told))
        return box(deck.slides[7], "故事").paragraphs[0].runs[0].style.size / 12_700

    assert (size(40), size(240), size(2000)) == (24, 20, 18)


def test_a_story_without_numbers_has_its_name_in_their_place(deck, report):
    story = report.themes[2].story
    slide = next(slide for slide in deck.slides if slide.title == str(story.message))
    assert text(box(slide, "故事名")) == str(story.title)


@pytest.mark.parametrize("count", range(1, 13))
def test_any_number_of_cards_fits(count):
    report = sample_report()
    pool = [datum for theme in report.themes for datum in (*theme.heroes, *theme.figures)]
    theme = report.themes[0]
    crowded = with_theme(report, 0, figures=tuple(pool[3 : 3 + count]), story=None, charts=())
    assert faults(crowded) == []
    deck = deck_of(crowded)
    shown = {text(item) for slide in deck.slides[4:6] for item in boxes(slide) if item.name.startswith(("数字卡", "关键数字"))}
    assert all(any(told.startswith(str(datum.number)) for told in shown) for datum in pool[3 : 3 + count])
    assert str(theme.headline) == deck.slides[4].title


def test_points_longer_than_a_line_have_no_hairlines_to_run_into():
    report = sample_report()
    origin = report.themes[0].points[0].origin
    long = tuple(
        replace(report.themes[0].points[0], text=(Run("一条长得要写成两行的要点" * 5),), origin=origin) for _ in range(3)
    )
    slide = deck_of(with_theme(report, 0, points=long)).slides[5]
    assert not [item for item in slide.items if isinstance(item, Shape) and item.name.startswith("细线")]


def test_many_pairs_are_parted_over_slides_with_titles_of_their_own():
    report = sample_report()
    chart = next(chart for chart in report.history.charts if chart.pairs)
    many = replace(chart, pairs=chart.pairs * 3)
    deck = deck_of(replace(report, history=replace(report.history, charts=(many,))))
    section = next(section for section in deck.sections if section.name == str(report.history.name))
    slides = [deck.slides[number - 1] for number in section.slides]
    shown = [slide for slide in slides if any(isinstance(item, TableBox) for item in slide.items)]
    assert len(shown) > 1
    assert shown[0].title == str(chart.message)
    assert len({slide.title for slide in shown}) == len(shown)


def test_a_history_says_its_message_over_its_points(deck, report):
    section = next(section for section in deck.sections if section.name == str(report.history.name))
    first = deck.slides[section.slides[0] - 1]
    assert first.title == str(report.history.message)
    assert [("".join(run.text for run in one.runs)) for one in box(first, "要点").paragraphs] == [
        str(point) for point in report.history.points
    ]


def test_four_pairs_stand_on_one_slide_in_sizes_of_a_table_or_more():
    report = sample_report()
    chart = next(chart for chart in report.history.charts if chart.pairs)
    four = replace(chart, pairs=(chart.pairs * 4)[:4])
    deck = deck_of(replace(report, history=replace(report.history, charts=(four,), points=())))
    shown = next(slide for slide in deck.slides if slide.title == str(chart.message))
    (table,) = [item for item in shown.items if isinstance(item, TableBox)]
    assert len(table.rows) == 1 + len(four.pairs)
    sizes = [run.style.size for row in table.rows for cell in row for one in cell.paragraphs for run in one.runs]
    assert min(sizes) >= pt(14)


def test_a_timeline_lies_level_over_the_whole_width_of_its_slide():
    report = sample_report()
    chart = next(chart for chart in report.history.charts if chart.kind == "timeline")
    deck = deck_of(report)
    (picture,) = [item for slide in deck.slides if slide.title == str(chart.message) for item in drawings(slide)]
    rule = next(item for item in picture.drawing.items if isinstance(item, Box))
    assert rule.rect.width == picture.rect.width > rule.rect.height * 100
