"""What a finished build or check has to tell: a line for each output, and the facts of each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.terminal import Ending
from generator.diagnostics import Words, said
from generator.pipeline import DECK, FIGURES, FILES, PRINT, REPORT, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition.rolling import Rolled

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


def rolled(made: Rolled) -> Ending:
    """Return what was rolled on, and what is left to decide."""
    words = {"old": made.step.old, "new": made.step.new}
    if not made.step.years:
        return Ending((said("summary.rolled-already", new=made.step.new),))
    waiting, staying = said("count.figures", count=made.waiting), said("count.figures", count=made.staying)
    return Ending((said("summary.rolled", waiting=waiting, staying=staying, **words),), diagnostics=made.told)


def _read(outcome: Outcome) -> Words:
    report = outcome.layouts.report
    themes, figures = said("count.themes", count=len(report.themes)), _figures(outcome)
    return said("summary.read", themes=themes, figures=figures, charts=said("count.charts", count=len(report.charts)))


def _figures(outcome: Outcome) -> Words:
    return said("count.figures", count=outcome.proof.figures)


def _lines(outcome: Outcome) -> Iterator[Words]:
    proof, figures, sizes = outcome.proof, _figures(outcome), dict(outcome.files)

    def line(output: str, count: int, **values: Words) -> Words:
        size = sizes.get(FILES[output])
        extent = said(f"extent.{output}", count=count)
        if size is not None:
            extent = said("extent.and-size", extent=extent, size=f"{size / BYTES_PER_MB:.1f}")
        return said(f"summary.{output}", extent=extent, **values)

    def paper(output: str) -> Words:
        pages, uses = proof.papers[output]
        return line(output, pages, uses=said("count.uses", count=uses), figures=figures)

    yield _read(outcome)
    if REPORT in proof.outputs:
        yield line(REPORT, proof.pages, uses=said("count.uses", count=proof.report_uses), figures=figures)
    if PRINT in proof.papers:
        yield paper(PRINT)
    if DECK in proof.outputs:
        charts = said("count.native-charts", count=proof.charts)
        yield line(DECK, proof.slides, uses=said("count.uses", count=proof.deck_uses), figures=figures, charts=charts)
    if FIGURES in proof.outputs:
        yield line(FIGURES, proof.rows)
    yield from (paper(output) for output in proof.papers if output != PRINT)
    for name in outcome.older:
        yield said("summary.older", file=name)


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
