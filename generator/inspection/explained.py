"""What every output is asked beside its uses: whether each other numeral is explained, and whether anything in it goes unread.

A date must have been laid out where it stands; what a blind reader is told, and what a file says of itself, may hold no numeral that
the page, the slide or the output itself does not show.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.inspection.matching import strays
from generator.inspection.numerals import digits_of, years_and_days
from generator.inspection.verdict import FILES, PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.document.ledger import Placement
    from generator.inspection.charge import Charge
    from generator.inspection.numerals import Numeral
    from generator.inspection.verdict import Site

NOTES = "notes"
IMPRINT = ("report.title", "report")
"""Keys of the places that what a file says of itself comes from."""

HINT_REFER = "refer to the figure as 【name】, or list the words under `names:` or `exempt:` with a reason"
HINT_HEADING = "what a file says of itself comes from the imprint, or from a heading"


def tell_numeral(numeral: Numeral, words: str, site: Site, source: Placement | None, charge: Charge, shape: str = "") -> None:
    """Record a numeral in the words of a page or slide that no use accounts for."""
    excerpt = words[max(0, numeral.start - 12) : numeral.start + 16].replace("\n", " ")
    charge.stray(numeral.text, f"the numeral `{numeral.text}` in `{excerpt}`{shape} is no listed use", site, source, HINT_REFER)


def prove_alts(alts: Iterable[tuple[str, str]], site: Site, charge: Charge) -> None:
    """Check what a blind reader is told of each shape, by its name or "", against what the page or slide itself shows."""
    shown = {one.text for one in charge.due(site) if one.item != NOTES}
    for item, words in alts:
        what = f"the alternative text of `{item}`" if item else "an alternative text"
        for numeral in strays(words, shown, charge.names):
            source = charge.typed(numeral.text, charge.of_output(site.output)) or charge.anchor(site, item)
            charge.stray(numeral.text, _told(what, words, numeral, PLACES[site.output]), site, source)


def prove_sayings(sayings: Iterable[tuple[str, str]], output: str, charge: Charge) -> None:
    """Check what an output says of itself, each with where it says so (`the outline`), against what it shows."""
    shown, imprint = charge.shown(output), next((charge.places[key] for key in IMPRINT if key in charge.places), None)
    for what, words in sayings:
        for numeral in strays(words, shown, charge.names):
            source = charge.typed(numeral.text, charge.of_output(output)) or imprint
            charge.stray(numeral.text, _told(what, words, numeral, output), FILES[output], source, HINT_HEADING)


def _told(what: str, words: str, numeral: Numeral, place: str) -> str:
    return f"{what} says `{numeral.text}` in `{words}`, which the {place} does not show"


def prove_dates(texts: Iterable[str], site: Site, item: str, charge: Charge) -> None:
    """Check that no date stands in a text that was not laid out there: a year is as easily changed as a number."""
    laid_out = [one for one in charge.placed(site) if not one.use and one.item == item]
    due = Counter(digits for one in laid_out for digits in digits_of(one.text))
    shown = Counter(digits for text in texts for digits in years_and_days(text, charge.names))
    for digits, count in sorted(shown.items()):
        if count > due[digits]:
            message = f"a date with `{digits}` stands here, where the content has none"
            charge.fault("wrong-date", message, site, charge.anchor(site, item), charge.edited)


def tell_unread(unread: Iterable[str], place: Site | str, source: Placement | None, charge: Charge) -> None:
    """Tell what of an output nobody here can read."""
    for words in unread:
        charge.fault("unread-content", f"there is {words}, which no reader of numbers can see into", place, source)


def tell_misread(one: Placement, reads: str, site: Site, charge: Charge, shape: str = "") -> None:
    """Tell a use that is not at its place: what stands there instead, or nothing."""
    code = "wrong-figure" if reads else "missing-figure"
    instead = f"reads `{reads}`" if reads else "is not there"
    charge.fault(code, f"`{charge.of(one)}` is {one.text} in the content and {instead}{shape}", site, one, charge.edited)
