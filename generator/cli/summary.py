"""What a finished build or check has to tell: a line for each output, and the facts of each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.terminal import Ending
from generator.diagnostics import said
from generator.pipeline import DECK, FIGURES, FILES, REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Words
    from generator.pipeline import Outcome

BYTES_PER_MB = 1_000_000


def summary(outcome: Outcome) -> Ending:
    """Return what was read, proved, written and left as it was."""
    return Ending(tuple(_lines(outcome)), tuple(_files(outcome)), outcome.layouts.warnings)


def _lines(outcome: Outcome) -> Iterator[Words]:
    report, proof, sizes = outcome.layouts.report, outcome.proof, dict(outcome.files)

    def line(output: str, count: int, **values: Words) -> Words:
        size = sizes.get(FILES[output])
        extent = said(f"extent.{output}", count=count)
        if size is not None:
            extent = said("extent.and-size", extent=extent, size=f"{size / BYTES_PER_MB:.1f}")
        return said(f"summary.{output}", extent=extent, **values)

    themes, figures = said("count.themes", count=len(report.themes)), said("count.figures", count=proof.figures)
    yield said("summary.read", themes=themes, figures=figures, charts=said("count.charts", count=len(report.charts)))
    if REPORT in proof.outputs:
        yield line(REPORT, proof.pages, uses=said("count.uses", count=proof.report_uses), figures=figures)
    if DECK in proof.outputs:
        charts = said("count.native-charts", count=proof.charts)
        yield line(DECK, proof.slides, uses=said("count.uses", count=proof.deck_uses), figures=figures, charts=charts)
    if FIGURES in proof.outputs:
        yield line(FIGURES, proof.rows)
    for name in outcome.older:
        yield said("summary.older", file=name)


def _files(outcome: Outcome) -> Iterator[dict[str, object]]:
    proof = outcome.proof
    facts: dict[str, dict[str, object]] = {
        FILES[REPORT]: {"pages": proof.pages, "uses": proof.report_uses},
        FILES[DECK]: {"slides": proof.slides, "uses": proof.deck_uses, "native_charts": proof.charts},
        FILES[FIGURES]: {"rows": proof.rows},
    }
    for name, size in outcome.files:
        yield {"file": name, "bytes": size, **facts[name]}
