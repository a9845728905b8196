"""The motif: the rings of a tree, one a year, for cover, back cover and openers. Decoration only, always the same for the same numbers.

A ring is a closed curve round a centre whose radius swells and narrows a little with the angle; only the arcs inside the bleed are
drawn, as cubic Bézier pieces of at most 12 degrees (Hermite form of the curve), so that nothing is painted beside the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, cos, radians, sin
from typing import TYPE_CHECKING

from generator.design.grid import A4
from generator.drawing import CurveTo, Group, MoveTo, Path, Role
from generator.units import Length, Point, em

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.drawing import Segment
    from generator.ink import Ink

STEP = radians(1)
PIECE = radians(12)
TURN = radians(360)
WAVES = ((2, 0.035, 0.6), (3, 0.022, 2.1), (5, 0.009, 4.0), (9, 0.004, 1.3))
"""The tree's own shape: waves a turn, depth in parts of the radius, phase; each ring shifts a little against the last."""
DRIFT = 0.09


@dataclass(frozen=True, slots=True)
class Tree:
    """Rings round a centre: how many, the innermost radius, the distance to the next, and by how much each distance grows."""

    centre: Point
    rings: int
    first: Length
    gap: Length
    growth: float = 1.0
    first_ring: int = 0

    def radius(self, ring: int) -> float:
        """Return the mean radius of a ring, counted from 0."""
        return self.first + sum(self.gap * self.growth**year for year in range(ring))

    def point(self, ring: int, angle: float) -> Point:
        """Return the place of a ring at an angle."""
        radius = self.radius(ring) * (1 + sum(depth * sin(n * angle + phase + DRIFT * ring) for n, depth, phase in WAVES))
        return self.centre.moved(round(radius * cos(angle)), round(radius * sin(angle)))


def rings(tree: Tree, ink: Ink, weights: tuple[Length, Length]) -> Group:
    """Return the tree's rings as strokes, their weight running from the innermost to the outermost ring."""
    thin, thick = weights
    shares = [ring / max(1, tree.rings - 1) for ring in range(tree.rings)]
    paths = tuple(
        Path(_arc(tree, ring, start, end), stroke=ink, stroke_width=thin + em(thick - thin, shares[ring]))
        for ring in range(tree.first_ring, tree.rings)
        for start, end in _visible(tree, ring)
    )
    return Group(paths, role=Role.ARTIFACT)


def _visible(tree: Tree, ring: int) -> Iterator[tuple[float, float]]:
    """The stretches of angle over which a ring lies inside the bleed; a stretch begins outside, or at 0 for a whole ring."""
    steps = round(TURN / STEP)
    inside = [_on_paper(tree.point(ring, step * STEP)) for step in range(steps)]
    if all(inside):
        yield 0, TURN
        return
    start = inside.index(False)
    begun: int | None = None
    for step in range(start, start + steps + 1):
        if inside[step % steps]:
            begun = step if begun is None else begun
        elif begun is not None:
            yield begun * STEP, (step - 1) * STEP
            begun = None


def _on_paper(point: Point) -> bool:
    bleed = A4.bleed
    return bleed.x <= point.x <= bleed.right and bleed.y <= point.y <= bleed.bottom


def _arc(tree: Tree, ring: int, start: float, end: float) -> tuple[Segment, ...]:
    pieces = max(1, ceil((end - start) / PIECE))
    step = (end - start) / pieces
    curves = (_piece(tree, ring, start + index * step, step) for index in range(pieces))
    return (MoveTo(tree.point(ring, start)), *curves)


def _piece(tree: Tree, ring: int, angle: float, step: float) -> CurveTo:
    here, there = tree.point(ring, angle), tree.point(ring, angle + step)
    out, back = _slope(tree, ring, angle), _slope(tree, ring, angle + step)
    third = step / 3
    return CurveTo(
        here.moved(round(out[0] * third), round(out[1] * third)),
        there.moved(-round(back[0] * third), -round(back[1] * third)),
        there,
    )


def _slope(tree: Tree, ring: int, angle: float) -> tuple[float, float]:
    """How fast the curve moves with the angle."""
    tiny = STEP / 8
    before, after = tree.point(ring, angle - tiny), tree.point(ring, angle + tiny)
    return (after.x - before.x) / (2 * tiny), (after.y - before.y) / (2 * tiny)
