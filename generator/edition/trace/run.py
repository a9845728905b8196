"""The command `trace`: a content and the names of source files in; what tracing found out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.content import reader
from generator.diagnostics import BuildError, Diagnostic, Exit, Sink, Told, said
from generator.edition.trace import reading
from generator.edition.trace.faults import faults
from generator.edition.trace.model import Document
from generator.edition.trace.naming import named
from generator.edition.trace.tracing import trace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from generator.diagnostics import Words
    from generator.edition.trace.model import Trace

    Tell = Callable[[Words], None]


def traced(content: Path, sources: Sequence[str], tell: Tell) -> Told[Trace]:
    """Return how the figures of a content stand in its sources, with an error for each that does not stand there as it is written.

    Raises BuildError: Exit.CONTENT when the content has faults or a source cannot be read, Exit.USAGE for a name of no source.
    """
    tell(said("stage.reading", file=content.name))
    author = reader.read(content)
    if author.value is None:
        raise BuildError(Exit.CONTENT, author.diagnostics)
    Sink(list(author.diagnostics)).raise_errors(Exit.CONTENT)
    found = trace(author.value, _documents(named(sources, author.value.sources), tell))
    return Told(found, faults(found))


def _documents(files: Iterable[tuple[str, Path]], tell: Tell) -> tuple[Document, ...]:
    """Read all sources, and tell of all that cannot be read."""
    read: list[Document | Diagnostic] = []
    for name, path in files:
        tell(said("stage.reading", file=path.name))
        read.append(reading.read(name, path))
    Sink([one for one in read if isinstance(one, Diagnostic)]).raise_errors(Exit.CONTENT)
    return tuple(one for one in read if isinstance(one, Document))
