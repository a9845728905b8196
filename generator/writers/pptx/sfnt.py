"""The tables of a TrueType file, as far as an embedded font must quote them (OpenType 1.9, organization of an OpenType font)."""

import struct

_HEADER, _RECORD = 12, 16
_COUNT_AT = 4


def tables(font: bytes, *tags: str) -> tuple[bytes, ...]:
    """Return these tables of a font; KeyError for one that it lacks."""
    (count,) = struct.unpack_from(">H", font, _COUNT_AT)
    records = [struct.unpack_from(">4s4xII", font, _HEADER + _RECORD * index) for index in range(count)]
    places = {tag.decode("ascii"): (offset, length) for tag, offset, length in records}
    return tuple(font[offset : offset + length] for offset, length in (places[tag] for tag in tags))
