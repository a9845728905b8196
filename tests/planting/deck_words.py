"""Alterations of what the deck says: on slides, in notes and in what is read out for a drawing."""

from __future__ import annotations

from typing import Any

from tests.planting.model import DECK, NUMBER, Table
from tests.planting.wording import AMOUNT, PERIOD, TURNS, change, exchange

planted = Table(DECK)


def lines(deck: Any) -> Any:
    return deck.lines()


for _turn in TURNS:
    planted.add(_turn.name, _turn.due, change(_turn, lines), _turn.says)

planted.add(
    "two numbers of a slide exchanged",
    NUMBER,
    exchange(AMOUNT, lines, near=lambda one: one.part),
    "two numbers of one slide change places",
)
planted.add("two numbers of two slides exchanged", NUMBER, exchange(AMOUNT, lines), "two numbers change places")
planted.add(
    "two periods of a slide exchanged", NUMBER, exchange(PERIOD, lines, near=lambda one: one.part), "two years change places"
)

KINDS = tuple(planted.kinds)
