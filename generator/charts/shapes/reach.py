"""How far values reach on both sides of zero, and what an axis of the deck leaves to the labels under the lowest.

In: a plan. Out: the least and the greatest value, and the plan with an axis that begins under zero.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal

from generator.charts.native import Over
from generator.charts.plan import NOUGHT, Plan

FURTHER = Decimal("1.25")
"""Where an axis ends is the deck's choice, up to so far beyond the longest bar: what is left under zero is then so much less."""

MOST_ROOM = 0.5
"""The most of a plot that labels take under the lowest value."""


def stretch(plan: Plan) -> tuple[float, float]:
    """Return the least and the greatest value that bars go on to, zero among them."""
    laid = (row for row in plan.over if not (plan.second and row.over is Over.LINE))
    found = [point.value for row in (*plan.rows, *laid) for point in row.points if point]
    found += [plan.maximum] if plan.second else []
    low, high = min(found, default=NOUGHT), max(found, default=NOUGHT)
    return float(min(low, NOUGHT)), float(max(high, NOUGHT)) or (0.0 if low < 0 else 1.0)


def with_room_below(plan: Plan, share: float) -> Plan:
    """Return the plan with an axis that leaves this share of the whole plot to labels below the least value.

    Its beginning is set, for a program left to itself may end it at the bar's end, and the names stand right there.
    """
    low, high = (Decimal(str(one)) for one in stretch(plan))
    if low >= 0:
        return plan
    part = Decimal(str(min(share, MOST_ROOM)))
    least = (low - part * high * FURTHER) / (1 - part)
    step = Decimal(1).scaleb(least.adjusted() - 1)
    return replace(plan, minimum=(least / step).to_integral_value(ROUND_FLOOR) * step)
