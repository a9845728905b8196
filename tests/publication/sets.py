"""Small sets of files to publish: text for a name, and back."""

from __future__ import annotations

from pathlib import Path

from generator.publication.staging import Staging


def put(stage: Staging, **files: str) -> None:
    for name, text in files.items():
        (stage.new / name).write_text(text)


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir()) if path.is_file()}
