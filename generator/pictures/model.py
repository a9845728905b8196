"""A picture as read: dots in sRGB, or shapes of our own drawing. What a file said beside that (place, camera, profile) is gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.drawing import Pixels

if TYPE_CHECKING:
    from generator.drawing import Path
    from generator.units import Size


@dataclass(frozen=True, slots=True)
class Vectors:
    """A picture of shapes, of its own size, its origin at the top left."""

    size: Size
    paths: tuple[Path, ...]


Picture: TypeAlias = Pixels | Vectors


def ratio(picture: Picture) -> float:
    """Return how many times as wide as high a picture is."""
    if isinstance(picture, Pixels):
        return picture.across / picture.down
    return picture.size.width / picture.size.height
