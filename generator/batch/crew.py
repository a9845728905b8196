"""Who builds the editions: processes of this machine, or the workers of a Dask cluster. Tasks in; results out as they come.

A worker that is lost (no memory left, a machine gone) takes no edition with it but the one that it was at.
"""

from __future__ import annotations

import multiprocessing
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from generator.batch.work import lost, work
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.batch.model import Result, Task
    from generator.diagnostics import Words

DASK = "distributed"
PATIENCE = 15.0
"""Seconds in which a scheduler must answer."""


def by_processes(tasks: Sequence[Task], jobs: int) -> Iterator[Result]:
    """Yield the results of tasks that so many processes work on; those that a lost process left are worked on one by one."""
    left: list[Task] = []
    with _pool(min(jobs, len(tasks))) as pool:
        waiting: dict[Future[Result], Task] = {pool.submit(work, task): task for task in tasks}
        try:
            for future in as_completed(waiting):
                try:
                    yield future.result()
                except BrokenProcessPool:
                    left.append(waiting[future])
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    for task in left:
        yield _alone(task)


def _alone(task: Task) -> Result:
    with _pool(1) as pool:
        try:
            return pool.submit(work, task).result()
        except BrokenProcessPool as fault:
            return lost(task, str(fault))


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"))


def by_cluster(tasks: Sequence[Task], address: str) -> Iterator[Result]:
    """Yield the results of tasks that the workers of a cluster do; they see the content and the folders under the same names.

    Raises BuildError (Exit.USAGE) where `distributed` is not installed, or no scheduler answers.
    """
    if find_spec(DASK) is None:
        raise _refused(said("batch.no-dask"), said("hint.install-dask"))
    distributed: Any = import_module(DASK)  # an optional extra, without types

    try:
        client = distributed.Client(address, timeout=PATIENCE)
    except (OSError, ValueError, TimeoutError) as fault:
        raise _refused(said("batch.no-scheduler", address=address), said("hint.start-dask")) from fault
    with client:
        futures = {client.submit(work, task, pure=False, retries=0): task for task in tasks}
        for future in distributed.as_completed(futures):
            yield future.result() if future.status == "finished" else lost(futures[future], str(future.exception()))


def _refused(says: Words, cure: Words) -> BuildError:
    return BuildError(Exit.USAGE, (Diagnostic(Severity.ERROR, says, hints=(cure,)),))
