"""Is every character of a slide there to be seen? Judged by geometry and colour, as no viewer can be asked.

In: slides as `deck_reader` found them. Out: faults in words: a shape off the slide, text that outgrows its box, a character that its
face lacks, a colour less than 3:1 against what lies beneath, or a text with a filled shape over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.colour import LEAST_CONTRAST, RGB, contrast
from generator.inspection.deck_reader import Area
from generator.inspection.measure import EMU_PER_POINT, Faces, height, missing, natural_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.deck_reader import DeckText, Piece, SlideText

SLACK = 12_700
"""EMU by which a shape may lie over the slide's edge: rounding."""

SPARE = 1.02
"""Text may take this share of its box before it counts as too large: viewers differ by more than a point."""

SAMPLES = (0.05, 0.5, 0.95)


class Fault(NamedTuple):
    """What cannot be seen on a slide: the shape's name, a code, and a message."""

    item: str
    code: str
    message: str


def faults(slide: SlideText, deck: DeckText, faces: Faces) -> Iterator[Fault]:
    """Yield everything on a slide that a viewer could not see or read."""
    for at, piece in enumerate(slide.pieces):
        if not piece.text.strip():
            continue
        yield from _piece_faults(slide, at, piece, deck, faces)


def _piece_faults(slide: SlideText, at: int, piece: Piece, deck: DeckText, faces: Faces) -> Iterator[Fault]:
    words = _excerpt(piece.text)
    if piece.hidden:
        yield Fault(piece.name, "not-visible", f"`{words}` is in a hidden shape")
    area = _text_area(piece, faces)
    if area is None:
        yield Fault(piece.name, "not-visible", f"`{words}` has no place on the slide")
        return
    if not _on_slide(area, deck):
        yield Fault(piece.name, "not-visible", f"`{words}` lies off the slide")
    yield from _overflow(piece, words, faces)
    yield from _glyph_faults(piece, faces)
    yield from _contrast_faults(slide, at, piece, area)


def _overflow(piece: Piece, words: str, faces: Faces) -> Iterator[Fault]:
    if piece.area is None:
        return
    left, top, right, bottom = piece.insets
    if not piece.wrap:
        widest = max((natural_width(one, faces) for one in piece.paragraphs), default=0)
        if widest * EMU_PER_POINT > piece.area.width * SPARE + SLACK:
            yield Fault(piece.name, "text-overflows", f"`{words}` is wider than its box")
        return
    room = (piece.area.height - top - bottom) / EMU_PER_POINT
    taken = height(piece.paragraphs, (piece.area.width - left - right) / EMU_PER_POINT, faces)
    if taken > room * SPARE + 1:
        yield Fault(piece.name, "text-overflows", f"`{words}` takes {taken:.0f} pt, its box has {room:.0f} pt")


def _glyph_faults(piece: Piece, faces: Faces) -> Iterator[Fault]:
    told = set()
    for paragraph in piece.paragraphs:
        for character, look in missing(paragraph.runs, faces):
            if (character, look.asian, look.latin) not in told:
                told.add((character, look.asian, look.latin))
                face = f"`{look.asian}` / `{look.latin}`"
                yield Fault(piece.name, "no-glyph", f"the face {face} has no glyph for `{character}` (U+{ord(character):04X})")


def _contrast_faults(slide: SlideText, at: int, piece: Piece, area: Area) -> Iterator[Fault]:
    below = {_beneath(slide, at, x, y) for x, y in _samples(area)}
    for run in (run for paragraph in piece.paragraphs for run in paragraph.runs if run.text.strip()):
        ratio = min(contrast(run.look.colour, colour) for colour in below)
        if ratio < LEAST_CONTRAST:
            message = f"`{_excerpt(run.text)}` has a contrast of {ratio:.1f}:1 against what lies beneath"
            yield Fault(piece.name, "not-visible", message)
    if any(_covers(other, area) for other in slide.pieces[at + 1 :]):
        yield Fault(piece.name, "not-visible", f"`{_excerpt(piece.text)}` is covered by a shape over it")


def _beneath(slide: SlideText, at: int, x: float, y: float) -> RGB:
    """Return the colour beneath a point of the piece at an index: its own fill, else the topmost below it, else the background."""
    for piece in reversed(slide.pieces[: at + 1]):
        if piece.fill is not None and piece.area is not None and _holds(piece.area, x, y):
            return piece.fill
    return slide.background


def _covers(other: Piece, area: Area) -> bool:
    return other.fill is not None and other.area is not None and any(_holds(other.area, x, y) for x, y in [_middle(area)])


def _samples(area: Area) -> Iterator[tuple[float, float]]:
    for across in SAMPLES:
        yield area.x + across * area.width, area.y + area.height / 2


def _middle(area: Area) -> tuple[float, float]:
    return area.x + area.width / 2, area.y + area.height / 2


def _text_area(piece: Piece, faces: Faces) -> Area | None:
    """Return where the text itself lies inside its box: by its anchor and alignment, as wide and high as it is measured."""
    if piece.area is None:
        return None
    left, top, right, bottom = piece.insets
    inner = Area(piece.area.x + left, piece.area.y + top, piece.area.width - left - right, piece.area.height - top - bottom)
    wide = max((natural_width(one, faces) for one in piece.paragraphs), default=0) * EMU_PER_POINT
    width = min(wide, inner.width) if piece.wrap else wide
    high = min(height(piece.paragraphs, inner.width / EMU_PER_POINT if piece.wrap else 1e6, faces) * EMU_PER_POINT, inner.height)
    align = next((one.align for one in piece.paragraphs), "l")
    x = inner.x + {"ctr": 0.5, "r": 1.0}.get(align, 0.0) * (inner.width - width)
    y = inner.y + {"ctr": 0.5, "b": 1.0}.get(piece.anchor, 0.0) * (inner.height - high)
    return Area(x, y, width, max(high, 0))


def _on_slide(area: Area, deck: DeckText) -> bool:
    return (
        area.x >= -SLACK
        and area.y >= -SLACK
        and area.x + area.width <= deck.width + SLACK
        and area.y + area.height <= deck.height + SLACK
    )


def _holds(area: Area, x: float, y: float) -> bool:
    return area.x <= x <= area.x + area.width and area.y <= y <= area.y + area.height


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 24 else words[:23] + "…"  # noqa: PLR2004 - about as much as a message bears
