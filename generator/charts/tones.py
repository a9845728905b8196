"""Inks that tell several rows or parts apart: by lightness first, so that greyscale and colour-blind readers see as many.

In: how many there are, and the theme's main ink. Out: an ink for each, the darkest first. Hues are the theme's own and grey: no rainbow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.look import QUIET
from generator.design.palette import INK, PLAIN, RULE, THEMES

if TYPE_CHECKING:
    from generator.ink import Ink


def _pale(main: Ink) -> Ink:
    return next((inks.pale for inks in THEMES.values() if inks.main == main), PLAIN.pale)


def row_tones(count: int, main: Ink) -> tuple[Ink, ...]:
    """Return the inks of so many rows, at most four."""
    pale = _pale(main)
    tones = {1: (main,), 2: (main, pale), 3: (main, QUIET, pale), 4: (INK, main, QUIET, pale)}
    return tones[count]


def line_tones(count: int, main: Ink) -> tuple[Ink, ...]:
    """Return the inks of one or two lines, both dark enough for the letters of their labels."""
    return (main,) if count == 1 else (main, INK)


def part_tones(said: frozenset[str], uses: tuple[str, ...], main: Ink) -> tuple[Ink, ...]:
    """Return an ink for each part of a whole: the theme's for what the message is about, greys in turn for the rest."""
    greys = (QUIET, RULE)
    rest = [use for use in uses if use not in said]
    return tuple(main if use in said else greys[rest.index(use) % len(greys)] for use in uses)
