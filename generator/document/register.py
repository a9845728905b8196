"""Where uses are born: each printed numeral gets its id here, each piece its place in the author's file.

A register is filled while the document is made, once, in reading order, so that ids are the same on every build.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.document.ledger import Use, UseKind
from generator.document.model import Run

if TYPE_CHECKING:
    from generator.diagnostics import Span
    from generator.document.model import Number
    from generator.document.references import Reading


@dataclass(slots=True)
class Register:
    """The uses and places found so far."""

    uses: list[Use] = field(default_factory=list)
    places: dict[str, Span] = field(default_factory=dict)

    def place(self, key: str, span: Span) -> str:
        """Record where a piece stands in the author's file, and return its key."""
        self.places.setdefault(key, span)
        return key

    def number(self, reading: Reading, span: Span) -> Number:
        """Return a figure's value as a use of its own."""
        kind = UseKind.DERIVED if reading.computed else UseKind.FIGURE
        return replace(reading.number, use=self._add(kind, str(reading.number), reading, span))

    def digits(self, reading: Reading, span: Span) -> Run:
        """Return the digits alone of a figure's value, as a use."""
        kind = UseKind.DERIVED if reading.computed else UseKind.FIGURE
        return Run(reading.number.digits, self._add(kind, reading.number.digits, reading, span))

    def period(self, reading: Reading, span: Span) -> Run:
        """Return a figure's period, as a use."""
        return Run(reading.period, self._add(UseKind.PERIOD, reading.period, reading, span))

    def numeral(self, kind: UseKind, text: str, reason: str, span: Span) -> Run:
        """Return a numeral that is no figure's value, as a use with its reason."""
        self.uses.append(Use(self._next(), kind, text, "", "", reason, span))
        return Run(text, self.uses[-1].id)

    def mark(self) -> int:
        """Return where the register stands, for `since`."""
        return len(self.uses)

    def since(self, mark: int) -> tuple[Use, ...]:
        """Return the uses of figures recorded since a mark."""
        return tuple(use for use in self.uses[mark:] if use.figure)

    def _add(self, kind: UseKind, text: str, reading: Reading, span: Span) -> str:
        self.uses.append(Use(self._next(), kind, text, reading.name, reading.period, "", span))
        return self.uses[-1].id

    def _next(self) -> str:
        return f"u{len(self.uses) + 1:03}"
