"""Periods moved on by years: 2020年 to 2021年, 截至2021年3月 to 截至2022年3月. Author's text in, author's text out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.figures import period as periods
from generator.content.figures.period import Period
from generator.content.figures.period_kind import PeriodKind

if TYPE_CHECKING:
    from generator.content.model import Figure

SUMMED = ("cumulative", "stock")
"""Kinds whose spans grow by their end: what they sum up begins where it did."""
STAY = (PeriodKind.OPEN, PeriodKind.PLAN, PeriodKind.DECADE, PeriodKind.CENTURY)
"""What goes on by itself, or comes but once in five years or more."""
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def moved(text: str, years: int, *, end_alone: bool = False) -> str:
    """Return a text with its years of four digits so many on; `end_alone` moves the last of them only."""
    found = list(YEAR.finditer(text))
    for one in reversed(found[-1:] if end_alone else found):
        text = text[: one.start()] + str(int(one[0]) + years) + text[one.end() :]
    return text


def later(period: Period, figure: Figure, years: int, fiscal_year_ends: str) -> Period | None:
    """Return the period of a figure so many years on, None for what cannot be moved: 疫情期间, 过去一年, 2019年起.

    What is summed up over a span begins where it did: 2017年12月至2020年12月 goes on to 2021年12月.
    """
    if period.kind in STAY or not YEAR.search(period.text):
        return None
    grows = period.kind is PeriodKind.RANGE and figure.kind in SUMMED
    made = periods.read(moved(period.text, years, end_alone=grows), fiscal_year_ends)
    return made if isinstance(made, Period) and made != period else None
