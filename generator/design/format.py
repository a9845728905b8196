"""The sheet: a page's trim or a slide, by its size and the name that people have for it; any other is made in the same way.

Nothing comes in; formats go out. Grids are made from them (`grid`, `slide_grid`), so that another format is set anew, never scaled.
"""

import re
from dataclasses import dataclass

from generator.units import Length, Size, mm


@dataclass(frozen=True, slots=True)
class Format:
    """A sheet by its name and size."""

    name: str
    size: Size


A4 = Format("a4", Size(mm(210), mm(297)))
DALIU = Format("daliu", Size(mm(210), mm(285)))
"""大16开, as most Chinese books of A4's kind are trimmed."""
A5 = Format("a5", Size(mm(148), mm(210)))
WIDE = Format("16:9", Size(12_192_000, 6_858_000))
"""A slide of 960 by 540 points (ST_SlideSizeType, ECMA-376 Part 1, 19.7.18)."""
CLASSIC = Format("4:3", Size(9_144_000, 6_858_000))
"""A slide of 720 by 540 points."""

TRIMS = {"a4": A4, "daliu": DALIU, "大16开": DALIU, "a5": A5}
"""The names that people have for a page's trim, in lower case."""
TRIM_NAMES = tuple(dict.fromkeys(one.name for one in TRIMS.values()))
LEAST, MOST = Size(mm(120), mm(180)), Size(mm(420), mm(594))
"""Trims between these are set; a report needs some room, and no digital press takes a larger sheet than A2."""

_SIZE = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)\s*[x×*]\s*(\d{1,4}(?:\.\d{1,2})?)\s*(?:mm|毫米)", re.IGNORECASE)
_LENGTH = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*(?:mm|毫米)", re.IGNORECASE)


def trim_of(text: str) -> Format | None:
    """Return the trim that a text names, or gives as width and height in millimetres (190x260mm); None for any other text."""
    if found := _SIZE.fullmatch(text.strip()):
        width, height = found.groups()
        return Format(f"{width}x{height}mm", Size(mm(float(width)), mm(float(height))))
    return TRIMS.get(text.strip().lower())


def is_page(trim: Format) -> bool:
    """Tell whether a report can be set on a trim: upright or square, neither too small nor too large."""
    width, height = trim.size.width, trim.size.height
    return LEAST.width <= width <= min(MOST.width, height) and LEAST.height <= height <= MOST.height


def length_of(text: str) -> Length | None:
    """Return a length written in millimetres (3mm, 3 毫米); None for any other text, a number without a unit too."""
    found = _LENGTH.fullmatch(text.strip())
    return mm(float(found[1])) if found else None
