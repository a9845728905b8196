"""What the deck's own charts of a change and of a share hold: the part that no figure has, as a formula of those that have one."""

from decimal import Decimal

import pytest
from chart_making import chart, datum, library, number, words
from test_picture import INKS, SLIDE

from generator.charts.picture import stand
from generator.charts.planner import plan
from generator.units import Size, mm

PLACE = Size(mm(300), mm(110))


def change(was: str, now: str, result: str = "", message: str = "一句话"):
    then, later = datum(was, "甲", figure="甲", period="2019年"), datum(now, "甲", figure="甲", period="2020年")
    return chart("change", then, later, result=number(result) if result else None, message=words(message))


def settled(content):
    made = plan(content, INKS)
    placed = stand(made, PLACE, SLIDE, library()) if made.native else None
    return placed.plan if placed else None


def rows(made):
    return [
        [point and (point.value, str(point.number) if point.is_told else "", point.formula) for point in row.points]
        for row in made.rows
    ]


def values(*row):
    return [one and (Decimal(one[0]), *one[1:]) for one in row]


@pytest.mark.parametrize(
    ("content", "missing"),
    [
        # a fall: the new bar lacks a part, and a printed difference labels it
        (change("100", "82.4", "17.6%"), (None, ("17.6", "17.6%", "MAX(B2-B3,0)"))),
        (change("500吨", "400吨", "100吨"), (None, ("100", "100吨", "MAX(B2-B3,0)"))),
        # a rise: the old bar lacks it
        (change("400吨", "500吨", "100吨"), (("100", "100吨", "MAX(B3-B2,0)"), None)),
        # a change in per cent of another whole than a hundred is no difference: the message tells it, no label
        (change("500吨", "400吨", "20%", "少了20%"), (None, ("100", "", "MAX(B2-B3,0)"))),
        (change("500吨", "400吨"), (None, ("100", "", "MAX(B2-B3,0)"))),
    ],
)  # fmt: skip
def test_the_shorter_bar_of_a_change_is_made_up_by_its_missing_part(content, missing):
    _, more = rows(settled(content))
    assert more == values(*missing)


def test_bars_of_one_length_have_no_missing_part():
    assert len(settled(change("400吨", "400吨")).rows) == 1


def test_one_figure_in_per_cent_is_a_part_of_an_unlabelled_hundred():
    made = settled(chart("change", datum("23.5%", "用纸同比减少")))
    assert rows(made) == [values(("100", "", ""), ("76.5", "", "")), values(None, ("23.5", "23.5%", "MAX(B2-B3,0)"))]


@pytest.mark.parametrize(
    "content",
    [
        change("500吨", "400吨", "20%"),  # told by neither label nor message
        change("50000吨", "1吨", "49999吨"),  # a bar cannot hold its own number
        change("1000吨", "999吨", "1吨"),  # the missing part cannot
    ],
)
def test_a_change_that_its_own_chart_cannot_tell_is_drawn(content):
    assert settled(content) is None


def test_a_missing_part_too_narrow_for_its_number_has_none_where_the_message_says_it():
    _, (_, part) = rows(settled(change("1000吨", "999吨", "1吨", "只少了1吨")))
    assert part == (Decimal(1), "", "MAX(B2-B3,0)")


@pytest.mark.parametrize(
    ("content", "left"),
    [
        (chart("share", datum("37%", "绿电占比")), ("63", "100-B2")),
        (chart("share", datum("690亩", "有机"), whole=datum("2000亩", "全部")), ("1310", "2000-B2")),
        (chart("share", datum("0.5亿元", "农业"), whole=datum("20000万元", "全部")), ("1.5", "2-B2")),
    ],
)
def test_what_is_left_of_a_share_is_a_formula_and_bears_no_number(content, left):
    ((part, rest),) = rows(settled(content))
    assert part[1:] == (str(content.data[0].number), "")
    assert rest == (Decimal(left[0]), "", left[1])


@pytest.mark.parametrize(
    "content",
    [
        chart("share", datum("0%", "绿电占比")),
        chart("share", datum("100%", "绿电占比")),
        chart("share", datum("690亩", "有机"), whole=datum("2000亩", "全部"), result=number("34.5%")),
    ],
)
def test_a_share_that_is_no_ring_or_whose_result_is_unsaid_is_drawn(content):
    assert settled(content) is None


def test_the_part_of_a_ring_lies_at_the_right():
    made = settled(chart("share", datum("40%", "绿电占比")))
    assert (made.turn + 0.4 * 360 / 2) % 360 == 90
