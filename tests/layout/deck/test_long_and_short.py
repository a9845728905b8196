"""What is too long is refused by name and place; what is short or many finds another form."""

from dataclasses import replace
from itertools import pairwise

import pytest

from generator.document.model import Paragraph, Phrase, Run
from generator.drawing import Box
from generator.layout.deck.slide import Anchor, Shape, TableBox
from generator.units import pt
from tests.layout.deck.deck_making import box, boxes, deck_of, drawings, faults, sample_report, text, titled, values


def with_theme(report, index, **changes):
    themes = list(report.themes)
    themes[index] = replace(themes[index], **changes)
    return replace(report, themes=tuple(themes))


def test_a_brief_that_is_too_long_names_its_box_its_slide_and_the_excess():
    report = sample_report()
    story = report.themes[0].story
    told = replace(story, brief=Phrase((Run("一段讲得太长的故事。" * 60),), story.origin))
    (found,) = faults(changed := with_theme(report, 0, story=told))
    assert found.span == report.places[story.origin]
    said, (hint,) = values(found.says), found.hints
    assert (said["what"], said["where"]) == ("slide.story", ("slide.room", titled(deck_of(changed), story.message).number))
    assert said["taken"][1] > said["room"][1] == 4
    assert (hint.key, values(hint)["count"] > 200) == ("hint.too-long", True)


def said(story):
    """What a story's slide says, and its size."""
    report = sample_report()
    told = box(titled(deck_of(with_theme(report, 0, story=story)), story.message), "故事")
    return text(told), told.paragraphs[0].runs[0].style.size / 12_700


def test_a_story_of_a_few_words_is_set_large_and_a_long_one_no_smaller_than_eighteen_points():
    story = sample_report().themes[0].story

    def size(characters):
        return said(replace(story, brief=Phrase((Run("故" * characters),), story.origin)))[1]

    assert (size(40), size(58), size(65), size(2000)) == (30, 24, 22, 18)


def test_a_story_says_as_many_sentences_of_its_text_as_two_lines_hold_and_first_what_its_message_does_not():
    story = sample_report().themes[0].story
    number = next(run for run in reversed(story.message.text) if run.use)
    long = Run("这一句长得在两行里放不下，" * 6 + "只好略去。")
    paragraphs = ((Run("一共"), number, Run("。后来的事。还有一件。")), (long,))
    told = replace(story, blocks=tuple(Paragraph("text", one, story.origin) for one in paragraphs))
    assert said(told) == ("后来的事。还有一件。", 30)


def test_the_last_figure_of_a_storys_message_stands_large():
    report = sample_report()
    story = report.themes[0].story
    told = [run.text for run in story.message.text if run.use]
    assert text(box(titled(deck_of(report), story.message), "关键数字")) == told[-1]


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
    slide = titled(deck_of(crowded), theme.headline)
    large, small = ([text(one) for one in boxes(slide) if one.name.startswith(name)] for name in ("关键数字", "数字卡"))
    assert large == [str(datum.number) for datum in theme.heroes[:3]]
    assert len(small) == (min(count, 4) if count > 1 else 0)
    assert all(told.startswith(str(datum.number)) for told, datum in zip(small, pool[3:], strict=False))


def test_points_longer_than_a_line_have_no_hairlines_to_run_into():
    report = sample_report()
    origin = report.themes[0].points[0].origin
    long = tuple(
        replace(report.themes[0].points[0], text=(Run("一条长得要写成两行的要点" * 5),), origin=origin) for _ in range(3)
    )
    deck = deck_of(with_theme(report, 0, points=long, deck=("points",)))
    (slide,) = [one for one in deck.slides if any(item.name.startswith("要点") for item in one.items) and one.number < 8]
    assert not [item for item in slide.items if isinstance(item, Shape) and item.name.startswith("细线")]


@pytest.mark.parametrize("count", [1, 2, 4])
def test_points_of_a_line_stand_together_in_the_middle_of_their_rows(count):
    report = sample_report()
    points = tuple(replace(report.themes[0].points[0], text=(Run(f"要点{'甲乙丙丁戊'[at]}"),)) for at in range(count + 1))
    deck = deck_of(with_theme(report, 0, points=points, deck=("points",)))
    (slide,) = [one for one in deck.slides if any(item.name == "要点" for item in one.items) and one.number < 8]
    body, rules = box(slide, "要点"), [item.rect.y for item in slide.items if item.name.startswith("细线")]
    assert (body.anchor, body.rect.y, body.rect.bottom) == (Anchor.MIDDLE, rules[0], rules[-1])
    (row,) = {after - before for before, after in pairwise(rules)}
    first, *others = body.paragraphs
    assert {one.leading + one.space_before for one in others} <= {row, row - 1}
    assert sum(one.leading + one.space_before for one in body.paragraphs) <= body.rect.height - (row - first.leading) + count
    assert (rules[0] - title_foot(slide) > pt(40)) == (count < 3)


def title_foot(slide):
    """Where a title of a line ends."""
    return box(slide, "标题").rect.bottom


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
