"""Who found a value right, and on which day: the cells of a row and what the content holds in; refusals, or what is lacking, out.

A signature is that of a status and of the value that it was given: it never goes on with another one.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.content.figures import period as periods
from generator.content.figures.period import Period
from generator.diagnostics import said
from generator.edition.collect.form import BY, ON, STATUS, STATUSES, VALUE
from generator.edition.fill.cells import Nature
from generator.edition.fill.saying import Refusal, held

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.content.model import Value
    from generator.edition.fill.cells import Cell

    Cells = Mapping[str, Cell]

SIGNED = frozenset({"reviewed", "approved"})
"""The statuses that somebody gives on a day."""
KEYS = {BY: "by", ON: "on"}
FIRST_DAY, MOST_DAYS = date(1899, 12, 30), 2_958_466
"""The day that a workbook counts from, and the first count after the year 9999 (ECMA-376 Part 1, 18.17.4.1)."""
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def day(cells: Cells) -> str | Refusal:
    """Return the day that a row names, as the content writes days, "" for none; a date that the program made of it is a day too."""
    cell = cells[ON]
    found = _DAY.fullmatch(cell.text)
    if cell.nature is Nature.DATE and (serial := Decimal(cell.text)) < MOST_DAYS:
        return _in_words(FIRST_DAY + timedelta(days=int(serial)))
    if found:
        try:
            return _in_words(date(*map(int, found.groups())))
        except ValueError:
            return _no_day(cell)
    return cell.text if not cell.text or isinstance(periods.read(cell.text, ""), Period) else _no_day(cell)


def _no_day(cell: Cell) -> Refusal:
    return Refusal(ON, said("bad-cell.day", text=cell.text), (said("bad-cell.write-day"),))


def _in_words(one: date) -> str:
    return f"{one.year}年{one.month}月{one.day}日"


def unsigned(cells: Cells) -> Iterator[Refusal]:
    """Yield a refusal where a name or a day stands beside no status."""
    if cells[VALUE].text and not cells[STATUS].text and (header := next((one for one in (BY, ON) if cells[one].text), "")):
        yield Refusal(
            STATUS, said("unsigned-cell.of-what", header=header), (said("unsigned-cell.choose", known=tuple(STATUSES)),)
        )


def is_dropped(key: str, changes: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Tell whether what a row leaves empty is dropped: the signature of a status that is another one now."""
    return key in KEYS.values() and bool(changes["status"]) and changes["status"] != now["status"]


def lacking(after: Mapping[str, str]) -> Iterator[str]:
    """Yield the headers of what a status should have beside it."""
    if after["status"] in SIGNED:
        yield from (header for header, key in KEYS.items() if not after[key])


def of_the_old(value: Value, read: Mapping[str, str]) -> Iterator[Refusal]:
    """Yield the refusal of a value that became another under the signature of the old one."""
    now = held(value)
    kept = all((read[key] or now[key]) == now[key] for key in ("status", *KEYS.values()))
    if now["status"] in SIGNED and read["value"] != now["value"] and kept:
        says = said("signed-before.row", value=read["value"], before=now["value"], by=now["by"] or "—")
        yield Refusal(STATUS, says, (said("signed-before.anew"),))
