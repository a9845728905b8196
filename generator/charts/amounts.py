r"""Numbers of several scales on one axis: 9800万元 beside 1.2亿元, drawn by amount, and each printed as it is given.

In: a chart's values. Out: the scale in which all amounts stand in the workbook, and the number formats under which they read as printed.

A code cannot divide by ten thousand. It divides by a thousand for each comma at its end, and prints a literal point among its digits:
under `0\.0,"亿元"` a cell of 12000 (万元) reads 1.2亿元, and 13500 typed into it 1.4亿元 (ECMA-376 Part 1, 18.8.31). So the label
follows its cell where the places fit: 亿 with one decimal beside any 万, with two beside amounts in 元. Where they do not (1.25亿元 beside
9800万元) no code prints the number, a label typed by hand would be stale after the first edit, and the deck has a drawing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.charts.number_format import number_format, scaled_format

if TYPE_CHECKING:
    from decimal import Decimal

    from generator.document.model import Chart, Datum, Number

ZEROS = {"": 0, "万": 4, "亿": 8, "万亿": 12}
"""How many zeros a scale stands for."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """The scale of all cells, "" for the unit itself; `is_written` tells whether a number format prints each number as it is given."""

    scale: str
    is_written: bool

    def of(self, number: Number) -> Decimal:
        """Return what the cell of a number holds."""
        assert number.amount is not None
        return (number.amount.scaleb(-ZEROS[self.scale])).normalize() + 0

    def code(self, number: Number) -> str:
        """Return the number format of its label."""
        return self.written(number) or number_format(number)

    def written(self, number: Number) -> str | None:
        """Return the number format under which its cell reads as it is given; None where there is none."""
        return _code(number, self.scale)


def several(chart: Chart) -> Amounts | None:
    """Return how values of several scales share an axis; None where all have one."""
    numbers = tuple(datum.number for datum in chart.data if datum.number.value is not None)
    found = {number.scale for number in numbers if number.value}
    if len(found) < 2 or not found <= ZEROS.keys():  # noqa: PLR2004 - two scales are several
        return None
    present = sorted(found, key=lambda scale: ZEROS[scale])
    for scale in dict.fromkeys((*present, *ZEROS)):
        if all(_code(number, scale) for number in numbers):
            return Amounts(scale, is_written=True)
    return Amounts(present[0], is_written=False)


def of_cells(chart: Chart) -> Amounts:
    """Return the scale in which a chart's cells hold amounts."""
    return several(chart) or Amounts(chart.data[0].number.scale, is_written=True)


def value(datum: Datum, shared: Amounts | None) -> Decimal | None:
    """Return the value of a point: the printed number, or its amount in the scale that all share."""
    return shared.of(datum.number) if shared and datum.number.amount is not None else datum.number.value


def _code(number: Number, scale: str) -> str | None:
    power = ZEROS[number.scale if number.scale in ZEROS else ""] - ZEROS[scale]
    return number_format(number) if not power else scaled_format(number, power)
