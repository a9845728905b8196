"""An ink: one colour role, with its screen and its press values both given by hand, never computed from one another."""

from dataclasses import dataclass

LEAST_PLATE = 8
"""No plate bears less, in per cent: a press may not hold it (ISO 12647-2)."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as an author gives it: RGB 0–255 for screen and deck, CMYK 0–100 per cent for the press."""

    rgb: tuple[int, int, int]
    cmyk: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Ink:
    """A named colour: RGB 0–255 for screen and deck, CMYK 0–100 per cent for the press."""

    name: str
    rgb: tuple[int, int, int]
    cmyk: tuple[int, int, int, int]

    @property
    def hex(self) -> str:
        """The RGB value as six upper-case hexadecimal digits (ST_HexColorRGB, ECMA-376 Part 1, 22.9.2.5)."""
        return "{:02X}{:02X}{:02X}".format(*self.rgb)


LINEAR_BELOW = 0.04045
"""Where sRGB's transfer curve turns from a line into a power (IEC 61966-2-1)."""


def _linear(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= LINEAR_BELOW else float(((value + 0.055) / 1.055) ** 2.4)


def luminance(rgb: tuple[int, int, int]) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2, relative luminance)."""
    red, green, blue = map(_linear, rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


WHITE_POINT = (0.95047, 1.0, 1.08883)
"""D65, as sRGB has it."""
_TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))


def lab(rgb: tuple[int, int, int]) -> tuple[float, float, float]:
    """Return a colour's CIE 1976 L*a*b*, in which distances are about what an eye sees (IEC 61966-2-1, CIE 15)."""
    linear = [_linear(channel) for channel in rgb]
    x, y, z = (
        _root(sum(part * channel for part, channel in zip(row, linear, strict=True)) / white)
        for row, white in zip(_TO_XYZ, WHITE_POINT, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29


def contrast(one: Ink, other: Ink) -> float:
    """Return the contrast ratio of two inks, 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((luminance(one.rgb), luminance(other.rgb)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
