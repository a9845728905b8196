"""Who reads an author's texts: what numerals may be typed, how a period is read, and where a slip is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from generator.content.figures import period, quantity
from generator.content.figures.calendar import NO_FISCAL_YEAR
from generator.content.figures.period import Period
from generator.content.figures.quantity import Quantity
from generator.content.slip import Slip, tell
from generator.content.slips.second_reading import misheard
from generator.content.slips.typed import bad_dates, typed_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.content.figures.units import Units
    from generator.content.model import Details
    from generator.content.nodes import Passage, Scalar
    from generator.content.quotations import Quotations
    from generator.content.wording import Wording
    from generator.diagnostics import Sink, Span


@dataclass(frozen=True, slots=True)
class Proofreader:
    """Reads texts by the report's rules; `names` are those of its figures. Every slip goes to the sink.

    `sources` are the ids of its sources, `pictures` what is said of pictures by their files.
    """

    sink: Sink
    wording: Wording | Quotations
    fiscal_year_ends: str
    names: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    pictures: Mapping[str, Details] = field(default_factory=dict)

    def period(self, text: str, place: Span) -> Period | None:
        """Return the period that a text says, or None with the slip told; that no fiscal year is known is told once."""
        read = period.read(text, self.fiscal_year_ends)
        if isinstance(read, Period):
            return read
        if read != NO_FISCAL_YEAR or not any(one.says == read.says for one in self.sink.found):
            self.tell(read, place)
        return None

    def quantity(self, node: Scalar, units: Units) -> Quantity | None:
        """Return the quantity that a text says, or None with the slip told."""
        read = quantity.read(node.text, units)
        if isinstance(read, Quantity) and not misheard(read):
            return read
        from generator.content.slips.quantities import explain  # noqa: PLC0415  # only a slip needs it

        refusal = quantity.Refusal(read.noun) if isinstance(read, Quantity) else read
        self.tell(explain(node.text, refusal, units), node.span)
        return None

    def point_out_numbers(self, passage: Passage) -> None:
        """Point out the dates of a text that no calendar has, and the numbers typed into it."""
        self.mark(passage, chain(bad_dates(passage.text), typed_numbers(passage.text, self.wording)))

    def mark(self, passage: Passage, slips: Iterable[Slip]) -> None:
        """Tell slips of a text at their places in it."""
        for slip in slips:
            self.tell(slip, passage.span(slip.at))

    def tell(self, slip: Slip, place: Span) -> None:
        """Tell a slip."""
        tell(slip, place, self.sink)
