"""A plan, drawn: for the page every kind, for the deck those that it does not make native.

In: a plan, the size that the layout gives, a look and the faces. Out: a drawing that keeps within its size, whatever it holds, or a
refusal that says how much is missing. Message, measure and source stand around it and are the layout's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.charts.faults import ChartError, first
from generator.charts.kinds.table import KINDS
from generator.charts.lettering import Easel
from generator.charts.look import DROPS, ChartLook
from generator.diagnostics import said
from generator.drawing import Drawing, Item
from generator.units import EMU_PER_MILLIMETRE, Length, Rect, Size

if TYPE_CHECKING:
    from generator.charts.plan import Plan
    from generator.fonts.library import Library


def picture(plan: Plan, size: Size, look: ChartLook, library: Library) -> Drawing:
    """Return a plan's picture at this size, its type smaller than the look's only where it must be.

    Raises ChartError when even the smallest type of the output does not fit.
    """
    return Drawing(size, drawn(plan, fitted(plan, size, look, library)), plan.alt, plan.chart.origin, plan.spoken)


def drawn(plan: Plan, easel: Easel) -> tuple[Item, ...]:
    """Return the items of a plan on an easel that is high enough for it."""
    return KINDS[plan.chart.kind].drawn.draw(plan, easel)


@dataclass(frozen=True, slots=True)
class Stand:
    """How a native chart stands in its place: its plan, the look that fits, the plot (None where the writer finds it), labels' shifts."""

    plan: Plan
    look: ChartLook
    plot: Rect | None
    shifts: tuple[tuple[float, float], ...] = ()


def stand(plan: Plan, size: Size, look: ChartLook, library: Library) -> Stand | None:
    """Return how a native chart stands in a place of this size, without drawing it; None where a drawing serves better.

    Raises ChartError when even the smallest type of the output does not fit.
    """
    easel, native = fitted(plan, size, look, library), KINDS[plan.chart.kind].native
    assert native is not None
    made = native.settle(plan, easel) if native.settle else plan
    if made is None:
        return None
    shifts = native.shifts(made, easel) if native.shifts else ()
    return Stand(made, easel.look, native.plot(made, easel) if native.plot else None, shifts)


def natural_height(plan: Plan, width: Length, look: ChartLook, library: Library) -> Length:
    """Return the height at which a picture of this width looks best, in the look's own sizes (smaller ones where it is narrow).

    Raises ChartError when the width is too narrow for any size.
    """
    natural = KINDS[plan.chart.kind].drawn.natural
    return first(lambda easel: natural(plan, easel), (Easel(Size(width, 0), look.lowered(drop), library) for drop in DROPS))


def fitted(plan: Plan, size: Size, look: ChartLook, library: Library) -> Easel:
    """Return the easel of the largest type at which a plan fits a size; raises ChartError when even the smallest does not."""

    def fits(easel: Easel) -> Easel:
        missing = KINDS[plan.chart.kind].drawn.height(plan, easel) - size.height
        if missing <= 0:
            return easel
        says = said("does-not-fit.height", kind=plan.chart.kind, missing=f"{missing / EMU_PER_MILLIMETRE:.0f}")
        raise ChartError(says, said("hint.shorten-labels"), plan.chart.origin)

    return first(fits, (Easel(size, look.lowered(drop), library) for drop in DROPS))
