"""What is too fine for a press: hairlines, tints, small type of several plates, pictures of too few dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.inspection.audit.press.colours import ALL, PLATED
from generator.inspection.audit.press.inks import inks_of
from generator.inspection.audit.press.judging import Hit, Judged, millimetres
from generator.inspection.audit.press.shapes import box_of
from generator.inspection.audit.press.sheet import MM, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.audit.press.reading import PrintFile
    from generator.inspection.audit.press.sheet import Mark

LEAST_LINE = 0.25
"""Points of the thinnest line that a plate holds."""
LEAST_TINT = 0.08
ROUNDING = 0.002
SMALL = 8.0
"""Points under which type is small: its strokes are a quarter of a millimetre."""
WEAK = 0.5
"""A tint under which small type breaks up into dots."""
BEARS = 0.25
"""A tint from which on a plate bears the form of a letter, so that all that do must register."""
PLATES = 2
GOOD, POOR = 300, 150
"""Dots an inch as shown: what print asks for, and below what they are seen."""
INCH = 72


def hairlines(file: PrintFile) -> Judged:
    """Judge whether every line is thick enough."""
    lines = [(weight, sheet.number) for sheet in file.sheets for one in sheet.marks for weight in _weights(one)]
    hits = dict.fromkeys(
        Hit(said("press-found.hairline", weight=f"{weight:.2g}"), page)
        for weight, page in lines
        if weight < LEAST_LINE - ROUNDING
    )
    least = min((weight for weight, _ in lines), default=0)
    words = said("press-found.thinnest", weight=f"{round(least, 2):g}") if lines else said("press-found.no-lines")
    return Judged(words, tuple(hits), idle=not lines)


def _weights(mark: Mark) -> Iterator[float]:
    """Yield how thick a line is; so is a field that is one by its looks."""
    if mark.kind is Kind.LINE and not mark.colour.is_white:
        yield mark.weight
    if mark.kind is Kind.FIELD and not mark.colour.is_white:
        left, low, right, high = box_of(mark.contours)
        yield from (side for side in (min(right - left, high - low),) if 0 < side < LEAST_LINE)


def tints(file: PrintFile) -> Judged:
    """Judge whether every dot is large enough for a plate to hold it."""
    used = {
        (tint, name, sheet.number)
        for sheet in file.sheets
        for one in sheet.printed()
        if one.colour.family in PLATED | {ALL} and one.kind is not Kind.PICTURE
        for name, tint in one.colour.stack
    }
    hits = tuple(
        Hit(said("press-found.faint-tint", inks=inks_of(((name, tint),))), page)
        for tint, name, page in sorted(used)
        if tint < LEAST_TINT - ROUNDING
    )
    least = min(used, default=(0.0, "", 0))
    words = said("press-found.faintest", inks=inks_of((least[1::-1],))) if used else said("press-found.no-ink")
    return Judged(words, hits, idle=not used)


def small_type(file: PrintFile) -> Judged:
    """Judge whether small type is of inks that hold its form."""
    small = [
        (sheet.number, one)
        for sheet in file.sheets
        for one in sheet.printed(Kind.TEXT)
        if one.text and one.size < SMALL and one.colour.family in PLATED and not one.colour.is_white
    ]
    hits = dict.fromkeys(hit for page, one in small for hit in _weak(page, one))
    words = said("press-found.small-type", size=f"{SMALL:g}") if small else said("press-found.no-small-type", size=f"{SMALL:g}")
    return Judged(words, tuple(hits), idle=not small)


def _weak(page: int, mark: Mark) -> Iterator[Hit]:
    stack, size = mark.colour.stack, f"{round(mark.size, 2):g}"
    tints = [tint for _, tint in stack]
    if sum(tint >= BEARS for tint in tints) > PLATES:
        yield Hit(said("press-found.many-plates", size=size, inks=inks_of(stack)), page, broken=False)
    elif tints and max(tints) < WEAK:
        yield Hit(said("press-found.weak-type", size=size, inks=inks_of(stack)), page, broken=False)


def resolution(file: PrintFile) -> Judged:
    """Judge whether pictures have dots enough for the size at which they are shown."""
    found = [(sheet.number, one) for sheet in file.sheets for one in sheet.printed(Kind.PICTURE)]
    hits = tuple(hit for page, one in found for hit in _coarse(page, one))
    least = min((_dots(one) for _, one in found), default=0)
    words = said("press-found.dots", dots=f"{least:.0f}") if found else said("press-found.no-pictures")
    return Judged(words, hits, idle=not found)


def _dots(mark: Mark) -> float:
    """Return how many dots a picture has to the inch, the way that has fewer."""
    assert mark.picture
    across, down = mark.shown
    return min(INCH * mark.picture.across / across, INCH * mark.picture.down / down) if across and down else 0


def _coarse(page: int, mark: Mark) -> Iterator[Hit]:
    assert mark.picture
    dots, picture = _dots(mark), mark.picture
    if not picture.across:
        yield Hit(said("press-found.inline-picture"), page, broken=False)
    elif dots < GOOD - 1:
        width, height = (millimetres(round(one * INCH / GOOD / MM) * MM) for one in (picture.across, picture.down))
        says = said(
            "press-found.coarse",
            across=str(picture.across),
            down=str(picture.down),
            dots=f"{dots:.0f}",
            width=width,
            height=height,
        )
        yield Hit(says, page, broken=dots < POOR)


def picture_colours(file: PrintFile) -> Judged:
    """Judge whether pictures are of plates."""
    found = [(sheet.number, one.picture) for sheet in file.sheets for one in sheet.printed(Kind.PICTURE) if one.picture]
    hits = dict.fromkeys(
        Hit(said("press-found.picture-family", across=str(one.across), down=str(one.down), family=one.family or "?"), page)
        for page, one in found
        if one.family not in PLATED and one.across
    )
    return Judged(said("press-found.picture-plates" if found else "press-found.no-pictures"), tuple(hits), idle=not found)
