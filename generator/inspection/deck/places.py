"""Where shapes lie on a slide: a walk from a group's own coordinates to the slide's (ECMA-376 Part 1, 20.1.7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.inspection.deck.model import Area
from generator.inspection.package import NS, spelt

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

_A, _P = f"{{{NS['a']}}}", f"{{{NS['p']}}}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a walk is: from a group's own coordinates to the slide's, the name of the top-level shape, and whether that is hidden.

    `turn` are the degrees by which the groups around are turned, `mirrored` whether one of them is flipped; `grouped` is inside one.
    """

    x: float = 0
    y: float = 0
    across: float = 1
    down: float = 1
    name: str = ""
    hidden: bool = False
    turn: float = 0
    mirrored: bool = False
    grouped: bool = False

    def area(self, x: float, y: float, width: float, height: float) -> Area:
        """Return a rectangle of the group on the slide."""
        return Area(self.x + x * self.across, self.y + y * self.down, width * self.across, height * self.down)

    def into(self, group: ET.Element) -> Place:
        """Return the place inside a group."""
        xfrm = group.find(spelt("p:grpSpPr/a:xfrm"))
        off, ext, child, size = (xfrm.find(_A + tag) if xfrm is not None else None for tag in ("off", "ext", "chOff", "chExt"))
        if xfrm is None or off is None or ext is None or child is None or size is None:
            return replace(self, grouped=True)
        area = self.area(*pair(off, "x", "y"), *pair(ext, "cx", "cy"))
        wide, high = pair(size, "cx", "cy")
        across, down = area.width / wide if wide else self.across, area.height / high if high else self.down
        left, top = pair(child, "x", "y")
        turn, mirrored = self.turn + degrees(xfrm), self.mirrored or bool(flips(xfrm))
        return Place(
            area.x - left * across, area.y - top * down, across, down, self.name, self.hidden, turn, mirrored, grouped=True
        )


def properties(shape: ET.Element) -> ET.Element | None:
    """Return a shape's name and id, which stand in its first child (nvSpPr, nvGrpSpPr, nvGraphicFramePr …)."""
    return shape[0].find(_P + "cNvPr") if len(shape) else None


def area_of(xfrm: ET.Element | None, at: Place) -> Area | None:
    """Return the rectangle of a transform on the slide, None where it has none."""
    if xfrm is None:
        return None
    off, ext = xfrm.find(_A + "off"), xfrm.find(_A + "ext")
    return at.area(*pair(off, "x", "y"), *pair(ext, "cx", "cy")) if off is not None and ext is not None else None


def pair(element: ET.Element, one: str, other: str) -> tuple[float, float]:
    """Return two numbers of an element."""
    return float(element.get(one, "0")), float(element.get(other, "0"))


def degrees(xfrm: ET.Element | None) -> float:
    """Return by how much a transform turns, in degrees (ST_Angle)."""
    return int(xfrm.get("rot", "0")) / 60_000 if xfrm is not None else 0.0


def flips(xfrm: ET.Element | None) -> str:
    """Return how a transform mirrors: h, v, both or not."""
    told = (("h", "flipH"), ("v", "flipV"))
    return "".join(mark for mark, key in told if xfrm is not None and xfrm.get(key) in {"1", "true"})
