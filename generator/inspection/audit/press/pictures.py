"""Pictures of dots: how many, in which colours, and the dot that bears the most ink (ISO 32000-1, 8.9).

In: an image of the resources. Out: what it is, and its most inked colour, by which the whole of it is judged.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pikepdf

from generator.inspection.audit.press.colours import CMYK, GRAY, INDEXED, PLAIN, Colour, Space, read_space, space_of
from generator.inspection.audit.press.sheet import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

BITS, MOST = 8, 255


def read_picture(form: Any, resources: Any, stencil: Colour) -> tuple[Picture, Colour]:  # noqa: ANN401 - pikepdf's objects
    """Return a picture and its most inked colour; a stencil has the colour that is set. One inside the content has no dictionary."""
    across, down = int(form.get("/Width", 0)), int(form.get("/Height", 0))
    if form.get("/ImageMask", False):
        return Picture(across, down, stencil.family, masked=False), stencil
    space = _space(form, resources)
    masked = "/SMask" in form or int(form.get("/SMaskInData", 0)) > 0
    return Picture(across, down, space.family, masked), max(_colours(form, space), key=_total, default=Colour(space.family, ()))


def _space(form: Any, resources: Any) -> Space:  # noqa: ANN401 - as above
    found = form.get("/ColorSpace")
    if found is None:
        return Space("", "")
    return space_of(resources, str(found)) if isinstance(found, pikepdf.Name) else read_space(found)


def _total(colour: Colour) -> float:
    return sum(tint for _, tint in colour.stack)


def _colours(form: Any, space: Space) -> Iterator[Colour]:  # noqa: ANN401 - as above
    """Yield each colour of a picture once, as far as its dots are of whole bytes."""
    if int(form.get("/BitsPerComponent", 0)) != BITS or space.kind not in {CMYK, GRAY, INDEXED}:
        return
    try:
        dots = bytes(form.read_bytes(decode_level=pikepdf.StreamDecodeLevel.all))
    except pikepdf.PdfError:  # packed in a way that only a picture's own reader opens
        return
    wide = PLAIN[CMYK].width if space.kind == CMYK else 1
    turned = [float(one) for one in form.get("/Decode", [0, 1])][:1] == [1.0]
    if wide == 1:
        yield from (space.colour([one if space.kind == INDEXED else _share(one, turned=turned)]) for one in set(dots))
    else:
        whole = memoryview(dots[: len(dots) // wide * wide]).cast("I")
        yield from (space.colour([_share(one, turned=turned) for one in dot.to_bytes(wide, sys.byteorder)]) for dot in set(whole))


def _share(byte: int, *, turned: bool) -> float:
    return (MOST - byte if turned else byte) / MOST
