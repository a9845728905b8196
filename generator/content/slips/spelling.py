"""Which known word was meant by an unknown one. Chinese words are short, so one wrong character in two is still a likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORT = 3
_SHORT_CUTOFF = 0.5
"""Of words up to three characters, one half may differ (善宽 for 善款)."""
_LONG = 40
"""A longer word is a sentence, and like no other."""
_CUTOFF = 0.6


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like the word, or None when none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  # only faults come here

    if len(word) > _LONG:
        return None
    known = sorted(set(candidates))
    if len(word) > _SHORT and (inside := _containing(word, known)):
        return inside
    cutoff = _SHORT_CUTOFF if len(word) <= _SHORT else _CUTOFF
    lowered = {one.lower(): one for one in reversed(known)}
    found = get_close_matches(word.lower(), lowered, n=1, cutoff=cutoff)
    return lowered[found[0]] if found else _containing(word, known)


def _containing(word: str, known: list[str]) -> str | None:
    """Return the only candidate that holds the word whole, or is held by it."""
    holders = [one for one in known if word and one and (word in one or one in word)]
    return holders[0] if len(holders) == 1 else None
