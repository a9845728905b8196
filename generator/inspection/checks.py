"""The stranger at the door: reopens every output, finds each use that the ledger lists, and explains each numeral that it finds.

In: a folder of outputs, the ledger and the placements. Out: a proof, counted; every fault in the sink with its place in the output and
in the content. It shares no code with the formatter or the writers: it reads files with other means than those that wrote them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.document.ledger import FOLIO, UseKind
from generator.inspection.charge import Charge
from generator.inspection.faces import Faces
from generator.inspection.verdict import DECK, FIGURES, FILES, REPORT, Proof

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.diagnostics import Sink, Span
    from generator.document.ledger import Ledger, Placement

HINT_UNPLACED = "delete the words, or tell what shows them"
OUTPUT_NAMES = {REPORT: "the report", DECK: "the deck"}


def inspect(  # noqa: PLR0913 - the outputs, what they are proved against, and where faults go
    folder: Path,
    ledger: Ledger,
    placements: Sequence[Placement],
    outputs: frozenset[str],
    places: Mapping[str, Span],
    faces: Mapping[tuple[str, bool], Path],
    sink: Sink,
    *,
    built_now: bool = False,
) -> Proof:
    """Prove the named outputs in a folder; `faces` are the font files by family and weight that a deck may name.

    `built_now` tells that they were written a moment ago, so that a fault is nobody's edit.
    """
    charge = Charge(ledger, tuple(placements), places, sink, built_now)
    _prove_coverage(outputs, charge)
    files = Faces(faces)
    pages = slides = report_uses = deck_uses = charts = rows = 0
    if REPORT in outputs:
        from generator.inspection.pdf.checks import prove_report  # noqa: PLC0415 - each reader is loaded for its own output

        pages, report_uses = prove_report(folder, files, charge)
    if DECK in outputs:
        from generator.inspection.deck.checks import prove_deck  # noqa: PLC0415 - as above

        slides, deck_uses, charts = prove_deck(folder, files, charge)
    if FIGURES in outputs:
        from generator.inspection.workbook.checks import prove_ledger  # noqa: PLC0415 - as above

        rows = prove_ledger(folder, charge)
    charge.tell_strays()
    return Proof(outputs, len(ledger.entries), pages, slides, report_uses, deck_uses, charts, rows)


def _prove_coverage(outputs: frozenset[str], charge: Charge) -> None:
    """Every use is placed somewhere, and every figure stands in each output."""
    figures: dict[str, set[str]] = defaultdict(set)
    placed = set()
    for one in charge.placements:
        if one.use and one.use != FOLIO:
            placed.add(one.use)
            figures[one.output].add(charge.uses[one.use].figure)
    for use in charge.ledger.uses:
        if use.id not in placed and use.kind in {UseKind.FIGURE, UseKind.DERIVED, UseKind.QUOTE, UseKind.EXEMPT}:
            charge.sink.error("use-not-placed", f"`{use.text}` stands in no output", use.span, HINT_UNPLACED)
    for entry in charge.ledger.entries:
        for output in sorted(outputs & set(OUTPUT_NAMES)):
            if entry.lines and entry.figure not in figures[output]:
                message = f"the figure `{entry.figure}` stands nowhere in {OUTPUT_NAMES[output]}"
                charge.sink.error("figure-missing", message, entry.span, place=FILES[output])
