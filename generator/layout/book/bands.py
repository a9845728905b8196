"""Bands across the type area, stacked on pages: text with its margin, a chart, a story. Heights are lines of the baseline grid.

In: bands, each with the least, the best and the most lines that it can do with. Out: strata, a page's bands with their lines given.
What is left over is white space above a band that stands at the foot, or at the foot of the page.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from generator.design.grid import SIDE, PageGrid
from generator.drawing import Item
from generator.layout.book.footnotes import Foot, tall
from generator.typeset.model import Composed

GAP = 2
"""Least lines between two bands."""
PARTED = 4
"""Lines between the end of a section and the head of the next on one page."""
MORE_GAP = 6
"""So many lines more go into each gap while there are lines to spare."""
EARLY = 8
"""Where a page ends more lines early than these, its notes stand under its words and not at its foot."""


@dataclass(frozen=True, slots=True)
class Band(ABC):
    """A strip of a page of this grid. What most bands do stands here: they take what they take, stay whole, and follow what is above."""

    grid: PageGrid
    at_foot: ClassVar[bool] = False
    """Whether it stands on the last line of a page: its ground then runs off there."""
    follows: ClassVar[bool] = True
    """Whether it stands close under what comes before; else it takes white where there is some."""

    parted: ClassVar[bool] = False
    """Whether it begins a section under the end of another."""
    quiet: ClassVar[bool] = False
    """Whether the white of its page is meant."""

    @property
    @abstractmethod
    def least(self) -> int:
        """The lines that it cannot do without."""

    @property
    def best(self) -> int:
        """The lines at which it looks best."""
        return self.least

    @property
    def most(self) -> int:
        """The lines that it can still make use of."""
        return self.least

    @property
    def running(self) -> int:
        """The lines of words in it that may go on over the page."""
        return 0

    @property
    def white(self) -> int:
        """The lines of white inside of it, where one of its columns ends before the other."""
        return 0

    @property
    def notes(self) -> tuple[Composed, ...]:
        """The notes that belong to the foot of its page."""
        return ()

    @property
    def begins(self) -> tuple[str, str] | None:
        """The name and the title of the section that begins with it, for contents and outline to lead to."""
        return None

    def split(self, room: int) -> tuple[Band, Band] | None:  # noqa: ARG002 - a band that stays whole asks for no room
        """Return what stands in so many lines and what goes on, or None when it must stay whole."""
        return None

    @abstractmethod
    def draw(self, page: int, line: int, lines: int, /) -> tuple[Item, ...]:
        """Return its items from a line of a page on, in so many lines."""


@dataclass(frozen=True, slots=True)
class Stratum:
    """A band with the line that it starts on and the lines that it has."""

    band: Band
    line: int
    lines: int

    def draw(self, page: int) -> tuple[Item, ...]:
        """Return its items on a page."""
        return self.band.draw(page, self.line, self.lines)


Layer: TypeAlias = tuple[Stratum, ...]
"""The bands of one page."""


def height(bands: Sequence[Band]) -> int:
    """Return the least lines that bands take together, with the notes at their foot."""
    return _stack(bands) + (tall(bands[0].grid, notes_of(bands)) if bands else 0)


def _stack(bands: Sequence[Band]) -> int:
    return sum(band.least for band in bands) + sum(gap_before(band) for band in bands[1:])


def notes_of(bands: Sequence[Band]) -> tuple[Composed, ...]:
    """Return the notes to bands, in order."""
    return tuple(note for band in bands for note in band.notes)


@dataclass(frozen=True, slots=True)
class NotesBand(Band):
    """The notes of a page, in line with its words."""

    foot: Foot

    @property
    def least(self) -> int:
        """The notes and the white over them."""
        return self.foot.lines

    def draw(self, page: int, line: int, _lines: int) -> tuple[Item, ...]:
        """Return rule and notes."""
        return self.foot.draw(self.grid, self.grid.columns(page).x(SIDE), line)


def gap_before(band: Band) -> int:
    """Return the least lines between a band and the one above it: one where a ground of its own parts it, or where it follows."""
    if band.parted:
        return PARTED
    return 1 if band.at_foot or band.follows else GAP


def pages(bands: Sequence[Band], first: int | None = None) -> tuple[Layer, ...]:
    """Lay bands down page after page, each as early as its least lines allow; `first` is the first line of the first page."""
    made: list[Layer] = []
    here: list[Band] = []
    rest = list(bands)
    start = first or (rest[0].grid.first if rest else 0)
    while rest:
        band = rest.pop(0)
        grid = band.grid
        room = grid.last - start + 1 - height(here) - (gap_before(band) if here else 0)
        if band.least <= room:
            here.append(band)
            continue
        parts = band.split(room)
        here += [parts[0]] if parts else []
        made += [settled(here, start)] if here else []
        fresh = start == grid.first and not here
        here, start = ([band], grid.first) if fresh else ([], grid.first)
        rest = rest if fresh else [parts[1] if parts else band, *rest]
    return (*made, settled(here, start)) if here else tuple(made)


def settled(bands: Sequence[Band], first: int, last: int | None = None) -> Layer:
    """Give bands their lines between two lines of a page: the least first, then the best in order, then the most.

    Their notes stand at its foot, over a ground that runs off there; or under the last of what ends early.
    """
    grid, notes = bands[0].grid, notes_of(bands)
    last = last or grid.last
    if not notes:
        return _stacked(bands, first, last)
    foot = NotesBand(grid, Foot(grid, notes))
    count = len(bands) - bands[-1].at_foot
    ground = _stacked(bands[count:], last + 1 - bands[-1].least, last) if bands[count:] else ()
    end = ground[0].line - 2 if ground else last
    over = _stacked(bands[:count], first, end - foot.least) if count else ()
    under = over[-1].line + over[-1].lines if over else first
    line = end + 1 - foot.least
    return (*over, Stratum(foot, under if line - under > EARLY else line, foot.least), *ground)


def _stacked(bands: Sequence[Band], first: int, last: int) -> Layer:
    """Give bands their lines between two lines."""
    grid = bands[0].grid
    lines = [band.least for band in bands]
    spare = last - first + 1 - _stack(bands)
    for wished in ([band.best for band in bands], [band.most for band in bands]):
        for index, wish in enumerate(wished):
            grown = max(0, min(spare, wish - lines[index]))
            lines[index] += grown
            spare -= grown
    gaps = sum(not band.follows for band in bands[1:])
    lower = 0 if bands[0].follows else max(0, min(grid.hang - first, spare // (gaps + 2)))
    more = max(0, min(MORE_GAP, (spare - lower) // max(1, gaps)))
    made: list[Stratum] = []
    line = first + lower
    for band, count in zip(bands, lines, strict=True):
        line += gap_before(band) + (0 if band.follows else more) if made else 0
        line = max(line, last - count + 1) if band.at_foot else line
        made.append(Stratum(band, line, count))
        line += count
    return tuple(made)
