"""The inks of a picture's shapes: its own colours, which nobody gave by hand for a press, on plates by a profile.

In: a colour of the screen. Out: an ink, black on the black plate alone, no more ink than paper takes.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.drawing import Pixels
from generator.ink import LEAST_PLATE, Ink
from generator.pictures.packing import on_plates
from generator.profiles import icc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.pictures.model import Vectors

PICTURE = "picture"
"""The name of all such inks."""
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
KNOWN = {BLACK: (0, 0, 0, 100), WHITE: (0, 0, 0, 0)}
"""Colours whose plates are no matter of a profile."""


def ink_of(rgb: tuple[int, int, int]) -> Ink:
    """Return the ink of a colour, on the press whose profile goes along."""
    return on_press(Ink(PICTURE, rgb, (0, 0, 0, 0)), icc.coated().data)


def on_press(ink: Ink, profile: bytes) -> Ink:
    """Return an ink of a picture as a press has it; any other was given by hand, and stays as it is."""
    return Ink(PICTURE, ink.rgb, _plates(ink.rgb, profile)) if ink.name == PICTURE else ink


@lru_cache(maxsize=1024)
def _plates(rgb: tuple[int, int, int], profile: bytes) -> tuple[int, int, int, int]:
    if rgb in KNOWN:
        return KNOWN[rgb]
    dot = on_plates(Pixels(1, 1, bytes(rgb)), profile).data
    cyan, magenta, yellow, black = (_held(plate * 100 // 255) for plate in dot)
    return cyan, magenta, yellow, black


def _held(plate: int) -> int:
    """Return a tint that a press holds: one fainter than that is nothing, or the faintest."""
    return plate if plate >= LEAST_PLATE else LEAST_PLATE * (2 * plate >= LEAST_PLATE)


def with_known(picture: Vectors, inks: Iterable[Ink]) -> Vectors:
    """Return a picture in which colours that were given by hand for the press are those inks."""
    known = {ink.rgb: ink for ink in inks}
    paths = []
    for path in picture.paths:
        fill, stroke = (ink and known.get(ink.rgb, ink) for ink in (path.fill, path.stroke))
        paths.append(replace(path, fill=fill, stroke=stroke))
    return replace(picture, paths=tuple(paths))
