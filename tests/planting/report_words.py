"""Alterations of what the report says: its lines of glyphs and what is read out for them."""

from __future__ import annotations

from typing import Any

from tests.planting.model import NUMBER, REPORT, Table
from tests.planting.wording import AMOUNT, PERIOD, TURNS, change, exchange

planted = Table(REPORT)


def lines(paper: Any) -> Any:
    return paper.lines()


for _turn in TURNS:
    planted.add(_turn.name, _turn.due, change(_turn, lines), _turn.says)

planted.add(
    "two numbers of a page exchanged",
    NUMBER,
    exchange(AMOUNT, lines, near=lambda one: one.page.number),
    "two numbers of one page change places",
)
planted.add("two numbers of two pages exchanged", NUMBER, exchange(AMOUNT, lines), "two numbers change places")
planted.add(
    "two periods of a page exchanged",
    NUMBER,
    exchange(PERIOD, lines, near=lambda one: one.page.number),
    "two years change places",
)

KINDS = tuple(planted.kinds)
