"""Pictures of dots: each once in the package, however many slides show it (ECMA-376 Part 1, 19.3.1.37 pic and 20.1.8.14 blipFill).

In: a picture's box. Out: its markup, and the part that holds its dots: a JPEG where it came as one, else a
PNG, with nothing in it but dots.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from generator.pictures.packing import png
from generator.writers.pptx.markup import Markup, element
from generator.writers.pptx.shapes import Names, placed, preset

if TYPE_CHECKING:
    from pptx.opc.package import Part

    from generator.drawing import Pixels
    from generator.layout.deck.slide import PictureBox
    from generator.writers.pptx.parts import DeckPackage


@dataclass(slots=True)
class Media:
    """The pictures of a deck by their dots, in the order in which they are met."""

    package: DeckPackage
    parts: dict[tuple[str, int, bytes], Part] = field(default_factory=dict)
    related: dict[tuple[str, str], str] = field(default_factory=dict)

    def relate(self, owner: Part, pixels: Pixels) -> str:
        """Return the relationship of a slide or layout to a picture, made once."""
        key = pixels.digest, pixels.across, pixels.jpeg
        if key not in self.parts:
            self.parts[key] = self._part(pixels, len(self.parts) + 1)
        part = self.parts[key]
        relation = str(owner.partname), str(part.partname)
        if relation not in self.related:
            self.related[relation] = owner.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self.related[relation]

    def _part(self, pixels: Pixels, number: int) -> Part:
        if pixels.jpeg:
            return self.package.add(f"/ppt/media/image{number}.jpg", CONTENT_TYPE.JPEG, pixels.jpeg)
        return self.package.add(f"/ppt/media/image{number}.png", CONTENT_TYPE.PNG, png(pixels))


def picture(box: PictureBox, relation: str, names: Names) -> Markup:
    """Return a picture; one that says nothing is decoration."""
    blip = element("a:blip", {"r:embed": relation})
    return element(
        "p:pic",
        {},
        element(
            "p:nvPicPr",
            {},
            names.tag(box.name, box.alt, decorative=not box.alt),
            element("p:cNvPicPr", {}, element("a:picLocks", {"noChangeAspect": 1})),
            element("p:nvPr"),
        ),
        element("p:blipFill", {}, blip, element("a:stretch", {}, element("a:fillRect"))),
        element("p:spPr", {}, placed(box.rect), preset("rect")),
    )
