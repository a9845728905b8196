"""An icon as a drawing: the contours of a sign of the house in a square of any size, its one stroke round. Decoration only."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.charts.shapes.marks import circle
from generator.design.icons import GRID, ICONS, STROKE
from generator.drawing import Close, CurveTo, Group, LineTo, MoveTo, Path, Role
from generator.units import Length, Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.drawing import Segment
    from generator.ink import Ink

PLACES = {"M": 1, "L": 1, "C": 3, "Z": 0}
"""How many places each step takes."""
ROUND = "O"


def icon(name: str, at: Point, side: Length, ink: Ink) -> Group:
    """Return a sign of the house with the corner of its square here, its stroke in proportion: 1.5 of 24."""
    drawn = (
        Path(contour, stroke=ink, stroke_width=round(side * STROKE / GRID), rounded=True) for contour in _contours(name, side)
    )
    return Group(tuple(drawn), at=at, role=Role.ARTIFACT)


@cache
def _contours(name: str, side: Length) -> tuple[tuple[Segment, ...], ...]:
    """Return the contours of a sign, each a path of its own."""
    made: list[list[Segment]] = []
    for segments in _steps(ICONS[name].contours, side / GRID):
        if isinstance(segments[0], MoveTo):
            made.append([])
        made[-1] += segments
    return tuple(map(tuple, made))


def _steps(contours: str, unit: float) -> Iterator[tuple[Segment, ...]]:
    """Yield each step of the contours in a unit of the grid; L and C go on with as many places as follow."""
    words = contours.split()
    step = ""
    while words:
        step = words.pop(0) if words[0] in PLACES or words[0] == ROUND else step
        if step == ROUND:
            x, y, radius = (round(float(words.pop(0)) * unit) for _ in range(3))
            yield circle(Point(x, y), radius)
            continue
        places = [Point(*(round(float(words.pop(0)) * unit) for _ in range(2))) for _ in range(PLACES[step])]
        yield (_segment(step, places),)


def _segment(step: str, places: list[Point]) -> Segment:
    match step:
        case "M":
            return MoveTo(*places)
        case "L":
            return LineTo(*places)
        case "C":
            return CurveTo(*places)
    return Close()
