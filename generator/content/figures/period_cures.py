"""What a text that is no period was meant to be: 2020.9, Q3 2020, FY2021, 20年9月, 二零二零年 as they are written out.

A text in; the same with every known way of writing replaced, where that is then a period: a cure is read before it is offered.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from generator.content.figures.numerals import value_of
from generator.content.figures.period_forms import DATED
from generator.diagnostics import Words, said

_Mend: TypeAlias = str | Callable[[re.Match[str]], str]

_CENTURY = "20"
"""Of a year of two digits."""
_QUARTERS = " 一二三四"
_ENGLISH = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_HAN = "〇零○一二三四五六七八九"
_NO_DIGIT, _END = "(?<![0-9])", "(?![0-9])"
_Y = "(?:(?P<year>[0-9]{4})|(?P<short>[0-9]{2}))"
_FISCAL = "(?P<fiscal>财年|财政年度)?"


def written_out(plain: str, ends: str) -> Words | None:
    """Return the cure of a text that is no period, None where its author alone knows what is meant.

    Raises NoDateError where it means a date that no calendar has (2020-13).
    """
    cure = _mended(plain)
    if cure != plain and _is_period(cure, ends):
        return said("hint.write", cure=cure)
    dated = _mended(f"2020年{plain}")
    return said("bad-date.add-year", cure=dated) if _is_period(dated, ends) else None


def _mended(text: str) -> str:
    text = text.upper()
    for pattern, mend in _MENDS:
        text = pattern.sub(mend, text)
    return text


def _is_period(text: str, ends: str) -> bool:
    return any(form(text, ends) for form in DATED)


def _full(found: re.Match[str]) -> str:
    return found["year"] or _CENTURY + found["short"]


def _half(found: re.Match[str]) -> str:
    return f"{_full(found)}{found['fiscal'] or '年'}{'上' if found['part'] == '1' else '下'}半年"


def _quarter(found: re.Match[str]) -> str:
    return f"{_full(found)}{found['fiscal'] or '年'}第{_QUARTERS[int(found['part'])]}季度"


def _month(found: re.Match[str]) -> str:
    day = f"{int(found['day'])}日" if found["day"] else ""
    return f"{found['year']}年{int(found['month'])}月{day}"


def _english(found: re.Match[str]) -> str:
    return f"{found['year'] or found['after']}年{_ENGLISH.index(found['month'] or found['before']) + 1}月"


def _school(found: re.Match[str]) -> str:
    year = int(found["year"])
    return f"{year}—{year + 1}学年" if not found["next"] or int(found["next"]) % 100 == (year + 1) % 100 else found[0]


def _number(found: re.Match[str]) -> str:
    return str(value_of(found[0].replace("○", "〇")))


_MENDS: tuple[tuple[re.Pattern[str], _Mend], ...] = tuple(
    (re.compile(pattern), mend)
    for pattern, mend in (
        (f"[{_HAN}]{{4}}(?=年|财年)", _number),
        (r"(?<=[年月至到—-])[一二三四五六七八九十]{1,3}(?=[月日号—至到-])", _number),
        (rf"(?P<year>{_NO_DIGIT}[0-9]{{4}})(?:[-/—](?P<next>[0-9]{{4}}|[0-9]{{2}}))?学年", _school),
        (rf"FY['’]?{_Y}", lambda found: f"{_full(found)}财年"),
        (rf"{_NO_DIGIT}{_Y}(?:FY|年财年)", lambda found: f"{_full(found)}财年"),
        (rf"{_NO_DIGIT}(?P<short>[0-9]{{2}})(?=财年)", r"20\g<short>"),
        (rf"Q(?P<part>[1-4])[-/'’]?{_Y}{_END}{_FISCAL}年?", _quarter),
        (rf"{_NO_DIGIT}(?P<part>[1-4])Q[-/'’]?{_Y}{_END}{_FISCAL}", _quarter),
        (rf"{_NO_DIGIT}{_Y}[-/.]?Q(?P<part>[1-4])(?P<fiscal>)", _quarter),
        (rf"H(?P<part>[12])[-/'’]?{_Y}{_END}{_FISCAL}年?", _half),
        (rf"{_NO_DIGIT}(?P<part>[12])H[-/'’]?{_Y}{_END}{_FISCAL}", _half),
        (rf"{_NO_DIGIT}{_Y}[-/.]?H(?P<part>[12])(?P<fiscal>)", _half),
        (rf"(?P<month>{'|'.join(_ENGLISH)})[A-Z]*[.,]?(?P<year>[0-9]{{4}})|(?P<after>[0-9]{{4}})(?P<before>{'|'.join(_ENGLISH)})[A-Z]*",
         _english),
        (rf"{_NO_DIGIT}(?P<year>[0-9]{{4}})(?P<sep>[-/.])(?P<month>[0-9]{{1,2}})(?:(?P=sep)(?P<day>[0-9]{{1,2}}))?{_END}[月日号]?", _month),
        (r"^(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})?$", _month),
        (r"^([0-9]{4})[-—~至到]+([0-9]{4})$", r"\1—\2年"),
        (rf"{_NO_DIGIT}([0-9]{{4}})(?=$|第?[一二三四1-4]季度|[上下]半年)", r"\1年"),
        (rf"{_NO_DIGIT}([0-9]{{2}})年(?=[0-9QH第上下前初底末一二三四全度至到—-])", r"20\1年"),
    )
)  # fmt: skip
"""Ways of writing that are mended, each before those that would take a part of it."""
