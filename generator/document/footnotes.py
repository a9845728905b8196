"""Notes to a text: marks in the order in which they stand, and what they lead to. Numbers begin anew with each part of the report."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from generator.document.model import Footnote, Run, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.model import RichText
    from generator.document.register import Piece, Register

CIRCLED = 20
"""Notes whose marks are circled numbers (①, U+2460 and on)."""
NOTE = "注号"
"""Why the numeral of a mark stands there."""
ADDRESS = "网址"
"""Why the numerals of an address do."""
SCHEMES = ("https://", "http://", "mailto:")


def sign(number: int) -> str:
    """Return what marks a note."""
    return chr(0x245F + number) if number <= CIRCLED else f"注{number}"


@dataclass(slots=True)
class Notebook:
    """The notes of a part, gathered as their marks are met."""

    number: int = 0
    held: list[Footnote] = field(default_factory=list)

    def begin(self) -> None:
        """Begin a part of the report."""
        self.number = 0

    def next(self) -> int:
        """Return the number of the next note."""
        self.number += 1
        return self.number

    def taken(self) -> tuple[Footnote, ...]:
        """Return the notes gathered since the last time."""
        taken, self.held = tuple(self.held), []
        return taken


class Desk(Protocol):
    """What accounts for the numerals of an address."""

    register: Register

    def accounted(self, text: str, piece: Piece, reason: str) -> RichText:
        """Return words in which each numeral is a use with a reason."""


def addresses(text: RichText, piece: Piece, desk: Desk) -> Iterator[Footnote]:
    """Yield the address of each link of a text behind its words, without a mark: who reads on paper finds it at the foot of the page."""
    for at, (link, runs) in enumerate(groupby(text, key=lambda run: run.link)):
        words = tuple(runs)
        shown = next((link.removeprefix(one) for one in SCHEMES if link.startswith(one)), link).removesuffix("/")
        if link and shown not in plain(words):
            own = piece.part(f"address[{at}]")
            address = tuple(Run(run.text, run.use, link=link) for run in desk.accounted(shown, own, ADDRESS))
            told = (*(Run(run.text, run.use, shift=run.shift) for run in words), Run("："), *address)
            yield Footnote((), told, desk.register.place(own.path, own.span))
