"""Pictures in a deck: what their parts hold, and what a slide does to them (ECMA-376 Part 1, 19.3.1.37 pic and 20.1.8.14 blipFill).

In: a picture's element and the part that it shows. Out: facts of it: dots, colours and digest, the part of it that is shown, and what
recolours, lightens or lets it through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.damage import UnreadableError
from generator.inspection.dots import digest_of, unpacked
from generator.inspection.package import NS, spelt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

    from generator.inspection.package import Package
    from generator.statement.model import Value

EMBED, LINKED = (f"{{{NS['r']}}}{name}" for name in ("embed", "link"))
_A = f"{{{NS['a']}}}"
_EDGES = ("l", "t", "r", "b")


def media(package: Package, part: str, tree: ET.Element) -> Iterator[tuple[ET.Element, str]]:
    """Yield each use of a picture on a part, with the part that holds its dots."""
    relations = package.relations(part)
    for blip in tree.iter(_A + "blip"):
        if target := relations.get(blip.get(EMBED, ""), ("", ""))[1]:
            yield blip, target


def picture_facts(shape: ET.Element, package: Package, part: str) -> dict[str, Value | None]:
    """Return what a picture shows; `part` is "" where nothing holds its dots."""
    blip, crop = shape.find(spelt("p:blipFill/a:blip")), shape.find(spelt("p:blipFill/a:srcRect"))
    geometry = shape.find(spelt("p:spPr/a:prstGeom"))
    edges = tuple(int(crop.get(edge, "0")) for edge in _EDGES) if crop is not None else ()
    effects = tuple(one.tag.rsplit("}", 1)[-1] for one in blip if one.tag != _A + "extLst") if blip is not None else ()
    name = geometry.get("prst", "") if geometry is not None else "path"
    return {
        **_dots(package, part),
        "crop": edges if any(edges) else None,
        "recoloured": effects or None,
        "linked": blip.get(LINKED) if blip is not None else None,
        "geometry": None if name == "rect" else name,
    }


def _dots(package: Package, part: str) -> dict[str, Value | None]:
    try:
        data = package.read(part)
    except UnreadableError:
        return {"picture": digest_of(b"")}
    dots = unpacked(data)
    return {"dots": (dots.across, dots.down), "colours": dots.colours, "picture": dots.digest}
