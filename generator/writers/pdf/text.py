"""Text as it is shown and as it is copied: every glyph at its own place, every line with the author's characters beside it.

In: runs of glyphs that follow one another. Out: text objects (ISO 32000-1, 9.4). Readers guess a space wherever a gap is wide
(poppler from 0.1 em, pdfium from 0.2 em) and a new word wherever runs part, so that a line with a gap, a printed hyphen or
several runs is marked with its ActualText: no reader may add a space that nobody typed.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.design.press import SMALL_TYPE
from generator.layout.book.copying import stretches
from generator.units import Point
from generator.writers.pdf.operators import actual_text, marked, number, steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.drawing import Glyph, TextRun
    from generator.layout.book.reading import Mark
    from generator.writers.pdf.fonts import Typeface, Typefaces
    from generator.writers.pdf.paths import Frame
    from generator.writers.pdf.pen import Pen

PER_EM = 1000
"""Text space in thousandths of the em: the unit of W and TJ (ISO 32000-1, 9.7.4.3 and 9.4.3)."""

QUIET_GAP = 0.09
"""In ems, the widest gap or overlap that every reader takes for none: poppler sees a space from 0.1."""


UNCOMMON_SPACE = re.compile(r"[^\S ]")
"""Poppler copies any space of a font as the common one."""


def show(line: Sequence[TextRun], frame: Frame, faces: Typefaces, pen: Pen, mark: Mark | None = None) -> str:
    """Return the text object of a line's runs, nothing where they have no glyphs; all of it under the mark, if there is one."""
    pieces: list[tuple[str, str | None]] = []
    start = Point(0, 0)
    for stretch in stretches(line):
        shown: list[str] = []
        for run in (run for run in stretch if run.glyphs):
            place, face = _in_steps(frame.place(run.origin_point)), faces[run.face]
            move = f"{number(place.x - start.x)} {number(place.y - start.y)} Td"
            over = pen.over((run.ink,), thin=run.size <= SMALL_TYPE)
            shown += (*over, *pen.fill(run.ink), *pen.font(face, run.size), move, _glyphs(run, face))
            start = place
        operators = "\n".join(shown)
        plain = _copied_plainly(stretch, faces)
        pieces.append((operators, None if plain else "".join(run.text for run in stretch)))
    return "\n".join(["BT", _told(pieces, mark), "ET"]) if pieces else ""


def _told(pieces: Sequence[tuple[str, str | None]], mark: Mark | None) -> str:
    """Return stretches with the texts that they stand for, under a mark."""
    if mark and len(pieces) == 1:
        return marked(mark.role.value, mark.number, *pieces[0])
    shown = "\n".join([shown if text is None else actual_text(text, shown) for shown, text in pieces])
    return marked(mark.role.value, mark.number, shown) if mark else shown


def _in_steps(point: Point) -> Point:
    return Point(steps(point.x), steps(point.y))


def _glyphs(run: TextRun, face: Typeface) -> str:
    """Return the TJ operators of a run, one a height above the baseline; places never add up their roundings."""
    pen, pieces = 0, []
    for height, glyphs in groupby(run.glyphs, key=lambda glyph: glyph.y):
        array, pen = _array(glyphs, run, face, pen)
        shown = f"[{array}] TJ"
        pieces.append(f"{number(steps(height))} Ts {shown} 0 Ts" if height else shown)
    return "\n".join(pieces)


def _array(glyphs: Iterable[Glyph], run: TextRun, face: Typeface, pen: int) -> tuple[str, int]:
    pieces: list[str] = []
    codes: list[str] = []
    scale = PER_EM / run.size
    for glyph in glyphs:
        place = round(glyph.x * scale)
        if place != pen:
            if codes:
                pieces.append(f"<{''.join(codes)}>")
                codes = []
            pieces.append(str(pen - place))
        codes.append(face.code(glyph))
        pen = place + face.advance(glyph.id)
    return "".join([*pieces, f"<{''.join(codes)}>"]), pen


def _copied_plainly(line: Sequence[TextRun], faces: Typefaces) -> bool:
    """Tell whether every reader copies a line as the author wrote it without being told."""
    if len(line) > 1:
        return False
    (run,) = line
    face = faces[run.face]
    if UNCOMMON_SPACE.search(run.text) or run.text != "".join([face.meaning(glyph) for glyph in run.glyphs]):
        return False
    quiet = QUIET_GAP * run.size
    pen = run.glyphs[0].x
    for glyph in run.glyphs:
        if abs(glyph.x - pen) > quiet or glyph.y:
            return False
        pen = glyph.x + face.advance(glyph.id) * run.size // PER_EM
    return True
