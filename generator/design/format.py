"""The sheet: a page's trim or a slide, by the name that people have for it or by its size.

Nothing comes in; formats go out. Grids are made from them (`grid`, `slide_grid`), so that another format is set anew, never scaled.
"""

import re
from dataclasses import dataclass

from generator.units import EMU_PER_MILLIMETRE, Size, mm

LEAST, MOST = mm(90), mm(600)
"""A sheet's edges: under the one no measure holds a line of text, over the other no press takes it."""


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

FORMATS = {one.name: one for one in (A4, DALIU, A5, WIDE, CLASSIC)}
_MILLIMETRES = re.compile(r"(?P<width>\d+(?:\.\d+)?)\s*[x×*]\s*(?P<height>\d+(?:\.\d+)?)(?:\s*mm)?", re.IGNORECASE)


def format_of(words: str) -> Format | None:
    """Return the format of a name (`a4`, `daliu`, `4:3`) or of millimetres (`210x285mm`); None for anything else or no sheet's size."""
    if words.lower() in FORMATS:
        return FORMATS[words.lower()]
    found = _MILLIMETRES.fullmatch(words.strip())
    if not found:
        return None
    size = Size(mm(float(found["width"])), mm(float(found["height"])))
    if not all(LEAST <= edge <= MOST for edge in (size.width, size.height)):
        return None
    return Format(f"{size.width / EMU_PER_MILLIMETRE:g}x{size.height / EMU_PER_MILLIMETRE:g}mm", size)
