"""What a damaged or foreign file may raise below the readers: all of it means that the file cannot be judged."""

from __future__ import annotations

import zlib

DAMAGE = (OSError, ValueError, LookupError, TypeError, AttributeError, AssertionError, EOFError, RuntimeError, zlib.error)
"""RuntimeError holds pdfium's own; the readers turn pikepdf's and HarfBuzz's into UnreadableError."""


class UnreadableError(ValueError):
    """A file that is not what its name says, or lacks a part that it refers to."""


def reason(fault: BaseException) -> str:
    """Return in words why a file could not be read."""
    return str(fault) if isinstance(fault, UnreadableError | OSError) else f"{type(fault).__name__}: {fault}"
