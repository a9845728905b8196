"""Colours that an author gives: the organization's and those of themes, by name or as `{rgb, cmyk}`. Fields in; colours out.

A theme's colour is a ground for white type and an ink for type on white, so that it must be dark enough for both, and no press holds
more ink than dries. Themes whose colours cannot be told apart are pointed out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.schema import COLORS
from generator.design.palette import MOST_INK, PAPER, TEXT, THEMES
from generator.diagnostics import said
from generator.ink import LEAST_PLATE, Colour, Ink, contrast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.content.fields import Fields

_RGB = re.compile("#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")
_CMYK = re.compile(r"(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_FULL_PLATE = 100
"""Per cent."""
LEAST_APART = 1.15
"""Contrast at which two neighbours are told apart where all colours are greys."""


def brand(report: Fields) -> Colour:
    """Return the organization's colour; black for one that is missing or bad."""
    part = report.part("brand")
    colour = _colour(part, "#FF6A00", "0 70 100 0") if part else None
    return colour if part and colour and _dries(part, colour) else Colour((0, 0, 0), (0, 0, 0, _FULL_PLATE))


def of_theme(theme: Fields) -> str | Colour | None:
    """Return the colour of a theme, one of the ten by its name or the author's own; None when it is missing or bad."""
    part = theme.part("color")
    if part is None:
        return name if (name := theme.text("color")) in COLORS else None
    colour = _colour(part, "#1A6A88", "86 44 32 10")
    return colour if colour and all((_is_dark(part, colour), _dries(part, colour))) else None


def _colour(part: Fields, rgb: str, cmyk: str) -> Colour | None:
    """Read screen and press values; the two given are examples of how they are written."""
    channels = [int(one, 16) for one in _values(_RGB, part, "rgb", f'"{rgb}"')]
    plates = [int(one) for one in _values(_CMYK, part, "cmyk", cmyk)]
    if not channels or not plates:
        return None
    if faint := [plate for plate in plates if 0 < plate < LEAST_PLATE]:
        says = said("faint-colour.plate", plate=faint[0], least=LEAST_PLATE)
        part.refuse("cmyk", says, said("faint-colour.write", least=LEAST_PLATE), grave=False)
    red, green, blue = channels
    cyan, magenta, yellow, black = plates
    return Colour((red, green, blue), (cyan, magenta, yellow, black))


def _values(pattern: re.Pattern[str], part: Fields, key: str, example: str) -> tuple[str, ...]:
    text = part.text(key)
    found = pattern.fullmatch(text)
    if found and (pattern is _RGB or max(map(int, found.groups())) <= _FULL_PLATE):
        return found.groups()
    if text:
        cure = "bad-colour.straight-quotes" if text[0] in "“”‘’＂＇" else "hint.write"
        part.refuse(key, said("bad-colour.text", text=text), said(cure, cure=f"{key}: {example}"))
    return ()


def _is_dark(part: Fields, colour: Colour) -> bool:
    """Tell whether text of a colour is read on white; the cure is the same hue, as much darker as it takes."""
    red, green, blue = colour.rgb
    shades = (
        Ink("", (red * percent // 100, green * percent // 100, blue * percent // 100), colour.cmyk)
        for percent in range(100, -1, -1)
    )
    enough = next(one for one in shades if contrast(one, PAPER) >= TEXT)
    if enough.rgb != colour.rgb:
        cure = said("pale-colour.darken", cure=f'"#{enough.hex}"')
        part.refuse("rgb", said("pale-colour.on-white", rgb=part.text("rgb")), cure)
    return enough.rgb == colour.rgb


def _dries(part: Fields, colour: Colour) -> bool:
    total = sum(colour.cmyk)
    if total > MOST_INK:
        cure = said("heavy-colour.less", over=total - MOST_INK)
        part.refuse("cmyk", said("heavy-colour.ink", total=total, most=MOST_INK), cure)
    return total <= MOST_INK


def tell_alike(themes: Sequence[Fields], given: Sequence[str | Colour | None]) -> None:
    """Point out a theme that has the colour of an earlier one, or is as grey as the one before."""
    mains = [
        Ink("", color.rgb, color.cmyk) if isinstance(color, Colour) else THEMES[color].main if color else None for color in given
    ]
    for at, (theme, main) in enumerate(zip(themes, mains, strict=True)):
        same = next((other for other, one in zip(themes[:at], mains, strict=False) if main and one and one.rgb == main.rgb), None)
        if same:
            theme.refuse("color", said("alike-colours.same", theme=same.text("name")), said("alike-colours.other"), grave=False)
        elif at and main and (before := mains[at - 1]) and contrast(main, before) < LEAST_APART:
            says = said("alike-colours.grey", theme=themes[at - 1].text("name"))
            theme.refuse("color", says, said("alike-colours.other"), grave=False)
