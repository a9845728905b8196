"""What a kind of chart is: one row of the table in `kinds.table`, and one file beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

from generator.charts.alt_text import described
from generator.charts.native import Option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.charts.faults import ChartError
    from generator.charts.lettering import Easel
    from generator.charts.native import NativeForm
    from generator.charts.plan import Plan
    from generator.document.model import Chart
    from generator.drawing import Item
    from generator.units import Length, Rect


class Labels(IntEnum):
    """How many values have labels: all, at least those that are needed (first, last, extremes), or some."""

    ALL = 0
    NEEDED = 1
    SOME = 2


Rule: TypeAlias = "Callable[[Chart], Iterator[ChartError]]"
"""Yields what makes a chart of this content misleading or impossible."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How the picture of a kind is measured and drawn.

    `height` is the least at the easel's width (ChartError where that is too narrow), `natural` the one at which it looks best when it
    may choose; `draw` needs an easel that is at least as high as the least.
    """

    height: Callable[[Plan, Easel], Length]
    natural: Callable[[Plan, Easel], Length]
    draw: Callable[[Plan, Easel], tuple[Item, ...]]


@dataclass(frozen=True, slots=True)
class Native:
    """How the deck makes a chart of its own of a kind: its form, and rows, ends and all else that it has, filled into a plan.

    `plot` is where the marks lie within the picture, on page and slide alike, None where the deck's program is to choose; `shifts` is
    how far each label lies from its usual place, in shares of the picture. `settle` fits what the plan says to the room that it has;
    None where that is too small for a native chart.
    """

    form: NativeForm
    fill: Callable[[Plan], Plan]
    plot: Callable[[Plan, Easel], Rect | None] | None = None
    shifts: Callable[[Plan, Easel], tuple[tuple[float, float], ...]] | None = None
    settle: Callable[[Plan, Easel], Plan | None] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: its Chinese name, its rules, how it is described and drawn, and what the deck makes of it, None where shapes do.

    `result` tells that it shows a computed result, `options` what else may stand beside its marks; `arrange` parts a chart's figures
    into rows; `describe` tells a blind reader what the picture shows, a sentence for each thing.
    A `wide` kind needs the whole type area, a `roomy` one gains by it where the page has the room. Its picture may grow up to `stretch`
    times its natural height (others only grow white), and shrink to `sparing` times where the page is full. Where labels have no room in
    the smallest type, `thinned` leaves some out of a plan (ChartError where it cannot).
    """

    name: str
    rules: tuple[Rule, ...]
    drawn: Drawn
    native: Native | None = None
    arrange: Callable[[Chart], Chart] | None = None
    describe: Callable[[Chart], tuple[str, ...]] = described
    wide: bool = False
    roomy: bool = False
    stretch: float = 1
    sparing: float = 1
    result: bool = False
    options: frozenset[Option] = frozenset()
    thinned: Callable[[Plan, Easel, Labels], Plan] | None = None
