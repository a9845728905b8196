"""What the inspection gives: a proof, counted, and how it names a place in an output and in the content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Sink, Span
    from generator.document.ledger import Ledger, Placement, Use

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


@dataclass(frozen=True, slots=True)
class Charge:
    """What the inspector holds in hand: the ledger, every placement, the way back to the content, and where it writes faults."""

    ledger: Ledger
    placements: tuple[Placement, ...]
    places: Mapping[str, Span]
    uses: Mapping[str, Use]
    sink: Sink

    @property
    def names(self) -> tuple[str, ...]:
        """Words with numerals that are names."""
        return tuple(word for word, _reason in self.ledger.names)

    def placed(self, output: str, place: int) -> tuple[Placement, ...]:
        """Return the placements of one page or slide."""
        return tuple(one for one in self.placements if one.output == output and one.place == place)

    def of(self, placement: Placement) -> str:
        """Return in words what a placement prints: its figure's name, or its kind."""
        use = self.uses.get(placement.use)
        return use.figure or use.kind.value if use else placement.use

    def span(self, placement: Placement | None) -> Span | None:
        """Return the place in the content that a placement comes from."""
        if placement is None:
            return None
        use = self.uses.get(placement.use)
        return self.places.get(placement.origin) or (use.span if use else None)

    def fault(self, code: str, message: str, place: str, placement: Placement | None, *hints: str) -> None:
        """Record an error at a place of an output, with the line of the content that it comes from."""
        span = self.span(placement)
        where = (f"it comes from {span}",) if span else ()
        self.sink.error(code, message, span, *hints, *where, place=place)


def place_name(output: str, place: int) -> str:
    """Return `deck.pptx, slide 7`."""
    return f"{FILES[output]}, {PLACES[output]} {place}"
