"""Source lines: the citations of what stands on a page or slide in; 来源：报道，第4、6段 out, each source and each place once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.document.ledger import UseKind
from generator.document.model import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.model import Citation
    from generator.diagnostics import Span
    from generator.document.ledger import Use
    from generator.document.model import RichText
    from generator.document.references import Catalogue, Reading
    from generator.document.register import Register

PLACE = "来源中的位置"
"""The reason by which the ledger explains the numeral of 第6段."""

_NUMBERED = re.compile(r"第([\d、,，\s]+)(\D+)")


class Citations:
    """Makes source lines; one place of a source is one use, wherever it is printed."""

    def __init__(self, catalogue: Catalogue, register: Register) -> None:
        self._catalogue, self._register = catalogue, register
        self._made: dict[str, Run] = {}

    def of_reading(self, reading: Reading) -> RichText:
        """Return the source of one value: 报道，第6段; for a computed one those of what it was computed from."""
        return self._joined(_cited((reading,)))

    def line(self, uses: Iterable[Use]) -> RichText:
        """Return the source line of all the figures among these uses, or nothing."""
        cited = self._joined(_cited(self._readings(uses)))
        return (Run("来源："), *cited) if cited else ()

    def _readings(self, uses: Iterable[Use]) -> Iterator[Reading]:
        for name, period in dict.fromkeys((use.figure, use.period) for use in uses):
            if reading := self._catalogue.reading(name, period):
                yield reading

    def _joined(self, citations: Iterable[Citation]) -> RichText:
        by_source: dict[str, list[Citation]] = {}
        for citation in citations:
            by_source.setdefault(citation.source, []).append(citation)
        parts = [self._source(source, cited) for source, cited in by_source.items()]
        return tuple(run for index, part in enumerate(parts) for run in ((Run("；"), *part) if index else part))

    def _source(self, source: str, cited: list[Citation]) -> RichText:
        places = merged([citation.place for citation in cited if citation.place])
        runs: list[Run] = [Run(source)]
        for index, place in enumerate(places):
            runs += [Run("、" if index else "，"), self._place(place, cited[0].span)]
        return tuple(runs)

    def _place(self, place: str, span: Span) -> Run:
        if not re.search(r"\d", place):
            return Run(place)
        if place not in self._made:
            self._made[place] = self._register.numeral(UseKind.LABEL, place, PLACE, span)
        return self._made[place]


def _cited(readings: Iterable[Reading]) -> Iterator[Citation]:
    for reading in readings:
        if reading.citation:
            yield reading.citation
        yield from _cited(reading.operands)


def merged(places: Iterable[str]) -> tuple[str, ...]:
    """Return places with those of one kind put together: 第6段 and 第4、21段 are 第4、6、21段."""
    numbered: dict[str, set[int]] = {}
    for place in dict.fromkeys(places):
        found = _NUMBERED.fullmatch(place)
        numbered.setdefault(found[2] if found else place, set()).update(map(int, re.findall(r"\d+", found[1] if found else "")))
    return tuple(f"第{'、'.join(map(str, sorted(numbers)))}{what}" if numbers else what for what, numbers in numbered.items())
