"""Notes to a text: marks in the order in which they stand, and what they lead to. Numbers begin anew with each part of the report."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.document.model import Footnote

CIRCLED = 20
"""Notes whose marks are circled numbers (①, U+2460 and on)."""
NOTE = "注号"
"""Why the numeral of a mark stands there."""


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
