"""What the report's files that stand were set for: trim, bleed and marks, so that they are compared with their like.

In: the report and its file for the press. Out: what their boxes say, as far as every page of all that stand says the same; a box that was
altered on one page, or in one file, is left to the comparison.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pikepdf

from generator.units import Length, Size, mm

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    Boxes = dict[str, tuple[float, ...]]

POINTS = 72 / 25.4
HUNDREDTHS = 2
MEDIA, TRIM, BLEED = "/MediaBox", "/TrimBox", "/BleedBox"


class Made(NamedTuple):
    """The trim, the bleed, and whether marks stand round it; None for what the files do not say."""

    trim: Size | None = None
    bleed: Length | None = None
    marks: bool | None = None


def made_for(report: Path, printed: Path) -> Made:
    """Return what the two files were set for."""
    screen, press = _boxes(report), _boxes(printed)
    trims = {_size(boxes[TRIM]) for boxes in (screen, press) if TRIM in boxes}
    trim = trims.pop() if len(trims) == 1 else None
    if not {MEDIA, TRIM, BLEED} <= press.keys():
        return Made(trim)
    bleed = _length(press[TRIM][0] - press[BLEED][0])
    return Made(trim, bleed, press[MEDIA] != press[BLEED])


def _boxes(path: Path) -> Boxes:
    """Return the boxes that are the same on every page of a file; none of a file that cannot be read."""
    try:
        with pikepdf.open(path) as pdf:
            pages = [
                {key: tuple(map(float, page.obj[key])) for key in (MEDIA, TRIM, BLEED) if key in page.obj} for page in pdf.pages
            ]
    except (OSError, pikepdf.PdfError, TypeError, ValueError):
        return {}
    return pages[0] if _all_equal(pages) else {}


def _all_equal(pages: Iterable[Boxes]) -> bool:
    found = list(pages)
    return bool(found) and all(one == found[0] for one in found)


def _size(box: tuple[float, ...]) -> Size:
    left, low, right, high = box
    return Size(_length(right - left), _length(high - low))


def _length(points: float) -> Length:
    return mm(round(points / POINTS, HUNDREDTHS))
