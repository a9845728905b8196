"""A plan, drawn: for the page every kind, for the deck those that it does not make native.

In: a plan, the size that the layout gives, a look and the faces. Out: a drawing that keeps within its size, whatever it holds, or a
refusal that says how much is missing. Message, measure and source stand around it and are the layout's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.charts.faults import ChartError, first
from generator.charts.kind import Labels
from generator.charts.kinds.table import KINDS
from generator.charts.lettering import Easel
from generator.charts.look import DROPS, ChartLook
from generator.charts.series import runs_in_time
from generator.diagnostics import said
from generator.drawing import Drawing, Item
from generator.units import EMU_PER_MILLIMETRE, Length, Rect, Size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.charts.plan import Plan
    from generator.fonts.library import Library

Try: TypeAlias = "Callable[[], tuple[Plan, Easel]]"
"""Makes a plan and the easel that it may be drawn on; raises ChartError where it cannot."""


def picture(plan: Plan, size: Size, look: ChartLook, library: Library) -> Drawing:
    """Return a plan's picture at this size, its type smaller than the look's only where it must be.

    Raises ChartError when even the smallest type of the output does not fit.
    """
    made, easel = fitted(plan, size, look, library)
    return Drawing(size, drawn(made, easel), made.alt, made.chart.origin, made.spoken)


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
    (fit, easel), native = fitted(plan, size, look, library), KINDS[plan.chart.kind].native
    assert native is not None
    made = native.settle(fit, easel) if native.settle else fit
    if made is None:
        return None
    shifts = native.shifts(made, easel) if native.shifts else ()
    return Stand(made, easel.look, native.plot(made, easel) if native.plot else None, shifts)


def natural_height(plan: Plan, width: Length, look: ChartLook, library: Library, labels: Labels = Labels.SOME) -> Length:
    """Return the height at which a picture of this width looks best, in the look's own sizes (smaller ones where it is narrow).

    Raises ChartError when the width is too narrow for any size; `labels` are the fewest that there may be.
    """
    natural = KINDS[plan.chart.kind].drawn.natural
    return first(lambda make: natural(*make()), _tries(plan, Size(width, 0), look, library, labels))


def fitted(plan: Plan, size: Size, look: ChartLook, library: Library) -> tuple[Plan, Easel]:
    """Return a plan as it fits a size, and the easel of the largest type at which it does.

    All labels in small type come before some in large. Raises ChartError when not even the fewest fit in the smallest.
    """

    def fits(make: Try) -> tuple[Plan, Easel]:
        made, easel = make()
        missing = KINDS[plan.chart.kind].drawn.height(made, easel) - size.height
        if missing <= 0:
            return made, easel
        says = said("does-not-fit.height", kind=plan.chart.kind, missing=f"{missing / EMU_PER_MILLIMETRE:.0f}")
        raise ChartError(says, said("hint.shorten-labels"), plan.chart.origin)

    return first(fits, _tries(plan, size, look, library))


def _tries(plan: Plan, size: Size, look: ChartLook, library: Library, fewest: Labels = Labels.SOME) -> Iterator[Try]:
    """Yield what makes a plan and its easel: in one size after another, and then again with fewer labels.

    Names that run in time tell those between them; of any others each is needed.
    """
    thinned = KINDS[plan.chart.kind].thinned if runs_in_time(plan.chart) else None
    easels = [Easel(size, look.lowered(drop), library) for drop in DROPS]
    yield from (lambda easel=easel: (plan, easel) for easel in easels)
    for labels in (Labels.NEEDED, Labels.SOME):
        if thinned and labels <= fewest:
            sizes = easels if labels is Labels.NEEDED else easels[::-1]
            yield from (lambda easel=easel, labels=labels: (thinned(plan, easel, labels), easel) for easel in sizes)
