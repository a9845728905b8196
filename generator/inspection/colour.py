"""Contrast as a reader meets it: the inspector's own arithmetic (WCAG 2.2, relative luminance and contrast ratio)."""

from functools import lru_cache
from typing import TypeAlias

RGB: TypeAlias = tuple[int, int, int]

LEAST_CONTRAST = 3.0
"""Below this a character is as good as not there: large text's least contrast in WCAG 2.2, 1.4.3."""

SIGNS = frozenset({"Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "Symbol", "Marlett", "MT Extra"})
"""Faces whose letters are no letters."""

FAINT = 1.5
"""A contrast below which nobody sees that anything is there."""

LINEAR_BELOW = 0.04045


@lru_cache(maxsize=4096)
def luminance(colour: RGB) -> float:
    """Return the relative luminance of a colour, 0 to 1."""
    red, green, blue = (
        one / 12.92 if one <= LINEAR_BELOW else float(((one + 0.055) / 1.055) ** 2.4)
        for one in (channel / 255 for channel in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=4096)
def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def rgb(digits: str) -> RGB:
    """Return the colour of six hexadecimal digits."""
    return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16))


def hexed(colour: RGB) -> str:
    """Return a colour as six upper-case hexadecimal digits."""
    return "{:02X}{:02X}{:02X}".format(*colour)


def is_faint(ink: RGB, ground: RGB) -> bool:
    """Tell whether letters on a ground are as good as not there, whatever their size."""
    return contrast(ink, ground) < FAINT
