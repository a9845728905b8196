"""The stranger at the door: reopens every output, finds each use that the ledger lists, and explains each numeral that it finds.

In: a folder of outputs, and what is expected of them. Out: a proof, counted, and every fault with its place in the output and in the
content. It shares no code with the formatter or the writers: it reads files with other means than those that wrote them.
"""

from collections import defaultdict
from pathlib import Path

from generator.diagnostics import Told, said
from generator.document.ledger import FOLIO, SPOKEN, Use, UseKind
from generator.inspection.charge import Charge
from generator.inspection.verdict import EDITIONS, PDFS, Expected, Proof, whole
from generator.outputs import DECK, FIGURES, PRINT, REPORT

MUST_STAND = frozenset({UseKind.FIGURE, UseKind.DERIVED, UseKind.QUOTE, UseKind.EXEMPT})
TYPED_ONCE = frozenset({UseKind.EXEMPT})
"""Words that may be made for several places (a definition, wherever its figure is listed): one of them is enough."""


LISTED = "].figures["
"""In the id of a use that lists a theme's figure: no margin need repeat what text and picture of the page show."""


def inspect(folder: Path, outputs: frozenset[str], expected: Expected, *, built_now: bool = False) -> Told[Proof]:
    """Prove the named outputs in a folder.

    `built_now` tells that they were written a moment ago, so that a fault is nobody's edit.
    """
    charge = Charge(folder, expected, built_now=built_now)
    _prove_coverage(outputs, charge)
    slides = deck_uses = charts = rows = 0
    papers: dict[str, tuple[int, int]] = {}
    for output in (one for one in PDFS if one in outputs):
        from generator.inspection.pdf.checks import prove_pdf  # noqa: PLC0415 - each reader is loaded for its own output

        papers[output] = prove_pdf(output, charge)
    if charge.found.keys() >= EDITIONS:
        from generator.inspection.pdf.editions import prove_alike  # noqa: PLC0415 - as above

        prove_alike(charge.found[REPORT], charge.found[PRINT], charge)
    if DECK in outputs:
        from generator.inspection.deck.checks import prove_deck  # noqa: PLC0415 - as above

        slides, deck_uses, charts = prove_deck(charge)
    if FIGURES in outputs:
        from generator.inspection.workbook.checks import prove_ledger  # noqa: PLC0415 - as above

        rows = prove_ledger(charge)
    charge.tell_strays()
    pages, uses = papers.pop(REPORT, (0, 0))
    proof = Proof(outputs, _figures(expected), pages, slides, uses, deck_uses, charts, rows, papers)
    return Told(proof, tuple(charge.sink.found))


def examine(folder: Path, outputs: frozenset[str], expected: Expected, *, strict: bool = False) -> Told[Proof]:
    """Compare the named outputs in a folder, which somebody may have edited, with what was stated of them.

    Wording that was edited is a notice; with `strict` an error.
    """
    charge = Charge(folder, expected, strict=strict)
    slides = 0
    papers: dict[str, tuple[int, int]] = {}
    for output in (one for one in PDFS if one in outputs):
        from generator.inspection.pdf.checks import examine_pdf  # noqa: PLC0415 - as above

        papers[output] = examine_pdf(output, charge), 0
    if DECK in outputs:
        from generator.inspection.deck.checks import examine_deck  # noqa: PLC0415 - as above

        slides = examine_deck(charge)
    if FIGURES in outputs:
        from generator.inspection.workbook.checks import examine_ledger  # noqa: PLC0415 - as above

        examine_ledger(charge)
    pages, _ = papers.pop(REPORT, (0, 0))
    return Told(Proof(outputs, _figures(expected), pages, slides, papers=papers), tuple(charge.sink.found))


def _figures(expected: Expected) -> int:
    return sum(not entry.change for entry in expected.ledger.entries)


def _value(use: Use) -> tuple[str, str, str]:
    return use.figure, use.period, use.text


def _prove_coverage(outputs: frozenset[str], charge: Charge) -> None:
    """Every use is placed somewhere, as far as all was laid out, and every figure stands in each output."""
    figures: dict[str, set[str]] = defaultdict(set)
    placed = {one.use for one in charge.placements}
    for one in charge.placements:
        if one.use and one.use != FOLIO and one.item != SPOKEN:
            figures[one.output].add(charge.uses[one.use].figure)
    words = {(use.text, use.span) for use in charge.ledger.uses if use.id in placed and use.kind in TYPED_ONCE}
    stands = {_value(use) for use in charge.ledger.uses if use.id in placed}
    all_laid_out = FIGURES in outputs or {REPORT, DECK} <= outputs
    for use in charge.ledger.uses if all_laid_out else ():
        spared = LISTED in use.id and _value(use) in stands
        if use.id not in placed and use.kind in MUST_STAND and not spared and (use.text, use.span) not in words:
            charge.sink.error(said("use-not-placed.use", text=use.text), use.span, said("hint.never-printed"))
    for entry in (one for one in charge.ledger.entries if not one.change):
        for output in sorted(outputs & {REPORT, DECK}):
            if entry.lines and entry.figure not in figures[output]:
                says = said("figure-missing.output", figure=entry.figure, where=said(f"shown.{output}"))
                charge.sink.error(says, entry.span, place=whole(output))
