"""The command `jianbao`: arguments in; progress, diagnostics and a summary out; and the exit code of the earliest stage that failed."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said
from generator.messages.speech import printed, spoken
from generator.pipeline import ALL, DECK, FIGURES, FILES, REPORT
from generator.publication import USUAL, home_of
from generator.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.pipeline import Outcome

BYTES_PER_MB = 1_000_000
AS_IT_WAS = "nothing was written, {} is as it was"

EPILOG = """\b
Examples:
  jianbao build                     content.yaml -> build/
  jianbao build 2022.yaml           2022.yaml -> build/2022/
  jianbao build --only deck         leave the report alone
  jianbao check                     do the files still say what the content says?
  jianbao gallery                   a chart of every kind
  jianbao schema > content.schema.json

\b
Exit codes: 0 done, 1 a bug of ours, 2 usage, 3 content, 4 does not fit,
5 inspection, 6 cannot write, 130 interrupted."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to speak: text or JSON, whether to speak at all when all is well, and of which folder."""

    json: bool
    quiet: bool
    out: Path

    @property
    def place(self) -> str:
        """The folder of the outputs as one types it."""
        return f"{self.out}{os.sep}"

    def progress(self) -> contextlib.AbstractContextManager[Callable[[str], None]]:
        """Return a context that shows each stage on a terminal, and says nothing in a pipe."""
        if self.json or self.quiet or not sys.stderr.isatty():
            return contextlib.nullcontext(lambda _stage: None)
        return _spinner()

    def succeed(self, outcome: Outcome, seconds: float) -> None:
        """Print what was done."""
        if self.json:
            self._print_json(Exit.DONE, outcome.layouts.warnings, _files(outcome), seconds)
            return
        _print_diagnostics(outcome.layouts.warnings)
        if not self.quiet:
            click.echo("\n".join([*_summary(outcome), f"done in {seconds:.1f} s: {self.place}"]))

    def fail(self, stage: Exit, diagnostics: tuple[Diagnostic, ...], fate: str, seconds: float) -> None:
        """Print what was wrong, and what became of the files."""
        if self.json:
            self._print_json(stage, diagnostics, [], seconds)
            return
        _print_diagnostics(diagnostics)
        click.echo(f"{_count(diagnostics)}: {fate}", err=True)

    def _print_json(
        self, stage: Exit, diagnostics: tuple[Diagnostic, ...], files: list[dict[str, object]], seconds: float
    ) -> None:
        told = {
            "exit": int(stage),
            "seconds": round(seconds, 3),
            "folder": str(self.out),
            "files": files,
            "diagnostics": [_as_json(one) for one in diagnostics],
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, "--version", message="%(prog)s %(version)s")
def jianbao() -> None:
    """Compile one content file into a Chinese report (PDF) and a deck (PowerPoint), and prove that both say the same numbers."""


def _outputs(_context: click.Context, _parameter: click.Parameter, value: str) -> frozenset[str]:
    names = {name.strip() for name in value.split(",") if name.strip()}
    if unknown := sorted(names - ALL) or (not names and ["nothing"]):
        message = f"`{', '.join(unknown)}` is no output: choose among {', '.join(FILES)}"
        raise click.BadParameter(message)
    return frozenset(names)


_content = click.argument("content", type=click.Path(path_type=Path), default=Path(USUAL))
_out = click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of the outputs. Without it: build/ beside content.yaml, build/NAME/ beside any other NAME.yaml.",
)
_quiet = click.option("--quiet", is_flag=True, help="Print faults only.")
_format = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print."
)


@jianbao.command()
@_content
@_out
@click.option(
    "--only",
    default=",".join(FILES),
    callback=_outputs,
    metavar=",".join(FILES),
    help="Outputs to write, by commas. Others are left as they are.",
)
@_quiet
@_format
def build(content: Path, out: Path | None, only: frozenset[str], *, quiet: bool, form: str) -> None:
    """Build report.pdf, deck.pptx and figures.xlsx. Every number is proved before they replace the last good set.

    CONTENT is content.yaml when it is not named. A build that fails leaves the folder as it was.
    """
    from generator import pipeline  # noqa: PLC0415 - the module is light, but its tests replace it here

    terminal = Terminal(form == "json", quiet, out or home_of(content))
    _run(terminal, lambda tell: pipeline.build(content, terminal.out, only, tell), AS_IT_WAS.format(terminal.place))


@jianbao.command()
@_content
@_out
@_quiet
@_format
def check(content: Path, out: Path | None, *, quiet: bool, form: str) -> None:
    """Prove the files that stand there against CONTENT. Finds a number changed by hand, or a file from an earlier content.

    Nothing is written. Tells as well everything that `build` would refuse.
    """
    from generator import pipeline  # noqa: PLC0415 - as above

    terminal = Terminal(form == "json", quiet, out or home_of(content))
    _run(terminal, lambda tell: pipeline.check(content, terminal.out, tell), "nothing was changed")


@jianbao.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("gallery"),
    metavar="DIR",
    show_default=True,
    help="Folder of the gallery.",
)
@_quiet
@_format
def gallery(out: Path, *, quiet: bool, form: str) -> None:
    """Build a report and a deck with a chart of every kind. From sample data: for the eye, and to copy from."""
    from generator import pipeline  # noqa: PLC0415 - as above

    terminal, only = Terminal(form == "json", quiet, out), frozenset({REPORT, DECK})
    _run(terminal, lambda tell: pipeline.build(pipeline.GALLERY, out, only, tell), AS_IT_WAS.format(terminal.place))


@jianbao.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("specimen.pdf"),
    metavar="FILE",
    show_default=True,
    help="File to write.",
)
def specimen(out: Path) -> None:
    """Write a PDF that shows every rule of the Chinese paragraph. Each at work, beside its source."""
    from generator import pipeline  # noqa: PLC0415 - as above

    start = time.monotonic()
    try:
        pages = pipeline.specimen(out)
    except BuildError as refusal:
        Terminal(json=False, quiet=False, out=out.parent).fail(
            refusal.stage, refusal.diagnostics, "nothing was written", time.monotonic() - start
        )
        sys.exit(refusal.stage)
    click.echo(f"  {out}    {pages} pages\ndone in {time.monotonic() - start:.1f} s")


@jianbao.command()
def schema() -> None:
    """Print the JSON Schema of the content format. For completion and hover in an editor, described in your language."""
    from generator.content.schema import json_schema  # noqa: PLC0415 - not on the way of a build

    click.echo(json.dumps(json_schema(spoken().word), ensure_ascii=False, indent=2))


def main() -> None:
    """Run the command, so that no console, pipe or fault ever shows a traceback."""
    gc.disable()  # a short process of frozen data: the collector would look through all of it again and again, and free nothing
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        # Not `jianbao.main`: it would take a closed pipe for a failure.
        with jianbao.make_context("jianbao", sys.argv[1:]) as context:
            jianbao.invoke(context)
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.ClickException as fault:
        fault.show()
        sys.exit(Exit.USAGE)
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted: nothing was written", err=True)
        sys.exit(Exit.INTERRUPTED)
    except BrokenPipeError:
        # Nobody reads on: what is still in the buffer goes nowhere, quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.DONE)


def _run(terminal: Terminal, work: Callable[[Callable[[str], None]], Outcome], fate: str) -> None:
    start = time.monotonic()
    try:
        with terminal.progress() as tell:
            outcome = work(tell)
        terminal.succeed(outcome, time.monotonic() - start)
    except BuildError as refusal:
        terminal.fail(refusal.stage, refusal.diagnostics, fate, time.monotonic() - start)
        sys.exit(refusal.stage)
    except BrokenPipeError:
        raise
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is our bug and no traceback reaches the user
        terminal.fail(Exit.BUG, (_bug(fault),), fate, time.monotonic() - start)
        sys.exit(Exit.BUG)


def _bug(fault: Exception) -> Diagnostic:
    details = "".join(traceback.format_exception(fault))
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="jianbao-bug-", suffix=".txt", delete=False) as file:
        file.write(f"jianbao {VERSION}, Python {sys.version}\n\n{details}")
    return Diagnostic(
        Severity.ERROR,
        said("bug.ours", fault=f"{type(fault).__name__}: {fault}"),
        hints=(said("bug.report-it", file=file.name),),
    )


@contextlib.contextmanager
def _spinner() -> Iterator[Callable[[str], None]]:
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.markup import escape  # noqa: PLC0415

    with Console(stderr=True).status("…") as status:
        yield lambda stage: status.update(escape(stage))


def _summary(outcome: Outcome) -> list[str]:
    layouts, proof = outcome.layouts, outcome.proof
    sizes = {name: f", {size / BYTES_PER_MB:.1f} MB" for name, size in outcome.files}
    told = [f"  reading       {len(layouts.report.themes)} themes, {proof.figures} figures, {len(layouts.report.charts)} charts"]
    if REPORT in proof.outputs:
        told.append(
            f"  report.pdf    {proof.pages} pages{sizes.get(FILES[REPORT], '')}: {proof.report_uses} uses of "
            f"{proof.figures} figures proved, no numeral unexplained"
        )
    if DECK in proof.outputs:
        charts = f"{proof.charts} native chart{'' if proof.charts == 1 else 's'} equal to the workbook"
        told.append(
            f"  deck.pptx     {proof.slides} slides{sizes.get(FILES[DECK], '')}: {proof.deck_uses} uses of "
            f"{proof.figures} figures proved, {charts}"
        )
    if FIGURES in proof.outputs:
        told.append(f"  figures.xlsx  {proof.rows} rows to sign off{sizes.get(FILES[FIGURES], '')}")
    told += [f"  {name}: left as it was, from an earlier build" for name in outcome.older]
    return told


def _files(outcome: Outcome) -> list[dict[str, object]]:
    proof = outcome.proof
    facts: dict[str, dict[str, object]] = {
        FILES[REPORT]: {"pages": proof.pages, "uses": proof.report_uses},
        FILES[DECK]: {"slides": proof.slides, "uses": proof.deck_uses, "native_charts": proof.charts},
        FILES[FIGURES]: {"rows": proof.rows},
    }
    return [{"file": name, "bytes": size, **facts[name]} for name, size in outcome.files]


def _print_diagnostics(diagnostics: tuple[Diagnostic, ...]) -> None:
    for one in diagnostics:
        click.echo(printed(one, spoken()), err=True)


def _as_json(one: Diagnostic) -> dict[str, object]:
    return {
        "severity": one.severity.value,
        "code": one.code,
        "message": spoken().word(one.says),
        "file": one.span.file if one.span else None,
        "line": one.span.line if one.span else None,
        "column": one.span.column if one.span else None,
        "place": spoken().word(one.place) or None,
        "hints": [spoken().word(hint) for hint in one.hints],
    }


def _count(diagnostics: tuple[Diagnostic, ...]) -> str:
    parts = []
    for severity in Severity:
        number = sum(one.severity is severity for one in diagnostics)
        if number or severity is Severity.ERROR:
            parts.append(f"{number} {severity.value}{'' if number == 1 else 's'}")
    return ", ".join(parts)
