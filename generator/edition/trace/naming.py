"""Which file is which source of the content: `报道=article.txt` says so, or the file's name; one file and one source are each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.content.model import Source


def named(arguments: Sequence[str], sources: Sequence[Source]) -> tuple[tuple[str, Path], ...]:
    """Return the files of a command line with the source that each is, "" for one that the content cites nowhere.

    Raises BuildError (Exit.USAGE) for a name that is no source of the content, and for two files of one source.
    """
    pairs = [_pair(one, sources, alone=len(arguments) == 1) for one in arguments]
    names = [name for name, _ in pairs if name]
    faults = [_fault("usage.source-twice", name) for name in dict.fromkeys(names) if names.count(name) > 1]
    known = {source.id for source in sources}
    faults += [_fault("usage.source-unknown", name, known=tuple(sorted(known))) for name in names if name not in known]
    if faults:
        raise BuildError(Exit.USAGE, tuple(faults))
    return tuple(pairs)


def _pair(argument: str, sources: Sequence[Source], *, alone: bool) -> tuple[str, Path]:
    name, equals, file = argument.partition("=")
    if equals and not Path(argument).exists():
        return name, Path(file)
    path = Path(argument)
    called = next((one.id for one in sources if path.stem in (one.id, one.title)), "")
    return called or (sources[0].id if alone and len(sources) == 1 else ""), path


def _fault(key: str, name: str, **values: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(Severity.ERROR, said(key, name=name, **values))
