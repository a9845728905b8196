"""What tracing tells an author to mend: a trace in; faults with their lines out. What is only to be known is told by the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity, Words, by_line, said
from generator.edition.trace.model import GOOD, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition.trace.model import Finding, Quote, Sighting, Trace


MOST_SEEN = 3
"""Places of one number that are told: more are no help."""


def faults(trace: Trace) -> tuple[Diagnostic, ...]:
    """Return an error for each value and each quote that is not in the sources as the content has it."""
    return by_line((*_findings(trace), *map(_quote, (one for one in trace.quotes if one.read and not one.seen))))


def place_of(sighting: Sighting) -> Words:
    """Return where a number stands: the source, its paragraph, and its page in a PDF."""
    paragraph, document = sighting.paragraph, sighting.document
    source, number = document.source or document.file, str(paragraph.number)
    if paragraph.heading:
        return (
            said("trace.at-heading", source=source, number=number) if paragraph.number else said("trace.at-head", source=source)
        )
    if paragraph.page:
        return said("trace.at-page", source=source, number=number, page=str(paragraph.page))
    return said("trace.at-paragraph", source=source, number=number)


def seen_at(sightings: tuple[Sighting, ...]) -> tuple[Words, ...]:
    """Return the places of numbers, each with what is written there; of many the first, and how many there are besides."""
    told = tuple(said("trace.written", text=one.mention.text, place=place_of(one)) for one in sightings[:MOST_SEEN])
    more = len(sightings) - MOST_SEEN
    return (*told, said("trace.more", count=more)) if more > 0 else told


def _findings(trace: Trace) -> Iterator[Diagnostic]:
    for one in trace.findings:
        if one.verdict not in GOOD:
            yield Diagnostic(Severity.ERROR, _says(one), one.span, hints=(_cure(one),))


def _says(one: Finding) -> Words:
    cited = " ".join(filter(None, one.cited))
    values = {"figure": one.figure, "value": one.value.quantity.text}
    if one.verdict is Verdict.QUALIFIER:
        return said("untraced.qualifier", **values, seen=seen_at(one.seen))
    if one.verdict is Verdict.SCALE:
        return said("untraced.scale", **values, seen=seen_at(one.seen))
    return said(f"untraced.{'place' if one.verdict is Verdict.PLACE else 'absent'}", **values, cited=cited)


def _cure(one: Finding) -> Words:
    if one.verdict is Verdict.PLACE:
        return said("untraced.stands", seen=seen_at(one.seen)) if one.seen else said("untraced.other-place")
    if one.verdict is Verdict.ABSENT and one.near:
        return said("untraced.near", seen=seen_at(one.near))
    return said("untraced.look" if one.verdict is Verdict.ABSENT else "untraced.as-written")


def _quote(one: Quote) -> Diagnostic:
    says = said("untraced.quote", text=one.text, place=one.place) if one.place else said("untraced.quote-anywhere", text=one.text)
    return Diagnostic(Severity.ERROR, says, one.span, hints=(said("untraced.quote-again"),))
