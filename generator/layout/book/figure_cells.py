"""What the tables of key figures share: the head of a table, a number whose digits end on an axis, and the notes under the last row.

Digits are tabular and right-aligned (T33): qualifier and digits end on the axis, magnitude and unit begin there.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.document.model import Datum, FigureTable, Phrase, Run
from generator.document.pieces import columns, noun_of
from generator.drawing import Role
from generator.layout.book.tables import Cell, Row
from generator.units import Length, em, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.layout.book.compositor import Compositor
    from generator.layout.book.voices import Voice
    from generator.typeset.model import Composed, Style

COLUMN_GAP = pt(8)
UNIT_GAP = pt(2)
CAP_RISE = 1.1
"""From a row's upper edge to its first baseline, without the white, in sizes of its text: it stands in the middle."""
HEADER_RISE = 1.45
"""From an upper edge to the first baseline under it, without the white, in sizes of the name."""
HEADER_LINES = 21 / 17
HEADS = 5
"""Lines that a page's heading and a table's header take of it."""
WEIGHT = pt(1.25)
"""The rule over a header."""


def digits_width(compositor: Compositor, datum: Datum) -> Length:
    """Return how wide a number is up to the axis, in the heavier face that it may have, with the gap after a qualifier."""
    return compositor.line((Run(columns(datum.number)[0]),), compositor.voices.term).width


def words_width(compositor: Compositor, text: str) -> Length:
    """Return how wide words of a cell are on one line; a solidus between Han takes half an em there (GB/T 15834-2011, 5.1.9)."""
    style = compositor.voices.cell.style
    if "/" in text:
        return compositor.line((Run(text),), compositor.voices.cell).width
    return compositor.width(text, style.face, style.size)


def beside(datum: Datum) -> str:
    """Return what stands of a number after the axis: magnitude, unit and noun, and the mark of a note."""
    return "".join((*columns(datum.number)[1:], *(run.text for run in datum.mark)))


def header(
    compositor: Compositor, figures: FigureTable, name: Phrase, titles: Sequence[tuple[Composed, Length]], width: Length
) -> Row:
    """Return a table's header: its name in the theme's ink, then set titles at their left edges."""
    ink, voices = compositor.look.theme(figures.color).main, compositor.voices
    title = compositor.set(name.text, voices.strong.inked(ink), titles[0][1] - COLUMN_GAP, name.origin, Role.HEADER_CELL)
    more = title.height - title.setting.leading
    heads = (Cell(((one, edge, more),), heads=True) for one, edge in titles)
    height, rise = em(compositor.grid.baseline, HEADER_LINES) + more, em(voices.strong.style.size, HEADER_RISE)
    return Row(width, (Cell(((title, 0, 0),), heads=True), *heads), height, ink, WEIGHT, rise, name.origin)


def number(
    compositor: Compositor, datum: Datum, axis: Length, room: Length, voice: Voice
) -> Iterator[tuple[Composed, Length, Length]]:
    """Yield a number's parts: digits up to the axis, magnitude and unit from it on; a noun without `room` beside its unit under it.

    The mark of a note follows the last of them.
    """
    head, magnitude, after = columns(datum.number)
    use = datum.number.use
    digits = compositor.line((Run(head, use),), voice, datum.origin, Role.CELL)
    yield digits, axis - digits.width, 0
    noun = "" if words_width(compositor, beside(datum)) <= room else noun_of(datum.number)
    strong = voice.style.face == compositor.voices.term.style.face
    unit = tuple(run for run in (Run(magnitude, use, emphasis=strong), Run(after.removesuffix(noun), use)) if run.text)
    lines = [runs for runs in (unit, (Run(noun, use),) if noun else ()) if runs]
    lines = [*lines[:-1], (*lines[-1], *datum.mark)] if lines else [datum.mark] if datum.mark else []
    y = 0
    for runs in lines:
        part = compositor.set(
            runs, replace(compositor.voices.cell, style=_plain(compositor, voice)), room, datum.origin, Role.CELL
        )
        yield part, axis + UNIT_GAP, y
        y += part.height


def _plain(compositor: Compositor, voice: Voice) -> Style:
    """Return the style of units beside digits of a voice: in its ink, not in its weight."""
    return replace(compositor.voices.cell.style, ink=voice.style.ink)


def notes(compositor: Compositor, figures: FigureTable, width: Length) -> tuple[Row, ...]:
    """Return the notes of a table as one loose row, so that they never stand on a page without a row of it."""
    if not figures.notes:
        return ()
    voice = compositor.voices.note
    made = [compositor.set((*one.mark, Run(" "), *one.text), voice, width, one.origin) for one in figures.notes]
    tops = accumulate((one.height for one in made), initial=0)
    cell = Cell(tuple((one, 0, top) for one, top in zip(made, tops, strict=False)))
    rise = em(voice.style.size, CAP_RISE)
    return (Row(width, (cell,), cell.height, compositor.look.rule, 0, rise, figures.notes[0].origin, loose=True),)
