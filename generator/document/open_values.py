"""What is still to come (待更新): which figures wait for values, and whose they are, and what sources say that is still undecided.

A checked `Report` in; a list by owner out, and, where the report is to be final, a refusal for each figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.content.figures.forms import OPEN, Form
from generator.content.model import Words
from generator.diagnostics import Diagnostic, Severity, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content.model import Discrepancy, Figure, Phrase, Report, Value
    from generator.diagnostics import Words as Said


def told(report: Report, *, draft: bool) -> tuple[Diagnostic, ...]:
    """Return what is still to come by owner, as notices; of a report that is no draft each figure is an error as well."""
    waiting = tuple((figure, values) for figure in report.figures if (values := open_values(figure)))
    undecided = tuple(one for one in report.discrepancies if _typed(one.decision) == OPEN)
    refused = () if draft else (*map(_refused, waiting), *(_undecided(one, Severity.ERROR) for one in undecided))
    return (*refused, *_by_owner(waiting), *(_undecided(one, Severity.NOTICE) for one in undecided if draft))


def open_values(figure: Figure) -> tuple[Value, ...]:
    """Return the values of a figure that are still to come."""
    return tuple(value for value in figure.values if value.quantity.form is Form.OPEN)


def _typed(phrase: Phrase) -> str:
    return "".join(node.text for node in phrase.nodes if isinstance(node, Words)).strip()


def _undecided(one: Discrepancy, severity: Severity) -> Diagnostic:
    names = tuple(name.name for name in one.about)
    return Diagnostic(
        severity, said("open-decision.about", figures=names), one.decision.span, hints=(said("hint.decide-or-delete"),)
    )


def _refused(waiting: tuple[Figure, tuple[Value, ...]]) -> Diagnostic:
    figure, values = waiting
    name, periods = figure.id, _periods(values)
    owned = said("open-value.of-owner", figure=name, periods=periods, owner=figure.owner)
    says = owned if figure.owner else said("open-value.figure", figure=name, periods=periods)
    return Diagnostic(Severity.ERROR, says, values[0].span, hints=(said("hint.fill-in-or-draft"),))


def _by_owner(waiting: tuple[tuple[Figure, tuple[Value, ...]], ...]) -> Iterator[Diagnostic]:
    """Yield a notice for each owner, in the order in which they are first named; figures that nobody owns come last."""
    owners = sorted(dict.fromkeys(figure.owner for figure, _ in waiting), key=lambda owner: not owner)
    for owner in owners:
        figures = tuple(_item(figure, values) for figure, values in waiting if figure.owner == owner)
        count = len(figures)
        owned = said("open-values.of-owner", owner=owner, count=count, figures=figures)
        says = owned if owner else said("open-values.of-nobody", count=count, figures=figures)
        yield Diagnostic(Severity.NOTICE, says)


def _item(figure: Figure, values: tuple[Value, ...]) -> Said:
    return said("open-values.item", figure=figure.id, periods=_periods(values), line=values[0].span.line)


def _periods(values: tuple[Value, ...]) -> tuple[str, ...]:
    return tuple(str(value.period) for value in values)
