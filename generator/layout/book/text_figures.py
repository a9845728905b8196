"""Text and its figures: those that fit beside it in the margin, the others in rows under it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.layout.book.figure_rows import FigureRows
from generator.layout.book.text_band import fitting

if TYPE_CHECKING:
    from generator.layout.book.bands import Band
    from generator.layout.book.marginalia import Marginal
    from generator.layout.book.text_band import TextBand

OUTGROWN = 6
"""Figures so many lines longer than the text beside them would leave a hole under it."""


MOSTLY = 3
"""Where less than a third of the figures have room beside the text, all stand under it, in line with one another."""


def with_figures(text: TextBand, figures: tuple[Marginal, ...]) -> tuple[Band, ...]:
    """Return a text with figures beside it, and the band of those that would leave a hole under it."""
    beside = fitting(figures, text.least + OUTGROWN) if text.flow else ()
    beside = () if len(beside) * MOSTLY < len(figures) else beside
    rest = figures[len(beside) :]
    words = (replace(text, beside=beside),) if text.flow else ()
    return (*words, *((FigureRows(rest),) if rest else ()))
