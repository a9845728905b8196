"""What a finished build or check has to tell: a line for each output, and the facts of each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.terminal import Ending, Row
from generator.diagnostics import Words, said
from generator.outputs import DECK, FIGURES, FILES, REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.pipeline import Outcome

BYTES_PER_MB = 1_000_000


def summary(outcome: Outcome) -> Ending:
    """Return what was read, proved, written and left as it was."""
    return Ending(tuple(_lines(outcome)), tuple(_files(outcome)), outcome.told)


def verdict(outcome: Outcome) -> Ending:
    """Return how the files that stand there compare with the content."""
    proved = {key: file for key, file in FILES.items() if key in outcome.same | outcome.proof.outputs}
    lines = (said(f"summary.{'same' if output in outcome.same else 'edited'}", file=file) for output, file in proved.items())
    files = ({"file": file, "as_built": output in outcome.same} for output, file in proved.items())
    return Ending((_read(outcome), *lines), tuple(files), outcome.told)


def _read(outcome: Outcome) -> Row:
    report = outcome.layouts.report
    themes, figures = said("count.themes", count=len(report.themes)), _figures(outcome)
    read = said("summary.read", themes=themes, figures=figures, charts=said("count.charts", count=len(report.charts)))
    return Row(said("summary.reading"), read)


def _figures(outcome: Outcome) -> Words:
    return said("count.figures", count=outcome.proof.figures)


def _lines(outcome: Outcome) -> Iterator[Words | Row]:
    """Yield what was read, a row for each output in their order, and what was left as it was."""
    proof, figures, sizes = outcome.proof, _figures(outcome), dict(outcome.files)
    counts = {REPORT: (proof.pages, proof.report_uses), DECK: (proof.slides, proof.deck_uses), **proof.papers}
    yield _read(outcome)
    for output, file in FILES.items():
        if output not in proof.outputs | proof.papers.keys():
            continue
        count, uses = counts.get(output, (proof.rows, 0))
        extent = said(f"extent.{output}", count=count)
        if file in sizes:
            extent = said("extent.and-size", extent=extent, size=f"{sizes[file] / BYTES_PER_MB:.1f}")
        told = {"extent": extent, "uses": said("count.uses", count=uses), "figures": figures}
        if output == FIGURES:
            yield Row(file, extent)
        elif output == DECK:
            yield Row(file, said("summary.deck", **told, charts=said("count.native-charts", count=proof.charts)))
        else:
            yield Row(file, said("summary.paper", **told))
    yield from (said("summary.older", file=name) for name in outcome.older)


def _files(outcome: Outcome) -> Iterator[dict[str, object]]:
    proof = outcome.proof
    facts: dict[str, dict[str, object]] = {
        FILES[REPORT]: {"pages": proof.pages, "uses": proof.report_uses},
        FILES[DECK]: {"slides": proof.slides, "uses": proof.deck_uses, "native_charts": proof.charts},
        FILES[FIGURES]: {"rows": proof.rows},
        **{FILES[output]: {"pages": pages, "uses": uses} for output, (pages, uses) in proof.papers.items()},
    }
    for name, size in outcome.files:
        yield {"file": name, "bytes": size, **facts[name]}
