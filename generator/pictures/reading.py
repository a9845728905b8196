"""The front door: a picture's file in, the picture out; all that a report shows, each read once, every fault at its line.

In: files with the part that is wanted of each and their places, and the folder. Out: pictures by the names that they are asked for by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Sink, Span, Told, said
from generator.drawing import Pixels
from generator.pictures.crop import WHOLE, Crop
from generator.pictures.fault import PictureError
from generator.pictures.model import Picture
from generator.pictures.placing import cropped
from generator.pictures.raster import read_raster
from generator.pictures.svg.reader import read_svg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.pictures.folder import Folder


def read_picture(folder: Folder, name: str) -> Picture:
    """Return the picture in a file. Raises PictureError."""
    data, kind = folder.read(name)
    try:
        return read_svg(data) if kind == "SVG" else read_raster(data, kind)
    except (ArithmeticError, RecursionError, MemoryError) as fault:
        raise PictureError(said("bad-picture.damaged", kind=kind), said("bad-picture.cure-export-again")) from fault


class Wanted(NamedTuple):
    """A picture that is to be shown: by which name it is asked for, its file, which part of it, and where its author names it."""

    name: str
    file: str
    crop: Crop
    span: Span


def read_all(wanted: Iterable[Wanted], folder: Folder) -> Told[Mapping[str, Picture]]:
    """Return the pictures by their names; a file that cannot be shown is told where it is named first."""
    sink, found, read = Sink(), dict[str, Picture](), dict[str, Picture | None]()
    for one in wanted:
        try:
            if one.file not in read:
                read[one.file] = None
                read[one.file] = read_picture(folder, one.file)
            if (whole := read[one.file]) and one.name not in found:
                found[one.name] = _part(whole, one.crop)
        except PictureError as fault:
            sink.error(said("bad-picture.file", file=one.file, what=fault.says), one.span, fault.cure)
    return Told(found, tuple(sink.found))


def _part(picture: Picture, crop: Crop) -> Picture:
    if crop._replace(across=WHOLE.across, down=WHOLE.down) == WHOLE:
        return picture
    if not isinstance(picture, Pixels):
        raise PictureError(said("bad-picture.crop-shapes"), said("bad-picture.cure-page"))
    return cropped(picture, crop)
