"""Figures in rows across the type area: under a story those that it alone tells, under a text those for which its margin has no room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from generator.design.grid import COLUMNS, SIDE
from generator.drawing import Group, Role
from generator.layout.book.bands import Band
from generator.layout.book.marginalia import Marginal, marginals
from generator.layout.book.text_band import TextBand, fitting
from generator.layout.motifs.signs import row_icons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.model import Datum
    from generator.drawing import Item
    from generator.ink import Ink
    from generator.layout.book.compositor import Compositor

FEW, MANY = 3, 4
"""Figures stand in rows of three, in line with margin and text, or of four where that takes fewer rows."""
OUTGROWN = 6
"""Figures so many lines longer than the text beside them would leave a hole under it."""
MOSTLY = 3
"""Where less than a third of the figures have room beside the text, or not all of a few, all stand under it, in line."""


@dataclass(frozen=True, slots=True)
class FigureRows(Band):
    """Figures side by side, `across` in a full row."""

    figures: tuple[Marginal, ...]
    across: int = FEW

    @property
    def rows(self) -> tuple[tuple[Marginal, ...], ...]:
        """The figures row by row."""
        return tuple(self.figures[start : start + self.across] for start in range(0, len(self.figures), self.across))

    @property
    def least(self) -> int:
        """Row under row; no white after the last."""
        return sum(map(_tall, self.rows)) - 1

    def split(self, room: int) -> tuple[FigureRows, FigureRows] | None:
        """Part them between two rows."""
        lines, count = -1, 0
        for row in self.rows:
            lines += _tall(row)
            count += len(row) if lines <= room else 0
        return (replace(self, figures=self.figures[:count]), replace(self, figures=self.figures[count:])) if count else None

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return the figures, the first row's numbers on this line; one or two alone stand in the text's columns."""
        columns, first = self.grid.columns(page), SIDE if len(self.figures) < FEW else 0
        items: list[Item] = []
        for row in self.rows:
            for index, one in enumerate(row):
                items.append(one.at(columns.x(first + index * COLUMNS // self.across), line))
            line += _tall(row)
        return (Group(tuple(items), role=Role.LIST),) if items else ()


def _tall(row: Sequence[Marginal]) -> int:
    return max(one.lines for one in row)


def figure_rows(compositor: Compositor, data: Sequence[Datum], ink: Ink) -> FigureRows:
    """Set figures for rows of three, or of four where that takes fewer rows; each with its icon where all have one of their own."""
    across = min((FEW, MANY), key=lambda count: ceil(len(data) / count))
    made = marginals(compositor, data, compositor.span(COLUMNS // across), ink)
    signs = row_icons(data)
    signed = tuple(one.signed(sign, ink) for one, sign in zip(made, signs, strict=True)) if signs else made
    return FigureRows(compositor.grid, signed, across)


def with_figures(text: TextBand, figures: tuple[Marginal, ...]) -> tuple[Band, ...]:
    """Return a text with figures beside it, and under it in rows those that would leave a hole there."""
    beside = fitting(figures, text.least + OUTGROWN) if text.flow else ()
    alike = len(beside) < len(figures) <= MANY or len(beside) * MOSTLY < len(figures)
    beside = () if alike else beside
    rest = figures[len(beside) :]
    words = (replace(text, beside=beside),) if text.flow else ()
    return (*words, *((FigureRows(text.grid, rest),) if rest else ()))
