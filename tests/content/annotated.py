"""A bad file with its diagnostics beside the bad lines: `#=> column: severity: message [code]`, hints below."""

from __future__ import annotations

from pathlib import Path

from generator.content.reader import read
from generator.diagnostics import Diagnostic

MARK = "#=> "
CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def plain(text: str) -> str:
    """Return the author's file without what is expected of it."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(MARK))


def annotated(text: str, found: list[Diagnostic]) -> str:
    """Return the file with each diagnostic under its line."""
    lines = plain(text).splitlines(keepends=True)
    out = []
    for number, line in enumerate(lines, 1):
        out.append(line)
        for one in found:
            assert one.span is not None
            if one.span.line == number or (number == len(lines) < one.span.line):
                out.append(f"{MARK}{one.span.column}: {one.severity.value}: {one.says} [{one.code}]\n")
                out.extend(f"{MARK}    hint: {hint}\n" for hint in one.hints)
    return "".join(out)


def faults(path: Path) -> list[Diagnostic]:
    return list(read(path).diagnostics)
