"""Periods: read as people write them, equal when they mean the same, refused when no calendar has them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.figures.calendar import NO_FISCAL_YEAR, months_on, narrowed
from generator.content.figures.period import read
from generator.content.figures.period_kind import PeriodKind
from generator.content.slip import Slip


def period(text: str, ends: str = "3月31日"):
    return read(text, ends)


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2020年", "year", "2020-01-01", "2020-12-31"),
        ("2020年度", "year", "2020-01-01", "2020-12-31"),
        ("2021财年", "fiscal_year", "2020-04-01", "2021-03-31"),
        ("2021年3月", "month", "2021-03-01", "2021-03-31"),
        ("2020年2月29日", "day", "2020-02-29", "2020-02-29"),
        ("截至2021年3月", "as_of", "", "2021-03-31"),
        ("至2020年底", "as_of", "", "2020-12-31"),
        ("截至2021财年", "as_of", "", "2021-03-31"),
        ("2017年12月至2020年12月", "range", "2017-12-01", "2020-12-31"),
        ("2017年12月至2020年底", "range", "2017-12-01", "2020-12-31"),
        ("2018—2020年", "range", "2018-01-01", "2020-12-31"),
        ("2019—2021财年", "range", "2018-04-01", "2021-03-31"),
        ("2020年4月至6月", "range", "2020-04-01", "2020-06-30"),
        ("2020年1—6月", "range", "2020-01-01", "2020-06-30"),
        ("2020年4月1日至5日", "range", "2020-04-01", "2020-04-05"),
        ("2020年上半年", "half", "2020-01-01", "2020-06-30"),
        ("2020年H2", "half", "2020-07-01", "2020-12-31"),
        ("2020年第三季度", "quarter", "2020-07-01", "2020-09-30"),
        ("2020年3季度", "quarter", "2020-07-01", "2020-09-30"),
        ("2020年Q3", "quarter", "2020-07-01", "2020-09-30"),
        ("2020年前三季度", "range", "2020-01-01", "2020-09-30"),
        ("2020年前9个月", "range", "2020-01-01", "2020-09-30"),
        ("2020年一至三季度", "range", "2020-01-01", "2020-09-30"),
        ("2020年1—9月", "range", "2020-01-01", "2020-09-30"),
        ("2020年全年", "year", "2020-01-01", "2020-12-31"),
        ("2021财年第一季度", "quarter", "2020-04-01", "2020-06-30"),
        ("2021财年Q4", "quarter", "2021-01-01", "2021-03-31"),
        ("2021财年上半年", "half", "2020-04-01", "2020-09-30"),
        ("2021财年前三季度", "range", "2020-04-01", "2020-12-31"),
        ("2020—2021学年", "school_year", "2020-09-01", "2021-08-31"),
        ("2020—2021学年第一学期", "term", "2020-09-01", "2021-01-31"),
        ("2021年春季学期", "term", "2021-02-01", "2021-08-31"),
        ("2020年9月上旬", "part", "2020-09-01", "2020-09-10"),
        ("2020年2月下旬", "part", "2020-02-21", "2020-02-29"),
        ("2020年第10周", "week", "2020-03-02", "2020-03-08"),
        ("2020年11月1日至11日", "range", "2020-11-01", "2020-11-11"),
        ("2020年11月1—11日", "range", "2020-11-01", "2020-11-11"),
        ("2020年11月30日至12月5日", "range", "2020-11-30", "2020-12-05"),
        ("2020年11月1日—2021年3月5日", "range", "2020-11-01", "2021-03-05"),
        ("2020年初", "around", "2020-01-01", "2020-01-01"),
        ("2020年年中", "around", "2020-06-30", "2020-06-30"),
        ("2020年年底", "as_of", "", "2020-12-31"),
        ("2020年3月末", "as_of", "", "2020-03-31"),
        ("截至2020年第三季度", "as_of", "", "2020-09-30"),
        ("“十三五”时期", "plan", "2016-01-01", "2020-12-31"),
        ("“二五”时期", "plan", "1958-01-01", "1962-12-31"),
        ("“十三五”末", "as_of", "", "2020-12-31"),
        ("20世纪90年代", "decade", "1990-01-01", "1999-12-31"),
        ("二十世纪九十年代", "decade", "1990-01-01", "1999-12-31"),
        ("1990年代", "decade", "1990-01-01", "1999-12-31"),
        ("20世纪", "century", "1901-01-01", "2000-12-31"),
        ("2019年起", "open", "2019-01-01", ""),
        ("2018年至今", "open", "2018-01-01", ""),
        ("自2019年5月以来", "open", "2019-05-01", ""),
        ("2020年天猫双11", "vague", "2020-01-01", "2020-12-31"),
        ("2021年天猫618", "vague", "2021-01-01", "2021-12-31"),
        ("过去一年", "vague", "", ""),
        ("每天", "vague", "", ""),
        ("15年来", "vague", "", ""),
        ("疫情期间", "vague", "", ""),
    ],
)
def test_a_period_is_read(text: str, kind: str, start: str, end: str) -> None:
    found = period(text)
    assert (str(found), found.kind, found.start, found.end) == (text, PeriodKind(kind), day(start), day(end))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2020年", "２０２０年"),
        ("截至2020年底", "至2020年12月31日"),
        ("2018—2020年", "2018年至2020年"),
        ("2020年底", "截至2020年12月"),
        ("过去 一年", "过去一年"),
        ("2020年第三季度", "2020年Q3"),
        ("2020年第三季度", "2020年7—9月"),
        ("2020年前三季度", "2020年1月至9月"),
        ("2020年", "2020年1—12月"),
        ("2020年", "2020年度"),
        ("“十三五”时期", "2016—2020年"),
    ],
)
def test_periods_that_mean_the_same_are_equal(one: str, other: str) -> None:
    assert period(one) == period(other)
    assert hash(period(one)) == hash(period(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2020年", "2021财年"),
        ("2020年", "截至2020年底"),
        ("过去一年", "每年"),
        ("2020年双11", "2020年天猫618"),
        ("2020年", "2020年前三季度"),
        ("2020年初", "2020年1月1日"),
    ],
)
def test_periods_that_mean_something_else_are_not(one: str, other: str) -> None:
    assert period(one) != period(other)


@pytest.mark.parametrize(
    ("text", "why", "hint"),
    [
        ("2021年13月", "bad-date.month date=2021年13月", "None"),
        ("2021年2月29日", "bad-date.day date=2021年2月29日 last=28", "None"),
        ("2020年4月31日", "bad-date.day date=2020年4月31日 last=30", "None"),
        ("截至2021年13月", "bad-date.month date=2021年13月", "None"),
        ("20年", "bad-date.year date=20年", "bad-date.four-digits"),
        ("2020", "bad-date.period text=2020", "hint.write cure=2020年"),
        ("2020-3", "bad-date.period text=2020-3", "hint.write cure=2020年3月"),
        ("2020/3/5", "bad-date.period text=2020/3/5", "hint.write cure=2020年3月5日"),
        ("2020年至2019年", "bad-date.backwards text=2020年至2019年", "hint.did-you-mean cure=2019年至2020年"),
        (
            "2020年12月30日至1月2日",
            "bad-date.backwards text=2020年12月30日至1月2日",
            "hint.did-you-mean cure=2020年12月30日至2021年1月2日",
        ),
        ("2020年第五季度", "bad-date.quarter date=2020年第五季度", "None"),
        ("2020年前13个月", "bad-date.month date=2020年前13个月", "None"),
        ("2020年第54周", "bad-date.week date=2020年第54周", "None"),
        ("2020年第三季度末", "bad-date.no-point date=2020年第三季度末", "hint.write cure=2020年9月底"),
        ("2021财年末", "bad-date.no-point date=2021财年末", "hint.write cure=2021年3月底"),
        ("2020—2022学年", "bad-date.school-year date=2020—2022学年", "None"),
        ("2020.13", "bad-date.month date=2020年13月", "None"),
        ("20年9月", "bad-date.year date=20年", "hint.write cure=2020年9月"),
        ("一季度", "bad-date.period text=一季度", "bad-date.add-year cure=2020年一季度"),
        ("1—3月", "bad-date.period text=1—3月", "bad-date.add-year cure=2020年1—3月"),
        ("2020年地三季度", "bad-date.period text=2020年地三季度", "bad-date.forms"),
        ("随便", "bad-date.period text=随便", "bad-date.forms"),
        ("", "bad-date.none", "bad-date.forms"),
    ],
)
def test_what_is_no_period_is_told_with_its_cure(text: str, why: str, hint: str) -> None:
    slip = period(text)
    assert isinstance(slip, Slip)
    assert (str(slip.says), str(slip.cure)) == (why, hint)


def test_a_fiscal_year_needs_its_end() -> None:
    assert period("2021财年", "") == NO_FISCAL_YEAR


def test_a_fiscal_year_may_end_with_february() -> None:
    assert period("2020财年", "2月底").end == date(2020, 2, 29)
    assert period("2021财年", "2月底").start == date(2020, 3, 1)


@given(st.dates(date(1900, 1, 1), date(2400, 12, 31)))
def test_every_day_of_the_calendar_is_read(one: date) -> None:
    found = period(f"{one.year}年{one.month}月{one.day}日")
    assert (found.start, found.end) == (one, one)


@given(st.text(alphabet="0123456789２年月日至—底财初上半第一二季度截自起来每 -/QH旬学期周“”十五", max_size=14))
def test_anything_is_either_read_back_or_refused_with_a_message(text: str) -> None:
    found = period(text)
    if isinstance(found, Slip):
        assert found.says.key
    else:
        assert str(found) == (text.strip() if found.kind is PeriodKind.VAGUE else narrowed(text))
        assert period(str(found)) == found


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("FY2021", "2021财年"),
        ("FY21", "2021财年"),
        ("2021FY", "2021财年"),
        ("2021年财年", "2021财年"),
        ("fy2021Q1", "2021财年Q1"),
        ("Q1 FY2021", "2021财年第一季度"),
        ("Q3 2020", "2020年第三季度"),
        ("2020Q3", "2020年第三季度"),
        ("3Q20", "2020年第三季度"),
        ("H1 2020", "2020年上半年"),
        ("2020H2", "2020年下半年"),
        ("2020.9", "2020年9月"),
        ("2020-09", "2020年9月"),
        ("2020/9/1", "2020年9月1日"),
        ("20200901", "2020年9月1日"),
        ("2020.9—2021.3", "2020年9月—2021年3月"),
        ("截止2020.9", "截止2020年9月"),
        ("2016-2020", "2016—2020年"),
        ("2020/21学年", "2020—2021学年"),
        ("2020学年", "2020—2021学年"),
        ("二零二零年", "2020年"),
        ("二〇二〇年九月", "2020年9月"),
        ("2020年九月十五日", "2020年9月15日"),
        ("20年第三季度", "2020年第三季度"),
        ("截至20年9月", "截至2020年9月"),
        ("Sep 2020", "2020年9月"),
    ],
)
def test_other_ways_of_writing_are_written_out(text: str, cure: str) -> None:
    slip = period(text)
    assert isinstance(slip, Slip)
    assert str(slip.cure) == f"hint.write cure={cure}"
    assert not isinstance(period(cure), Slip)


QUARTERS = {
    "第一季度": (1, 3),
    "第2季度": (4, 6),
    "三季度": (7, 9),
    "Q4": (10, 12),
    "上半年": (1, 6),
    "H2": (7, 12),
    "前两季度": (1, 6),
}


@given(st.integers(1950, 2400), st.sampled_from(sorted(QUARTERS)))
def test_a_part_of_a_year_is_its_months(year: int, part: str) -> None:
    first, last = QUARTERS[part]
    assert period(f"{year}年{part}") == period(f"{year}年{first}—{last}月")


@given(st.integers(1950, 2400), st.integers(1, 12), st.sampled_from(sorted(QUARTERS)))
def test_the_parts_of_a_fiscal_year_follow_from_its_end(year: int, month: int, part: str) -> None:
    ends, (first, last) = f"{month}月底", QUARTERS[part]
    found, whole = period(f"{year}财年{part}", ends), period(f"{year}财年", ends)
    assert found.start == months_on(whole.start, first - 1)
    assert found.end == months_on(whole.start, last) - timedelta(days=1)


YEARS = [
    "{0}年",
    "{0}财年",
    "{0}年第三季度",
    "{0}财年Q1",
    "{0}年上半年",
    "{0}年前三季度",
    "{0}年底",
    "{0}年初",
    "{0}年起",
    "{0}年双11",
]
MONTHS = [
    "{0}年{1}月",
    "{0}年{1}月{2}日",
    "{0}年{1}月上旬",
    "{0}年1—{1}月",
    "{0}年{1}月{2}日至28日",
    "截至{0}年{1}月",
    "过去一年",
]
SHAPES = st.builds(str.format, st.sampled_from(YEARS + MONTHS), st.integers(2018, 2022), st.integers(1, 12), st.integers(1, 28))


@given(SHAPES, SHAPES, SHAPES)
def test_the_order_of_periods_is_total_and_agrees_with_their_days(one: str, other: str, third: str) -> None:
    first, middle, last = sorted(map(period, (one, other, third)), key=lambda each: each.order)
    assert first.order <= middle.order <= last.order
    for before, after in ((first, middle), (middle, last), (first, last)):
        starts = [each.start or each.end or date.max for each in (before, after)]
        assert starts == sorted(starts)
        if before == after:
            assert before.order == after.order


@pytest.mark.parametrize(
    "periods",
    [
        ("2020年第一季度", "2020年二季度", "2020年Q3", "2020年第4季度"),
        ("2019年底", "2020年上半年", "2020年下半年"),
        ("2020年1—3月", "2020年1—6月", "2020年前三季度", "2020年"),
        ("2020年9月2日", "2020年9月10日", "2020年10月1日"),
        ("2020财年第四季度", "2021财年第一季度", "2020年下半年", "2021财年第四季度"),
        ("2020年初", "2020年", "2020年中", "2020年底", "过去一年"),
    ],
)
def test_periods_are_put_in_order_of_time(periods: tuple[str, ...]) -> None:
    assert [str(one) for one in sorted(map(period, reversed(periods)), key=lambda each: each.order)] == list(periods)


HAN = str.maketrans("0123456789", "〇一二三四五六七八九")
KNOWN = {
    "{0}年": ("{0}", "{han}年"),
    "{0}年{1}月": ("{0}.{1}", "{0}-{1:02}", "{0}/{1}", "{0}{1:02}", "{2:02}年{1}月", "{han}年{1}月"),
    "{0}年{1}月9日": ("{0}.{1}.9", "{0}-{1:02}-09", "{0}/{1}/9", "{0}{1:02}09", "{2:02}年{1}月9日"),
    "截至{0}年{1}月": ("截至{0}.{1}", "截至{2:02}年{1}月", "截至{0}-{1:02}"),
    "{0}年第三季度": ("Q3 {0}", "{0}Q3", "3Q{2:02}", "q3 {0}", "{2:02}年第三季度", "{0}第三季度"),
    "{0}年下半年": ("H2 {0}", "{0}H2", "2H{2:02}", "{2:02}年下半年", "{0}下半年"),
    "{0}财年": ("FY{0}", "FY{2:02}", "fy{0}", "{0}年财年", "{0}FY"),
    "{0}财年第一季度": ("Q1 FY{0}", "FY{0} Q1", "FY{2:02}Q1"),
    "{0}年1—9月": ("{2:02}年1—9月", "{han}年1—9月"),
    "{0}年{1}月至2050年3月": ("{0}.{1}—2050.3", "{0}.{1}至2050.3"),
}
"""Periods, and what people make of them: by year, month, the year's last two digits and its digits in Han."""


@given(
    st.sampled_from([(right, wrong) for right, many in KNOWN.items() for wrong in many]),
    st.integers(2000, 2049),
    st.integers(1, 12),
)
def test_a_cure_is_the_period_that_was_meant(pair: tuple[str, str], year: int, month: int) -> None:
    values = (year, month, year % 100)
    right, wrong = (text.format(*values, han=str(year).translate(HAN)) for text in pair)
    slip = period(wrong)
    assert isinstance(slip, Slip)
    assert slip.cure.key == "hint.write"
    assert period(dict(slip.cure.values)["cure"]) == period(right)


@given(SHAPES, st.integers(0, 20), st.sampled_from("年月日第季度至—Q0 9.财上半底初"))
def test_a_slip_of_the_keyboard_never_gives_a_cure_that_is_none(text: str, at: int, char: str) -> None:
    slip = period(text[:at] + char + text[at:])
    if isinstance(slip, Slip) and slip.cure and slip.cure.key in ("hint.write", "hint.did-you-mean"):
        assert not isinstance(period(dict(slip.cure.values)["cure"]), Slip)
