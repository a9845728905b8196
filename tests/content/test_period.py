"""Periods: read as people write them, equal when they mean the same, refused when no calendar has them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.figures.calendar import NO_FISCAL_YEAR
from generator.content.figures.period import PeriodKind, read
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
        ("2020年上半年", "range", "2020-01-01", "2020-06-30"),
        ("2020年第三季度", "range", "2020-07-01", "2020-09-30"),
        ("2019年起", "range", "2019-01-01", ""),
        ("自2019年5月以来", "range", "2019-05-01", ""),
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
    ],
)
def test_periods_that_mean_the_same_are_equal(one: str, other: str) -> None:
    assert period(one) == period(other)
    assert hash(period(one)) == hash(period(other))


@pytest.mark.parametrize(
    ("one", "other"), [("2020年", "2021财年"), ("2020年", "截至2020年底"), ("过去一年", "每年"), ("2020年双11", "2020年天猫618")]
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
        ("2020年至2019年", "bad-date.backwards text=2020年至2019年", "None"),
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


@given(st.text(alphabet="0123456789２年月日至—底财初上半第一二季度截自起来每 -/", max_size=14))
def test_anything_is_either_read_back_or_refused_with_a_message(text: str) -> None:
    found = period(text)
    assert found.says.key if isinstance(found, Slip) else str(found) == text
