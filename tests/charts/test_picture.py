import subprocess
import sys
from itertools import pairwise

import pytest
from chart_making import Ink, chart, collisions, datum, event, inked, library, marks, number, pair, runs, said, words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from generator.charts.faults import ChartError
from generator.charts.inks import chart_inks
from generator.charts.look import page_look, slide_look
from generator.charts.picture import natural_height, picture
from generator.charts.planner import plan
from generator.design.grid import GUTTER
from generator.design.palette import THEMES
from generator.design.type_scale import DECK, REPORT
from generator.document.model import Series
from generator.drawing import Box, Disc, Drawing, Group, Path, TextRun
from generator.units import EMU_PER_POINT, Rect, Size, mm, pt

INKS = chart_inks(THEMES["松绿"])
PAGE, SLIDE = page_look(INKS, REPORT, GUTTER), slide_look(INKS, DECK)
SLACK = pt(0.5)
"""A glyph's ink may pass its advance by a hair."""


def drawn(content, width: float = 120, height: float = 0, look=PAGE) -> Drawing:
    made = plan(content, INKS)
    size = Size(mm(width), mm(height) or natural_height(made, mm(width), look, library()))
    return picture(made, size, look, library())


def outside(drawing: Drawing) -> list:
    frame = Rect(-SLACK, -SLACK, drawing.size.width + 2 * SLACK, drawing.size.height + 2 * SLACK)
    return [
        what for what in (*inked(drawing), *marks(drawing)) if frame.union(what.box if isinstance(what, Ink) else what) != frame
    ]


# Any content, any size: nothing outside, nothing on top of another

NAMES = some.text("数字防疫系统覆盖全国县域快递共配中心乡村教师和学生APP 2.", min_size=1, max_size=24)
UNITS = some.sampled_from(["个", "亿元", "万名", "个国家和地区", "%", "万千瓦时", "倍"])
DIGITS = some.one_of(some.integers(0, 9999).map(str), some.decimals(0, 5000, places=1).map(str))
QUALIFIERS = some.sampled_from(["", "近", "超过", "约"])
PRINTED = some.builds(lambda qualifier, digits, unit: qualifier + digits + unit, QUALIFIERS, DIGITS, UNITS)
DATA = some.builds(
    datum, PRINTED, NAMES, period=some.sampled_from(["2020年", "2017年12月至2020年12月"]), scope=some.sampled_from(["", "全国"])
)
LOOKS = some.sampled_from([(PAGE, 80), (PAGE, 120), (PAGE, 170), (SLIDE, 300), (SLIDE, 180)])


SIGNS = some.sampled_from([(1,), (-1,), (1, 1, 1, -1)])
"""Values all above zero, all below it, and now and then one."""


@some.composite
def signed(draw, count: int):
    """So many values of one unit, none a hundred times another; those below zero have no qualifier."""
    unit, top, signs = draw(UNITS), draw(some.integers(1, 9999)), draw(SIGNS)
    sizes = draw(some.lists(some.one_of(some.just(0), some.integers(-(-top // 100), top)), min_size=count, max_size=count))
    below = [size and draw(some.sampled_from(signs)) < 0 for size in sizes]
    return [f"−{size}{unit}" if under else f"{draw(QUALIFIERS)}{size}{unit}" for size, under in zip(sizes, below, strict=True)]


@some.composite
def plotted(draw, kind: str):
    count = draw(some.integers(1, 12))
    names = draw(some.lists(NAMES, min_size=count, max_size=count, unique=True))
    return chart(kind, *(datum(printed, name) for printed, name in zip(draw(signed(count)), names, strict=True)))


@some.composite
def side_by_side(draw, kind: str):
    """Bars of two to four rows, now and then one without a value."""
    rows, count = draw(some.integers(2, 4)), draw(some.integers(1, 4))
    called = draw(some.lists(NAMES, min_size=rows, max_size=rows, unique=True))
    names = draw(some.lists(NAMES, min_size=count, max_size=count, unique=True))
    printed = iter(draw(signed(rows * count)))
    made = [
        Series(words(row), tuple(datum(next(printed), one) for one in names if one == names[0] or draw(some.booleans())), row)
        for row in called
    ]
    return chart(kind, *(one for row in made for one in row.data), series=tuple(made))


@some.composite
def changes(draw):
    label = draw(some.sampled_from(["减少", "增长"])) + draw(NAMES)
    result = draw(some.sampled_from([None, number("约82.4")]))
    return chart("change", datum(f"{draw(some.integers(0, 100))}%", label), result=result)


def multiple(then, now) -> str:
    """The multiple of two values, as it would be printed; nothing where there is none."""
    before, after = then.number.amount, now.number.amount
    if then.number.unit != now.number.unit or not before or not after or after < before:
        return ""
    return f"约{round(after / before)}倍"


@some.composite
def pairs(draw):
    remark = some.sampled_from(["", "口径不同，不算倍数" * 3])
    made = some.builds(
        lambda name, then, now, remark: pair(name, then, now, multiple(then, now), remark), NAMES, DATA, DATA, remark
    )
    return chart("then-and-now", pairs=tuple(draw(some.lists(made, min_size=1, max_size=5))))


@some.composite
def timelines(draw):
    years = sorted(draw(some.lists(some.integers(2000, 2021), min_size=1, max_size=10)))
    return chart("timeline", events=tuple(event(f"{year}年{month}月", year, draw(NAMES)) for month, year in enumerate(years, 1)))


@some.composite
def befores(draw):
    unit, before, after = draw(UNITS), draw(some.integers(1, 99)), draw(some.integers(1, 99999))
    then, now = datum(f"{before}{unit}", "甲"), datum(f"{after}{unit}", "甲", scope="全国")
    told = draw(some.sampled_from(["", multiple(then, now)]))
    return chart("before-after", then, now, result=number(told) if told else None)


@some.composite
def rows(draw, kind: str, least: int):
    """One figure a row, each through the same periods."""
    unit, years = draw(UNITS), draw(some.integers(least, 6))
    names = draw(some.lists(NAMES, min_size=1 if kind == "line" else 2, max_size=2 if kind == "line" else 4, unique=True))
    values = some.integers(10, 900)
    return chart(
        kind,
        *(
            datum(f"{draw(values)}{unit}", name, figure=name, period=f"{2010 + year}年")
            for name in names
            for year in range(years)
        ),
    )


@some.composite
def pies(draw, kind: str):
    cuts = sorted(draw(some.lists(some.integers(1, 24), min_size=1, max_size=4, unique=True)))
    edges = [0, *(4 * cut for cut in cuts), 100]
    parts = [stop - start for start, stop in pairwise(edges)]
    names = draw(some.lists(NAMES, min_size=len(parts), max_size=len(parts), unique=True))
    return chart(kind, *(datum(f"{draw(QUALIFIERS)}{part}%", name) for part, name in zip(parts, names, strict=True)))


@some.composite
def shares(draw):
    return chart("share", datum(f"{draw(QUALIFIERS)}{draw(some.integers(0, 100))}%", draw(NAMES), scope="全国"))


ANY = some.one_of(
    rows("stacked", 1),
    rows("line", 2),
    rows("panels", 1),
    plotted("dot"),
    pies("pie"),
    pies("doughnut"),
    shares(),
    some.lists(DATA, min_size=1, max_size=12).map(lambda data: chart("cards", *data)),
    some.lists(some.builds(datum, DIGITS.map(lambda digits: digits + "个国家"), NAMES), min_size=1, max_size=4).map(
        lambda data: chart("coverage", *data)
    ),
    plotted("bar"),
    plotted("column"),
    side_by_side("bar"),
    side_by_side("column"),
    changes(),
    pairs(),
    timelines(),
    befores(),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ANY, LOOKS, some.floats(0.6, 2.5))
def test_a_picture_keeps_its_size_and_no_texts_meet(content, place, stretch: float) -> None:
    look, width = place
    made = plan(content, INKS)
    try:
        height = round(natural_height(made, mm(width), look, library()) * stretch)
        drawing = picture(made, Size(mm(width), height), look, library())
    except ChartError as told:
        assert told.for_want_of_room  # noqa: PT017 - a refusal is an answer, and says why
        return
    assert outside(drawing) == []
    assert collisions(drawing) == []
    assert min(run.size for run in runs(drawing)) >= look.least


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY)
def test_every_number_is_printed_whole(content) -> None:
    try:
        drawing = drawn(content, 170)
    except ChartError:
        return
    numbers = [one.number for one in content.data] + [one.number for two in content.pairs for one in (two.then, two.now)]
    numbers += [two.multiple for two in content.pairs if two.multiple] + ([content.result] if content.result else [])
    for one in numbers:
        assert said(drawing, one.use) in (
            str(one),
            2 * str(one),
        )  # the key of a before-and-after's dots says its first number again


# One by one


def boxes(drawing: Drawing) -> list[Rect]:
    return [rect for rect in marks(drawing) if rect.height > EMU_PER_POINT * 2 and rect.width > EMU_PER_POINT * 2]


def test_bars_are_as_long_as_their_values_and_start_at_one_line() -> None:
    rects = boxes(drawn(chart("bar", datum("30个", "甲"), datum("60个", "乙"), datum("90个", "丙"))))
    assert [round(rect.width / rects[0].width, 3) for rect in rects] == [1, 2, 3]
    assert len({rect.x for rect in rects}) == 1
    assert rects[0].y < rects[1].y < rects[2].y


def test_columns_are_as_high_as_their_values_and_stand_on_one_line() -> None:
    rects = boxes(drawn(chart("column", datum("30个", "甲"), datum("60个", "乙"), datum("90个", "丙"))))
    assert [round(rect.height / rects[0].height, 2) for rect in rects] == [1, 2, 3]
    assert len({rect.bottom for rect in rects}) == 1


def test_the_gap_between_bars_is_the_plans() -> None:
    content = chart("column", *(datum("30个", f"名{place}") for place in range(6)))
    first, second, *_ = boxes(drawn(content))
    gap = plan(content, INKS).gap
    assert (second.x - first.right) / first.width == pytest.approx(gap / 100, abs=0.01)


def test_a_label_stands_beyond_its_bar() -> None:
    drawing = drawn(chart("bar", datum("近30个", "甲"), datum("60个", "乙")))
    bar = boxes(drawing)[0]
    label = next(ink.box for ink in inked(drawing) if "近" in ink.text)
    assert label.x > bar.right
    assert bar.y < label.y
    assert label.bottom < bar.bottom


def test_a_value_of_zero_has_a_label_and_no_bar() -> None:
    content = chart("bar", datum("0个", "甲"), datum("60个", "乙"))
    drawing = drawn(content)
    assert len(boxes(drawing)) == 1
    assert said(drawing, content.data[0].number.use) == "0个"


def test_the_value_to_look_at_has_the_themes_ink() -> None:
    drawing = drawn(chart("bar", datum("30个", "甲"), datum("60个", "乙")))
    fills = [item.fill for item in drawing.items if isinstance(item, Path) and item.fill]
    assert fills == [PAGE.inks.quiet, INKS.main]


def test_coverage_shows_one_dot_for_each_thing_in_fields_of_one_size() -> None:
    drawing = drawn(chart("coverage", datum("28个省市", "甲"), datum("150个国家", "乙"), datum("229个国家和地区", "丙")), 170)
    fields = [item for item in drawing.items if isinstance(item, Path)]
    assert [sum(type(segment).__name__ == "Close" for segment in field.segments) for field in fields] == [28, 150, 229]
    assert max(rect.width for rect in boxes(drawing)) < mm(170) / 3


@pytest.mark.parametrize("other", ["超1000个", "近100个", "2.5个", "9000个", "2000多个", "数百个", "3万个"])
def test_coverage_draws_no_dots_that_would_not_be_exact(other: str) -> None:
    drawing = drawn(chart("coverage", datum("28个省市", "甲"), datum(other, "乙")), 170, 120)
    assert not [item for item in drawing.items if isinstance(item, Path)]


def test_before_and_after_shows_the_multiple_as_dots() -> None:
    drawing = drawn(chart("before-after", datum("20个", "甲"), datum("5425个", "甲"), result=number("约271倍")))
    counts = [sum(type(part).__name__ == "Close" for part in item.segments) for item in drawing.items if isinstance(item, Path)]
    assert [count for count in counts if count] == [1, 271]


def test_then_and_now_prints_both_periods_and_both_scopes_and_no_multiple_of_its_own() -> None:
    then, now = datum("7.6万棵", "树", period="2010年", scope="淘宝捐助"), datum("2.2亿棵", "树", scope="蚂蚁森林")
    text = "".join(run.text for run in runs(drawn(chart("then-and-now", pairs=(pair("植树", then, now, "", "口径不同"),)))))
    assert text == "植树7.6万棵2010年，淘宝捐助2.2亿棵2020年，蚂蚁森林口径不同"


def test_what_is_left_of_a_change_is_in_proportion() -> None:
    drawing = drawn(chart("change", datum("17.6%", "每笔订单减碳"), measure="以上年为基期"))
    was, now = [item.rect for item in drawing.items if isinstance(item, Box)][:2]
    assert (was.x, now.x) == (0, 0)
    assert now.width / was.width == pytest.approx(0.824, abs=0.001)
    assert "上年同期" in [run.text for run in runs(drawing)]


def test_a_rise_goes_beyond_what_was() -> None:
    drawing = drawn(chart("change", datum("25%", "同比增长")))
    was, now = [item.rect for item in drawing.items if isinstance(item, Box)][:2]
    assert now.width / was.width == pytest.approx(1.25, abs=0.001)


def test_the_difference_of_two_values_says_its_direction() -> None:
    both = (datum("100", "碳排放", period="2020年"), datum("82.4", "碳排放", period="2021年"))
    drawing = drawn(chart("change", *both, result=number("17.6%")))
    assert [run.text for run in runs(drawing)] == ["2020年", "100", "2021年", "82.4", "减少", "17.6", "%"]


def test_a_multiple_beyond_dots_leaves_two_louder_numbers() -> None:
    few = drawn(chart("before-after", datum("20个", "甲"), datum("5425个", "甲"), result=number("约271倍")))
    many = drawn(chart("before-after", datum("2个", "甲"), datum("5425个", "甲"), result=number("约2713倍")))
    assert not [rect for rect in boxes(many) if rect.height > PAGE.number]
    assert max(run.size for run in runs(many)) > max(run.size for run in runs(few))


def test_a_magnitude_is_large_with_its_digits_and_qualifier_and_unit_small_beside_them() -> None:
    sizes = {run.text: run.size for run in runs(drawn(chart("cards", datum("近34亿元", "投入"))))}
    assert 2 * sizes["近"] == 2 * sizes["元"] < sizes["亿"] < sizes["34"]


def test_vague_words_stand_in_place_of_digits() -> None:
    content = chart("cards", datum("数亿名消费者", "公益"), datum("250万商家", "商家"))
    drawing = drawn(content)
    sizes = {run.text: run.size for run in runs(drawing)}
    assert said(drawing, content.data[0].number.use) == "数亿名消费者"
    assert sizes["名消费者"] < sizes["数亿"] < sizes["250"]


def test_a_timelines_moments_lie_at_their_years() -> None:
    content = chart("timeline", events=tuple(event(f"{year}年", year, "一事") for year in (2000, 2005, 2020)))
    for width in (170, 60):
        discs = sorted(
            (item.rect for item in drawn(content, width).items if isinstance(item, Disc)), key=lambda rect: (rect.x, rect.y)
        )
        first, second, third = [rect.x + rect.y for rect in discs]
        assert (second - first) * 4 == pytest.approx(third - first, rel=0.001)


def test_each_text_is_one_group_so_that_a_deck_makes_one_box_of_it() -> None:
    drawing = drawn(chart("cards", datum("近34亿元", "投入"), datum("2亿件", "物资")))
    groups = [item for item in drawing.items if isinstance(item, Group)]
    assert all(isinstance(run, TextRun) for group in groups for run in group.items)
    assert not [item for item in drawing.items if isinstance(item, TextRun)]
    assert "近34亿元" in ["".join(run.text for run in group.items) for group in groups]


def test_a_picture_carries_its_alt_text_and_origin() -> None:
    drawing = drawn(chart("cards", datum("近34亿元", "投入"), message=words("先护住生命")))
    assert drawing.alt.startswith("数字卡片：先护住生命。")
    assert drawing.origin == "chart"


def test_a_place_that_is_too_small_says_what_is_missing() -> None:
    content = chart("bar", *(datum("30个", f"名{place}") for place in range(12)))
    with pytest.raises(ChartError) as low:
        drawn(content, 120, 20)
    assert low.value.says.key == "does-not-fit.height"
    assert int(dict(low.value.says.values)["missing"]) > 0
    with pytest.raises(ChartError, match=r"does-not-fit\.bars"):
        drawn(content, 12, 200)


def test_type_shrinks_before_a_picture_is_refused() -> None:
    content = chart("bar", *(datum("30个", f"名{place}") for place in range(8)))
    sizes = {run.size for run in runs(drawn(content, 120, 40))}
    assert PAGE.least <= max(sizes) < PAGE.label


def test_two_drawings_of_one_plan_are_equal() -> None:
    content = chart("column", datum("30个", "甲"), datum("60个", "乙"))
    assert drawn(content) == drawn(content)


# What matplotlib costs


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    return done.stdout


def test_shapes_do_not_import_matplotlib() -> None:
    assert (
        python("import sys, generator.charts.picture, generator.charts.planner; print('matplotlib' in sys.modules)") == "False\n"
    )


def test_matplotlib_searches_no_fonts_loads_no_figures_and_leaves_the_environment_alone() -> None:
    code = """
import os
before = dict(os.environ)
from generator.charts.artists import artists
artists()
import sys
print(os.environ == before, [name for name in ("font_manager", "figure", "pyplot") if f"matplotlib.{name}" in sys.modules])
"""
    assert python(code) == "True []\n"
