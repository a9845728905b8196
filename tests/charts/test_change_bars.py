"""A change as two bars: as thick as their place allows, the number in what is gone where that is wide enough, else under a bracket."""

from __future__ import annotations

import pytest
from chart_making import chart, datum, library, number, runs

from generator.charts.inks import chart_inks
from generator.charts.look import SIDE_BY_DIGITS, page_look
from generator.charts.picture import natural_height, picture
from generator.charts.planner import plan
from generator.design.grid import GUTTER
from generator.design.palette import THEMES
from generator.design.type_scale import REPORT
from generator.drawing import Box, Drawing
from generator.units import Rect, Size, mm

INKS = chart_inks(THEMES["松绿"])
PAGE = page_look(INKS, REPORT, GUTTER)


def drawn(now: str, change: str, width: float = 170, stretch: float = 1) -> Drawing:
    both = (datum("100", "碳排放", period="2020年"), datum(now, "碳排放", period="2021年"))
    made = plan(chart("change", *both, result=number(change)), INKS)
    high = natural_height(made, mm(width), PAGE, library())
    return picture(made, Size(mm(width), round(high * stretch)), PAGE, library())


def bars(drawing: Drawing) -> list[Rect]:
    return [item.rect for item in drawing.items if isinstance(item, Box) and item.rect.height > PAGE.label]


def test_bars_are_thick_where_there_is_room() -> None:
    assert all(one.height >= mm(12) for one in bars(drawn("82.4", "17.6%")))
    assert bars(drawn("82.4", "17.6%", stretch=1.25))[0].height > bars(drawn("82.4", "17.6%"))[0].height


def test_the_number_stands_large_in_what_is_gone() -> None:
    drawing = drawn("82.4", "17.6%")
    _, now = bars(drawing)
    (digits,) = [run for run in runs(drawing) if run.text == "17.6"]
    assert digits.size > SIDE_BY_DIGITS * PAGE.label
    assert now.right < digits.origin_point.x
    assert digits.origin_point.x + digits.width < drawing.size.width
    assert now.y < digits.origin_point.y < now.bottom


@pytest.mark.parametrize(("now", "change"), [("97", "3%"), ("125", "25%")])
def test_a_number_without_room_there_stands_under_the_bars(now: str, change: str) -> None:
    drawing = drawn(now, change)
    (digits,) = [run for run in runs(drawing) if run.text == change.rstrip("%")]
    assert digits.origin_point.y > max(one.bottom for one in bars(drawing))


def test_what_a_change_is_stands_over_its_number_in_the_line_of_the_bar_s_name() -> None:
    drawing = drawn("82.4", "17.6%")
    by_text = {run.text: run for run in runs(drawing)}
    caption, name, value, digits = (by_text[one] for one in ("减少", "2021年", "82.4", "17.6"))
    assert caption.origin_point.y == name.origin_point.y == value.origin_point.y
    assert caption.origin_point.y < digits.origin_point.y
    assert caption.origin_point.x > value.origin_point.x + value.width
