"""Bars of several rows side by side, and bars on both sides of zero: what is drawn, and what the deck's own chart is told."""

from __future__ import annotations

from itertools import pairwise

import pytest
from chart_making import chart, datum, inked, library, runs, said, words
from test_picture import INKS, PAGE, SLIDE, boxes, drawn

from generator.charts.inks import chart_inks
from generator.charts.picture import stand
from generator.charts.planner import plan
from generator.design.palette import PAPER, THEMES
from generator.document.model import Series
from generator.drawing import Path
from generator.ink import contrast
from generator.units import Size, mm


def through(figure: str, *printed: str, first: int = 2018):
    """One figure through the years; an empty one is a year without a value."""
    return tuple(datum(one, figure, figure=figure, period=f"{first + at}年") for at, one in enumerate(printed) if one)


def grouped(kind: str, *rows: tuple[str, ...], **more):
    made = [Series(words(name), through(name, *printed), name) for name, *printed in rows]
    return chart(kind, *(one for row in made for one in row.data), series=tuple(made), **more)


def bars_of(drawing, at_least: float = 1.0):
    """The filled bars: rectangle and ink, in the order in which they are painted."""
    return [
        (rect, item.fill)
        for item in drawing.items
        if isinstance(item, Path) and item.fill and len(item.segments) == 5
        for rect in boxes_of(item)
        if min(rect.width, rect.height) > at_least
    ]


def boxes_of(item):
    from chart_making import marks  # noqa: PLC0415 - the ruler takes a drawing

    from generator.drawing import Drawing  # noqa: PLC0415

    return marks(Drawing(Size(1, 1), (item,), ""))


TWO = grouped("column", ("东", "30个", "40个", "50个"), ("西", "20个", "10个", "25个"))


def test_columns_of_a_category_touch_and_those_of_the_next_stand_apart() -> None:
    found = sorted((rect for rect, _ in bars_of(drawn(TWO))), key=lambda rect: rect.x)
    gaps = [after.x - before.right for before, after in pairwise(found)]
    assert [abs(gap) < 3 for gap in gaps] == [True, False, True, False, True]


def test_the_row_that_the_message_is_about_has_the_theme_s_ink() -> None:
    content = grouped("column", ("东区", "30个", "40个"), ("西区", "20个", "10个"), message=words("西区少了"))
    assert [row.ink for row in plan(content, INKS).rows] == [INKS.quiet, INKS.main]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_neighbours_are_told_apart_in_grey(theme: str, count: int) -> None:
    inks = chart_inks(THEMES[theme])
    for loud in range(count):
        tones = inks.side_by_side(count, loud)
        assert len(set(tones)) == count
        assert tones[loud] == inks.main
        assert all(contrast(one, other) >= 1.25 for one, other in pairwise(tones))
        assert all(contrast(one, PAPER) > 1.5 for one in tones)


def test_the_key_names_the_rows_in_their_order_and_colours() -> None:
    drawing = drawn(TWO)
    assert [run.text for run in runs(drawing)][:2] == ["东", "西"]


def test_bars_of_a_category_lie_in_the_order_of_the_rows() -> None:
    found = bars_of(drawn(grouped("bar", ("东", "30个"), ("西", "20个"))))
    first, second = (rect for rect, _ in sorted(found, key=lambda one: one[0].y))
    assert (first.width / second.width) == pytest.approx(1.5, rel=0.01)
    assert abs(second.y - first.bottom) < 3


def test_a_row_without_a_value_leaves_its_place_empty() -> None:
    content = grouped("column", ("东", "30个", "40个"), ("西", "20个", ""))
    assert len(bars_of(drawn(content))) == 3


def test_the_deck_has_them_native_under_a_key() -> None:
    placed = stand(plan(TWO, INKS), Size(mm(300), mm(110)), SLIDE, library())
    assert placed.plan.native.legend
    assert placed.plan.native.overlap == 0
    assert placed.plot.y > 0


@pytest.mark.parametrize("kind", ["column", "bar"])
def test_a_loss_goes_the_other_way_from_zero(kind: str) -> None:
    content = chart(kind, *through("盈余", "30个", "−20个", "40个"))
    gain, loss, more = (rect for rect, _ in bars_of(drawn(content)))
    if kind == "column":
        assert gain.bottom == more.bottom == pytest.approx(loss.y, abs=3)
        assert (gain.height / loss.height) == pytest.approx(1.5, rel=0.01)
    else:
        assert gain.x == more.x == pytest.approx(loss.right, abs=3)
        assert (gain.width / loss.width) == pytest.approx(1.5, rel=0.01)


@pytest.mark.parametrize("values", [("30个", "−20个", "40个"), ("−30个", "−20个", "−4个"), ("−1个", "90个", "40个")])
def test_names_stand_under_all_columns_and_their_numbers(values: tuple[str, ...]) -> None:
    drawing = drawn(chart("column", *through("盈余", *values)))
    lowest = max([rect.bottom for rect, _ in bars_of(drawing)] + [one.box.bottom for one in inked(drawing) if "个" in one.text])
    assert min(one.box.y for one in inked(drawing) if one.text.endswith("年")) > lowest


def test_a_number_below_zero_stands_under_its_column_with_a_minus() -> None:
    content = chart("column", *through("盈余", "30个", "−20个"))
    drawing = drawn(content)
    assert said(drawing, content.data[1].number.use) == "−20个"
    loss = bars_of(drawing)[1][0]
    assert min(one.box.y for one in inked(drawing) if "−20" in one.text) >= loss.bottom


@pytest.mark.parametrize("kind", ["column", "bar", "line", "dot"])
def test_the_deck_s_axis_leaves_labels_room_under_zero(kind: str) -> None:
    placed = stand(plan(chart(kind, *through("盈余", "30个", "−20个", "40个")), INKS), Size(mm(300), mm(110)), SLIDE, library())
    assert placed.plan.minimum < -20


def test_without_a_loss_the_axis_begins_at_zero() -> None:
    placed = stand(plan(chart("column", *through("盈余", "30个", "20个")), INKS), Size(mm(300), mm(110)), SLIDE, library())
    assert placed.plan.minimum == 0


def test_bars_of_no_length_are_drawn() -> None:
    assert len(boxes(drawn(chart("column", *through("盈余", "0个", "0个")), look=PAGE))) == 0
