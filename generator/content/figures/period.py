"""Periods as people write them: 2020年, 2021财年, 截至2021年3月, 2017年12月至2020年12月, 过去一年. Text in; first and last day out.

Dates follow GB/T 15835-2011 (Arabic digits, years in full) and the Gregorian calendar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from generator.content.figures.calendar import NoDateError, day_of, fiscal_end, last_of, normalized, refuse, year_of
from generator.content.slip import Slip, shortened
from generator.diagnostics import Words, said


class PeriodKind(Enum):
    """What a period is; AS_OF has an end only, a RANGE may be open at its end (2019年起), VAGUE may lack both."""

    YEAR = "year"
    FISCAL_YEAR = "fiscal_year"
    MONTH = "month"
    DAY = "day"
    AS_OF = "as_of"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, eq=False)
class Period:
    """A period: the author's text, its kind, first and last day. Equal when they mean the same (2020年 and ２０２０年)."""

    text: str
    kind: PeriodKind
    start: date | None
    end: date | None

    @property
    def _meaning(self) -> tuple[PeriodKind, date | None, date | None, str]:
        return self.kind, self.start, self.end, normalized(self.text) if self.kind is PeriodKind.VAGUE else ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and self._meaning == other._meaning

    def __hash__(self) -> int:
        return hash(self._meaning)

    def __str__(self) -> str:
        return self.text


_DATE = r"(?P<year>[0-9]{1,6})年(?:度|(?P<month>[0-9]{1,3})月(?:(?P<day>[0-9]{1,3})[日号])?)?"
_PART = r"(?:底|末|年底|年末|初|年初|上半年|下半年|(?:第?[一二三四1-4]|[一二三四])季度|Q[1-4])"
_ONE = re.compile(rf"{_DATE}(?P<part>{_PART})?")
_FISCAL = re.compile(r"(?P<year>[0-9]{1,6})(?:财年|财政年度)")
_AS_OF = re.compile(r"(?:截至|截止到?|至|到)(?P<date>.+?)(?P<past>[止为]止?)?")
_SINCE = re.compile(r"自?(?P<date>.+?)(?:起|以来|至今)|自(?P<from>.+)")
_SPAN = re.compile(r"自?(?P<first>[0-9].*?)(?:至|到|—{1,2}|–|-|~)(?P<last>[0-9].*)")
_NAMED = re.compile(r"(?P<year>[0-9]{4})年(?P<name>[^\W\d].*|“.+)")
_VAGUE = re.compile("过去|近|来$|至今|目前|当前|期间|每|以来|多年|历年|累计|年初|本|上|去年|今年|当年|当日")
_SHORT = re.compile(r"(?P<year>[0-9]{4})(?:[-/.](?P<month>[0-9]{1,2})(?:[-/.](?P<day>[0-9]{1,2}))?)?")
_LONGEST = 60
"""Characters of a period: more is a sentence."""
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}

FORMS = said("bad-date.forms")


def read(text: str, fiscal_year_ends: str) -> Period | Slip:
    """Return the period that a text says, or why it says none (GB/T 15835-2011 for the forms).

    `fiscal_year_ends` is the report's own (3月31日), or empty when it has none.
    """
    plain = normalized(text)
    if not plain:
        return Slip(said("bad-date.none"), FORMS)
    if len(plain) > _LONGEST:
        return Slip(said("bad-date.sentence", text=shortened(text)), FORMS)
    try:
        found = next((found for form in _READERS if (found := form(plain, fiscal_year_ends))), None)
    except NoDateError as fault:
        return fault.slip
    return Period(text, *found) if found else Slip(said("bad-date.period", text=text), _written_out(plain))


_Found = tuple[PeriodKind, date | None, date | None]


def _one(text: str, _ends: str) -> _Found | None:
    found = _ONE.fullmatch(text)
    if not found:
        return None
    start, end = _bounds(found)
    if part := found["part"]:
        return _part_of(start, end, part)
    kind = PeriodKind.DAY if found["day"] else PeriodKind.MONTH if found["month"] else PeriodKind.YEAR
    return kind, start, end


def _bounds(found: re.Match[str]) -> tuple[date, date]:
    """Return the first and last day of a year, month or day; raises NoDateError for a date that does not exist."""
    year = year_of(found["year"])
    if found["month"] is None:
        return date(year, 1, 1), date(year, 12, 31)
    first = day_of(year, int(found["month"]), int(found["day"] or 1))
    return first, first if found["day"] else last_of(year, first.month)


def _part_of(start: date, end: date, part: str) -> _Found:
    if part[-1] in "底末":
        return PeriodKind.AS_OF, None, end
    if part[-1] == "初":
        return PeriodKind.VAGUE, start, end
    if part in ("上半年", "下半年"):
        first, months = (1 if part == "上半年" else 7), 6
    else:
        first, months = 3 * next(_QUARTERS[char] for char in part if char in _QUARTERS) - 2, 3
    last = first + months - 1
    return PeriodKind.RANGE, start.replace(month=first), last_of(start.year, last)


def _fiscal(text: str, ends: str) -> _Found | None:
    found = _FISCAL.fullmatch(text)
    if not found:
        return None
    year = year_of(found["year"])
    return PeriodKind.FISCAL_YEAR, fiscal_end(ends, year - 1) + timedelta(days=1), fiscal_end(ends, year)


def _as_of(text: str, ends: str) -> _Found | None:
    found = _AS_OF.fullmatch(text)
    inner = found and (_one(found["date"], ends) or _fiscal(found["date"], ends))
    return (PeriodKind.AS_OF, None, inner[2]) if inner else None


def _span(text: str, ends: str) -> _Found | None:
    found = _SPAN.fullmatch(text)
    if not found:
        return None
    last = _one(found["last"], ends) or _fiscal(found["last"], ends) or _completed(found["last"], found["first"], ends)
    first = _one(found["first"], ends) or _fiscal(found["first"], ends) or _completed_first(found["first"], found["last"], ends)
    if not last or not first:
        return None
    start, end = first[1] or first[2], last[2]
    if start and end and start > end:
        refuse(said("bad-date.backwards", text=text))
    return PeriodKind.RANGE, start, end


def _completed(last: str, first: str, ends: str) -> _Found | None:
    """Read the end of a range that leaves out its year (2020年4月至6月)."""
    year = re.match("[0-9]+年", first)
    month = re.match(".*年[0-9]+月", first)
    return (_one(year[0] + last, ends) if year else None) or (_one(month[0] + last, ends) if month else None)


def _completed_first(first: str, last: str, ends: str) -> _Found | None:
    """Read the start of a range that leaves the unit to its end (2018—2020年, 2020年1—6月, 2019—2021财年)."""
    unit = re.search("(年|财年|月)(?:底|末)?$", last)
    return (_one(first + unit[1], ends) or _fiscal(first + unit[1], ends)) if unit else None


def _since(text: str, ends: str) -> _Found | None:
    found = _SINCE.fullmatch(text)
    inner = found and _one(found["date"] or found["from"], ends)
    return (PeriodKind.RANGE, inner[1] or inner[2], None) if inner else None


def _named(text: str, _ends: str) -> _Found | None:
    """Read an occasion of a year (2020年天猫双11): its words are its meaning, its days are not known."""
    found = _NAMED.fullmatch(text)
    if not found or re.match("[月日号底末初度]", found["name"]):
        return None
    year = year_of(found["year"])
    return PeriodKind.VAGUE, date(year, 1, 1), date(year, 12, 31)


def _vague(text: str, _ends: str) -> _Found | None:
    return (PeriodKind.VAGUE, None, None) if _VAGUE.search(text) and not re.search("[0-9]{3}", text) else None


def _written_out(plain: str) -> Words:
    """Return the cure of a text that is no period: its own date with its words, where it is one (2020-3), else all the forms."""
    short = _SHORT.fullmatch(plain)
    if not short:
        return FORMS
    month = f"{int(short['month'])}月" if short["month"] else ""
    day = f"{int(short['day'])}日" if short["day"] else ""
    return said("hint.write", cure=f"{short['year']}年{month}{day}")


_READERS = (_one, _fiscal, _as_of, _span, _since, _named, _vague)
"""The forms of a period; the first that fits is meant."""
