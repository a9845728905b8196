"""What of a text was changed: paragraphs of two parts in; those that changed out, each in pieces with the words that differ.

A reference, a number and a Latin word are one word; of Chinese each character is, and what stands alone between two changes goes with them.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.edition.compare.model import Ink, Rewording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.edition.compare.model import Part, Words

_WORD = re.compile(r"【[^】]*】|[A-Za-z]+|[0-9][0-9.,]*|\s+|.", re.DOTALL)
ALIKE = 0.35
"""Paragraphs that share less of their words are two."""
SHORT = 12
"""Characters of titles and dates, which are paired by their place."""
LONE = 1
"""Characters that stay between two changes and are no common ground."""


def rewordings(old: Sequence[Part], new: Sequence[Part]) -> Iterator[Rewording]:
    """Yield what changed, part by part in the order of the new text; parts that are gone come last."""
    before = {part.name: part for part in old}
    for part in new:
        known = before.pop(part.name, None)
        yield from _paragraphs(part.name, known.paragraphs if known else (), part.paragraphs)
    for part in before.values():
        yield from _paragraphs(part.name, part.paragraphs, ())


def _paragraphs(part: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Rewording]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (Rewording(part, *_marked(one, other)) for one, other in _paired(old[a:b], new[c:d]))


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield paragraphs in order, each with the one that it was made of, "" for none."""
    if len(old) == len(new) and max(map(len, (*old, *new))) <= SHORT:
        yield from zip(old, new, strict=True)
        return
    left = list(old)
    for text in new:
        at = next((at for at, one in enumerate(left) if _likeness(one, text) >= ALIKE), None)
        if at is None:
            yield "", text
        else:
            yield from ((one, "") for one in left[:at])
            yield left[at], text
            del left[: at + 1]
    yield from ((one, "") for one in left)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _WORD.findall(one), _WORD.findall(other), autojunk=False).ratio()


def _marked(old: str, new: str) -> tuple[Words, Words]:
    """Return both texts in pieces; where the other has words of its own stands an empty piece."""
    if not (old and new):
        return tuple(((text, Ink.CHANGED),) if text else () for text in (old, new))  # type: ignore[return-value]
    one, two = _WORD.findall(old), _WORD.findall(new)
    pieces: tuple[list[tuple[str, Ink]], list[tuple[str, Ink]]] = ([], [])
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        for side, words in zip(pieces, ("".join(one[a:b]), "".join(two[c:d])), strict=True):
            kept = tag == "equal" and not (len(words) <= LONE and a > 0 and b < len(one) and d < len(two))
            side.append((words, Ink.KEPT if kept else Ink.CHANGED))
    return _joined(pieces[0]), _joined(pieces[1])


def _joined(pieces: Sequence[tuple[str, Ink]]) -> Words:
    """Join neighbours of one ink."""
    made: list[tuple[str, Ink]] = []
    for words, ink in pieces:
        if made and made[-1][1] is ink:
            made[-1] = (made[-1][0] + words, ink)
        else:
            made.append((words, ink))
    return tuple(made)
