"""The forms of a period: its base (a year, fiscal year, school year …), a part of it, and what is made of one or two of them.

A text without spaces in; its kind and days out, None for a form that does not fit. A date that no calendar has raises NoDateError.
Every part of a year is a row of a table: its first month, and how many.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

from generator.content.figures.calendar import day_of, fiscal_end, last_of, months_on, refuse, year_of
from generator.content.figures.numerals import value_of
from generator.content.figures.period_eras import COUNT, decade, plan, school, term_of
from generator.content.figures.period_kind import Found, PeriodKind
from generator.diagnostics import said

Form: TypeAlias = Callable[[str, str], Found | None]
"""Reads a text by the report's last day of a fiscal year."""

DAY = timedelta(days=1)
_ENDS = "底末终"
_POINT = re.compile(rf"(?:年|月)?(?P<point>[初中{_ENDS}])")
_WHOLE = re.compile("|全年度?|整年|期间|间|内")
_HALF = re.compile("(?:(?P<first>上半年|H1)|下半年|H2)")
_QUARTER = re.compile(rf"(?:第?(?P<count>{COUNT})季度|第(?P<short>{COUNT})季|Q(?P<letter>[0-9]))")
_FIRST_QUARTERS = re.compile(rf"前(?P<count>{COUNT})个?季度")
_FIRST_MONTHS = re.compile(rf"前(?P<count>{COUNT})个月")
_QUARTERS, _MONTHS_OF_QUARTER, _MONTHS = 4, 3, 12

_YEAR = re.compile(r"(?P<year>[0-9]{1,6})(?:(?P<fiscal>财年|财政年度|会计年度)|年度?)(?P<part>.*)")
_MONTH = re.compile(r"(?P<month>[0-9]{1,3})月份?(?:(?P<day>[0-9]{1,3})[日号]|(?P<part>\D*))")
_WEEK = re.compile(rf"第(?P<week>{COUNT})周")
_TERM_OF_YEAR = re.compile("(?P<season>[春秋])季?学期")
_THIRDS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "上半月": (1, 15), "下半月": (16, 31)}

_AS_OF = re.compile("(?:截至|截止到?|至|到)(?P<date>.+?)[止为]?止?")
_SINCE = re.compile("(?:自|从)?(?P<date>.+?)(?:起至今|以来|至今|起)|自(?P<since>.+)")
_SPAN_TAIL = re.compile("(?:期间|之间|间|为?止)$")
_JOINT = re.compile("至|到|—{1,2}|–|-|~")
_UNIT = re.compile("(?:年代|财年|财政年度|年度|年|季度|月份|月|日|号|周)$")
_NAMED = re.compile(r"(?P<year>[0-9]{4})年(?P<name>[^\W\d].*|“.+|618.*)")
_NO_NAME = re.compile(
    r"[月日号底末初中度前后以]|[上下](?:半年|$)|[QH]\d"
    r"|.*(?:季度|季报|个月|[上中下]旬|半月|学期|财年|年度|[\d一二三四五六七八九十][月日号]|第[^届]*[季周])"
)
"""A period gone wrong, which is no occasion's name."""
_VAGUE = re.compile("过去|近|来$|至今|目前|当前|期间|每|以来|多年|历年|累计|年初|本|上|去年|今年|当年|当日")


def simple(text: str, ends: str) -> Found | None:
    """Return the period that a text says in one piece: a year of any kind, a part of one, a day."""
    return next((found for form in (_of_year, school, decade, plan) if (found := form(text, ends))), None)


def _of_year(text: str, ends: str) -> Found | None:
    found = _YEAR.fullmatch(text)
    if not found:
        return None
    if len(found["year"]) != len("2020") and not simple(f"2020{text.removeprefix(found['year'])}", ends):
        return None
    year, part = year_of(found["year"]), found["part"]
    made = _fiscal(year, part, ends) if found["fiscal"] else _of_calendar(year, part)
    if made is None:
        _refuse_point(text, part, ends)
    return made


def _fiscal(year: int, part: str, ends: str) -> Found | None:
    whole = Found(PeriodKind.FISCAL_YEAR, fiscal_end(ends, year - 1) + DAY, fiscal_end(ends, year))
    return _part(whole, part, f"{year}财年{part}")


def _of_calendar(year: int, part: str) -> Found | None:
    first, last, text = date(year, 1, 1), date(year, 12, 31), f"{year}年{part}"
    return (
        _part(Found(PeriodKind.YEAR, first, last), part, text)
        or _of_month(year, part)
        or _point(first, date(year, 6, 30), last, part)
        or _week(year, part)
        or _term(year, part)
    )


def _part(year: Found, part: str, text: str) -> Found | None:
    """Return a part of a year of any kind: so many months from its start, or all of it."""
    assert year.start
    if _WHOLE.fullmatch(part):
        return year
    months = _months(part, text)
    if not months:
        return None
    kind, first, many = months
    after = year.end if first + many == _MONTHS else months_on(year.start, first + many) - DAY
    return Found(kind, months_on(year.start, first), after)


def _months(part: str, text: str) -> tuple[PeriodKind, int, int] | None:
    """Return a part's kind, its first month counted from nought, and how many it has."""
    if found := _HALF.fullmatch(part):
        return PeriodKind.HALF, 0 if found["first"] else 6, 6
    if found := _QUARTER.fullmatch(part):
        quarter = _counted(found["count"] or found["short"] or found["letter"], _QUARTERS, text, "quarter")
        return PeriodKind.QUARTER, _MONTHS_OF_QUARTER * (quarter - 1), _MONTHS_OF_QUARTER
    if found := _FIRST_QUARTERS.fullmatch(part):
        return PeriodKind.RANGE, 0, _MONTHS_OF_QUARTER * _counted(found["count"], _QUARTERS, text, "quarter")
    if found := _FIRST_MONTHS.fullmatch(part):
        return PeriodKind.RANGE, 0, _counted(found["count"], _MONTHS, text, "month")
    return None


def _counted(count: str, most: int, text: str, what: str) -> int:
    """Return what a count is worth, from 1 to the most that there are; raises NoDateError."""
    number = int(count) if count.isdecimal() else value_of(count)
    if number is None or not 1 <= number <= most:
        refuse(said(f"bad-date.{what}", date=text))
    return number


def _of_month(year: int, text: str) -> Found | None:
    found = _MONTH.fullmatch(text)
    if not found:
        return None
    first = day_of(year, int(found["month"]), int(found["day"] or 1))
    last, part = last_of(year, first.month), found["part"]
    if found["day"]:
        return Found(PeriodKind.DAY, first, first)
    if not part:
        return Found(PeriodKind.MONTH, first, last)
    if part in _THIRDS:
        from_, to = _THIRDS[part]
        return Found(PeriodKind.PART, first.replace(day=from_), last.replace(day=min(to, last.day)))
    return _point(first, first.replace(day=15), last, part)


def _point(first: date, middle: date, last: date, part: str) -> Found | None:
    """Return a point in a year or month: its end is a day, 初 and 中 are about one."""
    found = _POINT.fullmatch(part)
    if not found:
        return None
    if found["point"] in _ENDS:
        return Found(PeriodKind.AS_OF, None, last)
    about = first if found["point"] == "初" else middle
    return Found(PeriodKind.AROUND, about, about)


def _refuse_point(text: str, part: str, ends: str) -> None:
    """Refuse the end of what is neither a year nor a month (2020年第三季度末): its last day is written out."""
    point = re.fullmatch(rf".*?(年?(?P<point>[初{_ENDS}]))", part)
    inner = simple(text.removesuffix(point[1]), ends) if point else None
    if not point or not inner or not inner.start or not inner.end:
        return
    cure = _written(inner.start) if point["point"] == "初" else _end_of(inner.end)
    refuse(said("bad-date.no-point", date=text), said("hint.write", cure=cure))


def _end_of(day: date) -> str:
    return f"{day.year}年{day.month}月底" if day == last_of(day.year, day.month) else f"截至{_written(day)}"


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _week(year: int, part: str) -> Found | None:
    """Return a week of the ISO calendar (GB/T 7408.1): from Monday, the first with most of its days in the year."""
    found = _WEEK.fullmatch(part)
    if not found:
        return None
    weeks = date(year, 12, 28).isocalendar().week
    first = date.fromisocalendar(year, _counted(found["week"], weeks, f"{year}年{part}", "week"), 1)
    return Found(PeriodKind.WEEK, first, first + 6 * DAY)


def _term(year: int, part: str) -> Found | None:
    found = _TERM_OF_YEAR.fullmatch(part)
    return term_of(year - (found["season"] == "春"), second=found["season"] == "春") if found else None


def as_of(text: str, ends: str) -> Found | None:
    """Return the end of what 截至 stands before."""
    found = _AS_OF.fullmatch(text)
    inner = found and (simple(found["date"], ends) or span(found["date"], ends))
    return Found(PeriodKind.AS_OF, None, inner.end) if inner and inner.end else None


def since(text: str, ends: str) -> Found | None:
    """Return what begins and goes on."""
    found = _SINCE.fullmatch(text)
    inner = found and simple(found["date"] or found["since"], ends)
    return Found(PeriodKind.OPEN, inner.start or inner.end, None) if inner else None


def span(text: str, ends: str) -> Found | None:
    """Return what reaches from one period to another, either of which may leave out what the other says (2020年1—9月)."""
    bare = _SPAN_TAIL.sub("", text.removeprefix("自").removeprefix("从"))
    for joint in _JOINT.finditer(bare):
        first, last = bare[: joint.start()], bare[joint.end() :]
        begun = next((found for whole in _with_unit(first, last) if (found := simple(whole, ends))), None)
        over = begun and next((found for whole in _with_year(last, first) if (found := simple(whole, ends))), None)
        if begun and over:
            return _joined(begun, over, (first, last), text)
    return None


def _with_unit(first: str, last: str) -> tuple[str, ...]:
    """Return the start of a span as it stands, and with the unit that it leaves to the end (2018—2020年, 2020年1—6月)."""
    unit = _UNIT.search(last.rstrip(_ENDS))
    return (first, first + unit[0]) if unit else (first,)


def _with_year(last: str, first: str) -> tuple[str, ...]:
    """Return the end of a span as it stands, and with the year or month that it leaves to the start (2020年4月1日至5日)."""
    heads = (re.match("[0-9]+(?:财年|财政年度|年度?)", first), re.match("[0-9]+年[0-9]+月", first))
    return (last, *(head[0] + last for head in heads if head))


def _joined(begun: Found, over: Found, ends: tuple[str, str], text: str) -> Found:
    start, end = begun.start or begun.end, over.end or over.start
    if start and end and start > end:
        first, last = ends
        later = f"{first}至{start.year + 1}年{last}"
        cure = f"{last}至{first}" if simple(last, "12月31日") else later if simple(f"{start.year + 1}年{last}", "") else ""
        refuse(said("bad-date.backwards", text=text), said("hint.did-you-mean", cure=cure) if cure else None)
    return Found(PeriodKind.RANGE, start, end)


def named(text: str, _ends: str) -> Found | None:
    """Return an occasion of a year (2020年天猫双11): its words are its meaning, its days are not known."""
    found = _NAMED.fullmatch(text)
    if not found or _NO_NAME.match(found["name"]):
        return None
    year = year_of(found["year"])
    return Found(PeriodKind.VAGUE, date(year, 1, 1), date(year, 12, 31))


def vague(text: str, _ends: str) -> Found | None:
    """Return what only words say (过去一年)."""
    worded = _VAGUE.search(text) and not re.search("[0-9]{3}", text) and not _months(text, text)
    return Found(PeriodKind.VAGUE, None, None) if worded else None


DATED: tuple[Form, ...] = (simple, as_of, span, since)
"""The forms whose days are known."""

FORMS: tuple[Form, ...] = (*DATED, named, vague)
"""All forms of a period; the first that fits is meant."""
