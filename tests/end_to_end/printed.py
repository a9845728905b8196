"""The report's lines as a ruler finds them: glyphs by their places on the page, not by our layout.

In: the PDF. The exact text that it carries for copying (ActualText) is taken out first, so that only painted glyphs are left. Out:
the glyphs of each page, gathered into lines by baseline and gap, and lines into paragraphs by size, edge and pitch.
"""

from __future__ import annotations

import ctypes
import io
from dataclasses import dataclass
from itertools import pairwise
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
HALF_AT_END = frozenset("。．，、；：？！’”）］｝》〉】〗〕」』·")
"""Marks that may give up their empty right half at a line's end (GB/T 15834 5.1.10)."""
HALF_AT_START = frozenset("‘“（［｛《〈【〖〔「『")


@dataclass(frozen=True)
class Glyph:
    page: int
    text: str
    x: float
    right: float
    baseline: float
    size: float
    weight: str


@dataclass(frozen=True)
class Line:
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def page(self) -> int:
        return self.glyphs[0].page

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @property
    def size(self) -> float:
        return max(glyph.size for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Where the line begins for the eye: an opening mark's empty half hangs outside."""
        first = self.glyphs[0]
        return first.x

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    def ends_at(self, measure: float) -> bool:
        """Tell whether the line is flush to a measure, with or without the empty half of a mark at its end."""
        return any(abs(edge - measure) <= FLUSH for edge in (self.right, self.right - self._empty_half()))

    def _empty_half(self) -> float:
        last = self.glyphs[-1]
        return last.size / 2 if last.text in HALF_AT_END else 0

    def __str__(self) -> str:
        return f"page {self.page}: {self.text}"


FLUSH = 0.3
"""In points."""


def lines(path: Path) -> list[Line]:
    """Return every line of the report, from the top of each page to its foot."""
    document = pypdfium2.PdfDocument(_painted_only(path))
    try:
        return [line for number, page in enumerate(document, 1) for line in _lines_of(list(_glyphs(page, number)))]
    finally:
        document.close()


def paragraphs(found: Iterable[Line], size: float, pitch: float) -> list[list[Line]]:
    """Return the runs of lines of one size, one under the other by the pitch, within two ems of the same left edge."""
    alone = [line for line in found if abs(line.size - size) < 0.05]
    columns: list[list[Line]] = []
    for line in alone:
        column = next((column for column in columns if _goes_on(column[-1], line, pitch)), None)
        if column is None:
            columns.append([line])
        else:
            column.append(line)
    return columns


def joints(found: Iterable[Line]) -> Iterator[tuple[Line, Line]]:
    """Yield each line with the one that a reader reads next: below it, of its size, at its edge or from its edge's indent."""
    ordered = list(found)
    for line in ordered:
        below = [other for other in ordered if _follows(line, other)]
        if below:
            yield line, max(below, key=lambda other: other.baseline)


def _painted_only(path: Path) -> io.BytesIO:
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(list(_without_actual_text(page))))
        stream = io.BytesIO()
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
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    for index in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, index):
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetFontInfo(text, index, name, len(name), flags)
        size = round(pdfium.FPDFText_GetFontSize(text, index), 2)
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        yield Glyph(number, character, x.value, box.right, y.value, size, name.value.decode())


def _lines_of(glyphs: list[Glyph]) -> list[Line]:
    found: list[Line] = []
    for row in _rows(glyphs):
        start = 0
        for index, (before, glyph) in enumerate(pairwise(row), 1):
            if glyph.x - before.right > WIDEST_GAP * max(before.size, glyph.size):
                found.append(Line(tuple(row[start:index])))
                start = index
        found.append(Line(tuple(row[start:])))
    return found


def _rows(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: (-round(one.baseline, 1), one.x)):
        if row and row[0].baseline - glyph.baseline > SAME_BASELINE:
            yield sorted(row, key=lambda one: one.x)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda one: one.x)


def _goes_on(above: Line, below: Line, pitch: float) -> bool:
    return above.page == below.page and abs(above.baseline - below.baseline - pitch) < 0.1 and _near(above, below)


def _near(above: Line, below: Line) -> bool:
    return abs(above.left - below.left) < 2.6 * above.size


def _follows(above: Line, below: Line) -> bool:
    if above.page != below.page or abs(above.size - below.size) > 0.05 or not _near(above, below):
        return False
    return 1.1 * above.size < above.baseline - below.baseline < 2 * above.size
