"""What inks are called in the file that a book is written to, and which items print over what is under them.

In: an ink, or an item with its stroke. Out: names as `generator.statement` has them: RGB as six hexadecimal digits, plates in per cent
(`C0 M0 Y0 K100`), the registration ink as `All 100`, gray as `gray 115` of 255.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.design.palette import INK
from generator.design.press import REGISTRATION, SMALL_TYPE, THIN_LINE
from generator.drawing import Box, Disc, Path, TextRun
from generator.outputs import GRAY, PRINT

if TYPE_CHECKING:
    from generator.ink import Ink

Name: TypeAlias = "Callable[[Ink], str]"


def on_screen(ink: Ink) -> str:
    """Return an ink's RGB value."""
    return ink.hex


def on_press(ink: Ink) -> str:
    """Return an ink's plates; the registration ink is on every plate of any press."""
    if ink == REGISTRATION:
        return "All 100"
    return " ".join(f"{plate}{share}" for plate, share in zip("CMYK", ink.cmyk, strict=True))


def in_gray(ink: Ink) -> str:
    """Return the level of an ink that is gray already."""
    return f"gray {ink.rgb[0]}"


@dataclass(frozen=True, slots=True)
class Inking:
    """How a file names its inks, and whether thin black prints over what is under it."""

    name: Name = on_screen
    overprints: bool = False

    def over(self, item: TextRun | Path | Box | Disc) -> int | None:
        """Return how an item prints over what is under it: in the mode of plates that bear nothing (1), or None where it does not."""
        return 1 if self.overprints and _is_thin(item) and all(ink.cmyk == INK.cmyk for ink in _inks(item)) else None


def _inks(item: TextRun | Path | Box | Disc) -> list[Ink]:
    if isinstance(item, TextRun):
        return [item.ink]
    return [ink for ink in (item.fill, item.stroke if item.stroke_width > 0 else None) if ink]


def _is_thin(item: TextRun | Path | Box | Disc) -> bool:
    """Tell whether an item is small type or a line: a stroke as thin as one, or a box that is as low or as narrow."""
    if isinstance(item, TextRun):
        return item.size <= SMALL_TYPE
    if item.fill is None:
        return item.stroke_width <= THIN_LINE
    return isinstance(item, Box) and min(item.rect.width, item.rect.height) <= THIN_LINE and item.stroke is None


INKINGS = {PRINT: Inking(on_press, overprints=True), GRAY: Inking(in_gray)}
"""The files whose inks are not those of the screen."""
SCREEN = Inking()
