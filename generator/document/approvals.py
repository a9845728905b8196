"""Who has approved what: the values of a report that nobody has, by owner.

A checked `Report` in; warnings by owner out once any value has a status, or, where only approved figures may be built, a refusal for each.
What is still to come (待更新) is told by `open_values`; values of earlier years count only where they have a status of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.content.figures.forms import Form
from generator.diagnostics import Diagnostic, Severity, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.content.model import Figure, Report, Value
    from generator.diagnostics import Words

APPROVED = "approved"
STATUSES = {"draft": "草稿", "reviewed": "已核", APPROVED: "已批"}
"""The statuses of a value as people read them."""


def told(report: Report, *, only: bool, draft: bool) -> tuple[Diagnostic, ...]:
    """Return the figures that are not approved, by owner: warnings, or with `only` an error for each figure.

    A draft, and a report in which no value has a status, have nothing to tell unless it is asked for.
    """
    kept = any(value.status for figure in report.figures for value in figure.values)
    if not only and (draft or not kept):
        return ()
    waiting = tuple((figure, values) for figure in report.figures if (values := unapproved(figure)))
    by_owner = sorted(waiting, key=lambda one: (not one[0].owner, one[0].owner))
    return tuple(map(_refused, by_owner)) if only else tuple(_by_owner(by_owner))


def unapproved(figure: Figure) -> tuple[Value, ...]:
    """Return the values of a figure that are not approved: its latest, and those that say so."""
    return tuple(
        value
        for value in figure.values
        if value.quantity.form is not Form.OPEN and value.status != APPROVED and (value.status or value is figure.values[-1])
    )


def _refused(waiting: tuple[Figure, tuple[Value, ...]]) -> Diagnostic:
    figure, values = waiting
    told = tuple(map(_value, values))
    owned = said("not-approved.of-owner", figure=figure.id, values=told, owner=figure.owner)
    says = owned if figure.owner else said("not-approved.figure", figure=figure.id, values=told)
    return Diagnostic(Severity.ERROR, says, values[0].span, hints=(said("hint.approve"),))


def _value(value: Value) -> Words:
    status = value.status or "none"
    return said(f"not-approved.{status}", period=str(value.period), value=str(value.quantity))


def _by_owner(waiting: list[tuple[Figure, tuple[Value, ...]]]) -> Iterator[Diagnostic]:
    """Yield a warning for each owner; figures that nobody owns come last."""
    for owner in dict.fromkeys(figure.owner for figure, _ in waiting):
        own = [(figure, values) for figure, values in waiting if figure.owner == owner]
        figures = tuple(said("not-approved.item", figure=figure.id, line=values[0].span.line) for figure, values in own)
        owned = said("not-approved.all-of-owner", owner=owner, count=len(own), figures=figures)
        says = owned if owner else said("not-approved.all-of-nobody", count=len(own), figures=figures)
        yield Diagnostic(Severity.WARNING, says, own[0][1][0].span, hints=(said("hint.approved-only"),))
