"""Dots out of a picture's file, as any reader unpacks them: for pictures in decks, and for JPEG in PDF.

In: the bytes of a JPEG or PNG. Out: how many dots, in which colours, and their digest. What cannot be unpacked is known by its bytes.
"""

from __future__ import annotations

import io
import struct
import zlib
from hashlib import sha256
from typing import NamedTuple

DIGITS = 16
"""Digits of a digest that tell one picture from another."""
KINDS = ("JPEG", "PNG")
MODES = {"L": "Gray"}
"""What a statement calls colours otherwise than Pillow."""


class Dots(NamedTuple):
    """A picture unpacked: dots across and down (0 where that cannot be known), its colours, and the digest of its dots."""

    across: int
    down: int
    colours: str
    digest: str


def digest_of(data: bytes) -> str:
    """Return the digits by which bytes are known."""
    return sha256(data).hexdigest()[:DIGITS]


def unpacked(data: bytes) -> Dots:
    """Return the dots of a picture's file."""
    from PIL import Image  # noqa: PLC0415 - only files with pictures pay for it

    try:
        with Image.open(io.BytesIO(data), formats=KINDS) as found:
            return Dots(*found.size, MODES.get(found.mode, found.mode), digest_of(found.tobytes()))
    except (OSError, ValueError, SyntaxError, LookupError, EOFError, struct.error, zlib.error, Image.DecompressionBombError):
        return Dots(0, 0, "", digest_of(data))
