"""Colours and faces of a deck, resolved as a viewer resolves them: theme, colour map, and the chain of inherited text properties.

In: the parts of a slide, its layout and its master. Out: RGB of a fill, and size, weight, colour and faces of a run (ECMA-376 Part 1, 19.3
and 20.1.2.3; 21.1.2 for text).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.inspection.package_reader import NS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from xml.etree import ElementTree as ET

    from generator.inspection.colour import RGB
    from generator.inspection.package_reader import Package

DEFAULT_SIZE = 1800
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its master's colour map: RGB by scheme name, and the four theme faces by their names (+mj-ea …)."""

    colours: Mapping[str, RGB]
    faces: Mapping[str, str]

    def colour(self, holder: ET.Element | None) -> RGB | None:
        """Return the RGB of the first solid colour inside an element, None when there is none."""
        if holder is None:
            return None
        srgb = holder.find(".//a:srgbClr", NS)
        scheme = holder.find(".//a:schemeClr", NS)
        if srgb is not None and (scheme is None or next(holder.iter()) is srgb or scheme.tag != srgb.tag):
            return rgb(srgb.get("val", "000000"))
        if scheme is not None:
            return self._modified(self.colours.get(scheme.get("val", ""), (0, 0, 0)), scheme)
        return None

    def face(self, name: str) -> str:
        """Return the family behind a typeface name of the theme."""
        return self.faces.get(name, name)

    @staticmethod
    def _modified(base: RGB, scheme: ET.Element) -> RGB:
        """Apply lumMod and lumOff in RGB, near enough for a verdict on contrast."""
        share = scheme.find("a:lumMod", NS)
        offset = scheme.find("a:lumOff", NS)
        factor = int(share.get("val", "100000")) / 100_000 if share is not None else 1.0
        plus = 255 * int(offset.get("val", "0")) / 100_000 if offset is not None else 0.0
        red, green, blue = (min(255, round(one * factor + plus)) for one in base)
        return (red, green, blue)


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is shown: size in points, bold, colour, Latin and Asian family."""

    size: float
    bold: bool
    colour: RGB
    latin: str
    asian: str


def read_theme(package: Package, master: str) -> Theme:
    """Return the theme of a master."""
    name = package.related(master, "theme")
    if name is None:
        return Theme({}, {})
    root = package.part(name)
    scheme = root.find(".//a:clrScheme", NS)
    own = {one.tag.rsplit("}", 1)[-1]: _own_colour(one) for one in scheme} if scheme is not None else {}
    mapping = package.part(master).find("p:clrMap", NS)
    mapped = {key: own[value] for key, value in mapping.attrib.items() if value in own} if mapping is not None else {}
    return Theme(own | mapped, dict(_faces(root)))


def look(run: ET.Element | None, chain: Iterable[ET.Element], theme: Theme) -> Look:
    """Return how a run with these properties is shown; `chain` are the inherited run properties, nearest first."""
    elements = [one for one in (run, *chain) if one is not None]
    size = next((one.get("sz") for one in elements if one.get("sz")), None)
    bold = next((one.get("b") for one in elements if one.get("b")), "0")
    colour = next((found for one in elements if (found := theme.colour(one.find("a:solidFill", NS)))), (0, 0, 0))
    return Look(
        int(size or DEFAULT_SIZE) / 100,
        bold in {"1", "true"},
        colour,
        theme.face(_typeface(elements, "latin")),
        theme.face(_typeface(elements, "ea")),
    )


def defaults(holders: Iterable[ET.Element | None], level: int) -> list[ET.Element]:
    """Return the default run properties of a level in each list style, in order."""
    found = []
    for holder in holders:
        if holder is not None:
            one = holder.find(f"a:lvl{level + 1}pPr/a:defRPr", NS)
            if one is not None:
                found.append(one)
    return found


def rgb(digits: str) -> RGB:
    """Return the colour of six hexadecimal digits."""
    return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16))


def _own_colour(holder: ET.Element) -> RGB:
    one = next(iter(holder))
    return rgb(one.get("lastClr") or one.get("val") or "000000")


def _faces(root: ET.Element) -> Iterable[tuple[str, str]]:
    for short, tag in (("mj", "majorFont"), ("mn", "minorFont")):
        for script, name in (("lt", "latin"), ("ea", "ea")):
            one = root.find(f".//a:{tag}/a:{name}", NS)
            if one is not None:
                yield f"+{short}-{script}", one.get("typeface", "")


def _typeface(elements: list[ET.Element], tag: str) -> str:
    for one in elements:
        face = one.find(f"a:{tag}", NS)
        if face is not None and face.get("typeface"):
            return face.get("typeface", "")
    return "+mn-lt" if tag == "latin" else "+mn-ea"
