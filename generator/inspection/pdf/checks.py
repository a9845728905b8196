"""The report's proof: every use at its page and place in full, every other numeral explained, every glyph there to be seen."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from generator.document.ledger import FOLIO
from generator.inspection.likeness import Likeness
from generator.inspection.matching import strays
from generator.inspection.numerals import MASK, occurrences, unexplained
from generator.inspection.package import DAMAGE, reason
from generator.inspection.pdf.copied_text import prove_copied_text
from generator.inspection.pdf.fonts import MISSING
from generator.inspection.pdf.model import Char, Document, PageText, lines
from generator.inspection.pdf.reader import read_pdf
from generator.inspection.pdf.visibility import Unseen, unseen
from generator.inspection.verdict import FILES, HINT_REFER, REPORT, Charge, place_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.document.ledger import Placement
    from generator.inspection.deck.measure import Faces
    from generator.units import Rect

EMU_PER_POINT = 12_700
NEAR = 0.6
"""Points by which a glyph's middle may lie outside the box where its number is due: rounding in the file."""

SQUEEZED = frozenset("，。、；：！？（）《》〈〉「」『』“”‘’【】—…·")
"""Marks whose glyphs may overlap the box of what stands beside them (CLREQ, 3.1.6); none of them belongs to a numeral."""
OTHER_BEFORE, OTHER_AFTER = frozenset("近超约逾过到足-−+"), frozenset("万亿千百多余来%％‰")
"""What makes another number of one that it touches."""

BAND = 12.0
"""Height in points of the bands in which glyphs are looked up by their baseline."""

DAMAGED = (*DAMAGE, pikepdf.PdfError, pypdfium2.PdfiumError)


def prove_report(path: Path, faces: Faces, charge: Charge) -> tuple[int, int]:
    """Prove the PDF; return its pages and the uses found. Every fault goes to the charge's sink."""
    try:
        document = read_pdf(path)
    except DAMAGED as fault:
        charge.unreadable(REPORT, reason(fault))
        return 0, 0
    if not charge.is_current(REPORT, document.properties.get("/ContentDigest", "")):
        return len(document.pages), 0
    _prove_fonts(document, faces, charge)
    _prove_sayings(document, charge)
    places = charge.courses(REPORT, [page.text for page in document.pages])
    found = sum(_prove_page(page, place, charge) for page, place in zip(document.pages, places, strict=True))
    try:
        for page, faults in unseen(path, document.pages):
            _tell_unseen(page, places[page.number - 1], faults, charge)
    except DAMAGED as fault:
        charge.unreadable(REPORT, reason(fault))
    return len(document.pages), found


def _prove_fonts(document: Document, faces: Faces, charge: Charge) -> None:
    """Check that every font is embedded, and that its numerals look like what they are read as."""
    shown: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for char in (char for page in document.pages for char in page.chars):
        shown[char.font].add((char.glyph, char.text))
    likeness = Likeness.of(faces)
    for font in document.fonts:
        if font.program is None:
            charge.fault("font-not-embedded", f"the font `{font.name}` is not embedded", FILES[REPORT], None)
            continue
        try:
            strangers = list(likeness.strangers(font.program, shown[font.name]))
        except DAMAGE as fault:
            charge.fault("font-not-embedded", f"the font `{font.name}` is damaged: {reason(fault)}", FILES[REPORT], None)
            continue
        for text, looks in strangers:
            message = f"a glyph of the font `{font.name}` reads as `{text}` and looks like `{looks or 'another'}`"
            charge.fault("glyph-lies", message, FILES[REPORT], None)


def _prove_sayings(document: Document, charge: Charge) -> None:
    shown = charge.shown(REPORT)
    for what, words in document.sayings:
        for numeral in strays(words, shown, charge.names):
            message = f"{what} says `{numeral.text}` in `{words}`, which the report does not show"
            charge.beside(numeral.text, message, REPORT)


def _prove_page(page: PageText, number: int, charge: Charge) -> int:
    place = place_name(REPORT, page.number)
    placements = charge.due(REPORT, number)
    for words in page.unread:
        message = f"there is {words} here, which no reader of numbers can see into"
        charge.fault("unread-content", message, place, charge.anchor(REPORT, number, ""))
    shelf, taken, found = _shelve(page.chars), set[int](), 0
    for one in placements:
        if one.box is None or (one.use == FOLIO and number != page.number):
            continue
        within = _own(one, _within(one.box, page.chars, shelf), page.chars)
        taken.update(within)
        if _reads(one, "".join(page.chars[at].text for at in within), charge, place):
            found += one.use != FOLIO
    _prove_residue(page, number, taken, charge)
    _prove_alts(page, placements, charge)
    prove_copied_text(page, charge.anchor(REPORT, number, ""), charge)
    return found


def _prove_alts(page: PageText, placements: tuple[Placement, ...], charge: Charge) -> None:
    """Check that what a blind reader is told of a figure has no numeral that the page itself does not show."""
    shown = {one.text for one in placements}
    for alt in page.alts:
        for numeral in strays(alt, shown, charge.names):
            message = f"the alternative text `{alt}` says `{numeral.text}`, which the page does not show"
            origin = charge.typed(numeral.text, REPORT) or next(iter(placements), None)
            charge.stray(numeral.text, message, place_name(REPORT, page.number), origin)


def _reads(one: Placement, text: str, charge: Charge, place: str) -> bool:
    if _bare(text) == _bare(one.text):
        return True
    if not _bare(text):
        charge.fault("missing-figure", f"`{charge.of(one)}` is {one.text} in the content and stands nowhere here", place, one)
    else:
        message = f"`{charge.of(one)}` is {one.text} in the content and reads {text}"
        charge.fault("wrong-figure", message, place, one, charge.edited)
    return False


def _prove_residue(page: PageText, number: int, taken: set[int], charge: Charge) -> None:
    """Explain every numeral that no use has taken, line by line as they read on."""
    at, left = 0, list[str]()
    for piece in lines(page):
        owners, letters = list[Char](), list[str]()
        for step, char in enumerate(piece):
            text = char.text or MASK
            owners += [char] * len(text)
            letters.append(MASK * len(text) if at + step in taken else text)
        at += len(piece)
        shown = "".join(letters)
        left.append(shown)
        words = "".join(char.text for char in piece)
        for numeral in unexplained(shown, charge.names):
            message = f"the numeral `{numeral.text}` in `{_excerpt(words, numeral.start)}` is no listed use"
            anchor = _nearest(number, owners[numeral.start], charge)
            charge.stray(numeral.text, message, place_name(REPORT, page.number), anchor, HINT_REFER)
        if MISSING in shown:
            anchor = _nearest(number, owners[shown.index(MISSING)], charge)
            message = f"a glyph in `{words}` stands for no character"
            charge.fault("no-text", message, place_name(REPORT, page.number), anchor)
    charge.prove_dates(left, REPORT, number, "", place_name(REPORT, page.number))


def _nearest(number: int, char: Char, charge: Charge) -> Placement | None:
    """Return the placement nearest to a glyph that leads back to the content."""
    placed = [one for one in charge.placed(REPORT, number) if one.box is not None and charge.span(one) is not None]
    return min(placed, key=lambda one: _distance(one.box, char), default=None)


def _distance(box: Rect | None, char: Char) -> float:
    assert box is not None
    across = max(box.x / EMU_PER_POINT - char.right, char.left - box.right / EMU_PER_POINT, 0)
    down = max(box.y / EMU_PER_POINT - char.bottom, char.top - box.bottom / EMU_PER_POINT, 0)
    return float(across + down)


def _tell_unseen(page: PageText, number: int, faults: tuple[Unseen, ...], charge: Charge) -> None:
    for why, chars in _runs(page, faults):
        text = "".join(char.text for char in chars)
        charge.fault("not-visible", f"`{text}` {why}", place_name(REPORT, page.number), _nearest(number, chars[0], charge))


def _runs(page: PageText, faults: Iterable[Unseen]) -> Iterator[tuple[str, list[Char]]]:
    """Yield neighbouring glyphs with the same fault together."""
    last, why, chars = -2, "", list[Char]()
    for fault in faults:
        if chars and (fault.index != last + 1 or fault.reason != why):
            yield why, chars
            chars = []
        chars.append(page.chars[fault.index])
        last, why = fault.index, fault.reason
    if chars:
        yield why, chars


def _shelve(chars: tuple[Char, ...]) -> dict[int, list[int]]:
    shelf: dict[int, list[int]] = defaultdict(list)
    for index, char in enumerate(chars):
        shelf[int(char.baseline // BAND)].append(index)
    return shelf


def _within(box: Rect, chars: tuple[Char, ...], shelf: dict[int, list[int]]) -> list[int]:
    left, right = box.x / EMU_PER_POINT - NEAR, box.right / EMU_PER_POINT + NEAR
    top, bottom = box.y / EMU_PER_POINT - NEAR, box.bottom / EMU_PER_POINT + NEAR
    near = (index for band in range(int(top // BAND) - 1, int(bottom // BAND) + 2) for index in shelf.get(band, ()))
    return sorted(
        index
        for index in near
        if left <= (chars[index].left + chars[index].right) / 2 <= right
        and top <= (chars[index].top + chars[index].bottom) / 2 <= bottom
    )


def _own(one: Placement, within: list[int], chars: tuple[Char, ...]) -> list[int]:
    """Return the glyphs of a number without what else stands in its box: that is then explained for itself.

    On one line these are marks squeezed against it. The box of a number that runs on to a next line holds words on both.
    """
    text = "".join(chars[at].text for at in within)
    if len(text) == len(one.text) or len(text) != len(within):
        return within
    for start in occurrences(text, one.text):
        before, after = text[:start], text[start + len(one.text) :]
        runs_on = chars[within[start]].baseline != chars[within[start + len(one.text) - 1]].baseline
        if set(before + after) <= SQUEEZED or (runs_on and before[-1:] not in OTHER_BEFORE and after[:1] not in OTHER_AFTER):
            return within[start : start + len(one.text)]
    return within


def _bare(text: str) -> str:
    return "".join(text.split())


def _excerpt(words: str, at: int) -> str:
    """Return some words round a place, for a message."""
    return words[max(0, at - 12) : at + 16]
