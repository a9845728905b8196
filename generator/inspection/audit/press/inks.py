"""The inks: four plates and no other, black that prints over, white that does not, and never more ink than the paper takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.inspection.audit.press.colours import ALL, CMYK, NAMED, PLATED, PROCESS
from generator.inspection.audit.press.judging import Hit, Judged, millimetres, quoted
from generator.inspection.audit.press.plates import NONZERO_ONLY, heaviest
from generator.inspection.audit.press.sheet import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.audit.press.colours import Stack
    from generator.inspection.audit.press.reading import PrintFile
    from generator.inspection.audit.press.sheet import Mark, Sheet

MOST_INK = 300
"""Per cent of all plates together."""
SMALL_BLACK = 24.0
"""Points up to which black type prints over what lies beneath: a white line round it would be seen."""
THIN = 1.0
"""Points up to which a black line does so too."""
DARK = 0.2
"""Light, of white's, below which text is taken for black."""
ROUNDING = 0.5
"""Per cent."""
LETTERS = dict(zip(PROCESS, "CMYK", strict=True))


def process(file: PrintFile) -> Judged:
    """Judge whether every colour is given as plates."""
    hits = dict.fromkeys(
        Hit(said("press-found.family", family=one.colour.family or "?", kind=said(f"press-kind.{one.kind.value}")), sheet.number)
        for sheet in file.sheets
        for one in sheet.marks
        if one.kind is not Kind.PICTURE and one.colour.family not in PLATED | {ALL}
    )
    return Judged(said("press-found.process"), tuple(hits))


def spots(file: PrintFile) -> Judged:
    """Judge whether any ink beside the four is asked for."""
    hits = dict.fromkeys(
        Hit(said("press-found.spot", name=name), sheet.number)
        for sheet in file.sheets
        for one in sheet.marks
        for name in one.colour.spots
    )
    return Judged(said("press-found.no-spot"), tuple(hits))


def black_text(file: PrintFile) -> Judged:
    """Judge whether black text is on the black plate alone, and prints over what lies beneath."""
    texts = [(sheet.number, one) for sheet in file.sheets for one in sheet.printed(Kind.TEXT) if one.text]
    hits = dict.fromkeys(hit for page, one in texts for hit in _not_plain_black(page, one))
    some = any(one.colour.is_black for _, one in texts)
    return Judged(said("press-found.black-text" if some else "press-found.no-black-text"), tuple(hits), idle=not some)


def _not_plain_black(page: int, mark: Mark) -> Iterator[Hit]:
    stack = mark.colour.stack
    if len(stack) > 1 and _light(stack) < DARK:
        inks = inks_of(stack) if mark.colour.family in PLATED else mark.colour.family
        yield Hit(said("press-found.rich-black", inks=inks, text=quoted(mark.text)), page)
    elif mark.colour.is_black and mark.size <= SMALL_BLACK and not _prints_over(mark):
        gray = mark.colour.family not in {CMYK, *NAMED}
        yield Hit(said("press-found.gray-black" if gray else "press-found.knocks-out"), page)


def _light(stack: Stack) -> float:
    """Return the light of the lightest of red, green and blue, by the plain complement."""
    inks = dict(stack)
    return max(1 - inks.get(name, 0) for name in ("Cyan", "Magenta", "Yellow")) * (1 - inks.get("Black", 0))


def _prints_over(mark: Mark) -> bool:
    """Tell whether a black leaves the other plates as they are: of DeviceCMYK in mode 1 alone (ISO 32000-1, 8.6.7)."""
    return mark.over is not None and (mark.colour.family in NAMED or (mark.colour.family == CMYK and mark.over == NONZERO_ONLY))


def black_lines(file: PrintFile) -> Judged:
    """Judge whether thin black lines print over what lies beneath."""
    lines = [(sheet.number, one) for sheet in file.sheets for one in sheet.printed(Kind.LINE, Kind.FIELD) if _is_thin_black(one)]
    hits = dict.fromkeys(
        Hit(said("press-found.line-knocks-out"), page, broken=False) for page, one in lines if not _prints_over(one)
    )
    return Judged(said("press-found.black-lines" if lines else "press-found.no-black-lines"), tuple(hits), idle=not lines)


def _is_thin_black(mark: Mark) -> bool:
    left, low, right, high = mark.box
    thickness = mark.weight if mark.kind is Kind.LINE else min(right - left, high - low)
    return mark.colour.is_black and thickness <= THIN


def white(file: PrintFile) -> Judged:
    """Judge whether white takes the ground's place: printed over, it would not be there."""
    whites = [(sheet.number, one) for sheet in file.sheets for one in sheet.printed() if one.colour.is_white]
    hits = dict.fromkeys(
        Hit(said("press-found.white-over", kind=said(f"press-kind.{one.kind.value}")), page)
        for page, one in whites
        if one.over is not None
    )
    return Judged(said("press-found.white" if whites else "press-found.no-white"), tuple(hits), idle=not whites)


def total(file: PrintFile) -> Judged:
    """Judge how much ink lies anywhere within the bleed."""
    most = [(heaviest(sheet), sheet) for sheet in file.sheets]
    top, page = max(((one.total, sheet.number) for one, sheet in most), default=(0.0, 0))
    hits = [_too_much(one.total, one.place, sheet) for one, sheet in most if one.total > MOST_INK + ROUNDING]
    unknown = [sheet for sheet in file.sheets if any(_unmeasured(one) for one in sheet.printed())]
    hits += [Hit(said("press-found.unmeasured"), sheet.number, broken=False) for sheet in unknown]
    return Judged(said("press-found.total", total=f"{top:.0f}", page=str(page)), tuple(hits))


def _too_much(total: float, place: tuple[float, float], sheet: Sheet) -> Hit:
    right, down = millimetres(place[0] - sheet.cut[0]), millimetres(sheet.cut[3] - place[1])
    return Hit(said("press-found.too-much", total=f"{total:.0f}", right=right, down=down), sheet.number)


def _unmeasured(mark: Mark) -> bool:
    return mark.kind is Kind.SHADING or (mark.kind is Kind.PICTURE and not mark.colour.inks)


def inks_of(stack: Stack) -> str:
    """Return inks as printers write them, in the order of the plates: C18 M92 K8, and others by their names."""
    inks = dict(stack)
    named = [*(name for name in PROCESS if name in inks), *(name for name in inks if name not in PROCESS)]
    return " ".join(f"{LETTERS.get(name, name)}{round(100 * inks[name])}" for name in named)
