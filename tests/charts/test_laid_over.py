"""What lies over a chart's marks: what may, where the plan has it, what its cells say after an edit; and nothing meets in the picture."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from chart_making import Ink, chart, collisions, datum, inked, marks, number, runs, words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from test_kinds import discs, through
from test_picture import INKS, PAGE, SLIDE, drawn, outside

from generator.charts import planner
from generator.charts.data_table import table_of
from generator.charts.faults import ChartError
from generator.charts.kinds.table import KINDS
from generator.charts.native import Over
from generator.charts.planner import plan
from generator.document.model import Series, plain
from generator.drawing import Path

KIND = "目标"


def target(printed: str, period: str = "2025年", kind: str = KIND):
    return datum(printed, "目标", figure="目标", period=period, kind=kind)


def targeted(kind: str, printed: str, *values: str):
    return replace(chart(kind, *through("甲", *values)), target=target(printed))


def grown(change: str, *values: str, unit: str = "%"):
    made = replace(number(f"{change}{unit}"), qualifier="上升" if unit == "个百分点" else "增长", unit=unit)
    return replace(chart("column", *through("甲", *values)), growth=made)


def combined(columns, line, **more):
    rows = Series(words("柱"), tuple(columns), "rows"), Series(words("线"), tuple(line), "line", line=True)
    return chart("column", *columns, *line, series=rows, **more)


def codes(content) -> list[str]:
    return [fault.says.code for fault in planner.faults(content)]


def keys(content) -> list[str]:
    return [str(fault.says).split()[0] for fault in planner.faults(content)]


# What may lie over marks

UNITS = combined(through("甲", "30个", "40个"), through("乙", "8%", "9%"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (targeted("column", "50个", "30个", "40个"), []),
        (targeted("bar", "50个", "30个", "40个"), []),
        (targeted("line", "50个", "30个", "40个"), []),
        (targeted("dot", "50个", "30个", "40个"), ["unused-option.kind"]),
        (targeted("column", "50家", "30个", "40个"), ["mixed-units.axis"]),
        (targeted("column", "数百个", "30个", "40个"), ["vague-value.vague"]),
        (targeted("column", "90000个", "30个", "40个"), ["too-far-apart.bars"]),
        (replace(chart("column", datum("30个", "甲")), target=target("50个", kind="期间数")), ["no-target.kind"]),
        (grown("33.3", "30个", "40个"), []),
        (replace(grown("33.3", "30个", "40个"), kind="bar"), ["unused-option.kind"]),
        (UNITS, ["second-axis.missing"]),
        (replace(UNITS, reason=words("只比走向")), []),
        (replace(UNITS, kind="line"), ["unused-option.kind"]),
        (combined(through("甲", "30个", "40个"), through("乙", "20个", "30个")), []),
        (combined(through("甲", "30个", "40个"), through("乙", "20个")), ["line-over.names"]),
    ],
)
def test_what_measures_the_marks_may_lie_over_them(content, expected) -> None:
    assert [one for one in keys(content) if not one.startswith(("one-point", "mixed-periods"))] == expected


def test_a_target_beside_two_lines_has_no_place() -> None:
    content = replace(chart("line", *through("甲", "30个", "40个"), *through("乙", "10个", "20个")), target=target("50个"))
    assert codes(content) == ["target-beside"]


def test_a_line_that_would_run_through_columns_on_a_second_axis_is_refused() -> None:
    content = combined(through("甲", "30个", "40个"), through("乙", "1%", "90%"), reason="只比走向")
    with pytest.raises(ChartError, match=r"line-over\.crosses"):
        plan(content, INKS)


# The plan


def test_a_target_is_one_value_at_every_name_and_its_cells_follow_the_first() -> None:
    (row,) = plan(targeted("column", "50个", "30个", "40个", "45个"), INKS).over
    assert (row.over, plain(row.name)) == (Over.TARGET, "2025年目标")
    assert [(point.value, point.formula, point.is_told) for point in row.points] == [
        (50, "", False), (50, "$C$2", False), (50, "$C$2", True),
    ]  # fmt: skip


def test_the_axis_reaches_to_a_target_beyond_all_marks() -> None:
    assert plan(targeted("column", "99个", "30个", "40个"), INKS).maximum >= 99
    assert plan(targeted("line", "99个", "30个", "40个"), INKS).maximum >= 99


def test_a_target_of_another_scale_is_drawn_by_its_amount() -> None:
    made = plan(targeted("column", "1.2亿元", "8000万元", "9000万元"), INKS)
    assert {point.value for point in made.over[0].points} == {Decimal(12000)}
    assert str(made.over[0].points[-1].number) == "1.2亿元"


def test_a_line_on_a_second_axis_ends_over_the_columns() -> None:
    made = plan(replace(UNITS, reason=words("只比走向")), INKS)
    (line,), (columns,) = made.over, made.rows
    for point, column in zip(line.points, columns.points, strict=True):
        assert point.value / made.second - column.value / made.maximum > Decimal("0.15")
    assert made.minimum == 0


def test_of_a_column_and_a_line_the_higher_has_its_value_above() -> None:
    made = plan(combined(through("甲", "30个", "40个"), through("乙", "20个", "44个")), INKS)
    assert [point.inside for point in made.rows[0].points] == [False, True]
    assert [point.below for point in made.over[0].points] == [True, False]


GROWTHS = [
    ("33.3", "%", 'IF(B3<B2,"下降","增长")&TEXT(ABS(B3/B2-1)*100,"0.0")&"%"'),
    ("2.1", "倍", 'IF(B3<B2,"下降","增长")&TEXT(ABS(B3/B2-1),"0.0")&"倍"'),
    ("3", "个百分点", 'IF(B3<B2,"下降","上升")&TEXT(ABS(B3-B2),"0")&"个百分点"'),
]


@pytest.mark.parametrize(("size", "unit", "formula"), GROWTHS)
def test_the_cell_of_a_change_says_it_anew_after_an_edit(size: str, unit: str, formula: str) -> None:
    (row,) = plan(grown(size, "30个", "40个", unit=unit), INKS).over
    assert (row.over, row.formula) == (Over.ARROW, formula)
    assert sum(point.emphasis for point in row.points) == 1


@given(some.lists(some.integers(1, 90), min_size=2, max_size=10))
@settings(max_examples=60, deadline=None)
def test_an_arrow_runs_over_every_column_and_its_cells_are_what_their_formulas_make(values: list[int]) -> None:
    made = plan(grown("33.3", *(f"{value}个" for value in values)), INKS)
    (row,) = made.over
    cells = {f"B{at + 2}": Decimal(value) for at, value in enumerate(values)}
    cells |= {f"C{at + 2}": point.value for at, point in enumerate(row.points)}
    for point, value in zip(row.points, values, strict=True):
        assert point.value - value >= Decimal("0.35") * max(values)
        worked = re.sub(r"[BC]\d+", lambda cell: f"float(cells['{cell[0]}'])", point.formula.replace("$", ""))
        assert eval(worked) == pytest.approx(float(point.value))  # noqa: S307 - our own formula
    assert made.maximum >= max(point.value for point in row.points)


# Emphasis


def test_the_author_chooses_what_is_looked_at() -> None:
    data = through("甲", "60个", "90个", "30个")
    content = replace(chart("column", *data, message=words("2017年最多")), stressed=(data[0].number.use, data[2].number.use))
    assert [point.emphasis for point in plan(content, INKS).points] == [True, False, True]


@pytest.mark.parametrize("kind", ["pie", "doughnut"])
def test_the_slice_that_the_author_chooses_has_the_theme_s_ink(kind: str) -> None:
    data = [datum("40%", "甲"), datum("35%", "乙"), datum("25%", "丙")]
    made = plan(replace(chart(kind, *data), stressed=(data[2].number.use,)), INKS)
    assert [point.ink == INKS.main for point in made.points] == [False, False, True]


# The table


def test_the_table_has_the_periods_as_its_head_or_under_one_another() -> None:
    data = through("甲", "3个", "4个")
    content = replace(chart("column", *data), table=(Series((), tuple(data), "t"),))
    tables = [table_of(content, KINDS["column"], upright=upright) for upright in (False, True)]
    shown = [[plain(cell) for cell in row] for table in tables for row in (table.head, *table.rows)]
    assert shown == [["", "2016年", "2017年"], ["甲", "3个", "4个"], ["", "甲"], ["2016年", "3个"], ["2017年", "4个"]]


def test_what_a_series_lacks_is_a_dash() -> None:
    rows = Series(words("东"), tuple(through("甲", "3个", "4个")), "a"), Series(words("西"), tuple(through("乙", "3个")), "b")
    data = [one for row in rows for one in row.data]
    table = table_of(replace(chart("column", *data, series=rows), table=rows), KINDS["column"])
    assert [[plain(cell) for cell in row] for row in table.rows] == [["东", "3个", "4个"], ["西", "3个", "—"]]


# The picture

DATA = some.lists(some.integers(1, 90), min_size=2, max_size=7)
LOOKS = some.sampled_from([(PAGE, 120), (PAGE, 170), (SLIDE, 300)])


def contents(values: list[int], other: int):
    printed = [f"{value}个" for value in values]
    yield from (targeted(kind, f"{other}个", *printed) for kind in ("column", "bar", "line"))
    yield grown("33.3", *printed)
    line = through("乙", *(f"{(value * 7 + other) % 90 + 1}个" for value in values))
    yield combined(through("甲", *printed), line)


@given(DATA, some.integers(1, 99), LOOKS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_meets_nor_leaves_the_picture(values: list[int], other: int, look) -> None:
    for content in contents(values, other):
        try:
            drawing = drawn(content, look[1], look=look[0])
        except ChartError as refusal:
            assert refusal.says.code in {"does-not-fit", "too-far-apart", "line-over"}, refusal.says  # noqa: PT017 - refused or right
            continue
        assert outside(drawing) == []
        assert collisions(drawing) == []


def test_a_target_is_drawn_at_its_height_over_all_columns() -> None:
    drawing = drawn(targeted("column", "50个", "25个", "40个"))
    (dashed,) = [item for item in drawing.items if isinstance(item, Path) and item.dash]
    level = dashed.segments[0].to.y
    first, second = sorted((rect for rect in marks(drawing) if rect.height > 100_000), key=lambda rect: rect.x)[:2]
    foot = max(first.bottom, second.bottom)
    assert (foot - level) / (foot - first.y) == pytest.approx(50 / 25, rel=0.01)
    assert dashed.segments[0].to.x <= first.x
    assert dashed.segments[1].to.x >= second.right


def test_a_target_stands_at_its_rank_on_an_axis_that_runs_down() -> None:
    ranks = [replace(one, kind="次序") for one in through("排名", "41名", "33名", "27名")]
    content = replace(chart("line", *ranks), target=target("20名"))
    drawing = drawn(content)
    (dashed,) = [item for item in drawing.items if isinstance(item, Path) and item.dash and item.stroke == INKS.ink]
    assert dashed.segments[0].to.y < min(y for _, y, _ in discs(drawing))


def test_ten_ranks_rise_to_the_first_place() -> None:
    ranks = [replace(one, kind="次序") for one in through("排名", *(f"{place}名" for place in range(10, 0, -1)))]
    heights = [y for _, y, _ in discs(drawn(chart("line", *ranks), 170))]
    assert heights == sorted(heights, reverse=True)


def test_all_that_is_drawn_is_told_to_those_who_do_not_see_it() -> None:
    told = plan(targeted("column", "50个", "30个", "40个"), INKS).alt
    assert "目标，目标：50个（2025年）" in told
    assert "从2016年到2017年，增长33.3%" in plan(grown("33.3", "30个", "40个"), INKS).alt
    assert "线（折线）：2016年为20个" in plan(combined(through("甲", "30个", "40个"), through("乙", "20个", "44个")), INKS).alt
    shown = "".join(run.text for run in runs(drawn(targeted("column", "50个", "30个", "40个"))))
    assert "50个" in shown
    assert all(isinstance(one, Ink) for one in inked(drawn(grown("33.3", "30个", "40个"))))
