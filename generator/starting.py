"""A new desk for an author: the name of a start in, a folder out with a content that builds, its pictures and its schema."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import BuildError, Diagnostic, Exit, Severity, cannot_write, said
from generator.publication.staging import publish, staging

if TYPE_CHECKING:
    from collections.abc import Mapping

STARTS = Path(__file__).with_name("samples") / "starts"
CONTENT, SCHEMA = "content.yaml", "jianbao.schema.json"
STARTER = "starter"
SKELETONS = ("company", "institution")
"""What a content may begin from; without one it is the starter, which shows each way of writing once."""
DRAWN = {"标志.svg": "sign.svg", "图.svg": "picture.svg"}
"""The starter's pictures, by the names that its content gives them."""


def start(folder: Path, name: str, schema: str) -> tuple[str, ...]:
    """Write a content to begin from into a folder that is new or empty, the schema for its editor beside it; return the files' names.

    Raises BuildError (Exit.WRITE) where the folder holds anything, or cannot be written to.
    """
    _refuse_over(folder)
    files = _files(name, schema)
    with staging(folder) as stage:
        for file, data in files.items():
            (stage.new / file).write_bytes(data)
        publish(stage, folder)
    return tuple(files)


def _files(name: str, schema: str) -> Mapping[str, bytes]:
    drawn = {file: (STARTS / own).read_bytes() for file, own in DRAWN.items()} if name == STARTER else {}
    return {CONTENT: (STARTS / f"{name}.yaml").read_bytes(), SCHEMA: schema.encode(), **drawn}


def _refuse_over(folder: Path) -> None:
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as fault:
        raise cannot_write(folder, fault, "folder") from fault
    if taken:
        says = said("folder-there.not-empty", folder=str(folder))
        raise BuildError(Exit.WRITE, (Diagnostic(Severity.ERROR, says, hints=(said("hint.another-folder"),)),))
