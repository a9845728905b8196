"""What the report's files that stand were set for: trim, bleed, marks and profile, so that they are compared with their like.

In: the report and its file for the press. Out: what their boxes say, as far as every page of all that stand says the same; a box that was
altered on one page, or in one file, is left to the comparison. So is a profile of a condition that a registry has: it can be named again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pikepdf

from generator.inspection.damage import DAMAGE
from generator.units import Length, Size, mm

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    Boxes = dict[str, tuple[float, ...]]

POINTS = 72 / 25.4
HUNDREDTHS = 2
MEDIA, TRIM, BLEED = "/MediaBox", "/TrimBox", "/BleedBox"


class Made(NamedTuple):
    """The trim, the bleed, whether marks stand round it, and a print shop's own profile; None for what the files do not say.

    `apart` are the trims of report and file for the press where each has another.
    """

    trim: Size | None = None
    bleed: Length | None = None
    marks: bool | None = None
    profile: bytes | None = None
    apart: tuple[Size, ...] = ()


def made_for(report: Path, printed: Path) -> Made:
    """Return what the two files were set for."""
    screen, press = _boxes(report), _boxes(printed)
    trims = tuple(dict.fromkeys(_size(boxes[TRIM]) for boxes in (screen, press) if TRIM in boxes))
    made = Made(profile=_own_profile(printed))
    made = made._replace(trim=trims[0]) if len(trims) == 1 else made._replace(apart=trims)
    if not {MEDIA, TRIM, BLEED} <= press.keys():
        return made
    bleed = _length(press[TRIM][0] - press[BLEED][0])
    return made._replace(bleed=bleed, marks=press[MEDIA] != press[BLEED])


def _own_profile(path: Path) -> bytes | None:
    """Return the profile of a file whose condition no registry has."""
    try:
        with pikepdf.open(path) as pdf:
            intent = pdf.Root.OutputIntents[0]
            return None if "/RegistryName" in intent else bytes(intent.DestOutputProfile.read_bytes())
    except (*DAMAGE, pikepdf.PdfError):
        return None


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
