"""What the inspection gives, a proof, counted; and how it names an output and a place in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

REPORT, DECK, FIGURES = "report", "deck", "figures"
FILES = {REPORT: "report.pdf", DECK: "deck.pptx", FIGURES: "figures.xlsx"}
PLACES = {REPORT: "page", DECK: "slide"}


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved: outputs, figures, pages and slides, uses found in each, native charts equal to their workbooks, ledger rows."""

    outputs: frozenset[str]
    figures: int
    pages: int = 0
    slides: int = 0
    report_uses: int = 0
    deck_uses: int = 0
    charts: int = 0
    rows: int = 0


class Site(NamedTuple):
    """A page or slide as found: its own number, and the number of the one that it should be, 0 for one too many."""

    output: str
    number: int
    due: int

    def __str__(self) -> str:
        return f"{FILES[self.output]}, {PLACES[self.output]} {self.number}"


class Flaw(NamedTuple):
    """A fault of a thing itself, whatever the ledger says of it: a code, a message, and the shape that it is in, where it is in one."""

    code: str
    message: str
    item: str = ""
