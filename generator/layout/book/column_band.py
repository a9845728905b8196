"""A whole page in two columns: at the side many figures one under another, beside them text and charts. For themes rich in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.layout.book import bands, marginalia
from generator.layout.book.bands import Band

if TYPE_CHECKING:
    from generator.drawing import Item
    from generator.layout.book.marginalia import Marginal


@dataclass(frozen=True, slots=True)
class ColumnBand(Band):
    """Bands in the text's columns with all the figures beside them."""

    beside: tuple[Marginal, ...]
    main: tuple[Band, ...]

    @property
    def least(self) -> int:
        """The taller of the two columns."""
        return max(marginalia.height(self.beside), bands.height(self.main))

    def draw(self, page: int, line: int, lines: int) -> tuple[Item, ...]:
        """Return text and charts, then the figures beside them."""
        main = (item for stratum in bands.settled(self.main, line, line + lines - 1) for item in stratum.draw(page))
        return (*main, *marginalia.draw(self.beside, A4.columns(page).left, line + 1))
