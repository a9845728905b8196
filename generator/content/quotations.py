"""Which numbers a discrepancy may type: a source's own in “”, the places that they stand at, and in decision and reason those again.

In: the wording of the report, and what has been said before. Out: the same answers as a wording gives, with a reason for each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.diagnostics import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from generator.content.model import Value
    from generator.content.wording import TypedNumber, Wording

QUOTED = "来源原文，见差异与取舍"
PLACE = "来源中的位置"

_QUOTES = re.compile(r"“[^”]*(?:”|$)|‘[^’]*(?:’|$)|「[^」]*(?:」|$)|\"[^\"]*\"")
_PLACE = re.compile(r"第\d+(?:[、,]\d+)*[段页章节条]")


@dataclass(frozen=True, slots=True)
class Quotations:
    """The wording of a discrepancy; `said` are numbers with their scale that stand for themselves outside quotes too."""

    wording: Wording
    said: frozenset[tuple[Decimal, str]] = frozenset()
    quoting: bool = False
    """Whether what stands in “” is a source's own."""

    def exemptions(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and reason of each number that may be typed here, and of each exempt phrase."""
        meant = [*self.wording.exemptions(text), *((*found.span(), PLACE) for found in _PLACE.finditer(text))]
        meant += [(one.start, one.start + len(one.text), QUOTED) for one in self.wording.typed(text) if self._is_quote(text, one)]
        end = 0
        for one in sorted(meant):
            if one[0] >= end:
                yield one
                end = one[1]

    def typed(self, text: str) -> Iterator[TypedNumber]:
        """Yield the numbers that nothing here accounts for."""
        meant = [(start, end) for start, end, _reason in self.exemptions(text)]
        for one in self.wording.typed(text):
            if not any(start <= one.start < end for start, end in meant):
                yield one if one.reference else replace(one, cure=said("typed-number.quote"))

    def quoted(self, text: str) -> frozenset[tuple[Decimal, str]]:
        """Return the numbers that a text quotes."""
        return frozenset(one.key for one in self.wording.typed(text) if one.key and _in_quotes(text, one))

    def _is_quote(self, text: str, one: TypedNumber) -> bool:
        return one.key in self.said or (self.quoting and _in_quotes(text, one))


def _in_quotes(text: str, one: TypedNumber) -> bool:
    return any(found.start() < one.start < found.end() for found in _QUOTES.finditer(text))


def present(values: Iterable[Value]) -> frozenset[tuple[Decimal, str]]:
    """Return the numbers, with their scale, of some values."""
    quantities = (value.quantity for value in values)
    return frozenset((one.number, one.scale) for one in quantities if one.number is not None)
