"""Pictures drawn for tests: every mode and orientation, and files that are none."""

from __future__ import annotations

import io

from PIL import Image, ImageCms

from generator.drawing import Close, LineTo, MoveTo, Path
from generator.pictures.inks import ink_of
from generator.units import Point, pt

QUARTERS = ((200, 30, 40), (250, 240, 230), (20, 90, 160), (30, 120, 60))
"""The colours of a test picture's quarters: top left, top right, bottom left, bottom right."""


def quarters(across: int = 40, down: int = 30, mode: str = "RGB") -> Image.Image:
    """Four fields of colour: whatever turns, crops or recolours a picture shows."""
    made = Image.new("RGB", (across, down))
    for at, colour in enumerate(QUARTERS):
        x, y = at % 2 * (across // 2), at // 2 * (down // 2)
        made.paste(colour, (x, y, x + across - across // 2, y + down - down // 2))
    return made if mode == "RGB" else made.convert(mode)


def shaded(across: int, down: int) -> Image.Image:
    """A picture of many colours, as a photograph has."""
    red = Image.linear_gradient("L").resize((across, down))
    green = Image.radial_gradient("L").resize((across, down))
    return Image.merge("RGB", (red, green, red.transpose(Image.Transpose.ROTATE_180)))


def saved(picture: Image.Image, kind: str = "PNG", **more) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **more)
    return file.getvalue()


def profile(name: str = "sRGB") -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes()


def square(rgb: tuple[int, int, int] = (200, 30, 40), side: float = 20) -> Path:
    """A square of a vector picture, in its own ink."""
    corners = (Point(0, 0), Point(pt(side), 0), Point(pt(side), pt(side)), Point(0, pt(side)))
    return Path((MoveTo(corners[0]), *map(LineTo, corners[1:]), Close()), fill=ink_of(rgb))
