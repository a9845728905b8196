"""The two sides of a change: what was and what is, of one figure in per cent or of two values.

In: a chart's content. Out: amounts, names and numbers, whichever picture shows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.document.model import Number, RichText, Run, plain

if TYPE_CHECKING:
    from generator.document.model import Chart

WHOLE = Decimal(100)
LESS = ("减", "降", "少", "缩", "节", "省")
MORE = ("增", "升", "涨", "长", "加", "多")
"""The words by which a change in per cent tells its direction when its number has no sign."""

YEARS = ("上年", "上一年", "去年", "同比")
LAST_YEAR, BASE = (Run("上年同期"),), (Run("基期"),)
"""What the whole bar is called: the same time of the year before where the content says so, else the base period."""

DOWN, UP = (Run("减少"),), (Run("增加"),)
"""What the difference of two values is called."""


@dataclass(frozen=True, slots=True)
class Side:
    """What was, or what is: how much, what it is called, and its number where one is printed."""

    amount: Decimal
    name: RichText
    number: Number | None
    origin: str


@dataclass(frozen=True, slots=True)
class Change:
    """What was and what is; the change that is printed, and its caption; `origin` is the chart's."""

    was: Side
    now: Side
    number: Number | None
    caption: RichText
    origin: str


def direction(chart: Chart) -> int:
    """Return -1 or 1 for a change in per cent that goes down or up, 0 where neither its sign nor its words tell."""
    datum = chart.data[0]
    if datum.number.value is not None and datum.number.value < 0:
        return -1
    for text in (datum.number.qualifier, plain(datum.label), plain(datum.means), datum.figure):
        down, up = (any(word in text for word in words) for words in (LESS, MORE))
        if down != up:
            return -1 if down else 1
    return 0


def change_of(chart: Chart) -> Change:
    """Return the change that a chart shows."""
    return _of_two(chart) if len(chart.data) > 1 else _of_one(chart)


def _of_two(chart: Chart) -> Change:
    same = plain(chart.data[0].label) == plain(chart.data[1].label)
    was, now = (
        Side(datum.number.amount or Decimal(0), datum.period if same else datum.label, datum.number, datum.origin)
        for datum in chart.data
    )
    return Change(was, now, chart.result, DOWN if now.amount < was.amount else UP, chart.origin)


def _of_one(chart: Chart) -> Change:
    datum = chart.data[0]
    now = WHOLE + direction(chart) * abs(datum.number.value or Decimal(0))
    told = plain(chart.measure) + plain(datum.label) + plain(datum.means)
    base = LAST_YEAR if any(word in told for word in YEARS) else BASE
    sides = Side(WHOLE, base, None, chart.origin), Side(now, datum.period, chart.result, datum.origin)
    return Change(*sides, datum.number, datum.label, chart.origin)
