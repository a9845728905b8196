"""How wide a text may be on a slide whose faces are missing, in whichever face a program puts in their place.

Han stays one em wide in any face; digits and Latin do not. They are measured as wide as in the widest face that stands in, where a
bold digit takes 0.70 em (DejaVu Sans; Noto Sans SC takes 0.59, Microsoft YaHei 0.58), and a quarter of an em is added wherever narrow
characters and Han meet (CLREQ, mixed text composition: the gap between them is the renderer's).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.typeset.unicode_classes import COMBINING, WORD_RANGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.fonts.library import Library
    from generator.typeset.model import Span
    from generator.units import Length

WIDEST_DIGIT = 0.70
"""A digit of the widest face that may stand in, in ems; all other narrow characters are wider there in the same proportion."""
_NARROW = f"!-~{WORD_RANGES}{COMBINING}"
NARROW = re.compile(f"[{_NARROW}]+")
"""Digits, letters of words and their marks: what other faces set in other widths."""
GAP = 0.25
_WEAK, _HAN = "[“”‘’—…·]*", f"[^\\W{_NARROW}]"
MEETINGS = re.compile(f"(?:^(?=[“‘—…·])|(?<=[{_NARROW}])){_WEAK}(?={_HAN})|(?<={_HAN}){_WEAK}(?=[{_NARROW}])")
"""Where narrow characters and Han meet. Marks between them go with what is before them, and at a text's head with the narrow ones."""
PER_MILLE = 1000


def stretch(face: str, library: Library) -> float:
    """Return by which factor narrow characters may be wider than a face sets them."""
    return max(1.0, WIDEST_DIGIT * PER_MILLE / library.face(face).extent("0"))


def wider(text: str, face: str, library: Library) -> float:
    """Return how much wider a text may be than a face sets it, in ems."""
    narrow = "".join(NARROW.findall(text))
    return library.face(face).extent(narrow) / PER_MILLE * (stretch(face, library) - 1) if narrow else 0.0


def gaps(text: str) -> float:
    """Return the gaps between narrow characters and Han that a renderer may open in a text, in ems."""
    return GAP * len(MEETINGS.findall(text))


def largest(runs: Sequence[Span]) -> Length:
    """Return the size of the largest characters."""
    return max([run.style.size for run in runs], default=0)


def untrimmed(runs: Sequence[Span], library: Library) -> Length:
    """Return the width that runs take on one line at the most, no mark trimmed."""
    ems = (_advances(run.text, run.style.face, library) + wider(run.text, run.style.face, library) for run in runs)
    widths = sum(one * run.style.size for one, run in zip(ems, runs, strict=True))
    return round(widths + gaps("".join([run.text for run in runs])) * largest(runs))


def _advances(text: str, face: str, library: Library) -> float:
    found = library.face(face)
    return sum(map(found.extent, text)) / PER_MILLE
