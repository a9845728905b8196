"""How values are spread: the means, tails and shares that the tables show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def worst(values: Iterable[float]) -> float:
    """Return the largest absolute value."""
    return max((abs(value) for value in values), default=0.0)


def mean(values: Sequence[float]) -> float:
    """Return the mean absolute value."""
    return sum(map(abs, values)) / max(1, len(values))


def share_over(values: Sequence[float], limit: float) -> str:
    """Return how many of the values exceed a limit, of how many."""
    return f"{sum(value > limit for value in values)} of {len(values)}"


def quantile(values: Iterable[float], share: float) -> float:
    """Return the absolute value that this share of them does not exceed."""
    ordered = sorted(map(abs, values))
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
