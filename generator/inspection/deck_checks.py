"""The deck's proof: every use on its slide and in its shape in full, every other numeral explained, charts equal to their workbooks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.document.ledger import FOLIO
from generator.inspection.deck_charts import ChartText, as_number, rows
from generator.inspection.deck_reader import SlideText, read_deck
from generator.inspection.deck_visibility import Fault, faults
from generator.inspection.numerals import MASK, numerals, occurrences, unexplained
from generator.inspection.package_reader import UnreadableError
from generator.inspection.verdict import DECK, FILES, Charge, place_name

if TYPE_CHECKING:
    from pathlib import Path

    from generator.document.ledger import Placement
    from generator.inspection.measure import Faces

NOTES = "notes"


def prove_deck(path: Path, faces: Faces, charge: Charge) -> tuple[int, int, int]:
    """Prove the deck; return its slides, the uses found and the charts equal to their workbooks. Faults go to the charge's sink."""
    try:
        deck = read_deck(path)
    except (UnreadableError, OSError, KeyError) as reason:
        charge.fault("unreadable", f"the file cannot be read: {reason}", FILES[DECK], None)
        return 0, 0, 0
    if deck.digest != charge.ledger.digest:
        hint = "run `jianbao build`, so that all files are of one content"
        charge.fault("stale-output", "the file was built from another content", FILES[DECK], None, hint)
        return len(deck.slides), 0, 0
    found = sum(_prove_slide(slide, charge) for slide in deck.slides)
    _prove_no_slide_is_missing(len(deck.slides), charge)
    charts = sum(_prove_chart(slide, name, chart, charge) for slide in deck.slides for name, chart in slide.charts)
    for slide in deck.slides:
        for fault in faults(slide, deck, faces):
            _tell(slide, fault, charge)
    return len(deck.slides), found, charts


def _prove_no_slide_is_missing(slides: int, charge: Charge) -> None:
    for one in charge.placements:
        if one.output == DECK and one.place > slides and one.use:
            charge.fault("missing-figure", f"`{charge.of(one)}` is missing: there is no slide {one.place}", FILES[DECK], one)


def _tell(slide: SlideText, fault: Fault, charge: Charge) -> None:
    place, anchor = place_name(DECK, slide.number), _anchor(slide, fault.item, charge)
    charge.fault(fault.code, f"{fault.message} (shape `{fault.item}`)", place, anchor)


def _prove_slide(slide: SlideText, charge: Charge) -> int:
    expected: dict[str, list[Placement]] = defaultdict(list)
    for one in charge.placed(DECK, slide.number):
        expected[one.item].append(one)
    texts = _texts(slide)
    for name in sorted(set(expected) - set(texts)):
        for one in expected[name]:
            if one.use:
                _missing(one, name, charge)
    return sum(_prove_item(slide, name, text, expected.get(name, []), charge) for name, text in texts.items())


def _texts(slide: SlideText) -> dict[str, str]:
    """Return all that stands in each shape, under its name, and the notes; a chart's text is its labels and categories."""
    texts: dict[str, list[str]] = defaultdict(list)
    for piece in slide.pieces:
        if piece.text:
            texts[piece.name].append(piece.text)
    for name, chart in slide.charts:
        for series in chart.series:
            texts[name] += [series.name, *series.categories, *series.labels]
        texts[name] += chart.texts
    if slide.notes:
        texts[NOTES].append(slide.notes)
    return {name: "\n".join(pieces) for name, pieces in texts.items()}


def _prove_item(slide: SlideText, name: str, text: str, expected: list[Placement], charge: Charge) -> int:
    """Find each expected use in a shape's text, the longest first, and explain what is left."""
    found, left = 0, text
    for one in sorted(expected, key=lambda placement: len(placement.text), reverse=True):
        if not one.use:
            continue
        at = next(occurrences(left, one.text), None)
        if at is None:
            _missing(one, name, charge, left)
            continue
        left = left[:at] + MASK * len(one.text) + left[at + len(one.text) :]
        found += one.use != FOLIO
    place, anchor = place_name(DECK, slide.number), _anchor(slide, name, charge)
    for numeral in unexplained(left, charge.names):
        words = text[max(0, numeral.start - 12) : numeral.start + 16].replace("\n", " ")
        charge.fault(
            "unexplained-numeral",
            f"the numeral `{numeral.text}` in `{words}` (shape `{name}`) is no listed use",
            place,
            anchor,
            "refer to the figure as 【name】, or list the words under `names:` or `exempt:` with a reason",
        )
    _prove_alt(slide, name, expected, charge)
    return found


def _prove_alt(slide: SlideText, name: str, expected: list[Placement], charge: Charge) -> None:
    """Check that what a blind reader is told has no numeral that the shape itself does not show."""
    shown = {one.text for one in expected if one.use}
    for item, alt in slide.alts:
        if item == name:
            left = alt
            for words in sorted(shown, key=len, reverse=True):
                for at in list(occurrences(left, words)):
                    left = left[:at] + MASK * len(words) + left[at + len(words) :]
            for numeral in unexplained(left, charge.names):
                message = f"the alternative text of `{name}` says `{numeral.text}`, which the shape does not show"
                charge.fault("unexplained-numeral", message, place_name(DECK, slide.number), _anchor(slide, name, charge))


def _missing(one: Placement, name: str, charge: Charge, text: str = "") -> None:
    """Tell a use that is not where it should be, with the number that stands there instead when there is just one."""
    others = [numeral.text for numeral in numerals(text)]
    instead = f" and reads {_around(text, others[0])}" if len(others) == 1 else " and is not there"
    message = f"`{charge.of(one)}` is {one.text} in the content{instead} (shape `{name}`)"
    code = "wrong-figure" if len(others) == 1 else "missing-figure"
    charge.fault(code, message, place_name(DECK, one.place), one, "was the deck edited by hand?")


def _around(text: str, numeral: str) -> str:
    line = next((line for line in text.split("\n") if numeral in line), numeral)
    return line.replace(MASK, "").strip()


def _prove_chart(slide: SlideText, name: str, chart: ChartText, charge: Charge) -> bool:
    """Compare a chart's cache with its workbook, cell by cell: header and categories as text, values as exact numbers."""
    table, sound = rows(chart.cells), True
    for column, series in enumerate(chart.series):
        letter = chr(ord("B") + column)
        expected = [("", series.name), *zip(series.categories, series.values, strict=False)]
        for row, (category, value) in enumerate(expected, 1):
            cells = table.get(row, {})
            sound &= _same(slide, name, f"{letter}{row}", value, cells.get(letter, ""), charge)
            if row > 1:
                sound &= _same(slide, name, f"A{row}", category, cells.get("A", ""), charge)
    extra = sorted(address for address, text in chart.cells.items() if text and not _is_within(address, chart))
    for address in extra:
        sound &= _same(slide, name, address, "", chart.cells[address], charge)
    return sound


def _is_within(address: str, chart: ChartText) -> bool:
    longest = max((len(series.values) for series in chart.series), default=0)
    last = chr(ord("A") + len(chart.series))
    return address[:1] <= last and address[1:].isdecimal() and int(address[1:]) <= longest + 1


def _same(slide: SlideText, name: str, address: str, cached: str, cell: str, charge: Charge) -> bool:
    one, other = as_number(cached), as_number(cell)
    if cached == cell or (one is not None and one == other):
        return True
    message = f"the chart `{name}` shows `{cached}`, and cell {address} of its workbook holds `{cell}`"
    hint = "was the chart or its workbook edited by hand?"
    charge.fault("chart-mismatch", message, place_name(DECK, slide.number), _anchor(slide, name, charge), hint)
    return False


def _anchor(slide: SlideText, name: str, charge: Charge) -> Placement | None:
    """Return a placement of the same shape, else of the same slide: the way back to the content."""
    placed = charge.placed(DECK, slide.number)
    return next((one for one in placed if one.item == name and one.origin), None)
