"""An author's slip, explained: the one shape of all that `slips` finds, and of what `figures` cannot read as a period.

A text in, slips out. They are told in one place, and worded in none: a slip says keys of the catalogs, with the author's words in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.diagnostics import Sink, Span, Words


@dataclass(frozen=True, slots=True)
class Slip:
    """Why a text is none, the cure, perhaps a second one, and where in the text it is called for; `grave` unless it may be meant.

    `meant` is what should stand there for so many characters as are `taken`; None where only the author knows.
    """

    says: Words
    cure: Words | None = None
    at: int = 0
    taken: int = 0
    meant: str | None = None
    grave: bool = True
    otherwise: Words | None = None

    def mend(self, text: str) -> str:
        """Return the text as it was meant."""
        return text if self.meant is None else text[: self.at] + self.meant + text[self.at + self.taken :]


def shortened(text: str, most: int = 24) -> str:
    """Return so many characters of an author's text as a message quotes."""
    return text if len(text) <= most else text[:most] + "…"


def tell(slip: Slip, place: Span, sink: Sink) -> None:
    """Record a slip at its place in the file."""
    record = sink.error if slip.grave else sink.warn
    record(slip.says, place, *(cure for cure in (slip.cure, slip.otherwise) if cure))
