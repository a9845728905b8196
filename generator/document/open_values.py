"""What is still to come (待更新): which figures wait for values, and whose they are, and what sources say that is still undecided.

A checked `Report` in; a list for each owner out: a notice, or an error where the report is to be final.
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
    """Return what is still to come, a list for each owner: notices of a draft, else errors."""
    severity = Severity.NOTICE if draft else Severity.ERROR
    waiting = tuple((figure, values) for figure in report.figures if (values := open_values(figure)))
    undecided = (one for one in report.discrepancies if _typed(one.decision) == OPEN)
    return (*_by_owner(waiting, severity), *(_undecided(one, severity) for one in undecided))


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


def _by_owner(waiting: tuple[tuple[Figure, tuple[Value, ...]], ...], severity: Severity) -> Iterator[Diagnostic]:
    """Yield a list for each owner, in the order in which they are first named; figures that nobody owns come last."""
    hints = (said("hint.fill-in-or-draft"),) if severity is Severity.ERROR else ()
    owners = sorted(dict.fromkeys(figure.owner for figure, _ in waiting), key=lambda owner: not owner)
    for owner in owners:
        own = [(figure, values) for figure, values in waiting if figure.owner == owner]
        owned = said("open-values.of-owner", owner=owner, count=len(own))
        says = owned if owner else said("open-values.of-nobody", count=len(own))
        yield Diagnostic(severity, says, own[0][1][0].span, hints=hints, details=tuple(_item(*one) for one in own))


def _item(figure: Figure, values: tuple[Value, ...]) -> Said:
    return said("open-values.item", figure=figure.id, periods=_periods(values), line=values[0].span.line)


def _periods(values: tuple[Value, ...]) -> tuple[str, ...]:
    return tuple(str(value.period) for value in values)
