"""Colours of a PDF as they stand, each told in its own space, and as a screen shows them (ISO 32000-1, 8.6).

In: a colour space of the resources or an operator's own, and the numbers that set a colour in it. Out: a tone. The light of a CMYK
colour or of an ink of its own name is by the plain complement: enough to tell light from dark, and never told as its colour.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

from generator.inspection.colour import hexed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.inspection.colour import RGB

GRAY, CMYK = 1, 4
"""Numbers of a colour, by which its space is told from RGB."""

PLAIN_SPACES = frozenset({"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/G", "/RGB", "/CMYK", "/CalGray", "/CalRGB", "/ICCBased"})
"""Colour spaces whose numbers are those of a gray, an RGB or a CMYK colour."""
SEPARATION = "/Separation"
DARK = frozenset({"All", "Black"})
"""Names of inks whose light is known: all plates at once, and black (ISO 32000-1, 8.6.6.4)."""

PATTERN = "pattern"
"""The name of what is no plain colour."""
PLATES = "CMYK"


class Tone(NamedTuple):
    """A colour: its light as RGB, None where that is not known, and what it is called.

    RGB is told as six hexadecimal digits, gray as `gray 115` of 255, CMYK by its plates in per cent (`C0 M0 Y0 K100`), an ink of a
    name of its own by that and how much of it stands there (`All 100`).
    """

    rgb: RGB | None
    name: str


BLACK = Tone((0, 0, 0), "gray 0")
"""What is painted with before any colour is set (ISO 32000-1, table 52)."""
NO_TONE = Tone(None, PATTERN)


class Space(NamedTuple):
    """A space that colours are set in: `plain` by its numbers alone, else by the `ink` that it is named for; a pattern is neither."""

    plain: bool
    ink: str = ""

    def first(self, named: str) -> Tone:
        """Return the colour that stands when the space is set (ISO 32000-1, 8.6.5 and 8.6.6)."""
        if self.plain:
            return tone((0, 0, 0, 1)) if named.endswith("CMYK") else tone((0, 0, 0)) if named.endswith("RGB") else BLACK
        return self.tone((1,))

    def tone(self, values: Sequence[Any]) -> Tone:
        """Return the colour of operands in the space."""
        numbers = tuple([one for one in values if not isinstance(one, str)])
        if self.plain:
            return tone(numbers)
        return _tint(self.ink, float(numbers[0])) if self.ink and numbers else NO_TONE


PLAIN = Space(plain=True)


def space(resources: Any, name: str) -> Space:  # noqa: ANN401 - a pikepdf dictionary
    """Return the space of a name, of the resources or the standard's own."""
    found = resources.get("/ColorSpace", {}).get(name)
    family = str(found[0] if isinstance(found, pikepdf.Array) else found or name)
    if family == SEPARATION and isinstance(found, pikepdf.Array):
        return Space(plain=False, ink=str(found[1])[1:])
    return Space(plain=family in PLAIN_SPACES)


@lru_cache(maxsize=4096)
def tone(values: tuple[float, ...]) -> Tone:
    """Return the colour of the numbers of a gray, an RGB or a CMYK colour; none of them are those of a pattern."""
    if not values:
        return NO_TONE
    if len(values) == GRAY:
        level = _byte(values[0])
        return Tone((level, level, level), f"gray {level}")
    if len(values) == CMYK:
        return Tone(_complement(values), " ".join(f"{plate}{_share(one)}" for plate, one in zip(PLATES, values, strict=True)))
    red, green, blue = (_byte(one) for one in values[:3])
    return Tone((red, green, blue), hexed((red, green, blue)))


def _tint(ink: str, amount: float) -> Tone:
    level = _byte(1 - amount)
    return Tone((level, level, level) if ink in DARK else None, f"{ink} {_share(amount)}")


def _complement(values: Sequence[float]) -> RGB:
    cyan, magenta, yellow, black = values
    return (_byte((1 - cyan) * (1 - black)), _byte((1 - magenta) * (1 - black)), _byte((1 - yellow) * (1 - black)))


def _byte(share: float) -> int:
    return round(255 * share)


def _share(part: float) -> str:
    return f"{round(100 * part, 1):g}"
