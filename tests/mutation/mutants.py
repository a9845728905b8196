"""A seed in; a content mutated as people do it out, and how the program ends with it."""

from __future__ import annotations

import contextlib
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from generator import outputs, pipeline
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity
from generator.messages.catalog import catalog
from generator.messages.speech import printed
from tests.conftest import CONTENT, ROOT
from tests.mutation.line_kinds import LINE_KINDS
from tests.mutation.tree_kinds import TREE_KINDS

BASES = {
    "small": ROOT / "tests" / "inspection" / "content.yaml",
    "sample": CONTENT,
    "gallery": pipeline.GALLERY,
}
KINDS = {**LINE_KINDS, **TREE_KINDS}
RIGHT = {Exit.DONE, Exit.CONTENT, Exit.FIT}
"""What a content may end with: all else is the program's own fault."""


class Mutant(NamedTuple):
    """A mutated content, with what it was made of."""

    seed: int
    base: str
    kinds: tuple[str, ...]
    text: str


def mutant(seed: int, bases: tuple[str, ...] = tuple(BASES)) -> Mutant:
    """Return the mutant of a seed: the same on every machine, of one to three mutations."""
    chance = Random(seed)  # noqa: S311 - no secret
    base = chance.choice(bases)
    kinds = tuple(chance.choice([*KINDS]) for _ in range(chance.choice((1, 1, 1, 2, 3))))
    text = BASES[base].read_text("utf-8")
    for kind in kinds:
        text = KINDS[kind](chance, text)
    return Mutant(seed, base, kinds, text)


class Took(Exception):  # noqa: N818 - no error, but an end
    """A build took too long."""


class End(NamedTuple):
    """How a build ended: its exit code, and what the program did wrong, if anything."""

    code: int
    fault: str | None = None


def end_of(text: str, folder: Path, seconds: int = 40) -> End:
    """Build a content in a folder of its own and return how that ended.

    Drawings are kept in the folder, so that the next build of a content like it is quick.
    """
    content = folder / "content.yaml"
    content.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        with _no_longer_than(seconds):
            outcome = pipeline.build(content, folder / "build", outputs.ALL, lambda _stage: None)
    except BuildError as refusal:
        return End(refusal.stage, _fault_of(refusal.stage, refusal.diagnostics, content))
    except Exception as fault:  # noqa: BLE001 - the one thing that is looked for
        return End(Exit.BUG, f"raises {type(fault).__name__}: {fault}")
    return End(Exit.DONE, _fault_of(Exit.DONE, outcome.layouts.warnings, content))


def _fault_of(stage: Exit, found: tuple[Diagnostic, ...], content: Path) -> str | None:
    if stage not in RIGHT:
        return f"ends with {stage}: {' / '.join(str(one) for one in found if one.severity is Severity.ERROR)}"
    if stage is not Exit.DONE and not any(one.severity is Severity.ERROR for one in found):
        return f"ends with {stage} and says no error"
    most = len(content.read_bytes().splitlines()) + 1
    for one in found:
        for language in ("zh", "en"):
            printed(one, catalog(language))
        if not one.span or one.span.file != str(content) or not 1 <= one.span.line <= most:
            return f"has no line of the content: {one}"
    return None


@contextlib.contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    """Raise Took when the block takes more of the processor's time, where the system has such an alarm."""
    if not hasattr(signal, "SIGPROF"):
        yield
        return

    def ring(_number: int, _frame: object) -> None:
        raise Took(seconds)

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def fresh(folder: Path) -> Path:
    """Return a folder, made and empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
