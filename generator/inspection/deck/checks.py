"""The deck's proof: every use on its slide and in its shape in full, every other numeral explained, charts equal to their workbooks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.diagnostics import said
from generator.document.ledger import FOLIO, Placement
from generator.inspection.courses import sites
from generator.inspection.deck.chart_checks import chart_flaws
from generator.inspection.deck.fonts import font_flaws
from generator.inspection.deck.reader import read_deck
from generator.inspection.deck.visibility import text_flaws
from generator.inspection.differences import prove_statement
from generator.inspection.explained import (
    prove_alts,
    prove_dates,
    prove_sayings,
    tell_misread,
    tell_numeral,
    tell_pictures,
    tell_unread,
)
from generator.inspection.matching import Match, match, unbroken
from generator.inspection.numerals import MASK, Numeral
from generator.inspection.verdict import NOTES, Site, whole
from generator.outputs import DECK

if TYPE_CHECKING:
    from generator.inspection.charge import Charge
    from generator.inspection.deck.charts import ChartText
    from generator.inspection.deck.model import SlideText


def prove_deck(charge: Charge) -> tuple[int, int, int]:
    """Prove the deck; return its slides, the uses found and the charts equal to their workbooks. Faults go to the charge's sink."""
    deck = charge.opened(DECK, read_deck)
    if deck is None:
        return 0, 0, 0
    found = charts = 0
    texts = [_texts(slide) for slide in deck.slides]
    places = sites(DECK, ["\n".join(one.values()) for one in texts], charge)
    for slide, own, site, sheet in zip(deck.slides, texts, places, deck.statement.sheets, strict=True):
        tell_pictures(sheet.things, site, charge)
        found += _prove_slide(slide, own, site, charge)
        charts += sum(_prove_chart(name, chart, site, charge) for name, chart in slide.charts)
        for flaw in text_flaws(slide, deck, charge.faces, meant=site.due in charge.hidden):
            charge.fault(flaw.says, site.place(flaw.item), charge.anchor(site, flaw.item))
    prove_statement(DECK, deck.statement, charge)
    prove_sayings(deck.sayings, DECK, charge)
    tell_unread(deck.unread, whole(DECK), None, charge)
    for flaw in font_flaws(deck, charge.faces, carried=charge.states(DECK, "font")):
        charge.fault(flaw.says, whole(DECK), None)
    return len(deck.slides), found, charts


TOO_WIDE, NOT_EMBEDDED, NO_GLYPH = "text-overflows.width", "font-not-embedded", "no-glyph"
UNSEEN = "not-visible"
"""The name of a flaw by which a text is there and cannot be read."""


def examine_deck(charge: Charge) -> int:
    """Compare a deck that somebody may have edited with what was stated of it; return its slides.

    Fonts that another program did not embed, and text that it measures wider, are no edits: only what cannot be seen is told beside.
    """
    deck = charge.opened(DECK, read_deck)
    if deck is None:
        return 0
    prove_statement(DECK, deck.statement, charge)
    for slide in deck.slides:
        site = Site(DECK, slide.number, slide.number)
        for flaw in text_flaws(slide, deck, charge.faces, meant=site.due in charge.hidden):
            if flaw.says.code == UNSEEN or flaw.says.key == TOO_WIDE:
                charge.unseen(flaw.says, site.place(flaw.item), charge.anchor(site, flaw.item))
    for flaw in font_flaws(deck, charge.faces, carried=charge.states(DECK, "font")):
        if flaw.says.code == NO_GLYPH:
            charge.sink.note(flaw.says, place=whole(DECK))
        elif flaw.says.code != NOT_EMBEDDED:
            charge.fault(flaw.says, whole(DECK), None, charge.edited)
    return len(deck.slides)


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


def _prove_slide(slide: SlideText, texts: dict[str, str], site: Site, charge: Charge) -> int:
    expected: dict[str, list[Placement]] = defaultdict(list)
    for one in charge.due(site):
        expected[one.item].append(one)
    tell_unread(slide.unread, site.place(), charge.anchor(site), charge)
    prove_alts(slide.alts, site, charge)
    names = dict.fromkeys([*texts, *expected])
    return sum(_prove_shape(name, texts.get(name, ""), expected.get(name, []), site, charge) for name in names)


def _prove_chart(name: str, chart: ChartText, site: Site, charge: Charge) -> bool:
    """Tell the flaws of a native chart, and whether it is sound."""
    flaws = list(chart_flaws(chart))
    for flaw in flaws:
        charge.fault(flaw.says, site.place(name), charge.anchor(site, name), charge.edited)
    return not flaws


def _prove_shape(name: str, text: str, expected: list[Placement], site: Site, charge: Charge) -> int:
    """Find each expected use in a shape's text, in its order, and explain what is left."""
    number = str(site.number)
    moved = site.due != site.number
    due = [number if moved and one.use == FOLIO and one.text not in text else one.text for one in expected]
    text = unbroken(text, (one.text for one in expected if charge.is_period(one)))
    found = match(text, due, charge.names)
    told = _tell_missing(found, expected, name, site, charge)
    for numeral in found.strays:
        if numeral not in told:
            typed = charge.typed(numeral.text, (one for one in charge.placed(site) if one.item == name))
            tell_numeral(numeral, text, site.place(name), typed or charge.anchor(site, name), charge)
    prove_dates([found.left], site, name, charge)
    lost = {*found.missing, *found.misplaced}
    return sum(one.use != FOLIO for index, one in enumerate(expected) if index not in lost)


def _tell_missing(found: Match, expected: list[Placement], name: str, site: Site, charge: Charge) -> tuple[Numeral, ...]:
    """Tell the uses that are not where they should be; where as many numerals are left over, each with the one that it became."""
    instead = found.strays if len(found.strays) == len(found.missing) else ()
    for at, index in enumerate(found.missing):
        reads = _line_at(found.left, instead[at].start) if instead else ""
        tell_misread(expected[index], reads, site.place(name), charge)
    for index in found.misplaced:
        one = expected[index]
        charge.fault(said("wrong-figure.misplaced", what=charge.of(one), due=one.text), site.place(name), one, charge.edited)
    return instead


def _line_at(text: str, start: int) -> str:
    line = text[:start].rpartition("\n")[2] + text[start:].partition("\n")[0]
    return line.replace(MASK, "").strip()
