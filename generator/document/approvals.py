"""Who has approved what: the values of a report that nobody has, by owner.

A checked `Report` in; a list for each owner out: a warning once any value has a status, or an error where only what is approved may be
built. What is still to come (待更新) is told by `open_values`; values of earlier years count only where they have a status of
their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.content.figures.forms import Form
from generator.diagnostics import Diagnostic, Severity, said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from generator.content.model import Figure, Report, Value
    from generator.diagnostics import Words

    Waiting: TypeAlias = "tuple[Figure, tuple[Value, ...]]"

APPROVED = "approved"
STATUSES = {"draft": "草稿", "reviewed": "已核", APPROVED: "已批"}
"""The statuses of a value as people read them."""


def told(report: Report, *, only: bool, draft: bool) -> tuple[Diagnostic, ...]:
    """Return the figures that are not approved, a list for each owner: warnings, or errors with `only`.

    A draft, and a report in which no value has a status, have nothing to tell unless it is asked for.
    """
    kept = any(value.status for figure in report.figures for value in figure.values)
    if not only and (draft or not kept):
        return ()
    waiting = tuple((figure, values) for figure in report.figures if (values := unapproved(figure)))
    owners = sorted(dict.fromkeys(figure.owner for figure, _ in waiting), key=lambda owner: not owner)
    return tuple(_of_owner(owner, [one for one in waiting if one[0].owner == owner], only=only) for owner in owners)


def unapproved(figure: Figure) -> tuple[Value, ...]:
    """Return the values of a figure that are not approved: its latest, and those that say so."""
    return tuple(
        value
        for value in figure.values
        if value.quantity.form is not Form.OPEN and value.status != APPROVED and (value.status or value is figure.values[-1])
    )


def _of_owner(owner: str, own: Sequence[Waiting], *, only: bool) -> Diagnostic:
    """Return the list of an owner's figures, of those that nobody owns for ""."""
    owned = said("not-approved.of-owner", owner=owner, count=len(own))
    says = owned if owner else said("not-approved.of-nobody", count=len(own))
    severity, cure = (Severity.ERROR, "hint.approve") if only else (Severity.WARNING, "hint.approved-only")
    first = own[0][1][0].span
    return Diagnostic(severity, says, first, hints=(said(cure),), details=tuple(map(_item, own)))


def _item(waiting: Waiting) -> Words:
    figure, values = waiting
    return said("not-approved.item", figure=figure.id, line=values[0].span.line, values=tuple(map(_value, values)))


def _value(value: Value) -> Words:
    status = value.status or "none"
    return said(f"not-approved.{status}", period=str(value.period), value=str(value.quantity))
