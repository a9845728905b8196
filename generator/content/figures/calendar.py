"""Dates of the Gregorian calendar in a report: years in full, months, days, the ends of fiscal years. Numbers in; days out.

What no calendar has is refused with a slip.
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, date
from typing import NoReturn

from generator.content.slip import Slip
from generator.diagnostics import Words, said

_NARROW = str.maketrans("０１２３４５６７８９", "0123456789", " \u3000")
_JOINTS = str.maketrans("～〜－─", "————")
_FIRST_YEAR = 1900
"""Earlier years are taken for slips of the keyboard (202年, 0221年)."""
_LAST_YEAR = MAXYEAR // 4
"""Likewise later ones (20211年)."""
_LEAP = 2020
"""A year with a 29th of February."""
_MONTHS = 12
_WRITE_END = said("bad-date.write-end")

NO_FISCAL_YEAR = Slip(said("bad-date.no-fiscal-year"), _WRITE_END)


class NoDateError(ValueError):
    """A date that no calendar has: an inner signal of `period.read`, which returns its slip."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(str(slip.says))
        self.slip = slip


def refuse(says: Words, cure: Words | None = None) -> NoReturn:
    """Raise NoDateError."""
    raise NoDateError(Slip(says, cure))


def narrowed(text: str) -> str:
    """Return a period's text as it is printed: with half-width digits (GB/T 15835-2011, 4), without spaces."""
    return text.translate(_NARROW)


def normalized(text: str) -> str:
    """Return a period's text as it is read: with one sign for a joint, too."""
    return narrowed(text).translate(_JOINTS)


def year_of(text: str) -> int:
    """Return a year of four digits; raises NoDateError."""
    year = int(text)
    if len(text) != len("2020"):
        refuse(said("bad-date.year", date=f"{text}年"), said("bad-date.four-digits"))
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        refuse(said("bad-date.year", date=f"{text}年"), said("bad-date.outside", first=_FIRST_YEAR, last=_LAST_YEAR))
    return year


def day_of(year: int, month: int, day: int) -> date:
    """Return a day; raises NoDateError."""
    if not 1 <= month <= _MONTHS:
        refuse(said("bad-date.month", date=f"{year}年{month}月"))
    last = last_of(year, month).day
    if not 1 <= day <= last:
        refuse(said("bad-date.day", date=f"{year}年{month}月{day}日", last=last))
    return date(year, month, day)


def last_of(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months_on(day: date, months: int) -> date:
    """Return the day so many months on, or the last of its month where that month is shorter; raises NoDateError past all years."""
    years, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    last = last_of(year_of(f"{years:04}"), month + 1)
    return last.replace(day=min(day.day, last.day))


def fiscal_end(ends: str, year: int) -> date:
    """Return the last day of a fiscal year, from the report's `fiscal_year_ends` (3月31日); raises NoDateError."""
    if not ends:
        raise NoDateError(NO_FISCAL_YEAR)
    found = re.fullmatch("([0-9]{1,2})月(?:([0-9]{1,2})日|底|末)", normalized(ends))
    if not found:
        refuse(said("bad-date.end", date=ends), _WRITE_END)
    month = int(found[1])
    if not 1 <= month <= _MONTHS:
        refuse(said("bad-date.month", date=ends), _WRITE_END)
    longest = last_of(_LEAP, month).day
    day = int(found[2] or longest)
    if not 1 <= day <= longest:
        refuse(said("bad-date.day", date=ends, last=longest), _WRITE_END)
    last = last_of(year, month)
    return last.replace(day=min(day, last.day))
