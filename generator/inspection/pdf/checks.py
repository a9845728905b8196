"""The proof of a PDF: every use at its page and place in full, every other numeral explained, every glyph there to be seen."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from generator.diagnostics import Words, said
from generator.document.ledger import FOLIO, Placement
from generator.inspection.courses import sites
from generator.inspection.damage import DAMAGE
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
from generator.inspection.likeness import Likeness
from generator.inspection.numerals import MASK, unexplained
from generator.inspection.pdf.boxes import Shelf, distance
from generator.inspection.pdf.copies import bare, copied_otherwise
from generator.inspection.pdf.fonts import MISSING
from generator.inspection.pdf.model import Char, Document, PageText, lines
from generator.inspection.pdf.reader import read_pdf
from generator.inspection.pdf.statement import stated
from generator.inspection.pdf.struck import struck
from generator.inspection.pdf.visibility import Unseen, unseen
from generator.inspection.verdict import EDITIONS, Flaw, Site, whole
from generator.outputs import FILES
from generator.statement.model import Thing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.inspection.charge import Charge
    from generator.inspection.faces import Faces

    Tell = Callable[[Words, Words, Placement | None], None]


def prove_pdf(output: str, charge: Charge) -> tuple[int, int]:
    """Prove a PDF; return its pages and the uses found. Every fault goes to the charge's sink."""
    document = charge.opened(output, read_pdf)
    if document is None:
        return 0, 0
    prove_sayings(document.sayings, output, charge)
    places = sites(output, [page.text for page in document.pages], charge)
    found = sum(_prove_page(page, site, charge) for page, site in zip(document.pages, places, strict=True))
    _prove_sight(output, document, places, charge, charge.fault)
    return len(document.pages), found


def examine_pdf(output: str, charge: Charge) -> int:
    """Compare a PDF that somebody may have edited with what was stated of it; return its pages."""
    document = charge.opened(output, read_pdf)
    if document is None:
        return 0
    _prove_sight(output, document, [Site(output, page.number, page.number) for page in document.pages], charge, charge.unseen)
    return len(document.pages)


def _prove_sight(output: str, document: Document, places: Sequence[Site], charge: Charge, tell: Tell) -> None:
    """Tell what is not as it was stated, and what cannot be seen or looks like something else than it is; `tell` takes the unseen."""
    found = stated(document, charge.faces, output)
    if output in EDITIONS:
        charge.found[output] = found
    prove_statement(output, found, charge)
    for flaw in _font_flaws(document, charge.faces):
        charge.fault(flaw.says, whole(output), None)
    try:
        for page, faults in unseen(charge.folder / FILES[output], document.pages):
            _tell_unseen(page, places[page.number - 1], faults, charge, tell)
    except DAMAGE as fault:
        charge.unreadable(output, fault)


def _font_flaws(document: Document, faces: Faces) -> Iterator[Flaw]:
    """Check that every font is embedded, and that its numerals look like what they are read as."""
    shown: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for char in (char for page in document.pages for char in page.chars):
        shown[char.font].add((char.glyph, char.text))
    likeness = Likeness.of(faces)
    for font in document.fonts:
        face = said("face.regular", family=font.name)
        if font.program is None:
            yield Flaw(said("font-not-embedded.missing", face=face))
        else:
            yield from likeness.lies(face, font.program, shown[font.name])


def _prove_page(page: PageText, site: Site, charge: Charge) -> int:
    tell_unread(page.unread, site.place(), charge.anchor(site), charge)
    tell_pictures((one for one in page.painted if isinstance(one, Thing)), site, charge)
    shelf, taken, found = Shelf.of(page.chars), set[int](), 0
    for one in charge.due(site):
        if one.box is None or (one.use == FOLIO and site.due != site.number):
            continue
        own = shelf.own(one, one.box)
        taken.update(own)
        reads = bare(shelf.text(own))
        if reads == bare(one.text):
            found += one.use != FOLIO
        else:
            tell_misread(one, reads, site.place(), charge)
    _prove_residue(page, site, taken, charge)
    prove_alts((("", alt) for alt in page.alts), site, charge)
    _prove_copied_text(page, site, charge)
    _tell_unseen(page, site, tuple(struck(page)), charge, charge.fault)
    return found


def _prove_residue(page: PageText, site: Site, taken: set[int], charge: Charge) -> None:
    """Explain every numeral that no use has taken, line by line as they read on; a space beside a use stays one: − 1 is no −1."""
    at, left = 0, list[str]()
    for piece in lines(page):
        owners, letters = list[Char](), list[str]()
        for step, char in enumerate(piece):
            text = char.text or MASK
            owners += [char] * len(text)
            letters.append(MASK * len(text) if at + step in taken and not text.isspace() else text)
        at += len(piece)
        shown, words = "".join(letters), "".join(char.text for char in piece)
        left.append(shown)
        for numeral in unexplained(shown, charge.names):
            tell_numeral(numeral, words, site.place(), _nearest(site, owners[numeral.start], charge), charge)
        if MISSING in shown:
            source = _nearest(site, owners[shown.index(MISSING)], charge)
            charge.fault(said("no-text.glyph", words=words), site.place(), source)
    prove_dates(left, site, "", charge)


def _prove_copied_text(page: PageText, site: Site, charge: Charge) -> None:
    for copied, shown in copied_otherwise(page.chars, page.actual):
        charge.fault(said("copied-text.differs", copied=copied, shown=shown), site.place(), charge.anchor(site))


def _nearest(site: Site, char: Char, charge: Charge) -> Placement | None:
    """Return the placement nearest to a glyph that leads back to the content."""
    placed = [one for one in charge.placed(site) if one.box is not None and charge.span(one) is not None]
    return min(placed, key=lambda one: distance(one.box, char), default=None)


def _tell_unseen(page: PageText, site: Site, faults: tuple[Unseen, ...], charge: Charge, tell: Tell) -> None:
    for why, chars in _runs(page, faults):
        says = Words(why.key, (("text", "".join(char.text for char in chars)), *why.values))
        tell(says, site.place(), _nearest(site, chars[0], charge))


def _runs(page: PageText, faults: Iterable[Unseen]) -> Iterator[tuple[Words, list[Char]]]:
    """Yield neighbouring glyphs with the same fault together."""
    for (why, _), run in groupby(enumerate(faults), lambda one: (one[1].why, one[1].index - one[0])):
        yield why, [page.chars[fault.index] for _, fault in run]
