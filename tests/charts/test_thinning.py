"""Many months and years: which labels stay where not all have room, and that the rest is told all the same."""

from __future__ import annotations

import pytest
from chart_making import chart, collisions, datum, inked, library, runs, said
from hypothesis import given, settings
from hypothesis import strategies as some
from test_kinds import discs
from test_picture import INKS, PAGE, drawn, outside

from generator.charts.faults import ChartError
from generator.charts.kind import Labels
from generator.charts.picture import fitted, natural_height, picture
from generator.charts.planner import plan
from generator.document.model import plain
from generator.units import Size, mm


def months(*values: int, unit: str = "万立方米", first: int = 2018):
    return [
        datum(f"{'−' if value < 0 else ''}{abs(value)}{unit}", "水", figure="水", period=f"{first + at // 12}年{at % 12 + 1}月")
        for at, value in enumerate(values)
    ]


def told(content, width: float, height: float = 60):
    made, _ = fitted(plan(content, INKS), Size(mm(width), mm(height)), PAGE, library())
    return made, [str(point.value) for point in made.points if point.is_told]


WAVES = (500, 420, 390, 460, 610, 700, 820, 910, 640, 530, 300, 450) * 2


@pytest.mark.parametrize("kind", ["line", "column"])
def test_the_first_the_last_and_the_extremes_keep_their_labels(kind: str) -> None:
    made, shown = told(chart(kind, *months(*WAVES, unit="个")), 112 if kind == "line" else 150)
    assert {"500", "450", "910", "300"} <= set(shown)
    assert len(shown) < len(made.points)


def test_where_all_have_room_all_are_shown() -> None:
    _, shown = told(chart("line", *months(*WAVES[:6])), 170)
    assert len(shown) == 6


def test_small_type_with_all_labels_comes_before_large_with_some() -> None:
    made, shown = told(chart("line", *months(*WAVES[:12], unit="个")), 110)
    assert (made.every, len(shown)) == (1, 12)


def test_names_are_those_of_quarters_halves_or_years() -> None:
    for width, steps in ((170, {1, 2, 3}), (112, {3, 6}), (60, {6, 12, 24})):
        made, _ = told(chart("line", *months(*WAVES)), width)
        assert made.every in steps, width


@pytest.mark.parametrize(
    ("first", "names"),
    [
        (12, ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"]),
        (14, ["2018年1月", *(f"{at}月" for at in range(2, 13)), "2019年1月", "2月"]),
        (2, ["2018年1月", "2018年2月"]),
    ],
)
def test_months_go_without_the_year_that_the_one_before_has(first: int, names: list[str]) -> None:
    made = plan(chart("line", *months(*WAVES[:first])), INKS)
    assert [plain(name) for name in made.categories] == names


def test_what_has_no_label_is_told_in_the_alternative_text() -> None:
    content = chart("line", *months(*WAVES))
    made, shown = told(content, 112)
    drawing = picture(plan(content, INKS), Size(mm(112), mm(60)), PAGE, library())
    uses = dict(drawing.spoken)
    assert uses.keys() == {point.number.use for point in made.points if not point.is_told}
    assert all(text in drawing.alt for text in uses.values())
    assert len(uses) + len(shown) == len(content.data)


def test_names_that_are_no_time_are_all_needed() -> None:
    content = chart("column", *(datum(f"{400 + at}万立方米", f"第{at}水厂") for at in range(24)))
    with pytest.raises(ChartError) as refusal:
        told(content, 112)
    assert refusal.value.for_want_of_room


def test_a_page_may_ask_for_all_labels() -> None:
    made = plan(chart("line", *months(*WAVES)), INKS)
    with pytest.raises(ChartError):
        natural_height(made, mm(112), PAGE, library(), Labels.ALL)
    assert natural_height(made, mm(112), PAGE, library())


@settings(max_examples=60, deadline=None)
@given(
    some.sampled_from(["line", "column"]),
    some.lists(some.one_of(some.integers(20, 1500), some.integers(-1500, -20)), min_size=9, max_size=40),
    some.sampled_from([60, 80, 112, 170]),
)
def test_thinned_labels_never_meet_and_keep_within_the_picture(kind: str, values: list[int], width: int) -> None:
    content = chart(kind, *months(*values))
    made = plan(content, INKS)
    try:
        height = natural_height(made, mm(width), PAGE, library())
        drawing = picture(made, Size(mm(width), height), PAGE, library())
    except ChartError as refusal:
        assert refusal.for_want_of_room  # noqa: PT017 - a refusal is an answer
        return
    assert collisions(drawing) == []
    assert outside(drawing) == []
    printed = [said(drawing, datum.number.use) for datum in content.data]
    assert all(text in {"", str(datum.number)} for text, datum in zip(printed, content.data, strict=True))
    assert any(printed)
    assert {use for use, _ in drawing.spoken} == {
        datum.number.use for text, datum in zip(printed, content.data, strict=True) if not text
    }
    assert min(run.size for run in runs(drawing)) >= PAGE.least


def test_no_line_runs_through_the_label_of_a_low_dip() -> None:
    drawing = drawn(
        chart("line", *months(820, 410, 960, 1130, 1280, 1190, 1340, 1520, 1610, 2480, 3120, 1890, unit="件")), 112, 66
    )
    (before, dip, after, *_) = sorted(discs(drawing))
    label = [ink.box for ink in inked(drawing) if "410" in ink.text]
    left, right = min(box.x for box in label), max(box.right for box in label)
    top, foot = min(box.y for box in label), max(box.bottom for box in label)
    for one, other in ((before, dip), (dip, after)):
        for step in range(101):
            x, y = (here + (there - here) * step / 100 for here, there in zip(one[:2], other[:2], strict=True))
            assert not (left < x < right and top < y < foot)
    assert top > dip[1]
    assert outside(drawing) == []
