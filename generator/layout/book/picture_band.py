"""Pictures of the author's on paper: in the text's columns or a narrow one with the caption beside, over the measure or off the edges.

A picture keeps its shape; one that is too tall for a page is narrower. In a text that has no bands it stands in the text's measure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from generator.design.grid import MAIN, SIDE
from generator.document.model import Picture, listed, plain
from generator.drawing import Role
from generator.layout.book.bands import Band
from generator.layout.book.compositor import stacked, unseen
from generator.layout.book.flow import Figured
from generator.layout.coarse import coarse
from generator.pictures.model import ratio
from generator.pictures.placing import figure
from generator.units import Rect, Size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.design.grid import PageGrid
    from generator.diagnostics import Diagnostic
    from generator.document.model import Block
    from generator.drawing import Item
    from generator.layout.book.compositor import Compositor
    from generator.pictures.model import Picture as Shown
    from generator.typeset.model import Composed
    from generator.units import Length

COLUMN, FULL, BLEED, PORTRAIT = "column", "full", "bleed", "portrait"
BROAD, TALL = 2.2, 0.95
"""Pictures so many times as wide as high take the whole measure by themselves, and those below stand in a narrow column."""
RISE = 0.7
"""Lines from the first baseline up to a picture's edge, and from its lower edge down to the first of the caption under it."""
MOST = 0.62
"""A picture takes no more of a page's lines."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture as it is to stand: its size, caption and credit set, what there is to tell of it."""

    shown: Shown | None
    size: Size
    words: tuple[Composed, ...]
    alt: str
    origin: str
    faults: tuple[Diagnostic, ...]

    def lines(self, grid: PageGrid) -> int:
        """Return the lines that the picture takes."""
        return grid.holding(self.size.height)

    def words_lines(self, grid: PageGrid) -> int:
        """Return the lines that caption and credit take."""
        return grid.holding(sum(one.height for one in self.words))

    def under(self, grid: PageGrid, x: Length, line: int) -> tuple[Item, ...]:
        """Return caption and credit under the picture, as near to it whatever its height."""
        return stacked(self.words, x, grid.y(line) + self.size.height)

    def figure(self, grid: PageGrid, x: Length, line: int) -> tuple[Item, ...]:
        """Return the picture, its upper edge where the heads of a line of words would be."""
        if self.shown is None:
            return unseen(self.faults)
        top = grid.over(grid.y(line), RISE)
        drawn = figure(self.shown, Rect(x, top, self.size.width, self.size.height), self.alt, self.origin)
        return drawn, *unseen(self.faults)


@dataclass(frozen=True, slots=True)
class PictureBand(Band):
    """A picture with its caption beside it, at its foot, or under it."""

    plate: Plate
    place: str
    follows: ClassVar[bool] = False

    @property
    def _beside(self) -> bool:
        return self.place in (COLUMN, PORTRAIT)

    @property
    def least(self) -> int:
        """The picture and its words."""
        lines, words = self.plate.lines(self.grid), self.plate.words_lines(self.grid)
        return max(lines, words) if self._beside else lines + words

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return picture, caption and credit."""
        grid, columns, plate = self.grid, self.grid.columns(page), self.plate
        words = plate.words_lines(grid)
        if self._beside:
            left = columns.x(SIDE)
            aside = columns.left if self.place == COLUMN else columns.x(2 * SIDE)
            first = line + max(0, plate.lines(grid) - words)
            return *plate.figure(grid, left, line), *stacked(plate.words, aside, grid.y(first))
        left = columns.left if self.place == FULL else grid.bleed.x
        return *plate.figure(grid, left, line), *plate.under(grid, columns.left, line)


@dataclass(frozen=True, slots=True)
class PicturePiece(Figured):
    """A picture among words, its caption under it."""

    grid: PageGrid
    plate: Plate
    before: int = 0
    kind: str = "picture"
    origin: str = ""

    @property
    def lines(self) -> int:
        """The picture and its words."""
        return self.plate.lines(self.grid) + self.plate.words_lines(self.grid)

    def split(self, room: int) -> tuple[tuple[PicturePiece, ...], tuple[PicturePiece, ...]]:
        """Stand whole or not at all."""
        return ((self,), ()) if self.lines <= room else ((), (self,))

    def draw(self, grid: PageGrid, x: Length, line: int) -> tuple[Item, ...]:
        """Return picture, caption and credit."""
        return *self.plate.figure(grid, x, line), *self.plate.under(grid, x, line)


def picture_band(compositor: Compositor, picture: Picture) -> PictureBand:
    """Return the band of a picture, at the place that its author gives or that its shape asks for."""
    grid, shown = compositor.grid, compositor.pictures.get(picture.shown)
    place = picture.place or _fitting(shown)
    measure = {FULL: grid.measure, BLEED: grid.bleed.width, PORTRAIT: compositor.span(SIDE)}.get(place, compositor.span(MAIN))
    words = compositor.span(SIDE if place in (COLUMN, PORTRAIT) else MAIN)
    return PictureBand(grid, plate_of(compositor, picture, measure, words), place)


def picture_bands(compositor: Compositor, blocks: Iterable[Block]) -> Iterator[PictureBand]:
    """Yield the bands of the pictures among some blocks."""
    yield from (picture_band(compositor, one) for one in blocks if isinstance(one, Picture))


def picture_piece(compositor: Compositor, picture: Picture, measure: Length) -> PicturePiece:
    """Return a picture as a piece of a text of this measure."""
    return PicturePiece(compositor.grid, plate_of(compositor, picture, measure, measure), origin=picture.origin)


def _fitting(shown: Shown | None) -> str:
    shape = ratio(shown) if shown else 1.5
    return FULL if shape >= BROAD else PORTRAIT if shape < TALL else COLUMN


def plate_of(compositor: Compositor, picture: Picture, measure: Length, words: Length) -> Plate:
    """Return a picture as it stands over a measure, its words in another."""
    grid, shown = compositor.grid, compositor.pictures.get(picture.shown)
    shape = ratio(shown) if shown else 1.5
    tallest = round(MOST * grid.lines) * grid.baseline
    width = min(measure, round(tallest * shape))
    size = Size(width, round(width / shape))
    voices = compositor.voices
    said_of = (picture.caption, voices.label), (picture.credit, voices.note)
    made = tuple(compositor.set(text, voice, words, picture.origin, Role.CAPTION) for text, voice in said_of if plain(text))
    alt = plain(listed((picture.alt, picture.says), "；"))
    return Plate(shown, size, made, alt, picture.origin, coarse(picture, shown, size, compositor.report.places))
