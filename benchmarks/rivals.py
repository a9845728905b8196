"""The same paragraphs set by others: Typst (as it is, and with number and unit boxed) and ReportLab's CJK paragraph.

In: cases, a font file and a type size. Out: the lines of each as glyphs with their places, read back from the PDF that the other wrote.
"""

from __future__ import annotations

import ctypes
import io
import time
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from benchmarks.judging import Case, Placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

MARGIN = 20
"""Points of white round the measure."""
TALL = 2000
BROKEN_WORD = "\x02"
"""What pdfium says for a hyphen at a line's end."""
SAME_LINE = 3
"""Points that the baselines of one line may differ by."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a composer made of the cases: lines of glyphs, and the seconds that it took with writing the file."""

    paragraphs: tuple[tuple[tuple[Placed, ...], ...], ...]
    seconds: float


def typst_lines(cases: Sequence[Case], font: Path, size: float, indent: float, *, boxed: bool) -> Result:
    """Set the cases with Typst, justified, in Chinese; `boxed` wraps each piece in a box."""
    import typst  # noqa: PLC0415 - a dependency of this benchmark only

    source = "\n".join(_typst_page(case, boxed=boxed) for case in cases)
    head = (
        f'#set text(font: "Noto Sans SC", size: {size}pt, lang: "zh", region: "cn")\n'
        f"#set par(justify: true, leading: 7pt, first-line-indent: (amount: {indent}pt, all: true))\n"
    )
    return _timed(lambda: typst.compile((head + source).encode(), font_paths=[str(font.parent)], ignore_system_fonts=True))


def _typst_page(case: Case, *, boxed: bool) -> str:
    parts, at = [], 0
    for start, end in case.pieces if boxed else ():
        parts += [_said(case.text[at:start]), f"#box({_quoted(case.text[start:end])})"]
        at = end
    parts.append(_said(case.text[at:]))
    width = case.measure + 2 * MARGIN
    return f"#page(width: {width}pt, height: {TALL}pt, margin: {MARGIN}pt)[{''.join(parts)}]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _said(text: str) -> str:
    return f"#{_quoted(text)};" if text else ""


def reportlab_lines(cases: Sequence[Case], font: Path, size: float, indent: float) -> Result:
    """Set the cases with ReportLab's Paragraph, wordWrap CJK, justified as far as it does."""
    from reportlab.lib.enums import TA_JUSTIFY  # noqa: PLC0415 - slow to load
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415
    from reportlab.platypus import Paragraph  # noqa: PLC0415

    pdfmetrics.registerFont(TTFont("body", str(font)))
    style = ParagraphStyle(
        "body", fontName="body", fontSize=size, leading=17, wordWrap="CJK", alignment=TA_JUSTIFY, firstLineIndent=indent
    )

    def write() -> bytes:
        target = io.BytesIO()
        canvas = Canvas(target)
        for case in cases:
            canvas.setPageSize((case.measure + 2 * MARGIN, TALL))
            paragraph = Paragraph(escape(case.text, quote=False), style)
            _, height = paragraph.wrap(case.measure, TALL)
            paragraph.drawOn(canvas, MARGIN, TALL - MARGIN - height)
            canvas.showPage()
        canvas.save()
        return target.getvalue()

    return _timed(write)


def _timed(write: Callable[[], bytes]) -> Result:
    start = time.perf_counter()
    written = write()
    seconds = time.perf_counter() - start
    with pypdfium2.PdfDocument(written) as document:
        return Result(tuple(tuple(_lines(document[index])) for index in range(len(document))), seconds)


def _lines(page: pypdfium2.PdfPage) -> Iterator[tuple[Placed, ...]]:
    """Yield the lines of a page from the top, each from left to right, without the spaces that only a reader sees."""
    line: list[Placed] = []
    baseline = None
    for glyph, y in _glyphs(page.get_textpage()):
        if baseline is not None and abs(y - baseline) > SAME_LINE:
            yield tuple(sorted(line, key=lambda one: one.x))
            line = []
        baseline = y
        line.append(glyph)
    if line:
        yield tuple(sorted(line, key=lambda one: one.x))


def _glyphs(text: pypdfium2.PdfTextPage) -> Iterator[tuple[Placed, float]]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, index) or not pdfium.FPDFText_GetCharOrigin(text, index, x, y):
            continue
        char = chr(pdfium.FPDFText_GetUnicode(text, index)).replace(BROKEN_WORD, "-")
        if not char.isspace():
            yield Placed(char, x.value - MARGIN), y.value
