"""A batch: a file of editions in; every edition built and proved in a folder of its own, and how each went, out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.batch import crew, journal
from generator.batch.model import Task
from generator.content.variants import read_editions
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, by_line, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from generator.batch.model import Result
    from generator.diagnostics import Words
    from generator.shape import Shape

    Tell = Callable[[Words], None]


@dataclass(frozen=True, slots=True)
class Hands:
    """Who works: so many processes of this machine, or the workers of the cluster at an address."""

    jobs: int
    scheduler: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: outputs (None for the usual), what they are made for, and whether editions that stand are passed over."""

    only: frozenset[str] | None
    shape: Shape
    resume: bool = False


def run(file: Path, out: Path, order: Order, hands: Hands, tell: Tell) -> tuple[Result, ...]:
    """Build the editions that a file names, each in a folder of its name in `out`, and return their results in the file's order.

    Raises BuildError: Exit.CONTENT where the file has faults, Exit.USAGE where no cluster answers, Exit.WRITE where `out` cannot be
    written to. A faulty edition is a result like another.
    """
    tell(said("stage.reading", file=file.name))
    read = read_editions(file)
    if read.value is None or any(one.severity is Severity.ERROR for one in read.diagnostics):
        raise BuildError(Exit.CONTENT, by_line(read.diagnostics))
    content = read.value.content.resolve()
    tasks = [
        Task(one.name, content, (out / one.name).resolve(), order.only, replace(order.shape, variant=one))
        for one in read.value.variants
    ]
    done = dict(journal.stands(out, tasks)) if order.resume else {}
    to_do = [task for task in tasks if task.name not in done]
    try:
        for result in _results(to_do, hands):
            done[result.name] = result
            tell(said("batch.progress", done=str(len(done)), all=str(len(tasks)), name=result.name))
    finally:
        journal.keep(out, tasks, [one for one in done.values() if not one.kept])
    return tuple(done[task.name] for task in tasks)


def _results(tasks: Sequence[Task], hands: Hands) -> Iterator[Result]:
    if not tasks:
        return iter(())
    return crew.by_cluster(tasks, hands.scheduler) if hands.scheduler else crew.by_processes(tasks, hands.jobs)


def told(results: Sequence[Result]) -> tuple[Diagnostic, ...]:
    """Return what was told of all editions, each thing once, with the editions that it is of where these are not all.

    Of one that was refused it is what stops it, and no warning besides.
    """
    of: dict[Diagnostic, list[str]] = {}
    for result in results:
        for one in result.told:
            if not result.stage or one.severity is Severity.ERROR:
                of.setdefault(one, []).append(result.name)
    return tuple(
        one if len(names) == len(results) else replace(one, hints=(*one.hints, said("batch.of-editions", names=tuple(names))))
        for one, names in of.items()
    )
