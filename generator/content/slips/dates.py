"""Dates typed into a text that no calendar has: 2月30日, 2021年13月. A text in; slips out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.content.figures import period
from generator.content.slip import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATE = re.compile(
    r"[0-9]{4}年?[-—–至](?:[0-9]{4}年?)(?![0-9万亿])|[0-9]{4}(?:财年|财政年度)"
    r"|(?P<full>(?:[0-9]{4}年)(?:[0-9]{1,3}月(?:[0-9]{1,3}日)?)?)|(?P<part>[0-9]{1,2}月(?:[0-9]{1,2}日)?)"
)
_LEAP_YEAR = "2020年"
"""Stands before 2月29日 typed without its year, which may well be right."""


def bad_dates(text: str) -> Iterator[Slip]:
    """Yield the dates of a text that no calendar has."""
    for found in _DATE.finditer(text):
        said = found["full"] or (_LEAP_YEAR + found["part"] if found["part"] else "")
        slip = period.read(said, "") if "月" in said else None
        if isinstance(slip, Slip):
            why = slip.why if found["full"] else slip.why.replace(f"`{_LEAP_YEAR}", "`")
            yield replace(slip, why=why, at=found.start())
