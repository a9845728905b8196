"""What `trace` has to tell: values and quotes that were found, what the sources say otherwise or beside; for programs as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.terminal import Ending
from generator.diagnostics import Exit, Severity, Told, Words, said
from generator.edition.trace.faults import place_of, seen_at
from generator.edition.trace.model import GOOD, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition.trace.model import Sighting, Trace

AROUND = 12
"""Characters round a number that say what it counts."""


def traced(told: Told[Trace], *, brief: bool = False) -> Ending:
    """Return what tracing found, `brief` the counts alone; a value that its source does not hold ends as a content with faults does."""
    wrong = any(one.severity is Severity.ERROR for one in told.diagnostics)
    lines = (_counts(told.value),) if brief else tuple(_lines(told.value))
    return Ending(lines, (_facts(told.value),), told.diagnostics, stage=Exit.CONTENT if wrong else Exit.DONE)


def _lines(trace: Trace) -> Iterator[Words]:
    for document in trace.documents:
        named = {"source": document.source or "—", "file": document.file}
        yield said("trace.source", **named, paragraphs=str(max((one.number for one in document.paragraphs), default=0)))
    yield from map(_finding, (one for one in trace.findings if one.verdict in GOOD))
    for quote in trace.quotes:
        if quote.seen:
            yield said("trace.quote", text=quote.text, about=quote.about, places=tuple(place_of(one) for one in quote.seen))
    for other in trace.others:
        text, own = other.sighting.mention.text, other.value.quantity.text
        yield said("trace.other", text=text, place=place_of(other.sighting), figure=other.figure, value=own)
    for one in trace.lacking:
        yield said("trace.lacking", place=place_of(one), text=one.mention.text, around=around(one))
    yield _counts(trace)


def _finding(one: Finding) -> Words:
    values = {"figure": one.figure, "value": one.value.quantity.text}
    if one.verdict is Verdict.UNREAD:
        return said("trace.unread", **values, source=one.cited[0])
    if one.verdict is Verdict.RECORDED:
        return said("trace.recorded", **values, seen=seen_at(one.seen))
    return said("trace.found", **values, places=tuple(place_of(each) for each in one.seen))


def _counts(trace: Trace) -> Words:
    good = sum(one.verdict in (Verdict.FOUND, Verdict.RECORDED) for one in trace.findings)
    values = {"found": good, "all": len({(one.figure, one.value.period.text) for one in trace.findings})}
    told = {name: str(count) for name, count in {**values, "others": len(trace.others), "lacking": len(trace.lacking)}.items()}
    return said("trace.counts", **told)


def around(one: Sighting) -> str:
    """Return a number with the words round it."""
    text, start = one.paragraph.text, one.mention.start
    end = start + len(one.mention.text)
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    return f"{'…' if left else ''}{text[left:right]}{'…' if right < len(text) else ''}"


def _facts(trace: Trace) -> dict[str, object]:
    return {
        "sources": [
            {"source": one.source, "file": one.file, "paragraphs": max((each.number for each in one.paragraphs), default=0)}
            for one in trace.documents
        ],
        "figures": [
            {
                "figure": one.figure,
                "period": one.value.period.text,
                "value": one.value.quantity.text,
                "verdict": one.verdict.value,
                "cited": " ".join(filter(None, one.cited)),
                "line": one.span.line,
                "seen": list(map(_seen, one.seen)),
            }
            for one in trace.findings
        ],
        "discrepancies": [
            {"about": list(one.about), "quote": one.text, "line": one.span.line, "seen": list(map(_seen, one.seen))}
            for one in trace.quotes
        ],
        "otherwise": [{**_seen(one.sighting), "figure": one.figure, "value": one.value.quantity.text} for one in trace.others],
        "lacking": [{**_seen(one), "around": around(one)} for one in trace.lacking],
    }


def _seen(one: Sighting) -> dict[str, object]:
    paragraph = one.paragraph
    page = {"page": paragraph.page} if paragraph.page else {}
    return {"text": one.mention.text, "file": one.document.file, "paragraph": paragraph.number, **page}
