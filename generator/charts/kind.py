"""What a kind of chart is: one row of the table in `kinds.table`, and one file beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.charts.alt_text import described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.charts.faults import ChartError
    from generator.charts.lettering import Easel
    from generator.charts.native import NativeForm
    from generator.charts.plan import Plan
    from generator.document.model import Chart
    from generator.drawing import Item
    from generator.units import Length, Rect

Rule: TypeAlias = "Callable[[Chart], Iterator[ChartError]]"
"""Yields what makes a chart of this content misleading or impossible."""

Arrange: TypeAlias = "Callable[[Chart], Chart]"
"""Returns a chart whose figures are parted into rows, where its kind shows several."""

Fill: TypeAlias = "Callable[[Plan], Plan]"
"""Fills rows, ends and all else that a native chart has into a plan."""

Draw: TypeAlias = "Callable[[Plan, Easel], tuple[Item, ...]]"
"""Draws a plan on an easel that is at least as high as the kind's `height` says."""

Height: TypeAlias = "Callable[[Plan, Easel], Length]"
"""Returns the least height of the picture at the easel's width; raises ChartError where that is too narrow."""

Plot: TypeAlias = "Callable[[Plan, Easel], Rect]"
"""Returns where the marks of a native chart lie within its picture: the inner plot area, on page and slide alike."""

Shifts: TypeAlias = "Callable[[Plan, Easel], tuple[tuple[float, float], ...]]"
"""Returns how far each label lies from its usual place in a native chart, in shares of the picture."""

Describe: TypeAlias = "Callable[[Chart], tuple[str, ...]]"
"""Returns what a blind reader is told, one sentence for each thing that the picture shows."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How the picture of a kind is measured and drawn; `natural` is the height at which it looks best when it may choose."""

    height: Height
    natural: Height
    draw: Draw


@dataclass(frozen=True, slots=True)
class Native:
    """How the deck makes a chart of its own of a kind: its form, its values, and where these lie when its program is not to choose."""

    form: NativeForm
    fill: Fill
    plot: Plot | None = None
    shifts: Shifts | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: its Chinese name, its rules, how it is described and drawn, and what the deck makes of it, None where shapes do.

    A `wide` kind needs the whole type area, a `roomy` one gains by it where the page has the room. Its picture may grow up to `stretch`
    times its natural height (others only grow white), and shrink to `sparing` times where the page is full.
    """

    name: str
    rules: tuple[Rule, ...]
    drawn: Drawn
    native: Native | None = None
    arrange: Arrange | None = None
    describe: Describe = described
    wide: bool = False
    roomy: bool = False
    stretch: float = 1
    sparing: float = 1
