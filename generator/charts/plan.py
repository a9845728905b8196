"""One plan a chart, for page and slide alike: values, order, ranges, labels, colours and the text that stands in for the picture.

The embedded workbook's cells hold the printed number (34), its header scale and unit (亿元); each label is the point's number format
(`"近"0"亿元"`), so that it follows the cell when a presenter edits it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.document.model import Chart, Number, RichText
    from generator.ink import Ink


GAP_WIDTH = 60
"""The space between bars in per cent of a bar, on page and slide alike (ST_GapAmount, ECMA-376 Part 1, 21.2.3.14)."""


@dataclass(frozen=True, slots=True)
class PlanPoint:
    """A value of a native chart: category, printed number, its label's number format, and whether it is the one to look at."""

    category: RichText
    number: Number
    value: Decimal
    format: str
    ink: Ink
    emphasis: bool
    origin: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What both outputs draw. `native` tells whether the deck makes a native chart of it (bar, column); else shapes do.

    `series` is the workbook's header (scale and unit); `maximum` the axis' end in units of the values, which start at 0; `gap` the
    space between bars in per cent of a bar (few bars stand wider apart, so that none grows into a slab).
    """

    chart: Chart
    native: bool
    series: str
    points: tuple[PlanPoint, ...]
    maximum: Decimal
    ink: Ink
    alt: str
    gap: int = GAP_WIDTH
