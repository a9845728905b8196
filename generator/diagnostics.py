"""A fault is data with a place: gathered stage by stage, printed in one form, and the only way a stage says no.

The printed form is `file:line:column: severity: message [code]`, with an indented hint; messages are lower case, without a
full stop, with backticks round the author's own words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Exit(IntEnum):
    """The command's exit codes: the earliest stage that failed."""

    DONE = 0
    BUG = 1
    USAGE = 2
    CONTENT = 3
    FIT = 4
    INSPECTION = 5
    WRITE = 6
    INTERRUPTED = 130


class Severity(Enum):
    """How grave a diagnostic is: an error stops the build after its stage, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in the author's file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: where in the content (span), where in an output (`place`, such as `deck.pptx, slide 7`), what, and its cure."""

    severity: Severity
    code: str
    message: str
    span: Span | None = None
    place: str = ""
    hints: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = self.place or (str(self.span) if self.span else "jianbao")
        first = f"{where}: {self.severity.value}: {self.message} [{self.code}]"
        return "\n".join([first, *(f"    hint: {hint}" for hint in self.hints)])


@dataclass(slots=True)
class Sink:
    """Gathers the diagnostics of a stage, so that one run tells them all."""

    found: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, span: Span | None = None, *hints: str, place: str = "") -> None:
        """Record an error."""
        self.found.append(Diagnostic(Severity.ERROR, code, message, span, place, hints))

    def warn(self, code: str, message: str, span: Span | None = None, *hints: str, place: str = "") -> None:
        """Record a warning."""
        self.found.append(Diagnostic(Severity.WARNING, code, message, span, place, hints))

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The errors among what was found."""
        return tuple(one for one in self.found if one.severity is Severity.ERROR)

    def raise_errors(self, stage: Exit) -> None:
        """Raise BuildError with all that was found if any of it is an error."""
        if self.errors:
            raise BuildError(stage, tuple(self.found))


def by_line(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics in the order of the author's file, errors and warnings together; those without a line come last."""
    nowhere = Span("", 0, 0)
    return tuple(sorted(found, key=lambda one: (one.span is None, one.span or nowhere)))


class BuildError(Exception):
    """A stage refused: carries its exit code and every diagnostic found up to then, by line."""

    def __init__(self, stage: Exit, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.stage = stage
        self.diagnostics = by_line(diagnostics)
        super().__init__("\n".join(map(str, self.diagnostics)))
