"""Walks everything that a resolved report puts forth."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from generator.document.model import Number, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.document.model import ResolvedReport

UNSEEN = {"ledger", "places", "written", "digest", "date", "brand", "id", "color", "origin", "figure", "language"}
"""Fields that are not printed as they are."""


def printed(report: ResolvedReport) -> Iterator[Run | Number]:
    """Yield every run and number, in order."""
    yield from _walk(report)


def _walk(piece: object) -> Iterator[Run | Number]:
    if isinstance(piece, Run | Number):
        yield piece
    elif isinstance(piece, tuple):
        for part in piece:
            yield from _walk(part)
    elif is_dataclass(piece):
        for field in fields(piece):
            if field.name not in UNSEEN:
                yield from _walk(getattr(piece, field.name))


def origins(piece: object) -> Iterator[str]:
    """Yield every origin."""
    if isinstance(piece, tuple):
        for part in piece:
            yield from origins(part)
    elif is_dataclass(piece):
        for field in fields(piece):
            value = getattr(piece, field.name)
            if field.name == "origin":
                yield value
            elif field.name not in UNSEEN:
                yield from origins(value)
