"""What is typed into a text: numbers, each with the way to keep it true, and dates that no calendar has. A text in; slips out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import decomposition, normalize

from generator.content.figures import period
from generator.content.slip import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content.quotations import Quotations
    from generator.content.wording import TypedNumber, Wording

_DATE = re.compile(
    r"[0-9]{4}年?[-—–至](?:[0-9]{4}年?)(?![0-9万亿])|[0-9]{4}(?:财年|财政年度)"
    r"|(?P<full>(?:[0-9]{4}年)(?:[0-9]{1,3}月(?:[0-9]{1,3}日)?)?)|(?P<part>[0-9]{1,2}月(?:[0-9]{1,2}日)?)"
)
_LEAP_YEAR = "2020年"
"""Stands before 2月29日 typed without its year, which may well be right."""
_SHIFTS = {"<sub>": "~", "<super>": "^"}
_SHOWN = 24
"""Characters of the author's text quoted in a message."""
SIGNS = ("-", "−")


def typed_numbers(text: str, wording: Wording | Quotations) -> Iterator[Slip]:
    """Yield the numbers of a text that nothing accounts for."""
    for number in wording.typed(text):
        why = f"the number `{number.text[:_SHOWN]}` is typed into the text"
        yield Slip("typed-number", why, _cure(number), number.start, grave=False)


def _cure(number: TypedNumber) -> str:
    if number.cure:
        return number.cure
    if shift := _SHIFTS.get(decomposition(number.text).partition(" ")[0] if len(number.text) == 1 else ""):
        return f"write `{shift}{normalize('NFKC', number.text)}{shift}` behind a letter: m^2^, CO~2~"
    if not number.reference:
        return "make it a figure and write `【名】`, or give it a reason under `exempt:` or `names:`"
    name = number.reference
    worth = f"it equals `{name}`" if number.says.startswith(number.text) else f"`{name}` is `{number.says}`"
    return f"{worth}: write `【{name}】`, and it can never go stale"


def grown(sign: str, where: str) -> Slip:
    """Return the slip of a sign or a scale that stands before or after a number that is accounted for."""
    cure = "part them by a word or `—`" if sign in SIGNS else "part them by a word, or write it into the value"
    return Slip("typed-number", f"the `{sign}` {where} a number makes another number of it", cure, grave=False)


def bad_dates(text: str) -> Iterator[Slip]:
    """Yield the dates of a text that no calendar has."""
    for found in _DATE.finditer(text):
        said = found["full"] or (_LEAP_YEAR + found["part"] if found["part"] else "")
        slip = period.read(said, "") if "月" in said else None
        if isinstance(slip, Slip):
            why = slip.why if found["full"] else slip.why.replace(f"`{_LEAP_YEAR}", "`")
            yield replace(slip, why=why, at=found.start())
