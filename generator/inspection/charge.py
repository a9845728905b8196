"""What the inspector holds in hand: what is due where, the way back to the content, and where faults are written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from generator.document.ledger import FOLIO, Placement, UseKind
from generator.inspection.damage import DAMAGE, reason
from generator.inspection.verdict import FILES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from generator.diagnostics import Sink, Span
    from generator.document.ledger import Ledger, Use
    from generator.inspection.verdict import Site

HINT_EDITED = "was the file edited by hand?"
HINT_FRESH = (
    "the file was made a moment ago: look at that line of the content first; if it is right, this is our fault, please report it"
)
HINT_BUILD = "run `jianbao build`, so that all files are of one content"


class Dated(Protocol):
    """A file as read, with the digest of the content that it was made from."""

    @property
    def digest(self) -> str:
        """The digest that the file carries, "" for none."""


File = TypeVar("File", bound=Dated)


@dataclass(slots=True)
class _Stray:
    message: str
    span: Span | None
    hints: tuple[str, ...]
    places: list[str]


@dataclass(slots=True)
class Charge:
    """The ledger, every placement, the way back to the content, and the sink; `built_now` as `checks.inspect` has it."""

    ledger: Ledger
    placements: tuple[Placement, ...]
    places: Mapping[str, Span]
    sink: Sink
    built_now: bool = False
    uses: Mapping[str, Use] = field(init=False)
    names: tuple[str, ...] = field(init=False)
    """Words with numerals that are names."""
    by_place: dict[tuple[str, int], list[Placement]] = field(init=False)
    _strays: dict[tuple[str, str, Span | None], _Stray] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.uses = {use.id: use for use in self.ledger.uses}
        self.names = tuple(word for word, _reason in self.ledger.names)
        self.by_place = defaultdict(list)
        for one in self.placements:
            self.by_place[one.output, one.place].append(one)

    # What is due

    def placed(self, site: Site) -> tuple[Placement, ...]:
        """Return the placements of one page or slide."""
        return tuple(self.by_place.get((site.output, site.due), ()))

    def due(self, site: Site) -> tuple[Placement, ...]:
        """Return the placements of one page or slide that must be read there."""
        return tuple(one for one in self.placed(site) if one.use and not self.is_typed(one))

    def shown(self, output: str) -> frozenset[str]:
        """Return all words that are due anywhere in an output."""
        return frozenset(one.text for one in self.of_output(output) if one.use and one.use != FOLIO and not self.is_typed(one))

    def of_output(self, output: str) -> tuple[Placement, ...]:
        """Return the placements of an output."""
        return tuple(one for one in self.placements if one.output == output)

    def is_typed(self, placement: Placement) -> bool:
        """Tell whether a placement is a number typed without a reason: it leads back to its line, and explains nothing."""
        use = self.uses.get(placement.use)
        return use is not None and use.kind is UseKind.TYPED

    def typed(self, numeral: str, among: Iterable[Placement]) -> Placement | None:
        """Return the first number that its author typed without a reason, of which a numeral may be."""
        return next((one for one in among if numeral in one.text and self.is_typed(one)), None)

    def of(self, placement: Placement) -> str:
        """Return in words what a placement prints: its figure's name, or its kind."""
        use = self.uses.get(placement.use)
        return use.figure or use.kind.value if use else placement.use

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
    def edited(self) -> str:
        """The hint for a file that is not as it was written: nobody can have edited one that was made a moment ago."""
        return HINT_FRESH if self.built_now else HINT_EDITED

    def fault(self, code: str, message: str, place: Site | str, source: Placement | Span | None, *hints: str) -> None:
        """Record an error at a place of an output, with the line of the content that it comes from."""
        span = self.span(source)
        self.sink.error(code, message, span, *hints, *_whence(span), place=str(place))

    def stray(self, numeral: str, message: str, place: Site | str, source: Placement | Span | None, *hints: str) -> None:
        """Record a numeral that nothing explains; one that its author typed is told once, with all the places that it came to."""
        typed = isinstance(source, Placement) and self.is_typed(source)
        span = self.uses[source.use].span if isinstance(source, Placement) and typed else self.span(source)
        key = (numeral, "" if typed else f"{len(self._strays)}", span)
        first = self._strays.setdefault(key, _Stray(message, span, hints, []))
        if str(place) not in first.places:
            first.places.append(str(place))

    def tell_strays(self) -> None:
        """Tell the numerals recorded as strays."""
        for one in self._strays.values():
            also = (f"it stands on {'; '.join(one.places[1:])} too",) if one.places[1:] else ()
            self.sink.error(
                "unexplained-numeral", one.message, one.span, *one.hints, *_whence(one.span), *also, place=one.places[0]
            )
        self._strays.clear()

    def unreadable(self, output: str, fault: BaseException) -> None:
        """Record that an output cannot be read."""
        self.fault("unreadable", f"the file cannot be read: {reason(fault)}", FILES[output], None, HINT_BUILD)

    def opened(self, output: str, folder: Path, read: Callable[[Path], File]) -> File | None:
        """Return an output as read; None, and told, where it is not there, cannot be judged or was made from another content."""
        if not (folder / FILES[output]).is_file():
            self.fault("missing-output", "the file is not there", FILES[output], None, HINT_BUILD)
            return None
        try:
            found = read(folder / FILES[output])
        except DAMAGE as fault:
            self.unreadable(output, fault)
            return None
        if found.digest == self.ledger.digest:
            return found
        self.fault("stale-output", "the file was built from another content", FILES[output], None, HINT_BUILD)
        return None


def _whence(span: Span | None) -> tuple[str, ...]:
    return (f"it comes from {span}",) if span else ()
