"""A fault is data with a place: gathered stage by stage, and the only way a stage says no.

No stage words it: a fault is a code with values, and `messages` makes sentences of both, in the reader's language. The first part
of a code's key is its name (`does-not-fit`), printed in brackets; what comes after the dot tells its wordings apart.
"""

import errno
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from pathlib import Path
from typing import Generic, Protocol, TypeAlias, TypeVar

T = TypeVar("T")


class Exit(IntEnum):
    """The command's exit codes: the earliest stage that failed."""

    DONE = 0
    BUG = 1
    USAGE = 2
    CONTENT = 3
    FIT = 4
    INSPECTION = 5
    WRITE = 6


class Severity(Enum):
    """How grave a diagnostic is: an error stops the build after its stage, a warning does not, a notice asks for nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in the author's file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


Value: TypeAlias = "str | int | Words | tuple[Value, ...]"
"""What goes into a sentence: the author's words, a count, a part of a sentence, or a list of these."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be said, not yet worded: the key of a sentence in the catalogs of `messages`, and the values that go into it.

    A value called `count` chooses between singular and plural.
    """

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def code(self) -> str:
        """The name of what is said: the key up to its first dot."""
        return self.key.partition(".")[0]

    def __str__(self) -> str:
        """Return what a test or a debugger wants to see; no user does."""
        return " ".join([self.key, *(f"{name}={value}" for name, value in self.values)])


class Speech(Protocol):
    """A catalog: words sentences in its language."""

    @property
    def language(self) -> str:
        """The language's name."""

    def word(self, words: Words, /) -> str:
        """Return a sentence."""


def said(key: str, /, **values: Value) -> Words:
    """Return the words of a key with its values."""
    return Words(key, tuple(values.items()))


def why(fault: OSError) -> Words:
    """Return why the system refused, by its number: what it says itself is of its own language."""
    if getattr(fault, "winerror", None) in _HELD_OPEN:
        return said("why.in-use")
    name = errno.errorcode.get(fault.errno or 0, type(fault).__name__)
    return said(_REASONS[name]) if name in _REASONS else said("why.other", name=name)


_REASONS = {
    "ENOSPC": "why.no-space",
    "EDQUOT": "why.no-space",
    "EACCES": "why.no-permission",
    "EPERM": "why.no-permission",
    "EROFS": "why.read-only",
    "ENOENT": "why.not-found",
    "EISDIR": "why.a-folder",
    "ENXIO": "why.no-file",
    "ENOTDIR": "why.no-folder",
    "EEXIST": "why.no-folder",
    "ENAMETOOLONG": "why.name-too-long",
    "EBUSY": "why.in-use",
    "ETXTBSY": "why.in-use",
}
_HELD_OPEN = (32, 33)
"""Windows' numbers for a file that another program holds open or has locked."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: where in the content (span), where in an output (`place`, such as slide 7 of the deck), what, and its cures.

    `details` are what it is about where that is a list: each is printed on a line of its own.
    """

    severity: Severity
    says: Words
    span: Span | None = None
    place: Words | None = None
    hints: tuple[Words, ...] = ()
    details: tuple[Words, ...] = ()

    @property
    def code(self) -> str:
        """The name of the fault."""
        return self.says.code

    def __str__(self) -> str:
        """Return what a test or a debugger wants to see: `messages` words it for users."""
        where = str(self.place or self.span or "jianbao")
        first = f"{where}: {self.severity.value}: {self.says} [{self.code}]"
        return "\n".join([first, *(f"    {detail}" for detail in self.details), *(f"    hint: {hint}" for hint in self.hints)])


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """The result of a stage, and what the stage has to tell of it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class Sink:
    """Gathers the diagnostics of a stage, so that one run tells them all."""

    found: list[Diagnostic] = field(default_factory=list)

    def error(self, says: Words, span: Span | None = None, *hints: Words, place: Words | None = None) -> None:
        """Record an error."""
        self.found.append(Diagnostic(Severity.ERROR, says, span, place, hints))

    def warn(self, says: Words, span: Span | None = None, *hints: Words, place: Words | None = None) -> None:
        """Record a warning."""
        self.found.append(Diagnostic(Severity.WARNING, says, span, place, hints))

    def note(self, says: Words, span: Span | None = None, *hints: Words, place: Words | None = None) -> None:
        """Record a notice."""
        self.found.append(Diagnostic(Severity.NOTICE, says, span, place, hints))

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


def cannot_write(path: Path, fault: OSError, what: str, *hints: Words) -> BuildError:
    """Return the refusal for a path that cannot be written; `what` tells its wordings apart: folder, replace, back."""
    says = said(f"cannot-write.{what}", file=str(path), why=why(fault))
    return BuildError(Exit.WRITE, (Diagnostic(Severity.ERROR, says, hints=hints),))


def no_room() -> BuildError:
    """Return the refusal where no folder for temporary files can be written to."""
    return BuildError(Exit.WRITE, (Diagnostic(Severity.ERROR, said("cannot-write.temporary")),))
