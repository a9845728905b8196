"""The stranger at the door: reopens every output, finds each use that the ledger lists, and explains each numeral that it finds.

In: a folder of outputs, and what is expected of them. Out: a proof, counted, and every fault with its place in the output and in the
content. It shares no code with the formatter or the writers: it reads files with other means than those that wrote them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import chain
from pathlib import Path

from generator.diagnostics import Sink, Told, said
from generator.document.ledger import FOLIO, SPOKEN, Use, UseKind
from generator.inspection.charge import Charge, tell_strays
from generator.inspection.verdict import EDITIONS, PDFS, Expected, Findings, Proof, whole
from generator.outputs import DECK, FIGURES, PRINT, REPORT

MUST_STAND = frozenset({UseKind.FIGURE, UseKind.DERIVED, UseKind.QUOTE, UseKind.EXEMPT})
TYPED_ONCE = frozenset({UseKind.EXEMPT})
"""Words that may be made for several places (a definition, wherever its figure is listed): one of them is enough."""


LISTED = "].figures["
"""In the id of a use that lists a theme's figure: no margin need repeat what text and picture of the page show."""
COMPARED = "].change/"
"""In the id of a use that compares two values of a table: where years have no room as columns, there is no such column either."""


def inspect(folder: Path, outputs: frozenset[str], expected: Expected, *, built_now: bool = False) -> Told[Proof]:
    """Prove the named outputs in a folder.

    `built_now` tells that they were written a moment ago, so that a fault is nobody's edit.
    """
    return verdict(outputs, expected, [findings(folder, outputs, expected, built_now=built_now)])


def findings(folder: Path, share: frozenset[str], expected: Expected, *, built_now: bool = False) -> Findings:
    """Read a share of the outputs in a folder, and return what was found; the editions of one book are read together."""
    charge = Charge(folder, expected, built_now=built_now)
    counted = Proof(share, 0)
    papers: dict[str, tuple[int, int]] = {}
    for output in (one for one in PDFS if one in share):
        from generator.inspection.pdf.checks import prove_pdf  # noqa: PLC0415 - each reader is loaded for its own output

        papers[output] = prove_pdf(output, charge)
    if charge.found.keys() >= EDITIONS:
        from generator.inspection.pdf.editions import prove_alike  # noqa: PLC0415 - as above

        prove_alike(charge.found[REPORT], charge.found[PRINT], charge)
    if DECK in share:
        from generator.inspection.deck.checks import prove_deck  # noqa: PLC0415 - as above

        slides, uses, charts = prove_deck(charge)
        counted = replace(counted, slides=slides, deck_uses=uses, charts=charts)
    if FIGURES in share:
        from generator.inspection.workbook.checks import prove_ledger  # noqa: PLC0415 - as above

        counted = replace(counted, rows=prove_ledger(charge))
    pages, uses = papers.pop(REPORT, (0, 0))
    return Findings(replace(counted, pages=pages, report_uses=uses, papers=papers), tuple(charge.sink.found), charge.strays())


def verdict(outputs: frozenset[str], expected: Expected, found: Sequence[Findings]) -> Told[Proof]:
    """Return the proof of all outputs, put together from what was found in each share of them, and every fault."""
    sink = Sink()
    _prove_coverage(outputs, expected, sink)
    sink.found += [one for each in found for one in each.told]
    tell_strays(chain.from_iterable(each.strays for each in found), sink)
    whole_proof = reduce(Proof.with_share, (each.counted for each in found), Proof(outputs, _figures(expected)))
    return Told(whole_proof, tuple(sink.found))


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


def _prove_coverage(outputs: frozenset[str], expected: Expected, sink: Sink) -> None:
    """Every use is placed somewhere, as far as all was laid out, and every figure stands in each output."""
    ledger = expected.ledger
    by_id = {use.id: use for use in ledger.uses}
    figures: dict[str, set[str]] = defaultdict(set)
    placed = {one.use for one in expected.placements}
    for one in expected.placements:
        if one.use and one.use != FOLIO and one.item != SPOKEN:
            figures[one.output].add(by_id[one.use].figure)
    words = {(use.text, use.span) for use in ledger.uses if use.id in placed and use.kind in TYPED_ONCE}
    stands = {_value(use) for use in ledger.uses if use.id in placed}
    all_laid_out = FIGURES in outputs or {REPORT, DECK} <= outputs
    for use in ledger.uses if all_laid_out else ():
        spared = (LISTED in use.id and _value(use) in stands) or COMPARED in use.id or use.is_spoken
        if use.id not in placed and use.kind in MUST_STAND and not spared and (use.text, use.span) not in words:
            sink.error(said("use-not-placed.use", text=use.text), use.span, said("hint.never-printed"))
    for entry in (one for one in ledger.entries if not one.change):
        for output in sorted(outputs & {REPORT, DECK}):
            if entry.lines and entry.figure not in figures[output]:
                says = said("figure-missing.output", figure=entry.figure, where=said(f"shown.{output}"))
                sink.error(says, entry.span, place=whole(output))
