"""Text as it is shown and as it is copied: every glyph at its own place, every line with the author's characters beside it.

In: runs of glyphs that follow one another. Out: text objects (ISO 32000-1, 9.4). Readers guess a space wherever a gap is wide
(poppler from 0.125 em, pdfium from 0.2 em) and a new word wherever runs part, so that a line with a gap, a printed hyphen or
several runs is marked with its ActualText: no reader may add a space that nobody typed.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from generator.drawing import Glyph, TextRun
from generator.units import Point
from generator.writers.pdf.operators import actual_text, number, steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.writers.pdf.fonts import Typeface, Typefaces
    from generator.writers.pdf.paths import Frame
    from generator.writers.pdf.pen import Pen

PER_EM = 1000
"""Text space in thousandths of the em: the unit of W and TJ (ISO 32000-1, 9.7.4.3 and 9.4.3)."""

QUIET_GAP = 0.1
"""In ems, the widest gap or overlap that every reader takes for none: poppler sees a space from 0.125."""

SAME_LINE_GAP = 1.0
"""In ems of the larger type, the widest gap between two runs of one line: a loose line opens to nine tenths, a column gap is wider."""

SAME_LINE_OVERLAP = 0.6
"""In ems, how far a run may reach back over the one before it: a squeezed mark gives up half an em."""

SAME_LINE_RISE = 0.75
"""In ems of the smaller type, how far apart the baselines of one line may be: a note mark's may, the next line's never."""

LAST_OF_BASIC_PLANE = "\uffff"


def continues(before: TextRun, run: TextRun) -> bool:
    """Tell whether a run goes on with the line of the run before it, so that they are copied as one."""
    if (before.origin, before.role) != (run.origin, run.role):
        return False
    size = max(before.size, run.size)
    gap = run.origin_point.x - before.origin_point.x - before.width
    rise = abs(run.origin_point.y - before.origin_point.y)
    return -SAME_LINE_OVERLAP * size <= gap <= SAME_LINE_GAP * size and rise <= SAME_LINE_RISE * min(before.size, run.size)


def show(line: Sequence[TextRun], frame: Frame, faces: Typefaces, pen: Pen) -> str:
    """Return the text object of a line's runs, nothing where they have no glyphs."""
    pieces = []
    start = Point(0, 0)
    for stretch in _stretches(_joined(line)):
        shown: list[str] = []
        for run in (run for run in stretch if run.glyphs):
            place, face = _in_steps(frame.place(run.origin_point)), faces[run.face]
            move = f"{number(place.x - start.x)} {number(place.y - start.y)} Td"
            shown += (*pen.fill(run.ink), *pen.font(face, run.size), move, _glyphs(run, face))
            start = place
        operators = "\n".join(shown)
        plain = _copied_plainly(stretch, faces)
        pieces.append(operators if plain else actual_text("".join(run.text for run in stretch), operators))
    return "\n".join(["BT", *pieces, "ET"]) if pieces else ""


def _joined(line: Sequence[TextRun]) -> Iterator[TextRun]:
    """Yield a line's runs, neighbours of one style made one: a number in a sentence is set like the words around it."""
    for _, neighbours in groupby(line, key=lambda run: (run.face, run.size, run.ink, run.origin_point.y)):
        runs = list(neighbours)
        yield _one_of(runs) if len(runs) > 1 else runs[0]


def _one_of(runs: Sequence[TextRun]) -> TextRun:
    first, last = runs[0], runs[-1]
    left = first.origin_point.x
    moved = [(glyph, glyph.x + run.origin_point.x - left) for run in runs for glyph in run.glyphs]
    glyphs = tuple(Glyph(glyph.id, x, glyph.text, glyph.y) for glyph, x in moved)
    text = "".join(run.text for run in runs)
    return replace(first, glyphs=glyphs, text=text, width=last.origin_point.x + last.width - left)


def _in_steps(point: Point) -> Point:
    return Point(steps(point.x), steps(point.y))


def _stretches(line: Iterable[TextRun]) -> Iterator[list[TextRun]]:
    """Yield a line's runs in stretches that may each be marked as one.

    Characters beyond U+FFFF make stretches of their own, unmarked: pdfium loses them in an ActualText. What that costs: a reader
    may see a space beside one where a mark is squeezed, a gap is wide, or the stretch before is in several styles.
    """
    parts = [part for run in line for part in _split(run)]
    for _, stretch in groupby(parts, key=lambda part: _is_beyond(part.text)):
        runs = list(stretch)
        if any(run.glyphs for run in runs):
            yield runs


def _is_beyond(text: str) -> bool:
    return max(text, default="") > LAST_OF_BASIC_PLANE


def _split(run: TextRun) -> Iterator[TextRun]:
    """Yield a run in parts, glyphs for characters beyond U+FFFF apart; places stay relative to the run's origin."""
    if not _is_beyond(run.text):
        yield run
        return
    taken = first = 0
    for index, glyph in enumerate(run.glyphs):
        if _is_beyond(glyph.text):
            at = run.text.index(glyph.text, taken)
            yield replace(run, glyphs=run.glyphs[first:index], text=run.text[taken:at])
            yield replace(run, glyphs=(glyph,), text=glyph.text)
            taken, first = at + len(glyph.text), index + 1
    yield replace(run, glyphs=run.glyphs[first:], text=run.text[taken:])


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
        codes.append(face.code(glyph.id))
        pen = place + face.advance(glyph.id)
    return "".join([*pieces, f"<{''.join(codes)}>"]), pen


def _copied_plainly(line: Sequence[TextRun], faces: Typefaces) -> bool:
    """Tell whether every reader copies a line as the author wrote it without being told."""
    if len(line) > 1:
        return False
    (run,) = line
    face = faces[run.face]
    if run.text != "".join([face.meaning(glyph.id) for glyph in run.glyphs]):
        return False
    quiet = QUIET_GAP * run.size
    pen = run.glyphs[0].x
    for glyph in run.glyphs:
        if abs(glyph.x - pen) > quiet or glyph.y:
            return False
        pen = glyph.x + face.advance(glyph.id) * run.size // PER_EM
    return True
