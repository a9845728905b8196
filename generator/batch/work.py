"""An edition built by whoever has a hand free: a task in, its result out, and nothing raised, so that no edition stops another."""

from __future__ import annotations

import hashlib
import os
import time

from generator.batch.model import Result, Task
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said
from generator.journeyman import PROCESSES


def work(task: Task) -> Result:
    """Build an edition and return how that went."""
    from generator import pipeline  # noqa: PLC0415 - loaded where the work is done

    os.environ[PROCESSES] = "1"
    start = time.monotonic()
    try:
        outcome = pipeline.build(task.content, task.out, task.only, lambda _stage: None, task.shape)
    except BuildError as refusal:
        return Result(task.name, refusal.stage, refusal.diagnostics, seconds=time.monotonic() - start)
    except Exception as fault:  # noqa: BLE001 - whatever it is, the other editions go on
        return lost(task, f"{type(fault).__name__}: {fault}")
    proof = outcome.proof
    files = tuple((name, size, digest_of(task, name)) for name, size in outcome.files)
    seconds = time.monotonic() - start
    return Result(task.name, Exit.DONE, outcome.told, files, proof.figures, proof.pages, proof.slides, seconds)


def lost(task: Task, why: str) -> Result:
    """Return the result of an edition that was lost by a bug of ours, or with its process."""
    says = said("batch.lost", name=task.name, why=why)
    return Result(task.name, Exit.BUG, (Diagnostic(Severity.ERROR, says, hints=(said("bug.report-content"),)),))


def digest_of(task: Task, name: str) -> str:
    """Return the SHA-256 of a file of an edition; "" where there is none."""
    try:
        return hashlib.sha256((task.out / name).read_bytes()).hexdigest()
    except OSError:
        return ""
