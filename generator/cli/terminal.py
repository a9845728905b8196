"""What a command prints, and to whom: progress, faults and a summary for people, or the same as JSON for programs."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
import time
import traceback
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said
from generator.messages.speech import printed
from generator.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.diagnostics import Words
    from generator.messages.catalog import Catalog

    Tell = Callable[[Words], None]


@dataclass(frozen=True, slots=True)
class Done:
    """What a command has to tell when all is well: lines for people, facts of each file for programs, and warnings for both."""

    lines: tuple[Words, ...]
    files: tuple[dict[str, object], ...] = ()
    warnings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to speak: in which language, text or JSON, whether to speak at all when all is well, and of which folder or file."""

    catalog: Catalog
    out: Path
    json: bool = False
    quiet: bool = False
    is_file: bool = False

    @property
    def place(self) -> str:
        """The folder or the file of the outputs as one types it."""
        return str(self.out) if self.is_file else f"{self.out}{os.sep}"

    def run(self, work: Callable[[Tell], Done], fate: Words) -> None:
        """Do the work and tell how it went; where it fails, what became of the files, and exit with the code of the stage."""
        start = time.monotonic()
        try:
            with self._progress() as tell:
                done = work(tell)
            self._succeed(done, time.monotonic() - start)
        except BuildError as refusal:
            self._fail(refusal.stage, refusal.diagnostics, fate, time.monotonic() - start)
        except BrokenPipeError:
            raise
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is our bug and no traceback reaches the user
            self._fail(Exit.BUG, (bug(fault),), fate, time.monotonic() - start)

    def _progress(self) -> contextlib.AbstractContextManager[Tell]:
        """Return a context that shows each stage on a terminal, and says nothing in a pipe."""
        if self.json or self.quiet or not sys.stderr.isatty():
            return contextlib.nullcontext(lambda _stage: None)
        return _spinner(self.catalog)

    def _succeed(self, done: Done, seconds: float) -> None:
        if self.json:
            self._print_json(Exit.DONE, done.warnings, done.files, seconds)
            return
        self._print_diagnostics(done.warnings)
        if not self.quiet:
            last = said("summary.done", seconds=f"{seconds:.1f}", place=self.place)
            click.echo("\n".join(self.catalog.word(line) for line in (*done.lines, last)))

    def _fail(self, stage: Exit, diagnostics: tuple[Diagnostic, ...], fate: Words, seconds: float) -> None:
        if self.json:
            self._print_json(stage, diagnostics, (), seconds)
        else:
            self._print_diagnostics(diagnostics)
            click.echo(self.catalog.word(said("summary.refused", counts=_counts(diagnostics), fate=fate)), err=True)
        sys.exit(stage)

    def _print_diagnostics(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        for one in diagnostics:
            click.echo(printed(one, self.catalog), err=True)

    def _print_json(
        self, stage: Exit, diagnostics: tuple[Diagnostic, ...], files: tuple[dict[str, object], ...], seconds: float
    ) -> None:
        told = {
            "exit": int(stage),
            "seconds": round(seconds, 3),
            "folder": str(self.out),
            "files": files,
            "diagnostics": [self._as_json(one) for one in diagnostics],
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))

    def _as_json(self, one: Diagnostic) -> dict[str, object]:
        word = self.catalog.word
        return {
            "severity": one.severity.value,
            "code": one.code,
            "message": word(one.says),
            **(asdict(one.span) if one.span else dict.fromkeys(("file", "line", "column"))),
            "place": word(one.place) or None,
            "hints": [word(hint) for hint in one.hints],
        }


def bug(fault: Exception) -> Diagnostic:
    """Return a fault of our own as a diagnostic, its details in a file."""
    details = "".join(traceback.format_exception(fault))
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="jianbao-bug-", suffix=".txt", delete=False) as file:
        file.write(f"jianbao {VERSION}, Python {sys.version}\n\n{details}")
    says = said("bug.ours", fault=f"{type(fault).__name__}: {fault}")
    return Diagnostic(Severity.ERROR, says, hints=(said("bug.report-it", file=file.name),))


@contextlib.contextmanager
def _spinner(catalog: Catalog) -> Iterator[Tell]:
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.markup import escape  # noqa: PLC0415

    with Console(stderr=True).status("…") as status:
        yield lambda stage: status.update(escape(catalog.word(stage)))


def _counts(diagnostics: tuple[Diagnostic, ...]) -> tuple[Words, ...]:
    """Return how many errors there are, and how many warnings if any."""
    counted = {severity: sum(one.severity is severity for one in diagnostics) for severity in Severity}
    return tuple(
        said(f"summary.{severity.value}s", count=number)
        for severity, number in counted.items()
        if number or severity is Severity.ERROR
    )
