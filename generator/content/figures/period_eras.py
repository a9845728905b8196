"""Years of their own kinds: school years and their terms, decades and centuries, the years of a five-year plan. Text in; days out."""

from __future__ import annotations

import re
from datetime import date

from generator.content.figures.calendar import refuse, year_of
from generator.content.figures.numerals import value_of
from generator.content.figures.period_kind import Found, PeriodKind
from generator.diagnostics import said

COUNT = "[0-9一二两三四五六七八九十]{1,3}"
"""A pattern of a small number, in digits or Han."""

_SCHOOL = re.compile(
    r"(?P<year>[0-9]{4})年?(?:—{1,2}|–|-|至)(?P<next>[0-9]{4})年?学年度?(?:第?(?P<term>[一二12])学期|(?P<upper>[上下])学期)?"
)
_DECADE = re.compile(rf"(?:(?P<century>{COUNT})世纪(?P<decade>[0-9一二三四五六七八九十]{{1,2}}0?)年代|(?P<year>[0-9]{{3}}0)年代)")
_CENTURY = re.compile(rf"(?P<century>{COUNT})世纪")
_PLAN = re.compile('(?P<open>[“"「]?)(?P<plan>[一二三四五六七八九十]{1,2})五[”"」]?(?P<part>时期|期间|规划期间?|期?末|以来|)')


def school(text: str, _ends: str) -> Found | None:
    """Return a school year, from September to August, or a term of it, which ends with January or with the year."""
    found = _SCHOOL.fullmatch(text)
    if not found:
        return None
    year = year_of(found["year"])
    if int(found["next"]) != year + 1:
        refuse(said("bad-date.school-year", date=text))
    if found["term"] or found["upper"]:
        return term_of(year, second=found["term"] in ("二", "2") or found["upper"] == "下")
    return Found(PeriodKind.SCHOOL_YEAR, date(year, 9, 1), date(year + 1, 8, 31))


def term_of(year: int, *, second: bool) -> Found:
    """Return a term of the school year that begins in a year."""
    days = (date(year + 1, 2, 1), date(year + 1, 8, 31)) if second else (date(year, 9, 1), date(year + 1, 1, 31))
    return Found(PeriodKind.TERM, *days)


def decade(text: str, _ends: str) -> Found | None:
    """Return a century, or a decade of one (20世纪90年代, 1990年代)."""
    if found := _CENTURY.fullmatch(text):
        first = year_of(f"{(_worth(found['century']) - 1) * 100 + 1:04}")
        return Found(PeriodKind.CENTURY, date(first, 1, 1), date(first + 99, 12, 31))
    if not (found := _DECADE.fullmatch(text)):
        return None
    tens = _worth(found["decade"]) if found["decade"] else 0
    if tens % 10:
        return None
    first = year_of(found["year"] or f"{(_worth(found['century']) - 1) * 100 + tens:04}")
    return Found(PeriodKind.DECADE, date(first, 1, 1), date(first + 9, 12, 31))


def _worth(count: str) -> int:
    return int(count) if count.isdecimal() else value_of(count) or 0


def plan(text: str, _ends: str) -> Found | None:
    """Return the years of a five-year plan: the third and later ones follow each other from 1966 on, the first two from 1953."""
    found = _PLAN.fullmatch(text)
    if not found or not (found["open"] or found["part"]):
        return None
    number = _worth(found["plan"])
    first = (1951 if number > 2 else 1948) + 5 * number  # noqa: PLR2004 - the second plan was followed by three years without one
    start, end = date(first, 1, 1), date(first + 4, 12, 31)
    if found["part"].endswith("末"):
        return Found(PeriodKind.AS_OF, None, end)
    return Found(PeriodKind.OPEN, start, None) if found["part"] == "以来" else Found(PeriodKind.PLAN, start, end)
