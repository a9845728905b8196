"""A file of an author's desk written: its characters or bytes in; the file whole, or as it was."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, said
from generator.edition.places import data
from generator.publication.staging import publish, recover, staging

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def refuse_over(path: Path) -> None:
    """Raise BuildError (Exit.WRITE) where a file is there already: nobody asked that it be written over."""
    if path.exists():
        says = said("file-there.already", file=str(path))
        raise BuildError(Exit.WRITE, (Diagnostic(Severity.ERROR, says, hints=(said("hint.write-over"),)),))


def save(path: Path, text: str) -> None:
    """Write the characters of a file in one step. Raises BuildError (Exit.WRITE)."""
    save_data(path, data(text))


def save_data(path: Path, made: bytes) -> None:
    """Write the bytes of a file in one step. Raises BuildError (Exit.WRITE)."""
    with in_one_step(path) as new:
        new.write_bytes(made)


@contextmanager
def in_one_step(path: Path) -> Iterator[Path]:
    """Give a place to write a file at, and put it where it belongs when that is done. Raises BuildError (Exit.WRITE)."""
    recover(path.parent)
    with staging(path.parent) as stage:
        yield stage.new / path.name
        publish(stage, path.parent)
