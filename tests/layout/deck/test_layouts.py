"""The master's layouts: eleven by name, those of parts beside them; strip, progress and rings are theirs and on no slide."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.layout.deck.slide import Shape
from generator.units import Rect
from tests.layout.deck.deck_making import deck_of, sample_report

ELEVEN = ["封面", "目录", "章节", "关键数据", "图表", "图文", "对比", "表格", "引述", "结语", "附录"]


@pytest.fixture(scope="module")
def deck():
    return deck_of(sample_report())


@pytest.fixture(scope="module")
def layouts(deck):
    return {one.name: one for one in deck.master.layouts}


def test_there_are_eleven_in_this_order_and_those_of_parts_after(deck, layouts):
    assert [one.name for one in deck.master.layouts][: len(ELEVEN)] == ELEVEN
    assert len(layouts) == len(deck.master.layouts)
    assert all(name in ELEVEN or name.split(" · ")[0] in ELEVEN for name in layouts)


def test_a_layout_of_a_part_is_one_that_a_slide_has(deck, layouts):
    used = {slide.layout for slide in deck.slides}
    assert set(layouts) - set(ELEVEN) <= used


def test_a_part_has_one_layout_of_a_kind(deck):
    counted = Counter(name.layout for name in deck.slides)
    assert max(counted.values()) > 1
    assert not any(name.endswith(("二", "三")) for name in counted)


def test_every_slide_fills_the_placeholders_of_its_layout(deck, layouts):
    for slide in deck.slides:
        there = {one.name for one in layouts[slide.layout].placeholders}
        asked = {item.placeholder for item in slide.items if getattr(item, "placeholder", "")}
        assert asked - {"chart", "table"} <= there, slide.number


@pytest.mark.parametrize("decoration", ["色边", "进度", "年轮"])
def test_decoration_is_the_layouts_and_on_no_slide(deck, layouts, decoration):
    assert any(one.name == decoration for layout in layouts.values() for one in layout.shapes)
    for slide in deck.slides:
        assert not [item for item in slide.items if isinstance(item, Shape) and item.name.startswith(decoration)], slide.number


@pytest.mark.parametrize("name", ELEVEN)
def test_placeholders_lie_on_the_slide_and_not_on_each_other(deck, layouts, name):
    places = layouts[name].placeholders
    assert {one.type for one in places} & {"title", "ctrTitle"}
    for at, one in enumerate(places):
        assert one.rect.x >= 0
        assert one.rect.right <= deck.size.width
        assert one.rect.bottom <= deck.size.height
        assert not [other.name for other in places[:at] if over(one.rect, other.rect)], one.name


def over(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
