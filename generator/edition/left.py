"""What rolling leaves to an editor: figures that stay, decisions to take anew, references to earlier years, wording that ages.

The rolled content in; notices out, each at its line of the new file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity, said
from generator.edition.ageing import wordings
from generator.edition.names import mentions
from generator.edition.roll import ROLLS, is_pinned, leads, period_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.content.model import Figure
    from generator.content.reader import Opened
    from generator.diagnostics import Span, Words
    from generator.edition.roll import Course


def left(opened: Opened, told: Iterable[Course], years: int) -> tuple[Diagnostic, ...]:
    """Return the notices of a rolled content: what is to be decided in the order of the file, then the wording that ages."""
    course = {one.figure.id: one for one in told}
    decide = (
        *_imprint(opened),
        *(_stays(course[figure.id], figure) for figure in opened.report.figures if course[figure.id].period is None),
        *(_disputed(opened)),
        *_earlier(opened, course, years),
    )
    aged = wordings(opened.root).items()
    ageing = tuple(_notice(said("ageing-words.lines", words=words, lines=_lines(places)), places[0]) for words, places in aged)
    return (*sorted(decide, key=lambda one: one.span or opened.root.span), *ageing)


def _notice(says: Words, span: Span, *hints: Words) -> Diagnostic:
    return Diagnostic(Severity.NOTICE, says, span, hints=hints)


def _lines(places: Iterable[Span]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(place.line for place in places))


def _imprint(opened: Opened) -> Iterator[Diagnostic]:
    imprint = opened.report.imprint
    yield _notice(said("to-decide.date", date=imprint.date), imprint.edition_span or imprint.span)
    for source in opened.report.sources:
        yield _notice(said("to-decide.source", source=source.id), source.span)


def _stays(one: Course, figure: Figure) -> Diagnostic:
    """Return why a figure stays: for its kind, for a period that cannot be moved on, or as history."""
    value = figure.values[-1] if one.meant is None else one.meant
    words = {"figure": figure.id, "value": str(value.quantity), "period": str(value.period)}
    if figure.kind not in ROLLS:
        return _notice(said("to-decide.kind", kind=figure.kind, **words), figure.span)
    dated = value.period.end or value.period.start
    return _notice(said("to-decide.history" if dated else "to-decide.period", **words), figure.span)


def _disputed(opened: Opened) -> Iterator[Diagnostic]:
    for one in opened.report.discrepancies:
        yield _notice(said("to-decide.discrepancy", figures=tuple(name.name for name in one.about)), one.span)


def _earlier(opened: Opened, course: dict[str, Course], years: int) -> Iterator[Diagnostic]:
    """Yield the references that name an earlier period and did not move on, each with its lines."""
    figures, ends = {one.id: one for one in opened.report.figures}, opened.report.imprint.fiscal_year_ends
    found: dict[tuple[str, str], list[Span]] = {}
    for mention in mentions(opened.root, course):
        one, figure = course[mention.name], figures[mention.name]
        period = period_of(mention, figure)
        if period and one.period and not is_pinned(mention) and not leads(period, one.period, figure, (years, ends)):
            found.setdefault((mention.name, mention.period), []).append(mention.scalar.span)
    for (name, text), places in found.items():
        says = said("to-decide.reference", reference=f"{name}@{text}", lines=_lines(places))
        yield _notice(says, places[0])
