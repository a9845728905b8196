"""Where uses are born: each printed numeral gets its id here, each piece its place in the author's file.

An id is the path of the piece in which the numeral stands, and what it says there: `themes[乡村振兴].text[2]/淘宝村@2020年`. A path
names fields with points and elements in brackets, by name where the content names them (figures, sources, themes, series) and by
index where it does not (paragraphs, points, charts). So what is put in before a piece changes no other path than those of its own
list. A theme goes by its name and not by its index: themes are often put in, left out and moved while a report is written, and
seldom renamed; and who reads a path knows what is meant. Where a name stands twice, the second is `甲#2`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import TYPE_CHECKING

from generator.document.ledger import Use, UseKind
from generator.document.model import Number, Run

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from generator.diagnostics import Span
    from generator.document.references import Reading


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the document: its path, and where in the author's file its words are written."""

    path: str
    span: Span

    def part(self, name: str, span: Span | None = None) -> Piece:
        """Return a part of it, written at the same place or another."""
        return Piece(f"{self.path}.{name}", span or self.span)


@dataclass(slots=True)
class Register:
    """The uses and places found so far: uses by id, in reading order."""

    uses: dict[str, Use] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)

    def place(self, path: str, span: Span) -> str:
        """Record where a piece stands in the author's file, and return its path."""
        self.places.setdefault(path, span)
        return path

    def number(self, reading: Reading, piece: Piece) -> Number:
        """Return a figure's value as a use of its own."""
        return replace(reading.number, use=self._of(reading, str(reading.number), piece))

    def digits(self, reading: Reading, piece: Piece) -> Run:
        """Return the digits alone of a figure's value, as a use."""
        return Run(reading.number.digits, self._of(reading, reading.number.digits, piece, ":数"))

    def without_unit(self, number: Number) -> Number:
        """Return a number that is a use already without what stands after its digits, as a use of its own."""
        shown, use = replace(number, tail=""), self.uses[number.use]
        return replace(shown, use=self._add(f"{number.use}:数", replace(use, text=str(shown))))

    def period(self, reading: Reading, piece: Piece) -> Run:
        """Return a figure's period, as a use."""
        return Run(reading.period, self._of(reading, reading.period, piece, ":时期", UseKind.PERIOD))

    def numeral(self, kind: UseKind, text: str, reason: str, piece: Piece) -> Run:
        """Return a numeral that is no figure's value, as a use with its reason."""
        return Run(text, self._add(f"{piece.path}/{text}", Use("", kind, text, "", "", reason, piece.span)))

    def label(self, text: str, reason: str, piece: Piece) -> Run:
        """Return a text that the program makes, as a use with its reason: such a piece is its own id, whatever it comes to say."""
        return Run(text, self._add(piece.path, Use("", UseKind.LABEL, text, "", "", reason, piece.span)))

    def mark(self) -> int:
        """Return where the register stands, for `since`."""
        return len(self.uses)

    def since(self, mark: int) -> tuple[Use, ...]:
        """Return the uses of figures recorded since a mark."""
        return tuple(use for use in tuple(self.uses.values())[mark:] if use.figure)

    def _of(self, reading: Reading, text: str, piece: Piece, form: str = "", kind: UseKind | None = None) -> str:
        kind = kind or (UseKind.DERIVED if reading.computed else UseKind.FIGURE)
        use = Use("", kind, text, reading.name, reading.period, "", piece.span)
        return self._add(f"{piece.path}/{reading.name}@{reading.period}{form}", use)

    def _add(self, wanted: str, use: Use) -> str:
        name = free(wanted, self.uses)
        self.uses[name] = replace(use, id=name)
        return name


def elements(path: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the path of each element of a list that the content names."""
    taken = set[str]()
    for name in names:
        taken.add(own := free(name, taken))
        yield f"{path}[{own}]"


def free(name: str, taken: Container[str]) -> str:
    """Return a name, or where it is taken the name with its ordinal: `甲#2`."""
    return next(one for one in chain([name], (f"{name}#{ordinal}" for ordinal in count(2))) if one not in taken)
