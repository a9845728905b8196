"""Is every glyph of a page there to be seen? Judged on the page's pixels, rendered once with its text and once without.

In: a PDF and its glyphs as `pdf.reader` found them. Out: the glyphs that a reader could not see, and why: glyph 0 (tofu), off the page,
clipped, invisible, too small, less than 3:1 against what lies beneath, painted over by something later, or printed over one another.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pypdfium2

from generator.diagnostics import Words, said
from generator.inspection.colour import LEAST_CONTRAST, RGB, contrast
from generator.inspection.pdf.model import Char, PageText, pieces

PIXELS_PER_POINT = 1.25
SLACK = 0.5
"""Points by which a glyph's em box may overlap the page's edge: its ink is smaller than its box."""

LEAST_SIZE = 4.0
"""Points below which print is no text any more."""

SAME_LINE = 3.0
"""Points between baselines that are judged as one line when glyphs are looked at for lying on one another."""

TOO_NEAR = 0.55
"""Two glyphs whose middles are nearer than this share of their mean width lie on one another: half is what any shift leaves."""

_INNER = (0.25, 0.5, 0.75)
_BGR = 3
_DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Unseen:
    """A glyph that cannot be seen: its index on the page, and why, in words that lack only its text."""

    index: int
    why: Words


@dataclass(frozen=True, slots=True)
class _Picture:
    """A page's pixels, rows of BGR bytes."""

    pixels: bytes
    stride: int
    width: int
    height: int

    def at(self, x: float, y: float) -> bytes:
        """Return the pixel at a point of the page."""
        start = int(y * PIXELS_PER_POINT) * self.stride + int(x * PIXELS_PER_POINT) * _BGR
        return self.pixels[start : start + _BGR]


def unseen(path: Path, pages: tuple[PageText, ...]) -> Iterator[tuple[PageText, tuple[Unseen, ...]]]:
    """Yield each page with the glyphs on it that a reader could not see. Raises pypdfium2.PdfiumError."""
    document = pypdfium2.PdfDocument(path)
    try:
        for text in pages:
            page = document[text.number - 1]
            with_text, without = _render(page), _render(_without_text(page))
            yield text, (*_judge(text, with_text, without), *_overprinted(text))
            page.close()
    finally:
        document.close()


def _judge(page: PageText, with_text: _Picture, without: _Picture) -> Iterator[Unseen]:
    for index, char in enumerate(page.chars):
        if char.glyph == 0:
            yield Unseen(index, said("not-visible.no-glyph"))
        elif char.text.strip() and (why := _why(char, page, with_text, without)):
            yield Unseen(index, why)


def _why(char: Char, page: PageText, with_text: _Picture, without: _Picture) -> Words | None:
    if char.left < -SLACK or char.top < -SLACK or char.right > page.width + SLACK or char.bottom > page.height + SLACK:
        return said("not-visible.off")
    if char.flaw:
        return said(char.flaw)
    if char.size < LEAST_SIZE:
        return said("not-visible.small", size=f"{char.size:.1f}")
    if char.fill is None:
        return said("not-visible.no-colour")
    ratio = min([_ratio(char.fill, pixel) for pixel in _beneath(char, without)])
    if ratio < LEAST_CONTRAST:
        return said("not-visible.contrast", ratio=f"{ratio:.1f}")
    return None if _is_painted(char, with_text, without) else said("not-visible.covered")


def _beneath(char: Char, without: _Picture) -> set[bytes]:
    """Return the pixels along a glyph's diagonal; its em box lies on the page."""
    width, height = char.right - char.left, char.bottom - char.top
    return {without.at(char.left + share * width, char.top + share * height) for share in _INNER}


@lru_cache(maxsize=4096)
def _ratio(fill: RGB, pixel: bytes) -> float:
    blue, green, red = pixel
    return contrast(fill, (red, green, blue))


def _is_painted(char: Char, with_text: _Picture, without: _Picture) -> bool:
    """Tell whether the glyph changed any pixel of its box; a digit, of each half of it: an 8 with its left half covered is a 3.

    A combining mark has no width, and its ink on the character beside it.
    """
    reach = 0 if char.right > char.left else char.size
    left, right = int((char.left - reach) * PIXELS_PER_POINT), int((char.right + reach) * PIXELS_PER_POINT) + 2
    top, bottom = int(char.top * PIXELS_PER_POINT), int(char.bottom * PIXELS_PER_POINT) + 2
    if char.text not in _DIGITS:
        return _differ((left, top, right, bottom), with_text, without)
    across, down = (left + right) // 2, (top + bottom) // 2
    beside = ((left, top, across + 1, bottom), (across, top, right, bottom))
    halves = (*beside, (left, top, right, down), (left, down, right, bottom))
    return all(_differ(half, with_text, without) for half in halves)


def _differ(box: tuple[int, int, int, int], one: _Picture, other: _Picture) -> bool:
    left, right = max(box[0], 0) * _BGR, min(box[2], one.width) * _BGR
    top, bottom = max(box[1], 0), min(box[3], one.height)
    return any(
        one.pixels[start + left : start + right] != other.pixels[start + left : start + right]
        for start in range(top * one.stride, bottom * one.stride, one.stride)
    )


def _overprinted(page: PageText) -> Iterator[Unseen]:
    """Yield glyphs that lie on the one before them on the same line."""
    shown = [(char, index) for index, char in enumerate(page.chars) if char.text.isalnum()]
    shown.sort(key=lambda one: one[0].baseline)
    for line in pieces(shown, lambda one, other: other[0].baseline - one[0].baseline <= SAME_LINE):
        line.sort(key=lambda one: one[0].left + one[0].right)
        for (one, _), (other, index) in pairwise(line):
            apart = (other.left + other.right - one.left - one.right) / 2
            mean = (other.right - other.left + one.right - one.left) / 2
            if apart < TOO_NEAR * mean and abs(one.baseline - other.baseline) < min(one.size, other.size) / 3:
                yield Unseen(index, said("not-visible.overprinted", other=one.text))


def _render(page: pypdfium2.PdfPage) -> _Picture:
    bitmap = page.render(scale=PIXELS_PER_POINT, may_draw_forms=False)
    try:
        pixels = ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height)
        return _Picture(pixels, bitmap.stride, bitmap.width, bitmap.height)
    finally:
        bitmap.close()


def _without_text(page: pypdfium2.PdfPage) -> pypdfium2.PdfPage:
    for item in list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], max_depth=1)):
        page.remove_obj(item)
    return page
