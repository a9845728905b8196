"""The icons: twenty-four signs of one stroke within their grid, and the rule by which a story or a figure has one, or none."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

import pytest

from generator.content.schema import ICONS as WRITTEN
from generator.design.icons import GRID, ICONS, STROKE
from generator.design.palette import INK
from generator.document.model import Phrase, Run
from generator.drawing import CurveTo, Path
from generator.layout.motifs.icon import icon
from generator.layout.motifs.signs import NONE, WORDS, figure_icon, row_icons, story_icon
from generator.units import Point
from tests.document.sample import sample_report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.model import Datum, Story

SIDE = 24_000
THEME = sample_report().themes[0]


def strokes(name: str) -> list[Path]:
    return [item for item in icon(name, Point(0, 0), SIDE, INK).items if isinstance(item, Path)]


def points(path: Path) -> Iterator[Point]:
    for segment in path.segments:
        if isinstance(segment, CurveTo):
            yield from (segment.control_1, segment.control_2)
        if hasattr(segment, "to"):
            yield segment.to


def test_there_are_twenty_four_and_an_author_may_write_each_or_none() -> None:
    assert len(ICONS) == 24
    assert {*ICONS, NONE} == set(WRITTEN)
    assert len({one.key for one in ICONS.values()}) == 24
    assert set(WORDS) <= set(ICONS)


@pytest.mark.parametrize("name", ICONS)
def test_a_sign_is_of_one_round_stroke_within_its_grid(name: str) -> None:
    drawn = strokes(name)
    assert drawn
    assert {(path.stroke, path.fill, path.rounded, path.stroke_width) for path in drawn} == {
        (INK, None, True, SIDE * STROKE / GRID)
    }
    least, most = 2 * SIDE // GRID, 22 * SIDE // GRID
    assert all(least <= value <= most for path in drawn for point in points(path) for value in (point.x, point.y))


@pytest.mark.parametrize("name", ICONS)
def test_a_sign_fills_its_grid_and_stands_in_its_middle(name: str) -> None:
    across, down = (
        [pick(point) for path in strokes(name) for point in points(path)] for pick in (attrgetter("x"), attrgetter("y"))
    )
    assert max(max(across) - min(across), max(down) - min(down)) >= 15 * SIDE // GRID
    for places in (across, down):
        assert abs((max(places) + min(places)) / 2 - SIDE / 2) <= 1.5 * SIDE / GRID


def told(title: str, message: str = "", named: str = "") -> Story:
    assert THEME.story
    phrase, under = Phrase((Run(title),), "title"), Phrase((Run(message),), "message")
    return replace(THEME.story, title=phrase, message=under, icon=named)


@pytest.mark.parametrize(
    ("story", "name"),
    [
        (told("一片森林"), "树"),
        (told("给长辈的信"), "老人"),
        (told("把工位搬到县里"), "村"),
        (told("春雷再起", "帮助产业带转向数字化"), "工厂"),
        (told("善款去了哪里", "学校用上净水"), "心"),
        (told("春天", "乡村学校用上净水装置"), ""),
        (told("学校和医院"), ""),
        (told("学校和医院", "一片森林"), ""),
        (told("新的一天"), ""),
        (told("新的一天", named="灯"), "灯"),
        (told("一片森林", named="无"), ""),
    ],
)
def test_a_story_has_the_sign_that_its_words_name_beyond_doubt(story: Story, name: str) -> None:
    assert story_icon(story) == name


def figure(label: str, tail: str = "个", dimension: str = "个", named: str = "") -> Datum:
    hero = THEME.heroes[0]
    return replace(hero, label=(Run(label),), number=replace(hero.number, tail=tail, dimension=dimension), icon=named)


@pytest.mark.parametrize(
    ("datum", "name"),
    [
        (figure("善款", "亿元", "人民币 (元)"), "钱"),
        (figure("覆盖的省市", "个村"), "村"),
        (figure("用上净水装置的学校"), ""),
        (figure("用上净水装置的学校", named="水"), "水"),
        (figure("善款", "亿元", "人民币 (元)", named="无"), ""),
        (figure("得分"), ""),
    ],
)
def test_a_figure_has_the_sign_of_its_unit_or_its_label(datum: Datum, name: str) -> None:
    assert figure_icon(datum) == name


def test_in_a_row_each_figure_has_a_sign_of_its_own_or_none_has_one() -> None:
    water, school, score = figure("供水"), figure("校舍"), figure("得分")
    assert row_icons([water, school]) == ("水", "学校")
    assert row_icons([water, score]) == ()
    assert row_icons([water, water]) == ()
