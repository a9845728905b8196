"""The report's lines as a ruler finds them: glyphs by their places on the page, not by our layout.

In: the PDF. The exact text that it carries for copying (ActualText) is taken out first, so that only painted glyphs are left. Out:
the glyphs of each page, gathered into lines by baseline and gap.
"""

from __future__ import annotations

import ctypes
import io
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SAME_BASELINE = 0.2
"""In points."""
WIDEST_GAP = 1.0
"""In ems: a wider gap parts two columns or cells."""
CLOSING = frozenset("。．，、；：？！’”）］｝》〉】〗〕」』·")
"""Marks that may give up their empty right half at a line's end (GB/T 15834 5.1.10)."""
OPENING = frozenset("‘“（［｛《〈【〖〔「『")
"""Marks that may give up their empty left half at a line's start (likewise)."""


@dataclass(frozen=True)
class Glyph:
    """A painted glyph: its character, the origin and the advance edge, the baseline, all in points from the page's lower left."""

    page: int
    text: str
    x: float
    right: float
    baseline: float
    size: float
    font: str


@dataclass(frozen=True)
class Line:
    """Glyphs on one baseline with no wide gap between them."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def page(self) -> int:
        return self.glyphs[0].page

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @cached_property
    def size(self) -> float:
        return max(glyph.size for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Where the line begins for the eye: without the empty half of an opening mark."""
        first = self.glyphs[0]
        return first.x + (first.size / 2 if first.text in OPENING else 0)

    @property
    def right(self) -> float:
        """Where the line ends for the eye: without the empty half of a mark."""
        last = self.glyphs[-1]
        return last.right - (last.size / 2 if last.text in CLOSING else 0)

    @property
    def is_regular(self) -> bool:
        return self.glyphs[0].font.endswith("Regular")

    def __str__(self) -> str:
        return f"page {self.page}: {self.text}"


def lines(path: Path) -> list[Line]:
    """Return every line of the report, page by page, from the top of each to its foot."""
    document = pypdfium2.PdfDocument(_painted_only(path))
    try:
        return [line for number, page in enumerate(document, 1) for line in _lines_of(_glyphs(page, number))]
    finally:
        document.close()


def joints(found: Iterable[Line]) -> list[tuple[Line, Line]]:
    """Return each line with the one a reader goes on to: the next below it, of its size and near its edge."""
    ordered = list(found)
    pairs = []
    for line in ordered:
        below = [other for other in ordered if _goes_on(line, other)]
        if below:
            pairs.append((line, max(below, key=lambda other: other.baseline)))
    return pairs


def columns(found: Iterable[Line], size: float, pitch: float) -> list[list[Line]]:
    """Return the stacks of regular lines of one size, one under the other by the pitch, near the same edge."""
    stacks: list[list[Line]] = []
    for line in (line for line in found if abs(line.size - size) < 0.05 and line.is_regular):
        stack = next((stack for stack in stacks if _is_next(stack[-1], line, pitch)), None)
        if stack is None:
            stacks.append([line])
        else:
            stack.append(line)
    return stacks


def _painted_only(path: Path) -> io.BytesIO:
    stream = io.BytesIO()
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(list(_without_actual_text(page))))
        pdf.save(stream)
    stream.seek(0)
    return stream


def _without_actual_text(page: pikepdf.Page) -> Iterator[tuple[list, pikepdf.Operator]]:
    for operands, operator in pikepdf.parse_content_stream(page):
        told = list(operands)
        if str(operator) == "BDC" and isinstance(told[1], pikepdf.Dictionary) and "/ActualText" in told[1]:
            properties = pikepdf.Dictionary(told[1])
            del properties["/ActualText"]
            told[1] = properties
        yield told, operator


def _glyphs(page: pypdfium2.PdfPage, number: int) -> Iterator[Glyph]:
    text = page.get_textpage()
    x, y, box, turn = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if pdfium.FPDFText_IsGenerated(text, index) or character.isspace():
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetMatrix(text, index, turn)
        pdfium.FPDFText_GetFontInfo(text, index, name, len(name), flags)
        size = pdfium.FPDFText_GetFontSize(text, index) * sqrt(abs(turn.a * turn.d - turn.b * turn.c))
        yield Glyph(number, character, x.value, box.right, y.value, round(size, 2), name.value.decode())


def _lines_of(glyphs: Iterable[Glyph]) -> Iterator[Line]:
    for row in _rows(glyphs):
        start = 0
        for index, (before, glyph) in enumerate(pairwise(row), 1):
            if glyph.x - before.right > WIDEST_GAP * max(before.size, glyph.size):
                yield Line(tuple(row[start:index]))
                start = index
        yield Line(tuple(row[start:]))


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: -one.baseline):
        if row and row[0].baseline - glyph.baseline > SAME_BASELINE:
            yield sorted(row, key=lambda one: one.x)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda one: one.x)


def _goes_on(above: Line, below: Line) -> bool:
    drop = above.baseline - below.baseline
    return _alike(above, below) and 1.1 * above.size < drop < 2 * above.size


def _is_next(above: Line, below: Line, pitch: float) -> bool:
    return _alike(above, below) and abs(above.baseline - below.baseline - pitch) < 0.1


def _alike(above: Line, below: Line) -> bool:
    near = abs(above.left - below.left) < 2.6 * above.size
    return above.page == below.page and abs(above.size - below.size) < 0.05 and near
