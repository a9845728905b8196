"""What the inspection takes and gives: what outputs are proved against, a proof, counted; and how it names a place in an output."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import said
from generator.outputs import BOOKLET, DECK, FILES, GRAY, HANDOUT, PRINT, REPORT, SLIDES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.diagnostics import Diagnostic, Span, Words
    from generator.document.ledger import Ledger, Placement
    from generator.statement.model import Statement

PDFS = (REPORT, PRINT, GRAY, BOOKLET, SLIDES, HANDOUT)
EDITIONS = frozenset({REPORT, PRINT})
"""Files of one book that say and show the same."""
PLACES = {DECK: "slide", **dict.fromkeys(PDFS, "page")}
NOTES = "notes"
"""The item of a placement that stands in a slide's notes."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What outputs are proved against.

    The ledger, where layout placed its uses, the way back to the author's file by origin, the font files by family and weight, and
    what each output was to say and show; `hidden` are the slides that a show passes over.
    """

    ledger: Ledger
    placements: tuple[Placement, ...]
    places: Mapping[str, Span]
    faces: Mapping[tuple[str, bool], Path]
    statements: tuple[Statement, ...] = ()
    hidden: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved: outputs, figures, pages and slides, uses found in each, native charts equal to their workbooks, ledger rows.

    `papers` are pages and uses of the PDFs beside the report, by output.
    """

    outputs: frozenset[str]
    figures: int
    pages: int = 0
    slides: int = 0
    report_uses: int = 0
    deck_uses: int = 0
    charts: int = 0
    rows: int = 0
    papers: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def with_share(self, other: Proof) -> Proof:
        """Return the proof with what was counted in a share of the outputs."""
        return replace(
            self,
            pages=self.pages + other.pages,
            slides=self.slides + other.slides,
            report_uses=self.report_uses + other.report_uses,
            deck_uses=self.deck_uses + other.deck_uses,
            charts=self.charts + other.charts,
            rows=self.rows + other.rows,
            papers={**self.papers, **other.papers},
        )


class Stray(NamedTuple):
    """A numeral that nothing explains, and where it was found; whether it is one that its author `typed` without a reason."""

    numeral: str
    says: Words
    span: Span | None
    hints: tuple[Words, ...]
    place: Words
    typed: bool


class Findings(NamedTuple):
    """What was found in a share of the outputs: counts, faults, and the strays, which all shares tell together."""

    counted: Proof
    told: tuple[Diagnostic, ...]
    strays: tuple[Stray, ...]


class Site(NamedTuple):
    """A page or slide as found: its own number, and the number of the one that it should be, 0 for one too many."""

    output: str
    number: int
    due: int

    def place(self, item: str = "") -> Words:
        """Return in words where it is, or where a shape or the notes of it are."""
        file = FILES[self.output]
        if item and item != NOTES:
            return said("place.shape", file=file, number=self.number, shape=item)
        return said(f"place.{item or PLACES[self.output]}", file=file, number=self.number)


def whole(output: str) -> Words:
    """Return in words an output as a place."""
    return said("place.file", file=FILES[output])


class Flaw(NamedTuple):
    """A fault of a thing itself, whatever the ledger says of it, and the shape that it is in, where it is in one."""

    says: Words
    item: str = ""
