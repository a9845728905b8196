"""Tells which texts of a rendered deck leave their box, run into another, or cannot be seen whole.

In: the deck, for its boxes, and a PDF that another program made of it, for every glyph's place. Out: sentences. An office program paints
box after box, so that the glyphs of a page are those of its texts in order; what is left over where a chart stands is the chart's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pypdfium2
from pypdfium2 import raw

from generator.inspection.deck.reader import read_deck
from generator.units import EMU_PER_POINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.inspection.deck.model import Piece, SlideText

ACROSS, DOWN = 1.0, 0.3
"""How far ink may stand out of its box: points at the sides, parts of its size above and below, for faces lie unlike on their line."""
TOUCH = 0.7
"""Ink of two texts overlaps when it shares more than so many points in both directions."""
APART = 1.2
"""Glyphs of a chart farther apart than so many sizes, or on another line, are two texts."""
MARKED = r"(?:[•–]|[0-9]+\.|\([0-9]+\))?"
"""The mark of an item."""
SCALE, CONTRAST = 2, 24
"""Pixels to a point, and the least difference in grey between a glyph and its ground."""


class Glyph(NamedTuple):
    """A glyph's character, the box of its ink from the slide's upper left corner in points, its baseline and its size."""

    character: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float


class Frame(NamedTuple):
    """The edges of a box on the slide, in points."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Text:
    """The glyphs of one text, and the box that it belongs to."""

    name: str
    frame: Frame
    glyphs: tuple[Glyph, ...]

    def __str__(self) -> str:
        return "".join(glyph.character for glyph in self.glyphs)[:24]

    @property
    def ink(self) -> Frame:
        left, top = (min(glyph[at] for glyph in self.glyphs) for at in (1, 2))
        right, bottom = (max(glyph[at] for glyph in self.glyphs) for at in (3, 4))
        return Frame(left, top, right, bottom)


def flaws(deck: Path, rendered: Path) -> list[str]:
    """Return all that is wrong, a sentence each."""
    read, pages = read_deck(deck), pypdfium2.PdfDocument(rendered)
    try:
        if len(pages) != len(read.slides):
            return [f"{len(pages)} pages of {len(read.slides)} slides"]
        return [f"slide {one.number}: {flaw}" for one, page in zip(read.slides, pages, strict=True) for flaw in _flaws(one, page)]
    finally:
        pages.close()


def _flaws(slide: SlideText, page: pypdfium2.PdfPage) -> Iterator[str]:
    glyphs, size = tuple(_glyphs(page)), page.get_size()
    texts: list[Text] = []
    for found in _texts(slide, glyphs):
        if isinstance(found, str):
            yield found
        else:
            texts.append(found)
    for text in texts:
        yield from _leaving(text, Frame(0, 0, *size))
    for one, other in combinations(texts, 2):
        if _meet(one.ink, other.ink) and any(_meet(a, b) for a in map(_frame, one.glyphs) for b in map(_frame, other.glyphs)):
            yield f"`{one}` runs into `{other}`"
    yield from _unseen(texts, page)


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text, height = page.get_textpage(), page.get_size()[1]
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if character.strip():
            left, bottom, right, top = text.get_charbox(index)
            loose = text.get_charbox(index, loose=True)
            x, y = raw.c_double(), raw.c_double()
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            yield Glyph(character, left, height - top, right, height - bottom, height - y.value, loose[3] - loose[1])


def _texts(slide: SlideText, glyphs: tuple[Glyph, ...]) -> Iterator[Text | str]:
    """Yield each text with its glyphs, those of a chart too; a sentence for a text that is not there.

    A program paints placeholders of the master in an order of its own: a text is looked for on the whole page, the longest first, and
    of several places that say the same, the one in its box is its own. What is left is a chart's. Between paragraphs stand the marks
    and numbers that a program gives the items of a list.
    """
    page, free = "".join(glyph.character for glyph in glyphs), [True] * len(glyphs)
    charts = {name for name, _ in slide.charts}
    pieces = [(piece, "".join(piece.text.split())) for piece in slide.pieces if piece.area is not None]
    for piece, wanted in sorted(pieces, key=lambda one: -len(one[1])):
        if not wanted:
            continue
        found = [place for place in _places(page, piece) if all(free[slice(*place)])]
        if not found:
            yield f"`{wanted[:24]}` is not shown where it belongs"
            continue
        box = _box(piece)
        start, end = max(found, key=lambda one: (_inside(glyphs[one[0]], box) + _inside(glyphs[one[1] - 1], box), -one[0]))
        free[start:end] = [False] * (end - start)
        yield Text(piece.name, box, glyphs[start:end])
    frames = [piece for piece, _ in pieces if piece.name in charts]
    for frame in frames:
        left = [glyph for glyph, is_free in zip(glyphs, free, strict=True) if is_free]
        yield from _of_chart(frame, left if len(frames) == 1 else [glyph for glyph in left if _inside(glyph, _box(frame))])


def _places(page: str, piece: Piece) -> Iterator[tuple[int, int]]:
    """Yield where a text may begin and end on a page."""
    lines = [re.escape("".join(one.text.split())) for one in piece.paragraphs if one.text.strip()]
    pattern = re.compile(f"(?=({MARKED.join(lines)}))")
    yield from (one.span(1) for one in pattern.finditer(page))


def _inside(glyph: Glyph, box: Frame) -> bool:
    return box.left - 1 <= glyph.left <= box.right + 1 and box.top - 1 <= glyph.baseline <= box.bottom + 1


def _of_chart(piece: Piece, glyphs: Sequence[Glyph]) -> Iterator[Text]:
    start = 0
    for at, (one, other) in enumerate(pairwise(glyphs), 1):
        if abs(one.baseline - other.baseline) > 1 or not -1 < other.left - one.right < APART * one.size:
            yield Text(piece.name, _box(piece), tuple(glyphs[start:at]))
            start = at
    if glyphs:
        yield Text(piece.name, _box(piece), tuple(glyphs[start:]))


def _box(piece: Piece) -> Frame:
    assert piece.area is not None
    x, y, width, height = (one / EMU_PER_POINT for one in piece.area)
    return Frame(x, y, x + width, y + height)


def _frame(glyph: Glyph) -> Frame:
    return Frame(*glyph[1:5])


def _meet(one: Frame, other: Frame) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > TOUCH and min(one.bottom, other.bottom) - max(one.top, other.top) > TOUCH


def _leaving(text: Text, page: Frame) -> Iterator[str]:
    box = text.frame
    for glyph in text.glyphs:
        ink, air = _frame(glyph), DOWN * glyph.size
        if (
            ink.left < box.left - ACROSS
            or ink.right > box.right + ACROSS
            or ink.top < box.top - air
            or ink.bottom > box.bottom + air
        ):
            yield f"`{text}` leaves its box {text.name} at `{glyph.character}`"
            return
        if ink.left < page.left or ink.top < page.top or ink.right > page.right or ink.bottom > page.bottom:
            yield f"`{text}` is clipped by the slide's edge at `{glyph.character}`"
            return


def _unseen(texts: Sequence[Text], page: pypdfium2.PdfPage) -> Iterator[str]:
    """Tell texts with a glyph that leaves no ink: clipped away, painted over, or in the colour of its ground."""
    grey = np.asarray(page.render(scale=SCALE, grayscale=True).to_numpy()).squeeze()
    for text in texts:
        for glyph in text.glyphs:
            left, top, right, bottom = (round(edge * SCALE) for edge in _frame(glyph))
            seen = grey[max(0, top - 1) : bottom + 1, max(0, left - 1) : right + 1]
            if not seen.size or int(seen.max()) - int(seen.min()) < CONTRAST:
                yield f"`{text}` is not seen at `{glyph.character}`"
                break
