"""Is every glyph of a page there to be seen? Judged on the page's pixels, rendered once with its text and once without.

In: a PDF and its glyphs as `pdf_reader` found them. Out: the glyphs that a reader could not see, and why: glyph 0 (tofu), off the page,
clipped, painted in an invisible mode, less than 3:1 against what lies beneath, or painted over by something later.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2

from generator.inspection.colour import LEAST_CONTRAST, RGB, contrast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.inspection.pdf_reader import Char, PageText

PIXELS_PER_POINT = 1.5
SLACK = 0.5
"""Points by which a glyph's em box may overlap the page's edge: its ink is smaller than its box."""

_INNER = (0.25, 0.5, 0.75)
_BGR = 3


@dataclass(frozen=True, slots=True)
class Unseen:
    """A glyph that cannot be seen: its index on the page, and why."""

    index: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Picture:
    """A page's pixels, rows of BGR bytes."""

    pixels: bytes
    stride: int
    width: int
    height: int

    def at(self, x: float, y: float) -> RGB:
        """Return the colour at a point."""
        column = min(max(int(x * PIXELS_PER_POINT), 0), self.width - 1)
        row = min(max(int(y * PIXELS_PER_POINT), 0), self.height - 1)
        start = row * self.stride + column * _BGR
        blue, green, red = self.pixels[start : start + _BGR]
        return (red, green, blue)


def unseen(path: Path, pages: tuple[PageText, ...]) -> Iterator[tuple[PageText, tuple[Unseen, ...]]]:
    """Yield each page with the glyphs on it that a reader could not see."""
    document = pypdfium2.PdfDocument(path)
    try:
        for text in pages:
            page = document[text.number - 1]
            with_text, without = _render(page), _render(_without_text(page))
            yield text, tuple(_judge(text, with_text, without))
            page.close()
    finally:
        document.close()


def _judge(page: PageText, with_text: _Picture, without: _Picture) -> Iterator[Unseen]:
    for index, char in enumerate(page.chars):
        if char.glyph == 0:
            yield Unseen(index, "has no glyph in its font")
        elif not char.text.strip():
            continue
        elif reason := _reason(char, page, with_text, without):
            yield Unseen(index, reason)


def _reason(char: Char, page: PageText, with_text: _Picture, without: _Picture) -> str:
    if char.left < -SLACK or char.top < -SLACK or char.right > page.width + SLACK or char.bottom > page.height + SLACK:
        return "lies off the page"
    if char.clipped:
        return "is cut off by a clip"
    if char.invisible:
        return "is painted in an invisible mode"
    ratio = min(contrast(char.fill, colour) for colour in _beneath(char, without))
    if ratio < LEAST_CONTRAST:
        return f"has a contrast of {ratio:.1f}:1 against what lies beneath"
    return "" if _is_painted(char, with_text, without) else "is covered by something painted over it"


def _beneath(char: Char, without: _Picture) -> set[RGB]:
    width, height = char.right - char.left, char.bottom - char.top
    return {without.at(char.left + share * width, char.top + share * height) for share in _INNER}


def _is_painted(char: Char, with_text: _Picture, without: _Picture) -> bool:
    """Tell whether the glyph changed any pixel of its box."""
    left = max(int(char.left * PIXELS_PER_POINT), 0) * _BGR
    right = min(int(char.right * PIXELS_PER_POINT) + 2, with_text.width) * _BGR
    top, bottom = max(int(char.top * PIXELS_PER_POINT), 0), min(int(char.bottom * PIXELS_PER_POINT) + 2, with_text.height)
    return any(
        with_text.pixels[start + left : start + right] != without.pixels[start + left : start + right]
        for start in range(top * with_text.stride, bottom * with_text.stride, with_text.stride)
    )


def _render(page: pypdfium2.PdfPage) -> _Picture:
    bitmap = page.render(scale=PIXELS_PER_POINT, may_draw_forms=False, no_smoothtext=False)
    try:
        pixels = ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height)
        return _Picture(pixels, bitmap.stride, bitmap.width, bitmap.height)
    finally:
        bitmap.close()


def _without_text(page: pypdfium2.PdfPage) -> pypdfium2.PdfPage:
    for item in list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], max_depth=1)):
        page.remove_obj(item)
    return page
