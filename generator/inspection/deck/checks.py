"""The deck's proof: every use on its slide and in its shape in full, every other numeral explained, charts equal to their workbooks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.document.ledger import FOLIO
from generator.inspection.deck.chart_checks import prove_chart
from generator.inspection.deck.fonts import font_faults
from generator.inspection.deck.reader import read_deck
from generator.inspection.deck.visibility import faults
from generator.inspection.matching import match, strays
from generator.inspection.numerals import MASK
from generator.inspection.package import DAMAGE, reason
from generator.inspection.verdict import DECK, FILES, HINT_REFER, Charge, place_name

if TYPE_CHECKING:
    from pathlib import Path

    from generator.document.ledger import Placement
    from generator.inspection.deck.measure import Faces
    from generator.inspection.deck.model import DeckText, SlideText
    from generator.inspection.matching import Match

NOTES = "notes"


def prove_deck(path: Path, faces: Faces, charge: Charge) -> tuple[int, int, int]:
    """Prove the deck; return its slides, the uses found and the charts equal to their workbooks. Faults go to the charge's sink."""
    try:
        deck = read_deck(path)
    except DAMAGE as fault:
        charge.unreadable(DECK, reason(fault))
        return 0, 0, 0
    if not charge.is_current(DECK, deck.digest):
        return len(deck.slides), 0, 0
    found = charts = 0
    for slide, place in _in_place(deck, charge):
        found += _prove_slide(slide, place, charge)
        charts += sum(prove_chart(slide, place, name, chart, charge) for name, chart in slide.charts)
        for item, code, message in faults(slide, deck, faces):
            anchor = charge.anchor(DECK, place, item)
            charge.fault(code, f"{message} (shape `{item}`)", place_name(DECK, slide.number), anchor)
    _prove_sayings(deck, charge)
    _prove_fonts(deck, faces, charge)
    return len(deck.slides), found, charts


def _in_place(deck: DeckText, charge: Charge) -> list[tuple[SlideText, int]]:
    """Return each slide with the slide that it should be; those that are missing are told."""
    texts = ["\n".join(_texts(slide).values()) for slide in deck.slides]
    places = charge.courses(DECK, texts)
    return [(slide, place) for slide, place in zip(deck.slides, places, strict=True)]


def _prove_slide(slide: SlideText, place: int, charge: Charge) -> int:
    expected: dict[str, list[Placement]] = defaultdict(list)
    for one in charge.due(DECK, place):
        expected[one.item].append(one)
    texts = _texts(slide)
    for name in expected:
        texts.setdefault(name, "")
    for words in slide.unread:
        message = f"there is {words} here, which no reader of numbers can see into"
        charge.fault("unread-content", message, place_name(DECK, slide.number), charge.anchor(DECK, place, ""))
    _prove_alts(slide, place, charge)
    return sum(_prove_item(slide, place, (name, text), expected.get(name, []), charge) for name, text in texts.items())


def _texts(slide: SlideText) -> dict[str, str]:
    """Return all that stands in each shape, under its name, and the notes; a chart's text is its labels and categories."""
    texts: dict[str, list[str]] = defaultdict(list)
    for piece in slide.pieces:
        if piece.text:
            texts[piece.name].append(piece.text)
    for name, chart in slide.charts:
        texts[name].append(chart.text)
    if slide.notes:
        texts[NOTES].append(slide.notes)
    return {name: "\n".join(pieces) for name, pieces in texts.items()}


def _prove_item(slide: SlideText, place: int, item: tuple[str, str], expected: list[Placement], charge: Charge) -> int:
    """Find each expected use in a shape's text, in its order, and explain what is left."""
    name, text = item
    folio = {str(slide.number)} if place != slide.number else set()
    due = [str(slide.number) if one.use == FOLIO and one.text not in text and folio else one.text for one in expected]
    found = match(text, due, charge.names)
    told = _tell_missing(found, expected, (slide.number, name), charge)
    anchor = charge.anchor(DECK, place, name)
    for numeral in found.strays:
        if numeral not in told:
            words = text[max(0, numeral.start - 12) : numeral.start + 16].replace("\n", " ")
            message = f"the numeral `{numeral.text}` in `{words}` (shape `{name}`) is no listed use"
            origin = _typed(numeral.text, place, name, charge) or anchor
            charge.stray(numeral.text, message, place_name(DECK, slide.number), origin, HINT_REFER)
    charge.prove_dates([found.left], DECK, place, name, place_name(DECK, slide.number))
    lost = {*found.missing, *found.misplaced}
    return sum(one.use != FOLIO for index, one in enumerate(expected) if index not in lost)


def _typed(numeral: str, place: int, name: str, charge: Charge) -> Placement | None:
    """Return the number that its author typed into a shape, if this numeral is of it."""
    typed = (one for one in charge.placed(DECK, place) if one.item == name and charge.is_typed(one))
    return next((one for one in typed if numeral in one.text), None)


def _tell_missing(found: Match, expected: list[Placement], where: tuple[int, str], charge: Charge) -> tuple[object, ...]:
    """Tell the uses that are not where they should be; where as many numerals are left over, each with the one that it became."""
    number, name = where
    instead = found.strays if len(found.strays) == len(found.missing) else ()
    for at, index in enumerate(found.missing):
        one = expected[index]
        reads = f" and reads `{_line_at(found.left, instead[at].start)}`" if instead else " and is not there"
        message = f"`{charge.of(one)}` is {one.text} in the content{reads} (shape `{name}`)"
        code = "wrong-figure" if instead else "missing-figure"
        charge.fault(code, message, place_name(DECK, number), one, charge.edited)
    for index in found.misplaced:
        one = expected[index]
        message = f"`{charge.of(one)}`, {one.text}, stands in the place of another number (shape `{name}`)"
        charge.fault("wrong-figure", message, place_name(DECK, number), one, charge.edited)
    return instead


def _line_at(text: str, start: int) -> str:
    begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    line = text[begin : end if end >= 0 else len(text)]
    return line.replace(MASK, "").strip()


def _prove_alts(slide: SlideText, place: int, charge: Charge) -> None:
    """Check that what a blind reader is told has no numeral that the slide itself does not show."""
    shown = {one.text for one in charge.due(DECK, place) if one.item != NOTES}
    for name, alt in slide.alts:
        for numeral in strays(alt, shown, charge.names):
            message = f"the alternative text of `{name}` says `{numeral.text}`, which the slide does not show"
            origin = charge.typed(numeral.text, DECK) or charge.anchor(DECK, place, name)
            charge.stray(numeral.text, message, place_name(DECK, slide.number), origin)


def _prove_fonts(deck: DeckText, faces: Faces, charge: Charge) -> None:
    try:
        for code, message in font_faults(deck, faces):
            charge.fault(code, message, FILES[DECK], None)
    except DAMAGE as fault:
        charge.fault("font-not-embedded", f"an embedded font is damaged: {reason(fault)}", FILES[DECK], None)


def _prove_sayings(deck: DeckText, charge: Charge) -> None:
    """Check the numerals in what the deck says of itself, and that nothing in it goes unread."""
    shown = charge.shown(DECK)
    for what, words in deck.sayings:
        for numeral in strays(words, shown, charge.names):
            message = f"{what} says `{numeral.text}`, which the deck does not show"
            charge.beside(numeral.text, message, DECK)
    for words in deck.unread:
        charge.fault("unread-content", f"there is {words}, which no reader of numbers can see into", FILES[DECK], None)
