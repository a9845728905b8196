"""What every output is asked beside its uses: whether each other numeral is explained, and whether anything in it goes unread.

A date must have been laid out where it stands; what a blind reader is told, and what a file says of itself, may hold no numeral that
the page, the slide or the output itself does not show.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.diagnostics import Words, said
from generator.inspection.matching import strays
from generator.inspection.numerals import Numeral, digits_of, occurrences, years_and_days
from generator.inspection.verdict import NOTES, PLACES, Site, whole
from generator.statement.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.document.ledger import Placement
    from generator.inspection.charge import Charge
    from generator.statement.model import Thing

IMPRINT = ("report.title", "report")
"""Keys of the places that what a file says of itself comes from."""


def tell_numeral(numeral: Numeral, words: str, place: Words, source: Placement | None, charge: Charge) -> None:
    """Record a numeral in the words of a page or slide that no use accounts for."""
    excerpt = words[max(0, numeral.start - 12) : numeral.start + 16].replace("\n", " ")
    says = said("unexplained-numeral.words", numeral=numeral.text, words=excerpt)
    charge.stray(numeral.text, says, place, source, said("hint.refer-or-exempt"))


def prove_alts(alts: Iterable[tuple[str, str]], site: Site, charge: Charge) -> None:
    """Check what a blind reader is told of each shape, by its name or "", against what the page or slide itself shows.

    What is only told must be told in full: a value whose mark has no label.
    """
    told, spoken = tuple(alts), charge.spoken(site)
    shown = {one.text for one in (*charge.due(site), *spoken) if one.item != NOTES} | charge.read_out()
    for one in spoken:
        if not any(next(occurrences(words, one.text), None) is not None for _, words in told):
            tell_misread(one, "", site.place(), charge)
    for item, words in told:
        for numeral in strays(words, shown, charge.names):
            source = charge.typed(numeral.text, charge.of_output(site.output)) or charge.anchor(site, item)
            says = _unshown(said("saying.alternative"), words, numeral, PLACES[site.output])
            charge.stray(numeral.text, says, site.place(item), source)


def prove_sayings(sayings: Iterable[tuple[Words, str]], output: str, charge: Charge) -> None:
    """Check what an output says of itself, each with where it says so (the outline), against what it shows."""
    shown, imprint = charge.shown(output), next((charge.places[key] for key in IMPRINT if key in charge.places), None)
    for what, words in sayings:
        for numeral in strays(words, shown, charge.names):
            source = charge.typed(numeral.text, charge.of_output(output)) or imprint
            says = _unshown(what, words, numeral, output)
            charge.stray(numeral.text, says, whole(output), source, said("hint.what-a-file-says"))


def _unshown(what: Words, words: str, numeral: Numeral, where: str) -> Words:
    return said("unexplained-numeral.unshown", what=what, numeral=numeral.text, words=words, where=said(f"shown.{where}"))


def prove_dates(texts: Iterable[str], site: Site, item: str, charge: Charge) -> None:
    """Check that no date stands in a text that was not laid out there: a year is as easily changed as a number."""
    laid_out = [one for one in charge.placed(site) if not one.use and one.item == item]
    due = Counter(digits for one in laid_out for digits in digits_of(one.text))
    shown = Counter(digits for text in texts for digits in years_and_days(text, charge.names))
    for digits, count in sorted(shown.items()):
        if count > due[digits]:
            charge.fault(said("wrong-date.digits", digits=digits), site.place(item), charge.anchor(site, item), charge.edited)


def tell_unread(unread: Iterable[Words], place: Words, source: Placement | None, charge: Charge) -> None:
    """Tell what of an output nobody here can read."""
    for what in unread:
        charge.fault(said("unread-content.what", what=what), place, source)


def tell_pictures(things: Iterable[Thing], site: Site, charge: Charge) -> None:
    """Tell the pictures on a page or slide that nobody placed: numbers may stand in them."""
    known = charge.pictures(site.output)
    strange = [one for one in things if one.kind is Kind.PICTURE and one.fact("picture") not in known]
    tell_unread((said("unread.picture") for _ in strange), site.place(), charge.anchor(site), charge)


def tell_misread(one: Placement, reads: str, place: Words, charge: Charge) -> None:
    """Tell a use that is not at its place: what stands there instead, or nothing."""
    what = charge.of(one)
    says = (
        said("wrong-figure.reads", what=what, due=one.text, reads=reads)
        if reads
        else said("missing-figure.here", what=what, due=one.text)
    )
    charge.fault(says, place, one, charge.edited)
