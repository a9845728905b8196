"""One edition to be built, and how that went: plain data that travels between processes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Exit

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.shape import Shape


@dataclass(frozen=True, slots=True)
class Task:
    """An edition to be built into a folder: the content, the edition's name and what differs (in `shape`), the outputs wanted."""

    name: str
    content: Path
    out: Path
    only: frozenset[str] | None
    shape: Shape


@dataclass(frozen=True, slots=True)
class Result:
    """How an edition went: the stage that refused it, what was told, the files with their bytes and SHA-256, pages, slides, seconds.

    `kept` tells that it stood already, and was not built again.
    """

    name: str
    stage: Exit = Exit.DONE
    told: tuple[Diagnostic, ...] = ()
    files: tuple[tuple[str, int, str], ...] = ()
    figures: int = 0
    pages: int = 0
    slides: int = 0
    seconds: float = 0.0
    kept: bool = False
