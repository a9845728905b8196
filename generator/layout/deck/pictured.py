"""A picture of the author's on a slide: its dots as a picture, its shapes as native ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.drawing import Drawing, Pixels
from generator.layout.deck.slide import DrawingBox, PictureBox
from generator.pictures.crop import WHOLE, Crop
from generator.pictures.placing import drawn, prepared
from generator.units import Rect, Size

if TYPE_CHECKING:
    from generator.pictures.model import Picture


def pictured(seen: Picture, name: str, at: Rect, alt: str, origin: str, crop: Crop = WHOLE) -> PictureBox | DrawingBox:
    """Return a picture in its rectangle; one that says nothing is decoration."""
    size = Size(at.width, at.height)
    if isinstance(seen, Pixels):
        return PictureBox(name, at, prepared(seen, size, crop), alt, origin)
    return DrawingBox(name, at, Drawing(size, drawn(seen, Rect(0, 0, at.width, at.height), origin), alt), alt, origin)
