"""The pictures of the openers: siblings in two inks, each of strands of which three are the theme's own. Decoration only.

In: a stage. Out: paths, always the same for the same stage. Rings, seeds and the dial stand round a heart near the right edge; rows of
dots, waves and the path run off it; the field keeps within its room, as its squares are a hundred to be seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

from generator.charts.shapes.marks import circle
from generator.drawing import Close, CurveTo, LineTo, MoveTo, Path
from generator.layout.motifs.stage import STRANDS
from generator.layout.motifs.tree_rings import Tree, marked
from generator.units import Length, Point, Rect, mm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.drawing import Item, Segment
    from generator.layout.motifs.stage import Stage

SHOWN = 1.45
"""How much of a disc lies left of the sheet's edge, in its radii."""
SWELL = 1.08
"""A ring swells by no more."""
INNERMOST = 0.09
SMALLEST, LARGEST = 0.2, 0.74
"""A dot's diameter at a row's start and at its end, in steps."""
GOLDEN = pi * (3 - sqrt(5))
SEEDS = 16
"""Seeds a strand."""
ARMS, NEXT_ARM = 21, 8
"""Spirals that the eye sees among the seeds, and how far on in their order a spiral's neighbour is."""
SEED = 0.62, 1.1
"""A seed's diameter at the heart and at the rim, in their mean distance."""
SIDE, SQUARE = 10, 0.8
MARGIN = 0.1
"""What the field keeps from the sheet's edge, in parts of its room."""
TURN_FROM, TURN_TO, LAG = 0.14, 0.6, 0.26
"""Where on its way the first line of a path turns, and how much later the last one does, so that they keep their distance."""
SPREAD = 0.58
"""What the lines of a path take of the height; the rest is the step that they make."""
CRESTS, DEPTH, DRIFT, PIECES = 1.6, 1.5, 0.32, 24
"""Waves to a line, their depth in distances between lines, the drift from line to line, and pieces that a line is drawn in."""
TICKS, INNER, SHORT = 4, 0.42, 0.82
"""Ticks a strand of the dial, where they begin, and where all but every fourth end, in radii."""
ARC = 1.36 * pi
"""The part of a turn that the dial's ticks stand in, about the left."""


@dataclass(frozen=True, slots=True)
class Disc:
    """The disc that fits a room, most of it on the sheet."""

    heart: Point
    radius: Length


def _disc(stage: Stage) -> Disc:
    room = stage.room
    radius = round(min(room.height / 2, room.width / SHOWN))
    return Disc(Point(room.right - round((SHOWN - 1) * radius), room.y + room.height // 2), radius)


def rings(stage: Stage) -> Iterator[Item]:
    """Yield the rings of a tree: what grew over years, and money."""
    disc = _disc(stage)
    outer = disc.radius / SWELL
    first = round(outer * INNERMOST)
    gap = round((outer - first) / (STRANDS - 1))
    yield marked(Tree(stage.edge, disc.heart, STRANDS, first, gap, growth=1), stage.own, stage.inks, stage.weights)


def seeds(stage: Stage) -> Iterator[Item]:
    """Yield the seeds of a flower: people, each a place of their own in one whole."""
    disc, count = _disc(stage), SEEDS * STRANDS
    step, own = disc.radius / sqrt(count), {NEXT_ARM * strand % ARMS for strand in stage.own}
    for bright in (False, True):
        drawn: list[Segment] = []
        for seed in range(count):
            far = sqrt((seed + 0.5) / count)
            radius = round(step * (SEED[0] + (SEED[1] - SEED[0]) * far) / 2)
            reach = far * (disc.radius - radius)
            centre = disc.heart.moved(round(reach * cos(seed * GOLDEN)), round(reach * sin(seed * GOLDEN)))
            if (seed % ARMS in own) is bright and centre.x + radius <= stage.edge.right:
                drawn += circle(centre, radius)
        yield Path(tuple(drawn), fill=stage.inks[bright])


def dots(stage: Stage) -> Iterator[Item]:
    """Yield rows of dots that swell towards the edge: things that are counted."""
    room = stage.room
    step = room.height / STRANDS
    columns = int(room.width / step)
    left = room.right - columns * step
    for bright in (False, True):
        drawn: list[Segment] = []
        for row in (row for row in range(STRANDS) if (row in stage.own) is bright):
            for column in range(columns):
                radius = round(step * (SMALLEST + (LARGEST - SMALLEST) * (column + 1) / columns) / 2)
                drawn += circle(Point(round(left + (column + 0.5) * step), room.y + round((row + 0.5) * step)), radius)
        yield Path(tuple(drawn), fill=stage.inks[bright])


def field(stage: Stage) -> Iterator[Item]:
    """Yield a field of a hundred squares: a share of it, bright from the foot up, or an area."""
    room = stage.room
    side = min(round(room.width * (1 - MARGIN)), room.height)
    left, foot = room.right - round(room.width * MARGIN) - side, room.y + (room.height + side) // 2
    step, whole = side / (SIDE - 1 + SQUARE), dict.fromkeys(range(SIDE * SIDE), 1.0)
    yield Path(tuple(_squares(left, foot, step, whole)), fill=stage.inks[0])
    yield Path(tuple(_squares(left, foot, step, _bright(stage))), fill=stage.inks[1])


def _bright(stage: Stage) -> dict[int, float]:
    """Return the bright squares by their place, with the part of them that is: those of the share, or three as the theme's own."""
    if stage.part is None:
        return dict.fromkeys(stage.own, 1.0)
    full, rest = divmod(stage.part * SIDE * SIDE, 1)
    return dict.fromkeys(range(int(full)), 1.0) | ({int(full): rest} if rest else {})


def _squares(left: Length, foot: Length, step: float, widths: Mapping[int, float]) -> Iterator[Segment]:
    for place, part in widths.items():
        x, bottom = left + round(place % SIDE * step), foot - round(place // SIDE * step)
        right, top = x + round(part * SQUARE * step), bottom - round(SQUARE * step)
        yield MoveTo(Point(x, bottom))
        yield from (LineTo(Point(*corner)) for corner in ((right, bottom), (right, top), (x, top)))
        yield Close()


def path(stage: Stage) -> Iterator[Item]:
    """Yield lines that run level, turn together and run on: a change, down or up."""
    room = stage.room
    gap = room.height * SPREAD / (STRANDS - 1)
    step = room.height * (1 - SPREAD)
    for strand in range(STRANDS):
        late = LAG * (STRANDS - strand if stage.falls else strand) / STRANDS
        high, low = room.y + strand * gap, room.y + strand * gap + step
        start, end = (high, low) if stage.falls else (low, high)
        yield _turned(stage, strand, (start, end), (TURN_FROM + late, TURN_TO + late))


def _turned(stage: Stage, strand: int, heights: tuple[float, float], turn: tuple[float, float]) -> Path:
    room, (start, end) = stage.room, (round(height) for height in heights)
    before, after = (room.x + round(room.width * part) for part in turn)
    middle = (before + after) // 2
    bend = CurveTo(Point(middle, start), Point(middle, end), Point(after, end))
    way = (MoveTo(Point(room.x, start)), LineTo(Point(before, start)), bend, LineTo(Point(room.right, end)))
    return Path(way, stroke=stage.ink(strand), stroke_width=stage.weight(strand))


def waves(stage: Stage) -> Iterator[Item]:
    """Yield lines of water that rise towards the edge: what flows, and is measured."""
    room = stage.room
    gap = room.height / (STRANDS - 1 + 2 * DEPTH)
    for strand in range(STRANDS):
        level = room.y + (DEPTH + strand) * gap

        def height(part: float, level: float = level, strand: int = strand) -> float:
            return level + gap * DEPTH * part * sin(2 * pi * CRESTS * part + DRIFT * strand)

        yield Path(_curve(height, room), stroke=stage.ink(strand), stroke_width=stage.weight(strand))


def _curve(height: Callable[[float], float], room: Rect) -> tuple[Segment, ...]:
    """Return a curve over a room's width by its height at each part of it, as Hermite pieces."""
    parts, reach = [piece / PIECES for piece in range(PIECES + 1)], 1e-4
    knots = [
        (room.x + room.width * part, height(part), (height(part + reach) - height(part - reach)) / (2 * reach)) for part in parts
    ]
    third, lean = room.width / PIECES / 3, 1 / PIECES / 3
    curves = (
        CurveTo(
            Point(round(x + third), round(y + slope * lean)), Point(round(to_x - third), round(to_y - to_slope * lean)),
            Point(round(to_x), round(to_y)),
        )
        for (x, y, slope), (to_x, to_y, to_slope) in pairwise(knots)
    )  # fmt: skip
    return (MoveTo(Point(round(knots[0][0]), round(knots[0][1]))), *curves)


SHY = mm(11)
"""What ticks keep from the edge: one that ended on the trim, or in a bleed of up to 10 mm, would be cut by chance."""


def dial(stage: Stage) -> Iterator[Item]:
    """Yield the ticks of a dial: time that passes, and places in an order."""
    disc, count = _disc(stage), TICKS * STRANDS
    for tick in range(count):
        angle = pi - ARC / 2 + ARC * tick / (count - 1)
        ends = (INNER, SHORT if tick % TICKS else 1)
        way = [disc.heart.moved(*(round(disc.radius * end * turn(angle)) for turn in (cos, sin))) for end in ends]
        if all(place.x <= stage.edge.right - SHY for place in way):
            strand = tick // TICKS
            yield Path((MoveTo(way[0]), LineTo(way[1])), stroke=stage.ink(strand), stroke_width=stage.weight(strand))


PICTURES = {"rings": rings, "dots": dots, "seeds": seeds, "field": field, "path": path, "waves": waves, "dial": dial}
