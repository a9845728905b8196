"""Pictures of dots in a PDF: how many dots, in which colours, and what they are, as any reader unpacks them (ISO 32000-1, 8.9).

In: an image of the resources. Out: facts of it. Dots are unpacked by qpdf, those of a JPEG by Pillow; what neither opens is known by its
bytes. A mask, and numbers that mean something else than they say, are told: no picture of ours has either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from generator.inspection.dots import digest_of, unpacked

if TYPE_CHECKING:
    from generator.statement.model import Value

SPACES = {"/DeviceRGB": "RGB", "/DeviceGray": "Gray", "/DeviceCMYK": "CMYK", "/RGB": "RGB", "/G": "Gray", "/CMYK": "CMYK"}
JPEG = "/DCTDecode"
MASKS = ("/SMask", "/Mask", "/SMaskInData", "/ImageMask")
MEANINGS = ("/Decode", "/Intent", "/Alternates", "/OPI")


def read_image(form: Any) -> dict[str, Value | None]:  # noqa: ANN401 - a pikepdf stream
    """Return what an image is."""
    space = form.get("/ColorSpace")
    bits = int(form.get("/BitsPerComponent", 8))
    return {
        "dots": (int(form.get("/Width", 0)), int(form.get("/Height", 0))),
        "colours": SPACES.get(str(space), _family(space)),
        "picture": _digest(form),
        "bits": None if bits == 8 else bits,  # noqa: PLR2004 - a byte
        "masked": tuple(key for key in MASKS if key in form) or None,
        "meaning": tuple(key for key in MEANINGS if key in form) or None,
    }


def _family(space: Any) -> str:  # noqa: ANN401 - a name or an array
    return str(space[0])[1:] if isinstance(space, pikepdf.Array) else str(space)[1:]


def _digest(form: Any) -> str:  # noqa: ANN401 - a pikepdf stream
    if form.get("/Filter") == JPEG:
        return unpacked(form.read_raw_bytes()).digest
    try:
        return digest_of(form.read_bytes(decode_level=pikepdf.StreamDecodeLevel.specialized))
    except pikepdf.PdfError:
        return digest_of(form.read_raw_bytes())
