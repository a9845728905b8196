"""Source lines: the citations of what stands on a page or slide in; 来源：报道，第4、6段 out, each source and each place once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.document.ledger import Use, UseKind
from generator.document.model import RichText, Run, listed
from generator.document.numerals import has_numeral
from generator.document.register import Piece, Register

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.model import Citation
    from generator.diagnostics import Span
    from generator.document.references import Catalogue, Reading

SOURCE, PLACE = "来源的名称", "来源中的位置"
"""The reason by which the ledger explains the numeral of 第6段."""

_NUMBERED = re.compile(r"第([\d、,，\s]+)(\D+)")


class Citations:
    """Makes source lines; one place of a source is one use, wherever it is printed."""

    def __init__(self, catalogue: Catalogue, register: Register) -> None:
        self._catalogue, self._register = catalogue, register
        self._made: dict[tuple[str, str], Run] = {}

    def of_readings(self, *readings: Reading) -> RichText:
        """Return the source of some values: 报道，第6段; for a computed one those of what it was computed from."""
        return self._joined(_cited(readings))

    def place(self, *readings: Reading) -> RichText:
        """Return where in its sources some values stand, their names left out: 第6段."""
        cited = tuple(_cited(readings))
        return self._places(cited, cited[0].span) if cited else ()

    def sole(self, readings: Iterable[Reading]) -> RichText:
        """Return the name of the only source of these values, or nothing where there are several or none."""
        cited = {citation.source: citation for citation in _cited(readings)}
        return tuple(self._accounted(name, SOURCE, one.span) for name, one in cited.items()) if len(cited) == 1 else ()

    def line(self, uses: Iterable[Use]) -> RichText:
        """Return the source line of all the figures among these uses, or nothing."""
        cited = self._joined(_cited(self._readings(uses)))
        return (Run("来源："), *cited) if cited else ()

    def of(self, citation: Citation) -> RichText:
        """Return the source line of one citation."""
        return (Run("来源："), *self._joined((citation,)))

    def _readings(self, uses: Iterable[Use]) -> Iterator[Reading]:
        for name, period in dict.fromkeys((use.figure, use.period) for use in uses):
            if reading := self._catalogue.reading(name, period):
                yield reading

    def _joined(self, citations: Iterable[Citation]) -> RichText:
        by_source: dict[str, list[Citation]] = {}
        for citation in citations:
            by_source.setdefault(citation.source, []).append(citation)
        return listed((self._source(source, cited) for source, cited in by_source.items()), "；")

    def _source(self, source: str, cited: list[Citation]) -> RichText:
        name, span = self._accounted(source, SOURCE, cited[0].span), cited[0].span
        return listed([(name,), self._places(cited, span)], "，")

    def _places(self, cited: Iterable[Citation], span: Span) -> RichText:
        places = ((self._accounted(place, PLACE, span),) for place in merged(one.place for one in cited if one.place))
        return listed(places, "、")

    def _accounted(self, words: str, reason: str, span: Span) -> Run:
        """Return a source or a place in it; with a numeral in it it is a use as a whole."""
        if not has_numeral(words):
            return Run(words)
        if (words, reason) not in self._made:
            self._made[words, reason] = self._register.numeral(UseKind.LABEL, words, reason, Piece("sources", span))
        return self._made[words, reason]


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
