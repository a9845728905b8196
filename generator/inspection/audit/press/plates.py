"""The plates of a sheet as they come to lie one over another: every mark painted in its order, overprint honoured.

In: the marks of a sheet. Out: the most ink that lies anywhere within its bleed, and where. The sheet is a grid of points, each of which
knows the stack of inks on it by its number; what is painted over turns every number into that of the new stack (ISO 32000-1, 8.6.7).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.audit.press.colours import CMYK, LEAST
from generator.inspection.audit.press.sheet import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.audit.press.colours import Colour, Stack
    from generator.inspection.audit.press.sheet import Contour, Mark, Sheet
    from generator.inspection.pdf.geometry import Bounds

FINE = 2
"""Cells of the grid in a point."""
MOST = 256
"""Stacks that a sheet may have at a time: as many as a byte tells apart."""
INNER = (0.3, 0.5, 0.7)
"""Where a glyph is taken to have its ink, in parts of its box."""
NONZERO_ONLY = 1
"""The overprint mode in which a plate without ink stays as it is."""


class Heaviest(NamedTuple):
    """The most ink of a sheet, in per cent, and the place of it in points."""

    total: float
    place: tuple[float, float] = (0, 0)


def weight(stack: Stack) -> float:
    """Return how much ink a stack is, in per cent."""
    return 100 * sum(tint for _, tint in stack)


def laid(colour: Colour, over: int | None, ground: Stack) -> Stack:
    """Return the stack after a colour is painted on a ground (ISO 32000-1, 8.6.7)."""
    if over is None:
        return colour.stack
    # Mode 1 bears on what is directly in DeviceCMYK alone.
    spares = over == NONZERO_ONLY and colour.family == CMYK
    painted = {name: tint for name, tint in colour.inks if tint > LEAST or not spares}
    return tuple(sorted((name, tint) for name, tint in {**dict(ground), **painted}.items() if tint > LEAST))


@dataclass(slots=True)
class Plates:
    """A sheet's grid within a frame; `stacks` are the inks of each number, nought is paper."""

    frame: Bounds
    grid: bytearray = field(init=False)
    stacks: list[Stack] = field(default_factory=lambda: [()])
    numbers: dict[Stack, int] = field(default_factory=lambda: {(): 0})
    letters: Heaviest = field(default_factory=lambda: Heaviest(0))
    width: int = field(init=False)
    height: int = field(init=False)

    def __post_init__(self) -> None:
        left, low, right, high = self.frame
        self.width, self.height = ceil((right - left) * FINE), ceil((high - low) * FINE)
        self.grid = bytearray(self.width * self.height)

    def lay(self, mark: Mark) -> None:
        """Paint a mark."""
        if mark.kind is Kind.TEXT:
            self._letter(mark)
        elif mark.contours and not self._cover(mark):
            # Finer than the grid: what it would make of the ground under its first corner.
            self._note(mark, [mark.contours[0][0]])

    def _cover(self, mark: Mark) -> bool:
        """Paint what covers cells, and tell whether any is."""
        hit, grid = False, self.grid
        turned = bytes(self._number(laid(mark.colour, mark.over, one)) for one in list(self.stacks))
        plain = mark.over is None
        table = turned.ljust(MOST, b"\0")
        for start, stop in self._spans(mark):
            hit = True
            grid[start:stop] = turned[:1] * (stop - start) if plain else grid[start:stop].translate(table)
        return hit

    def _letter(self, mark: Mark) -> None:
        boxes = [(one.left, one.bottom, one.right - one.left, one.top - one.bottom) for one in mark.glyphs if one.text.strip()]
        self._note(mark, [(x + a * wide, y + b * tall) for x, y, wide, tall in boxes for a in INNER for b in INNER])

    def _note(self, mark: Mark, places: Iterable[tuple[float, float]]) -> None:
        """Remember the most ink that a mark makes at some places."""
        grounds: dict[int, tuple[float, float]] = {}
        left, low, width, grid = self.frame[0], self.frame[1], self.width, self.grid
        for x, y in places:
            across, up = int((x - left) * FINE), int((y - low) * FINE)
            if 0 <= across < width and 0 <= up < self.height:
                grounds.setdefault(grid[up * width + across], (x, y))
        for ground, place in grounds.items():
            total = weight(laid(mark.colour, mark.over, self.stacks[ground]))
            if total > self.letters.total:
                self.letters = Heaviest(total, place)

    def heaviest(self) -> Heaviest:
        """Return the most ink that lies anywhere."""
        for total, number in sorted(((weight(stack), number) for number, stack in enumerate(self.stacks)), reverse=True):
            if total <= self.letters.total:
                break
            if (at := self.grid.find(number)) >= 0:
                up, across = divmod(at, self.width)
                return Heaviest(total, (self.frame[0] + across / FINE, self.frame[1] + up / FINE))
        return self.letters

    def _number(self, stack: Stack) -> int:
        """Return the number of a stack; where there are too many, of the lightest that is as heavy, so that no ink is lost."""
        if stack not in self.numbers:
            if len(self.stacks) == MOST:
                heavy = [number for number, one in enumerate(self.stacks) if weight(one) >= weight(stack)]
                return min(heavy or range(MOST), key=lambda number: weight(self.stacks[number]))
            self.numbers[stack] = len(self.stacks)
            self.stacks.append(stack)
        return self.numbers[stack]

    def _spans(self, mark: Mark) -> Iterator[tuple[int, int]]:
        """Yield from and to which cells a mark's rows reach, by the middles of the cells that it covers."""
        left, low, right, high = mark.clip or self.frame
        first, last = self._cell(left, 0, self.width), self._cell(right, 0, self.width)
        lowest, highest = self._cell(low, 1, self.height), self._cell(high, 1, self.height)
        for row, crossings in self._crossings(mark.contours, lowest, highest).items():
            base, winding, start = row * self.width, 0, 0.0
            for x, turn in sorted(crossings):
                if not winding:
                    start = x
                winding = winding ^ 1 if mark.evenodd else winding + turn
                if not winding:
                    begin, stop = max(ceil(start - 0.5), first), min(ceil(x - 0.5), last)
                    if begin < stop:
                        yield base + begin, base + stop

    def _crossings(self, contours: Iterable[Contour], lowest: int, highest: int) -> dict[int, list[tuple[float, int]]]:
        """Return where the edges of contours cross the middles of rows, in cells, and whether upwards or downwards."""
        found: dict[int, list[tuple[float, int]]] = defaultdict(list)
        left, low = self.frame[:2]
        for contour in contours:
            before = contour[-1]
            for corner in contour:
                (x0, y0), (x1, y1), turn = before, corner, 1
                before = corner
                if y0 > y1:
                    x0, y0, x1, y1, turn = x1, y1, x0, y0, -1
                bottom, top = (y0 - low) * FINE, (y1 - low) * FINE
                begin, stop = max(ceil(bottom - 0.5), lowest), min(ceil(top - 0.5), highest)
                if begin < stop:
                    slope, base = (x1 - x0) * FINE / (top - bottom), (x0 - left) * FINE
                    for row in range(begin, stop):
                        found[row].append((base + (row + 0.5 - bottom) * slope, turn))
        return found

    def _cell(self, place: float, axis: int, most: int) -> int:
        return min(max(ceil((place - self.frame[axis]) * FINE - 0.5), 0), most)


def heaviest(sheet: Sheet) -> Heaviest:
    """Return the most ink within a sheet's bleed."""
    plates = Plates(sheet.edge)
    for mark in sheet.printed():
        plates.lay(mark)
    return plates.heaviest()
