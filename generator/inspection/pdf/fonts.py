"""Read a PDF's fonts as a stranger: which text a code stands for, which glyph it shows and how wide it is.

In: a font dictionary (ISO 32000-1, 9.6 and 9.7). Out: a reader of strings of codes. Widths are in ems.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack
from typing import Any, TypeAlias

import pikepdf

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
MISSING = "\ufffd"


Sign: TypeAlias = tuple[int, int, str, float]
"""A code, its glyph, its text and its width in ems."""


class _Signs(dict[int, Sign]):
    """The codes of a font as they are met."""

    def __init__(self, widths: dict[int, float], default: float, text: dict[int, str], glyphs: bytes | None) -> None:
        super().__init__()
        self._widths, self._default, self._text, self._glyphs = widths, default, text, glyphs

    def __missing__(self, code: int) -> Sign:
        glyph = code if self._glyphs is None else int.from_bytes(self._glyphs[2 * code : 2 * code + 2], "big")
        self[code] = found = (code, glyph, self._text.get(code, MISSING), self._widths.get(code, self._default))
        return found


@dataclass(frozen=True, slots=True)
class FontReader:
    """A font: its embedded program, code length, and its codes. A code without text reads as U+FFFD."""

    name: str
    program: bytes | None
    length: int
    signs: _Signs

    @property
    def family(self) -> str:
        """The font's name without the tag of a subset (ISO 32000-1, 9.6.4)."""
        tag, plus, name = self.name.removeprefix("/").partition("+")
        return name if plus else tag

    def codes(self, string: bytes) -> Iterator[Sign]:
        """Yield each code in a string with its glyph, text and width."""
        if self.length == 1:
            return map(self.signs.__getitem__, string)
        if len(string) % 2:
            string = string[:-1] + b"\0" + string[-1:]
        return map(self.signs.__getitem__, unpack(f">{len(string) // 2}H", string))


def meanings(font: Any) -> dict[int, str]:  # noqa: ANN401 - a pikepdf dictionary
    """Return what the codes of a font stand for, as its own map has them."""
    return _to_unicode(bytes(font["/ToUnicode"].read_bytes())) if "/ToUnicode" in font else {}


def read_font(font: Any) -> FontReader:  # noqa: ANN401 - a pikepdf dictionary
    """Return the reader of a font dictionary."""
    text = meanings(font)
    if font["/Subtype"] == "/Type0":
        return _read_composite(font, text)
    first = int(font.get("/FirstChar", 0))
    widths = {first + at: float(width) / 1000 for at, width in enumerate(font.get("/Widths", []))}
    return FontReader(str(font.get("/BaseFont", font["/Subtype"])), _program(font), 1, _Signs(widths, 0.0, text, None))


def _read_composite(font: Any, text: dict[int, str]) -> FontReader:  # noqa: ANN401 - a pikepdf dictionary
    descendant = font["/DescendantFonts"][0]
    mapping = descendant.get("/CIDToGIDMap", "/Identity")
    glyphs = bytes(mapping.read_bytes()) if isinstance(mapping, pikepdf.Stream) else None
    default = float(descendant.get("/DW", 1000)) / 1000
    signs = _Signs(_widths(descendant.get("/W", [])), default, text, glyphs)
    return FontReader(str(font["/BaseFont"]), _program(descendant), 2, signs)


def _program(font: Any) -> bytes | None:  # noqa: ANN401 - a pikepdf dictionary
    """Return the font file embedded in a PDF, or None."""
    descriptor = font.get("/FontDescriptor")
    keys = [key for key in ("/FontFile", "/FontFile2", "/FontFile3") if descriptor is not None and key in descriptor]
    return bytes(descriptor[keys[0]].read_bytes()) if keys else None


def _widths(array: Any) -> dict[int, float]:  # noqa: ANN401 - a pikepdf array
    """Return the widths of a W array: `first [w …]` or `first last w` (ISO 32000-1, 9.7.4.3)."""
    found: dict[int, float] = {}
    items = [item if hasattr(item, "__len__") else float(item) for item in array]
    at = 0
    while at < len(items):
        first, second = int(items[at]), items[at + 1]
        if isinstance(second, float):
            found |= dict.fromkeys(range(first, int(second) + 1), float(items[at + 2]) / 1000)
            at += 3
        else:
            found |= {first + step: float(width) / 1000 for step, width in enumerate(second)}
            at += 2
    return found


def _to_unicode(cmap: bytes) -> dict[int, str]:
    """Return text by code from a ToUnicode CMap (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    for kind, body in _SECTION.findall(cmap):
        tokens = [token[0] or token[1] or token[2] for token in _HEX.findall(body)]
        if kind == b"bfchar":
            found |= {int(code, 16): _utf16(text) for code, text in zip(tokens[::2], tokens[1::2], strict=True)}
        else:
            found |= dict(_ranges(tokens))
    return found


def _ranges(tokens: list[bytes]) -> Iterator[tuple[int, str]]:
    at = 0
    while at < len(tokens):
        first, last = int(tokens[at], 16), int(tokens[at + 1], 16)
        if tokens[at + 2] == b"[":
            end = tokens.index(b"]", at)
            yield from ((first + step, _utf16(text)) for step, text in enumerate(tokens[at + 3 : end]))
            at = end + 1
        else:
            start = _utf16(tokens[at + 2])
            yield from ((code, start[:-1] + chr(ord(start[-1]) + code - first)) for code in range(first, last + 1))
            at += 3


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
