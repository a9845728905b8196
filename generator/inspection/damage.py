"""What a damaged or foreign file may raise below the readers: all of it means that the file cannot be judged."""

from __future__ import annotations

import zlib

from generator.diagnostics import Words, said

DAMAGE = (OSError, ValueError, LookupError, TypeError, AttributeError, AssertionError, EOFError, RuntimeError, zlib.error)
"""RuntimeError holds pdfium's own; the readers turn pikepdf's and HarfBuzz's into UnreadableError."""


class UnreadableError(ValueError):
    """A file that is not what its name says, or lacks a part that it refers to: `says` why."""

    def __init__(self, says: Words) -> None:
        super().__init__(says)
        self.says = says


def reason(fault: BaseException) -> Words:
    """Return in words why a file could not be read."""
    if isinstance(fault, UnreadableError):
        return fault.says
    return (
        said("damage.no-permission") if isinstance(fault, PermissionError) else said("damage.broken", fault=type(fault).__name__)
    )
