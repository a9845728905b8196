"""The command `compare`: two paths in; what changed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import BuildError, Exit, said
from generator.edition.compare.comparing import compare
from generator.edition.compare.editions import edition

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.diagnostics import Diagnostic, Words
    from generator.edition.compare.model import Comparison, Edition

    Tell = Callable[[Words], None]


def compared(old: Path, new: Path, tell: Tell) -> Comparison:
    """Return what changed between two contents, or two built sets. Raises BuildError (Exit.CONTENT) with what is wrong in either."""
    refused: list[Diagnostic] = []
    read: list[Edition] = []
    for path in (old, new):
        tell(said("stage.reading", file=path.name))
        try:
            read.append(edition(path))
        except BuildError as fault:
            refused += fault.diagnostics
    if refused:
        raise BuildError(Exit.CONTENT, tuple(refused))
    return compare(read[0], read[1])
