"""Dots cut, made fewer, turned into the colours of a press or of one ink, and packed: what writers and editions ask of a picture.

In: dots. Out: dots, or bytes of a PNG or JPEG. The same dots give the same bytes; nothing of a file's making goes along.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from generator.drawing import CMYK, GRAY, RGB, Pixels
from generator.ink import luminance
from generator.profiles import icc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

MODES = {RGB: "RGB", GRAY: "L", CMYK: "CMYK"}
"""Pillow's names for the spaces."""
CHANNELS = {RGB: 3, GRAY: 1, CMYK: 4}
LEVELS, PRIMARIES = 256, ((255, 0, 0), (0, 255, 0), (0, 0, 255))
QUALITY = 92
"""Of JPEG: beyond it files grow and no eye sees why."""
SIGNATURE, HEAD = b"\x89PNG\r\n\x1a\n", 8
MOST_INK = 300
"""Per cent of all plates together (ISO 12647-2, coated paper)."""


class Window(NamedTuple):
    """A part of a picture, in dots: left, top, right and bottom, the last two beyond it."""

    left: int
    top: int
    right: int
    bottom: int


def cut(pixels: Pixels, window: Window) -> Pixels:
    """Return the dots of a window; what lies outside of it is gone for good."""
    if window == (0, 0, pixels.across, pixels.down):
        return pixels
    return _repacked(_image(pixels).crop(window), pixels)


def reduced(pixels: Pixels, across: int, down: int) -> Pixels:
    """Return a picture of fewer dots, each the mean of those that it stands for."""
    if (across, down) == (pixels.across, pixels.down):
        return pixels
    from PIL import Image as pil  # noqa: N813, PLC0415 - a module, and only contents with pictures pay for it

    return _repacked(_image(pixels).resize((across, down), pil.Resampling.LANCZOS), pixels)


def _repacked(made: Image, pixels: Pixels) -> Pixels:
    """Return dots packed by JPEG anew where they were, as a reader unpacks them then; else as they are."""
    if not pixels.jpeg:
        return Pixels(*made.size, made.tobytes(), pixels.space)
    from PIL import Image as pil  # noqa: N813, PLC0415 - as above

    file = io.BytesIO()
    made.save(file, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    with pil.open(io.BytesIO(file.getvalue())) as again:
        return Pixels(*made.size, again.tobytes(), pixels.space, file.getvalue())


def _image(pixels: Pixels) -> Image:
    from PIL import Image as pil  # noqa: N813, PLC0415 - as above

    return pil.frombytes(MODES[pixels.space], (pixels.across, pixels.down), pixels.data)


def grayed(pixels: Pixels) -> Pixels:
    """Return a picture in one ink, as light as it was (IEC 61966-2-1)."""
    import numpy as np  # noqa: PLC0415 - as above

    light = np.array([luminance((level, level, level)) for level in range(LEVELS)], np.float32)
    channels = np.frombuffer(pixels.data, np.uint8).reshape(-1, CHANNELS[RGB]).T
    whole = sum(light[one] * part for one, part in zip(channels, map(luminance, PRIMARIES), strict=True))
    nearest = np.searchsorted((light[1:] + light[:-1]) / 2, whole).astype(np.uint8)
    return Pixels(pixels.across, pixels.down, nearest.tobytes(), GRAY)


def on_plates(pixels: Pixels, profile: bytes) -> Pixels:
    """Return a picture by the plates of a press, as its profile has them, with no more ink anywhere than paper takes.

    Relative colorimetric with black point compensation, as retouchers do it; where all four inks are too many, the three colours give
    way in proportion.
    """
    from PIL import ImageCms  # noqa: PLC0415 - as above

    screen, press = (ImageCms.ImageCmsProfile(io.BytesIO(one)) for one in (icc.screen().data, profile))
    intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    made = ImageCms.profileToProfile(_image(pixels), screen, press, intent, "CMYK", flags=flags)
    assert made is not None
    return Pixels(pixels.across, pixels.down, limited(made.tobytes()), CMYK)


def limited(plates: bytes, most: int = MOST_INK) -> bytes:
    """Return dots of four plates with no more than so many per cent of ink on any."""
    import numpy as np  # noqa: PLC0415 - as above

    limit = most * 255 // 100
    dots = np.frombuffer(plates, np.uint8).reshape(-1, CHANNELS[CMYK]).copy()
    over = dots.sum(axis=1, dtype=np.uint16) > limit
    if over.any():
        heavy = dots[over].astype(np.float32)
        colours, black = heavy[:, :3], heavy[:, 3:]
        share = np.minimum(1, (limit - black) / np.maximum(colours.sum(axis=1, keepdims=True), 1))
        dots[over, :3] = np.floor(colours * share).astype(np.uint8)
    return dots.tobytes()


def png(pixels: Pixels) -> bytes:
    """Return a PNG of the dots (RGB or gray), with nothing in it but them."""
    file = io.BytesIO()
    _image(pixels).save(file, "PNG", compress_level=9)
    return file.getvalue()


def rows(pixels: Pixels) -> bytes:
    """Return the dots as a PDF holds them without loss: rows foretold from what stands beside and above, packed (ISO 32000-1, 7.4.4.4).

    They are a PNG's own; four plates are packed as a picture of four channels, whatever these mean.
    """
    from PIL import Image as pil  # noqa: N813, PLC0415 - as above

    file = io.BytesIO()
    whole = pil.frombytes("RGBA" if pixels.space == CMYK else MODES[pixels.space], (pixels.across, pixels.down), pixels.data)
    whole.save(file, "PNG", compress_level=9)
    return b"".join(_packed(file.getvalue()))


def _packed(data: bytes) -> Iterator[bytes]:
    """Yield the packed rows of a PNG (ISO 15948, 5.3)."""
    at = len(SIGNATURE)
    while at < len(data):
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + HEAD]
        if kind == b"IDAT":
            yield data[at + HEAD : at + HEAD + size]
        at += HEAD + size + 4
