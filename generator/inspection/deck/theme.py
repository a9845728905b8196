"""Colours and faces of a deck, resolved as a viewer resolves them: theme, colour map, and the chain of inherited text properties.

In: the parts of a slide, its layout and its master. Out: RGB of a fill, and size, weight, colour and faces of a run (ECMA-376 Part 1, 19.3
and 20.1.2.3; 21.1.2 for text).
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.inspection.colour import rgb
from generator.inspection.deck.model import Look
from generator.inspection.package import NS, Package, spelt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree import ElementTree as ET

    from generator.inspection.colour import RGB

DEFAULT_SIZE = 1800
WHOLE = 100_000
"""Percentages are in thousandths of a per cent (ST_PositiveFixedPercentage)."""

CIRCLE = 360 * 60_000
"""Hues are in sixty thousandths of a degree (ST_Angle)."""

WHITE, BLACK, GREY = (255, 255, 255), (0, 0, 0), (128, 128, 128)
PICTURE = (BLACK, WHITE)
"""A picture or an unknown fill may show any colour: both ends of the scale stand for it."""

_A = f"{{{NS['a']}}}"
_TURNED = {f"{name}{way}": (place, way) for place, name in enumerate(("hue", "lum", "sat")) for way in ("Mod", "Off", "")}
_TOWARDS = {"tint": 1.0, "shade": 0.0}
"""White and black, which a tint and a shade bring a colour nearer to."""
_NAMED = {"white": WHITE, "black": BLACK}
_FILLS = frozenset(_A + tag for tag in ("noFill", "solidFill", "gradFill", "pattFill", "blipFill", "grpFill"))
_COLOURS = frozenset(_A + tag for tag in ("srgbClr", "schemeClr", "sysClr", "prstClr", "hslClr", "scrgbClr"))
_RUN_FACE = {"latin": "+mn-lt", "ea": "+mn-ea"}


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its master's colour map: RGB by scheme name, the theme faces by their names (+mj-ea …), and the theme's own names."""

    colours: Mapping[str, RGB]
    faces: Mapping[str, str]

    def colour(self, holder: ET.Element | None) -> RGB | None:
        """Return the RGB of the first colour inside an element, None when there is none."""
        return next(iter(self._inside(holder)), None) if holder is not None else None

    def fills(self, properties: ET.Element | None, style: ET.Element | None = None) -> tuple[RGB, ...]:
        """Return the colours that a shape's fill may show: none, one, or several for a gradient, a pattern or a picture."""
        own = _fill(properties)
        if own is not None:
            kind = own.tag.removeprefix(_A)
            return () if kind == "noFill" else tuple(self._inside(own)) or PICTURE
        reference = style.find(_A + "fillRef") if style is not None else None
        if reference is None or reference.get("idx", "0") == "0":
            return ()
        return tuple(self._inside(reference)) or PICTURE

    def face(self, name: str) -> str:
        """Return the family behind a typeface name of the theme."""
        return self.faces.get(name, name)

    def mapped(self, mapping: ET.Element | None) -> Theme:
        """Return the theme under a colour map (clrMap, overrideClrMapping)."""
        if mapping is None:
            return self
        own = {key: self.colours[value] for key, value in mapping.attrib.items() if value in self.colours}
        return replace(self, colours={**self.colours, **own})

    def _inside(self, holder: ET.Element) -> Iterator[RGB]:
        return (self._resolved(one) for one in holder.iter() if one.tag in _COLOURS)

    def _resolved(self, element: ET.Element) -> RGB:
        value, kind = element.get("val", ""), element.tag.removeprefix(_A)
        named = self.colours if kind == "schemeClr" else _NAMED
        base = _own_colour(element) if kind in {"srgbClr", "sysClr"} else named.get(value, GREY)
        return _modified(base, element) if len(element) else base


def _modified(base: RGB, element: ET.Element) -> RGB:
    """Apply what stands in a colour, in its order: to hue, lightness and saturation (HSL), or to red, green and blue."""
    shown = (base[0] / 255, base[1] / 255, base[2] / 255)
    for one in element:
        name, amount = one.tag.removeprefix(_A), int(one.get("val", WHOLE)) / WHOLE
        if name in _TOWARDS:
            end = _TOWARDS[name]
            red, green, blue = (end + (channel - end) * amount for channel in shown)
            shown = (red, green, blue)
        elif name in _TURNED:
            shown = colorsys.hls_to_rgb(*_changed(colorsys.rgb_to_hls(*shown), name, amount))
    red, green, blue = (max(0, min(255, round(channel * 255))) for channel in shown)
    return (red, green, blue)


def _changed(hls: tuple[float, float, float], name: str, amount: float) -> tuple[float, float, float]:
    """Return hue, lightness and saturation with one of them multiplied (Mod), moved (Off), or set."""
    values, (place, way) = list(hls), _TURNED[name]
    if place == 0 and way != "Mod":
        amount *= WHOLE / CIRCLE
    moved = {"Mod": values[place] * amount, "Off": values[place] + amount, "": amount}[way]
    values[place] = moved % 1 if place == 0 else max(0.0, min(1.0, moved))
    return (values[0], values[1], values[2])


def read_theme(package: Package, master: str) -> Theme:
    """Return the theme of a master."""
    name = package.related(master, "theme")
    if name is None:
        return Theme({}, {})
    root = package.part(name)
    scheme = root.find(spelt(".//a:clrScheme"))
    own = {one.tag.removeprefix(_A): _own_colour(next(iter(one))) for one in scheme} if scheme is not None else {}
    return Theme(own, dict(_faces(root))).mapped(package.part(master).find(spelt("p:clrMap")))


def look(run: ET.Element | None, chain: Iterable[ET.Element], theme: Theme) -> Look:
    """Return how a run with these properties is shown; `chain` are the inherited run properties, nearest first."""
    elements = [one for one in (run, *chain) if one is not None]
    size = next((value for one in elements if (value := one.get("sz"))), None)
    bold = next((value for one in elements if (value := one.get("b"))), "0")
    latin, asian = (theme.face(_typeface(elements, tag)) for tag in ("latin", "ea"))
    return Look(int(size or DEFAULT_SIZE) / 100, bold in {"1", "true"}, _run_colour(elements, theme), latin, asian)


def _run_colour(elements: Iterable[ET.Element], theme: Theme) -> RGB | None:
    """Return a run's colour; None for one that is transparent, or painted in a gradient, a picture or nothing at all."""
    fill = next((found for one in elements if (found := _fill(one)) is not None), None)
    if fill is None:
        return theme.colours.get("tx1", BLACK)
    if fill.tag != _A + "solidFill":
        return None
    alpha = fill.find(spelt("./*/a:alpha"))
    return None if alpha is not None and int(alpha.get("val", WHOLE)) < WHOLE else theme.colour(fill)


def defaults(holders: Iterable[ET.Element | None], level: int) -> list[ET.Element]:
    """Return the default run properties of a level in each list style, in order."""
    tag = f"{_A}lvl{level + 1}pPr"
    levels = [found for one in holders if one is not None and (found := one.find(tag)) is not None]
    return [found for one in levels if (found := one.find(_A + "defRPr")) is not None]


def _fill(properties: ET.Element | None) -> ET.Element | None:
    return next((one for one in properties if one.tag in _FILLS), None) if properties is not None else None


def _own_colour(one: ET.Element) -> RGB:
    return rgb(one.get("lastClr") or one.get("val") or "000000")


def _faces(root: ET.Element) -> Iterable[tuple[str, str]]:
    for short, tag in (("mj", "majorFont"), ("mn", "minorFont")):
        for script, name in (("lt", "latin"), ("ea", "ea")):
            one = root.find(spelt(f".//a:{tag}/a:{name}"))
            if one is not None:
                yield f"+{short}-{script}", one.get("typeface", "")


def _typeface(elements: list[ET.Element], tag: str) -> str:
    faces = (face for one in elements if (face := one.find(_A + tag)) is not None)
    return next((name for one in faces if (name := one.get("typeface"))), _RUN_FACE[tag])
