"""What a kind of chart is: one row of the table in `kinds`, and one file beside this one or in `shapes`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.charts.faults import ChartError
    from generator.charts.lettering import Easel
    from generator.charts.plan import Plan
    from generator.document.model import Chart
    from generator.drawing import Item
    from generator.units import Length, Rect

Rule: TypeAlias = "Callable[[Chart], Iterator[ChartError]]"
"""Yields what makes a chart of this content misleading or impossible."""

Draw: TypeAlias = "Callable[[Plan, Easel], tuple[Item, ...]]"
"""Draws a plan on an easel that is at least as high as the kind's `height` says."""

Height: TypeAlias = "Callable[[Plan, Easel], Length]"
"""Returns the least height of the picture at the easel's width; raises ChartError where that is too narrow."""

Plot: TypeAlias = "Callable[[Plan, Easel], Rect]"
"""Returns where the marks of a native chart lie within its picture: the inner plot area, on page and slide alike."""

Describe: TypeAlias = "Callable[[Chart], tuple[str, ...]]"
"""Returns what a blind reader is told, one sentence for each thing that the picture shows."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: its Chinese name, whether the deck makes a native chart of it, its rules, and how it is described, measured, drawn.

    `natural` is the height at which the picture looks best when it may choose; `draw` is None for a native kind, which `painters` draw
    on a page; `plot` is the place of a native chart's marks, None where the deck's writer finds it itself.
    """

    name: str
    native: bool
    rules: tuple[Rule, ...]
    describe: Describe
    height: Height
    natural: Height
    draw: Draw | None = None
    plot: Plot | None = None
