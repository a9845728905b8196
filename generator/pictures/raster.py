"""Pictures of dots: the bytes of a JPEG or PNG in, its dots in sRGB out, turned as they were taken, on white where nothing is painted.

A JPEG that needs none of that keeps its own packing, so that nothing is lost by packing it twice; what it says of camera and place goes.
Reading is Pillow's; how large a picture may be is asked before any of it is unpacked.
"""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.drawing import Pixels
from generator.pictures.fault import PictureError
from generator.profiles import icc

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_DOTS = 60_000_000
"""A page of 300 × 400 mm has 17 million at 300 dpi; more is a bomb, or a file that nobody reduced."""
MOST_SIDE = 30_000
DAMAGED = (
    OSError,
    ValueError,
    SyntaxError,
    LookupError,
    TypeError,
    AttributeError,
    EOFError,
    struct.error,
    zlib.error,
    OverflowError,
)
"""What Pillow raises at a file that is not what it says; its bomb is a ValueError of ours, asked for first."""

JPEG, PNG = "JPEG", "PNG"
EIGHT_BITS = 8
TOLD = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE, 0xFF})
"""Segments of a JPEG that say nothing of how its dots are read, as JFIF's and Adobe's do: application data, comments, fill."""
END, SCAN, FILL = 0xD9, 0xDA, 0xFF
SRGB = "sRGB"


def read_raster(data: bytes, kind: str) -> Pixels:
    """Return the dots of a file of a kind. Raises PictureError."""
    try:
        with _opened(data, kind) as found:
            _bounded(found.size)
            if getattr(found, "is_animated", False) and kind == PNG:
                raise PictureError(said("bad-picture.animated"), said("bad-picture.cure-one-frame"))
            found.load()
            return _pixels(found, data, kind)
    except DAMAGED as fault:
        if isinstance(fault, PictureError):
            raise
        raise PictureError(said("bad-picture.damaged", kind=kind), said("bad-picture.cure-export-again")) from fault


def _opened(data: bytes, kind: str) -> Image:
    """Return a picture of which nothing is unpacked yet; how large it may be is asked here, and not of Pillow's own measure."""
    from PIL import Image as pil  # noqa: N813, PLC0415 - a module, and only contents with pictures pay for it

    usual, pil.MAX_IMAGE_PIXELS = pil.MAX_IMAGE_PIXELS, None
    try:
        return pil.open(io.BytesIO(data), formats=(kind,))
    finally:
        pil.MAX_IMAGE_PIXELS = usual


def _bounded(size: tuple[int, int]) -> None:
    across, down = size
    if across * down > MOST_DOTS or max(size) > MOST_SIDE:
        says = said("bad-picture.huge", across=str(across), down=str(down), most=str(MOST_DOTS // 1_000_000))
        raise PictureError(says, said("bad-picture.cure-smaller"))


def _pixels(found: Image, data: bytes, kind: str) -> Pixels:
    turned = _upright(found)
    plain = _in_srgb(_inks_right(_of_bytes(turned), found), found.info.get("icc_profile") or b"")
    flat = _on_white(plain)
    untouched = kind == JPEG and turned is found and flat is found
    return Pixels(*flat.size, flat.tobytes(), jpeg=bare_jpeg(data) if untouched else b"")


def _upright(found: Image) -> Image:
    """Return a picture turned as its Exif says (CIPA DC-008, Orientation); one that says nothing of sense stays as it lies."""
    from PIL import ImageOps  # noqa: PLC0415 - as above

    try:
        turn = found.getexif().get(0x0112, 1)
        return ImageOps.exif_transpose(found) if turn in range(2, 9) else found
    except DAMAGED:
        return found


def _of_bytes(found: Image) -> Image:
    """Return a picture of a byte a channel: of sixteen bits the upper eight, a palette as its colours, what lets through as such."""
    from PIL import Image as pil  # noqa: N813, PLC0415 - as above
    from PIL import ImageChops  # noqa: PLC0415

    clear = found.info.get("transparency")
    if found.mode.startswith("I"):
        words = found.tobytes("raw", "I;16") if found.mode == "I;16" else found.convert("I;16").tobytes()
        low, high = (pil.frombytes("L", found.size, words[at::2]) for at in (0, 1))
        if not isinstance(clear, int):
            return high
        same = [
            part.point([255 * (one == byte) for one in range(256)])
            for part, byte in zip((low, high), divmod(clear, 256)[::-1], strict=True)
        ]
        return pil.merge("LA", (high, ImageChops.invert(ImageChops.darker(*same))))
    if found.mode in {"RGB", "CMYK"} and clear is None:
        return found
    if found.mode in {"1", "L"} and clear is None:
        return found.convert("L")
    return found if found.mode in {"LA", "RGBA"} else found.convert("RGBA")


def _inks_right(plain: Image, found: Image) -> Image:
    """Return a CMYK picture with full ink at 255: Pillow takes every one for Adobe's, which says it the other way round (T.872)."""
    from PIL import ImageChops  # noqa: PLC0415 - as above

    return ImageChops.invert(plain) if plain.mode == "CMYK" and "adobe" not in found.info else plain


def _in_srgb(plain: Image, profile: bytes) -> Image:
    """Return a picture in sRGB by its own profile; CMYK without one is taken for what our press prints."""
    from PIL import ImageCms  # noqa: PLC0415 - as above

    if plain.mode == "CMYK" and not profile:
        profile = icc.coated().data
    if not profile or (SRGB in icc.described(profile) and plain.mode != "CMYK"):
        return plain
    alpha = plain.getchannel("A") if plain.mode in {"RGBA", "LA"} else None
    bare = plain.convert(plain.mode[:-1]) if alpha else plain
    try:
        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        own, screen = (ImageCms.ImageCmsProfile(io.BytesIO(one)) for one in (profile, icc.screen().data))
        made = ImageCms.profileToProfile(bare, own, screen, intent, "RGB", flags=flags)
    except (ImageCms.PyCMSError, *DAMAGED) as fault:
        raise PictureError(said("bad-picture.profile"), said("bad-picture.cure-srgb")) from fault
    assert made is not None
    if alpha:
        made.putalpha(alpha)
    return made


def _on_white(plain: Image) -> Image:
    from PIL import Image as pil  # noqa: N813, PLC0415 - as above

    if plain.mode in {"RGBA", "LA"}:
        whole = plain.convert("RGBA")
        return pil.alpha_composite(pil.new("RGBA", whole.size, "white"), whole).convert("RGB")
    return plain if plain.mode == "RGB" else plain.convert("RGB")


def bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG without what it says of its making, and without what follows its end (ITU-T T.81, B.1 and B.2)."""
    kept, at = bytearray(data[:2]), 2
    while data[at + 1] != SCAN:
        kind, size = data[at + 1], 2 + int.from_bytes(data[at + 2 : at + 4])
        size = 1 if kind == FILL else size
        kept += b"" if kind in TOLD else data[at : at + size]
        at += size
    end = data.find(bytes((0xFF, END)), at)
    return bytes(kept) + (data[at : end + 2] if end >= 0 else data[at:] + bytes((0xFF, END)))
