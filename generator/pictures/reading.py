"""The front door: a picture's file in, the picture out; all that a report shows, each read once, every fault at its line.

In: names with their places, and the folder. Out: pictures by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Sink, Told, said
from generator.pictures.fault import PictureError
from generator.pictures.model import Picture
from generator.pictures.raster import read_raster
from generator.pictures.svg.reader import read_svg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.diagnostics import Span
    from generator.pictures.folder import Folder


def read_picture(folder: Folder, name: str) -> Picture:
    """Return the picture in a file. Raises PictureError."""
    data, kind = folder.read(name)
    try:
        return read_svg(data) if kind == "SVG" else read_raster(data, kind)
    except (ArithmeticError, RecursionError, MemoryError) as fault:
        raise PictureError(said("bad-picture.damaged", kind=kind), said("bad-picture.cure-export-again")) from fault


def read_all(named: Iterable[tuple[str, Span]], folder: Folder) -> Told[Mapping[str, Picture]]:
    """Return the pictures by the names of their files; one that cannot be shown is told where it is named first."""
    sink, found, tried = Sink(), dict[str, Picture](), set[str]()
    for name, span in named:
        if name in tried:
            continue
        tried.add(name)
        try:
            found[name] = read_picture(folder, name)
        except PictureError as fault:
            sink.error(said("bad-picture.file", file=name, what=fault.says), span, fault.cure)
    return Told(found, tuple(sink.found))
