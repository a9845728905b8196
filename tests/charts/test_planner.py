from decimal import Decimal

import pytest
from chart_making import chart, datum, event, number, pair, words

from generator.charts.faults import ChartError
from generator.charts.inks import QUIET, chart_inks
from generator.charts.kinds.table import KINDS
from generator.charts.plan import GAP_WIDTH
from generator.charts.planner import check, faults, plan
from generator.design.palette import THEMES
from generator.diagnostics import Span, said
from generator.document.model import Run, plain

INKS = chart_inks(THEMES["朱砂"])


def bars(*printed: str, kind: str = "bar", **more):
    return chart(kind, *(datum(one, f"名{place}") for place, one in enumerate(printed)), **more)


def codes(content) -> list[str]:
    return [fault.code for fault in check(content, {})]


# What a plan holds


def test_cells_hold_the_printed_numbers_and_the_header_their_scale_and_unit() -> None:
    made = plan(bars("近34亿元", "超20亿元"), INKS)
    assert [point.value for point in made.points] == [34, 20]
    assert made.series == "亿元"
    assert [point.format for point in made.points] == [f'"{one}"General"亿元";"{one}−"General"亿元"' for one in ("近", "超")]


def test_the_order_is_the_authors() -> None:
    made = plan(bars("3个", "9个", "6个"), INKS)
    assert [plain(point.category) for point in made.points] == ["名0", "名1", "名2"]


def test_the_largest_is_emphasized_where_the_message_names_none() -> None:
    made = plan(bars("3个", "9个", "6个"), INKS)
    assert [point.ink for point in made.points] == [QUIET, INKS.main, QUIET]
    assert [point.emphasis for point in made.points] == [False, True, False]


def test_what_the_message_names_is_emphasized() -> None:
    made = plan(bars("3个", "9个", "6个", message=(Run("只有"), Run("3个", "use-message"))), INKS)
    assert [point.emphasis for point in made.points] == [True, False, False]


@pytest.mark.parametrize(
    ("largest", "end"), [("100个", 120), ("9个", 11), ("5425个", 6500), ("2.2亿棵", Decimal("2.6")), ("0个", 1)]
)
def test_the_axis_goes_on_beyond_the_largest_value(largest: str, end: Decimal) -> None:
    assert plan(bars(largest), INKS).maximum == end


def test_a_figure_over_time_is_called_by_its_periods() -> None:
    data = (
        datum("20个", "淘宝村", figure="淘宝村", period="2013年"),
        datum("1800个", "淘宝村", figure="淘宝村", period="2016年"),
    )
    made = plan(chart("column", *data), INKS)
    assert [plain(point.category) for point in made.points] == ["2013年", "2016年"]


def test_few_bars_stand_wider_apart_than_many() -> None:
    assert plan(bars("3个", "9个"), INKS).gap > plan(bars(*["3个"] * 5), INKS).gap == GAP_WIDTH


def test_only_bars_and_columns_are_native() -> None:
    assert plan(bars("3个"), INKS).native
    assert plan(bars("3个", kind="column"), INKS).native
    made = plan(bars("3个", "数亿人", kind="cards"), INKS)
    assert (made.native, made.points) == (None, ())


# What is refused, and what is said


def test_mixed_units_share_no_axis() -> None:
    with pytest.raises(ChartError) as told:
        plan(bars("3个", "9家"), INKS)
    assert told.value.says == said("mixed-units.axis", units=("个", "家"))
    assert told.value.hint == said("hint.side-by-side")
    assert told.value.origin == "chart"


def test_scales_are_mixed_where_amounts_are_drawn_and_not_where_they_add_up() -> None:
    assert codes(bars("5000万元", "1.5亿元")) == []
    assert "mixed-scales" in codes(chart("stacked", datum("5000万元", "甲"), datum("1.5亿元", "乙")))


def test_a_vague_value_is_not_plotted() -> None:
    with pytest.raises(ChartError) as told:
        plan(bars("3亿人", "数亿人"), INKS)
    assert told.value.says.key == "vague-value.vague"
    assert dict(told.value.says.values)["number"] == "数亿人"


def test_cumulative_is_not_set_beside_annual() -> None:
    both = (datum("2700亿元", "贫困县", kind="累计数"), datum("3037亿元", "农产品"))
    assert codes(chart("bar", *both)) == ["mixed-kinds"]


def test_periods_are_not_mixed_without_a_reason() -> None:
    both = (datum("12万人", "师生"), datum("10万人", "学童", period="2021财年"))
    assert codes(chart("bar", *both)) == ["mixed-periods"]
    assert codes(chart("bar", *both, reason="财年与自然年只差一个季度")) == []


def test_one_figure_runs_through_periods() -> None:
    data = [datum("20个", "淘宝村", figure="淘宝村", period=period) for period in ("2013年", "2014年")]
    assert codes(chart("column", *data)) == []


def test_one_figure_has_one_scope() -> None:
    data = [datum("20个", "村", figure="村", period=f"201{place}年", scope=scope) for place, scope in enumerate(("全国", "东部"))]
    assert codes(chart("column", *data)) == ["mixed-scopes"]


def test_a_hairline_beside_a_bar_becomes_two_numbers() -> None:
    with pytest.raises(ChartError) as told:
        plan(bars("20个", "5425个"), INKS)
    assert told.value.says == said("too-far-apart.bars", times="271")
    assert told.value.hint == said("hint.as-numbers")


def test_a_hundred_times_is_the_limit() -> None:
    assert codes(bars("1个", "100个")) == []
    assert codes(bars("1个", "101个")) == ["too-far-apart"]


def test_equivalents_are_no_bars() -> None:
    assert codes(chart("bar", datum("393万棵", "梭梭树", kind="折算数"))) == ["equivalent-plotted"]


def test_parts_and_panels_are_never_below_zero() -> None:
    assert "below-zero" in codes(chart("stacked", datum("−3个", "甲"), datum("5个", "乙")))
    assert codes(bars("−3个", "5个")) == []


def test_a_loss_that_is_a_hairline_beside_a_profit_is_refused() -> None:
    assert codes(bars("−3个", "500个")) == ["too-far-apart"]


def test_all_faults_are_told_at_once() -> None:
    assert codes(bars("3个", "数百家")) == ["vague-value", "mixed-units"]


@pytest.mark.parametrize("kind", ["bar", "column", "dot", "line"])
def test_numbers_of_two_units_are_not_told_to_be_far_apart_as_well(kind) -> None:
    assert codes(chart(kind, datum("186公里", "甲"), datum("2个", "乙"))) == ["mixed-units"]


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if not kind.result])
def test_a_result_that_a_kind_does_not_show_is_refused(kind: str) -> None:
    assert "unused-result" in codes(bars("3个", "6个", kind=kind, result=number("2倍")))


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.result])
def test_a_result_that_a_kind_shows_is_taken(kind: str) -> None:
    assert "unused-result" not in codes(bars("3个", "6个", kind=kind, result=number("2倍")))


def test_an_unknown_kind_names_the_known_ones() -> None:
    (fault,) = faults(bars("3个", kind="radar"))
    assert fault.says == said("unknown-kind.chart", kind="radar")
    assert "timeline" in dict(fault.hint.values)["kinds"]


@pytest.mark.parametrize("kind", ["bar", "column", "cards", "coverage", "change", "before-after", "then-and-now", "timeline"])
def test_a_chart_of_nothing_is_refused(kind: str) -> None:
    assert codes(chart(kind))


def test_before_and_after_are_two_of_one_unit() -> None:
    assert codes(bars("3个", kind="before-after")) == ["bad-chart"]
    assert codes(bars("3个", "9家", kind="before-after")) == ["mixed-units"]
    assert codes(bars("0个", "9个", kind="before-after")) == ["bad-chart"]


def test_cards_coverage_and_pairs_may_differ_in_everything() -> None:
    then, now = datum("7.6万棵", "树", period="2010年", scope="淘宝"), datum("2.2亿棵", "树", scope="蚂蚁森林")
    assert codes(bars("3个", "9家", "数亿人", kind="cards")) == []
    assert codes(bars("3个", "9家", kind="coverage")) == []
    assert codes(chart("then-and-now", pairs=(pair("树", then, now),))) == []


def test_a_single_change_tells_its_direction() -> None:
    assert codes(chart("change", datum("17.6%", "每笔订单减碳"))) == []
    assert codes(chart("change", datum("−17.6%", "碳排放"))) == []
    assert codes(chart("change", datum("17.6%", "碳排放"))) == ["bad-chart"]
    assert codes(chart("change", datum("120%", "减碳"))) == ["bad-chart"]
    assert codes(chart("change", datum("17.6亿元", "减少"))) == ["bad-chart"]
    assert codes(chart("change", *(datum("1%", "减少") for _ in range(3)))) == ["bad-chart"]


def test_events_are_in_order() -> None:
    assert codes(chart("timeline", events=(event("2010年", 2010, "甲"), event("2007年", 2007, "乙")))) == ["bad-chart"]


def test_check_puts_each_fault_on_its_line() -> None:
    vague = datum("数亿人", figure="消费者")
    places = {"chart": Span("content.yaml", 7, 3), "消费者": Span("content.yaml", 9, 5)}
    (told,) = check(chart("bar", vague), places)
    assert str(told).startswith("content.yaml:9:5: error: vague-value.vague figure=消费者 number=数亿人")
    assert "hint: " in str(told)


def test_check_is_silent_about_a_good_chart() -> None:
    assert check(bars("3个", "9个"), {}) == ()


# The text alternative


def test_the_alt_text_says_message_kind_measure_and_every_value() -> None:
    made = plan(bars("近34亿元", "超20亿元", measure="投入 · 亿元 · 2020年"), INKS)
    assert made.alt == "条形图：一句话。投入 · 亿元 · 2020年。名0：近34亿元（2020年）；名1：超20亿元（2020年）。"


def test_the_alt_text_says_the_multiple() -> None:
    content = chart("before-after", datum("20个", "村", period="2013年"), datum("5425个", "村"), result=number("约271倍"))
    assert plan(content, INKS).alt.endswith("村：20个（2013年）；村：5425个（2020年）；计算得约271倍。")


def test_the_alt_text_says_pairs_with_scopes_and_remarks() -> None:
    then, now = datum("20个", "村", period="2013年", scope="全国"), datum("5425个", "村")
    content = chart("then-and-now", pairs=(pair("淘宝村", then, now, "约271倍", "口径相同"),))
    assert (
        "淘宝村，从前村：20个（2013年，全国），现在村：5425个（2020年），为从前的约271倍，口径相同。" in plan(content, INKS).alt
    )


def test_the_alt_text_says_events() -> None:
    content = chart(
        "timeline", events=(event("2007年", 2007, "募集善款"), event("2010年", 2010, "植树")), message=words("一路？")
    )
    assert plan(content, INKS).alt == "时间线：一路？数量 · 个。2007年，募集善款；2010年，植树。"
