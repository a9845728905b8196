"""The form of a rule that finds a slip in a quantity: what it looks for, why that is none, and the text as it was meant.

A rule is a pattern for the whole text with a way to write what it found; rules are data of the modules beside this one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from generator.content.figures.quantity import QUALIFIERS, Quantity, read
from generator.content.slip import Slip

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.content.figures.units import Units
    from generator.diagnostics import Words

Finder: TypeAlias = "Callable[[str, Units], Slip | None]"
"""Finds a slip in a text, with the text as it was meant; it knows the units of the report."""
Found: TypeAlias = "re.Match[str]"

BEFORE = f"(?:{'|'.join(QUALIFIERS)})?[-−]?"
"""A word and a sign that may stand before a number."""
HEAD = f"(?P<head>{BEFORE})"
NUMBER = r"(?P<number>[0-9]+(?:\.[0-9]+)?)"
REST = "(?P<rest>.*)"
DIGITS = "零〇一二两三四五六七八九"
CLOSING = "(?:左右|上下|以上|以下|以内|)"
"""A word that may stand after all."""


def slip(text: str, why: Words, meant: str | None, cure: Words | None = None) -> Slip | None:
    """Return the slip of a text that was meant otherwise; none when it stands as it was meant."""
    return Slip(why, cure, taken=len(text), meant=meant) if meant != text else None


def rewritten(why: Words, rule: Callable[[str], str]) -> Finder:
    """Return what finds texts that a function writes otherwise."""
    return lambda text, _units: slip(text, why, rule(text))


def rule(pattern: str, why: Callable[[Found], Words], meant: Callable[[Found], str | None]) -> Finder:
    """Return what finds texts that a pattern fits, and writes them from what it found; None from `meant` is no slip of this rule."""
    compiled = re.compile(pattern, re.DOTALL)

    def find(text: str, _units: Units) -> Slip | None:
        found = compiled.fullmatch(text)
        written = meant(found) if found else None
        return slip(text, why(found), written) if found and written is not None else None

    return find


def readable(text: str, units: Units) -> bool:
    """Tell whether a text is a quantity."""
    return isinstance(read(text, units), Quantity)
