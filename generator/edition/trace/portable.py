"""A PDF as paragraphs, by pdfium: lines by their boxes, and from these what a reader takes for paragraphs. Path in; blocks with pages out.

A paragraph ends where a line ends short of its column with its sentence, and where the next is indented or set off; it goes on over
pages. Lines that are a number alone are folios.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2

from generator.diagnostics import said
from generator.inspection.damage import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_PAGES = 2000
SHORT, INDENT, APART = 2.0, 1.0, 1.6
"""How short of its column a last line ends and a first one is indented, in characters; how far apart paragraphs stand, in pitches."""
COLUMN = 4.0
"""Lines of one column begin no farther apart, in characters."""
CLOSING = tuple("。！？!?…；;：:”’』」）)")
HEADING = 0.6
"""A line that takes less of its column, and ends no sentence, is a heading or an item."""
SAME_LINE = 0.75
"""Boxes whose middles are no farther apart, in heights, are one line."""
_FOLIO = re.compile(r"[\s\-—–·/|第页共0-9]{0,12}")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


class _Line(NamedTuple):
    """A line of a page, in points from its bottom left."""

    text: str
    left: float
    right: float
    middle: float
    height: float


def document(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the paragraphs of a PDF, each with the page that it begins on. Raises UnreadableError for what is none."""
    try:
        file = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as fault:
        raise UnreadableError(said("damage.broken", fault=type(fault).__name__)) from fault
    try:
        if len(file) > MOST_PAGES:
            raise UnreadableError(said("damage.too-large", part=path.name))
        yield from _paragraphs([(_lines(page), page.get_width()) for page in file])
    finally:
        file.close()


def _lines(page: pypdfium2.PdfPage) -> list[_Line]:
    text = page.get_textpage()
    found: list[_Line] = []
    for at in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(at)
        words = _CONTROL.sub("", text.get_text_bounded(left, bottom, right, top)).strip("\r\n")
        one = _Line(words, left, right, (bottom + top) / 2, top - bottom)
        last = found[-1] if found else None
        if last and abs(last.middle - one.middle) <= SAME_LINE * max(last.height, one.height) and one.left >= last.left:
            found[-1] = last._replace(text=last.text + words, right=max(last.right, right), height=max(last.height, one.height))
        elif words.strip():
            found.append(one)
    return [one for one in found if not _FOLIO.fullmatch(one.text)]


def _paragraphs(pages: list[tuple[list[_Line], float]]) -> Iterator[tuple[str, int]]:
    everything = [line for lines, _ in pages for line in lines]
    columns: dict[tuple[int, int], tuple[float, float]] = {}
    words, begun, ended = "", 0, False
    for number, (lines, width) in enumerate(pages, 1):
        pitch = median([one.middle - two.middle for one, two in pairwise(lines)]) if len(lines) > 1 else 0
        for at, line in enumerate(lines):
            key = (round(line.left), round(line.height))
            left, right = columns[key] = columns.get(key) or _column(line, everything, width)
            apart = at > 0 and lines[at - 1].middle - line.middle > APART * pitch > 0
            if words and (ended or line.left - left > INDENT * line.height or apart):
                yield words, begun
                words = ""
            begun = begun if words else number
            words += f" {line.text}" if words else line.text
            ended = _ends(line, left, right)
    if words:
        yield words, begun


def _column(line: _Line, lines: list[_Line], width: float) -> tuple[float, float]:
    """Return the edges of the column that a line is of; the only one of a document has its margins alike."""
    peers = [one for one in lines if abs(one.left - line.left) <= COLUMN * line.height]
    left, right = min(one.left for one in peers), max(one.right for one in peers)
    return left, max(right, width - left) if len(peers) == len(lines) else right


def _ends(line: _Line, left: float, right: float) -> bool:
    """Tell whether a line ends a paragraph: short of its column at the end of a sentence, or far short of it (a heading)."""
    short = right - line.right > SHORT * line.height
    return short and (line.text.rstrip().endswith(CLOSING) or line.right - left < HEADING * (right - left))
