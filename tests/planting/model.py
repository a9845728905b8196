"""What an alteration is: a kind with a name, the output that it alters, the matter that must be told, and the hand that makes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple, Protocol

REPORT, DECK, FIGURES, SLIDES, HANDOUT, PRINT = "report", "deck", "figures", "slides", "notes", "print"
FILES = {
    REPORT: "report.pdf", DECK: "deck.pptx", FIGURES: "figures.xlsx", SLIDES: "deck.pdf", HANDOUT: "notes.pdf",
    PRINT: "report-print.pdf",
}  # fmt: skip
NUMBER, WORDING, APPEARANCE, ANY, HARMLESS = "number", "wording", "appearance", "any", "harmless"

Alter = Callable[[Random, Any], "bool | None"]


class Kind(NamedTuple):
    """A kind of alteration.

    `alter` edits a package by chance and tells whether it could: None or False means that the package has no place for it. `due` is
    the matter that a reader would be wronged in: *number* (value, unit, qualifier, period, direction, negation, chart, or a number
    that can no longer be read), *wording* (anything else that is said), *appearance* (how it looks); a harmless edit may be told in
    any way but *number*.
    """

    name: str
    output: str
    due: str
    alter: Alter
    says: str


class Table:
    """Kinds of one output, each a function with a line in words; a function's name is the kind's."""

    def __init__(self, output: str) -> None:
        self.output = output
        self.kinds: list[Kind] = []

    def __call__(self, due: str, says: str) -> Callable[[Alter], Alter]:
        def keep(alter: Alter) -> Alter:
            self.add(alter.__name__.replace("_", " "), due, alter, says)
            return alter

        return keep

    def add(self, name: str, due: str, alter: Alter, says: str) -> None:
        self.kinds.append(Kind(f"{self.output}: {name}", self.output, due, alter, says))


class Line(Protocol):
    """A line of text as a reader meets it, wherever it stands."""

    text: str

    def put(self, start: int, end: int, new: str) -> bool:
        """Put other characters in the place of some, as an editor does, in the look of those; tell whether it could be done."""


class Package(Protocol):
    """An output opened for editing."""

    def lines(self) -> list[Any]:
        """Return all lines of text."""


TURNING = re.compile(r"[\d增减升降涨跌盈亏不未没无非首再全累同环均最仅近超约逾余多半年月日至自从到底初高低入出计含部第]")


def is_plain(package: Any, text: str) -> bool:
    """Tell whether a text is words alone: no numeral, nothing that turns what a number means, no name of a figure."""
    return not TURNING.search(text) and not any(name in text for name in package.names)


def shuffled(rng: Random, things: Any) -> list[Any]:
    """Return things in an order of chance."""
    found = list(things)
    rng.shuffle(found)
    return found


def first_done(tries: Iterator[bool | None]) -> bool:
    """Tell whether one of some tries was done; those after it are not made."""
    return any(tries)
