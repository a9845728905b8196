"""Fills the ledger: every figure with every value as printed, whether or not anything uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.content.short_text import bare
from generator.document.approvals import STATUSES
from generator.document.computation import in_words
from generator.document.copydesk import KINDS, CopyDesk
from generator.document.figure_tables import elsewhere
from generator.document.ledger import Entry, Ledger, Line
from generator.document.numbers import of_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.content import model as content

COMPUTED = "计算值"
UNIT = "单位"


def ledger(desk: CopyDesk, report: content.Report, homes: Mapping[str, int], date: str) -> Ledger:
    """Return the ledger of a report whose uses have all been registered."""
    names = (*((name.words, name.reason) for name in report.names), *((word, UNIT) for word in desk.catalogue.numeral_units()))
    entries = (*_figures(report, homes), *_computed(desk, report, homes), *_compared(desk, report, homes))
    return Ledger(entries, tuple(desk.register.uses.values()), names, report.digest, date)


def _home(report: content.Report, homes: Mapping[str, int], name: str) -> str:
    return report.themes[homes[name]].name if name in homes else elsewhere(report)


def _figures(report: content.Report, homes: Mapping[str, int]) -> Iterator[Entry]:
    for figure in report.figures:
        lines = tuple(_line(figure, value) for value in figure.values)
        kind = KINDS.get(figure.kind, figure.kind)
        home = _home(report, homes, figure.id)
        yield Entry(figure.id, bare(figure.means), kind, bare(figure.scope), figure.owner, "", home, lines, figure.span)


def _line(figure: content.Figure, value: content.Value) -> Line:
    cited, quantity = value.citation or figure.citation, value.quantity
    source = f"{cited.source}，{cited.place}" if cited.place else cited.source
    was = str(value.was) if value.was else ""
    unit = quantity.unit + quantity.noun
    scope, status = bare(value.scope or figure.scope), STATUSES.get(value.status, value.status)
    signed = "，".join(part for part in (value.by, value.on) if part)
    return Line(
        str(value.period), str(of_quantity(quantity)), quantity.amount, unit, source, scope, status, was, value.because, signed
    )


def _computed(desk: CopyDesk, report: content.Report, homes: Mapping[str, int]) -> Iterator[Entry]:
    for derived in report.derived:
        lines, home = _computed_lines(desk, derived.id), _home(report, homes, derived.id)
        yield Entry(derived.id, bare(derived.means), COMPUTED, "", "", in_words(derived.formula), home, lines, derived.span)


def _compared(desk: CopyDesk, report: content.Report, homes: Mapping[str, int]) -> Iterator[Entry]:
    """Yield the changes against the year before that are printed, by the names that references give them."""
    for name, changes in desk.catalogue.changes.items():
        one, home = next(iter(changes.values())), _home(report, homes, name)
        yield Entry(
            name,
            bare(one.means),
            COMPUTED,
            "",
            "",
            in_words(one.formula),
            home,
            _computed_lines(desk, name),
            one.span,
            change=True,
        )


def _computed_lines(desk: CopyDesk, name: str) -> tuple[Line, ...]:
    return tuple(
        Line(one.period, str(one.number), one.number.amount, one.number.unit, COMPUTED, "", "", "", "")
        for one in desk.catalogue.readings(name)
    )
