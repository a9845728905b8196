"""Values of one figure that are not alike: two units, or neighbours in time so far apart as where 万 was meant for 亿.

In: a figure with its values in order of time. Out: the first such pair as a warning at the later value.
A value with a `because` of its own is meant as it stands.
"""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.content.slip import Slip
from generator.diagnostics import said

if TYPE_CHECKING:
    from datetime import date

    from generator.content.figures.quantity import Quantity
    from generator.content.model import Figure, Value
    from generator.diagnostics import Span

LEAPS = ((timedelta(days=800), 1000), (timedelta.max, 10_000))
"""So many times its neighbour, a value differs from it by a scale (万 for 亿: ten thousand) rather than by the years between."""


def unlike(figure: Figure) -> tuple[Slip, Span] | None:
    """Return what to say of the first value that is unlike its neighbour in time, and where it stands; None where all are alike."""
    dated = [(day, value) for value in figure.values if (day := _day(value))]
    for (first, before), (last, after) in pairwise(dated):
        leap = next(times for most, times in LEAPS if abs(last - first) <= most)
        kind = "" if before.because or after.because else _difference(before.quantity, after.quantity, leap)
        if kind:
            told = {
                "figure": figure.id,
                "before": f"{before.period} {before.quantity}",
                "after": f"{after.period} {after.quantity}",
            }
            return Slip(said(f"unlike-values.{kind}", **told), said("unlike-values.because"), grave=False), after.span
    return None


def _day(value: Value) -> date | None:
    return value.period.end or value.period.start


def _difference(before: Quantity, after: Quantity, leap: int) -> str:
    """Return "units" or "leap" where two values are not alike, else nothing; what is no single number has no size."""
    if before.amount is None or after.amount is None:
        return ""
    if _measured(before) != _measured(after):
        return "units"
    small, large = sorted(abs(Fraction(one.amount or 0) * one.measure.factor) for one in (before, after))
    return "leap" if small and large >= leap * small else ""


def _measured(quantity: Quantity) -> str:
    return quantity.measure.dimension or quantity.noun
