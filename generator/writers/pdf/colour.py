"""How an ink is named to the device: one function a file's destination, handed to the painter and never chosen by it.

In: an ink, and whether it strokes. Out: the operator that sets it (ISO 32000-1, 8.6.8).
"""

from collections.abc import Callable
from typing import TypeAlias

from generator.ink import Ink
from generator.writers.pdf.operators import STEPS, number

Colour: TypeAlias = Callable[[Ink, bool], str]
"""Sets an ink for filling, or for stroking when the second argument is true."""

RGB_MOST = 255


def screen(ink: Ink, stroking: bool) -> str:  # noqa: FBT001 - the two operators of one ink, told apart by position as in Colour
    """Return the operator for an ink's DeviceRGB value; three decimals bring each of the 256 steps back exactly."""
    components = " ".join(number(round(channel * STEPS / RGB_MOST)) for channel in ink.rgb)
    return f"{components} {'RG' if stroking else 'rg'}"
