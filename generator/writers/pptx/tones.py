"""Every ink as a colour of the theme: a slot, and how far from it (ECMA-376 Part 1, 20.1.2.3: lumMod, lumOff, satMod, hueOff).

In: the theme's twelve inks and the inks of the parts. Out: a tone for any ink, so that another theme recolours all of it. Tints differ
from their slot by lightness as PowerPoint's own palette has it (lumMod and lumOff add to the whole), and by hue and saturation only
where the ink does; under our own theme a tone is its ink to the last bit.

The rule of the slots: the n-th theme leans on accent n, five in a row, and begins again at accent 1 after the fifth, turned to its own
hue; the organization's colour is accent 6; greys lean on the nearest of the two grounds and the two inks of text; whatever is left, on
the accent whose hue is nearest.
"""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.ink import Ink

COLOR_SLOTS = ("tx1", "bg1", "tx2", "bg2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
"""The names under which slides refer to dk1 lt1 dk2 lt2 … through the master's colour map (ST_SchemeColorVal)."""
THEMES_SLOTS = COLOR_SLOTS[4:9]
"""The accents on which themes lean; the sixth is the organization's."""

_GREYS, _HUES = ("bg2", "tx2"), COLOR_SLOTS[4:10]
_WHOLE, _DEGREE = 100_000, 60_000
_CIRCLE = 360 * _DEGREE
_NEAR = 2
"""Channels that differ by no more are those of one colour, rounded."""
_GREY = 20
"""Channels that differ by no more make a grey."""


class Tone(NamedTuple):
    """A slot of the theme, and what is done to its colour in this order: names and values of the elements."""

    slot: str
    turns: tuple[tuple[str, int], ...] = ()


class _Hls(NamedTuple):
    hue: float
    light: float
    strength: float


def tones(colors: Sequence[Ink], parts: Sequence[Sequence[Ink]]) -> dict[Ink, Tone]:
    """Return the tone of each ink of a theme and of the parts, each with its colours, the main one first; of two the first counts."""
    found: dict[Ink, Tone] = {}
    for slot, ink in zip(COLOR_SLOTS, colors, strict=True):
        found.setdefault(ink, Tone(slot))
    bases = dict(zip(COLOR_SLOTS, colors, strict=True))
    for number, part in enumerate(parts):
        slot = THEMES_SLOTS[number % len(THEMES_SLOTS)]
        for ink in part:
            found.setdefault(ink, tone(ink, slot, bases[slot]))
    return found


def nearest(ink: Ink, bases: Mapping[str, Ink]) -> Tone | None:
    """Return the tone of an ink that belongs to no part; None where the theme cannot give it: of greys no colour is made."""
    own = _hls(ink.rgb)
    if max(ink.rgb) - min(ink.rgb) <= _GREY:
        slot = min(_GREYS, key=lambda one: abs(_hls(bases[one].rgb).light - own.light))
    else:
        slot = min(_HUES, key=lambda one: abs((_hls(bases[one].rgb).hue - own.hue + 0.5) % 1 - 0.5))
    made = tone(ink, slot, bases[slot])
    given = _turned(bases[slot].rgb, made.turns)
    return made if all(abs(one - other) <= _NEAR for one, other in zip(given, ink.rgb, strict=True)) else None


def tone(ink: Ink, slot: str, base: Ink) -> Tone:
    """Return an ink as seen from a slot, in as few turns as give it exactly."""
    turns = tuple(_turns(_hls(ink.rgb), _hls(base.rgb)))
    light = tuple(one for one in turns if one[0] not in {"hueOff", "satMod"})
    level = tuple(one for one in turns if one[0] != "hueOff")
    return Tone(slot, next((tried for tried in (light, level) if _turned(base.rgb, tried) == ink.rgb), turns))


def _hls(rgb: tuple[int, int, int]) -> _Hls:
    return _Hls(*colorsys.rgb_to_hls(*(channel / 255 for channel in rgb)))


def _turns(own: _Hls, base: _Hls) -> Iterator[tuple[str, int]]:
    """Yield hue, saturation, then lightness: up to white by a share and what it lacks of the whole, down to black by a share.

    A hue moves back as well as on, never round the circle: LibreOffice stops at its end.
    """
    yield "hueOff", round((own.hue - base.hue) * _CIRCLE)
    if base.strength:
        yield "satMod", round(own.strength / base.strength * _WHOLE)
    if own.light > base.light:
        share = round((1 - own.light) / (1 - base.light) * _WHOLE)
        yield from (("lumMod", share), ("lumOff", _WHOLE - share))
    elif own.light < base.light:
        yield "lumMod", round(own.light / base.light * _WHOLE)


def _turned(rgb: tuple[int, int, int], turns: Sequence[tuple[str, int]]) -> tuple[int, int, int]:
    """Return the colour that a viewer makes of a slot's."""
    hue, light, strength = _hls(rgb)
    told = dict(turns)
    hue = (hue + told.get("hueOff", 0) / _CIRCLE) % 1
    strength = min(1.0, strength * told.get("satMod", _WHOLE) / _WHOLE)
    light = min(1.0, light * told.get("lumMod", _WHOLE) / _WHOLE + told.get("lumOff", 0) / _WHOLE)
    red, green, blue = (round(channel * 255) for channel in colorsys.hls_to_rgb(hue, light, strength))
    return (red, green, blue)
