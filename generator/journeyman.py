"""A second process that writes and proves the deck and the ledger while the first does the report: two cores, half the wait.

In: the layouts of both, by a pipe. Out: findings, likewise. It is engaged before the content is read, so that it has loaded what it
needs when its share is laid out; where it cannot be had or is lost on the way, the first process does all.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from generator.diagnostics import BuildError
from generator.outputs import DECK, FIGURES, OF_BOOK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.composition import Layouts
    from generator.diagnostics import Diagnostic, Exit
    from generator.inspection.verdict import Findings

SHARE = frozenset({DECK, FIGURES})
"""The outputs that it takes over."""
PROCESSES = "JIANBAO_PROCESSES"
"""The variable of the environment that says how many processes may work at once."""
LOST = (OSError, EOFError, pickle.PickleError)
"""What is raised when the other end of a pipe is gone."""


class Answer(NamedTuple):
    """What it found, or the exit code and the faults with which its share was refused."""

    found: Findings | None = None
    refused: tuple[Exit, tuple[Diagnostic, ...]] | None = None


@dataclass(slots=True)
class Journeyman:
    """The second process, or nobody."""

    process: subprocess.Popen[bytes] | None = None
    share: frozenset[str] = frozenset()

    @contextlib.contextmanager
    def at(self, layouts: Layouts, folder: Path) -> Iterator[frozenset[str]]:
        """Hand over its share of the layouts, to be written into a folder, and yield that share; afterwards it is gone."""
        self.share = layouts.outputs & SHARE if self._takes(layouts, folder) else frozenset()
        try:
            yield self.share
        finally:
            self.dismiss()

    def _takes(self, layouts: Layouts, folder: Path) -> bool:
        if self.process is None or self.process.stdin is None:
            return False
        try:
            _send(self.process.stdin, (_lightened(layouts), folder))
        except LOST:
            return False
        return True

    def done(self) -> Findings | None:
        """Return what it found in its share; None where it has none or was lost. Raises BuildError where it could not write."""
        if not self.share or self.process is None or self.process.stdout is None:
            return None
        try:
            answer: Answer = pickle.load(self.process.stdout)  # noqa: S301 - our own process
        except LOST:
            return None
        if answer.refused:
            raise BuildError(*answer.refused)
        return answer.found

    def dismiss(self) -> None:
        """End it, whatever it is doing."""
        if self.process:
            self.process.kill()
            self.process.communicate()
            self.process = None


@contextlib.contextmanager
def engaged(asked: frozenset[str]) -> Iterator[Journeyman]:
    """Yield a second process where there is a share for it and a core to work on, else nobody."""
    journeyman = Journeyman(_started() if asked >= {DECK} and asked & OF_BOOK and cores() > 1 else None)
    try:
        yield journeyman
    finally:
        journeyman.dismiss()


def cores() -> int:
    """Return how many processes may work at once."""
    allowed = os.environ.get(PROCESSES, "")
    if allowed.isdecimal():
        return int(allowed)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _started() -> subprocess.Popen[bytes] | None:
    """Start it; None where the command is packed into a single file, or no process is to be had."""
    if getattr(sys, "frozen", False):
        return None
    home = {"PYTHONPATH": str(Path(__file__).parent.parent)}
    with contextlib.suppress(OSError):
        return subprocess.Popen(
            [sys.executable, "-c", "from generator.journeyman import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | home,
        )
    return None


def _lightened(layouts: Layouts) -> Layouts:
    """Return what of the layouts its share needs."""
    report = replace(layouts.report, written=None)
    return replace(layouts, report=report, book=None, papers={}, warnings=())


def _send(pipe: IO[bytes], what: object) -> None:
    pickle.dump(what, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def main() -> None:
    """Do one share of a build; whoever wants it stopped ends the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from generator import making  # noqa: PLC0415 - loaded while the first process reads the content
    from generator.inspection.deck import checks  # noqa: F401, PLC0415
    from generator.inspection.workbook import checks as rows  # noqa: F401, PLC0415
    from generator.layout import worksheets  # noqa: F401, PLC0415
    from generator.layout.deck import statement  # noqa: F401, PLC0415
    from generator.writers import xlsx  # noqa: F401, PLC0415
    from generator.writers.pptx import package  # noqa: F401, PLC0415

    layouts, folder = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own process
    share = layouts.outputs & SHARE
    try:
        answer = Answer(making.made(layouts, folder, share, _silent))
    except BuildError as refusal:
        answer = Answer(refused=(refusal.stage, refusal.diagnostics))
    _send(sys.stdout.buffer, answer)


def _silent(_stage: object) -> None:
    """Tell nobody of a stage: the first process does."""
