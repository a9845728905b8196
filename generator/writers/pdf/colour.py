"""How an ink is named to the device: one function a file's destination, handed to the painter and never chosen by it.

In: an ink, and whether it strokes. Out: the operator that sets it (ISO 32000-1, 8.6.8).
"""

from collections.abc import Callable
from typing import TypeAlias

from generator.design.palette import INK
from generator.design.press import REGISTRATION
from generator.ink import Ink
from generator.writers.pdf.operators import STEPS, number

Colour: TypeAlias = Callable[[Ink, bool], str]
"""Sets an ink for filling, or for stroking when the second argument is true."""

RGB_MOST = 255
PER_CENT = 100
ALL_PLATES = "All"
"""The name that pages have for the colour space of the registration ink."""


def screen(ink: Ink, stroking: bool) -> str:  # noqa: FBT001 - the two operators of one ink, told apart by position as in Colour
    """Return the operator for an ink's DeviceRGB value; three decimals bring each of the 256 steps back exactly."""
    components = " ".join(number(round(channel * STEPS / RGB_MOST)) for channel in ink.rgb)
    return f"{components} {'RG' if stroking else 'rg'}"


def gray(ink: Ink, stroking: bool) -> str:  # noqa: FBT001 - as above
    """Return the operator for the level of an ink that is gray already."""
    return f"{number(round(ink.rgb[0] * STEPS / RGB_MOST))} {'G' if stroking else 'g'}"


def press(ink: Ink, stroking: bool) -> str:  # noqa: FBT001 - as above
    """Return the operator for an ink's plates, each as given by hand; the registration ink is on every plate of any press."""
    if ink == REGISTRATION:
        return f"/{ALL_PLATES} CS 1 SCN" if stroking else f"/{ALL_PLATES} cs 1 scn"
    plates = " ".join(number(plate * STEPS // PER_CENT) for plate in ink.cmyk)
    return f"{plates} {'K' if stroking else 'k'}"


def prints_over(ink: Ink) -> bool:
    """Tell whether small type and thin lines in an ink print over what is under them: black alone, which hides it."""
    return ink.cmyk == INK.cmyk
