"""What stands behind a slide: its layout and master, read once for all the slides that use them.

In: a package and the name of a layout. Out: what the layout paints itself, its placeholders, the theme, and the list styles that
text inherits (ECMA-376 Part 1, 19.3.1.39 sldLayout, 19.3.1.42 sldMaster).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.inspection.damage import UnreadableError
from generator.inspection.deck.brought import brought
from generator.inspection.deck.pictures import media
from generator.inspection.deck.theme import WHITE, Theme, read_theme
from generator.inspection.package import Package, spelt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree as ET

    from generator.inspection.colour import RGB

TITLES = frozenset({"title", "ctrTitle"})


def tree_of(package: Package, part: str) -> ET.Element:
    """Return the shape tree of a slide, layout, master or page of notes. Raises UnreadableError."""
    tree = package.part(part).find(spelt("p:cSld/p:spTree"))
    if tree is None:
        raise UnreadableError(said("damage.no-shapes", part=part))
    return tree


@dataclass(frozen=True, slots=True)
class Backdrop:
    """A layout with its master: theme, shapes of their own, placeholders by idx and by type, and the parts themselves.

    `brought` tells that they are a company's own.
    """

    theme: Theme
    decoration: tuple[ET.Element, ...]
    by_index: dict[str, ET.Element]
    by_type: dict[str, ET.Element]
    styles: dict[str, ET.Element]
    background: RGB
    usual: ET.Element | None
    brought: bool = False
    frames: dict[str, ET.Element] = field(default_factory=dict)
    """Where placeholders of a type stand, by the layout, else by the master."""
    media: dict[ET.Element, str] = field(default_factory=dict)
    """The pictures that layout and master show: each use, with the part that holds its dots."""

    def frame(self, shape: ET.Element) -> ET.Element | None:
        """Return where a slide's shape stands that does not say so itself."""
        holder, mark = self.placeholder(shape), shape.find(spelt("p:nvSpPr/p:nvPr/p:ph"))
        own = holder.find(spelt("p:spPr/a:xfrm")) if holder is not None else None
        return own if own is not None or mark is None else self.frames.get(mark.get("type", "obj"))

    def placeholder(self, shape: ET.Element) -> ET.Element | None:
        """Return the placeholder that a slide's shape fills: by its idx, else by its type."""
        mark = shape.find(spelt("p:nvSpPr/p:nvPr/p:ph"))
        if mark is None:
            return None
        index = mark.get("idx")
        return self.by_index.get(index) if index is not None else self.by_type.get(mark.get("type", "obj"))

    def inherited(self, shape: ET.Element, holder: ET.Element | None) -> Iterator[ET.Element | None]:
        """Yield the list styles behind a shape's own, nearest first."""
        if holder is not None:
            yield holder.find(spelt("p:txBody/a:lstStyle"))
        mark = shape.find(spelt("p:nvSpPr/p:nvPr/p:ph"))
        kind = mark.get("type", "") if mark is not None else None
        yield self.styles.get("titleStyle" if kind in TITLES else "otherStyle" if kind is None else "bodyStyle")
        yield self.usual


def read_backdrop(package: Package, layout: str) -> Backdrop:
    """Read a layout with its master. Raises UnreadableError."""
    master = package.related(layout, "slideMaster")
    if master is None:
        raise UnreadableError(said("damage.no-master", part=layout))
    theme = read_theme(package, master)
    trees = {part: tree_of(package, part) for part in (master, layout)}
    shapes = [shape for tree in trees.values() for shape in tree]
    marks = [(shape, mark) for shape in shapes if (mark := shape.find(spelt(".//p:nvPr/p:ph"))) is not None]
    styles = package.part(master).find(spelt("p:txStyles"))
    return Backdrop(
        theme,
        tuple(shape for shape in shapes if shape.find(spelt(".//p:nvPr/p:ph")) is None),
        {mark.get("idx", ""): shape for shape, mark in marks if mark.get("idx") is not None},
        {mark.get("type", "obj"): shape for shape, mark in marks},
        {one.tag.rsplit("}", 1)[-1]: one for one in styles} if styles is not None else {},
        background(package, layout, theme) or background(package, master, theme) or WHITE,
        package.part("ppt/presentation.xml").find(spelt("p:defaultTextStyle")),
        brought(package).whole,
        frames={
            mark.get("type", "obj"): xfrm for shape, mark in marks if (xfrm := shape.find(spelt("p:spPr/a:xfrm"))) is not None
        },
        media={blip: target for part, tree in trees.items() for blip, target in media(package, part, tree)},
    )


def background(package: Package, part: str, theme: Theme) -> RGB | None:
    """Return the background colour that a part gives itself, or None."""
    return theme.colour(package.part(part).find(spelt("p:cSld/p:bg")))
