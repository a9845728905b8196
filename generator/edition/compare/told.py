"""What a comparison has to tell, in words not yet of a language: its changes and its counts. A comparison in; words out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Words, said
from generator.edition.compare.model import Aspect, Ink

if TYPE_CHECKING:
    from generator.edition.compare.model import Change, Comparison
    from generator.edition.compare.model import Words as Text

MANY = 24
"""Characters that stay on either side of a change; what lies between is left out."""
CUT = "…"
_PARTED_AFTER, _PARTED_BEFORE = re.compile("【[^】]*$"), re.compile("^[^【]*】")
"""A reference that a cut goes through, at the end and at the beginning of what is kept."""


def aspect(change: Change) -> Words:
    """Return what changed in a word."""
    return said(f"aspect.{change.aspect.value}")


def counts(found: Comparison) -> Words:
    """Return how many figures came, went and changed, and how many paragraphs."""
    by = {one: {change.figure for change in found.changes if change.aspect is one} for one in (Aspect.ADDED, Aspect.GONE)}
    changed = {one.figure for one in found.changes} - by[Aspect.ADDED] - by[Aspect.GONE]
    numbers = {"added": len(by[Aspect.ADDED]), "gone": len(by[Aspect.GONE]), "changed": len(changed)}
    values = {name: str(number) for name, number in numbers.items()}
    if not found.texts:
        return said("compare.counts-figures", **values)
    return said("compare.counts", **values, paragraphs=str(len(found.rewordings)))


def part(name: str) -> Words | str:
    """Return what a part of the text is called."""
    return name or said("compare.cover")


def shortened(text: Text) -> Text:
    """Return a text whose long stretches between changes are left out."""
    return tuple(
        (words if ink is Ink.CHANGED else _cut(words, first=at == 0, last=at == len(text) - 1), ink)
        for at, (words, ink) in enumerate(text)
    )


def _cut(words: str, *, first: bool, last: bool) -> str:
    if len(words) <= 2 * MANY:
        return words
    left = "" if first else _PARTED_AFTER.sub("", words[:MANY])
    right = "" if last else _PARTED_BEFORE.sub("", words[-MANY:])
    return f"{left}{CUT}{right}"
