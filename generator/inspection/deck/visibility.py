"""Is every character of a slide there to be seen? Judged by geometry and colour, as no viewer can be asked.

In: slides as `deck.reader` found them. Out: faults in words: a hidden slide or shape, a shape off the slide, text that outgrows its box
or runs into other text, a character that its face lacks, a colour less than 3:1 against what lies beneath, too small a size, or a
filled shape over a text.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import said
from generator.inspection.colour import LEAST_CONTRAST, RGB, contrast
from generator.inspection.deck.measure import Measured, height, measured
from generator.inspection.deck.model import Area, DeckText, Piece, SlideText
from generator.inspection.verdict import Flaw
from generator.units import EMU_PER_POINT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.faces import Faces

SLACK = 12_700
"""EMU by which a shape may lie over the slide's edge: rounding."""

SPARE = 1.02
"""Text may take this share of its box before it counts as too large: viewers differ by more than a point."""

LEAST_SIZE = 8.0
"""Points below which nobody reads a slide: smaller text is hidden text."""

ACROSS, DOWN = (0.02, 0.2, 0.4, 0.6, 0.8, 0.98), (0.3, 0.5, 0.7)
"""Where a text is looked at, in shares of its width and height."""

TOUCH_ACROSS, TOUCH_DOWN = 0.5 * 12 * EMU_PER_POINT, 0.4
"""Two texts run into each other when they share half an em of note size in width and this part of the lower one in height."""


class Lettering(NamedTuple):
    """A piece of text, measured: its index on the slide, and where the text itself lies in its box."""

    at: int
    piece: Piece
    texts: tuple[Measured, ...]
    area: Area | None


def text_flaws(slide: SlideText, deck: DeckText, faces: Faces, *, meant: bool = False) -> Iterator[Flaw]:
    """Yield everything on a slide that a viewer could not see or read; the backup's slides are `meant` to be hidden."""
    if slide.hidden and not meant:
        yield Flaw(said("not-visible.hidden-slide"))
    lettered = [_lettering(at, piece, faces) for at, piece in enumerate(slide.pieces) if piece.text.strip()]
    for one in lettered:
        yield from _own_flaws(one)
        if one.area is not None:
            if not _on_slide(one.area, deck):
                yield Flaw(said("not-visible.off", text=_excerpt(one.piece.text)), one.piece.name)
            yield from _contrast_flaws(slide, one, one.area)
    yield from _collisions(lettered)


def _lettering(at: int, piece: Piece, faces: Faces) -> Lettering:
    texts = tuple(measured(paragraph, faces) for paragraph in piece.paragraphs)
    return Lettering(at, piece, texts, _text_area(piece, texts))


def _own_flaws(one: Lettering) -> Iterator[Flaw]:
    piece, words = one.piece, _excerpt(one.piece.text)
    if piece.hidden:
        yield Flaw(said("not-visible.hidden-shape", text=words), piece.name)
    if one.area is None:
        yield Flaw(said("not-visible.nowhere", text=words), piece.name)
    for run in (run for paragraph in piece.paragraphs for run in paragraph.runs if run.text.strip()):
        if run.look.size < LEAST_SIZE:
            yield Flaw(said("not-visible.small", text=_excerpt(run.text), size=f"{run.look.size:g}"), piece.name)
        if run.look.colour is None:
            yield Flaw(said("not-visible.no-colour", text=_excerpt(run.text)), piece.name)
    yield from _overflow(one, words)
    lacking: dict[tuple[str, ...], dict[str, None]] = {}
    for character, look in (pair for text in one.texts for pair in text.lacks):
        lacking.setdefault(tuple(dict.fromkeys((look.asian, look.latin))), {})[character] = None
    for fonts, characters in lacking.items():
        told = tuple(said("glyph.character", character=one, code=f"U+{ord(one):04X}") for one in characters)
        yield Flaw(said("no-glyph.faces", fonts=fonts, characters=told), piece.name)


def _overflow(one: Lettering, words: str) -> Iterator[Flaw]:
    """Tell text that is higher than its box, or has a word wider than it. Text that is not wrapped may outgrow its box, not its place."""
    piece = one.piece
    if piece.area is None or not piece.wrap:
        return
    inner = _inner(piece, piece.area)
    room, taken = inner.height / EMU_PER_POINT, height(piece.paragraphs, one.texts, inner.width / EMU_PER_POINT)
    if taken > room * SPARE + 1:
        yield Flaw(said("text-overflows.height", text=words, taken=round(taken), room=round(room)), piece.name)
    widest = max((word for text in one.texts for word in text.words), default=0.0)
    if widest * EMU_PER_POINT > inner.width * SPARE + SLACK:
        yield Flaw(said("text-overflows.width", text=words), piece.name)


def _contrast_flaws(slide: SlideText, one: Lettering, area: Area) -> Iterator[Flaw]:
    points = [(area.x + across * area.width, area.y + down * area.height) for across in ACROSS for down in DOWN]
    shown = [(index, piece.area, piece.fills) for index, piece in enumerate(slide.pieces) if piece.fills and not piece.hidden]
    filled = [(index, place, fills) for index, place, fills in shown if place is not None and min(place.overlap(area)) >= 0]
    below = [(place, fills) for index, place, fills in reversed(filled) if index <= one.at]
    grounds = {colour for x, y in points for colour in _ground(below, x, y) or (slide.background,)}
    runs = (run for paragraph in one.piece.paragraphs for run in paragraph.runs if run.text.strip())
    for text, colour in dict.fromkeys((run.text, run.look.colour) for run in runs if run.look.colour is not None):
        ratio = min(contrast(colour, other) for other in grounds)
        if ratio < LEAST_CONTRAST:
            yield Flaw(said("not-visible.contrast", text=_excerpt(text), ratio=f"{ratio:.1f}"), one.piece.name)
    if any(place.holds(x, y) for index, place, _ in filled if index > one.at for x, y in points):
        yield Flaw(said("not-visible.covered", text=_excerpt(one.piece.text)), one.piece.name)


def _ground(below: list[tuple[Area, tuple[RGB, ...]]], x: float, y: float) -> tuple[RGB, ...]:
    """Return the colours of the topmost filled shape at a point, the piece's own among them; none where there is none."""
    return next((fills for place, fills in below if place.holds(x, y)), ())


def _collisions(lettered: list[Lettering]) -> Iterator[Flaw]:
    """Tell texts that run into each other."""
    placed = [(one, one.area) for one in lettered if one.area is not None and not one.piece.hidden]
    for (one, area), (other, second) in combinations(placed, 2):
        across, down = area.overlap(second)
        if across > TOUCH_ACROSS and down > TOUCH_DOWN * min(area.height, second.height):
            says = said("text-overflows.collision", text=_excerpt(other.piece.text), other=_excerpt(one.piece.text))
            yield Flaw(says, other.piece.name)


def _inner(piece: Piece, area: Area) -> Area:
    left, top, right, bottom = piece.insets
    return Area(area.x + left, area.y + top, area.width - left - right, area.height - top - bottom)


def _text_area(piece: Piece, texts: tuple[Measured, ...]) -> Area | None:
    """Return where the text itself lies inside its box: by its anchor and alignment, as wide and high as it is measured."""
    if piece.area is None:
        return None
    inner = _inner(piece, piece.area)
    wide = max((text.width for text in texts), default=0) * EMU_PER_POINT
    width = min(wide, inner.width) if piece.wrap else wide
    high = height(piece.paragraphs, texts, inner.width / EMU_PER_POINT if piece.wrap else None) * EMU_PER_POINT
    align = next((one.align for one in piece.paragraphs), "l")
    x = inner.x + {"ctr": 0.5, "r": 1.0}.get(align, 0.0) * (inner.width - width)
    y = inner.y + {"ctr": 0.5, "b": 1.0}.get(piece.anchor, 0.0) * (inner.height - high)
    return Area(x, y, width, high)


def _on_slide(area: Area, deck: DeckText) -> bool:
    return min(area.x, area.y, deck.width - area.x - area.width, deck.height - area.y - area.height) >= -SLACK


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 24 else words[:23] + "…"  # noqa: PLR2004 - about as much as a message bears
