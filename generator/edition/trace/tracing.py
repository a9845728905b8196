"""Tracing: the content's values looked up in the sources, the sources' numbers in the content. A report and documents in; a trace out.

A value must stand, as it is written, in a paragraph that its citation names. A citation of a whole figure names the paragraphs of all its
values together; none of them may be empty of it. What a source says otherwise is right where a discrepancy records it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.content.figures.forms import Form
from generator.content.model import Words
from generator.edition.trace.likeness import likeness
from generator.edition.trace.mentions import Reader, as_mention
from generator.edition.trace.model import Document, Finding, Likeness, Mention, Other, Quote, Sighting, Trace, Verdict
from generator.edition.trace.places import PAGE, Place, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.content.model import Citation, Discrepancy, Figure, Report, Value
    from generator.edition.trace.model import Paragraph

_QUOTES = re.compile(r"“([^”]+)”|‘([^’]+)’|「([^」]+)」|\"([^\"]+)\"")
_WHERE = re.compile(r"[（(]([^）)]*)[）)]")
_SAME, _QUALIFIER, _SCALE = Likeness.SAME, Likeness.QUALIFIER, Likeness.SCALE
TOLD = frozenset({Form.NUMBER, Form.VAGUE, Form.RANGE, Form.RATIO, Form.FRACTION})
"""What can be looked up: 未披露 stands in no source."""
MOST_NEAR = 4
"""Numbers of a paragraph that are offered where the one that was looked for is not there."""


def trace(report: Report, documents: tuple[Document, ...]) -> Trace:
    """Return how each value of a report and each number of its sources came off."""
    return _Tracer(report, documents).trace()


class _Tracer:
    """Looks up one report in its sources."""

    def __init__(self, report: Report, documents: tuple[Document, ...]) -> None:
        self._report, self._documents = report, documents
        names = (*(one.words for one in report.names), *(one.words for one in report.exempt))
        self._reader = Reader(names, report.units)
        self._by_paragraph = tuple(
            (document, paragraph, self._sightings(document, paragraph))
            for document in documents
            for paragraph in document.paragraphs
        )
        self._all = tuple(sighting for _, _, sightings in self._by_paragraph for sighting in sightings)

    def _sightings(self, document: Document, paragraph: Paragraph) -> tuple[Sighting, ...]:
        return tuple(Sighting(document, paragraph, one) for one in self._reader.mentions(paragraph.text, paragraph.heads))

    def trace(self) -> Trace:
        quotes = tuple(quote for one in self._report.discrepancies for quote in self._quotes(one))
        recorded = frozenset(sighting for quote in quotes for sighting in quote.seen)
        findings = tuple(found for figure in self._report.figures for found in self._figure(figure, recorded))
        others, lacking = self._rest(findings, recorded)
        return Trace(self._documents, findings, quotes, others, lacking)

    # Figures

    def _figure(self, figure: Figure, recorded: frozenset[Sighting]) -> Iterator[Finding]:
        traced = [one for one in figure.values if one.quantity.form in TOLD]
        for citation in dict.fromkeys(one.citation or figure.citation for one in traced):
            together = [one for one in traced if (one.citation or figure.citation) == citation]
            yield from self._cited(figure, together, citation, recorded)

    def _cited(
        self, figure: Figure, values: Sequence[Value], citation: Citation, recorded: frozenset[Sighting]
    ) -> Iterator[Finding]:
        """Yield how values of one citation came off, then each paragraph of it that holds none of them."""
        if citation.source not in {one.source for one in self._documents}:
            yield from (self._finding(figure, one, Verdict.UNREAD, (), citation) for one in values)
            return
        inside: list[Sighting] = []
        outside: list[Sighting] = []
        for one in self._all:
            cited = one.document.source == citation.source and _is_at(citation.place, one.paragraph)
            (inside if cited else outside).append(one)
        findings = [self._value(figure, one, (inside, outside), citation, recorded) for one in values]
        yield from findings
        if all(one.verdict in (Verdict.FOUND, Verdict.RECORDED) for one in findings):
            yield from self._empty(figure, values, citation)

    def _value(
        self,
        figure: Figure,
        value: Value,
        where: tuple[list[Sighting], list[Sighting]],
        citation: Citation,
        recorded: frozenset[Sighting],
    ) -> Finding:
        (inside, outside), own = where, as_mention(0, value.quantity)
        for seen, kind in ((inside, _SAME), (inside, _QUALIFIER), (outside, _SAME), (inside, _SCALE), (outside, _QUALIFIER)):
            if alike := tuple(one for one in seen if likeness(own, one.mention) is kind):
                verdict = _verdict(kind, alike, recorded, elsewhere=seen is outside)
                return self._finding(figure, value, verdict, alike, citation)
        near = [one for one in inside if not one.mention.lone and one.mention.unit.dimension == own.unit.dimension]
        return self._finding(figure, value, Verdict.ABSENT, (), citation, near[:MOST_NEAR])

    def _empty(self, figure: Figure, values: Sequence[Value], citation: Citation) -> Iterator[Finding]:
        """Yield a finding for each paragraph of a citation that holds none of its values, in whatever words."""
        own = [as_mention(0, one.quantity) for one in values]
        alike = [
            one.paragraph
            for one in self._all
            if one.document.source == citation.source
            and any(likeness(each, one.mention) in (Likeness.SAME, Likeness.QUALIFIER) for each in own)
        ]
        for place in places(citation.place):
            for number in sorted(place.numbers):
                if not any(_is_in(Place(place.what, frozenset({number})), one) for one in alike):
                    yield self._finding(figure, values[0], Verdict.PLACE, (), citation, at=f"第{number}{place.what}")

    @staticmethod
    def _finding(
        figure: Figure,
        value: Value,
        verdict: Verdict,
        seen: tuple[Sighting, ...],
        citation: Citation,
        near: Iterable[Sighting] = (),
        at: str = "",
    ) -> Finding:
        span = citation.span if verdict is Verdict.PLACE else value.span
        return Finding(figure.id, value, verdict, seen, (citation.source, at or citation.place), span, tuple(near))

    # Discrepancies

    def _quotes(self, one: Discrepancy) -> Iterator[Quote]:
        """Yield what a discrepancy quotes, each with the place in the brackets that follow it."""
        text = "".join(node.text for node in one.found.nodes if isinstance(node, Words))
        about = tuple(name.name for name in one.about)
        cited = {figure.citation.source for figure in self._report.figures if figure.id in about}
        given = [document for document in self._documents if document.source in cited]
        for found in _QUOTES.finditer(text):
            words, after = next(filter(None, found.groups())), _WHERE.search(text, found.end())
            place = after[1] if after and places(after[1]) else ""
            seen = tuple(self._quoted(words, place, given))
            yield Quote(about, words, place, seen, one.found.span, bool(given))

    def _quoted(self, words: str, place: str, documents: Sequence[Document]) -> Iterator[Sighting]:
        """Yield where a quote stands: by its number, or word for word where it has none that is read (打了八折)."""
        told = self._reader.mentions(words)
        own = next((one for one in told if not one.lone), None)
        for document, paragraph, sightings in self._by_paragraph:
            if document not in documents or not _is_at(place, paragraph):
                continue
            alike = [one for one in sightings if own and likeness(own, one.mention) is Likeness.SAME]
            if not alike and words in paragraph.text:
                alike = [Sighting(document, paragraph, Mention(paragraph.text.index(words), words, "", None, None, lone=True))]
            yield from alike

    # The other way round

    def _rest(self, findings: Iterable[Finding], recorded: frozenset[Sighting]) -> tuple[tuple[Other, ...], tuple[Sighting, ...]]:
        """Return the numbers of the sources that stand otherwise in the content, and those that it lacks."""
        own = [(one, as_mention(0, one.value.quantity)) for one in findings]
        told = {sighting for one in findings for sighting in one.seen} | recorded
        others: list[Other] = []
        lacking: list[Sighting] = []
        for sighting in (one for one in self._all if one not in told and not one.mention.lone):
            kinds = [(likeness(mention, sighting.mention), finding) for finding, mention in own]
            if any(kind is Likeness.SAME for kind, _ in kinds):
                continue
            near = next((finding for kind, finding in kinds if kind is Likeness.QUALIFIER), None)
            if near:
                others.append(Other(sighting, near.figure, near.value))
            else:
                lacking.append(sighting)
        return tuple(others), tuple(lacking)


def _verdict(kind: Likeness, alike: Sequence[Sighting], recorded: frozenset[Sighting], *, elsewhere: bool) -> Verdict:
    if kind is Likeness.QUALIFIER and any(one in recorded for one in alike):
        return Verdict.RECORDED
    if kind is Likeness.SAME:
        return Verdict.PLACE if elsewhere else Verdict.FOUND
    return _OF[kind]


_OF = {Likeness.QUALIFIER: Verdict.QUALIFIER, Likeness.SCALE: Verdict.SCALE}


def _is_at(text: str, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is at a place of its source; a place that cannot be looked up is anywhere."""
    named = places(text)
    return not named or any(_is_in(one, paragraph) for one in named)


def _is_in(place: Place, paragraph: Paragraph) -> bool:
    number = paragraph.page if place.what == PAGE and paragraph.page else paragraph.number
    return number in place.numbers
