"""The command `batch`: many editions of one content, and how each of them went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.batch.run import Hands, Order, run, told
from generator.cli.terminal import Ending, Row, Terminal
from generator.diagnostics import Exit, Severity, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.batch.model import Result
    from generator.batch.run import Hands, Order
    from generator.cli.terminal import Terminal
    from generator.diagnostics import Words

BYTES_PER_MB = 1_000_000


def batched(terminal: Terminal, editions: Path, order: Order, hands: Hands) -> None:
    """Build the editions of a file, and tell how each went."""
    terminal.run(lambda tell: _ending(run(editions, terminal.out, order, hands, tell)), said("fate.nothing-changed"))


def _ending(results: Sequence[Result]) -> Ending:
    failed = [one for one in results if one.stage]
    count = said("batch.count", all=str(len(results)), made=str(len(results) - len(failed)), failed=str(len(failed)))
    return Ending((*map(_row, results), count), tuple(_facts(results)), told(results), failed[0].stage if failed else Exit.DONE)


def _row(one: Result) -> Row:
    if one.stage:
        errors = sum(fault.severity is Severity.ERROR for fault in one.told)
        return Row(one.name, said("batch.failed", errors=said("summary.errors", count=errors)))
    return Row(one.name, said("batch.kept" if one.kept else "batch.made", **_extent(one)))


def _extent(one: Result) -> dict[str, Words | str]:
    size = sum(size for _, size, _ in one.files)
    return {
        "pages": said("extent.report", count=one.pages),
        "slides": said("extent.deck", count=one.slides),
        "figures": said("count.figures", count=one.figures),
        "size": f"{size / BYTES_PER_MB:.1f}",
    }


def _facts(results: Sequence[Result]) -> Iterator[dict[str, object]]:
    for one in results:
        files = [{"file": name, "bytes": size, "sha256": digest} for name, size, digest in one.files]
        counts = {"figures": one.figures, "pages": one.pages, "slides": one.slides, "seconds": round(one.seconds, 3)}
        yield {"edition": one.name, "exit": int(one.stage), "kept": one.kept, **counts, "files": files}
