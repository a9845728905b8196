"""Which values a chart has its reader look at, how its other parts are told apart, and how ranks and events of one year are drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from chart_making import chart, datum, event, words
from test_kinds import discs, through
from test_picture import INKS, drawn

from generator.charts import planner, series
from generator.charts.faults import ChartError
from generator.charts.planner import plan
from generator.document.model import Run, Series, plain
from generator.ink import contrast


def looked_at(content) -> list[str]:
    """The values that the plan has the reader look at."""
    return [str(point.number) for point in plan(content, INKS).points if point.emphasis]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("亏损连降", ["30个"]),
        ("一路向前", ["30个"]),
        ("2017年最多", ["90个"]),
        ((Run("最多时有"), Run("60个", "use")), ["60个"]),
    ],
)
def test_in_time_the_latest_is_looked_at_unless_the_message_names_another(message, expected) -> None:
    said = words(message) if isinstance(message, str) else message
    assert looked_at(chart("column", *through("甲", "60个", "90个", "30个"), message=said)) == expected


def test_of_unlike_figures_the_largest_is_looked_at_unless_one_is_called_by_name() -> None:
    data = (datum("3个", "东部"), datum("9个", "西部"), datum("6个", "北部"))
    assert looked_at(chart("bar", *data)) == ["9个"]
    assert looked_at(chart("bar", *data, message=words("北部起步晚，走得快"))) == ["6个"]


@pytest.mark.parametrize("parts", [("40%", "30%", "30%"), ("40%", "20%", "20%", "20%"), ("40%", "15%", "15%", "15%", "15%")])
@pytest.mark.parametrize("kind", ["pie", "doughnut"])
def test_no_two_parts_of_a_whole_share_a_colour(kind: str, parts: tuple[str, ...]) -> None:
    made = plan(chart(kind, *(datum(part, f"第{at}份") for at, part in enumerate(parts))), INKS)
    inks = [point.ink for point in made.points]
    assert len(set(inks)) == len(parts)
    assert min(contrast(one, other) for one, other in combinations(inks, 2)) > 1.25


# Ranks


def ranks(kind: str, *places: str):
    return chart(kind, *(replace(one, kind="次序") for one in through("排名", *places)))


@pytest.mark.parametrize("kind", ["line", "dot"])
def test_the_first_place_is_on_top(kind: str) -> None:
    made = plan(ranks(kind, "41名", "33名", "27名"), INKS)
    assert made.down
    heights = [y for _, y, _ in discs(drawn(ranks(kind, "41名", "33名", "27名")))]
    assert heights == sorted(heights, reverse=True)


def test_years_in_a_row_are_no_ranks() -> None:
    assert not plan(ranks("line", "13年", "14年", "15年"), INKS).down


def test_ranks_as_bars_are_warned_of_until_there_is_a_reason() -> None:
    told = [fault.says.code for fault in planner.faults(ranks("bar", "41名", "33名", "27名"))]
    assert told == ["rank-plotted"]
    assert [*planner.faults(replace(ranks("bar", "41名", "33名"), reason=words("名次")))] == []


# Names


def test_two_values_of_one_name_are_refused_at_the_second() -> None:
    first, second = datum("3个", "东部"), datum("9个", "东部")
    [fault] = [one for one in series.plain_rows(chart("bar", first, second)) if isinstance(one, ChartError)]
    assert (fault.says.code, fault.origin) == ("same-name", second.origin)
    assert dict(fault.says.values)["name"] == "东部"


def test_two_series_of_one_name_are_refused() -> None:
    rows = tuple(Series(words("男"), (datum("4个", "东"), datum("6个", "西")), f"row-{at}") for at in range(2))
    told = [fault.origin for fault in series.plain_rows(chart("stacked", *rows[0].data, *rows[1].data, series=rows))]
    assert told == ["row-1"]


def test_a_name_that_ends_with_a_digit_is_parted_from_its_number() -> None:
    rows = tuple(Series(words(name), (datum("3个", "方案1"), datum("6个", "方案2")), name) for name in ("男", "女"))
    told = plan(chart("stacked", *rows[0].data, *rows[1].data, series=rows), INKS).alt
    assert "方案1为3个" in told


# Events of one year


def dots(*events) -> list[int]:
    return sorted({round(x) for x, _, _ in discs_of(chart("timeline", events=events))})


def discs_of(content):
    return [(item.rect.x, item.rect.y, item.fill) for item in drawn(content).items if type(item).__name__ == "Disc"]


def test_events_of_one_year_stand_at_their_days() -> None:
    months = [replace(event(f"2020年{month}月", 2020, f"事件{month}"), day=737_425 + 30 * month) for month in (1, 2, 11, 12)]
    first, second, third, fourth = dots(*months)
    assert third - second > 5 * (second - first)
    assert fourth - third == pytest.approx(second - first, abs=2)


def test_events_without_distances_stand_in_even_steps() -> None:
    found = dots(*(replace(event("2020年", 2020, f"事件{at}"), day=737_425) for at in range(4)))
    assert len(found) == 4
    assert found[1] - found[0] == pytest.approx(found[3] - found[2], abs=2)


def test_events_of_different_years_stand_at_their_years() -> None:
    first, second, third = dots(event("2000年", 2000, "甲"), event("2001年", 2001, "乙"), event("2010年", 2010, "丙"))
    assert third - second == pytest.approx(9 * (second - first), rel=0.01)


def test_the_category_of_a_period_is_its_words() -> None:
    assert [plain(name) for name in plan(chart("column", *through("甲", "6个", "9个")), INKS).categories] == ["2016年", "2017年"]
