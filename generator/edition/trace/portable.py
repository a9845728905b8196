"""A PDF as paragraphs, by pdfium: lines by their boxes, and from these what a reader takes for paragraphs. Path in; parts with pages out.

A paragraph ends where a line ends short of its column with its sentence, and where the next is indented or set off; it goes on over
pages. A line whose words stand far apart is a row of a table. Lines that are a number alone are folios.
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
GOES_ON = tuple("，、—～-（“《")
"""What ends no paragraph, however short its line."""
HEADING = 0.6
"""A line that takes less of its column, and ends no sentence, is a heading or an item."""
SAME_LINE = 0.75
"""Boxes whose middles are no farther apart, in heights, are one line."""
GAP = 1.5
"""Words on one line that stand farther apart, in heights, are cells of a row."""
FEW = 3
"""A column of no more lines on a page is known from those of the whole document."""
_FOLIO = re.compile(r"[\s\-—–·/|第页共0-9]{0,12}")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


class _Line(NamedTuple):
    """A line of a page, in points from its bottom left."""

    text: str
    left: float
    right: float
    middle: float
    height: float
    row: bool = False


class Part(NamedTuple):
    """A paragraph, or a row of a table, with the page that it begins on."""

    text: str
    page: int
    row: bool = False


def document(path: Path) -> Iterator[Part]:
    """Yield the paragraphs and rows of a PDF. Raises UnreadableError for what is none."""
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
            found[-1] = _beside(last, one)
        elif words.strip():
            found.append(one)
    return [one for one in found if not _FOLIO.fullmatch(one.text)]


def _beside(last: _Line, one: _Line) -> _Line:
    """Return a line with what stands beside it; set off where it is a cell."""
    row = bool(one.text.strip()) and one.left - last.right > GAP * one.height
    text = f"{last.text}{'　' if row else ''}{one.text}"
    return _Line(text, last.left, max(last.right, one.right), last.middle, max(last.height, one.height), last.row or row)


def _paragraphs(pages: list[tuple[list[_Line], float]]) -> Iterator[Part]:
    everything = [line for lines, _ in pages for line in lines]
    words, begun, ended = "", 0, False
    for number, (lines, width) in enumerate(pages, 1):
        pitch = median([one.middle - two.middle for one, two in pairwise(lines)]) if len(lines) > 1 else 0
        columns = _columns(lines, everything, width)
        for at, line in enumerate(lines):
            left, right = columns[_key(line)]
            apart = at > 0 and lines[at - 1].middle - line.middle > APART * pitch > 0
            if words and (ended or line.row or line.left - left > INDENT * line.height or apart):
                yield Part(words, begun)
                words = ""
            if line.row:
                yield Part(line.text, number, row=True)
                continue
            begun = begun if words else number
            words += f" {line.text}" if words else line.text
            ended = _ends(line, left, right)
    if words:
        yield Part(words, begun)


def _columns(lines: list[_Line], everything: list[_Line], width: float) -> dict[tuple[int, int], tuple[float, float]]:
    """Return the edges of the columns of a page by where their lines begin."""
    return {_key(line): _column(line, lines, everything, width) for line in {_key(line): line for line in lines}.values()}


def _key(line: _Line) -> tuple[int, int]:
    return round(line.left), round(line.height)


def _column(line: _Line, lines: list[_Line], everything: list[_Line], width: float) -> tuple[float, float]:
    """Return the edges of the column that a line is of; the only one of a document has its margins alike."""
    peers, all_peers = _peers(line, lines), _peers(line, everything)
    peers = peers if len(peers) > FEW else all_peers
    left, right = min(one.left for one in peers), max(one.right for one in peers)
    return left, max(right, width - left) if len(all_peers) == len(everything) else right


def _peers(line: _Line, lines: list[_Line]) -> list[_Line]:
    return [one for one in lines if abs(one.left - line.left) <= COLUMN * line.height]


def _ends(line: _Line, left: float, right: float) -> bool:
    """Tell whether a line ends a paragraph: short of its column at the end of a sentence, or far short of it (a heading)."""
    short = right - line.right > SHORT * line.height and not line.text.rstrip().endswith(GOES_ON)
    return short and (line.text.rstrip().endswith(CLOSING) or line.right - left < HEADING * (right - left))
