"""One plan a chart, for page and slide alike: values, order, ranges, labels, colours and the text that stands in for the picture.

The embedded workbook's cells hold the printed number (34), its header scale and unit (亿元); each label is the point's number format
(`"近"General"亿元"`), so that it follows the cell when a presenter edits it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.charts.native import Over
from generator.charts.number_format import GENERAL
from generator.document.model import plain

if TYPE_CHECKING:
    from generator.charts.inks import ChartInks
    from generator.charts.native import NativeForm
    from generator.document.model import Chart, Number, RichText
    from generator.ink import Ink

GAP_WIDTH = 60
"""The space between bars in per cent of a bar, on page and slide alike (ST_GapAmount, ECMA-376 Part 1, 21.2.3.14)."""


NOUGHT = Decimal(0)


@dataclass(frozen=True, slots=True)
class PlanPoint:
    """A value of a native chart: category, printed number, its label's number format, and whether it is the one to look at.

    `ink` paints its mark and `letters` its label; `below` puts the label of a point on a line under it, `inside` that of a column under
    its end. One that is not told has no label of its value. One that `is_missing` is outlined, for it is not there. Its label may be
    `larger` than others by a factor, and its cell a `formula` of others.
    """

    category: RichText
    number: Number
    value: Decimal
    format: str
    ink: Ink
    letters: Ink
    emphasis: bool
    origin: str
    below: bool = False
    inside: bool = False
    is_told: bool = True
    is_missing: bool = False
    larger: float = 1
    formula: str = ""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A series of a native chart: its name as cell and legend have it, and a point for each category, None where there is no value.

    `format` is the number format of its cells, and of the label of a value that is added to it. One that lies `over` the others is
    drawn as this says; its name may be a `formula` of cells.
    """

    name: RichText
    points: tuple[PlanPoint | None, ...]
    ink: Ink
    format: str = GENERAL
    over: Over | None = None
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What both outputs draw. `native` is the form of the deck's own chart (bar, column, line …); None where shapes do.

    `series` is the workbook's header of the only row (scale and unit). The axis runs from `minimum` (0 unless the author gave a
    reason, or values lie below it) to `maximum`, in units of the values. `gap` is the space between bars in per cent of a bar (few
    bars stand wider apart, so that none grows into a slab); by `turn` degrees the first part of a pie begins after twelve o'clock. An axis
    of ranks runs `down`: the first place is on top. Rows that lie `over` the others stand apart from these; lines among them end on an
    axis of their own at `second`, 0 where all share one. Of the names along the axis each so-manieth, from the first, is shown: `every`.
    """

    chart: Chart
    native: NativeForm | None
    inks: ChartInks
    alt: str
    series: str = ""
    rows: tuple[PlanRow, ...] = ()
    categories: tuple[RichText, ...] = ()
    minimum: Decimal = NOUGHT
    maximum: Decimal = Decimal(1)
    gap: int = GAP_WIDTH
    turn: int = 0
    down: bool = False
    over: tuple[PlanRow, ...] = ()
    second: Decimal = NOUGHT
    every: int = 1

    @property
    def is_dashed(self) -> bool:
        """Whether the line that points are seen against is not zero."""
        return bool(self.chart.axis) or self.down

    @property
    def spoken(self) -> tuple[tuple[str, str], ...]:
        """The uses that no label prints, each with what the alternative text says: whole numbers of short labels, values without one."""
        untold = {point.number.use for point in self.points if not point.is_told}
        return tuple(
            (use, str(datum.number))
            for datum in self.chart.data
            for use, due in (
                (datum.number.use, datum.short is not None),
                ((datum.short or datum.number).use, (datum.short or datum.number).use in untold),
            )
            if due
        )

    @property
    def columns(self) -> tuple[PlanRow, ...]:
        """All rows as they stand in the workbook, column by column."""
        return (*self.rows, *self.over)

    def header(self, row: PlanRow) -> str:
        """Return what the workbook has at the head of a row: its name; of the only row that marks have, scale and unit."""
        alone = len(self.rows) == 1 and row is self.rows[0]
        return self.series if alone and not any(one.over is Over.LINE for one in self.over) else plain(row.name)

    @property
    def points(self) -> tuple[PlanPoint, ...]:
        """The values of all rows but those that lie over them."""
        return tuple(point for row in self.rows for point in row.points if point)
