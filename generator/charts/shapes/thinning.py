"""Which labels stay where not all have room: of each row the first, the last and the extremes; of the names each so-manieth.

In: a plan and an easel whose labels would meet. Out: the plan with the others untold: they stay in workbook and alternative text.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.charts.kind import Labels
from generator.document.model import plain
from generator.typeset.model import Span
from generator.typeset.paragraph import natural_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan, PlanPoint, PlanRow
    from generator.units import Length

STEPS, MONTHS = (1, 2, 3, 5, 10), (1, 2, 3, 6, 12)
"""Of the names along an axis each so-manieth is shown: of months those that begin quarters and halves."""
MONTH = "月"
WIDER = 1.12
"""Other renderers set names so much wider than we measure them."""


def with_fewer_names(plan: Plan, easel: Easel, pitch: Length, air: Length) -> Plan:
    """Return the plan with as many names as have room in one line; one at the edge is moved in by what it lacks."""
    style, last = easel.look.name(), plain(plan.categories[-1])
    spans = (tuple(Span(run.text, style) for run in name) for name in plan.categories)
    widths = [WIDER * natural_width(name, easel.library) for name in spans]
    steps = MONTHS if last.endswith(MONTH) else STEPS
    return replace(plan, every=next((step for step in steps if _fit(widths[::step], step * pitch, pitch, air)), len(widths)))


def _fit(widths: Sequence[float], room: Length, pitch: Length, air: Length) -> bool:
    """Tell whether names so wide stand side by side, the first of them moved in from the edge by what it lacks."""
    moved = [max(0.0, (widths[0] - pitch) / 2), *(0.0 for _ in widths[1:])]
    apart = ((one + other) / 2 + shift + air <= room for (one, other), shift in zip(pairwise(widths), moved, strict=False))
    return max(widths) <= room and all(apart)


def with_fewer_values(plan: Plan, keep: Callable[[PlanRow], dict[int, bool]]) -> Plan:
    """Return the plan with those values of each row told that are to be kept; each says whether its label stands below."""
    rows = []
    for row in plan.rows:
        kept = keep(row)
        points = (point and replace(point, is_told=at in kept, below=kept.get(at, False)) for at, point in enumerate(row.points))
        rows.append(replace(row, points=tuple(points)))
    return replace(plan, rows=tuple(rows))


def needed(row: PlanRow) -> list[int]:
    """Return the places of a row that are labelled where not all can be, the most needed first: the last, the extremes, the first."""
    there = [(at, point.value) for at, point in enumerate(row.points) if point]
    high, low = max(there, key=lambda one: one[1])[0], min(there, key=lambda one: one[1])[0]
    return list(dict.fromkeys((there[-1][0], high, low, there[0][0])))


def wanted(row: PlanRow) -> list[int]:
    """Return the places that are labelled where they have room: those needed, then those that the message is about."""
    return list(dict.fromkeys((*needed(row), *(at for at, point in enumerate(row.points) if point and point.emphasis))))


def has_needed(plan: Plan, labels: Labels) -> bool:
    """Tell whether the values have labels that are to have one: those needed, or one at least."""
    told = [[bool(point and point.is_told) for point in row.points] for row in plan.rows]
    if labels is Labels.SOME:
        return all(map(any, told))
    return all(shown[at] for row, shown in zip(plan.rows, told, strict=True) for at in needed(row))


def lower_side(row: PlanRow, at: int, reach: int) -> bool:
    """Tell whether a label has more room under its point: those that it reaches over go less far down than up."""
    here = row.points[at]
    near = [point.value for point in row.points[max(0, at - reach) : at + reach + 1] if point]
    assert here
    return here.value - min(near) < max(near) - here.value


def meet(one: int, other: int, widths: Sequence[Length], pitch: Length, air: Length) -> bool:
    """Tell whether two labels centred on their places would meet; one at the edge is moved in by what it lacks."""
    whole = len(widths) * pitch

    def middle(at: int) -> float:
        return max(widths[at] / 2, min((at + 0.5) * pitch, whole - widths[at] / 2))

    return abs(middle(one) - middle(other)) < (widths[one] + widths[other]) / 2 + air


class Sides:
    """Labels of one row over and under its points: where two would meet, the higher goes above and the lower below.

    Those of several rows are not `free`: each has its side already.
    """

    def __init__(self, row: PlanRow, widths: Sequence[Length], pitch: Length, air: Length, *, free: bool) -> None:
        self._row, self._widths, self._pitch, self._air, self._free = row, widths, pitch, air, free
        self.kept: dict[int, bool] = {}
        self._fixed: set[int] = set()

    def take(self, at: int, *, below: bool) -> None:
        """Keep a label on the side that it would have, or on the other, or not at all where it would meet another on both."""
        near = [other for other in self.kept if self._meet(at, other)]
        if near and not self._free:
            return
        sides = {self._under(at, other) for other in near}
        if len(sides) > 1 or None in sides:
            return
        for side in sides:
            below = bool(side)
        if any(self.kept[other] is below and other in self._fixed for other in near):
            return
        for other in near:
            self.kept[other] = not below
        self._fixed |= {at, *near} if near else set()
        self.kept[at] = below

    def _meet(self, one: int, other: int) -> bool:
        return meet(one, other, self._widths, self._pitch, self._air)

    def _under(self, one: int, other: int) -> bool | None:
        """Tell whether one value lies under another; None where they lie level."""
        here, there = self._value(one), self._value(other)
        return None if here == there else here < there

    def _value(self, at: int) -> float:
        point: PlanPoint | None = self._row.points[at]
        assert point is not None
        return float(point.value)
