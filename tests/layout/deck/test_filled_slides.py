"""Slides with little to show show it large: key figures in rows, stories with their icon, even rows of tables, a cover clear of rings."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.model import Run
from generator.layout.deck.bench import bench_for
from generator.layout.deck.colour_fields import rings
from generator.layout.deck.hero_rows import ROWS, SAID
from generator.layout.deck.heroes import Numbers, single_size
from generator.layout.deck.notes import SILENT
from generator.layout.deck.slide import DrawingBox, Shape
from generator.layout.deck.story import SIGN_COLUMNS
from generator.layout.deck.summary import told_figure
from generator.layout.deck.table import MOST_STRETCH, levelled
from generator.layout.desk import desk_for
from generator.units import Rect, pt
from tests.layout.deck.deck_making import LIBRARY, box, boxes, deck_of, faults, sample_report, text, titled

HOLE = pt(170)
"""60 mm."""


def bench(report):
    return bench_for(desk_for(report, LIBRARY, drawings=None))


def with_heroes(count):
    """The report's first theme with so many heroes and nothing else to show."""
    report = sample_report()
    first, *others = report.themes
    shown = (*first.heroes, *others[0].heroes)[:count]
    lone = replace(first, heroes=shown, figures=shown, charts=(), story=None, points=())
    return replace(report, themes=(lone, *others))


def numbers(slide):
    return [one for one in boxes(slide) if one.name.startswith("关键数字")]


@pytest.mark.parametrize("count", range(ROWS[0], ROWS[1] + 1))
def test_a_few_key_figures_fill_their_slide_in_rows(count):
    report = with_heroes(count)
    slide = titled(deck_of(report), report.themes[0].headline)
    found, source = numbers(slide), box(slide, "来源与说明")
    assert len(found) == count
    assert len({one.rect.height for one in found}) == 1
    assert [one.rect.y for one in found[1:]] == [one.rect.bottom for one in found[:-1]]
    assert source.rect.y - found[-1].rect.bottom < pt(30)
    assert len({max(run.style.size for run in one.paragraphs[0].runs) for one in found}) == 1
    assert faults(report) == []


def test_what_a_row_says_stands_beside_its_number():
    report = with_heroes(2)
    slide = titled(deck_of(report), report.themes[0].headline)
    said = [one for one in boxes(slide) if one.name.startswith("数字说明")]
    left, _ = bench(report).grid.columns(12 - SAID, SAID)
    for number, label in zip(numbers(slide), said, strict=True):
        assert (label.rect.x, label.rect.y) == (left, number.rect.y)
        assert number.rect.right <= label.rect.x


def story_slide(**changes):
    report = sample_report()
    first, *others = report.themes
    told = replace(first.story, **changes)
    report = replace(report, themes=(replace(first, story=told), *others))
    return bench(report), titled(deck_of(report), told.message)


def icons(slide):
    return [one for one in slide.items if isinstance(one, DrawingBox) and one.name == "图标"]


def test_a_story_has_its_icon_at_the_end_of_its_band_clear_of_all_text():
    made, slide = story_slide(icon="树")
    (sign,) = icons(slide)
    (band,) = [one for one in slide.items if isinstance(one, Shape) and one.name == "浅底"]
    assert sign.alt == ""
    assert band.rect.y < sign.rect.y < sign.rect.bottom < band.rect.bottom
    assert sign.rect.x >= made.grid.columns(12 - SIGN_COLUMNS, SIGN_COLUMNS)[0]
    texts = [one.rect for one in boxes(slide) if band.rect.y < one.rect.y < band.rect.bottom]
    assert texts
    assert max(one.right for one in texts) <= sign.rect.x


def test_a_story_has_no_icon_where_its_author_wants_none():
    assert icons(story_slide(icon="无")[1]) == []


def test_a_story_s_number_is_never_smaller_for_its_icon():
    sizes = [
        max(run.style.size for one in numbers(story_slide(icon=sign)[1]) for line in one.paragraphs for run in line.runs)
        for sign in ("树", "无")
    ]
    assert sizes[0] == sizes[1]


def test_a_narrower_room_never_makes_a_hero_larger():
    report = sample_report()
    made = bench(report)
    row = Numbers(made, report.themes[0].heroes[:1])
    sizes = [single_size(row, Rect(0, 0, pt(width), pt(200))) for width in range(200, 900, 50)]
    assert sizes == sorted(sizes)


def test_the_number_beside_a_lone_theme_is_that_of_its_message():
    report = sample_report()
    lone = replace(report, themes=report.themes[:1])
    slide, told = deck_of(lone).slides[1], told_figure(bench(lone), lone.themes[0])
    assert told is not None
    assert text(numbers(slide)[0]) == str(told.number)


def test_rings_keep_clear_of_eight_columns():
    made = bench(sample_report())
    left, width = made.grid.columns(0, 8)
    assert min(one.rect.x for one in rings(made.grid, made.look.marks.rings)) > left + width


HEIGHTS = st.lists(st.integers(pt(20), pt(120)), min_size=2, max_size=14)


@given(HEIGHTS, st.integers(0, pt(300)))
def test_low_rows_grow_first_and_none_more_than_twice_the_most(tall, spare):
    made = levelled(tall, spare)
    grown = [after - before for before, after in zip(tall, made, strict=True)]
    assert sum(grown) <= spare
    assert min(grown) >= 0
    assert max(grown) <= 2 * MOST_STRETCH
    order = sorted(range(1, len(tall)), key=lambda index: tall[index])
    assert [made[index] for index in order] == sorted(made[1:])


def test_rows_of_one_and_of_two_lines_come_to_one_height():
    assert len(set(levelled((pt(30), pt(26), pt(34), pt(26)), pt(60))[1:])) == 1


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_few_numbers_at_a_glance_stand_in_rows_each_in_its_theme_s_ink(count):
    report = sample_report()
    heroes = tuple(theme.heroes[0] for theme in report.themes[:count])
    report = replace(report, overview=replace(report.overview, figures=heroes))
    slide = titled(deck_of(report), report.overview.message)
    found, look = numbers(slide), bench(report).look
    inks = [look.theme(theme.color).main for theme in report.themes[:count]]
    assert [one.paragraphs[0].runs[0].style.ink for one in found] == inks
    assert [one.rect.y for one in found[1:]] == [one.rect.bottom for one in found[:-1]]
    assert faults(report) == []


@pytest.mark.parametrize("lines", [5, 40, 120])
def test_a_long_text_of_a_section_is_shown_by_whole_sentences_and_said_whole(lines):
    report = sample_report()
    first = report.outlook.text[0]
    sentences = tuple(Run(f"第{'甲乙丙丁戊己庚辛壬癸'[at % 10]}句话说到这里就停下。") for at in range(lines))
    long = replace(report.outlook, points=(), talk=SILENT, blocks=(replace(first, text=sentences),))
    made = replace(report, outlook=long)
    slide = titled(deck_of(made), long.message)
    shown = text(box(slide, "正文"))
    assert "".join(run.text for run in sentences).startswith(shown)
    assert shown.endswith("。")
    assert faults(made) == []
    assert "".join(run.text for run in sentences) in {"".join(run.text for run in line) for line in slide.speech.script}
