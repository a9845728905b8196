"""The kinds with several rows or parts: what their plans hold, and what is drawn of them."""

from decimal import Decimal
from itertools import pairwise
from math import atan2, degrees

import pytest
from chart_making import chart, datum, library, number, runs, said, words
from test_picture import INKS, PAGE, SLIDE, boxes, drawn

from generator.charts.faults import ChartError
from generator.charts.inks import QUIET, chart_inks
from generator.charts.picture import stand
from generator.charts.planner import plan
from generator.design.palette import INK, PAPER, THEMES
from generator.document.model import Run, Series, plain
from generator.drawing import Box, CurveTo, MoveTo, Path
from generator.ink import contrast, luminance
from generator.units import Size, mm

MAIN = INKS.main


def through(figure: str, *printed: str, first: int = 2016):
    """One figure through the years; None is a year without a value."""
    return [datum(one, figure, figure=figure, period=f"{first + at}年") for at, one in enumerate(printed) if one]


def three_rows(kind: str = "stacked"):
    return chart(kind, *through("东", "40个", "30个"), *through("中", "60个", "30个"), *through("西", "100个", "30个"))


def discs(drawing) -> list[tuple[float, float, object]]:
    """The middles of the discs, with their inks."""
    found = []
    for item in drawing.items:
        if isinstance(item, Path) and item.fill and any(isinstance(part, CurveTo) for part in item.segments):
            points = [part.to for part in item.segments if isinstance(part, CurveTo)]
            found.append((sum(p.x for p in points) / len(points), sum(p.y for p in points) / len(points), item.fill))
    return found


# Rows


def test_each_figure_is_a_row_and_each_period_a_category() -> None:
    made = plan(three_rows(), INKS)
    assert [plain(row.name) for row in made.rows] == ["东", "中", "西"]
    assert [plain(name) for name in made.categories] == ["2016年", "2017年"]
    assert [[point.value for point in row.points] for row in made.rows] == [[40, 30], [60, 30], [100, 30]]


def test_series_of_the_author_s_are_rows_and_their_labels_categories() -> None:
    men, women = (
        Series(words(name), (datum("4个", "东"), datum("6个", "西")), name) for name in ("男", "女")
    )  # fmt: skip
    made = plan(chart("stacked", *men.data, *women.data, series=(men, women)), INKS)
    assert ([plain(row.name) for row in made.rows], [plain(name) for name in made.categories]) == (["男", "女"], ["东", "西"])


def test_a_missing_value_is_a_gap_and_not_zero() -> None:
    made = plan(chart("line", *through("甲", "3个", "4个", "5个"), *through("乙", "1个", "", "2个")), INKS)
    assert [point and point.value for point in made.rows[1].points] == [1, None, 2]


def test_periods_that_one_row_lacks_stand_in_their_time() -> None:
    content = chart("line", *through("甲", "3个", "", "5个"), *through("乙", "1个", "2个", "2个"))
    assert [plain(name) for name in plan(content, INKS).categories] == ["2016年", "2017年", "2018年"]


def test_the_axis_of_parts_reaches_to_their_sum() -> None:
    assert plan(three_rows(), INKS).maximum == 200


def test_the_alt_text_of_rows_says_each_with_its_values() -> None:
    assert "东：2016年为40个，2017年为30个；中：2016年为60个" in plan(three_rows(), INKS).alt


# Stacked


def test_parts_lie_end_to_end_as_long_as_their_values() -> None:
    rects = [rect for rect in boxes(drawn(three_rows())) if rect.width > mm(3)]
    first = rects[:3]
    assert [round(rect.width / first[0].width, 2) for rect in first] == [1, 1.5, 2.5]
    assert [abs(after.x - before.right) < 5 for before, after in pairwise(first)] == [True, True]


def test_the_names_of_the_parts_stand_over_the_bars_in_their_order() -> None:
    drawing = drawn(three_rows())
    legend = [run.text for run in runs(drawing)][:3]
    assert legend == ["东", "中", "西"]
    swatches = [item for item in drawing.items if isinstance(item, Box)]
    assert [one.fill for one in swatches] == [row.ink for row in plan(three_rows(), INKS).rows]


def test_a_part_narrower_than_its_number_is_refused() -> None:
    content = chart("stacked", *through("甲", "900个"), *through("乙", "9个"))
    with pytest.raises(ChartError, match=r"does-not-fit\.part number=9个"):
        drawn(content)


# Lines and dots


def test_points_lie_as_high_as_their_values_over_zero() -> None:
    drawing = drawn(chart("line", *through("甲", "0个", "50个", "100个")))
    heights = [y for _, y, _ in discs(drawing)]
    assert (heights[0] - heights[1]) == pytest.approx(heights[1] - heights[2], abs=3)


def test_the_steps_of_a_line_are_of_one_width() -> None:
    places = [x for x, _, _ in discs(drawn(chart("line", *through("甲", "30个", "50个", "100个"))))]
    assert places[1] - places[0] == pytest.approx(places[2] - places[1], abs=3)


def test_a_line_breaks_where_a_value_is_missing() -> None:
    content = chart("line", *through("甲", "30个", "40个", "50个", "60个"), *through("乙", "10个", "", "20个", "20个"))
    strokes = [item for item in drawn(content).items if isinstance(item, Path) and item.stroke in (MAIN, INK)]
    assert [len(stroke.segments) for stroke in strokes] == [4, 2]


def test_labels_of_two_lines_stand_away_from_each_other() -> None:
    made = plan(chart("line", *through("甲", "30个", "90个"), *through("乙", "60个", "60个")), INKS)
    assert [[point.below for point in row.points] for row in made.rows] == [[True, False], [False, True]]


def test_a_label_stands_in_the_open_side_of_a_bend() -> None:
    made = plan(chart("line", *through("甲", "90个", "40个", "80个")), INKS)
    assert [point.below for point in made.points] == [False, True, False]


def test_each_of_two_lines_is_named_at_its_end() -> None:
    content = chart("line", *through("甲", "30个", "90个"), *through("乙", "60个", "60个"))
    texts = [run.text for run in runs(drawn(content))]
    assert texts[-4:] == ["甲", "90个", "乙", "60个"]


def test_lines_that_end_together_are_refused() -> None:
    with pytest.raises(ChartError, match=r"does-not-fit\.line-ends"):
        drawn(chart("line", *through("甲", "30个", "60个"), *through("乙", "60个", "60个")))


def test_values_below_zero_lie_below_the_line_of_zero() -> None:
    content = chart("line", *through("甲", "12个", "−4个", "8个"))
    made, drawing = plan(content, INKS), drawn(content)
    assert made.minimum < -4
    zero = next(item for item in drawing.items if isinstance(item, Path) and item.stroke == PAGE.inks.grey).segments[0].to.y
    assert [y < zero for _, y, _ in discs(drawing)] == [True, False, True]


def test_ten_orders_of_magnitude_stand_on_a_logarithmic_axis() -> None:
    data = [datum(f"{10**power}个", f"名{power}") for power in (0, 5, 10)]
    content = chart("dot", *data, axis="log", reason=words("相差很多"))
    made = plan(content, INKS)
    assert (made.minimum, made.maximum) == (1, 10**11)
    heights = [y for _, y, _ in discs(drawn(content))]
    assert heights[0] - heights[1] == pytest.approx(heights[1] - heights[2], abs=3)


def test_a_cut_axis_holds_all_values_and_its_foot_is_dashed() -> None:
    content = chart("line", *through("甲", "91.2%", "93.5%", "94.1%"), axis="cut", reason=words("都在九成以上"))
    made = plan(content, INKS)
    assert 80 < made.minimum < Decimal("91.2") < Decimal("94.1") < made.maximum < 100
    assert any(isinstance(item, Path) and item.dash for item in drawn(content).items)


# Panels


def test_all_panels_have_one_scale() -> None:
    drawing = drawn(three_rows("panels"))
    heights = [item.rect.height for item in drawing.items if isinstance(item, Box) and item.rect.height > mm(1)]
    assert [round(height / max(heights), 2) for height in heights] == [0.4, 0.3, 0.6, 0.3, 1, 0.3]


# Pies, doughnuts, shares


@pytest.mark.parametrize("kind", ["pie", "doughnut"])
def test_parts_turn_clockwise_as_far_as_their_shares(kind) -> None:
    content = chart(kind, datum("50%", "甲"), datum("30%", "乙"), datum("20%", "丙"))
    drawing, turn = drawn(content), plan(content, INKS).turn
    ends = [item.segments[0].to for item in drawing.items if isinstance(item, Path) and item.fill]
    x, y = drawing.size.width // 2, drawing.size.height // 2
    angles = [degrees(atan2(place.x - x, y - place.y)) - turn for place in ends]
    assert [round(angle) % 360 for angle in angles] == [180, 288, 0]


def test_the_part_to_look_at_has_the_theme_s_ink_and_neighbours_differ() -> None:
    made = plan(chart("pie", *(datum(one, one) for one in ("40%", "30%", "20%", "10%"))), INKS)
    inks = [point.ink for point in made.points]
    assert inks[0] == MAIN
    assert QUIET in inks
    assert all(one != other for one, other in zip(inks, [*inks[1:], inks[0]], strict=True))


@pytest.mark.parametrize(("share", "filled"), [("0%", 0), ("17.6%", 18), ("50%", 50), ("100%", 100)])
def test_a_share_fills_as_many_squares_of_a_hundred(share, filled) -> None:
    drawing = drawn(chart("share", datum(share, "有机")))
    fields = {
        item.fill: sum(isinstance(part, MoveTo) for part in item.segments) for item in drawing.items if isinstance(item, Path)
    }
    assert fields.get(PAGE.inks.rule) == 100
    assert fields.get(MAIN, 0) == filled


def test_a_share_of_a_whole_says_part_and_percentage() -> None:
    content = chart("share", datum("690亩", "有机"), whole=datum("2000亩", "全部"), result=number("34.5%"))
    drawing = drawn(content)
    assert said(drawing, content.result.use) == "34.5%"
    assert said(drawing, content.data[0].number.use) == "690亩"


# One plan, two forms


@pytest.mark.parametrize("kind", ["line", "dot", "stacked", "pie", "doughnut"])
def test_the_slide_s_plot_lies_within_its_place(kind) -> None:
    data = [datum(f"{part}%", f"名{part}") for part in (50, 30, 20)] if kind in {"pie", "doughnut", "dot"} else []
    content = chart(kind, *data) if data else three_rows() if kind == "stacked" else chart(kind, *through("甲", "3个", "4个"))
    size = Size(mm(300), mm(120))
    placed = stand(plan(content, INKS), size, SLIDE, library())
    assert placed.plot is not None
    assert placed.plot.x >= 0
    assert placed.plot.y >= 0
    assert placed.plot.right <= size.width
    assert placed.plot.bottom <= size.height
    assert len(placed.shifts) == (3 if kind == "doughnut" else 0)


@pytest.mark.parametrize("kind", ["bar", "column", "dot"])
def test_thirty_categories_are_drawn_where_there_is_room_and_else_refused(kind) -> None:
    content = chart(kind, *(datum(f"{place + 10}个", f"第{place}县") for place in range(30)))
    room = (120, 230) if kind == "bar" else (420, 120)
    assert len([run for run in runs(drawn(content, *room)) if run.use]) == 30
    with pytest.raises(ChartError) as told:
        stand(plan(content, INKS), Size(mm(300), mm(100)), SLIDE, library())
    assert told.value.for_want_of_room


@pytest.mark.parametrize("kind", ["bar", "column", "dot"])
def test_one_value_makes_a_chart(kind) -> None:
    content = chart(kind, datum("3个", "甲"))
    assert said(drawn(content), content.data[0].number.use) == "3个"


# Inks


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("count", [2, 3, 4])
def test_rows_are_told_apart_in_greyscale_and_their_numbers_can_be_read(theme, count) -> None:
    tones = chart_inks(THEMES[theme]).rows(count)
    light = [luminance(ink.rgb) for ink in tones]
    assert light == sorted(light)
    assert all(contrast(one, other) > 1.25 for one, other in pairwise(tones))
    assert all(max(contrast(ink, INK), contrast(ink, PAPER)) >= 4.5 for ink in tones)


@pytest.mark.parametrize("theme", THEMES)
def test_the_letters_of_two_lines_can_be_read(theme) -> None:
    assert all(contrast(ink, PAPER) >= 4.5 for ink in chart_inks(THEMES[theme]).lines(2))


def test_parts_the_message_is_about_have_the_theme_s_ink() -> None:
    assert INKS.parts(frozenset({"b"}), ("a", "b", "c"))[1] == MAIN


def test_what_the_message_names_is_emphasized_in_any_row() -> None:
    content = chart(
        "line", *through("甲", "30个", "90个"), *through("乙", "60个", "61个"), message=(Run("只有"), Run("61个", "use"))
    )
    assert [[point.emphasis for point in row.points] for row in plan(content, INKS).rows] == [[False, False], [False, True]]


@pytest.mark.parametrize("kind", ["column", "line"])
def test_a_year_is_not_parted_but_set_smaller(kind) -> None:
    drawing = drawn(chart(kind, *through("甲", *(f"{value}家" for value in range(30, 40)))), 110)
    years = [run for run in runs(drawing) if run.text.startswith("20") and not run.use]
    assert [run.text for run in years] == [f"{year}年" for year in range(2016, 2026)]
    assert {run.size for run in years} != {PAGE.label}


def test_no_line_runs_through_a_label() -> None:
    content = chart("line", *through("甲", "30个", "90个", "20个"), *through("乙", "60个", "10个", "70个"))
    items = drawn(content).items
    last_stroke = max(at for at, item in enumerate(items) if isinstance(item, Path) and item.stroke)
    grounds = [at for at, item in enumerate(items) if isinstance(item, Box) and item.fill == PAPER]
    assert len(grounds) == 4
    assert min(grounds) > last_stroke
