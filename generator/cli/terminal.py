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
from typing import TYPE_CHECKING, NamedTuple

import click

from generator.cli.columns import columns, padded
from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, Words, said
from generator.messages.speech import printed, visible
from generator.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from generator.messages.catalog import Catalog

    Tell = Callable[[Words], None]


class Row(NamedTuple):
    """A line with a name before it, which rows have in one column: a file's, or a word for what was done."""

    name: Words | str
    says: Words


@dataclass(frozen=True, slots=True)
class Ending:
    """How a command went: lines for people, facts of each file for programs, and diagnostics for both.

    What is not as it should be and has its lines (an audit's) is told by them.
    """

    lines: tuple[Words | Row, ...] = ()
    files: tuple[dict[str, object], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    stage: Exit = Exit.DONE


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

    def run(self, work: Callable[[Tell], Ending], fate: Words) -> None:
        """Do the work and tell how it went; where it fails, what became of the files, and exit with the code of the stage."""
        start = time.monotonic()
        try:
            with self._progress() as tell:
                ending = work(tell)
        except BuildError as refusal:
            ending = Ending(diagnostics=refusal.diagnostics, stage=refusal.stage)
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is our bug and no traceback reaches the user
            ending = Ending(diagnostics=(bug(fault),), stage=Exit.BUG)
        (self._print_json if self.json else self._print)(ending, fate, time.monotonic() - start)
        if ending.stage:
            sys.exit(ending.stage)

    def _progress(self) -> contextlib.AbstractContextManager[Tell]:
        """Return a context that shows each stage on a terminal, and says nothing in a pipe."""
        if self.json or self.quiet or not sys.stderr.isatty():
            return contextlib.nullcontext(lambda _stage: None)
        return _spinner(self.catalog)

    def _print(self, ending: Ending, fate: Words, seconds: float) -> None:
        for one in ending.diagnostics:
            click.echo(printed(one, self.catalog), err=True)
        if ending.stage and not ending.lines:
            click.echo(self._line(said("summary.refused", counts=_counts(ending.diagnostics), fate=fate)), err=True)
        elif ending.stage or not self.quiet:
            last = said("summary.done", seconds=f"{seconds:.1f}", place=self.place)
            click.echo("\n".join(in_columns((*ending.lines, last), self.catalog)))

    def _line(self, words: Words) -> str:
        return visible(self.catalog.word(words))

    def _print_json(self, ending: Ending, _fate: Words, seconds: float) -> None:
        facts = {
            "exit": int(ending.stage),
            "seconds": round(seconds, 3),
            "folder": str(self.out),
            "files": ending.files,
            "diagnostics": [self._as_json(one) for one in ending.diagnostics],
        }
        click.echo(json.dumps(facts, ensure_ascii=False, indent=2, default=self.catalog.word))

    def _as_json(self, one: Diagnostic) -> dict[str, object]:
        word = self.catalog.word
        return {
            "severity": one.severity.value,
            "code": one.code,
            "message": word(one.says),
            **(asdict(one.span) if one.span else dict.fromkeys(("file", "line", "column"))),
            "place": word(one.place) if one.place else None,
            "details": [word(detail) for detail in one.details],
            "hints": [word(hint) for hint in one.hints],
        }


def in_columns(lines: Iterable[Words | Row], catalog: Catalog) -> list[str]:
    """Return lines as they are printed, what rows say in one column."""
    told = [one if isinstance(one, Row) else Row("", one) for one in lines]
    names = [one.name if isinstance(one.name, str) else catalog.word(one.name) for one in told]
    width = max(map(columns, names), default=0)
    says = [visible(catalog.word(one.says)) for one in told]
    return [f"  {padded(name, width)}  {what}" if name else what for name, what in zip(names, says, strict=True)]


def bug(fault: Exception) -> Diagnostic:
    """Return a fault of our own as a diagnostic, its details in a file if one can be written."""
    says = said("bug.ours", fault=f"{type(fault).__name__}: {fault}")
    try:
        hint = said("bug.report-it", file=_kept(fault))
    except OSError:
        hint = said("bug.report-content")
    return Diagnostic(Severity.ERROR, says, hints=(hint,))


def _kept(fault: Exception) -> str:
    details = f"jianbao {VERSION}, Python {sys.version}\n\n{''.join(traceback.format_exception(fault))}"
    handle, name = tempfile.mkstemp(".txt", "jianbao-bug-")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(details)
    return name


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
