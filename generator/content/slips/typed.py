"""What is typed into a text: numbers, each with the way to keep it true, and dates that no calendar has. A text in; slips out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import decomposition, normalize

from generator.content.figures import period
from generator.content.figures.numerals import value_of
from generator.content.slip import Slip, shortened
from generator.diagnostics import Words, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.quotations import Quotations
    from generator.content.wording import TypedNumber, Wording

_DATE = re.compile(
    r"[0-9]{4}年?[-—–至](?:[0-9]{4}年?)(?![0-9万亿])|[0-9]{4}(?:财年|财政年度)"
    r"|(?P<full>(?:[0-9]{4}年)(?:[0-9]{1,3}月(?:[0-9]{1,3}日)?)?)|(?P<part>[0-9]{1,2}月(?:[0-9]{1,2}日)?)"
)
_LEAP_YEAR = "2020年"
"""Stands before 2月29日 typed without its year, which may well be right."""
_HAN_YEAR = re.compile("(?P<year>[一二][零〇一二三四五六七八九]{3})年")
_DAY = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<mark>[./])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>[12][0-9]|3[01]|0?[1-9])")
_JOINT = re.compile("[—–~～至到∶:：/／-]|——|--")
_SHIFTS = {"<sub>": "~", "<super>": "^"}
SIGNS = ("-", "−")


def typed_numbers(text: str, wording: Wording | Quotations) -> Iterator[Slip]:
    """Yield the numbers of a text that nothing accounts for."""
    for number in _whole(text, wording.typed(text)):
        key = "typed-number.in-words" if number.worded else "typed-number.in-text"
        yield Slip(said(key, number=shortened(number.text)), _cure(number), number.start, grave=not number.worded)


def _whole(text: str, numbers: Iterable[TypedNumber]) -> Iterator[TypedNumber]:
    """Yield numbers, those that a mark joins (15—20分钟, 1∶20, 2021/8/5) as the one that they are."""
    last: TypedNumber | None = None
    for number in numbers:
        end = last.start + len(last.text) if last else 0
        if last and _JOINT.fullmatch(text, end, number.start):
            last = replace(last, text=text[last.start : number.start + len(number.text)], reference="", written="")
            continue
        if last:
            yield last
        last = number
    if last:
        yield last


def _cure(number: TypedNumber) -> Words:
    if number.cure:
        return number.cure
    if date := _date(number.text):
        return said("hint.write", cure=date)
    if shift := _SHIFTS.get(decomposition(number.text).partition(" ")[0] if len(number.text) == 1 else ""):
        return said("typed-number.shift", cure=f"{shift}{normalize('NFKC', number.text)}{shift}")
    if not number.reference:
        as_value = said("typed-number.register-as", value=number.written) if number.written else None
        return as_value or said("typed-number.register")
    if number.says.startswith(number.text):
        return said("typed-number.equals", name=number.reference)
    return said("typed-number.worth", name=number.reference, value=number.says)


def _date(text: str) -> str:
    """Return the date that a numeral says in another way than dates are written: 二〇二〇年, 2021/8/5."""
    if year := _HAN_YEAR.fullmatch(text):
        return f"{value_of(year['year'])}年"
    day = _DAY.fullmatch(text)
    return f"{day['year']}年{int(day['month'])}月{int(day['day'])}日" if day else ""


def grown(what: str, mark: str) -> Slip:
    """Return the slip of a `sign` before, or a `scale` after, a number that is accounted for."""
    return Slip(said(f"typed-number.{what}", mark=mark), said(f"typed-number.part-{what}"))


def bad_dates(text: str) -> Iterator[Slip]:
    """Yield the dates of a text that no calendar has."""
    for found in _DATE.finditer(text):
        date = found["full"] or (_LEAP_YEAR + found["part"] if found["part"] else "")
        slip = period.read(date, "") if "月" in date else None
        if isinstance(slip, Slip):
            values = dict(slip.says.values) | {"date": found[0]}
            yield replace(slip, says=said(slip.says.key, **values), at=found.start())
