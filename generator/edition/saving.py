"""An author's file written anew: its characters in; the file whole, or as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.edition.places import data
from generator.publication.staging import publish, recover, staging

if TYPE_CHECKING:
    from pathlib import Path


def save(path: Path, text: str) -> None:
    """Write the characters of a file in one step. Raises BuildError (Exit.WRITE)."""
    save_data(path, data(text))


def save_data(path: Path, made: bytes) -> None:
    """Write the bytes of a file in one step. Raises BuildError (Exit.WRITE)."""
    recover(path.parent)
    with staging(path.parent) as stage:
        (stage.new / path.name).write_bytes(made)
        publish(stage, path.parent)
