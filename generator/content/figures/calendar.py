"""Dates of the Gregorian calendar in a report: years in full, months, days, the ends of fiscal years. Numbers in; days out.

What no calendar has is refused with a slip.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, date
from typing import NoReturn

from generator.content.slip import Slip

_NARROW = str.maketrans("０１２３４５６７８９～－", "0123456789——", " 　")
_FIRST_YEAR = 1900
"""Earlier years are taken for slips of the keyboard (202年, 0221年)."""
_LAST_YEAR = MAXYEAR // 4
"""Likewise later ones (20211年)."""
_LEAP = 2020
"""A year with a 29th of February."""
_MONTHS = 12
_WRITE_END = "write `fiscal_year_ends: 3月31日` under `report:`"

NO_FISCAL_YEAR = Slip("bad-date", "the report does not say when its fiscal year ends", _WRITE_END)


class NoDateError(ValueError):
    """A date that no calendar has: an inner signal of `period.read`, which returns its slip."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.why)
        self.slip = slip


def refuse(why: str, cure: str = "") -> NoReturn:
    """Raise NoDateError."""
    raise NoDateError(Slip("bad-date", why, cure))


def normalized(text: str) -> str:
    """Return a period's text with half-width digits and without spaces."""
    return text.translate(_NARROW)


def year_of(text: str) -> int:
    """Return a year of four digits; raises NoDateError."""
    year = int(text)
    if len(text) != len("2020"):
        refuse(f"`{text}年` is not a year", "years have four digits: `2020年`")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        refuse(f"`{text}年` is not a year", f"it lies outside {_FIRST_YEAR}–{_LAST_YEAR}")
    return year


def day_of(year: int, month: int, day: int) -> date:
    """Return a day; raises NoDateError."""
    if not 1 <= month <= _MONTHS:
        refuse(f"`{year}年{month}月` is not a date: the year has 12 months")
    last = last_of(year, month).day
    if not 1 <= day <= last:
        refuse(f"`{year}年{month}月{day}日` is not a date: {month}月 of {year} has {last} days")
    return date(year, month, day)


def last_of(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def fiscal_end(ends: str, year: int) -> date:
    """Return the last day of a fiscal year, from the report's `fiscal_year_ends` (3月31日); raises NoDateError."""
    if not ends:
        raise NoDateError(NO_FISCAL_YEAR)
    found = re.fullmatch("([0-9]{1,2})月(?:([0-9]{1,2})日|底|末)", normalized(ends))
    if not found:
        refuse(f"`{ends}` is not a day of the year", _WRITE_END)
    month = int(found[1])
    if not 1 <= month <= _MONTHS:
        refuse(f"`{ends}` is not a day of the year: the year has 12 months", _WRITE_END)
    longest = last_of(_LEAP, month).day
    day = int(found[2] or longest)
    if not 1 <= day <= longest:
        refuse(f"`{ends}` is not a day of the year: {month}月 has at most {longest} days", _WRITE_END)
    last = last_of(year, month)
    return last.replace(day=min(day, last.day))
