"""What the inspector holds in hand: what is due where, the way back to the content, and the faults found so far."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from generator.diagnostics import Sink, Span, Words, said
from generator.document.ledger import FOLIO, SPOKEN, Placement, UseKind
from generator.inspection.damage import DAMAGE, reason
from generator.inspection.faces import Faces
from generator.inspection.matter import Judge
from generator.inspection.verdict import Expected, Site, Stray, whole
from generator.outputs import FILES
from generator.statement.model import Kind, Value

if TYPE_CHECKING:
    from generator.statement.model import Statement

EDITED, FRESH, BUILD = said("hint.edited-by-hand"), said("hint.made-a-moment-ago"), said("hint.build-all")


class Dated(Protocol):
    """A file as read, with the digest of the content that it was made from."""

    @property
    def digest(self) -> str:
        """The digest that the file carries, "" for none."""


File = TypeVar("File", bound=Dated)


class Charge:
    """The folder of outputs, what is due in them, the way back to the content, and the sink.

    `built_now` as `checks.inspect` has it, `strict` as `checks.examine`.
    """

    def __init__(self, folder: Path, expected: Expected, *, built_now: bool = False, strict: bool = False) -> None:
        self.folder, self.built_now, self.strict, self.sink = folder, built_now, strict, Sink()
        self.stated = {one.output: one for one in expected.statements}
        self.found: dict[str, Statement] = {}
        """What the files of one book say and show, as far as they were opened."""
        self.ledger, self.placements, self.places = expected.ledger, expected.placements, expected.places
        self.hidden = expected.hidden
        self.faces = Faces(expected.faces)
        self.uses = {use.id: use for use in self.ledger.uses}
        self.names = tuple(word for word, _reason in self.ledger.names)
        """Words with numerals that are names."""
        self.by_place: dict[tuple[str, int], list[Placement]] = defaultdict(list)
        for one in self.placements:
            self.by_place[one.output, one.place].append(one)
        self._strays: list[Stray] = []

    # What is due

    def states(self, output: str, name: str) -> bool:
        """Tell whether an entry of this name is stated of an output as a whole; of one without a statement, every entry is."""
        stated = self.stated.get(output)
        return stated is None or any(thing.name == name for thing in stated.itself)

    def pictures(self, output: str) -> frozenset[Value]:
        """Return the pictures that are stated of an output, by their digests."""
        sheets = self.stated[output].sheets if output in self.stated else ()
        return frozenset(one.fact("picture") for sheet in sheets for one in sheet.things if one.kind is Kind.PICTURE)

    def placed(self, site: Site) -> tuple[Placement, ...]:
        """Return the placements of one page or slide."""
        return tuple(self.by_place.get((site.output, site.due), ()))

    def due(self, site: Site) -> tuple[Placement, ...]:
        """Return the placements of one page or slide that must be read there."""
        return tuple(one for one in self.placed(site) if one.use and one.item != SPOKEN and not self.is_typed(one))

    def spoken(self, site: Site) -> tuple[Placement, ...]:
        """Return the placements of one page or slide that only its alternative texts say."""
        return tuple(one for one in self.placed(site) if one.item == SPOKEN)

    def shown(self, output: str) -> frozenset[str]:
        """Return all words that are due anywhere in an output."""
        return frozenset(one.text for one in self.of_output(output) if one.use and one.use != FOLIO and not self.is_typed(one))

    def read_out(self) -> frozenset[str]:
        """Return what alternative texts may say beside what is shown: the numbers of pictures, and formulas and names (CO₂)."""
        return frozenset(use.text for use in self.uses.values() if use.is_spoken or use.kind is UseKind.EXEMPT)

    def of_output(self, output: str) -> tuple[Placement, ...]:
        """Return the placements of an output."""
        return tuple(one for one in self.placements if one.output == output)

    def is_typed(self, placement: Placement) -> bool:
        """Tell whether a placement is a number typed without a reason: it leads back to its line, and explains nothing."""
        use = self.uses.get(placement.use)
        return use is not None and use.kind is UseKind.TYPED

    def is_period(self, placement: Placement) -> bool:
        """Tell whether a placement is a period, which may go on in a line of its own."""
        use = self.uses.get(placement.use)
        return use is not None and use.kind is UseKind.PERIOD

    def typed(self, numeral: str, among: Iterable[Placement]) -> Placement | None:
        """Return the first number that its author typed without a reason, of which a numeral may be."""
        return next((one for one in among if numeral in one.text and self.is_typed(one)), None)

    def of(self, placement: Placement) -> Words:
        """Return in words what a placement prints: its figure's name, or its kind."""
        use = self.uses.get(placement.use)
        if use and use.figure:
            return said("use.figure", figure=use.figure)
        return said(f"use.{use.kind.value if use else FOLIO}")

    def judge(self) -> Judge:
        """Return the judge of what differences are about."""
        return Judge(self.names)

    # The way back

    def anchor(self, site: Site, item: str = "") -> Placement | None:
        """Return the way back to the content for a shape: a placement in it, else one on the same page or slide."""
        placed = [one for one in self.placed(site) if self.span(one) is not None]
        return next((one for one in placed if one.item == item), placed[0] if placed else None)

    def span(self, source: Placement | Span | None) -> Span | None:
        """Return the place in the content that a placement comes from: its item's, else its use's own."""
        if not isinstance(source, Placement):
            return source
        use = self.uses.get(source.use)
        return self.places.get(source.origin) or (use.span if use else None)

    # Faults

    @property
    def edited(self) -> Words:
        """The hint for a file that is not as it was written: nobody can have edited one that was made a moment ago."""
        return FRESH if self.built_now else EDITED

    def fault(self, says: Words, place: Words, source: Placement | Span | None, *hints: Words) -> None:
        """Record an error at a place of an output, with the line of the content that it comes from."""
        span = self.span(source)
        self.sink.error(says, span, *hints, *_whence(span), place=place)

    def unseen(self, says: Words, place: Words, source: Placement | Span | None) -> None:
        """Record text of an edited file that cannot be read: an error where it says a number, else as wording that was edited."""
        text = str(dict(says.values).get("text", ""))
        if self.strict or self.judge().matters(text):
            self.fault(says, place, source, self.edited)
        else:
            self.sink.note(says, self.span(source), place=place)

    def stray(self, numeral: str, says: Words, place: Words, source: Placement | Span | None, *hints: Words) -> None:
        """Record a numeral that nothing explains; one that its author typed is told once, with all the places that it came to."""
        typed = isinstance(source, Placement) and self.is_typed(source)
        span = self.uses[source.use].span if isinstance(source, Placement) and typed else self.span(source)
        self._strays.append(Stray(numeral, says, span, hints, place, typed=typed))

    def strays(self) -> tuple[Stray, ...]:
        """Return the numerals recorded as strays."""
        return tuple(self._strays)

    def unreadable(self, output: str, fault: BaseException) -> None:
        """Record that an output cannot be read."""
        self.fault(said("unreadable.why", why=reason(fault)), whole(output), None, BUILD)

    def opened(self, output: str, read: Callable[[Path], File]) -> File | None:
        """Return an output as read; None, and told, where it is not there, cannot be judged or was made from another content."""
        path = self.folder / FILES[output]
        if not os.path.isfile(path):  # noqa: PTH113 - a path that the system refuses is no file either
            self.fault(said("missing-output.file"), whole(output), None, BUILD)
            return None
        try:
            found = read(path)
        except DAMAGE as fault:
            self.unreadable(output, fault)
            return None
        if found.digest == self.ledger.digest:
            return found
        self.fault(said("stale-output.content"), whole(output), None, BUILD)
        return None


def tell_strays(strays: Iterable[Stray], sink: Sink) -> None:
    """Tell strays: a numeral that its author typed once, with all the places that it came to."""
    told: dict[object, list[Stray]] = defaultdict(list)
    for number, one in enumerate(strays):
        told[(one.numeral, one.span) if one.typed else number].append(one)
    for first, *others in told.values():
        places = tuple(dict.fromkeys(one.place for one in others if one.place != first.place))
        also = (said("hint.also-at", places=places),) if places else ()
        sink.error(first.says, first.span, *first.hints, *_whence(first.span), *also, place=first.place)


def _whence(span: Span | None) -> tuple[Words, ...]:
    return (said("hint.comes-from", line=str(span)),) if span else ()
