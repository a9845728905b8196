"""What the inspection gives: a proof, counted, and how it names a place in an output and in the content."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.document.ledger import FOLIO, UseKind
from generator.inspection.matching import aligned, is_strange
from generator.inspection.numerals import digits_of, years_and_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.diagnostics import Sink, Span
    from generator.document.ledger import Ledger, Placement, Use

REPORT, DECK, FIGURES = "report", "deck", "figures"
FILES = {REPORT: "report.pdf", DECK: "deck.pptx", FIGURES: "figures.xlsx"}
PLACES = {REPORT: "page", DECK: "slide"}

HINT_EDITED = "was the file edited by hand?"
HINT_FRESH = (
    "the file was made a moment ago: look at that line of the content first; if it is right, this is our fault, please report it"
)
HINT_BUILD = "run `jianbao build`, so that all files are of one content"
IMPRINT = ("report.title", "report")
"""Keys of the places that what a file says of itself comes from."""
HINT_REFER = "refer to the figure as 【name】, or list the words under `names:` or `exempt:` with a reason"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved: outputs, figures, pages and slides, uses found in each, native charts equal to their workbooks, ledger rows."""

    outputs: frozenset[str]
    figures: int
    pages: int = 0
    slides: int = 0
    report_uses: int = 0
    deck_uses: int = 0
    charts: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Charge:
    """What the inspector holds in hand: the ledger, every placement, the way back to the content, and where it writes faults."""

    ledger: Ledger
    placements: tuple[Placement, ...]
    places: Mapping[str, Span]
    uses: Mapping[str, Use]
    sink: Sink
    built_now: bool = False
    _names: tuple[str, ...] = ()
    _strays: dict[tuple[str, str, Span | None], tuple[str, list[str], tuple[str, ...]]] = field(default_factory=dict)
    _by_place: dict[tuple[str, int], list[Placement]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        object.__setattr__(self, "_names", tuple(word for word, _reason in self.ledger.names))
        for one in self.placements:
            self._by_place[one.output, one.place].append(one)

    @property
    def names(self) -> tuple[str, ...]:
        """Words with numerals that are names."""
        return self._names

    @property
    def edited(self) -> str:
        """The hint for a file that is not as it was written: nobody can have edited one that was made a moment ago."""
        return HINT_FRESH if self.built_now else HINT_EDITED

    def placed(self, output: str, place: int) -> tuple[Placement, ...]:
        """Return the placements of one page or slide."""
        return tuple(self._by_place.get((output, place), ()))

    def is_typed(self, placement: Placement) -> bool:
        """Tell whether a placement is a number typed without a reason: it leads back to its line, and explains nothing."""
        use = self.uses.get(placement.use)
        return use is not None and use.kind is UseKind.TYPED

    def due(self, output: str, place: int) -> tuple[Placement, ...]:
        """Return the placements of one page or slide that must be read there."""
        return tuple(one for one in self.placed(output, place) if one.use and not self.is_typed(one))

    def prove_dates(self, found: Iterable[str], output: str, place: int, item: str, where: str) -> None:
        """Check that no date stands in a text that was not laid out there: a year is as easily changed as a number."""
        laid_out = [one for one in self.placed(output, place) if not one.use and one.item == item]
        due = Counter(digits for one in laid_out for digits in digits_of(one.text))
        shown = Counter(digits for text in found for digits in years_and_days(text, self.names))
        for digits, count in sorted(shown.items()):
            if count > due[digits]:
                message = f"a date with `{digits}` stands here, where the content has none"
                self.fault("wrong-date", message, where, self.anchor(output, place, item), self.edited)

    def shown(self, output: str) -> frozenset[str]:
        """Return all words that are due anywhere in an output."""
        due = (one for one in self.placements if one.output == output and one.use and one.use != FOLIO)
        return frozenset(one.text for one in due if not self.is_typed(one))

    def typed(self, numeral: str, output: str) -> Placement | None:
        """Return the first number that its author typed without a reason, of which a numeral may be."""
        typed = (one for one in self.placements if one.output == output and self.is_typed(one))
        return next((one for one in typed if numeral in one.text), None)

    def beside(self, numeral: str, message: str, output: str) -> None:
        """Record a numeral in what a file says of itself: with the line where it is typed, else with that of the imprint."""
        if placement := self.typed(numeral, output):
            self.stray(numeral, message, FILES[output], placement)
            return
        span = next((self.places[key] for key in IMPRINT if key in self.places), None)
        where = (f"it comes from {span}, or from a heading",) if span else ()
        self.sink.error("unexplained-numeral", message, span, *where, place=FILES[output])

    def stray(self, numeral: str, message: str, place: str, placement: Placement | None, *hints: str) -> None:
        """Record a numeral that nothing explains; one that its author typed is told once, with all the places that it came to."""
        typed = placement is not None and self.is_typed(placement)
        span = self.uses[placement.use].span if placement is not None and typed else self.span(placement)
        key = (numeral, "" if typed else f"{len(self._strays)}", span)
        first = self._strays.setdefault(key, (message, [], hints))
        if place not in first[1]:
            first[1].append(place)

    def tell_strays(self) -> None:
        """Tell the numerals recorded as strays."""
        for (_numeral, _number, span), (message, places, hints) in self._strays.items():
            where = (f"it comes from {span}",) if span else ()
            also = (f"it stands on {'; '.join(places[1:])} too",) if places[1:] else ()
            self.sink.error("unexplained-numeral", message, span, *hints, *where, *also, place=places[0])
        self._strays.clear()

    def of(self, placement: Placement) -> str:
        """Return in words what a placement prints: its figure's name, or its kind."""
        use = self.uses.get(placement.use)
        return use.figure or use.kind.value if use else placement.use

    def anchor(self, output: str, place: int, item: str) -> Placement | None:
        """Return the way back to the content for a shape: a placement in it, else one on the same slide."""
        placed = [one for one in self.placed(output, place) if self.span(one) is not None]
        return next((one for one in placed if one.item == item), placed[0] if placed else None)

    def span(self, placement: Placement | None) -> Span | None:
        """Return the place in the content that a placement comes from: its use's own, else its item's."""
        if placement is None:
            return None
        use = self.uses.get(placement.use)
        return self.places.get(placement.origin) or (use.span if use else None)

    def fault(self, code: str, message: str, place: str, placement: Placement | None, *hints: str) -> None:
        """Record an error at a place of an output, with the line of the content that it comes from."""
        span = self.span(placement)
        where = (f"it comes from {span}",) if span else ()
        self.sink.error(code, message, span, *hints, *where, place=place)

    def unreadable(self, output: str, reason: str) -> None:
        """Record that an output cannot be read."""
        self.fault("unreadable", f"the file cannot be read: {reason}", FILES[output], None, HINT_BUILD)

    def is_current(self, output: str, digest: str) -> bool:
        """Tell whether an output was made from this content, and record it if not."""
        if digest != self.ledger.digest:
            self.fault("stale-output", "the file was built from another content", FILES[output], None, HINT_BUILD)
        return digest == self.ledger.digest

    def courses(self, output: str, texts: Sequence[str]) -> tuple[int, ...]:
        """Return for the text of each page or slide the number of the one that it should be, 0 for one too many.

        They stand in their places unless one lacks most of its words: then one may be missing, and is told with all that it held.
        """
        due = [[one.text for one in self.due(output, place) if one.use != FOLIO] for place in range(1, self._last(output) + 1)]
        if len(due) <= len(texts) and not any(is_strange(words, text) for words, text in zip(due, texts, strict=False)):
            return tuple(range(1, len(texts) + 1))
        found = aligned(due, texts)
        for place, index in enumerate(found, 1):
            if index is None:
                self._missing_place(output, place)
        places = {index: place for place, index in enumerate(found, 1) if index is not None}
        return tuple(places.get(index, 0) for index in range(len(texts)))

    def _last(self, output: str) -> int:
        """Return the number of the last page or slide on which anything is due."""
        return max((place for name, place in self._by_place if name == output), default=0)

    def _missing_place(self, output: str, place: int) -> None:
        self.fault("missing-place", f"{PLACES[output]} {place} is missing", FILES[output], None, self.edited)
        for one in self.due(output, place):
            if one.use != FOLIO:
                message = f"`{self.of(one)}`, {one.text}, is missing with the whole {PLACES[output]} {place}"
                self.fault("missing-figure", message, FILES[output], one)


def place_name(output: str, place: int) -> str:
    """Return `deck.pptx, slide 7`."""
    return f"{FILES[output]}, {PLACES[output]} {place}"
